"""The network as it learns, in PyTorch; `summitparse.model.network` is the same one as it reads, in numpy.

Names of weights are the same in both. `weights` turns what was learnt into what is shipped: matrices
the other way round, constants folded in, half precision.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn.functional import leaky_relu, pad

from summitparse.model.features import AFFIX_ROWS, AFFIXES, GRAM_ROWS, SHAPE_ROWS
from summitparse.model.network import HEADS

if TYPE_CHECKING:
    from batches import Batch

SLOPE = 0.1
GAPS = 4
FARTHEST = 16
"""Distance of two tokens from which on attention takes all distances for one."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths and depths, and how many rows each table and answer has."""

    words: int
    tags: int
    lemmas: int
    relations: int
    names: int
    corpora: int
    width: int = 192
    near: int = 2
    far: int = 4
    arc: int = 128
    relation: int = 48
    name: int = 64
    drop: float = 0.25
    late_drop: float = 0.33


class Dropout(nn.Module):
    """Dropout whose random bits are cut from a pool: drawing them anew took a fifth of the time."""

    POOL = 1 << 22

    def __init__(self, share: float) -> None:
        super().__init__()
        self.pool = torch.empty(self.POOL).bernoulli_(1 - share).div_(1 - share).bfloat16()

    def forward(self, x: Tensor) -> Tensor:
        """Some of the numbers set to nothing, the others the larger for it."""
        if not self.training:
            return x
        size = x.numel()
        if size >= self.POOL:
            return x * self.pool.repeat(size // self.POOL + 1)[:size].view(x.shape)
        at = random.randrange(self.POOL - size)
        return x * self.pool[at : at + size].view(x.shape)


class Embedding(nn.Module):
    """Tables of what a form says, joined, with what stands before it and where it is from."""

    def __init__(self, sizes: Sizes, word: int = 128, gram: int = 64, affix: int = 24) -> None:
        super().__init__()
        self.words = nn.Embedding(sizes.words, word)
        self.grams = nn.EmbeddingBag(GRAM_ROWS, gram, mode="mean")
        self.affixes = nn.Embedding(AFFIX_ROWS, affix)
        self.shapes = nn.Embedding(SHAPE_ROWS, 32)
        self.gap = nn.Embedding(GAPS, sizes.width)
        self.corpus = nn.Embedding(sizes.corpora, sizes.width)
        self.join = nn.Linear(word + gram + AFFIXES * affix + 32, sizes.width)
        self.norm = nn.LayerNorm(sizes.width)
        self.drop = Dropout(sizes.drop)
        for table in (self.words, self.grams, self.affixes, self.shapes, self.gap, self.corpus):
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, b: Batch) -> Tensor:
        """Texts x tokens x width."""
        forms = torch.cat(
            [
                self.grams(b.grams, b.offsets),
                self.affixes(b.affixes).flatten(1),
                self.shapes(b.shapes),
            ],
            1,
        )
        x = self.join(torch.cat([self.words(b.words), forms[b.forms]], -1))
        x = x + self.gap(b.gaps) + self.corpus(b.corpora)[:, None]
        out: Tensor = self.drop(self.norm(x))
        return out


class Convolution(nn.Module):
    """The larger of two functions of a token and its neighbours."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.linear = nn.Linear(3 * width, 2 * width)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """``mask`` is 1 on tokens: what is beside a text counts as nothing."""
        x = x * mask
        wide = pad(x, (0, 0, 1, 1))
        first, second = self.linear(torch.cat([wide[:, :-2], x, wide[:, 2:]], -1)).chunk(2, -1)
        return torch.maximum(first, second)


class Near(nn.Module):
    """A layer over a text's tokens and their neighbours."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.convolution = Convolution(sizes.width)
        self.norm = nn.LayerNorm(sizes.width)
        self.drop = Dropout(sizes.drop)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Adds to what is there."""
        out: Tensor = x + self.drop(self.norm(self.convolution(x, mask)))
        return out


class Far(nn.Module):
    """A layer over a sentence: attention with a score for each distance, then a convolution."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        width = sizes.width
        self.mix = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.distance = nn.Parameter(torch.zeros(HEADS, 2 * FARTHEST + 1))
        self.first, self.second = nn.LayerNorm(width), nn.LayerNorm(width)
        self.convolution = Convolution(width)
        self.drop = Dropout(sizes.drop)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Adds to what is there."""
        x = x + self.drop(self.out(self.attended(self.first(x), mask)))
        out: Tensor = x + self.drop(self.convolution(self.second(x), mask))
        return out

    def attended(self, x: Tensor, mask: Tensor) -> Tensor:
        """Each token's sum over its sentence."""
        count, length, width = x.shape
        split = self.mix(x).view(count, length, 3, HEADS, width // HEADS)
        queries, keys, values = split.permute(2, 0, 3, 1, 4)
        places = torch.arange(length)
        apart = (places - places[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        scores = queries @ keys.transpose(-1, -2) / math.sqrt(width // HEADS)
        scores = scores + self.distance[:, apart]
        scores = scores.masked_fill(mask[:, None, None, :, 0] == 0, -1e4)
        summed: Tensor = (scores.softmax(-1) @ values).transpose(1, 2)
        return summed.reshape(count, length, width)


class Pairs(nn.Module):
    """States of words and of heads, and what scores a pair of them."""

    def __init__(self, sizes: Sizes, width: int, answers: int) -> None:
        super().__init__()
        self.word, self.head = nn.Linear(sizes.width, width), nn.Linear(sizes.width, width)
        self.drop = Dropout(sizes.late_drop)
        self.pairs = nn.Parameter(torch.randn(width + 1, answers, width + 1) * 0.02)

    def states(self, x: Tensor, root: Tensor) -> tuple[Tensor, Tensor]:
        """Of words, each with a 1 at its end; of heads, the root before them."""
        with_root = torch.cat([root.expand(len(x), 1, -1), x], 1)
        word, head = (
            self.drop(leaky_relu(layer(y), SLOPE))
            for layer, y in ((self.word, x), (self.head, with_root))
        )
        return pad(word, (0, 1), value=1.0), head


class Heads(nn.Module):
    """What is told of words from their states; the layers are made by the network that has them."""

    tag: nn.Linear
    lemma: nn.Linear
    name_hidden: nn.Linear
    name_corpus: nn.Embedding
    name: nn.Linear
    root: nn.Parameter
    arc: Pairs
    relation: Pairs

    def deep(self, local: Tensor, places: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Two kinds of states by sentence; the second is beside the first where lemmas are told."""
        raise NotImplementedError

    def tags(self, x: Tensor) -> Tensor:
        """Scores of the tags."""
        out: Tensor = self.tag(x)
        return out

    def lemmas(self, x: Tensor, near: Tensor) -> Tensor:
        """Scores of the lemma rules."""
        out: Tensor = self.lemma(torch.cat([x, near], -1))
        return out

    def names(self, x: Tensor, corpora: Tensor) -> Tensor:
        """Scores of the name tags, in the habit of each sentence's corpus."""
        hidden = self.name_hidden(x) + self.name_corpus(corpora)[:, None]
        out: Tensor = self.name(leaky_relu(hidden, SLOPE))
        return out

    def arcs(self, x: Tensor) -> Tensor:
        """Sentences x words x heads, the root first."""
        word, head = self.arc.states(x, self.root)
        return word @ self.arc.pairs[:, 0, :-1] @ head.transpose(1, 2)

    def relations(self, x: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relations of words to given heads."""
        word, head = self.relation.states(x, self.root)
        chosen = head.gather(1, heads[..., None].expand(-1, -1, head.shape[-1]))
        chosen = pad(chosen, (0, 1), value=1.0).flatten(0, 1)
        table = self.relation.pairs
        size, answers, _ = table.shape
        ways = (word.flatten(0, 1) @ table.reshape(size, -1)).view(-1, answers, size)
        return (ways @ chosen[..., None]).view(*heads.shape, answers)


class Network(Heads):
    """All of it."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.embed = Embedding(sizes)
        self.near = nn.ModuleList(Near(sizes) for _ in range(sizes.near))
        self.start = nn.Linear(sizes.width, 1)
        self.far = nn.ModuleList(Far(sizes) for _ in range(sizes.far))
        self.last = nn.LayerNorm(sizes.width)
        self.drop = Dropout(sizes.drop)
        self.tag = nn.Linear(sizes.width, sizes.tags)
        self.lemma = nn.Linear(2 * sizes.width, sizes.lemmas)
        self.name_hidden = nn.Linear(sizes.width, sizes.name)
        self.name_corpus = nn.Embedding(sizes.corpora, sizes.name)
        self.name = nn.Linear(sizes.name, sizes.names)
        self.root = nn.Parameter(torch.randn(sizes.width) * 0.1)
        self.arc = Pairs(sizes, sizes.arc, 1)
        self.relation = Pairs(sizes, sizes.relation, sizes.relations)
        nn.init.zeros_(self.name_corpus.weight)

    def local(self, b: Batch) -> tuple[Tensor, Tensor]:
        """States that know their neighbours, and each token's score for starting a sentence."""
        x = self.embed(b)
        for layer in self.near:
            x = layer(x, b.mask)
        return x, self.start(x)[..., 0]

    def deep(self, local: Tensor, places: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """States by sentence: ``places`` are rows of the flattened texts; the local ones beside them."""
        near = local.flatten(0, 1)[places] * mask
        x = near
        for layer in self.far:
            x = layer(x, mask)
        return self.drop(self.last(x)), near


def weights(
    state: dict[str, Tensor], corpus: int, names_corpus: int
) -> dict[str, npt.NDArray[np.float16]]:
    """What is shipped of a network's state, in the habits of two corpora: of syntax, and of names."""
    out = {key: value.float().clone() for key, value in state.items() if ".pool" not in key}
    out["embed.gap.weight"] += out.pop("embed.corpus.weight")[corpus]
    out["name_hidden.bias"] += out.pop("name_corpus.weight")[names_corpus]
    for key in [k for k in out if ".mix." in k]:
        third = len(out[key]) // 3
        out[key][:third] /= math.sqrt(third // HEADS)
    out["arc.pairs"] = out["arc.pairs"][:, 0, :-1]
    out["relation.pairs"] = out["relation.pairs"].flatten(1)
    tables = ("embed.words", "embed.grams", "embed.affixes", "embed.shapes", "embed.gap")
    shipped: dict[str, npt.NDArray[np.float16]] = {}
    for key, value in out.items():
        name = key.replace(".convolution.linear.", ".convolution.")
        stem = name.removesuffix(".weight")
        if stem in tables:
            name = stem
        elif key.endswith(".weight") and value.ndim == 2:
            value = value.t()
        shipped[name] = np.ascontiguousarray(value.numpy().astype(np.float16))
    return shipped
