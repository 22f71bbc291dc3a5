"""Rates of exchange: the currency of a number that says what a dollar costs."""

from __future__ import annotations

import re

from summitparse.extractors.figures.currencies import Money, named_money
from summitparse.extractors.figures.numbers import Number
from summitparse.extractors.figures.places import Countries

__all__ = ["exchanged"]

REACH = 120
AGAINST = re.compile(
    r"\s(?:(?:per|to|against|versus|for)(?: an?| one| the)?|an?)"
    r" (?:U\.?S\.? )?(dollar|greenback|euro|pound)(?!\w)"
)
SENTENCE_END = re.compile(r"[.!?;]\s|\n\n")
WORD = re.compile(r"[^\W\d_]{3,}")


def exchanged(text: str, number: Number, countries: Countries) -> Money | None:
    """The currency traded at a bare number: 'the yen rose to 148.20 per dollar'."""
    against = AGAINST.match(text, number.end)
    if not against:
        return None
    before = SENTENCE_END.split(text[max(0, number.start - REACH) : number.start])[-1]
    for word in reversed(WORD.findall(before)):
        low = word.lower()
        if low != against[1] and (found := named_money(low, number, countries)):
            return found
    return None
