"""What a network's answers to a batch lack against the gold."""

from __future__ import annotations

import torch
from batches import Numbered, Rows, batch, padded, sentences, without_rare
from network import Heads, Network
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

WEIGHTS = {"starts": 2.0, "tags": 1.0, "lemmas": 0.5, "names": 1.0, "heads": 1.0, "relations": 1.0}
"""What each part counts in the loss."""


def losses(network: Network, texts: list[Numbered], rows: Rows) -> tuple[dict[str, Tensor], float]:
    """The loss of each part, summed over tokens, and the number of tokens."""
    b = batch(texts, rows)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        local, starts = network.local(without_rare(b, rows))
        out = lacking(network, local, starts, texts)
    return out, float(b.mask.sum())


def lacking(
    network: Heads, local: Tensor, starts: Tensor, texts: list[Numbered]
) -> dict[str, Tensor]:
    """The loss of each part, summed over tokens, given the states of texts and their scores for starts."""
    s = sentences(texts, [t.starts for t in texts])
    heads = s.gold["heads"]
    deep, near = network.deep(local, s.places, s.mask)
    real = torch.cat([torch.ones_like(s.mask[:, :1, 0]), s.mask[..., 0]], 1)
    scores = {
        "tags": network.tags(deep),
        "lemmas": network.lemmas(deep, near),
        "names": network.names(deep, s.corpora),
        "heads": network.arcs(deep).masked_fill(real[:, None] == 0, -1e4),
        "relations": network.relations(deep, heads.clamp(min=0)),
    }
    out = {name: summed(score, s.gold[name]) for name, score in scores.items()}
    begins = padded([[float(x) for x in t.starts] for t in texts], -1, torch.float32)
    wrong = binary_cross_entropy_with_logits(starts.float(), begins.clamp(min=0), reduction="none")
    out["starts"] = (wrong * (begins >= 0)).sum()
    return out


def summed(scores: Tensor, gold: Tensor) -> Tensor:
    """Cross entropy over the tokens that have gold."""
    flat = scores.float().flatten(0, 1)
    return cross_entropy(flat, gold.flatten(), ignore_index=-1, reduction="sum")
