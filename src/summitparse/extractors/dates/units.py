"""Years, months, weeks as a whole: "last year", "the weekend", "that day", "year-end"."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from summitparse.extractors.dates.amounts import length
from summitparse.extractors.dates.clock import base_day
from summitparse.extractors.dates.daywords import base_of
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.named import TAKEN_UP, named_whole
from summitparse.extractors.dates.parts import mod_of, number_of, step_of
from summitparse.extractors.dates.periods import spoken_quarter, year_before
from summitparse.extractors.dates.scene import (
    COUNTED,
    Reader,
    Reading,
    Scene,
    dated,
    unread,
)
from summitparse.extractors.dates.values import at, days_of, stepped, unit_of
from summitparse.models import Anchor
from summitparse.models.mentions import DateMod

__all__ = ["FINER", "FROM_TEXT", "REACH", "UNITS", "that_unit", "unit_at"]

FROM_TEXT = "counted from the date named before"
FINER = {"D": "D", "W": "D W", "M": "D M", "Y": "D M Y Q", "Q": "Q", "DE": "D M Y"}
"""The dates that a unit can be counted from."""
REACH = 1500
"""How many characters back a date may stand that another counts from."""
QUOTES = ('"', "“", "'s", "’s", "`")
CLOSING = ('"', "”")
FRIDAY = 5
BY = ("by", "before", "until", "till", "at", "from", "since", "after")
THROUGHOUT = ("over", "within", "during", "for", "throughout", "across", "through")
FULL = ("full", "whole")
COMPARED = re.compile(
    r"\b(?:from|than|against|versus|compared (?:with|to))\s(?![^.;]{0,40}\b(?:it|they|he|she)\b)[^.;]{0,40}$"
)
"""What sets an amount against one of another time."""
APPOSED = re.compile(r"[\w. ]{3,25}(?:, \d{4})?,\s")
"""What stands from a day to what only names it again."""
POINTED = re.compile(
    r"(?:earlier |later )?(?:this|last|next|the (?:coming|current|next|past)) (?:year|month|week|quarter)\b"
    r"[^;!?\n]{0,60}(?:\b(?:than|as|and|or|from|for|per ?cent|[mbtr]+illion|points?)|[%\d])\s",
    re.IGNORECASE,
)
"""From a unit pointed to, to the word for its neighbour: "2.8% this year and 3.1% *next*"."""
PARTS_OF_YEAR = {"Q": 4, "6M": 2}
NEAR = 120
BACK = re.compile(r"\b(?:from|after|than|against|versus|following|compared|before)\b")
"""What sets a part of a year against an earlier one."""
SENTENCE_END = re.compile(r"[.!?]\s+[A-Z]")


def relunit(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "this year", "last month", "the weekend", "the end of the year"."""
    unit, words = piece.value("u") or piece.value("us") or "", piece.text("r")
    mod = None if "earlier" in _first(piece) or "later" in _first(piece) else mod_of(piece)
    if unit.startswith("T") or (unit in ("CE", "ML") and not piece.has("r")):
        return _plain_length(piece, unit)
    if unit == "2W":
        return Reading("DURATION", "P2W", "a length of time") if piece.has("r") else None
    if piece.has("when") and unit == "D":
        return _spoken_day(piece, scene)
    if piece.has("bare") and (unit not in ("Y", "M") or piece.previous not in BY):
        return None
    if unit == "D" and words == "the past":
        return Reading("DURATION", "P1D", "a length of time")
    if _is_name(piece) or (unit == "D" and words != "that"):
        return None
    if piece.has("us") and unit != "Y":
        return None
    if not words or words == "the":
        return _definite(piece, scene, unit, mod)
    return _pointed(piece, scene, unit, mod)


def _pointed(piece: Piece, scene: Scene, unit: str, mod: DateMod | None) -> Reading | None:
    """A unit with "this", "last", "next" or "that"."""
    words = piece.text("r")
    if words == "that":
        return that_unit(piece, scene, unit)
    if unit == "DE" and step_of(piece) and not mod and _is_ten_years(piece):
        return Reading("DURATION", length(Fraction(1), unit), "a length of time")
    if unit == "Q":
        return spoken_quarter(piece, scene, mod)
    if unit == "Y" and words == "last" and _is_compared(piece, scene):
        return year_before(piece, scene)
    base, step = base_of(piece, scene), step_of(piece)
    if base is None:
        return unread(mod=mod)
    if unit == "W" and words == "this past" and base.isoweekday() >= FRIDAY:
        step = 0  # the week that is about to end
    if unit == "WE" and step == 0 and scene.side(piece).way == "past" and base.isoweekday() < 5:
        step = -1
    return unit_at(base, unit, step, scene, mod)


def _is_ten_years(piece: Piece) -> bool:
    """Whether a decade is a length from today: "over the last decade", "in the next decade"."""
    return piece.previous in THROUGHOUT or (
        piece.previous == "in" and "last" not in piece.text("r").split()
    )


def _is_compared(piece: Piece, scene: Scene) -> bool:
    """Whether an amount of a quarter is set against one of "last year": that means its quarter then."""
    before = COMPARED.search(scene.before(piece))
    if before is None or not scene.is_business or not scene.known:
        return False
    start, reading = scene.known[-1]
    sentence = SENTENCE_END.search(piece.words.text[start : piece.start]) is None
    return sentence and unit_of(reading.value) == "Q" and not reading.compared


def _first(piece: Piece) -> str:
    return piece.words.raw(piece.first).lower()


def _spoken_day(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "earlier in the day": the day named last near the day of writing, else that day."""
    day, anchor = base_day(piece, scene)
    return dated(day.isoformat(), "the day spoken of", anchor=anchor) if day else unread()


def _is_name(piece: Piece) -> bool:
    """Whether it is a title: "Man of the Year", the programme "This Week"."""
    text, last = piece.words.text, piece.words.raw(piece.last - 1)
    if not last[0].isupper() or last.isupper():
        return False
    quoted = piece.previous in QUOTES or text[piece.end : piece.end + 1] in CLOSING
    return quoted or piece.previous == "of" or piece.words.raw(piece.first) == "the"


def _plain_length(piece: Piece, unit: str) -> Reading | None:
    """Forms like "The hour", "last minute": a length, if it is one."""
    if piece.text("r") not in ("the", "") or unit in ("CE", "ML") or piece.has("p"):
        return None
    return Reading("DURATION", length(Fraction(1), unit), "a length of time")


def unit_at(base: date, unit: str, step: int, scene: Scene, mod: DateMod | None) -> Reading | None:
    """The unit that lies some steps from the one of the day counted from."""
    found = stepped(base, unit, step)
    value = at(found, unit) if found else None
    return dated(value, COUNTED, mod=mod, anchor=scene.anchor())


def _definite(piece: Piece, scene: Scene, unit: str, mod: DateMod | None) -> Reading | None:
    """Forms like "The year", "the quarter", "the weekend": the one that the text speaks of."""
    if _is_bounded(piece) and unit in ("W", "M", "Q", "Y"):
        return Reading("DURATION", length(Fraction(1), unit), "its end is named beside it")
    if unit == "Q":
        return None if piece.next_is("dash") else _the_quarter(piece, scene, mod)
    if piece.next_is("before", "after") and not piece.has("p"):
        return None
    named = named_whole(piece, scene, unit)
    if named:
        return dated(named, TAKEN_UP, mod=mod, anchor=Anchor(date=named, kind="date"))
    if scene.reference is None:
        return unread(mod=mod)
    if unit == "WE":
        way, today = scene.side(piece).way, scene.reference.isoweekday()
        ahead = way in ("future", "aim", "present") or today >= 6 or (today == 5 and way is None)
        return unit_at(scene.reference, "WE", 0 if ahead else -1, scene, mod)
    if (
        unit == "D"
        or piece.next_is("dash")
        or (piece.has("full") and (unit != "Y" or piece.text("full") not in FULL))
    ):
        return None
    return unit_at(scene.reference, unit, 0, scene, mod)


def _the_quarter(piece: Piece, scene: Scene, mod: DateMod | None) -> Reading | None:
    """The quarter that the text is on, else the one just named, however long it is over."""
    named = None if scene.topic(piece) else named_whole(piece, scene, "Q")
    if named is None:
        return spoken_quarter(piece, scene, mod)
    return dated(named, TAKEN_UP, mod=mod, anchor=Anchor(date=named, kind="date"))


def _is_bounded(piece: Piece) -> bool:
    """Whether it is a length: "the quarter ended June 30", "throughout the year"."""
    return piece.next_is("ended") or piece.previous == "throughout"


def theday(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "on May 2, *the day* before the vote": the day just named, in other words."""
    start, named = scene.known[-1] if scene.known else (0, None)
    between = piece.words.text[max(start, piece.start - 60) : piece.start]
    if piece.value("u") != "D" or named is None or unit_of(named.value) != "D":
        return None
    if named.value is None or not APPOSED.fullmatch(between):
        return None
    return dated(named.value[:10], FROM_TEXT, anchor=Anchor(date=named.value[:10], kind="date"))


def lastone(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "higher this year than *last*": the same unit, not written again."""
    start, named = scene.known[-1] if scene.known else (0, None)
    between = piece.words.text[start : piece.start]
    unit = unit_of(named.value) if named else None
    if unit is None or not POINTED.fullmatch(between) or scene.reference is None:
        return None
    if piece.text("r") == "this" and piece.previous in ("or", "and", "for"):
        return None
    return unit_at(scene.reference, unit, step_of(piece), scene, None)


def nthone(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "in the second quarter from 0.5% in *the first*": the unit isn't written again."""
    start, named = scene.known[-1] if scene.known else (0, None)
    value = named.value if named else None
    number, unit = number_of(piece, "n") or 0, unit_of(value)
    between = piece.words.text[start : piece.start]
    if value is None or unit not in PARTS_OF_YEAR or SENTENCE_END.search(between):
        return None
    if len(between) > NEAR or not 1 <= number <= PARTS_OF_YEAR[unit] or number == int(value[-1]):
        return None
    back = number > int(value[-1]) and BACK.search(between)
    year = int(value[:4]) - bool(back)
    anchor = Anchor(date=value, kind="date")
    return dated(f"{year:04}{value[4:6]}{number}", FROM_TEXT, anchor=anchor)


def that_unit(piece: Piece, scene: Scene, unit: str) -> Reading | None:
    """Forms like "That day", "that year": the one of the date named last."""
    named = scene.last(FINER.get(unit, "D"), piece, within=REACH, compared=unit == "Q")
    days = days_of(named)
    if days is None or named is None:
        return spoken_quarter(piece, scene, None) if unit == "Q" else None
    value = at(days[0], unit)
    return dated(value, FROM_TEXT, anchor=Anchor(date=named, kind="date"))


def yearend(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "Year-end" is December, "year's end" the end of the year (so in TimeBank)."""
    unit = next((each for each in piece.values() if each in ("Y", "M", "W", "Q", "DE")), "Y")
    if piece.next_is("dash") or (
        unit != "Y" and piece.first and piece.previous not in (*BY, "the")
    ):
        return None
    if scene.reference is None:
        return unread(mod=mod_of(piece))
    if piece.has("mid") or unit != "Y":
        return unit_at(scene.reference, unit, 0, scene, mod_of(piece))
    year = f"{scene.reference.year:04}"
    value = year + "-12" if piece.holds("end") and not piece.holds("genitive") else year
    return Reading(
        "DATE", value, "of the year of the reference date", mod="END", anchor=scene.anchor()
    )


UNITS: dict[str, Reader] = {
    reader.__name__: reader for reader in (relunit, theday, lastone, nthone, yearend)
}
