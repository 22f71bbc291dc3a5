"""Texts as tensors of word pieces."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Protocol, TypeVar

import torch
from batches import form_features, padded
from torch import Tensor

from encoder.pieces import Pieces
from encoder.transformer import INSIDE, OUTSIDE, PLACES

HIDDEN = 0.05
"""How often a word's pieces are hidden in training."""
LONGEST = 200
"""Words of a text at most; what is longer is cut before."""


class HasForms(Protocol):
    """A text's words."""

    forms: list[str]


Text = TypeVar("Text", bound=HasForms)


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
    """Texts, as forms and gaps, for the encoder; with ``rng`` some words are hidden from it.

    Of a text with more pieces than there are places each word's first is read.
    """
    forms = sorted({form for text, _ in texts for form in text})
    place = {form: i for i, form in enumerate(forms)}
    known = [form_features(form) for form in forms]
    rows: list[list[int]] = []
    shapes: list[list[int]] = []
    before: list[list[int]] = []
    first: list[list[int]] = []
    last: list[list[int]] = []
    for text, gaps in texts:
        ids = [pieces.of(form) for form in text]
        if sum(map(len, ids)) > PLACES - 2:
            ids = [own[:1] for own in ids]
        if rng is not None:
            ids = [[pieces.hidden] if rng.random() < HIDDEN else own for own in ids]
        ends = list(accumulate(map(len, ids)))  # places after the first special piece
        last.append(ends)
        first.append([end - len(own) + 1 for end, own in zip(ends, ids, strict=True)])
        rows.append([pieces.first, *chain.from_iterable(ids), pieces.last])
        each = [
            [known[place[form]].shape + 1] * len(own) for form, own in zip(text, ids, strict=True)
        ]
        shapes.append([0, *chain.from_iterable(each), 0])
        each = [[gap, *[INSIDE] * (len(own) - 1)] for gap, own in zip(gaps, ids, strict=True)]
        before.append([OUTSIDE, *chain.from_iterable(each), OUTSIDE])
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


def by_length(texts: Sequence[Text], size: int, rng: random.Random) -> list[list[Text]]:
    """Batches of at most ``size`` words of texts of nearly one length, in random order."""
    out: list[list[Text]] = [[]]
    held = 0
    for text in sorted(texts, key=lambda t: len(t.forms) + 4 * rng.random()):
        if held + len(text.forms) > size and out[-1]:
            out.append([])
            held = 0
        out[-1].append(text)
        held += len(text.forms)
    rng.shuffle(out)
    return out
