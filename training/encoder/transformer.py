"""The encoder: BERT's layers over word pieces, with what the pieces, being without case, don't say."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from network import Dropout
from torch import Tensor, nn
from torch.nn.functional import embedding, gelu

from summitparse.model.features import SHAPE_ROWS

if TYPE_CHECKING:
    from encoder.inputs import Inputs

WIDTH, LAYERS, HEADS = 384, 6, 12
SMALL = 1e-12
PLACES = 512
"""Pieces of a text at most, the first and the last special one among them."""
GAP_ROWS = 6
"""What stands before a piece: before a word's first as `features.gap` has it, then INSIDE, OUTSIDE."""
INSIDE, OUTSIDE = 4, 5


class Layer(nn.Module):
    """Attention, then two linear layers on each piece; each sum is normalised."""

    def __init__(self, width: int, heads: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.mix = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.first, self.second = nn.LayerNorm(width, SMALL), nn.LayerNorm(width, SMALL)
        self.drop = Dropout(drop)

    def forward(self, x: Tensor, away: Tensor) -> Tensor:
        """``away`` is added to the scores of attention: nothing on pieces, very little beside a text."""
        x = self.first(x + self.drop(self.out(self.attended(x, away))))
        out: Tensor = self.second(x + self.drop(self.down(gelu(self.up(x)))))
        return out

    def attended(self, x: Tensor, away: Tensor) -> Tensor:
        """Each piece's sum over its text; written out, since a fused backward pass is slow on a CPU."""
        count, length, width = x.shape
        size = width // self.heads
        split = self.mix(x).view(count, length, 3, self.heads, size)
        queries, keys, values = split.permute(2, 0, 3, 1, 4)
        scores = queries @ keys.transpose(-1, -2) / math.sqrt(size) + away
        summed: Tensor = (scores.softmax(-1).to(values.dtype) @ values).transpose(1, 2)
        return summed.reshape(count, length, width)


class Encoder(nn.Module):
    """Pieces to states. The table of pieces stays as it was and is no part of what is learnt."""

    pieces: Tensor

    def __init__(
        self,
        pieces: Tensor,
        corpora: int,
        layers: int = LAYERS,
        heads: int = HEADS,
        drop: float = 0.1,
    ) -> None:
        super().__init__()
        width = pieces.shape[1]
        self.register_buffer("pieces", pieces, persistent=False)
        self.places = nn.Embedding(PLACES, width)
        self.norm = nn.LayerNorm(width, SMALL)
        self.shapes = nn.Embedding(SHAPE_ROWS + 1, width)
        self.gaps = nn.Embedding(GAP_ROWS, width)
        self.corpora = nn.Embedding(corpora, width)
        self.drop = Dropout(drop)
        self.layers = nn.ModuleList(Layer(width, heads, drop) for _ in range(layers))
        for table in (self.shapes, self.gaps, self.corpora):
            nn.init.zeros_(table.weight)  # so that it starts as it was pretrained

    def forward(self, x: Inputs) -> Tensor:
        """Texts x pieces x width."""
        return self.upper(self.embedded(x), x, 0)

    def embedded(self, x: Inputs) -> Tensor:
        """What the layers start from."""
        y = embedding(x.pieces, self.pieces) + self.places.weight[: x.pieces.shape[1]]
        y = y + self.shapes(x.shapes) + self.gaps(x.gaps) + self.corpora(x.corpora)[:, None]
        out: Tensor = self.drop(self.norm(y))
        return out

    def upper(self, y: Tensor, x: Inputs, first: int, end: int | None = None) -> Tensor:
        """States after the layers from the ``first`` to the one before ``end``."""
        away = away_from(x.mask)
        for layer in self.layers[first:end]:
            y = layer(y, away)
        return y


def away_from(mask: Tensor) -> Tensor:
    """What attention adds for each piece, given which are pieces of a text."""
    return torch.where(mask[:, None, None, :], 0.0, -1e4)
