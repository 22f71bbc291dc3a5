"""Ages without "old": "aged 29", "Maria Lopez, 58, said", "women over 45", "At 63, she"."""

from __future__ import annotations

import re
from functools import cache

from summitparse.extractors.figures.context import ends_phrase
from summitparse.extractors.figures.draft import Draft
from summitparse.extractors.figures.words import word_set, words

__all__ = ["is_age"]

AGED = re.compile(
    r"\b(?:age of|aged?(?: (?:about|around|at least|between|from|over|under|up to))?|ages"
    r"|(?:who|he|she) (?:is|was|turned|turns)|(?:average|median|mean) age (?:is|was|of))\s$",
    re.I,
)
AGE_ASIDE = re.compile(
    r"[A-Z][\w'’-]+, $|, (?:all|both|now|then) $|(?:^|[.!?][\"”’]? |\n)At $"
    r"|\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir) (?:[\w-]+ ){0,2}([a-z-]+), $"
)
ASIDE_END = re.compile(r"[,.;)]")
AGES = range(14, 111)


def is_age(text: str, made: Draft) -> bool:
    """'aged 29', 'over the age of 21', 'who was 10', 'Maria Lopez, 58, said'."""
    if made.number.kind != "digits" or not 0 < made.low <= made.high < AGES.stop:
        return False
    window = text[max(0, made.start - 20) : made.start]
    stops = "aged " in window or ends_phrase(text, made.end)
    aside = AGE_ASIDE.search(text, max(0, made.start - 40), made.start)
    if not (made.single and ASIDE_END.match(text, made.end) and AGES[0] <= made.low <= AGES[-1]):
        aside = None
    led = AGED.search(window) or _over_age().search(window)
    if aside and aside[1] in word_set("level_nouns"):
        return False
    if not (stops and led) and not (aside and len(made.number.raw) == 2):
        return False
    made.kind, made.unit = "quantity", "year of age"
    return True


@cache
def _over_age() -> re.Pattern[str]:
    """'people over 65', 'children under five'."""
    return re.compile(rf"\b(?:{'|'.join(words()['of_ages'])}) (?:over|under|above|below) $", re.I)
