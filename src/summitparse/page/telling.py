"""Whether words of a page tell something: a sentence, or the better part of one."""

from __future__ import annotations

import re

from summitparse.english.inflection import told_forms_of
from summitparse.page.words import words

__all__ = ["TEXT_END", "has_verb", "is_sentence", "tells"]

TEXT_END = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
NOT_BY = ("by", "from")
SHORTEST_SENTENCE, SHORTEST_HEADLINE = 4, 5
SMALL_WORDS = 3


def tells(text: str) -> bool:
    """Whether words hold a verb with a subject before it, or end as a sentence does.

    >>> tells("The minister said the treaty would hold"), tells("Jun 12, 2025 by Mia Salo")
    (True, False)
    """
    found = WORD.findall(text)
    if len(found) >= SHORTEST_SENTENCE - 1 and has_verb(found):
        return True
    small = sum(word.islower() for word in found)
    return len(found) >= SHORTEST_SENTENCE and small > 1 and bool(TEXT_END.search(text.rstrip()))


def is_sentence(text: str) -> bool:
    """Whether words tell something, or are as many small words as a headline has.

    >>> is_sentence("Ports sign a pact on pilots"), is_sentence("Home > World > Europe")
    (True, False)
    """
    found = WORD.findall(text)
    small = sum(word.islower() for word in found)
    headline = len(found) >= SHORTEST_HEADLINE and small >= SMALL_WORDS and "," not in text
    return headline or tells(text)


def has_verb(found: list[str]) -> bool:
    """Whether a verb stands behind the first of some words."""
    return any(
        _is_verb(word, found[at + 1] if at + 1 < len(found) else "")
        for at, word in enumerate(found[1:], 1)
    )


def _is_verb(word: str, following: str) -> bool:
    """A verb of the lists, or a small word in "-ed" that no "by" makes a participle."""
    low = word.lower()
    if word in words("small_verbs") or low in words("verbs") or low in told_forms_of("saying"):
        return True
    past = word.islower() and word.endswith("ed") and len(word) > SHORTEST_SENTENCE
    return past and following not in NOT_BY
