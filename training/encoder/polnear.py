"""PolNeAR's paragraphs: the library's tokens, and which of them are cue, source and content of what."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language

from encoder.inputs import LONGEST
from summitparse.model.features import gap

NONE, SOURCE, CONTENT = range(3)
OUT, BEGIN, GO_ON = range(3)
"""Tags of cues."""
HELD_OUT = 15
"""Of so many training articles one is held out, to choose thresholds on."""
STYLES = (("“", "”"), ('"', '"'), ("''", "''"))
LINE = re.compile(r"[^\n]*\S[^\n]*")
Spans = list[list[int]]


class Cue(NamedTuple):
    """The words that tell of an attribution, and of each word of the paragraph its part in it."""

    first: int
    end: int
    roles: list[int]


@dataclass(slots=True)
class Told:
    """A paragraph and the attributions that its cues make."""

    article: str
    forms: list[str]
    gaps: list[int]
    places: list[tuple[int, int]]
    """Characters of each word in the article."""
    cues: list[Cue] = field(default_factory=list)

    @property
    def tags(self) -> list[int]:
        """The cues as tags."""
        out = [OUT] * len(self.forms)
        for cue in self.cues:
            out[cue.first : cue.end] = [BEGIN, *[GO_ON] * (cue.end - cue.first - 1)]
        return out


def articles(file: Path) -> list[dict[str, Any]]:
    """The articles of a file."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def split(rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Training articles to learn from, and those held out."""
    held = [row for i, row in enumerate(rows) if i % HELD_OUT == 0]
    return [row for i, row in enumerate(rows) if i % HELD_OUT], held


def read(nlp: Language, rows: list[dict[str, Any]]) -> list[Told]:
    """The paragraphs of some articles."""
    return [told for row in rows for told in paragraphs(nlp, row)]


def paragraphs(nlp: Language, row: dict[str, Any]) -> Iterator[Told]:
    """The paragraphs of an article; one that is too long is cut anywhere."""
    for line in LINE.finditer(row["text"]):
        tokens = [t for t in nlp.make_doc(line[0]) if not t.is_space]
        places = [(line.start() + t.idx, line.start() + t.idx + len(t)) for t in tokens]
        gaps = ["", *(t.whitespace_ for t in tokens[:-1])]
        for a in range(0, len(tokens), LONGEST):
            part = slice(a, a + LONGEST)
            forms = [t.text for t in tokens[part]]
            told = Told(row["id"], forms, [gap(g) for g in gaps[part]], places[part])
            told.cues = list(cues(row.get("attributions", []), told.places))
            yield told


def cues(attributions: list[dict[str, Spans]], places: list[tuple[int, int]]) -> Iterator[Cue]:
    """The attributions whose cue is among some words and whose content is too, in part at least."""
    taken: set[int] = set()
    for one in sorted(attributions, key=lambda x: x["cue"]):
        cue = words(one["cue"], places)
        roles = [NONE] * len(places)
        for kind, spans in ((SOURCE, one["source"]), (CONTENT, one["content"])):
            for i in words(spans, places):
                roles[i] = kind
        if cue and CONTENT in roles and not taken & set(cue):
            taken.update(cue)
            yield Cue(cue[0], cue[-1] + 1, roles)


def words(spans: Spans, places: list[tuple[int, int]]) -> list[int]:
    """The words that spans touch."""
    return [i for i, (s, e) in enumerate(places) if any(s < b and a < e for a, b in spans)]


def restyled(told: Told, rng: random.Random) -> Told:
    """The paragraph with quotation marks of another style."""
    marks = [i for i, form in enumerate(told.forms) if any(form in style for style in STYLES)]
    if not marks or rng.random() > 0.3:
        return told
    style = rng.choice(STYLES)
    forms = list(told.forms)
    for turn, i in enumerate(marks):
        opens = forms[i] == "“" or (forms[i] != "”" and turn % 2 == 0)
        forms[i] = style[0] if opens else style[1]
    return Told(told.article, forms, told.gaps, told.places, told.cues)
