"""The clause a figure stands in: its verb, and what the verb says the figure of.

The parse errs most where news says most: two clauses in one sentence, a noun with the form of a verb, a
verb nobody expects. Where it gives a verb no subject, or hangs a figure on the verb of the clause
before, the order of words decides: the verb directly before the figure, the noun directly before the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summitparse.extractors.figures.nouns import Tokens
from summitparse.extractors.figures.verbs import (
    BACK,
    CLIMB,
    HYPHENS,
    NOUNS,
    VERBS,
    case_of,
    core,
    figure_head,
    is_noun,
    verb_before,
    verb_of,
)
from summitparse.extractors.figures.words import forms_of, word_set
from summitparse.syntax import is_passive, logical_subject, object_of, subject_of
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Clause", "clause_of", "ends_clause"]

BETWEEN = frozenset(("ADV", "PART", "AUX"))
"""Those between a subject and its verb."""
MOVED_BY = frozenset(("to", "by", "at", "from"))
OPENS = frozenset(("NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON"))
"""What a phrase is made of that is moved."""
ENDS = frozenset(("CCONJ", "SCONJ"))
PARTICLES = frozenset(("up", "down", "back"))
PASSED = frozenset(("to", "than", "more"))
JOINTS = frozenset(("and", ",", "while", "but"))
RELATIVE = frozenset(("which", "that", "who"))


class Clause(NamedTuple):
    """A verb and what it says the figure of."""

    verb: Token | None = None
    subject: Token | None = None
    """The head of the phrase."""
    words: tuple[int, int] | None = None
    """The phrase itself as tokens, where the parse has no say in it."""
    moved: bool = False
    """It is moved to the figure, by it, or kept at it."""


def clause_of(tokens: Tokens, start: int, end: int) -> Clause:
    """The clause of the figure at the characters `start:end`."""
    first, head = core(tokens, start, end), figure_head(tokens, start, end)
    near = verb_before(tokens, first)
    ordered = _mover(tokens, first) or (None if near is not None else _gapped(tokens, first))
    if ordered is not None:
        return ordered
    verb = near or verb_of(tokens, head)
    if verb is None:
        return Clause()
    thing = object_of(verb)
    named = thing is not None and thing.i < head.i and thing.i not in tokens.taken
    named = named and thing is not None and thing.lower_ not in word_set("reached")
    if named and case_of(head) in MOVED_BY:
        return Clause(verb, thing, moved=_moves(verb))
    subject = _subject(tokens, verb, head)
    passive = case_of(head) in MOVED_BY and is_passive(verb)
    return Clause(verb, subject, moved=passive and _moves(verb))


def _mover(tokens: Tokens, first: int) -> Clause | None:
    """'*cut* its growth *forecast* to 1.9 % from 2.2 %'."""
    doc, led = tokens.doc, None
    for at in range(first - 1, max(-1, first - BACK), -1):
        token = doc[at]
        if token.lower_ in MOVED_BY and _value(tokens, at + 1):
            led = at
        elif token.lower_ in word_set("unmoved"):
            continue
        elif token.pos_ in VERBS and not is_noun(tokens, token):
            words = _moved(tokens, at + 1, led) if led else None
            return Clause(token, words=words, moved=True) if words and _moves(token) else None
        elif not tokens.holds(at) and (
            token.pos_ in ENDS or (token.is_punct and not _joins(token))
        ):
            return None
    return None


def _moves(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lower_ in forms_of("movers")


def _joins(token: Token) -> bool:
    """Whether a mark may stand inside "raised its full-year forecast to 5 %, from 4 %"."""
    if token.text in HYPHENS:
        return True
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return token.text == "," and following in MOVED_BY


def _value(tokens: Tokens, at: int) -> bool:
    """Whether a figure follows, or the value that it is called: "*a record low* of 38"."""
    ahead = tokens.doc[at : at + 4]
    return at in tokens.taken or any(each.lower_ in word_set("reached") for each in ahead)


def _moved(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """The words of what is moved, without particle and time: "*its key rate* on Thursday to"."""
    doc = tokens.doc
    while end > start and (end - 1 in tokens.dated or _trails(doc[end - 1])):
        end -= 1
    while start < end and doc[start].lower_ in PARTICLES:
        start += 1
    words = doc[start:end]
    if end <= start or start in tokens.taken or start in tokens.dated:
        return None
    named = any(each.pos_ in NOUNS or is_noun(tokens, each) for each in words)
    opens = words[0].pos_ in OPENS or is_noun(tokens, words[0])
    return (start, end) if named and opens else None


def _trails(token: Token) -> bool:
    """Whether a word behind what is moved belongs to the verb: "brought it *down*", "*unchanged*"."""
    return token.pos_ in ("ADP", "ADV") or token.lower_ in word_set("unmoved")


def _gapped(tokens: Tokens, first: int) -> Clause | None:
    """'Wages grew by 3 % and *prices* by 2 %', 'debt was $4bn and *revenue* $9bn': no second verb."""
    doc, led = tokens.doc, first - 1
    if led < 1 or not (doc[led].pos_ == "ADP" or doc[led].pos_ in ("NOUN", "PROPN")):
        return None
    case = doc[led].lower_ if doc[led].pos_ == "ADP" else ""
    led += not case
    at = led - 1
    while at > 0 and doc[at].pos_ in OPENS | {"ADP"} and not tokens.holds(at):
        at -= 1
    if at < 1 or doc[at].lower_ not in JOINTS or not _like(tokens, at, case):
        return None
    words = _moved(tokens, at + 1, led)
    if words is None or doc[words[1] - 1].lower_ in word_set("nameless"):
        return None
    before = (doc[place] for place in range(at - 1, max(-1, at - BACK), -1))
    verb = next((each for each in before if each.pos_ in VERBS), None)
    return Clause(verb, words=words, moved=_moves(verb)) if verb is not None else None


def _like(tokens: Tokens, joint: int, case: str) -> bool:
    """Whether a figure stands before a joint: directly, or led by the same preposition."""
    if not case:
        return tokens.holds(joint - 1)
    for at in range(joint - 1, max(0, joint - BACK), -1):
        if at in tokens.taken and tokens.doc[at - 1].lower_ == case:
            return True
        if tokens.doc[at].pos_ in VERBS:
            return False
    return False


def _subject(tokens: Tokens, verb: Token, head: Token) -> Token | None:
    """The verb's own subject, the noun before it, else the subject it shares; none of a teller."""
    own = subject_of(verb)
    if own is not None and own.lower_ in RELATIVE:
        before = _antecedent(own.head)
        return None if before is not None and tokens.holds(before.i) else before
    near = _noun_before(tokens, verb)
    if own is None or own.i == head.i or tokens.holds(own.i):
        own = near or logical_subject(verb)
    elif near is not None and any(ends_clause(tokens, at) for at in range(own.i, near.i)):
        own = near
    tells = verb.lower_ in forms_of("tellers") and not is_passive(verb)
    return None if own is None or own.i == head.i or tells else _top(tokens, own)


def ends_clause(tokens: Tokens, at: int) -> bool:
    """Whether a clause ends with a token: "and" behind a figure, or a verb that tells something."""
    token = tokens.doc[at]
    joint = token.pos_ == "CCONJ" or token.text == ","
    behind = tokens.doc[at + 1 : at + 2]
    acts = any(each.pos_ == "DET" for each in behind) or (
        token.pos_ == "VERB" and not any(each.text in HYPHENS for each in behind)
    )
    told = acts and token.lower_ in forms_of("tellers")
    before = at - 1
    while before > 0 and (before in tokens.dated or tokens.doc[before].pos_ == "ADP"):
        before -= 1  # "rose to 5 % *in May* and"
    return told or (joint and before in tokens.taken)


def _antecedent(verb: Token) -> Token | None:
    """What a relative clause is about."""
    return verb.head if verb.dep_ in rel.NOUN_CLAUSE else None


def _noun_before(tokens: Tokens, verb: Token) -> Token | None:
    """The noun directly before a verb: with it the parse errs less in what hangs on what."""
    doc, at, infinitive = tokens.doc, verb.i - 1, False
    while at > 0 and (doc[at].pos_ in BETWEEN or doc[at].lower_ in PASSED):
        infinitive = infinitive or doc[at].lower_ == "to"
        at -= 1
    if at in tokens.dated:  # "profit *in the third quarter* was"
        while at > 0 and (at in tokens.dated or doc[at].pos_ in ("ADP", "DET")):
            at -= 1
    token = doc[max(0, at)]
    named = token.pos_ in NOUNS or is_noun(tokens, token)
    if at < 0 or not named or tokens.holds(at) or token.lower_ in RELATIVE:
        return None
    told = verb.head.lower_ in forms_of("tellers")
    return token if told or not infinitive else None


def _top(tokens: Tokens, noun: Token) -> Token:
    """The head of the phrase that a noun ends: "*support* for the party"."""
    for _ in range(CLIMB):
        head = noun.head.head if noun.dep_ in rel.PREPOSITION_OBJECT else noun.head
        between = tokens.doc[head.i + 1 : noun.i]
        inside = noun.dep_ in rel.PREPOSITION_OBJECT | rel.OBLIQUE | rel.FLAT
        whole = head.i < noun.i and head.pos_ in NOUNS and head.i not in tokens.taken
        if not (inside and whole) or any(each.pos_ in VERBS for each in between):
            return noun
        noun = head
    return noun
