"""Texts as tensors of word pieces."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from batches import form_features, padded
from encoder.pieces import Pieces
from encoder.transformer import INSIDE, OUTSIDE, PLACES
from torch import Tensor

HIDDEN = 0.05
"""How often a word's pieces are hidden in training."""
LONGEST = 200
"""Words of a text at most; what is longer is cut before."""


@dataclass(slots=True)
class Inputs:
    """Texts x pieces, and where in them the texts' words are."""

    pieces: Tensor
    shapes: Tensor
    gaps: Tensor
    mask: Tensor
    """Which are pieces, not padding."""
    corpora: Tensor
    first: Tensor
    """Texts x words: the place of each word's first piece; nothing (0) beside a text."""
    last: Tensor
    words: Tensor
    """Texts x words x 1: 1 on words."""
    affixes: Tensor
    """Forms x affixes: rows of the beginnings and ends."""
    form_shapes: Tensor
    forms: Tensor
    """Texts x words: which form each is."""


def inputs(
    texts: Sequence[tuple[list[str], list[int]]],
    corpora: Sequence[int],
    pieces: Pieces,
    rng: random.Random | None = None,
) -> Inputs:
    """Texts, as forms and gaps, for the encoder; with ``rng`` some words are hidden from it."""
    forms = sorted({form for text, _ in texts for form in text})
    place = {form: i for i, form in enumerate(forms)}
    known = [form_features(form) for form in forms]
    rows: list[list[int]] = []
    columns: list[tuple[list[int], list[int], list[int], list[int]]] = []
    for text, gaps in texts:
        ids = [pieces.of(form) for form in text]
        if rng is not None:
            ids = [[pieces.hidden] if rng.random() < HIDDEN else own for own in ids]
        row, shapes, before = [pieces.first], [0], [OUTSIDE]
        first, last = [], []
        for form, own, gap in zip(text, ids, gaps, strict=True):
            first.append(len(row))
            row += own
            last.append(len(row) - 1)
            shapes += [known[place[form]].shape + 1] * len(own)
            before += [gap, *[INSIDE] * (len(own) - 1)]
        rows.append([*row, pieces.last])
        columns.append(([*shapes, 0], [*before, OUTSIDE], first, last))
    assert max(map(len, rows)) <= PLACES
    shapes, before, first, last = (list(column) for column in zip(*columns, strict=True))
    return Inputs(
        padded(rows, pieces.pad),
        padded(shapes, 0),
        padded(before, OUTSIDE),
        padded([[1] * len(row) for row in rows], 0, torch.bool),
        torch.tensor(corpora),
        padded(first, 0),
        padded(last, 0),
        padded([[1] * len(text) for text, _ in texts], 0, torch.float32)[..., None],
        torch.tensor([k.affixes for k in known]),
        torch.tensor([k.shape for k in known]),
        padded([[place[form] for form in text] for text, _ in texts], 0),
    )
