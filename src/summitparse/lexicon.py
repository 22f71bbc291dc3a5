"""Reading the word lists that lie beside the extractors.

TOML for short hand-kept lists (they can hold comments), TSV for tables. A malformed file raises
`LexiconError`, which names file and row, so that whoever edits a list learns at once what is wrong.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from summitparse.errors import LexiconError

__all__ = ["either", "read_lists", "read_table", "words_of"]


def read_lists(path: Path) -> dict[str, tuple[str, ...]]:
    """The lists of a TOML file: `name = ["word", ...]`, each without doubles."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path.name}: {error}") from error
    return {name: _words(path, name, words) for name, words in data.items()}


@cache
def words_of(path: Path, name: str) -> frozenset[str]:
    """One list of a TOML file as a set; the file is read once, whichever of its lists are asked for."""
    try:
        return _sets(path)[name]
    except KeyError:
        raise LexiconError(f"{path.name}: no list {name}") from None


@cache
def _sets(path: Path) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_lists(path).items()}


def either(words: Iterable[str]) -> str:
    r"""A pattern for any one of some words, the longest first.

    >>> either(["more", "more on this", "p.m."])
    'more\\ on\\ this|more|p\\.m\\.'
    """
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _words(path: Path, name: str, words: object) -> tuple[str, ...]:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise LexiconError(f"{path.name}: {name} isn't a list of strings")
    if len(set(words)) < len(words):
        doubled = sorted({word for word in words if words.count(word) > 1})
        raise LexiconError(f"{path.name}: {name} holds twice: {', '.join(doubled)}")
    return tuple(words)


def read_table(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The rows of a TSV file whose first line names exactly these columns; `#` lines are comments."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise LexiconError(f"{path.name}: {error}") from error
    rows = ((number, line) for number, line in enumerate(lines, 1) if line and line[0] != "#")
    header = tuple(next(rows, (0, ""))[1].split("\t"))
    if header != columns:
        raise LexiconError(f"{path.name}: columns are {header}, expected {columns}")
    for number, line in rows:
        row = tuple(line.split("\t"))
        if len(row) != len(columns):
            raise LexiconError(f"{path.name}:{number}: {len(row)} columns, expected {len(columns)}")
        yield row
