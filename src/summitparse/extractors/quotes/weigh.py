"""How likely a candidate is an attribution.

Two judges. The lexicon says what class of cue in what frame is speech. Weights learnt from PolNeAR
(`polnear/weights.tsv`, which can be left out) know attitudes and intentions as well, and the
company that makes a word no cue. Where the file is missing the lexicon alone decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

from summitparse.english.verbs import verbs
from summitparse.extractors.quotes.candidate import Candidate
from summitparse.extractors.quotes.features import features
from summitparse.extractors.quotes.lexicon import words
from summitparse.lexicon import read_table

if TYPE_CHECKING:
    from summitparse.extractors.quotes.scene import Scene

__all__ = ["LEAST", "by_lexicon", "by_weights", "weigh", "weights"]

LEAST = 0.5
"""Confidence from which on a candidate is given."""
WEIGHTS = Path(__file__).parent / "polnear" / "weights.tsv"
CERTAIN = {"quotation": 0.95, "quotation_left": 1.0, "according": 0.95, "colon": 0.9}
CLAUSE = 0.9
COMPLEMENT = 0.7
LEXICON_SHARE = 0.5
"""How much the lexicon counts beside the weights, for what it knows as speech."""
HANDICAP = 0.05
"""What an attitude, which the weights alone know, must be more probable by than speech."""


def weigh(found: Iterable[Candidate], scene: Scene) -> Iterator[Candidate]:
    """The candidates with their scores."""
    table = weights()
    for each in found:
        each.score = _together(scene, each, table) if table else by_lexicon(each)
        yield each


def _together(scene: Scene, found: Candidate, table: dict[str, float]) -> float:
    speech = by_lexicon(found)
    if not speech and (found.lemma in words("act") or found.head is None):
        return 0.0
    learnt = by_weights(scene, found, table)
    if speech:
        return LEXICON_SHARE * speech + (1 - LEXICON_SHARE) * learnt
    return max(0.0, learnt - HANDICAP)


@cache
def weights() -> dict[str, float]:
    """The learnt weights by feature; empty where the file was left out."""
    if not WEIGHTS.exists():
        return {}
    rows = read_table(WEIGHTS, ("feature", "weight"))
    return {name: float(value) for name, value in rows}


def by_weights(scene: Scene, found: Candidate, table: dict[str, float]) -> float:
    """The probability that the weights give a candidate, between 0 and 1."""
    total = sum(table.get(name, 0.0) for name in features(scene, found))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def by_lexicon(found: Candidate) -> float:
    """The confidence of a candidate's class of cue and frame, 0 for what isn't speech."""
    speech = found.lemma in verbs("speech")
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
