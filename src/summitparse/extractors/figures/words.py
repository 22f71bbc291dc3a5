"""The hand-kept words of this extractor."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from summitparse.english.inflection import verb_forms
from summitparse.english.verbs import irregular_forms
from summitparse.lexicon import read_lists

__all__ = ["forms_of", "past_only", "word_set", "words"]

LISTS = Path(__file__).parent / "words.toml"


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
    return frozenset(form for base in words()[name] for form in verb_forms(base))


@cache
def past_only() -> frozenset[str]:
    """Irregular past forms of verbs of measure that aren't their base: "slid", "rose"."""
    table = irregular_forms()
    pairs = ((base, table.get(base, ())) for base in words()["measure_verbs"])
    return frozenset(form for base, forms in pairs for form in forms if form != base)
