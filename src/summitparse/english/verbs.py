"""Reading `verbs.tsv`: irregular forms of verbs, and the verbs of a class."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from summitparse.errors import LexiconError
from summitparse.lexicon import read_table

__all__ = ["irregular_forms", "verbs"]

TABLE = Path(__file__).with_name("verbs.tsv")
COLUMNS = ("verb", "forms", "classes")


class _Verb(NamedTuple):
    forms: tuple[str, ...]
    classes: frozenset[str]


@cache
def verbs(kind: str) -> frozenset[str]:
    """The base forms of a class's verbs. Raises `LexiconError` where the table has none.

    >>> "found" in verbs("base"), "find" in verbs("base")
    (True, False)
    """
    found = frozenset(base for base, verb in _table().items() if kind in verb.classes)
    if not found:
        raise LexiconError(f"{TABLE.name}: no class {kind}")
    return found


@cache
def irregular_forms() -> Mapping[str, tuple[str, ...]]:
    """The forms of irregular verbs that no rule makes, by base.

    >>> irregular_forms()["freeze"]
    ('froze', 'frozen')
    """
    return MappingProxyType({base: verb.forms for base, verb in _table().items() if verb.forms})


@cache
def _table() -> dict[str, _Verb]:
    found: dict[str, _Verb] = {}
    for base, forms, classes in read_table(TABLE, COLUMNS):
        if base in found:
            raise LexiconError(f"{TABLE.name}: {base} stands twice")
        found[base] = _Verb(tuple(forms.split()), frozenset(classes.split()))
    return found
