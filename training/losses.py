"""What a network's answers to a batch lack: against the gold, and against another network's answers."""

from __future__ import annotations

from typing import NamedTuple

import torch
from batches import Batch, Numbered, Rows, Sentences, batch, padded, sentences, without_rare
from network import Network
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

WEIGHTS = {"starts": 2.0, "tags": 1.0, "lemmas": 0.5, "names": 1.0, "heads": 1.0, "relations": 1.0}
"""What each part counts in the loss."""


class Read(NamedTuple):
    """States of a batch, by text and by sentence, and the scores that need nothing else."""

    deep: Tensor
    scores: dict[str, Tensor]
    starts: Tensor


def losses(
    network: Network, texts: list[Numbered], rows: Rows, other: Network | None, trust: float
) -> tuple[dict[str, Tensor], float]:
    """The loss of each part, summed over tokens, and the number of tokens.

    Where there is gold it counts 1 - ``trust``, the answers of ``other`` the rest; where there is none,
    they count ``trust`` alone.
    """
    b, s = batch(texts, rows), sentences(texts, [t.starts for t in texts])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        mine = read(network, without_rare(b, rows), s)
        heads = s.gold["heads"]
        told: dict[str, Tensor] = {}
        if other is not None:
            with torch.no_grad():
                theirs = read(other, b, s)
                told = theirs.scores
                heads = torch.where(heads < 0, told["heads"].argmax(-1), heads)
                told["relations"] = other.relations(theirs.deep, heads)
        mine.scores["relations"] = network.relations(mine.deep, heads.clamp(min=0))
    begins = padded([[float(x) for x in t.starts] for t in texts], 0, torch.float32)
    real = b.mask[..., 0]
    wrong = binary_cross_entropy_with_logits(mine.starts.float(), begins, reduction="none")
    out = {"starts": (wrong * real).sum()}
    for name, scores in mine.scores.items():
        out[name] = (1 - trust) * against_gold(scores, s.gold[name])
        if told:
            out[name] = out[name] + trust * against_other(scores, told[name], s.mask[..., 0])
    return out, float(real.sum())


def read(network: Network, b: Batch, s: Sentences) -> Read:
    """What the network makes of a batch."""
    local, starts = network.local(b)
    deep, near = network.deep(local, s.places, s.mask)
    real = torch.cat([torch.ones_like(s.mask[:, :1, 0]), s.mask[..., 0]], 1)
    scores = {
        "tags": network.tags(deep),
        "lemmas": network.lemmas(deep, near),
        "names": network.names(deep, s.corpora),
        "heads": network.arcs(deep).masked_fill(real[:, None] == 0, -1e4),
    }
    return Read(deep, scores, starts)


def against_gold(scores: Tensor, gold: Tensor) -> Tensor:
    """Cross entropy over the tokens that have gold."""
    flat = scores.float().flatten(0, 1)
    return cross_entropy(flat, gold.flatten(), ignore_index=-1, reduction="sum")


def against_other(scores: Tensor, told: Tensor, mask: Tensor) -> Tensor:
    """Cross entropy with the shares that another network gives to each answer."""
    shares = told.float().softmax(-1)
    return -((shares * scores.float().log_softmax(-1)).sum(-1) * mask).sum()
