"""The word lists of the actor finder, read once from `lexicon.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from unicodedata import combining, normalize

from summitparse.english.inflection import singular
from summitparse.english.titles import titles
from summitparse.lexicon import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["TITLES", "begins", "folded", "gender_of", "is_title", "rank_of", "words"]

Gender = Literal["f", "m"]
Rank = Literal["leader", "minister"]


@cache
def words(name: str) -> frozenset[str]:
    """One list of the lexicon.

    >>> "embassy" in words("organization")
    True
    """
    return words_of(Path(__file__).with_name("lexicon.toml"), name)


TITLES = (
    titles("leader")
    | titles("minister")
    | titles("spokesperson")
    | titles("function")
    | titles("address", dotted=True)
)
"""Every word that can end a title or stand for a person."""
ENDS = frozenset(".!?:;\"”\u2019')")


def begins(token: Token) -> bool:
    """Whether a sentence begins at a token; after a word without a stop, a break is a slip."""
    if not token.is_sent_start:
        return token.i == 0
    before = token.nbor(-1) if token.i else token
    return before.is_space or before.text[-1] in ENDS


def is_title(word: str) -> bool:
    """Whether a lower-case word is a title, also in the plural.

    >>> is_title("ministers"), is_title("summit")
    (True, False)
    """
    return word in TITLES or singular(word) in TITLES


def folded(word: str) -> str:
    """A word in lower case and without accents, for comparing names.

    >>> folded("Peña")
    'pena'
    """
    return "".join(sign for sign in normalize("NFKD", word.lower()) if not combining(sign))


def gender_of(role: frozenset[str]) -> Gender | None:
    """What a title says of its holder's gender, if it says anything."""
    if role & titles("female", dotted=True):
        return "f"
    return "m" if role & titles("male", dotted=True) else None


def rank_of(role: frozenset[str]) -> Rank | None:
    """Whether a title's words make a leader (head of state or government) or a minister.

    >>> rank_of(frozenset(["prime", "minister"])), rank_of(frozenset(["vice", "president"]))
    ('leader', 'minister')
    """
    if {"prime", "minister"} <= role or {"prime", "ministers"} <= role:
        return "leader"
    if role & titles("leader"):
        return "minister" if role & words("lower_rank") else "leader"
    return "minister" if role & titles("minister") else None
