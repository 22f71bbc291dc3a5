"""Days and months by name, and ranges of them in one piece."""

from __future__ import annotations

import re
from datetime import date

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.notdates import is_month
from summitparse.extractors.dates.parts import mod_of, number_of, year_of
from summitparse.extractors.dates.scene import AS_WRITTEN, Reader, Reading, Scene, unread
from summitparse.extractors.dates.values import days_of, real_day, unit_of
from summitparse.extractors.dates.words import letter_of
from summitparse.models.mentions import DateMod

__all__ = ["ABSOLUTE", "day", "month", "range_start"]

FAR = 7
"""How many years around the day of writing a weekday may choose among."""
RANGE_WORDS = ("to", "through", "until", "-", "–", "—")
LIST = re.compile(r"[^.;:!?]{3,60}(?:,|\sand)\s[^.;:!?]{0,60}")
"""What stands between two months of a list."""
NEXT_TO = 30
"""How many characters before a range's second day its first may begin."""


def day(piece: Piece, scene: Scene) -> Reading | None:
    """A day of a month, with or without its year and weekday."""
    number, month_number = number_of(piece, "d") or number_of(piece, "dw") or 0, _month_of(piece)
    weekday = int(piece.value("wd") or 0)
    year = year_of(piece, scene)
    mod: DateMod | None = "APPROX" if piece.holds("approx") else None
    if not real_day(2000, month_number, number) or _is_amount(piece):
        return None
    if year:
        return _full(real_day(year, month_number, number), weekday, mod)
    if scene.reference is None:
        return Reading("DATE", None, "its year isn't given, and the day of writing isn't known")
    return _yearless(piece, scene, month_number, number, weekday, mod)


def _is_amount(piece: Piece) -> bool:
    """Whether the number is money: "paid $12 December 3"."""
    before = piece.words.letters[piece.first - 1 : piece.first]
    return before == letter_of("money") and not piece.holds("approx")


def _month_of(piece: Piece, group: str = "mo") -> int:
    return int(piece.value(group) or 0)


def _full(found: date | None, weekday: int, mod: DateMod | None) -> Reading:
    """A day with its year; a weekday that disagrees is named, with the day it would fit."""
    if found is None:
        return Reading("DATE", None, "that year has no such day")
    if not weekday or found.isoweekday() == weekday:
        return Reading("DATE", found.isoformat(), AS_WRITTEN, mod=mod)
    years = sorted(range(found.year - FAR, found.year + FAR + 1), key=lambda y: abs(y - found.year))
    days = (real_day(year, found.month, found.day) for year in years)
    fit = next((each.isoformat() for each in days if each and each.isoweekday() == weekday), None)
    why = "as written, though its weekday disagrees"
    return Reading("DATE", found.isoformat(), why, mod=mod, alternatives=(fit,) if fit else ())


def _yearless(
    piece: Piece, scene: Scene, month_number: int, number: int, weekday: int, mod: DateMod | None
) -> Reading | None:
    """The day in the year that fits best: nearest, on the sentence's side, with the right weekday."""
    assert scene.reference is not None
    around = range(scene.reference.year - FAR, scene.reference.year + FAR + 1)
    days = [found for year in around if (found := real_day(year, month_number, number))]
    best = scene.best([(each, each) for each in days], piece)
    if best is None:
        return None
    chosen, why = best[0], "in the year that fits the reference date and the sentence"
    begun, period = range_start(piece, scene), _ended_period(piece, scene)
    if begun:
        chosen = next((each for each in days if each >= begun), chosen)
    elif period:
        chosen = min(days, key=lambda each: abs(each - period))
    others: tuple[str, ...] = ()
    fitting = [each for each in days if each.isoweekday() == weekday]
    if fitting and chosen not in fitting:
        others = (chosen.isoformat(),)
        now = scene.reference
        chosen = min(fitting, key=lambda each: (abs(each - now), each))
        why = "in the nearest year in which the weekday agrees"
    return Reading(
        "DATE", chosen.isoformat(), why, mod=mod, anchor=scene.anchor(), alternatives=others
    )


def range_start(piece: Piece, scene: Scene) -> date | None:
    """The day that a range begun directly before starts on: "from 15 June *to* 15 November"."""
    if piece.previous not in RANGE_WORDS or not scene.known:
        return None
    start, reading = scene.known[-1]
    days = days_of(reading.value) if piece.start - start <= NEXT_TO else None
    return days[0] if days else None


def _ended_period(piece: Piece, scene: Scene) -> date | None:
    """The end of the period compared with, whose last day this is: "the year-ago quarter *ended* May 2"."""
    if (
        not scene.known
        or not piece.first
        or piece.words.letters[piece.first - 1] != letter_of("ended")
    ):
        return None
    start, reading = scene.known[-1]
    near = reading.compared and piece.start - start <= NEXT_TO
    days = days_of(reading.value) if near else None
    return days[1] if days else None


def month(piece: Piece, scene: Scene) -> Reading | None:
    """A month, with or without its year."""
    number, year, mod = _month_of(piece), year_of(piece, scene), mod_of(piece, "p")
    if not is_month(piece, scene):
        return None
    if year:
        return Reading("DATE", f"{year:04}-{number:02}", AS_WRITTEN, mod=mod)
    found = _following_year(number, piece, scene) or scene.nearest_year(f"{number:02}", piece)
    if found is None:
        return Reading("DATE", None, "its year isn't given, and the day of writing isn't known")
    why = "in the year that fits the reference date and the sentence"
    return Reading("DATE", f"{found:04}-{number:02}", why, mod=mod, anchor=scene.anchor())


def _following_year(number: int, piece: Piece, scene: Scene) -> int | None:
    """The year of a month that follows another: "from May to *September*", "in May, in *September*"."""
    if not scene.known or unit_of(scene.known[-1][1].value) != "M":
        return None
    begun = range_start(piece, scene) or _listed(piece, scene)
    return begun.year + (number < begun.month) if begun else None


def _listed(piece: Piece, scene: Scene) -> date | None:
    """The month to come that a list of months goes on from."""
    start, reading = scene.known[-1] if scene.known else (0, None)
    if reading is None or scene.reference is None:
        return None
    days, between = days_of(reading.value), piece.words.text[start : piece.start]
    ahead = days is not None and days[0] > scene.reference
    if days is None or not ahead or not LIST.fullmatch(between) or scene.side(piece).way == "past":
        return None
    return days[0]


def dayrange(piece: Piece, scene: Scene) -> Reading | None:
    """Days of one month in one piece: "June 3-5", "14 and 15 November"."""
    first, last = number_of(piece, "d1") or 0, number_of(piece, "d2") or 0
    number = _month_of(piece)
    written = year_of(piece, scene)
    year = written or scene.nearest_year(f"{number:02}-{first:02}", piece)
    if year is None:
        return unread() if real_day(2000, number, first) else None
    begin, end = real_day(year, number, first), real_day(year, number, last)
    if begin is None or end is None or end <= begin:
        return None
    ends = begin.isoformat(), end.isoformat()
    anchor = None if written else scene.anchor()
    return Reading("DATE", None, "the days " + AS_WRITTEN, pair=ends, anchor=anchor)


def monthrange(piece: Piece, scene: Scene) -> Reading | None:
    """Two months in one piece: "the January-September period"."""
    first, last = _month_of(piece), _month_of(piece, "mo2")
    written = year_of(piece, scene)
    end_year = written or scene.nearest_year(f"{last:02}", piece)
    if end_year is None:
        return unread()
    year = end_year - (last < first)
    ends = f"{year:04}-{first:02}", f"{end_year:04}-{last:02}"
    anchor = None if written else scene.anchor()
    return Reading("DATE", None, "the months " + AS_WRITTEN, pair=ends, anchor=anchor)


ABSOLUTE: dict[str, Reader] = {
    reader.__name__: reader for reader in (day, month, dayrange, monthrange)
}
