"""What is exported in the library's own pipeline, for figures on raw text and for its speed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from package import NETWORK, PARAGRAPHS, blank
from spacy.language import Language

from encoder.dev import NAMES_HABIT, SYNTAX_HABIT
from encoder.export import Stored, exported
from encoder.graph import Graph, said, session
from encoder.minilm import pretrained
from encoder.runtime import Runtime
from encoder.syntax import Labels
from encoder.transformer import HEADS
from summitparse.model.annotate import Annotator
from summitparse.model.stored import Learnt

KINDS = ("bytes", "floats", "numpy")
"""How it is run: on onnxruntime with whole numbers or without, or in numpy."""


def export(learnt: Path, labels: Labels) -> Stored:
    """What is shipped of the averaged weights in a file of the training."""
    state = torch.load(learnt)["mean"]
    pieces = pretrained()["pieces"][labels.pieces]
    return exported(state, pieces, SYNTAX_HABIT, NAMES_HABIT)


def runtime(kept: Stored, labels: Labels, kind: str) -> Runtime:
    """What runs the weights."""
    run = None
    if kind != "numpy":
        running = session(Graph(kept, whole=kind == "bytes").model())
        run = lambda fed: said(running, fed)  # noqa: E731 - one line says it
    return Runtime(kept, labels.vocabulary(), HEADS, run)


def pipeline(kept: Stored, labels: Labels, kind: str) -> Language:
    """The library's pipeline with another network in the place of its own."""
    nlp = blank()
    nlp.add_pipe(PARAGRAPHS)
    annotator: Any = nlp.add_pipe(NETWORK)
    assert isinstance(annotator, Annotator)
    empty = {name: np.zeros((1, 1), dtype=np.float16) for name in ("embed.gap",)}
    annotator.fill(Learnt(empty, [], labels.rows.labels))
    annotator._network = runtime(kept, labels, kind)  # type: ignore[assignment]
    return nlp
