"""Phrases as token ranges: subtrees, noun phrases, names, verb groups.

Ranges are half-open token indices; `char_range` turns one into characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["char_range", "name_phrase", "noun_phrase", "subtree", "trimmed", "verb_group"]

TokenRange = tuple[int, int]
EDGE = frozenset(["CCONJ", "PUNCT", "SPACE"])


def char_range(doc: Doc, tokens: TokenRange) -> tuple[int, int]:
    """The characters that a non-empty token range covers."""
    last = doc[tokens[1] - 1]
    return doc[tokens[0]].idx, last.idx + len(last)


def trimmed(doc: Doc, tokens: TokenRange) -> TokenRange:
    """The range without commas, coordinators and white space at its ends (quotation marks stay)."""
    start, end = tokens
    while start < end and _loose(doc[start]):
        start += 1
    while end > start and _loose(doc[end - 1]):
        end -= 1
    return start, end


def _loose(token: Token) -> bool:
    return (token.pos_ in EDGE and not token.is_quote and not token.is_bracket) or token.is_space


def subtree(token: Token, *, without: frozenset[str] = frozenset()) -> TokenRange:
    """The unbroken run of tokens around a token that hang on it.

    `without` leaves out dependents of the token itself, by relation; theirs come along with them.
    """
    left, right = token.i, token.i + 1
    kept = _descendants(token, without)
    while left - 1 in kept:
        left -= 1
    while right in kept:
        right += 1
    return trimmed(token.doc, (left, right))


def _descendants(token: Token, without: frozenset[str]) -> set[int]:
    kept = {token.i}
    queue = [child for child in token.children if child.dep_ not in without]
    while queue:
        at = queue.pop()
        kept.add(at.i)
        queue += at.children
    return kept


NOT_PHRASE = (
    rel.CONJUNCT
    | rel.COORDINATOR
    | rel.APPOSITION
    | rel.RELATIVE_CLAUSE
    | rel.PARATAXIS
    | rel.PUNCTUATION
    | rel.SUBJECT
    | rel.COPULA
    | rel.AUXILIARY
    | rel.MARKER
    | rel.PREPOSITION_CHILD
    | rel.ADVERBIAL_CLAUSE
)


def noun_phrase(noun: Token) -> TokenRange:
    """A noun with its determiners, modifiers and prepositional phrases, one conjunct only."""
    return subtree(noun, without=NOT_PHRASE)


def name_phrase(noun: Token) -> TokenRange:
    """A noun with what stands before it in the name: compounds, adjectives, numbers, determiner."""
    left = noun.i
    inside = {child.i for child in noun.subtree if child.i <= noun.i}
    while left - 1 in inside and (
        noun.doc[left - 1].pos_ not in EDGE or noun.doc[left - 1].is_space
    ):
        left -= 1
    while left < noun.i and noun.doc[left].is_space:
        left += 1
    right = noun.i + 1
    flat = {child.i for child in noun.children if child.dep_ in rel.FLAT}
    while right in flat:
        right += 1
    return left, right


def verb_group(verb: Token) -> TokenRange:
    """A verb with the auxiliaries, negation and adverbs that stand directly before it."""
    group = rel.AUXILIARY | rel.NEGATION | rel.ADVERB | rel.COPULA
    inside = {child.i for child in verb.children if child.dep_ in group}
    left = verb.i
    while left - 1 in inside:
        left -= 1
    return left, verb.i + 1
