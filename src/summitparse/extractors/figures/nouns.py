"""The counted noun of a number: from the tags and the parse, else from the words that follow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitparse.extractors.figures.words import is_plural, singular, word_set
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Counted", "counted_noun"]

REACH = 9
"""How many tokens after the number its noun may stand."""
NOUNS = frozenset(("NOUN", "PROPN"))
BEFORE_NOUN = frozenset(("ADJ", "NOUN", "PROPN", "ADV", "VERB", "NUM", "X", "SYM"))
WORDLIKE = re.compile(r"[^\W\d_][\w'’.-]*$")


class Counted(tuple[int, str]):
    """Token index of the head noun and its singular."""

    __slots__ = ()

    @property
    def index(self) -> int:
        return self[0]

    @property
    def name(self) -> str:
        return self[1]


def counted_noun(doc: Doc, first: int, last: int, *, one: bool, hyphen: bool) -> Counted | None:
    """The noun that the number in tokens `first:last+1` counts; `one`: its value is 1.

    `hyphen`: the noun is joined on ("four-cylinder"): the next word, in the singular.
    """
    if hyphen:
        return _joined(doc, last)
    if doc.has_annotation("TAG") or doc.has_annotation("POS"):
        return _parsed(doc, first, last, one) or _tagged(doc, last, one)
    return _guessed(doc, last, one)


def _joined(doc: Doc, last: int) -> Counted | None:
    at = last + 1
    while at < len(doc) and doc[at].text == "-":
        at += 1
    if at >= len(doc) or not WORDLIKE.match(doc[at].text):
        return None
    return Counted((at, singular(doc[at].text.split("-")[0])))


def _counted(token: Token) -> Counted | None:
    text = token.text.rsplit("-", 1)[-1] if not token.text.endswith("-") else token.text
    if not WORDLIKE.match(text) or text.lower() in word_set("stops"):
        return None
    name = singular(text)
    return Counted(
        (
            token.i,
            name
            if token.pos_ == "PROPN" and not text.isupper()
            else name.lower()
            if name.islower() or token.i == 0
            else name,
        )
    )


def _parsed(doc: Doc, first: int, last: int, one: bool) -> Counted | None:
    for token in doc[first : last + 1]:
        head = token.head
        if (
            token.dep_ in rel.NUMBER
            and head.i > last
            and head.i - last <= REACH
            and head.pos_ in NOUNS
        ):
            if (one or is_plural(head.text)) and not _broken(doc, last + 1, head.i):
                return _counted(head)
    return None


def _broken(doc: Doc, start: int, end: int) -> bool:
    """Whether something between number and noun ends the phrase."""
    return any(
        token.text in (".", ";", ":", "(", ")", "?", "!") or token.pos_ in ("ADP", "AUX", "SCONJ")
        for token in doc[start:end]
    )


def _tagged(doc: Doc, last: int, one: bool) -> Counted | None:
    """The last noun of the run of adjectives and nouns after the number."""
    best: Token | None = None
    for token in doc[last + 1 : last + 1 + REACH]:
        if token.pos_ in NOUNS:
            if best is not None and is_plural(best.text) and token.pos_ == "PROPN" != best.pos_:
                break
            best = token
        elif (
            (best is not None and token.text not in ("-", "/"))
            or (token.pos_ not in BEFORE_NOUN and token.text not in ("-", "/", ","))
            or token.text.lower() in word_set("stops")
        ):
            break
    if best is None or best.lower_ in word_set("stops"):
        return None
    plural = is_plural(best.text)
    if one or plural:
        return _counted(best)
    after = doc[last + 1]
    if after.i < best.i and after.pos_ == "NOUN" and doc[after.i - 1].text != ",":
        return _counted(after)
    return None


def _guessed(doc: Doc, last: int, one: bool) -> Counted | None:
    """Without tags: the first plural among the next words of the phrase, for one the next word."""
    for token in doc[last + 1 : last + 5]:
        word = token.lower_
        if not WORDLIKE.match(token.text) or word in word_set("stops"):
            return None
        if one or is_plural(word):
            return _counted(token)
    return None
