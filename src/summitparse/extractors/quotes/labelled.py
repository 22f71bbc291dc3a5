"""Quotations with a name beside them and no verb: before a colon, or behind a dash at the end of a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summitparse.english.verbs import verbs
from summitparse.extractors.quotes.candidate import Candidate, Range
from summitparse.extractors.quotes.source import head_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summitparse.extractors.quotes.scene import Marked, Scene

__all__ = ["DASHES", "named_beside", "without_doubles"]

DASHES = frozenset(("—", "–", "--", "-", "―"))
VERBAL = frozenset(("VERB", "AUX"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
PERSON = frozenset(("PERSON", "PER"))
LEADING = frozenset(("CCONJ", "ADP", "ADV", "SCONJ"))
LONGEST_NAME = 14
"""Tokens of a name with its title."""


def named_beside(scene: Scene, mark: Token) -> Iterator[Candidate]:
    """The quotation after a name and a colon, or before a dash and a name."""
    if mark.text in DASHES:
        marked = _ends_before(scene, mark.i)
        name = _until_line_end(scene, mark.i + 1)
    else:
        marked = _starts_after(scene, mark.i + 1)
        name = _last_part(scene, scene.sentence(mark.i)[0], mark.i)
    if marked is None or not _is_name(scene, name):
        return
    content = [(marked.start, marked.end)]
    yield Candidate(mark, (mark.i, mark.i + 1), "colon", content, _who(scene, name), name)


def without_doubles(found: list[Candidate]) -> list[Candidate]:
    """The candidates without those by a colon or a dash whose quotation a verb of speech has already.

    "Said Soto, the minister: ..." has a name and a colon too.
    """
    said = {
        piece
        for each in found
        if each.frame != "colon" and each.lemma in verbs("speech") and each.head is not None
        for piece in each.content
    }
    return [each for each in found if each.frame != "colon" or each.content[0] not in said]


def _starts_after(scene: Scene, at: int) -> Marked | None:
    """The quotation that begins at a token, or at the start of the next line."""
    while at < len(scene.doc) and scene.doc[at].is_space:
        at += 1
    marked = scene.quotation(at) if at < len(scene.doc) else None
    return marked if marked is not None and marked.start == at else None


def _ends_before(scene: Scene, at: int) -> Marked | None:
    """The quotation that ends right before a token, or at the end of the line above."""
    at -= 1
    while at >= 0 and scene.doc[at].is_space:
        at -= 1
    marked = scene.quotation(at) if at >= 0 else None
    return marked if marked is not None and marked.end == at + 1 else None


def _until_line_end(scene: Scene, start: int) -> Range:
    """The words up to the end of the paragraph or to its full stop."""
    end = start
    while end < len(scene.doc) and end - start <= LONGEST_NAME and not scene.doc[end].is_space:
        if scene.paragraph[end] != scene.paragraph[start]:
            break
        end += 1
    return start, end - 1 if end > start and scene.doc[end - 1].text == "." else end


def _last_part(scene: Scene, start: int, end: int) -> Range:
    """The words before a colon that have no verb among them: "Asked about it, Soto:"."""
    commas = [i + 1 for i in range(start, end) if scene.doc[i].text == ","]
    starts = [start, *commas]
    verbs = [i for i in range(start, end) if _tells(scene.doc[i])]
    first = next((at for at in starts if not verbs or at > verbs[-1]), end)
    topic = next((at for at in commas if at > first), first)
    if first < end and scene.doc[first].pos_ == "ADP" and not _person_in(scene, first, topic):
        first = topic
    while first < end and scene.doc[first].pos_ in LEADING:
        first += 1
    return first, end


def _person_in(scene: Scene, start: int, end: int) -> bool:
    """Whether a person is named: "From Ana Soto, the minister:", not "On the tax, Soto:"."""
    return any(token.ent_type_ in PERSON for token in scene.doc[start:end])


def _is_name(scene: Scene, name: Range) -> bool:
    """Whether words name somebody and tell nothing of him."""
    phrase = scene.doc[slice(*name)]
    outside = all(scene.inside[token.i] < 0 for token in phrase)
    return (
        0 < len(phrase) <= LONGEST_NAME
        and outside
        and any(token.pos_ in NOMINAL for token in phrase)
        and not any(_tells(token) for token in phrase)
    )


def _tells(token: Token) -> bool:
    """Whether a verb makes more of the words than a name; a capital inside them makes it part of one."""
    return token.pos_ in VERBAL and (token.text[0].islower() or bool(token.is_sent_start))


def _who(scene: Scene, name: Range) -> Token:
    """The person named, of whatever office; else the head of the words."""
    named = next((token for token in scene.doc[slice(*name)] if token.ent_type_ in PERSON), None)
    return named if named is not None else head_of(scene, _before_bracket(scene, name))


def _before_bracket(scene: Scene, name: Range) -> Range:
    """A name without what stands in brackets behind it: "Minister Soto (Chile)"."""
    start, end = name
    return start, next((i for i in range(start + 1, end) if scene.doc[i].text == "("), end)
