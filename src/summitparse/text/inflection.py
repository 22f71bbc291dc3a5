"""The forms of English verbs and nouns, so that word lists need only the base form.

A trained lemmatizer errs on rare forms ("initialled"); a list of forms made from the base doesn't.
"""

from __future__ import annotations

import re

__all__ = ["plural", "verb_forms"]

DOUBLING = re.compile(r"(?:(?:[^aeiou]|qu)[aeiou][bdglmnprt]|l)$")
"""Bases that double their last letter in British or American spelling, or in both."""
SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
CONSONANT_Y = re.compile(r"[^aeiou]y$")


def verb_forms(base: str, irregular: str = "") -> frozenset[str]:
    """All forms of a verb; `irregular` are its past forms, separated by blanks.

    Both spellings stand where British and American English differ ("initialled", "initialed"); a form
    that nobody writes does no harm.

    >>> sorted(verb_forms("sign"))
    ['sign', 'signed', 'signing', 'signs']
    >>> sorted(verb_forms("freeze", "froze frozen"))
    ['freeze', 'freezes', 'freezing', 'froze', 'frozen']
    """
    stems = _stems(base)
    past = irregular.split() or [_past(stem, base) for stem in stems]
    return frozenset([base, plural(base), *past, *(stem + "ing" for stem in stems)])


def plural(base: str) -> str:
    """The regular plural of a noun, or third person of a verb.

    >>> plural("treaty"), plural("accord"), plural("clash")
    ('treaties', 'accords', 'clashes')
    """
    if CONSONANT_Y.search(base):
        return base[:-1] + "ies"
    return base + ("es" if SIBILANT.search(base) else "s")


def _stems(base: str) -> list[str]:
    """What "ing" is put to: without a silent e, and with the last consonant once and twice."""
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return [base[:-1]]
    return [base, base + base[-1]] if DOUBLING.search(base) else [base]


def _past(stem: str, base: str) -> str:
    if CONSONANT_Y.search(base):
        return base[:-1] + "ied"
    return stem + ("d" if base.endswith("ee") else "ed")
