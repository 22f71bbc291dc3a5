"""What candidates that hang on a verb have in common: how one is made of a verb and its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitparse.extractors.quotes.candidate import Candidate, Range
from summitparse.extractors.quotes.clause import stripped, with_marks
from summitparse.extractors.quotes.lexicon import lemma_of, words
from summitparse.extractors.quotes.source import source_of
from summitparse.syntax import labels as rel
from summitparse.syntax import object_of, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summitparse.extractors.quotes.scene import Scene

__all__ = ["VERBAL", "made"]

VERBAL = frozenset(("VERB", "AUX"))


def made(
    scene: Scene, cue: Token, frame: str, content: list[Range], cue_end: int | None = None
) -> Candidate | None:
    """A candidate with its source; None where no word of content is left."""
    start, end = verb_group(cue)
    cue_range = (start, max(end, cue_end or 0))
    grown = (with_marks(scene, piece, cue_range) for piece in content)
    pieces = [stripped(scene, piece) for piece in grown]
    pieces = [
        (a, b)
        for a, b in pieces
        if any(token.is_alpha or token.like_num for token in scene.doc[a:b])
    ]
    if not pieces or _says_nothing(scene, pieces):
        return None
    left = frame in ("left", "quotation_left")
    head, source = source_of(scene, cue, pieces, left=left)
    return Candidate(cue, cue_range, frame, pieces, head, source, _addressee(cue))


def _says_nothing(scene: Scene, pieces: list[Range]) -> bool:
    """A pronoun alone ("denied this"), or how somebody spoke or didn't ("on condition of anonymity")."""
    (start, end), *more = pieces
    if more:
        return False
    if end - start == 1 and scene.doc[start].pos_ == "PRON":
        return True
    first = scene.doc[start : min(end, start + 3)].text.lower()
    return any(f"{first} ".startswith(f"{phrase} ") for phrase in words("nothing"))


def _addressee(cue: Token) -> Token | None:
    lemma = lemma_of(cue)
    indirect = next((child for child in cue.children if child.dep_ in rel.INDIRECT_OBJECT), None)
    if indirect is not None or lemma not in words("addressed"):
        return indirect
    return object_of(cue)
