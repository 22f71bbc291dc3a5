"""Read CoNLL-U into paragraphs: the raw text, and words that know their characters in it.

The raw text is rebuilt from the surface forms and ``SpaceAfter=No``, so that a pipeline learns from
text as it is read: paragraphs of several sentences, with the punctuation where it stands.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

RANGE = re.compile(r"(\d+)-(\d+)")
NEW_PARAGRAPH = re.compile(r"#\s*new(doc|par)\b")


@dataclass(slots=True)
class Word:
    """One surface piece: a word, or a multiword token whose words do not spell its form (unannotated)."""

    form: str
    start: int
    lemma: str = ""
    upos: str = ""
    xpos: str = ""
    feats: str = ""
    head: int = -1
    """Index of the head word in the paragraph; the word's own index for a root, -1 for unknown."""
    rel: str = ""
    misc: str = ""

    @property
    def end(self) -> int:
        """The character after the word."""
        return self.start + len(self.form)


@dataclass(slots=True)
class Name:
    """An entity: characters ``start`` to ``end`` of the paragraph, label PERSON, ORG or LOC."""

    start: int
    end: int
    label: str


@dataclass(slots=True)
class Paragraph:
    """Text of some sentences with what is known about its words and names."""

    text: str = ""
    words: list[Word] = field(default_factory=list)
    sents: list[int] = field(default_factory=list)
    """Index of the first word of each sentence."""
    names: list[Name] | None = None
    """The entities, or None where nobody marked them."""
    corpus: str = ""
    """The set it is from; empty for made-up text."""


def blocks(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Each sentence of a gzipped tab-separated file as (comment lines, columns of the other lines)."""
    notes: list[str] = []
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for raw in lines:
            line = raw.rstrip("\n")
            if line.startswith("#") and not rows:
                notes.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield notes, rows
                notes, rows = [], []
    if rows:
        yield notes, rows


def paragraphs(path: Path) -> list[Paragraph]:
    """All paragraphs of a treebank file, cut at ``# newdoc`` and ``# newpar``."""
    out: list[Paragraph] = []
    for notes, rows in blocks(path):
        if not out or any(NEW_PARAGRAPH.match(n) for n in notes):
            out.append(Paragraph())
        add_sentence(out[-1], rows)
    return out


def add_sentence(par: Paragraph, rows: list[list[str]]) -> None:
    """Append one sentence's rows to the paragraph's text and words."""
    par.sents.append(len(par.words))
    place: dict[str, int] = {"0": -1}
    heads: list[tuple[int, str]] = []
    skip_to = 0
    for k, cols in enumerate(rows):
        span = RANGE.fullmatch(cols[0])
        if span:
            skip_to = int(span[2])
            parts = [
                r for r in rows[k + 1 :] if r[0].isdigit() and int(span[1]) <= int(r[0]) <= skip_to
            ]
            add_multiword(par, cols, parts, place, heads)
        elif cols[0].isdigit() and int(cols[0]) > skip_to:
            place[cols[0]] = len(par.words)
            heads.append((len(par.words), cols[6]))
            par.words.append(word(cols, len(par.text)))
            put(par, cols)
    for index, head in heads:
        par.words[index].head = index if head == "0" else place[head]


def add_multiword(
    par: Paragraph,
    cols: list[str],
    parts: list[list[str]],
    place: dict[str, int],
    heads: list[tuple[int, str]],
) -> None:
    """Append a multiword token: its words where they spell it, else one piece nothing is known of."""
    at = len(par.text)
    if "".join(r[1] for r in parts) == cols[1]:
        for r in parts:
            place[r[0]] = len(par.words)
            heads.append((len(par.words), r[6]))
            par.words.append(word(r, at))
            at += len(r[1])
    else:
        for r in parts:
            place[r[0]] = len(par.words)
        par.words.append(Word(cols[1], at))
    put(par, cols)


def word(cols: list[str], start: int) -> Word:
    """A word from its ten columns."""
    _, form, lemma, upos, xpos, feats, _, rel, _, misc = cols
    lemma = "" if lemma == "_" and form != "_" else lemma
    return Word(form, start, lemma, upos, xpos, "" if feats == "_" else feats, -1, rel, misc)


def put(par: Paragraph, cols: list[str]) -> None:
    """Write a surface form, and the blank after it, to the paragraph's text."""
    par.text += cols[1]
    if "SpaceAfter=No" not in cols[9].split("|"):
        par.text += " "
