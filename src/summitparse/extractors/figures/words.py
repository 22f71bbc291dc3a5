"""The hand-kept words of this extractor, and the singular of a counted noun."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from summitparse.lexicon import read_lists
from summitparse.text.inflection import verb_forms
from summitparse.text.lemmas import irregular_forms

__all__ = ["forms_of", "irregular", "past_only", "singular", "word_set", "words"]

LISTS = Path(__file__).parent / "words.toml"
ACRONYMS = re.compile(r"[A-Z]s$")
"""Several of what is named by its initials: "CEOs"."""
ES = re.compile(r"(?:ss|sh|ch|x|zz)es$")


@cache
def words() -> dict[str, tuple[str, ...]]:
    """All lists by name."""
    return read_lists(LISTS)


@cache
def word_set(name: str) -> frozenset[str]:
    """One list as a set."""
    return frozenset(words()[name])


@cache
def forms_of(name: str) -> frozenset[str]:
    """All forms of a list's verbs."""
    table = irregular_forms()
    return frozenset(
        form for base in words()[name] for form in verb_forms(base, table.get(base, ""))
    )


@cache
def past_only() -> frozenset[str]:
    """Irregular past forms of verbs of measure that aren't their base: "slid", "rose"."""
    table = irregular_forms()
    pairs = ((base, table.get(base, "").split()) for base in words()["measure_verbs"])
    return frozenset(form for base, forms in pairs for form in forms if form != base)


@cache
def irregular() -> dict[str, str]:
    """Singulars that no ending tells."""
    pairs = (entry.partition("=") for entry in words()["irregular"])
    return {plural: single for plural, _, single in pairs}


def singular(noun: str) -> str:
    """The singular of a noun as written; names keep their capitals.

    >>> [singular(x) for x in ("agreements", "ferries", "Kuwaitis", "women", "buses", "Boxes")]
    ['agreement', 'ferry', 'Kuwaiti', 'woman', 'bus', 'Box']
    """
    low = noun.lower()
    if ACRONYMS.search(noun):
        return noun[:-1]
    if low in irregular():
        single = irregular()[low]
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
    return noun[0] + single[1:] if noun[0].isupper() and noun[1:2].islower() else single


def _men(low: str) -> bool:
    """'fishermen'; "specimen" and the like are among the irregular ones."""
    return low.endswith("men") and len(low) > 4


def _adds_s(noun: str) -> bool:
    """A plural in -s: not "process", "virus", "crisis", but "Kuwaitis"."""
    if not noun.lower().endswith("s") or len(noun) < 3 or "." in noun:
        return False
    return not noun.lower().endswith(("ss", "us", "is")) or (
        noun.endswith("is") and noun[0].isupper()
    )


def is_plural(noun: str) -> bool:
    """Whether a noun has the form of a plural."""
    low = noun.lower()
    if low in word_set("plurals") or irregular().get(low, low) != low:
        return True
    if low in irregular():
        return False
    if _men(low) or ACRONYMS.search(noun):
        return True
    return _adds_s(noun) and not low.endswith(("'s", "’s"))
