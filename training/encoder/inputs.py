"""Texts as tensors of word pieces."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import NamedTuple, Protocol, TypeVar

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


class Row(NamedTuple):
    """A text as pieces, and the places of its words' first and last ones."""

    pieces: list[int]
    shapes: list[int]
    gaps: list[int]
    first: list[int]
    last: list[int]


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
    rows = [row(text, gaps, pieces, rng) for text, gaps in texts]
    return Inputs(
        padded([r.pieces for r in rows], pieces.pad),
        padded([r.shapes for r in rows], 0),
        padded([r.gaps for r in rows], OUTSIDE),
        padded([[1] * len(r.pieces) for r in rows], 0, torch.bool),
        torch.tensor(corpora),
        padded([r.first for r in rows], 0),
        padded([r.last for r in rows], 0),
        padded([[1] * len(text) for text, _ in texts], 0, torch.float32)[..., None],
        torch.tensor([k.affixes for k in known]),
        torch.tensor([k.shape for k in known]),
        padded([[place[form] for form in text] for text, _ in texts], 0),
    )


def row(forms: list[str], gaps: list[int], pieces: Pieces, rng: random.Random | None) -> Row:
    """A text between the two special pieces. Where it has more pieces than there are places, each
    word's first is read.
    """
    words = [pieces.of(form) for form in forms]
    if sum(map(len, words)) > PLACES - 2:
        words = [own[:1] for own in words]
    if rng is not None:
        words = [[pieces.hidden] if rng.random() < HIDDEN else own for own in words]
    sizes = [len(own) for own in words]
    last = list(accumulate(sizes))  # the special piece stands before them
    shapes = [[form_features(form).shape + 1] * n for form, n in zip(forms, sizes, strict=True)]
    before = [[gap, *[INSIDE] * (n - 1)] for gap, n in zip(gaps, sizes, strict=True)]
    return Row(
        [pieces.first, *chain.from_iterable(words), pieces.last],
        [0, *chain.from_iterable(shapes), 0],
        [OUTSIDE, *chain.from_iterable(before), OUTSIDE],
        [end - n + 1 for end, n in zip(last, sizes, strict=True)],
        last,
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
