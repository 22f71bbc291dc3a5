"""The word lists of the page's furniture, read once from `furniture.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from summitparse import lexicon

__all__ = ["either", "words"]


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list."""
    return lexicon.words_of(Path(__file__).with_name("furniture.toml"), name)


def either(*names: str) -> str:
    """A pattern for any word of some lists, the longest first."""
    found = set().union(*(words(name) for name in names))
    return lexicon.either(found)
