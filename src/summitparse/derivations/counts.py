"""Derivations about numbers of things: does the list hold as many as the text says?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitparse.derivations.basis import Basis, Draft
from summitparse.derivations.lexicon import words
from summitparse.models import Figure
from summitparse.syntax.sentences import Sentence
from summitparse.text.bullets import read_bullets
from summitparse.text.enumeration import Enumeration, Word, read_enumeration

__all__ = ["count_checks"]

COLON = re.compile(r"(?:\s+\w{1,20}){0,2}?(?:,? namely)?\s?:\s*")
FOLLOWING = re.compile(
    r"(?:\s+of\b[^.;:]{0,60})?,\s*(?:following|after|alongside|besides)\s+", re.IGNORECASE
)
BULLETS_REACH = 3000
SMALLEST, LARGEST = 2, 30
"""Numbers for which a list in a text can be expected."""


def count_checks(basis: Basis) -> Iterator[Draft]:
    """Stated numbers against listed items."""
    for figure in basis.figures:
        number = int(figure.value) if figure.value is not None else 0
        if number != figure.value or not SMALLEST <= number <= LARGEST or figure.modifier != "=":
            continue
        if figure.kind == "ordinal":
            yield from _fourth_after(basis, figure, number)
        elif figure.kind in ("count", "bare", "quantity"):
            yield from _colon_list(basis, figure, number)
    yield from _documents(basis)


def _colon_list(basis: Basis, figure: Figure, number: int) -> Iterator[Draft]:
    """Behind a colon: "four aims: a, b, c and d"."""
    sentence = basis.view.sentence_at(figure.span.start)
    text = basis.view.text
    if sentence is None or (figure.unit or "").lower() in words("doers"):
        return
    colon = COLON.match(text, figure.span.end, min(len(text), figure.span.end + 90))
    if colon is None:
        return
    bullets = read_bullets(text, colon.end(), min(len(text), colon.end() + BULLETS_REACH))
    found = Enumeration(bullets, bullets[-1][1] if bullets else 0, False)
    if len(bullets) < SMALLEST:
        found = _list(sentence, text, colon.end(), basis)
    if len(found.items) >= SMALLEST and not found.open_ended:
        listed = len(found.items)
        yield _checked(figure, number, listed, found.end, f"{number} stated, {listed} listed")


def _list(sentence: Sentence, text: str, start: int, basis: Basis) -> Enumeration:
    """The list behind an offset, in the sentence it begins in."""
    own = sentence if start < sentence.end else basis.view.sentence_at(start)
    if own is None:
        return Enumeration((), start, False)
    words = [
        Word(token.idx, token.idx + len(token), pos)
        for token, pos in zip(own.tokens, own.pos, strict=True)
        if token.idx >= start
    ]
    return read_enumeration(text, start, own.end, words=words)


def _fourth_after(basis: Basis, figure: Figure, number: int) -> Iterator[Draft]:
    """Behind an ordinal: "the third of its kind, following a and b" is one more than those."""
    sentence = basis.view.sentence_at(figure.span.start)
    text = basis.view.text
    head = FOLLOWING.search(text, figure.span.end, min(len(text), figure.span.end + 90))
    if sentence is None or head is None or head.start() - figure.span.end > 60:
        return
    found = _list(sentence, text, head.end(), basis)
    if len(found.items) >= SMALLEST and not found.open_ended:
        listed = len(found.items) + 1
        told = f"number {number} stated, {listed - 1} listed before it"
        yield _checked(figure, number, listed, found.end, told)


def _checked(figure: Figure, number: int, listed: int, end: int, told: str) -> Draft:
    return Draft(
        "count_check",
        "consistent" if number == listed else "inconsistent",
        figure.span.start,
        max(end, figure.span.end),
        told,
        [figure.id],
        subject=str(figure.span.start),
    )


def _documents(basis: Basis) -> Iterator[Draft]:
    """As many documents signed as topics named; other numbers say nothing, one may have several."""
    figures = {figure.id: figure for figure in basis.figures}
    for claim in basis.agreements:
        figure = figures.get(claim.count_id or "")
        if figure is None or figure.value != len(claim.items) or claim.open_ended:
            continue
        if figure.modifier == "=" and len(claim.items) >= SMALLEST:
            yield Draft(
                "count_check",
                "consistent",
                figure.span.start,
                max(claim.items[-1].end, figure.span.end),
                f"{len(claim.items)} stated, as many topics listed",
                [figure.id, claim.id],
                subject=str(figure.span.start),
            )
