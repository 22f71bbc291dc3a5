"""The words of `words.toml`."""

from functools import cache
from pathlib import Path

from summitparse.lexicon import read_lists

__all__ = ["words"]


@cache
def words(name: str) -> frozenset[str]:
    """One list of the lexicon."""
    return frozenset(read_lists(Path(__file__).with_name("words.toml"))[name])
