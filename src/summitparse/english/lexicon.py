"""Reading `words.tsv`: the words of a class, those with some traits, and what they count."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from summitparse.errors import LexiconError
from summitparse.lexicon import read_table

__all__ = ["names", "values", "words"]

TABLE = Path(__file__).with_name("words.tsv")
COLUMNS = ("word", "class", "traits", "value")


class _Entry(NamedTuple):
    word: str
    traits: frozenset[str]
    value: int | None


@cache
def words(kind: str, *traits: str) -> frozenset[str]:
    """The words of a class that have all of some traits, in small letters.

    Raises `LexiconError` where the table has none: a class or trait was misspelt.

    >>> sorted(words("pronoun", "male")), "until" in words("preposition", "time")
    (['he', 'him', 'himself', 'his'], True)
    """
    wanted = frozenset(traits)
    found = frozenset(entry.word for entry in _entries().get(kind, ()) if wanted <= entry.traits)
    if not found:
        raise LexiconError(f"{TABLE.name}: no {kind} {' '.join(traits)}".rstrip())
    return found


@cache
def values(kind: str) -> Mapping[str, int]:
    """The words of a class with what they count: months from 1, weekdays from 0 for Monday.

    >>> values("month")["sept"], values("weekday")["sunday"], values("small number")["four"]
    (9, 6, 4)
    """
    words(kind)
    found = {entry.word: entry.value for entry in _entries()[kind] if entry.value is not None}
    return MappingProxyType(found)


@cache
def names(kind: str) -> tuple[str, ...]:
    """The full words of a class that counts, in the order of their values.

    >>> names("weekday")[:2]
    ('monday', 'tuesday')
    """
    full = [entry for entry in _entries()[kind] if "short" not in entry.traits]
    return tuple(entry.word for entry in sorted(full, key=lambda entry: entry.value or 0))


@cache
def _entries() -> dict[str, list[_Entry]]:
    found: dict[str, list[_Entry]] = {}
    seen: set[tuple[str, str]] = set()
    for word, kind, traits, value in read_table(TABLE, COLUMNS):
        if (word, kind) in seen:
            raise LexiconError(f"{TABLE.name}: {word} stands twice as {kind}")
        seen.add((word, kind))
        number = int(value) if value else None
        found.setdefault(kind, []).append(_Entry(word, frozenset(traits.split()), number))
    return found
