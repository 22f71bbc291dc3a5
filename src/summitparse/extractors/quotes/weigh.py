"""How likely a candidate is an attribution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from summitparse.extractors.quotes.candidate import Candidate
from summitparse.extractors.quotes.lexicon import words

if TYPE_CHECKING:
    from summitparse.extractors.quotes.scene import Scene

__all__ = ["LEAST", "weigh"]

LEAST = 0.5
"""Confidence from which on a candidate is given."""
CERTAIN = {"quotation": 0.95, "quotation_left": 0.98, "according": 0.95, "colon": 0.9}
CLAUSE = 0.9
COMPLEMENT = 0.7


def weigh(found: Iterable[Candidate], scene: Scene) -> Iterator[Candidate]:
    """The candidates with their scores, by class of cue and frame."""
    for each in found:
        each.score = _score(each)
        yield each


def _score(found: Candidate) -> float:
    speech = found.lemma in words("speech")
    if found.frame in CERTAIN:
        return CERTAIN[found.frame] if speech or found.head is not None else 0.0
    if found.head is None:
        return 0.0
    if found.frame in ("clause", "left"):
        return CLAUSE if speech else 0.0
    if found.frame == "object":
        return COMPLEMENT if found.lemma in words("about") else 0.0
    if f"{found.lemma} {found.frame}" in words("with_preposition"):
        return COMPLEMENT
    return 0.0
