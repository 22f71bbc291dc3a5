"""Numbers that belong to a name or pronoun: "the Group of Seven", "no one", "2016 Stone"."""

from __future__ import annotations

import re

from summitparse.extractors.figures.draft import Draft

__all__ = ["ABBREVIATION", "NET", "PLAN", "is_pronoun", "is_proper", "is_titled"]

OF = re.compile(r"\s+of\b")
TITLE = re.compile(r"(?<!\w)[A-Z]\w+\s$")
LONG_LOWER = re.compile(r"(?<!\w)[a-z]{4,}")
FEW = 4
"""Small words that tell a sentence from a headline in capitals."""
LOWER = re.compile(r"(?<!\w)[a-z]+\s$")
PLAN = re.compile(r"[\w ]{1,30}-(?:Year|Month|Week|Day)s? [A-Z]")
"""A plan named by how long it lasts: "the Five-Year Plan"."""
NET = re.compile(r"\bnet[ -]$", re.I)
PRONOUN_ONE = re.compile(
    r"\b(?:no|any|every|each|the|this|that|which|some|another|the only|last|next|first|number)\s$",
    re.I,
)
ABBREVIATION = re.compile(r"(?<![\w.])(?!U\.?S|UK|UN|EU|UAE|US)[A-Z&]{1,5}\s$")


def is_titled(text: str, made: Draft) -> bool:
    """Whether the unit stands in capitals ("2016 Stone")."""
    words = text[made.number.end : made.end].split()
    return bool(words) and words[0].istitle()


def is_proper(text: str, made: Draft) -> bool:
    """A number word in capitals amid a sentence: 'the Group of Seven', 'the Five Eyes'."""
    if made.number.kind != "words" or not text[made.start].isupper():
        return False
    if text[made.start : made.number.end].isupper():
        return False
    if LOWER.search(text, max(0, made.start - 14), made.start):
        return True
    return bool(
        TITLE.search(text, max(0, made.start - 24), made.start)
        and len(LONG_LOWER.findall(text, max(0, made.start - 90), made.end + 90)) >= FEW
    )


def is_pronoun(text: str, made: Draft) -> bool:
    """'one of the', 'no one', 'the one', 'one another'."""
    if OF.match(text, made.end) or text[made.end : made.end + 1] in ("'", "’"):
        return True
    return bool(PRONOUN_ONE.search(text, max(0, made.start - 10), made.start))
