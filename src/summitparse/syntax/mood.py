"""Time, mood and negation of a clause, read from its verb group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summitparse.syntax import labels as rel
from summitparse.syntax.walks import auxiliaries_of, children, predicate_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Tense", "is_finite", "is_negated", "modality", "tense"]

Tense = Literal["past", "present", "future", "infinitive", "none"]
HAVE = frozenset(("has", "have", "having", "'ve", "’ve", "ve"))
"""Of a perfect; the last where the apostrophe stands apart."""
FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo", "sha"))
CONDITIONAL = frozenset(("may", "might", "could", "would", "should", "can", "must", "ca"))
NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "neither", "nor", "without"))


def _has(word: Token, feature: str, value: str) -> bool:
    return value in word.morph.get(feature, [])


def _verb_words(verb: Token) -> list[Token]:
    return sorted({predicate_of(verb), *auxiliaries_of(verb)}, key=lambda token: token.i)


def tense(verb: Token) -> Tense:
    """The tense of a clause: that of its first finite word."""
    words = _verb_words(verb)
    if any(word.lower_ in FUTURE for word in words):
        return "future"
    for word in words:
        if _has(word, "Tense", "Past") and not _has(word, "VerbForm", "Part"):
            return "past"
        if _has(word, "VerbForm", "Fin") or (_has(word, "Tense", "Pres") and word.pos_ == "AUX"):
            return _with_perfect(word, words)
    if any(_has(word, "VerbForm", "Part") and _has(word, "Tense", "Past") for word in words):
        return "past"
    return "infinitive" if any(_has(word, "VerbForm", "Inf") for word in words) else "none"


def _with_perfect(word: Token, words: list[Token]) -> Tense:
    """A present form: past in meaning when it is the "have" of a perfect."""
    return "past" if word.lower_ in HAVE and len(words) > 1 else "present"


def is_finite(token: Token) -> bool:
    """Whether a token is a verb with a person and a tense."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return "Fin" in token.morph.get("VerbForm", []) or token.tag_ in ("VBD", "VBZ", "VBP", "MD")


def modality(verb: Token) -> Literal["actual", "future", "hypothetical"]:
    """Whether a clause reports, foretells or supposes."""
    words = {word.lower_ for word in _verb_words(verb)}
    if words & FUTURE:
        return "future"
    return "hypothetical" if words & CONDITIONAL else "actual"


def is_negated(verb: Token) -> bool:
    """Whether the clause says no: "has *not* been signed", "*no* deal was signed", "*never*"."""
    head = predicate_of(verb)
    if any(child.lower_ in NEGATIONS or child.dep_ in rel.NEGATION for child in head.children):
        return True
    nouns = children(head, rel.SUBJECT | rel.OBJECT)
    return any(
        word.lower_ in ("no", "neither")
        for noun in nouns
        for word in children(noun, rel.DETERMINER)
    )
