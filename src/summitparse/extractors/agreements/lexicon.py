"""The cue verbs and words of the agreement parser, read once from the lists beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from summitparse.english.inflection import plural, verb_forms
from summitparse.english.titles import titles
from summitparse.errors import LexiconError
from summitparse.lexicon import read_table, words_of
from summitparse.models.agreement import AgreementStatus as Status

__all__ = ["PROMISES", "Frame", "Status", "Verb", "group_words", "verbs", "words"]

HERE = Path(__file__).parent
Promise = Literal["commitment", "step", "vow", "oneself", "bound"]
Frame = Literal["instrument", "named", "body", "any", "act", Promise]
PROMISES: frozenset[Frame] = frozenset(get_args(Promise))
"""Frames whose object is a step, not a document."""


class Verb(NamedTuple):
    """A cue verb: its base form, the words that must follow it, what it needs, what it says."""

    base: str
    tail: tuple[str, ...]
    frame: Frame
    status: Status


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """The cue verbs by every form of their first word, those with most words first."""
    table: dict[str, list[Verb]] = {}
    for verb, frame, status in read_table(HERE / "cues.tsv", ("verb", "frame", "status")):
        if frame not in get_args(Frame) or status not in get_args(Status):
            raise LexiconError(f"cues.tsv: {verb}: no such frame or status: {frame}, {status}")
        base, *tail = verb.split()
        entry = Verb(verb, tuple(tail), cast("Frame", frame), cast("Status", status))
        for form in verb_forms(base):
            table.setdefault(form, []).append(entry)
    return {
        form: tuple(sorted(found, key=lambda each: -len(each.tail)))
        for form, found in table.items()
    }


@cache
def words(name: str) -> frozenset[str]:
    """A list of `words.toml`; nouns of documents with their plurals."""
    listed = words_of(HERE / "words.toml", name)
    return listed | set(map(plural, listed)) if name in ("instruments", "documents") else listed


@cache
def group_words() -> frozenset[str]:
    """Words for several who act together, without naming them: offices among them."""
    return words("together") | titles("several")
