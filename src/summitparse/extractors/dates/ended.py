"""Periods told by their end: "the three months to June", "the financial year that ended in March"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.numerals import read_number
from summitparse.extractors.dates.parts import number_of, year_of
from summitparse.extractors.dates.scene import Reader, Reading, Scene, unread
from summitparse.extractors.dates.values import real_day, stepped

__all__ = ["ENDED"]

MONTHS = {"M": 1, "Q": 3, "Y": 12, "12M": 12}
LONGEST = 60
"""A period of more months isn't told so."""


def ended(piece: Piece, scene: Scene) -> Reading | None:
    """The months, or the days, that end there."""
    count, unit = _count(piece)
    if not count or unit not in MONTHS or count * MONTHS[unit] > LONGEST:
        return None
    if scene.reference is None and not piece.has("y"):
        return unread()
    last = _last_day(piece, scene)
    begin = last and stepped(last + timedelta(1), "M", -count * MONTHS[unit])
    if begin is None or last is None:
        return None
    whole = begin.day == 1
    ends = begin.isoformat()[: 7 if whole else 10], last.isoformat()[: 7 if whole else 10]
    why = "the period that ends there"
    return Reading("DATE", None, why, pair=ends, anchor=None if piece.has("y") else scene.anchor())


def _count(piece: Piece) -> tuple[int, str]:
    number = read_number(piece.values("n")) if piece.has("n") else None
    if piece.has("n") and (number is None or number.denominator > 1):
        return 0, ""
    return int(number) if number else 1, piece.value("u") or ""


def _last_day(piece: Piece, scene: Scene) -> date | None:
    """The day on which the period ends: that written, or the last of its month."""
    month, year = int(piece.value("mo") or 0), year_of(piece, scene)
    if year is None and scene.reference:
        year = scene.reference.year + _step(piece, scene, month, scene.reference.month)
    if year is None or not 1 <= year < 9999:
        return None
    number = number_of(piece, "d") if piece.has("d") else monthrange(year, month)[1]
    return real_day(year, month, number or 0)


def _step(piece: Piece, scene: Scene, month: int, now: int) -> int:
    """How many years on the month lies: the last one, or the next where the sentence foretells."""
    ahead = piece.value("e") == "1" or scene.side(piece).way == "future"
    return month < now if ahead else -(month > now)


ENDED: dict[str, Reader] = {"ended": ended}
