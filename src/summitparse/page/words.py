"""The word lists of the page's furniture, read once from `furniture.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

__all__ = ["either", "words"]


@cache
def _lists() -> dict[str, frozenset[str]]:
    path = Path(__file__).with_name("furniture.toml")
    return {
        name: frozenset(found) for name, found in tomllib.loads(path.read_text("utf-8")).items()
    }


def words(name: str) -> frozenset[str]:
    """The words of a list."""
    return _lists()[name]


def either(*names: str) -> str:
    """A pattern for any word of some lists, the longest first."""
    found = set().union(*(words(name) for name in names))
    return "|".join(map(re.escape, sorted(found, key=lambda word: (-len(word), word))))
