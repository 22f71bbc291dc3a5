"""Days and months by name, and ranges of them in one piece."""

from __future__ import annotations

import re
from datetime import date

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.notdates import is_month
from summitparse.extractors.dates.parts import (
    full_year,
    is_glued,
    mod_of,
    number_of,
    step_of,
    year_of,
)
from summitparse.extractors.dates.scene import AS_WRITTEN, Reader, Reading, Scene
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
    year = year_of(piece, scene) or _pointed_year(piece, scene)
    mod: DateMod | None = "APPROX" if piece.holds("approx") else None
    if (piece.has("yw") and year is None) or (
        piece.kind == "day" and piece.value("u") not in (None, "D")
    ):
        return None
    if not real_day(2000, month_number, number) or _is_amount(piece) or _is_tail(piece):
        return None
    if piece.has("glued"):
        return _glued(piece, scene, month_number, number)
    if year:
        return _full(real_day(year, month_number, number), weekday, mod)
    if scene.reference is None:
        return Reading("DATE", None, "its year isn't given, and the day of writing isn't known")
    return _yearless(piece, scene, month_number, number, weekday, mod)


def _glued(piece: Piece, scene: Scene, month_number: int, number: int) -> Reading | None:
    """Forms like "19-Nov-12", "29/Nov/2016"."""
    raw = piece.value("y") or ""
    if not is_glued(piece) or len(raw) not in (2, 4):
        return None
    return _full(real_day(full_year(raw, scene.reference), month_number, number), 0, None)


def _pointed_year(piece: Piece, scene: Scene) -> int | None:
    """The year of "January 1 *next year*", which is an expression of its own."""
    if not scene.reference or not piece.has("whole") or piece.values("whole")[-1] != "Y":
        return None
    return scene.reference.year + step_of(piece, "whole")


def _is_amount(piece: Piece) -> bool:
    """Whether the number is money: "paid $12 December 3"."""
    before = piece.words.letters[piece.first - 1 : piece.first]
    return before == letter_of("money") and not piece.holds("approx")


def _is_tail(piece: Piece) -> bool:
    """Whether the number ends a name: "Memorandum-14 of September 2018"."""
    before = piece.words.text[max(0, piece.start - 2) : piece.start]
    return re.fullmatch(r"[^\W\d_]-", before) is not None and piece.words.raw(piece.first).isdigit()


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
    now = scene.reference
    assert now is not None
    around = range(now.year - FAR, now.year + FAR + 1)
    days = [found for year in around if (found := real_day(year, month_number, number))]
    chosen = _beside(piece, scene, days) or _named(scene, days) or _nearest(piece, scene, days)
    if chosen is None:
        return None
    why = "in the year that fits the reference date and the sentence"
    others: tuple[str, ...] = ()
    fitting = [each for each in days if each.isoweekday() == weekday]
    if fitting and chosen not in fitting:
        others = (chosen.isoformat(),)
        chosen = min(fitting, key=lambda each: (abs(each - now), each))
        why = "in the nearest year in which the weekday agrees"
    return Reading(
        "DATE", chosen.isoformat(), why, mod=mod, anchor=scene.anchor(), alternatives=others
    )


def _beside(piece: Piece, scene: Scene, days: list[date]) -> date | None:
    """The day that follows the start of a range, or that the period compared with ended on."""
    begun, period = range_start(piece, scene), _ended_period(piece, scene)
    if begun:
        return next((each for each in days if each >= begun), None)
    return min(days, key=lambda each: abs(each - period), default=None) if period else None


def _named(scene: Scene, days: list[date]) -> date | None:
    """The day that the text named before, with its year or as what is over."""
    now = scene.reference
    known = {(named.value or "")[:10] for _, named in scene.known if named.type != "SET"}
    return next(
        (each for each in reversed(days) if now and each <= now and str(each) in known), None
    )


def _nearest(piece: Piece, scene: Scene, days: list[date]) -> date | None:
    """The day that fits best; the last or the next where the text says so."""
    now = scene.reference
    if now and piece.has("r"):
        days = [each for each in days if (each > now) == (step_of(piece) > 0)]
        return min(days, key=lambda each: abs(each - now), default=None)
    best = scene.best([(each, each) for each in days], piece)
    return best[0] if best else None


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


ABSOLUTE: dict[str, Reader] = {reader.__name__: reader for reader in (day, month)}
