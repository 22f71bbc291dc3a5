"""Where the content of a cue begins and ends, by the parse and by commas and marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summitparse.english.verbs import verbs
from summitparse.extractors.quotes.candidate import Range
from summitparse.extractors.quotes.lexicon import lemma_of, words
from summitparse.syntax import is_finite, subject_of
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summitparse.extractors.quotes.scene import Scene

__all__ = ["clause_end", "left_edge", "stripped", "with_marks"]

LOOSE = frozenset((",", ";", "-", "–", "—", "--", ":"))
STOPS = frozenset((".", "...", "…"))
AFTER_LAST = frozenset(("PUNCT", "SPACE", "ADP", "ADV"))
"""What can follow a verb whose clause stood before it."""


def clause_end(scene: Scene, cue: Token, start: int) -> int:
    """Where content that starts right of a cue ends: with the sentence, or before what isn't said.

    What isn't said: a verb joined to the cue, an adverbial clause of the cue after a comma, a
    participle that goes on reporting (", adding that"), ", according to", a semicolon clause.
    """
    _, end = scene.sentence(cue.i)
    if cue.dep_ in rel.RELATIVE_CLAUSE and start < cue.right_edge.i < end:
        end = cue.right_edge.i + 1
    for at in sorted(_breaks(scene, cue, start, end)):
        if at > start:
            return at
    return end


def _breaks(scene: Scene, cue: Token, start: int, end: int) -> Iterator[int]:
    for child in cue.children:
        if child.i <= start or child.i >= end:
            continue
        edge = child.left_edge.i
        if edge > start and child.dep_ in rel.CONJUNCT and _same_form(cue, child):
            yield _before_joint(scene, edge)
        elif (
            edge > start
            and child.dep_ in rel.ADVERBIAL_CLAUSE | rel.PARATAXIS
            and (scene.doc[edge - 1].text == "," or scene.doc[edge].text == ",")
        ):
            yield edge
    for i in range(start + 1, end):
        if scene.inside[i] < 0 and (_goes_on_reporting(scene, i) or _joined_report(scene, i)):
            yield i


def _same_form(cue: Token, other: Token) -> bool:
    """Whether a verb can be joined to the cue: "stressed that ... and called for ..."."""
    if other.pos_ not in ("VERB", "AUX"):
        return False
    own = subject_of(other) is not None or any(c.dep_ in rel.AUXILIARY for c in other.children)
    return own or all(
        cue.morph.get(name, []) == other.morph.get(name, []) for name in ("VerbForm", "Tense")
    )


def _before_joint(scene: Scene, edge: int) -> int:
    """Over the coordinator that stands before a joined verb but hangs elsewhere."""
    return edge - 1 if scene.doc[edge - 1].dep_ in rel.COORDINATOR else edge


def _goes_on_reporting(scene: Scene, at: int) -> bool:
    """Whether after a comma the reporting goes on: ", adding that", ", while calling for"."""
    doc = scene.doc
    if doc[at - 1].text == ";":
        _, end = scene.sentence(at)
        return any(_reports(scene, i) for i in range(at, end))
    if doc[at - 1].text not in (",", "—", "–", "--"):
        return False
    following = doc[at + 1] if at + 1 < len(doc) else doc[at]
    if doc[at].lower_ in ("and", "but") and at > 1 and scene.inside[at - 2] >= 0:
        return following.lower_ != "that"
    if doc[at].lower_ == "according":
        return True
    word = following if doc[at].lower_ in words("before_participle") else doc[at]
    return word.lower_ in words("participle")


def _joined_report(scene: Scene, at: int) -> bool:
    """Whether a second report begins: "... and (also) stated that"."""
    doc = scene.doc
    if doc[at].lower_ not in ("and", "but"):
        return False
    verb = next((token for token in doc[at + 1 : at + 3] if token.pos_ != "ADV"), None)
    if verb is None or verb.i + 1 >= len(doc) or doc[verb.i + 1].lower_ not in ("that", "to"):
        return False
    return _reports(scene, verb.i) and verb.lower_ != lemma_of(verb)


def _reports(scene: Scene, at: int) -> bool:
    token = scene.doc[at]
    return scene.inside[at] < 0 and token.pos_ == "VERB" and lemma_of(token) in verbs("speech")


def left_edge(scene: Scene, cue: Token) -> int:
    """Where the speech clause of a cue begins: its subject if that stands before it."""
    group = rel.AUXILIARY | rel.NEGATION | rel.ADVERB
    edge = min([cue.i, *(child.i for child in cue.children if child.dep_ in group)])
    subject = subject_of(cue)
    low = _after_quotation(scene, cue.i)
    if subject is not None and subject.i < cue.i:
        edge = min(edge, subject.left_edge.i)
        return max(edge, low, _after_clause(scene, cue, edge) or 0)
    begin, end = scene.sentence(cue.i)
    last = cue.i + 1 >= end or scene.doc[cue.i + 1].pos_ in AFTER_LAST
    return max(low, (_after_clause(scene, cue, begin) if last else None) or edge)


def _after_clause(scene: Scene, cue: Token, edge: int) -> int | None:
    """Where the words beside a cue begin, if what the parser takes for its subject is a clause's:
    in "Rain fell, the bank said" nothing but the bank stands between the comma and the cue.
    """
    last = _over_apposition(scene, cue.i, edge)
    comma = next((i for i in range(last - 1, edge, -1) if scene.doc[i].text == ","), edge)
    beside = scene.doc[comma + 1 : last]
    named = any(token.pos_ in ("NOUN", "PROPN", "PRON") for token in beside)
    told = any(token.pos_ in ("VERB", "AUX") for token in scene.doc[edge:comma])
    alone = not any(is_finite(token) or token.pos_ == "CCONJ" for token in beside)
    return comma + 1 if named and told and alone else None


def _over_apposition(scene: Scene, at: int, edge: int) -> int:
    """Before an apposition between commas, where one ends at a cue: "the envoy, Ana Soto, said"."""
    doc = scene.doc
    if doc[at - 1].text != ",":
        return at
    first = next((i for i in range(at - 2, edge, -1) if doc[i].text == ","), None)
    if first is None or any(token.pos_ in ("VERB", "AUX") for token in doc[first:at]):
        return at
    return first


def _after_quotation(scene: Scene, at: int) -> int:
    """The first token after the last quotation before a token, within the sentence."""
    start, _ = scene.sentence(at)
    for i in range(at - 1, start - 1, -1):
        if scene.inside[i] >= 0:
            return i + 1
    return start


def with_marks(scene: Scene, piece: Range, barred: Range | None) -> Range:
    """A piece grown over the quotations that it cuts, but never over the cue."""
    start, end = piece
    for at in (start, end - 1):
        marked = scene.quotation(at)
        if marked is not None and not (
            barred and marked.start < barred[1] and barred[0] < marked.end
        ):
            start, end = min(start, marked.start), max(end, marked.end)
    return start, end


def stripped(scene: Scene, piece: Range) -> Range:
    """A piece without commas, joints and the sentence's stop at its ends, unless in marks."""
    start, end = piece
    while start < end and _loose_start(scene, start):
        start += 1
    while end > start and _loose_end(scene, end - 1):
        end -= 1
    return start, end


def _loose_start(scene: Scene, at: int) -> bool:
    token = scene.doc[at]
    return token.is_space or (
        scene.inside[at] < 0
        and (token.text in LOOSE or token.dep_ in rel.COORDINATOR or token.text in STOPS)
    )


def _loose_end(scene: Scene, at: int) -> bool:
    token = scene.doc[at]
    return token.is_space or (
        scene.inside[at] < 0 and (token.text in LOOSE | STOPS or token.dep_ in rel.COORDINATOR)
    )
