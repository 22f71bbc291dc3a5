"""Which word a figure hangs on as its verb: what the parse says, and what the order of words says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitparse.extractors.figures.nouns import Tokens
from summitparse.extractors.figures.words import forms_of, past_only, word_set
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "BACK",
    "CLIMB",
    "HYPHENS",
    "NOUNS",
    "VERBS",
    "case_of",
    "core",
    "figure_head",
    "is_noun",
    "verb_before",
    "verb_of",
]

CLIMB = 8
"""Steps from a figure up to its verb."""
BACK = 16
"""Tokens from a figure back to its verb, or to what is moved."""
VERBS = frozenset(("VERB", "AUX"))
NOUNS = frozenset(("NOUN", "PROPN", "PRON", "X"))
LIGHT = frozenset(("ADP", "ADV", "DET", "ADJ", "NUM", "SYM", "PART"))
"""Parts of speech that may stand between a verb and its figure."""
ENDS_NOUN = frozenset(("ADP", "PART", "PUNCT", "VERB", "AUX", "CCONJ", "SCONJ", "ADV"))
"""Parts of speech that go on behind a noun where a verb would have its object."""
MODIFIERS = frozenset(("ADP", "ADV", "ADJ", "PART", "SCONJ"))
HYPHENS = frozenset(("-", "–", "'", "’"))


def core(tokens: Tokens, start: int, end: int) -> int:
    """The first token of a figure behind its modifier: "up to *5* %"."""
    first, last = tokens.at(start), tokens.at(end - 1)
    while first < last and tokens.doc[first].pos_ in MODIFIERS:
        first += 1
    return first


def figure_head(tokens: Tokens, start: int, end: int) -> Token:
    """The token of a figure that the others of it hang on."""
    doc, first, last = tokens.doc, tokens.at(start), tokens.at(end - 1)
    for place in range(first, last):
        token = doc[place]
        if not first <= token.head.i <= last:
            return token
    return doc[last]


def verb_of(tokens: Tokens, head: Token) -> Token | None:
    """The verb a figure hangs on, or the word that carries its copula."""
    token = head
    for _ in range(CLIMB):
        acts = token.pos_ in VERBS or token.i in tokens.predicates
        if acts and not is_noun(tokens, token) and not _of_figure(tokens, token):
            return token
        head = token.head
        if head.i == token.i:
            return None
        token = head
    return None


def case_of(head: Token) -> str:
    """The preposition of a figure ("raise it *to* 5 %"), in either scheme."""
    if head.head.dep_ in rel.PREPOSITION_HEAD:
        return head.head.lower_
    cases = (child.lower_ for child in head.children if child.dep_ in rel.PREPOSITION_CHILD)
    return next(cases, "")


def verb_before(tokens: Tokens, first: int) -> Token | None:
    """The verb of measure before a figure with nothing between that a clause could end with."""
    for at in range(first - 1, max(-1, first - BACK), -1):
        token = tokens.doc[at]
        if token.lower_ in forms_of("measure_verbs") and _acts(tokens, token):
            if not _of_figure(tokens, token):
                return token
            continue
        compound = at > 0 and tokens.doc[at - 1].text in HYPHENS  # "an all-*time* low"
        passed = tokens.holds(at) or token.pos_ in LIGHT or token.text in HYPHENS or compound
        if not passed and token.lower_ not in word_set("reached"):
            return None
    return None


def _of_figure(tokens: Tokens, token: Token) -> bool:
    """Whether a participle only says more of a figure: "3 million tonnes *valued* at $90 million"."""
    return token.pos_ == "VERB" and token.i - 1 in tokens.taken and token.dep_ in rel.NOUN_CLAUSE


def _acts(tokens: Tokens, token: Token) -> bool:
    """Whether a word with the form of a verb is one: by its tag, its preposition, its past form."""
    if token.pos_ in VERBS:
        return not is_noun(tokens, token)
    following = tokens.doc[token.i + 1 : token.i + 2].text
    if following == "for" and token.lower_ in forms_of("for_verbs"):
        return True
    if following == "to" and token.lower_ in forms_of("to_verbs"):
        return tokens.doc[max(0, token.i - 1)].pos_ in NOUNS
    before = tokens.doc[max(0, token.i - 1)]
    if before.lower_ in word_set("modals"):
        return True
    if before.pos_ in NOUNS and not tokens.holds(before.i) and token.i + 1 in tokens.taken:
        return token.lower_ not in word_set("reached")  # "the line *cost* $9 billion"
    return token.lower_ in past_only() and token.pos_ not in ("PROPN", "ADP")


def is_noun(tokens: Tokens, token: Token) -> bool:
    """Whether what is tagged as a verb is the noun of its form: "its growth *forecast* to"."""
    following = tokens.doc[token.i + 1 : token.i + 2].text
    if token.is_sent_start and (
        following in word_set("behind_subject") or following in past_only()
    ):
        return True  # "*Profit* rose", "*Profit* in the third quarter was"
    if token.lower_ in word_set("ing_nouns"):
        return token.i == 0 or tokens.doc[token.i - 1].pos_ not in ("AUX", "ADV")
    if token.lower_ not in word_set("noun_verbs") or token.i == 0:
        return False
    before, after = tokens.doc[token.i - 1], tokens.doc[token.i + 1 : token.i + 2]
    led = before.pos_ in ("NOUN", "ADJ", "NUM", "DET") or before.dep_ in rel.POSSESSOR
    return led and all(each.pos_ in ENDS_NOUN or each.lower_ in past_only() for each in after)
