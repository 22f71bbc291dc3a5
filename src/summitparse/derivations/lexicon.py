"""The words of `words.toml`."""

from functools import cache
from pathlib import Path

from summitparse.lexicon import words_of

__all__ = ["words"]


@cache
def words(name: str) -> frozenset[str]:
    """One list of the lexicon."""
    return words_of(Path(__file__).with_name("words.toml"), name)
