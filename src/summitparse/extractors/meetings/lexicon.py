"""The words of the meeting finder, read once from the lists beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from summitparse.english.inflection import plural, verb_forms
from summitparse.english.titles import titles
from summitparse.errors import LexiconError
from summitparse.lexicon import read_table, words_of

__all__ = ["Entry", "Kind", "entries", "group_words", "words"]

HERE = Path(__file__).parent
Kind = Literal["together", "host", "event", "visit"]


class Entry(NamedTuple):
    """A cue: its words, the words of which one must follow, its class and the form it tells of."""

    words: tuple[str, ...]
    tail: frozenset[str]
    kind: Kind
    form: str


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """The cues by their first word in every form, those of most words first."""
    table: dict[str, list[Entry]] = {}
    for word, tail, kind, form in read_table(HERE / "cues.tsv", ("word", "tail", "class", "form")):
        if kind not in get_args(Kind):
            raise LexiconError(f"cues.tsv: {word}: no class {kind}")
        first, *more = word.split()
        for each in _forms(first, more, kind):
            one = (each, *more)
            entry = Entry(one, frozenset(tail.split("|")) - {""}, cast("Kind", kind), form)
            table.setdefault(each, []).append(entry)
    return {
        word: tuple(sorted(found, key=lambda entry: -len(entry.words)))
        for word, found in table.items()
    }


def _forms(first: str, more: list[str], kind: str) -> frozenset[str]:
    if kind in ("together", "host"):
        return verb_forms(first)
    return frozenset([first]) if more or first.endswith("s") else frozenset([first, plural(first)])


@cache
def words(name: str) -> frozenset[str]:
    """A list of `words.toml`."""
    return words_of(HERE / "words.toml", name)


@cache
def group_words() -> frozenset[str]:
    """Words for several who meet, without naming them: offices among them."""
    return words("several") | titles("several")
