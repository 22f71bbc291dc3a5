"""The forms of English nouns and verbs, so that word lists need only the base form.

A trained lemmatizer errs on rare forms ("initialled"); forms made from the base by rule don't. What no
rule tells lies in `nouns.tsv` and `verbs.tsv`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summitparse.english.verbs import irregular_forms, verbs
from summitparse.lexicon import read_table

__all__ = [
    "demonym_plural",
    "is_plural",
    "plural",
    "singular",
    "told_forms",
    "told_forms_of",
    "unmarked_plurals",
    "verb_forms",
]

NOUNS = Path(__file__).with_name("nouns.tsv")
DOUBLING = re.compile(r"(?:(?:[^aeiou]|qu)[aeiou][bdglmnprt]|[aeiou]l)$")
"""Bases that double their last letter in British or American spelling, or in both."""
SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
CONSONANT_Y = re.compile(r"[^aeiou]y$")
ES = re.compile(r"(?:ss|sh|ch|x|zz)es$")
ACRONYMS = re.compile(r"[A-Z]s$")
"""Several of what is named by its initials: "CEOs"."""
UNCHANGED = ("ese", "sh", "ch", "men", "s", "x", "z")
"""Endings of demonyms that also name the people without a plural -s ("the Chinese")."""
MAN = ("chman", "shman", "xman", "yman")


class _Nouns(NamedTuple):
    singulars: dict[str, str]
    """By form; of what is no plural itself."""
    unmarked: frozenset[str]


@cache
def _nouns() -> _Nouns:
    rows = list(read_table(NOUNS, ("noun", "singular", "class")))
    return _Nouns(
        {noun: single for noun, single, _ in rows if single},
        frozenset(noun for noun, _, kind in rows if kind == "plural"),
    )


# ------------------------------------------------------------------ nouns
def plural(base: str) -> str:
    """The regular plural of a noun, or third person of a verb.

    >>> plural("treaty"), plural("accord"), plural("clash")
    ('treaties', 'accords', 'clashes')
    """
    if CONSONANT_Y.search(base):
        return base[:-1] + "ies"
    return base + ("es" if SIBILANT.search(base) else "s")


def demonym_plural(demonym: str) -> str:
    """The people of a demonym: Russian, Russians; Chinese, Chinese.

    >>> demonym_plural("Iraqi"), demonym_plural("Danish"), demonym_plural("Englishman")
    ('Iraqis', 'Danish', 'Englishmen')
    """
    if demonym.endswith(MAN):
        return demonym[:-3] + "men"
    return demonym if demonym.endswith(UNCHANGED) else demonym + "s"


def singular(noun: str) -> str:
    """The singular of a noun as written; names keep their capitals.

    >>> [singular(x) for x in ("agreements", "ferries", "Kuwaitis", "women", "buses", "Boxes")]
    ['agreement', 'ferry', 'Kuwaiti', 'woman', 'bus', 'Box']
    """
    low = noun.lower()
    if ACRONYMS.search(noun):
        return noun[:-1]
    if low in _nouns().singulars:
        single = _nouns().singulars[low]
    elif _men(low):
        single = low[:-3] + "man"
    elif low.endswith("ies") and len(low) > 4:
        single = low[:-3] + "y"
    elif ES.search(low):
        single = low[:-2]
    elif _adds_s(noun):
        single = low[:-1]
    else:
        single = low
    return noun[:1] + single[1:] if noun[:1].isupper() and noun[1:2].islower() else single


def is_plural(noun: str) -> bool:
    """Whether a noun has the form of a plural.

    >>> [is_plural(x) for x in ("pacts", "people", "consensus", "news", "aircraft")]
    [True, True, False, False, True]
    """
    low, singulars = noun.lower(), _nouns().singulars
    if low in _nouns().unmarked or singulars.get(low, low) != low:
        return True
    if low in singulars:
        return False
    if _men(low) or ACRONYMS.search(noun):
        return True
    return _adds_s(noun) and not low.endswith(("'s", "’s"))


def unmarked_plurals() -> frozenset[str]:
    """Words that mean several, or are counted like plurals, without an ending that shows it."""
    return _nouns().unmarked


def _men(low: str) -> bool:
    """'fishermen'; "specimen" and the like are among the irregular ones."""
    return low.endswith("men") and len(low) > 4


def _adds_s(noun: str) -> bool:
    """A plural in -s: not "process", "virus", "crisis", but "Kuwaitis"."""
    if not noun.lower().endswith("s") or len(noun) < 3 or "." in noun:
        return False
    return not noun.lower().endswith(("ss", "us", "is")) or (
        noun.endswith("is") and noun[:1].isupper()
    )


# ------------------------------------------------------------------ verbs
def verb_forms(base: str) -> frozenset[str]:
    """All forms of a verb.

    Both spellings stand where British and American English differ ("initialled", "initialed"); a form
    that nobody writes does no harm.

    >>> sorted(verb_forms("sign"))
    ['sign', 'signed', 'signing', 'signs']
    >>> sorted(verb_forms("freeze"))
    ['freeze', 'freezes', 'freezing', 'froze', 'frozen']
    """
    return told_forms(base) | {base} | {stem + "ing" for stem in _stems(base)}


def told_forms(base: str) -> frozenset[str]:
    """The forms of a verb that tell what somebody does or did: third person and past.

    >>> sorted(told_forms("reply")), sorted(told_forms("say"))
    (['replied', 'replies'], ['said', 'says'])
    """
    past = irregular_forms().get(base) or tuple(_past(stem, base) for stem in _stems(base))
    return frozenset((plural(base), *past))


@cache
def told_forms_of(kind: str) -> frozenset[str]:
    """The same of all verbs of a class.

    >>> sorted(told_forms_of("saying"))
    ['said', 'says', 'tells', 'told']
    """
    return frozenset(form for base in verbs(kind) for form in told_forms(base))


def _stems(base: str) -> list[str]:
    """What "ing" is put to: without a silent e, and with the last consonant once and twice."""
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return [base[:-1]]
    return [base, base + base[-1]] if DOUBLING.search(base) else [base]


def _past(stem: str, base: str) -> str:
    if CONSONANT_Y.search(base):
        return base[:-1] + "ied"
    return stem + ("d" if base.endswith("ee") else "ed")
