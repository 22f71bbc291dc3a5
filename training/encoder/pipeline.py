"""What is exported in the library's own pipeline, for figures on raw text and for its speed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from package import NETWORK, PARAGRAPHS, blank
from spacy.language import Language

from encoder.dev import NAMES_HABIT, SYNTAX_HABIT
from encoder.export import Stored, exported, told
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
    """What is shipped of a reader's averaged weights in a file of the training."""
    state = torch.load(learnt)["mean"]
    pieces = pretrained()["pieces"][labels.pieces]
    return exported(state, pieces, SYNTAX_HABIT, NAMES_HABIT)


def export_told(learnt: Path) -> Stored:
    """The same of attribution's."""
    return told(torch.load(learnt)["mean"])


def runtime(kept: Stored, labels: Labels, kind: str, base: int = 0) -> Runtime:
    """What runs the weights; attribution's, where they are there, stand on ``base`` layers."""
    run = None
    if kind != "numpy":
        running = session(Graph(kept, HEADS, base, whole=kind == "bytes").model())
        run = partial(said, running)
    return Runtime(kept, labels.vocabulary(), HEADS, base, run)


def pipeline(kept: Stored, labels: Labels, kind: str, base: int = 0) -> Language:
    """The library's pipeline with another network in the place of its own."""
    nlp = blank()
    nlp.add_pipe(PARAGRAPHS)
    annotator: Any = nlp.add_pipe(NETWORK)
    assert isinstance(annotator, Annotator)
    empty = {name: np.zeros((1, 1), dtype=np.float16) for name in ("embed.gap",)}
    annotator.fill(Learnt(empty, [], labels.rows.labels))
    annotator._network = runtime(kept, labels, kind, base)  # type: ignore[assignment]
    return nlp
