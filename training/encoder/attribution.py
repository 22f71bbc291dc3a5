"""The head of attribution: which words are cues, and what each cue makes of the words around it.

All its weights are learnt from PolNeAR, and nothing else is: what it has of the encoder's layers are copies
of its own, so that the file of its weights can be left out.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

import torch
from network import Dropout
from torch import Tensor, nn
from torch.nn.functional import gelu, pad

from encoder.inputs import Inputs
from encoder.reader import Form, Reader, joined
from encoder.transformer import Layer, away_from

FARTHEST = 40
"""Distance of a word from its cue from which on all distances are one."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How much of the reader's encoder it stands on, and how wide it is."""

    base: int = 3
    """Layers that it shares with the reader."""
    own: int = 3
    """Layers of its own above them; they start as copies of the reader's."""
    width: int = 192
    reach: int = 2
    """Neighbours on each side that a convolution sees."""
    drop: float = 0.2


class Around(nn.Module):
    """A function of a word and its neighbours, added to what is there."""

    def __init__(self, width: int, reach: int, drop: float) -> None:
        super().__init__()
        self.reach = reach
        self.linear = nn.Linear((2 * reach + 1) * width, width)
        self.norm = nn.LayerNorm(width)
        self.drop = Dropout(drop)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """``mask`` is 1 on words: what is beside a text counts as nothing."""
        length, wide = x.shape[1], pad(x * mask, (0, 0, self.reach, self.reach))
        near = [wide[:, k : k + length] for k in range(2 * self.reach + 1)]
        out: Tensor = self.norm(x + self.drop(gelu(self.linear(torch.cat(near, -1)))))
        return out


class Attribution(nn.Module):
    """Cues, and of each the words' parts in it."""

    def __init__(self, reader: Reader, form: Form, shape: Shape) -> None:
        super().__init__()
        layers = reader.encoder.layers
        width = reader.start.in_features
        self.shape = shape
        self.layers = nn.ModuleList(Layer(width, form.heads, form.drop) for _ in range(shape.own))
        for k, layer in enumerate(self.layers):
            layer.load_state_dict(layers[min(shape.base + k, len(layers) - 1)].state_dict())
        self.mix, self.joined = deepcopy(reader.words.mix), deepcopy(reader.words.norm)
        self.drop = Dropout(shape.drop)
        self.cue_hidden, self.cue = nn.Linear(width, shape.width), nn.Linear(shape.width, 3)
        self.word, self.told = nn.Linear(width, shape.width), nn.Linear(2 * width, shape.width)
        self.distance = nn.Embedding(2 * FARTHEST + 2, shape.width)
        self.norm = nn.LayerNorm(shape.width)
        self.around = nn.ModuleList(Around(shape.width, shape.reach, shape.drop) for _ in range(2))
        self.role = nn.Linear(shape.width, 3)
        nn.init.normal_(self.distance.weight, std=0.3)

    def states(self, below: Tensor, known: Tensor, x: Inputs) -> Tensor:
        """The words' states, given the pieces' after the shared layers, and what the words' forms say."""
        away = away_from(x.mask)
        for layer in self.layers:
            below = layer(below, away)
        state: Tensor = self.drop(joined(self.mix, self.joined, below, known, x))
        return state

    def cues(self, states: Tensor) -> Tensor:
        """Scores of the cue tags."""
        out: Tensor = self.cue(gelu(self.cue_hidden(states)))
        return out

    def roles(self, states: Tensor, mask: Tensor, which: Tensor) -> Tensor:
        """Cues x words x roles; ``which`` has each cue's text, its first word and the one after its last."""
        text, first, end = which.unbind(1)
        ends = torch.cat([states[text, first], states[text, end - 1]], -1)
        near = self.distance(apart(first, end, states.shape[1]))
        x = self.norm(gelu(self.word(states)[text] + self.told(ends)[:, None] + near))
        for layer in self.around:
            x = layer(x, mask[text])
        out: Tensor = self.role(x)
        return out


def apart(first: Tensor, end: Tensor, length: int) -> Tensor:
    """Rows of the words' distances from cues: 0 for the cue's own words."""
    at = torch.arange(length)[None]
    before = (first[:, None] - at).clamp(0, FARTHEST)
    after = (at - end[:, None] + 1).clamp(0, FARTHEST)
    return torch.where(before > 0, before, torch.where(after > 0, FARTHEST + after, 0))
