"""Days by their place in a month or another unit: "the first Monday of October", "the 24th"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from summitparse.extractors.dates.absolute import month
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.parts import nth_of, number_of, step_of
from summitparse.extractors.dates.scene import Reader, Reading, Scene, dated, unread
from summitparse.extractors.dates.values import Days, at, days_of, real_day, stepped

__all__ = ["MONTHDAYS", "nearest_monthday"]

ENDS = ("", ",", ".", "!", "?", ")", "\n")
"""What follows a day in figures beside its weekday ("Sunday 31")."""
GOES_ON = ("to", "through", "until", "and", "or", ",", "-", "–")
BESIDE = 40
"""How many characters back the day before may begin."""
LISTED = re.compile(r"(?:[A-Z][a-z]{2,8}\.? )?\d{1,2}(?:st|nd|rd|th)?(?:,? and |,? or |, )")
"""What stands from a day to the next of its list."""
LIST_GOES = re.compile(
    r"[^\w\s/:-]|$|\n|\s(?:was|were|is|are|will|in|at|to|by|after|before|as|when|but|while|on|for|from|with|and|or)\b"
)
"""What may follow a day of a list; else the number counts something."""
BEFORE_DAY = ("on", "for", "until", "by", "since", "before", "after", "till", "from")


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
    number = nth_of(piece, "n", 0) or 0
    if not 0 <= number <= len(span):
        return None
    return dated(span[number - 1].isoformat(), "counted in its month", anchor=scene.anchor())


def _nth_month(piece: Piece) -> Reading | None:
    """Forms like "the third month of 2021"."""
    number = nth_of(piece, "n", 12) or 0
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
    begun = _begun(piece, scene)
    told = wanted or begun or piece.previous in BEFORE_DAY
    if not told or _numbers_noun(piece, scene):
        return None
    bare = wanted and piece.words.raw(piece.last - 1).isdigit()
    if bare and piece.words.text[piece.end : piece.end + 1] not in ENDS:
        return None
    if scene.reference is None:
        return unread()
    found = begun and _first_from(begun, number)
    found = found or nearest_monthday(number, wanted, piece, scene)
    why = "the nearest such day of a month"
    return dated(found.isoformat(), why, anchor=scene.anchor()) if found else None


def _begun(piece: Piece, scene: Scene) -> date | None:
    """The day just named that a range or a list goes on from: "from the 14th *to the 16th*"."""
    start, named = scene.known[-1] if scene.known else (0, None)
    days = days_of(named.value) if named else None
    near = days is not None and days[0] == days[1] and piece.start - start <= BESIDE
    return days[0] if days and near and piece.previous in GOES_ON else None


def _first_from(day: date, number: int) -> date | None:
    """The first day of that number from a day on."""
    months = (day.replace(day=1), stepped(day.replace(day=1), "M", 1))
    found = (real_day(each.year, each.month, number) for each in months if each)
    return next((each for each in found if each and each >= day), None)


def listday(piece: Piece, scene: Scene) -> Reading | None:
    """A day of a list whose month stands with the first: "on May 4, *11* and *18*"."""
    start, named = scene.known[-1] if scene.known else (0, None)
    days = days_of(named.value) if named else None
    text = piece.words.text
    if named is None or days is None or not LISTED.fullmatch(text[start : piece.start]):
        return None
    if not LIST_GOES.match(text[piece.end : piece.end + 9]):
        return None
    day, number = days[0], number_of(piece, "d") or 0
    found = real_day(day.year, day.month, number) if days[0] == days[1] else None
    if found is None or found <= day:
        return None
    return Reading("DATE", found.isoformat(), "of the month named before", anchor=named.anchor)


def monthdays(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "the 18th and 19th": two days that follow each other."""
    first = monthday(piece, scene)
    day = days_of(first.value) if first else None
    after = stepped(day[0], "D", 1) if day else None
    if first is None or day is None or after is None or after.day != number_of(piece, "d2"):
        return None
    return replace(first, value=None, pair=(day[0].isoformat(), after.isoformat()))


def nearest_monthday(number: int, wanted: int, piece: Piece, scene: Scene) -> date | None:
    """The day of a month, on a weekday if that is wanted, that fits best."""
    if scene.reference is None:
        return None
    first = scene.reference.replace(day=1)
    steps = range(-8, 9) if wanted else range(-1, 2)
    months = [moved for step in steps if (moved := stepped(first, "M", step))]
    days = [day for each in months if (day := real_day(each.year, each.month, number))]
    fitting = [(day, day) for day in days if not wanted or day.isoweekday() == wanted]
    best = scene.best(fitting, piece)
    return best[0] if best else None


def _numbers_noun(piece: Piece, scene: Scene) -> bool:
    """Whether an ordinal numbers the noun after it ("the 24th summit")."""
    token = scene.token(piece)
    if token is not None:
        following = token.doc[token.i + 1 : token.i + 3]
        return any(word.pos_ in ("NOUN", "PROPN", "ADJ") for word in following[:1])
    after = piece.words.text[piece.end : piece.end + 2]
    return after[:1] == " " and after[1:].isalnum()


MONTHDAYS: dict[str, Reader] = {
    reader.__name__: reader for reader in (nthday, listday, monthdays, monthday)
}
