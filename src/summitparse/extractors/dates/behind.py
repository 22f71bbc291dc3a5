"""Days that lie behind whatever the verb says: of what nobody announces, or what has come about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitparse.extractors.dates.cues import cue_lists, text_before
from summitparse.extractors.dates.grammar import Piece
from summitparse.syntax import clause_head, is_negated, is_root, tense
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_behind", "is_over_until"]

UNTIL = ("until", "till")
CLIMB = 3
"""How many nouns up the event is looked for."""


def is_behind(piece: Piece, token: Token | None) -> bool:
    """Whether the words around a date say that it lies behind, whatever the sentence's verb."""
    return _is_blow(piece) or (token is not None and _has_come_about(piece, token))


def _is_blow(piece: Piece) -> bool:
    """Whether the date names something that nobody announces: "the 7 October attack"."""
    after = piece.words.text[piece.end : piece.end + 40]
    joins = rf"(?:{'|'.join(cue_lists()['joins'])})"
    return (
        re.match(
            rf"(?:['’]s)?\s(?:(?!{joins}\b)[\w-]{{1,15}}\s){{0,2}}(?:{'|'.join(cue_lists()['blows'])})",
            after,
            re.IGNORECASE,
        )
        is not None
    )


def _has_come_about(piece: Piece, token: Token) -> bool:
    """Whether a date stands right behind a verb in the past, or is the day of what has come about.

    "Said on Wednesday strikes could come", "her win on Tuesday will help her".
    """
    before = text_before(piece).rstrip().removesuffix(" on")
    if before.endswith(cue_lists()["reporting"]):
        return True
    nouns = _nouns_above(token.head if token.dep_ in rel.COMPOUND else token)
    return any(
        noun.lemma_.lower() in cue_lists()["come_about"] for noun in nouns if noun.i < token.i
    )


def _nouns_above(token: Token) -> list[Token]:
    """The nouns that a word hangs on, up to a verb: "her *win* in *Ohio* on Tuesday"."""
    nouns: list[Token] = []
    while len(nouns) < CLIMB and not is_root(token) and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
        nouns.append(token)
    return nouns


def is_over_until(piece: Piece, token: Token) -> bool:
    """Whether "until" names a day behind: "until Friday they had declined", "didn't know until Friday"."""
    head = clause_head(token)
    had = any(child.lower_ == "had" for child in head.lefts)
    until = piece.previous in UNTIL
    return until and tense(head) == "past" and (had or is_negated(head))
