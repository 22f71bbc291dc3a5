"""Candidates that hang on a noun or an adjective: "her claim that ...", "is confident that ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitparse.extractors.quotes.candidate import Candidate, Range
from summitparse.extractors.quotes.clause import stripped, with_marks
from summitparse.extractors.quotes.lexicon import lemma_of, words
from summitparse.extractors.quotes.source import phrase_of
from summitparse.syntax import labels as rel
from summitparse.syntax import logical_subject, possessor_of, prepositions_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summitparse.extractors.quotes.scene import Scene

__all__ = ["adjective_candidates", "noun_candidates"]

FURTHEST = 3
"""Tokens between a noun and the preposition that leads to its content."""


def noun_candidates(scene: Scene, cue: Token) -> list[Candidate]:
    """What a noun of speech or attitude attributes to its owner, or to the verb's subject."""
    if lemma_of(cue) not in words("noun"):
        return []
    content = _clause_of(cue) or _phrase_of(cue)
    if content is None:
        return []
    frame, start, end, cue_end = content
    return _made(scene, cue, f"noun {frame}", (start, end), cue_end, _owner(cue))


def _clause_of(cue: Token) -> tuple[str, int, int, int] | None:
    for child in cue.children:
        if (
            child.dep_ in rel.COMPLEMENT_CLAUSE | rel.NOUN_CLAUSE - rel.RELATIVE_CLAUSE
            and child.i > cue.i
        ):
            first = child.left_edge
            if first.lower_ in ("that", "to"):
                return first.lower_, first.i, child.right_edge.i + 1, cue.i + 1
    return None


def _phrase_of(cue: Token) -> tuple[str, int, int, int] | None:
    for case, noun in prepositions_of(cue):
        if cue.i < case.i <= cue.i + FURTHEST and case.lower_ in words("leads_to_content"):
            return case.lower_, case.i + 1, noun.right_edge.i + 1, case.i + 1
    return None


def _owner(cue: Token) -> Token | None:
    """Whose claim it is: the possessor, "by" somebody, or who makes it."""
    owner = possessor_of(cue)
    if owner is not None:
        return owner
    by = next((noun for case, noun in prepositions_of(cue) if case.lower_ == "by"), None)
    if by is not None or cue.dep_ not in rel.OBJECT:
        return by
    return subject_of(cue.head) or logical_subject(cue.head)


def adjective_candidates(scene: Scene, cue: Token) -> list[Candidate]:
    """What a predicate adjective attributes to its subject: "is confident that ..."."""
    subject = subject_of(cue)
    clause = next(
        (c for c in cue.children if c.dep_ in rel.COMPLEMENT_CLAUSE and c.i > cue.i), None
    )
    if subject is None or clause is None:
        return []
    first = max(clause.left_edge.i, cue.i + 1)
    frame = "adjective to" if scene.doc[first].lower_ == "to" else "adjective"
    return _made(scene, cue, frame, (first, clause.right_edge.i + 1), cue.i + 1, subject)


def _made(
    scene: Scene, cue: Token, frame: str, content: Range, cue_end: int, head: Token | None
) -> list[Candidate]:
    cue_range = (cue.i, cue_end)
    piece = stripped(scene, with_marks(scene, content, cue_range))
    if not any(token.is_alpha for token in scene.doc[slice(*piece)]):
        return []
    if head is not None and piece[0] <= head.i < piece[1]:
        head = None
    source = phrase_of(scene, head, [piece]) if head is not None else None
    return [Candidate(cue, cue_range, frame, [piece], head, source)]
