"""All candidates of a text, in the order of their cues."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summitparse.extractors.quotes.candidate import Candidate, Range
from summitparse.extractors.quotes.clause import stripped, with_marks
from summitparse.extractors.quotes.labelled import DASHES, named_beside, without_doubles
from summitparse.extractors.quotes.nouns import adjective_candidates, noun_candidates
from summitparse.extractors.quotes.source import phrase_of
from summitparse.extractors.quotes.verbs import verb_candidates
from summitparse.syntax import possessor_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summitparse.extractors.quotes.scene import Scene

__all__ = ["gather"]

VERBAL = frozenset(("VERB", "AUX"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
LONGEST_SOURCE = 14
AT_START = 2
"""Tokens before "according" up to which it opens its sentence."""


def gather(scene: Scene) -> list[Candidate]:
    """Every candidate outside quotation marks and boilerplate."""
    found: list[Candidate] = []
    for token in scene.doc:
        if scene.inside[token.i] >= 0 or token.i in scene.skipped:
            continue
        if token.text == ":" or token.text in DASHES:
            found += named_beside(scene, token)
        elif token.pos_ == "VERB" and token.is_alpha and token.lower_ != "according":
            found += verb_candidates(scene, token)
        elif token.lower_ == "according":
            found += _according(scene, token)
        elif token.lower_ == "words":
            found += _in_words(scene, token)
        elif token.pos_ == "NOUN":
            found += noun_candidates(scene, token)
        elif token.pos_ == "ADJ":
            found += adjective_candidates(scene, token)
    return without_doubles(found)


def _according(scene: Scene, cue: Token) -> Iterator[Candidate]:
    """According to somebody: the clause around it."""
    doc = scene.doc
    if cue.i + 2 >= len(doc) or doc[cue.i + 1].lower_ != "to":
        return
    head = _noun_after(scene, cue.i + 2)
    if head is None:
        return
    _, end = phrase_of(scene, head)
    end = max(end, head.i + 1)
    start, stop = scene.sentence(cue.i)
    start = next((i + 1 for i in range(cue.i, start, -1) if doc[i].text == ";"), start)
    if cue.i - start <= AT_START:
        # Here the comma ends the source: what follows is the clause, not an apposition.
        end = next((i for i in range(head.i + 1, end) if doc[i].text == ","), end)
    pieces = list(_around(scene, start, cue.i, end, stop))
    pieces = [stripped(scene, with_marks(scene, piece, (cue.i, end))) for piece in pieces]
    pieces = [piece for piece in pieces if piece[0] < piece[1]]
    if pieces:
        yield Candidate(cue, (cue.i, cue.i + 2), "according", pieces, head, (cue.i + 2, end))


def _in_words(scene: Scene, cue: Token) -> Iterator[Candidate]:
    """In somebody's words, or in the words of somebody: the quotation in the sentence."""
    doc = scene.doc
    start, stop = scene.sentence(cue.i)
    opener = next((i for i in range(cue.i, start - 1, -1) if doc[i].lower_ == "in"), start)
    owner = possessor_of(cue)
    end = cue.i + 1
    if owner is None and end + 1 < stop and doc[end].lower_ == "of":
        owner = _noun_after(scene, end + 1)
        end = phrase_of(scene, owner)[1] if owner is not None else end
    marked = [m for i in range(start, stop) if (m := scene.quotation(i)) and m.start == i]
    if doc[opener].lower_ != "in" or owner is None or not marked:
        return
    said = next((m for m in marked if m.start >= end), marked[-1])
    pieces = [(said.start, said.end)]
    source = phrase_of(scene, owner, pieces)
    yield Candidate(cue, (opener, cue.i + 1), "according", pieces, owner, source)


def _noun_after(scene: Scene, start: int) -> Token | None:
    """The head of the noun phrase that starts at a token."""
    first = None
    for token in scene.doc[start : start + LONGEST_SOURCE]:
        if token.text in (",", ".", ";") or token.pos_ in VERBAL:
            break
        if token.pos_ in NOMINAL:
            first = first or token
            if token.left_edge.i <= start:
                return token
    return first


def _around(scene: Scene, start: int, cue: int, end: int, stop: int) -> Iterator[Range]:
    """The parts of the sentence before and after the phrase that are what is said."""
    before = any(token.pos_ in VERBAL for token in scene.doc[start:cue])
    if cue - start <= AT_START:
        comma = next((i for i in range(end, min(stop, end + 12)) if scene.doc[i].text == ","), None)
        if comma is not None:
            yield comma + 1, stop
        return
    yield start, cue
    if not before and end < stop:
        yield end, stop
