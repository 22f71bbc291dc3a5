"""The network of syntax and names on the encoder, as it learns."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from network import Dropout, Heads, Pairs, Sizes
from torch import Tensor, nn
from torch.nn.functional import gelu

from encoder.inputs import Inputs
from encoder.transformer import HEADS, LAYERS, Encoder
from summitparse.model.features import AFFIX_ROWS, AFFIXES, SHAPE_ROWS


@dataclass(frozen=True, slots=True)
class Form:
    """How the encoder is made, beside the sizes of its heads."""

    layers: int = LAYERS
    heads: int = HEADS
    drop: float = 0.1
    affix: int = 24
    shape: int = 32
    known: int = 128
    """Width of what a word's own form says beside its pieces."""


class Words(nn.Module):
    """Words' states from those of their first and last pieces, and from their forms."""

    def __init__(self, width: int, form: Form) -> None:
        super().__init__()
        self.affixes = nn.Embedding(AFFIX_ROWS, form.affix)
        self.shapes = nn.Embedding(SHAPE_ROWS, form.shape)
        self.join = nn.Linear(AFFIXES * form.affix + form.shape, form.known)
        self.mix = nn.Linear(2 * width + form.known, width)
        self.norm = nn.LayerNorm(width)
        for table in (self.affixes, self.shapes):
            nn.init.normal_(table.weight, std=0.1)

    def known(self, x: Inputs) -> Tensor:
        """What words' forms say."""
        forms = torch.cat([self.affixes(x.affixes).flatten(1), self.shapes(x.form_shapes)], 1)
        out: Tensor = gelu(self.join(forms))[x.forms]
        return out

    def forward(self, states: Tensor, known: Tensor, x: Inputs) -> Tensor:
        """Words' states."""
        return joined(self.mix, self.norm, states, known, x)


def joined(mix: nn.Module, norm: nn.Module, states: Tensor, known: Tensor, x: Inputs) -> Tensor:
    """Words' states from those of their first and last pieces, and from what their forms say."""
    first, last = (picked(states, where) for where in (x.first, x.last))
    out: Tensor = norm(first + last + mix(torch.cat([first, last, known], -1)))
    return out


class Reader(Heads):
    """All of it but attribution."""

    def __init__(self, pieces: Tensor, sizes: Sizes, form: Form) -> None:
        super().__init__()
        self.encoder = Encoder(pieces, sizes.corpora, form.layers, form.heads, form.drop)
        width = sizes.width
        self.words = Words(width, form)
        self.start = nn.Linear(width, 1)
        self.drop = Dropout(sizes.drop)
        self.tag = nn.Linear(width, sizes.tags)
        self.lemma = nn.Linear(width + form.known, sizes.lemmas)
        self.name_hidden = nn.Linear(width, sizes.name)
        self.name_corpus = nn.Embedding(sizes.corpora, sizes.name)
        self.name = nn.Linear(sizes.name, sizes.names)
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.arc = Pairs(sizes, sizes.arc, 1)
        self.relation = Pairs(sizes, sizes.relation, sizes.relations)
        nn.init.zeros_(self.name_corpus.weight)

    def read(self, x: Inputs) -> tuple[Tensor, Tensor]:
        """Words' states with what their forms say beside them, and scores for starting a sentence."""
        known = self.words.known(x)
        state = self.words(self.encoder(x), known, x)
        return torch.cat([state, known], -1), self.start(self.drop(state))[..., 0]

    def deep(self, local: Tensor, places: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The words of each sentence: their states, and what their forms say."""
        width = self.start.in_features
        both = local.flatten(0, 1)[places] * mask
        return self.drop(both[..., :width]), self.drop(both[..., width:])


def picked(states: Tensor, where: Tensor) -> Tensor:
    """Of each text the states at some places."""
    return states.gather(1, where[..., None].expand(-1, -1, states.shape[-1]))
