"""Reading `titles.tsv`: the words of a class of titles, offices and forms of address."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from summitparse.errors import LexiconError
from summitparse.lexicon import read_table

__all__ = ["capitalized", "either_case", "titles"]

TABLE = Path(__file__).with_name("titles.tsv")


@cache
def titles(kind: str, *, dotted: bool = False) -> frozenset[str]:
    """The words of a class, in small letters; with `dotted`, abbreviations with their full stop too.

    Raises `LexiconError` where the table has none.

    >>> "chancellor" in titles("leader"), "dr." in titles("address")
    (True, False)
    >>> {"dr", "dr."} <= titles("address", dotted=True)
    True
    """
    found = frozenset(word for word, classes in _table().items() if kind in classes)
    if not found:
        raise LexiconError(f"{TABLE.name}: no class {kind}")
    if not dotted:
        return found
    return found | {f"{word}." for word in found if "dotted" in _table()[word]}


@cache
def capitalized(kind: str) -> frozenset[str]:
    """The words of a class as they stand before a name: "Minister"."""
    return frozenset(word.capitalize() for word in titles(kind))


@cache
def either_case(kind: str) -> frozenset[str]:
    """The words of a class in small letters and with a capital."""
    return titles(kind) | capitalized(kind)


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for word, classes in read_table(TABLE, ("word", "classes")):
        if word in found:
            raise LexiconError(f"{TABLE.name}: {word} stands twice")
        found[word] = frozenset(classes.split())
    return found
