"""Candidates that hang on a verb: what it may attribute, to its right or to its left."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summitparse.extractors.quotes.candidate import Candidate
from summitparse.extractors.quotes.leftward import clause_left, quotation_left
from summitparse.extractors.quotes.lexicon import lemma_of
from summitparse.extractors.quotes.rightward import (
    bare_clause,
    clause_after,
    complement_after,
    quotation_after,
    told_clause,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summitparse.extractors.quotes.scene import Scene

__all__ = ["verb_candidates"]

AS_SAYING = frozenset(("as", form) for form in ("saying", "telling", "writing"))
LONGEST_QUOTED = 25
"""Tokens between "quoted" and "as saying"."""
READINGS = (
    quotation_left,
    quotation_after,
    clause_after,
    clause_left,
    bare_clause,
    told_clause,
    complement_after,
)
"""What a verb may attribute, the surest reading first."""


def verb_candidates(scene: Scene, cue: Token) -> list[Candidate]:
    """What a verb may attribute; at most one candidate, the likeliest reading first."""
    if _asked_at_start(scene, cue) or _passes_to_saying(cue):
        return []
    for read in READINGS:
        found = read(scene, cue)
        if found is not None:
            return [found]
    return []


def _asked_at_start(scene: Scene, cue: Token) -> bool:
    """Whether a question is the circumstance of the answer: "Asked whether ..., she said"."""
    return cue.i == scene.sentence(cue.i)[0] and cue.lower_.endswith("ed")


def _passes_to_saying(cue: Token) -> bool:
    """Whether the cue is the "saying" in "quoted an aide as saying"."""
    if lemma_of(cue) not in ("quote", "cite"):
        return False
    following = [token.lower_ for token in cue.doc[cue.i + 1 : cue.i + LONGEST_QUOTED]]
    return any(pair in AS_SAYING for pair in pairwise(following))
