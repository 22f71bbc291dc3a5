"""How words of time hang on an event: on its own clause, on one beside it, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summitparse import english
from summitparse.syntax import labels as rel
from summitparse.syntax.walks import is_root, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Tie", "tie_of"]

Tie = Literal["own", "beside", "below", "none"]

HIGHEST = 12
"""Most steps up the tree."""
INNER = rel.NOUN_CLAUSE | rel.ADVERBIAL_CLAUSE | rel.OPEN_CLAUSE | rel.CONJUNCT
"""Relations of clauses inside, whose times may be those of the whole."""
WHERE = frozenset(("where", "when"))
SAME_TIME = english.words("conjunction", "simultaneous")
NOMINAL = rel.SUBJECT | rel.OBJECT | rel.OBLIQUE | rel.ATTRIBUTE | rel.PREPOSITION_OBJECT
NAMING = rel.COMPOUND | rel.NUMBER | rel.ADJECTIVE | rel.POSSESSOR
"""Relations of a time that only tells which thing is meant ("the *1998* treaty")."""
CLOSED = rel.RELATIVE_CLAUSE | rel.COMPLEMENT_CLAUSE | rel.PARATAXIS
"""Clauses that have times of their own."""


def tie_of(time: Token, event: Token) -> Tie:
    """How a time hangs on an event.

    `own`: on the event's word or its verb; `beside`: on a verb whose subject it shares ("met on Monday
    and signed"); `below`: on a clause inside ("signed a treaty covering ..."); `none`: elsewhere.
    """
    own, beside = _heads(event)
    word, below = time, False
    for _ in range(HIGHEST):
        if word.i in own:
            return "below" if below else "own"
        if word.i in beside:
            return "none" if below else "beside"
        if is_root(word) or word.dep_ in CLOSED - rel.OPEN_CLAUSE:
            return "none"
        if word.i == time.i and word.head.i not in own and _only_names(word):
            return "none"
        below = below or word.dep_ in INNER
        word = word.head
    return "none"


def _only_names(time: Token) -> bool:
    """Whether a time tells which thing is meant, one that is no time itself ("last week's")."""
    thing = time.head
    naming = time.dep_ in NAMING and thing.pos_ in ("NOUN", "PROPN")
    return naming and thing.dep_ not in rel.OBLIQUE | rel.BARE_OBLIQUE


def _heads(event: Token) -> tuple[set[int], set[int]]:
    """The event's word with its verb, and the verbs that share their subject with it."""
    own, word = {event.i}, event
    nominal = NOMINAL | rel.COMPOUND | rel.FLAT | rel.CONJUNCT
    while word.dep_ in (nominal if word.pos_ in ("NOUN", "PROPN") else rel.SUBJECT):
        word = word.head
        own.add(word.i)
    if word.dep_ in rel.RELATIVE_CLAUSE:  # "in 2021, when ..."
        time = word.head
        own.add(time.i)
        while not is_root(time) and time.head.pos_ in ("NOUN", "PROPN"):  # "October last *year*"
            time = time.head
            own.add(time.i)
    beside: set[int] = set()
    while not is_root(word) and _shares_time(word):
        word = word.head
        beside.add(word.i)
    return own, beside


def _shares_time(word: Token) -> bool:
    """Whether a clause happens when the one above it does: one subject, or "as", "when", "while"."""
    if word.dep_ in rel.ADVERBIAL_CLAUSE and SAME_TIME & {w.lower_ for w in word.children}:
        return True
    if word.dep_ in rel.RELATIVE_CLAUSE and WHERE & {w.lower_ for w in word.children}:
        return True
    shared = rel.CONJUNCT | rel.OPEN_CLAUSE | rel.ADVERBIAL_CLAUSE
    if word.tag_ == "VBG" or word.pos_ in (
        "NOUN",
        "PROPN",
    ):  # "a role in reaching the accord in 2015"
        shared |= rel.NOUN_CLAUSE - rel.RELATIVE_CLAUSE | NOMINAL
    return word.dep_ in shared and subject_of(word) is None
