"""The cue words, read once from `lexicon.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from summitparse.lexicon import read_lists

__all__ = ["words"]


@cache
def words(name: str) -> frozenset[str]:
    """One list of the lexicon.

    >>> "say" in words("speech")
    True
    """
    return frozenset(read_lists(Path(__file__).parent / "lexicon.toml")[name])
