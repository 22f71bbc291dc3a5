"""Four digits that could be a year and are a clock: "at 1800 on Saturday", "around 2145 Tuesday"."""

from __future__ import annotations

import re
from functools import lru_cache

from summitparse.extractors.dates.cues import cue_lists, text_before
from summitparse.extractors.dates.grammar import Piece, day_beside
from summitparse.extractors.dates.spoken import sentence_of

__all__ = ["is_clock_beside_day", "is_year_a_clock"]

CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
SURE = ("at",)
LOOSE = ("by", "before", "after", "until", "till", "from")
PLANS = (2020, 2060)
"""The years of plans: "carbon neutral by 2030", said on Monday, is no clock."""
AMOUNT = re.compile(r"\b(?:to|of|from|than|with|for|drew|killed|some) $")
"""What stands before an amount with "about" or "around"."""


def is_year_a_clock(piece: Piece) -> bool:
    """Whether what looks like a year is a clock: a day or zone stands behind it."""
    return day_beside(piece) and is_clock_beside_day(piece, piece.value("y") or "")


def is_clock_beside_day(piece: Piece, raw: str) -> bool:
    """Whether four digits before a day are a clock, by the word before them; no price, no amount."""
    if not CLOCK.fullmatch(raw) or _traded().search(sentence_of(piece)[1]):
        return False
    if piece.holds("approx"):
        return AMOUNT.search(text_before(piece)) is None
    return piece.previous in SURE or (
        piece.previous in LOOSE and not PLANS[0] <= int(raw) <= PLANS[1]
    )


@lru_cache(maxsize=1)
def _traded() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(cue_lists()['traded'])})", re.IGNORECASE)
