"""What the parts of a form mean: a year, a number, "last", "early", "nearly"."""

from __future__ import annotations

import re
from datetime import date
from typing import cast

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.numerals import read_number, read_year
from summitparse.extractors.dates.scene import COUNTED, Reading, Scene
from summitparse.extractors.dates.values import at, stepped
from summitparse.models.mentions import DateMod

__all__ = [
    "GRAIN",
    "counted",
    "full_year",
    "hedge_of",
    "is_glued",
    "mod_of",
    "nth_of",
    "number_of",
    "on_day",
    "step_of",
    "year_of",
]

STEPS = ("-1", "0", "1")
HEDGES: tuple[tuple[tuple[str, ...], DateMod], ...] = (
    (("no more", "up to", "at most", "not more"), "EQUAL_OR_LESS"),
    (("no less", "at least", "not less", "no fewer", "as many"), "EQUAL_OR_MORE"),
    (("more", "over"), "MORE_THAN"),
    (("less", "fewer", "under"), "LESS_THAN"),
)
GRAIN = {"DE": "Y", "ML": "Y", "CE": "Y", "12M": "M", "6M": "M", "W": "D", "2W": "D"}
"""How fine the result is where units are counted, if not as fine as the unit: weeks give days."""
YOUNGEST = 20
"""A year of two digits lies at most so many years ahead."""


def mod_of(piece: Piece, group: str | None = None) -> DateMod | None:
    """The modifier that "early", "mid", "the end of", "about" give (of the whole, or of a part)."""
    marks = ("START", "MID", "END", "APPROX")
    found = next((value for value in piece.values(group) if value in marks), None)
    return cast(DateMod, found) if found else None


def hedge_of(piece: Piece) -> DateMod | None:
    """The modifier that "nearly", "more than", "at least", "up to" give a length."""
    words = piece.text("h")
    for cues, mod in HEDGES:
        if any(cue in words for cue in cues):
            return mod
    return "APPROX" if words else None


def is_glued(piece: Piece) -> bool:
    """Whether its parts stand together without a blank: "1Q26", "19-Nov-12"."""
    return not re.search(r"\s", piece.words.text[piece.start : piece.end])


def year_of(piece: Piece, scene: Scene) -> int | None:
    """The year written: four digits, two after an apostrophe, or words."""
    if piece.has("yw"):
        return read_year(piece.values("yw"))
    raw = piece.value("y")
    if raw is None:
        return None
    crossing = piece.has("then") and int(piece.value("then") or 0) < int(piece.value("mo") or 0)
    return full_year(raw.strip("'‘’"), scene.reference) - crossing


def full_year(digits: str, reference: date | None) -> int:
    """A year of four digits, or of two in the century that brings it nearest before the day."""
    if len(digits) != 2:
        return int(digits)
    now = reference.year if reference else 2000
    year = now // 100 * 100 + int(digits)
    return year - 100 if year > now + YOUNGEST else year


def number_of(piece: Piece, group: str) -> int | None:
    """The whole number that a part makes ("2", "2nd", "second", "twenty-second"); -1 for "last"."""
    if not piece.has(group):
        return None
    values = [
        re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", value.lower()) for value in piece.values(group)
    ]
    number = read_number(["2" if value == "ts" else value for value in values])
    return int(number) if number is not None else None


def nth_of(piece: Piece, group: str, many: int) -> int | None:
    """The place that a part gives among so many: "second" is 2, "last", "final", "closing" are the last."""
    return many if "-1" in piece.values(group) else number_of(piece, group)


def step_of(piece: Piece, group: str = "r") -> int:
    """-1, 0 or 1, as "last", "this", "next" say."""
    found = [value for value in piece.values(group) if value in STEPS] if piece.has(group) else []
    return int(found[-1]) if found else 0


def on_day(day: date | None, scene: Scene, why: str, mod: DateMod | None = None) -> Reading | None:
    """The reading of a day found from the day of writing."""
    if day is None:
        return None
    return Reading("DATE", day.isoformat(), why, mod=mod, anchor=scene.anchor())


def counted(base: date, unit: str, count: int, scene: Scene) -> Reading | None:
    """Some units from a day: years give a year, months a month, weeks and days a day."""
    found = stepped(base, unit, count)
    if found is None:
        return Reading("DATE", "PAST_REF" if count < 0 else "FUTURE_REF", "beyond the calendar")
    return Reading("DATE", at(found, GRAIN.get(unit, unit)), COUNTED, anchor=scene.anchor())
