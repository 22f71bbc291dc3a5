"""What a verb may attribute to its left: a quotation or a clause before the speech clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summitparse.english.verbs import verbs
from summitparse.extractors.quotes.candidate import Candidate, Range
from summitparse.extractors.quotes.clause import clause_end, left_edge
from summitparse.extractors.quotes.lexicon import lemma_of, words
from summitparse.extractors.quotes.source import RELATIVE
from summitparse.extractors.quotes.verbal import VERBAL, made
from summitparse.syntax import is_finite, subject_of, verb_group
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summitparse.extractors.quotes.scene import Marked, Scene

__all__ = ["clause_left", "quotation_left"]

LONGEST_GAP = 25
"""Tokens of a source between a quotation and its verb."""


def quotation_left(scene: Scene, cue: Token) -> Candidate | None:
    """A quotation before the speech clause: "...," she said."""
    marked = _quotation_before(scene, _gap_start(scene, cue))
    if marked is None:
        return None
    start, end = scene.sentence(cue.i)
    begin = start if marked.start < start else _unquoted_start(scene, start, marked)
    pieces = [(min(begin, marked.start), marked.end), *_resumed(scene, cue, end)]
    return made(scene, cue, "quotation_left", pieces)


def _gap_start(scene: Scene, cue: Token) -> int:
    """Where the words between the last quotation and the cue begin, if no verb is among them."""
    at = verb_group(cue)[0]
    verbal = False
    for i in range(at - 1, max(-1, at - LONGEST_GAP), -1):
        token = scene.doc[i]
        if scene.inside[i] >= 0:
            return at if verbal else i + 1
        if token.text in (".", ";", ":") or token.is_space:
            break
        tells = token.pos_ in VERBAL and not _describes(token)
        verbal = (verbal or tells) and token.lower_ not in RELATIVE
    return at


def _describes(verb: Token) -> bool:
    """Whether a participle stands before the noun that it describes: "a smiling president"."""
    return verb.i < verb.head.i and verb.dep_ in rel.ADJECTIVE


def _is_participle(cue: Token) -> bool:
    """A participle reports what follows it, not what stands before it."""
    return cue.lower_.endswith("ing") and subject_of(cue) is None


def clause_left(scene: Scene, cue: Token) -> Candidate | None:
    """A clause before the speech clause, without marks: Trade fell, the bank says."""
    edge = left_edge(scene, cue)
    start, end = scene.sentence(cue.i)
    if (
        _is_participle(cue)
        or edge <= start
        or not _set_off(scene, edge)
        or not _is_content(scene, cue, start, edge)
    ):
        return None
    return made(scene, cue, "left", [(start, edge), *_resumed_clause(scene, cue, start, end)])


def _quotation_before(scene: Scene, edge: int) -> Marked | None:
    """The quotation that ends right before the speech clause."""
    at = edge - 1
    while (
        at >= 0
        and edge - at < 4
        and scene.inside[at] < 0
        and scene.doc[at].text in (",", "—", "–", "--", "-")
    ):
        at -= 1
    if at < 0 or scene.inside[at] < 0 or scene.paragraph[at] != scene.paragraph[edge]:
        return None
    marked = scene.quotation(at)
    if marked is None or marked.end != at + 1:
        return None
    inner = scene.text[marked.source.inner_start : marked.source.inner_end].rstrip()
    return marked if at < edge - 1 or inner[-1:] in ",?!…—–-" else None


def _unquoted_start(scene: Scene, start: int, marked: Marked) -> int:
    """The words before a quotation belong to the content where they are part of its sentence."""
    before = scene.doc[start : marked.start]
    verbal = any(token.pos_ in VERBAL for token in before)
    return start if verbal and not _own_report(scene, start, marked.start) else marked.start


def _own_report(scene: Scene, start: int, end: int) -> bool:
    lemmas = (lemma_of(token) for token in scene.doc[start:end] if token.pos_ == "VERB")
    return any(lemma in verbs("speech") for lemma in lemmas)


def _resumed(scene: Scene, cue: Token, end: int) -> Iterator[Range]:
    """Quotations after the speech clause in the same sentence: "...," he said, "..."."""
    at = cue.i + 1
    while at < end:
        marked = scene.quotation(at)
        if marked is not None and marked.start == at:
            before = scene.doc[at - 1]
            if before.text in (",", ":", "—", "–", "--") or before.lower_ in words("resumes"):
                yield marked.start, marked.end
            at = marked.end
        else:
            at += 1


def _set_off(scene: Scene, edge: int) -> bool:
    return scene.doc[edge - 1].text in (",", "—", "–", "--")


def _is_content(scene: Scene, cue: Token, start: int, edge: int) -> bool:
    """Whether the words before a speech clause are a clause of their own, not its circumstance."""
    if lemma_of(cue) not in verbs("speech") | words("left"):
        return False
    region = scene.doc[start:edge]
    opened = region[0].pos_ in ("ADP", "SCONJ") or region[0].lower_ in words("circumstance")
    if opened or not any(token.pos_ in VERBAL for token in region):
        return False
    heads = [
        token for token in region if not start <= token.head.i < edge or token.head.i == token.i
    ]
    heads = [token for token in heads if not token.is_punct and not token.is_space]
    circumstance = rel.ADVERBIAL_CLAUSE | rel.OBLIQUE | rel.ADVERB
    own = [
        token
        for token in heads
        if token.head.i == cue.i and token.dep_ in circumstance and not _stands_alone(token)
    ]
    joined = start <= cue.head.i < edge and cue.dep_ in rel.CONJUNCT and _coordinated(cue)
    return not joined and len(own) < len(heads)


def _stands_alone(verb: Token) -> bool:
    """Whether a clause could be a sentence of its own, so that it is no circumstance after all."""
    finite = any(is_finite(each) for each in (verb, *verb.children))
    opened = any(child.dep_ in rel.MARKER or child.pos_ == "SCONJ" for child in verb.children)
    return finite and not opened and subject_of(verb) is not None


def _coordinated(cue: Token) -> bool:
    """Whether "and" or "but" joins a verb to what stands before it; a comma alone doesn't."""
    return any(child.dep_ in rel.COORDINATOR and child.i < cue.i for child in cue.children)


def _resumed_clause(scene: Scene, cue: Token, start: int, end: int) -> Iterator[Range]:
    """The rest of a clause that a speech clause cuts: The road, he said, is open."""
    right = max([cue.i, *(c.right_edge.i for c in cue.children if c.dep_ in rel.SUBJECT)]) + 1
    if right >= end - 2 or scene.doc[right].text not in (",", "—", "–", "--"):
        return
    finite = any(token.pos_ in VERBAL for token in scene.doc[start : left_edge(scene, cue)])
    subject_before = finite and subject_of(cue) is not None
    if scene.doc[right + 1].lower_ in words("participle") or (
        subject_before and scene.doc[right + 1].lower_ not in words("resumes")
    ):
        return
    yield right + 1, clause_end(scene, cue, right + 1)
