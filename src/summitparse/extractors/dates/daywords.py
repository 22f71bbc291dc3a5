"""Days and months that count from the day of writing: Tuesday, last May."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from summitparse.extractors.dates.absolute import range_start
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.numerals import read_number
from summitparse.extractors.dates.parts import mod_of, on_day, step_of
from summitparse.extractors.dates.scene import COUNTED, Reader, Reading, Scene, dated, unread
from summitparse.extractors.dates.side import cue_lists
from summitparse.extractors.dates.values import days_of, stepped, unit_of
from summitparse.models import Anchor
from summitparse.models.mentions import DateMod
from summitparse.syntax.labels import ADJECTIVE, COMPOUND

__all__ = ["DAYWORDS"]

WEEK = 7
REACH = 600
"""How many characters back the day may stand that "the following Monday" counts from."""
BESIDE_NAMED = {"the following": 1, "the next": 1, "the previous": -1, "the preceding": -1}
AHEAD = ("future", "aim", "present")
LOOSE = ("aim", "present")
"""What looks ahead so loosely that the name of yesterday still means yesterday."""
TITLED = re.compile(r"\s(?:Morning|Afternoon|Evening|Night)\s[A-Z][a-z]")
"""What follows a weekday in the name of a programme or a column."""


def weekday(piece: Piece, scene: Scene) -> Reading | None:
    """A day of the week: the last up to the day of writing, or the next where the sentence looks ahead.

    On its own day it means that day (TimeBank: 33 of 83).
    """
    if (piece.has("ab") and not _is_day(piece)) or _is_paper(piece) or _is_any(piece, scene):
        return None
    if piece.text("r") == "following" or (piece.text("r") == "that" and piece.next_is("genitive")):
        return None  # "following Monday's vote", "hopes that Monday's vote"
    mod = mod_of(piece)
    if scene.reference is None:
        return unread(mod=mod)
    wanted = int(piece.value("wd") or piece.value("ab") or 0)
    if piece.has("plus"):
        return _weeks_on(piece, scene, wanted)
    if piece.has("whole") and piece.value("whole") != "W":
        return None
    if "W" in piece.values() or piece.value("whole") == "W":
        monday = scene.reference - timedelta(scene.reference.isoweekday() - 1)
        return on_day(stepped(monday, "D", 7 * step_of(piece) + wanted - 1), scene, COUNTED, mod)
    named = _beside_named(piece, scene, wanted, mod) or _named_to_come(piece, scene, wanted, mod)
    return named or _by_side(piece, scene, wanted, mod)


def _by_side(piece: Piece, scene: Scene, wanted: int, mod: DateMod | None) -> Reading | None:
    """The weekday before or after the day of writing, as the sentence points."""
    now = scene.reference
    if now is None:
        return None
    behind = (now.isoweekday() - wanted) % 7
    ahead = (7 - behind) % 7
    offset, why = _offset(piece, scene, behind, ahead)
    reading = on_day(stepped(now, "D", offset), scene, why, mod)
    if reading is None or piece.text("r") != "next" or not 1 < ahead <= 7 - now.isoweekday():
        return reading
    other = stepped(now, "D", ahead + 7)  # some say so of the week after this one
    return replace(reading, alternatives=(other.isoformat(),)) if other else reading


def _weeks_on(piece: Piece, scene: Scene, wanted: int) -> Reading | None:
    """Forms like "Monday week", "a fortnight on Friday": so long after the next such day."""
    now, days = scene.reference, {"W": 7, "2W": 14}.get(piece.value("plus") or "")
    if now is None or days is None:
        return None
    ahead = (wanted - now.isoweekday()) % 7 or 7
    return on_day(stepped(now, "D", ahead + days), scene, COUNTED)


def _beside_named(piece: Piece, scene: Scene, wanted: int, mod: DateMod | None) -> Reading | None:
    """Forms like "the following Monday": counted from the day named last, where there is one."""
    named = scene.last("D", piece, within=REACH) if piece.text("r") in BESIDE_NAMED else None
    days = days_of(named)
    if days is None or named is None:
        return None
    step = BESIDE_NAMED[piece.text("r")]
    far = step * (((wanted - days[0].isoweekday()) * step) % 7 or 7)
    found, anchor = stepped(days[0], "D", far), Anchor(date=named[:10], kind="date")
    value = found.isoformat() if found else None
    return dated(value, "counted from the date named before", mod=mod, anchor=anchor)


def _named_to_come(piece: Piece, scene: Scene, wanted: int, mod: DateMod | None) -> Reading | None:
    """The day of "*Monday*'s vote", where the text named that Monday as one to come."""
    now = scene.reference
    if now is None or piece.text("r") or not piece.next_is("genitive"):
        return None
    for _, reading in reversed(scene.known):
        days = days_of(reading.value) if unit_of(reading.value) == "D" else None
        if days and days[0].isoweekday() == wanted:
            ahead = 0 < (days[0] - now).days <= WEEK
            return on_day(days[0], scene, "the day named before", mod) if ahead else None
    return None


def _is_any(piece: Piece, scene: Scene) -> bool:
    """Whether it is any such day ("never on a Friday"); "a Friday vote" is a certain one."""
    token = scene.token(piece)
    if piece.previous == "a" and token is not None:
        return token.dep_ not in COMPOUND | ADJECTIVE
    after = piece.words.text[piece.end : piece.end + 2]
    return piece.previous == "a" and not (after[:1] == " " and after[1:].isalpha())


def _is_paper(piece: Piece) -> bool:
    """Whether the weekday is part of a name ("The Sunday Times", "Monday Morning Quarterback")."""
    names = "|".join(cue_lists()["after_weekday"])
    if TITLED.match(piece.words.text[piece.end : piece.end + 15]):
        return True
    return bool(re.match(rf"\s(?:{names})\b", piece.words.text[piece.end : piece.end + 14]))


def _is_day(piece: Piece) -> bool:
    """Whether a lone "Sat" or "Sun" is a day: it needs a word of time before it."""
    return piece.previous in ("on", "until", "by", "till") or piece.next_is("at")


def _offset(piece: Piece, scene: Scene, behind: int, ahead: int) -> tuple[int, str]:
    """How many days from the day of writing, and why."""
    words = piece.text("r")
    if words:
        beside = 2 if words in ("next", "last", "previous") else 1  # nobody calls tomorrow so
        why = "the day that the word before it points to"
        if any(word in words for word in ("last", "past", "previous", "preceding")):
            return -(behind + 7 * (behind < beside)), why
        if any(word in words for word in ("next", "coming", "following", "upcoming")):
            return ahead + 7 * (ahead < beside), why
    begun = range_start(piece, scene) if scene.known and _is_day_named(scene) else None
    if begun and scene.reference and not words:
        return _end_of_range(begun, scene.reference, behind, ahead)
    side = scene.side(piece)
    way = side.way
    if way in LOOSE and not side.planned and behind == 1 and not words:
        return -behind, "yesterday's name, which nobody gives to a day six days off"
    if way in AHEAD and not ahead and not words and _follows_day(piece, scene):
        return 7, "the next such day, since the day named before it is still to come"
    if way in AHEAD:
        return ahead, "the next such day, since the sentence looks ahead"
    if words and way is None:
        return ahead, "this week's day"
    return -behind, "the last such day up to the reference date"


def _is_day_named(scene: Scene) -> bool:
    return unit_of(scene.known[-1][1].value) == "D"


def _follows_day(piece: Piece, scene: Scene) -> bool:
    """Whether a weekday to come stands before it in the sentence: "starts Monday and ends Wednesday"."""
    start, named = scene.known[-1] if scene.known else (0, None)
    days = days_of(named.value) if named else None
    between = piece.words.text[start : piece.start]
    near = len(between) < 80 and not re.search(r"[.!?;]\s", between)
    return near and days is not None and scene.reference is not None and days[0] > scene.reference


def _end_of_range(begun: date, now: date, behind: int, ahead: int) -> tuple[int, str]:
    """The weekday that ends a range: the first after its start, or the last up to the day of writing."""
    why = "the end of the range that begins before it"
    if (now - begun).days > 7:
        return -behind, why
    wanted = now.isoweekday() + ahead
    return (begun - now).days + (wanted - begun.isoweekday()) % 7, why


def weekdayfrom(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "Monday, two weeks from now": the day of the week that lies so far off."""
    count, unit = read_number(piece.values("n")), piece.value("u") or ""
    if scene.reference is None:
        return unread()
    if count is None or unit not in ("W", "2W", "M", "Y"):
        return None
    base = stepped(scene.reference, unit, int(count)) if count < 10**5 else None
    offset = int(piece.value("wd") or 0) - (base.isoweekday() if base else 0)
    return on_day(base and stepped(base, "D", offset), scene, COUNTED)


def relmonth(piece: Piece, scene: Scene) -> Reading | None:
    """A month with "last" or "next", or of a year so named: "October last year".

    "Last May" is the last one that isn't just over: said in June it is that of the year before.
    """
    number, mod = int(piece.value("mo") or 0), mod_of(piece)
    if piece.has("whole"):
        base = base_of(piece, scene)
        if base is None or piece.values("whole")[-1] != "Y":
            return unread(mod=mod) if base is None else None
        return _of_year(base.year + step_of(piece), number, scene, mod)
    if piece.text("r") == "that":
        named = days_of(scene.last("D M Y Q S", piece))
        return _of_year(named[0].year, number, scene, mod) if named else None
    if scene.reference is None:
        return unread(mod=mod)
    step, here = step_of(piece), scene.reference
    year = here.year
    if step < 0 and number >= here.month - 1:
        year -= 1
    elif step > 0 and number <= here.month:
        year += 1
    return _of_year(year, number, scene, mod)


def _of_year(year: int, number: int, scene: Scene, mod: DateMod | None) -> Reading:
    return Reading("DATE", f"{year:04}-{number:02}", COUNTED, mod=mod, anchor=scene.anchor())


def base_of(piece: Piece, scene: Scene) -> date | None:
    """The day that a relative expression counts from.

    "The previous", "the following" and "that" count from the date named last, the rest from the day
    of writing.
    """
    words = piece.text("r")
    cues = ("the previous", "the following", "that", "the same", "the preceding", "its")
    named = scene.last("D M Y Q W WE", piece) if words.startswith(cues) else None
    days = days_of(named)
    return days[0] if days else scene.reference


DAYWORDS: dict[str, Reader] = {
    reader.__name__: reader for reader in (weekday, weekdayfrom, relmonth)
}
