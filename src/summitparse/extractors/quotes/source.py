"""Who says it: the words that name the source of a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitparse.extractors.quotes.candidate import Range
from summitparse.syntax import (
    agent_of,
    appositions_of,
    conjuncts,
    is_passive,
    logical_subject,
    noun_phrase,
    subject_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from summitparse.extractors.quotes.scene import Scene

__all__ = ["phrase_of", "source_of"]

EMPTY = frozenset(("there",))
LONGEST = 25
"""Tokens of a source; a longer one is the parser's slip."""


def source_of(
    scene: Scene, cue: Token, content: Sequence[Range]
) -> tuple[Token | None, Range | None]:
    """Head and phrase of whoever says it; (None, None) where nobody is named."""
    head = _doer(cue)
    if head is None or head.lower_ in EMPTY or any(a <= head.i < b for a, b in content):
        return None, None
    return head, phrase_of(scene, head, content)


def _doer(cue: Token) -> Token | None:
    if is_passive(cue):
        return agent_of(cue)
    return subject_of(cue) or logical_subject(cue)


def phrase_of(scene: Scene, head: Token, content: Sequence[Range] = ()) -> Range:
    """The noun phrase of a source with what is set beside it and joined to it."""
    start, end = noun_phrase(head)
    for each in conjuncts(head)[1:]:
        if each.pos_ in ("NOUN", "PROPN", "PRON"):
            end = max(end, noun_phrase(each)[1])
    for each in appositions_of(head):
        end = max(end, noun_phrase(each)[1])
    start, end = max(start, head.i - LONGEST), min(end, head.i + LONGEST)
    for a, b in content:
        if start < b <= head.i:
            start = b
        if head.i < a < end:
            end = a
    while end - 1 > head.i and scene.doc[end - 1].is_punct:
        end -= 1
    while start < head.i and (scene.doc[start].is_punct or scene.inside[start] >= 0):
        start += 1
    return min(start, head.i), max(end, head.i + 1)
