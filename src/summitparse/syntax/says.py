"""What words say of what hangs on them: planned, called off, untrue; the words lie in `standing.tsv`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, cast, get_args

from summitparse.english.inflection import verb_forms
from summitparse.errors import LexiconError
from summitparse.lexicon import read_table, words_of
from summitparse.syntax import labels as rel
from summitparse.syntax.walks import children

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Entry", "Says", "entries", "listed", "says_of", "tail_of"]

Says = Literal[
    "planned", "postponed", "cancelled", "unreal", "averted", "rumour", "adverb", "happens"
]


class Entry(NamedTuple):
    """The words that must follow, and what the whole says."""

    tail: tuple[str, ...]
    says: Says


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """The words by each form of the first, those of most words first."""
    table: dict[str, list[Entry]] = {}
    path = Path(__file__).with_name("standing.tsv")
    for words, says in read_table(path, ("word", "says")):
        if says not in get_args(Says):
            raise LexiconError(f"standing.tsv: {words}: nothing says {says}")
        base, *tail = words.split()
        for form in verb_forms(base):
            table.setdefault(form, []).append(Entry(tuple(tail), cast("Says", says)))
    return {form: tuple(sorted(found, key=lambda e: -len(e.tail))) for form, found in table.items()}


@cache
def listed(name: str) -> frozenset[str]:
    """A list of `standing.toml`."""
    return words_of(Path(__file__).with_name("standing.toml"), name)


def tail_of(word: Token) -> tuple[str, ...]:
    """The words that a word was listed with: "off" of "called off"."""
    entry = _entry(word)
    return entry.tail if entry is not None else ()


def says_of(word: Token) -> Says | None:
    """What a word says of what hangs on it, by the list."""
    entry = _entry(word)
    return entry.says if entry is not None else None


def _entry(word: Token) -> Entry | None:
    for entry in entries().get(word.lower_, ()):
        size = len(entry.tail)
        behind = tuple(each.lower_ for each in word.doc[word.i + 1 : word.i + 1 + size])
        apart = size == 1 and any(
            child.lower_ == entry.tail[0] for child in children(word, rel.PARTICLE | rel.ADVERB)
        )
        if behind == entry.tail or apart:
            return entry
    return None
