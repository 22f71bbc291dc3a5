"""Days that count from the day of writing: today, Tuesday, the first Monday of October, the 24th."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from summitparse.extractors.dates.absolute import month, range_start
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.numerals import read_number
from summitparse.extractors.dates.parts import mod_of, number_of, step_of
from summitparse.extractors.dates.scene import COUNTED, Reader, Reading, Scene, unread
from summitparse.extractors.dates.side import cue_lists
from summitparse.extractors.dates.values import Days, at, days_of, real_day, stepped
from summitparse.models.mentions import DateMod
from summitparse.syntax.labels import ADJECTIVE, COMPOUND

__all__ = ["DAYWORDS"]

TITLED = re.compile(r"\s(?:Morning|Afternoon|Evening|Night)\s[A-Z][a-z]")
"""What follows a weekday in the name of a programme or a column."""
BEFORE_DAY = ("on", "until", "by", "since", "before", "after", "till", "from")


def _on(day: date | None, scene: Scene, why: str, mod: DateMod | None = None) -> Reading | None:
    """The reading of a day found from the day of writing."""
    if day is None:
        return None
    return Reading("DATE", day.isoformat(), why, mod=mod, anchor=scene.anchor())


def deictic(piece: Piece, scene: Scene) -> Reading | None:
    """Today, yesterday, tomorrow; "the day after tomorrow", "two weeks from today"."""
    unit = piece.value("u") or "D"
    if scene.reference is None or unit.startswith("T"):
        return unread() if scene.reference is None else None
    named = piece.value("w") or "0"
    base = stepped(scene.reference, "D", int(named) if named.lstrip("-").isdigit() else 0)
    if piece.previous in cue_lists()["before_today"] and piece.words.raw(piece.first) == "Today":
        return None
    if not piece.has("s"):
        if named == "0" and _nowadays(piece, scene):
            return Reading("DATE", "PRESENT_REF", "today as against the past, no day")
        return _on(base, scene, COUNTED, mod_of(piece))
    count = read_number(piece.values("n")) if piece.has("n") else Fraction(1)
    sign = -1 if piece.text("s") == "before" else 1
    if base is None or count is None or count > 10**5:
        return None
    return _on(stepped(base, unit, sign * int(count)), scene, COUNTED)


def _nowadays(piece: Piece, scene: Scene) -> bool:
    """Whether "today" means these days: "as strong today as", "more than ever today"."""
    text = piece.words.text
    if re.match(r"\s(?:than|as)\s", text[piece.end : piece.end + 6]):
        return True
    return bool(re.search(r"\bstill\s(?:[\w]{1,15}\s){1,2}$", scene.before(piece)))


def weekday(piece: Piece, scene: Scene) -> Reading | None:
    """A day of the week: the last up to the day of writing, or the next where the sentence looks ahead.

    On its own day it means that day (TimeBank: 33 of 83).
    """
    if (piece.has("ab") and not _is_day(piece)) or _is_paper(piece) or _is_any(piece, scene):
        return None
    mod = mod_of(piece)
    if scene.reference is None:
        return unread(mod=mod)
    wanted = int(piece.value("wd") or piece.value("ab") or 0)
    if "W" in piece.values():
        monday = scene.reference - timedelta(scene.reference.isoweekday() - 1)
        return _on(stepped(monday, "D", 7 * step_of(piece) + wanted - 1), scene, COUNTED, mod)
    behind, ahead = (scene.reference.isoweekday() - wanted) % 7, 0
    ahead = (7 - behind) % 7
    offset, why = _offset(piece, scene, behind, ahead)
    reading = _on(stepped(scene.reference, "D", offset), scene, why, mod)
    if (
        reading is None
        or piece.text("r") != "next"
        or not 1 < ahead <= 7 - scene.reference.isoweekday()
    ):
        return reading
    other = stepped(scene.reference, "D", ahead + 7)  # some say so of the week after this one
    return replace(reading, alternatives=(other.isoformat(),)) if other else reading


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
    begun = range_start(piece, scene)
    if begun and scene.reference and not words:
        return _end_of_range(begun, scene.reference, behind, ahead)
    way = scene.side(piece).way
    if way in ("future", "aim", "present") and not (way == "present" and "this" in words):
        return ahead, "the next such day, since the sentence looks ahead"
    if words and way is None:
        return ahead, "this week's day"
    return -behind, "the last such day up to the reference date"


def _end_of_range(begun: date, now: date, behind: int, ahead: int) -> tuple[int, str]:
    """The weekday that ends a range: the first after its start, or the last up to the day of writing."""
    why = "the end of the range that begins before it"
    if begun < now - timedelta(7):
        return -behind, why
    wanted = (now + timedelta(ahead)).isoweekday()
    return (begun - now).days + (wanted - begun.isoweekday()) % 7, why


def nthday(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "The first Monday of October", "the last day of June"."""
    if piece.holds("each") or piece.holds("every"):
        return Reading("SET", "P1M", "a day of every month")
    if piece.value("u") == "M" and piece.has("y"):
        return _nth_month(piece)
    if piece.has("u") and piece.value("u") != "D":
        return None
    days = _whole_of(piece, scene)
    if days is None:
        return unread()
    span = [days[0] + timedelta(step) for step in range((days[1] - days[0]).days + 1)]
    if piece.has("wd"):
        span = [day for day in span if day.isoweekday() == int(piece.value("wd") or 0)]
    number = 0 if piece.text("n") == "last" else number_of(piece, "n") or 0
    if not 0 <= number <= len(span):
        return None
    return _on(span[number - 1], scene, "counted in its month")


def _nth_month(piece: Piece) -> Reading | None:
    """Forms like "the third month of 2021"."""
    number = 12 if piece.text("n") == "last" else number_of(piece, "n") or 0
    value = f"{piece.value('y')}-{number:02}"
    return Reading("DATE", value, "counted in its year") if days_of(value) else None


def _whole_of(piece: Piece, scene: Scene) -> Days | None:
    """The days of the month or year named, or of this, last or next month, week, year."""
    if piece.has("mo"):
        whole = month(piece, scene)
        return days_of(whole.value) if whole else None
    if piece.has("y"):
        return days_of(piece.value("y"))
    if scene.reference is None:
        return None
    unit = piece.values()[-1]
    base = scene.reference if unit == "W" else scene.reference.replace(day=1)
    moved = stepped(base, unit, step_of(piece))
    return days_of(at(moved, unit)) if moved else None


def monthday(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "The 24th", "Friday the 13th": the nearest such day, if no noun follows that it numbers."""
    number, wanted = number_of(piece, "d") or 0, int(piece.value("wd") or 0)
    if (not wanted and piece.previous not in BEFORE_DAY) or _numbers_noun(piece, scene):
        return None
    if scene.reference is None:
        return unread()
    first = scene.reference.replace(day=1)
    steps = range(-8, 9) if wanted else range(-1, 2)
    months = [moved for step in steps if (moved := stepped(first, "M", step))]
    days = [day for each in months if (day := real_day(each.year, each.month, number))]
    fitting = [(day, day) for day in days if not wanted or day.isoweekday() == wanted]
    best = scene.best(fitting, piece)
    return best and _on(best[0], scene, "the nearest such day of a month")


def _numbers_noun(piece: Piece, scene: Scene) -> bool:
    """Whether an ordinal numbers the noun after it ("the 24th summit")."""
    token = scene.token(piece)
    if token is not None:
        following = token.doc[token.i + 1 : token.i + 3]
        return any(word.pos_ in ("NOUN", "PROPN", "ADJ") for word in following[:1])
    after = piece.words.text[piece.end : piece.end + 2]
    return after[:1] == " " and after[1:].isalnum()


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
    named = scene.last("D M Y Q W", piece) if words.startswith(cues) else None
    days = days_of(named)
    return days[0] if days else scene.reference


DAYWORDS: dict[str, Reader] = {
    reader.__name__: reader for reader in (deictic, weekday, nthday, monthday, relmonth)
}
