"""The training loop: a fixed number of tokens, a rate that rises and falls, averaged weights."""

from __future__ import annotations

import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import torch
from batches import Numbered, Rows, batch, batched, numbered, padded, sentences
from examples import Example
from network import Network, Sizes
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

State = dict[str, Tensor]
MakeEpoch = Callable[[int, float], list[Example]]
"""Makes the examples of an epoch from its number and how far the training is, 0 to 1."""
WEIGHTS = {"starts": 2.0, "tags": 1.0, "lemmas": 0.5, "names": 1.0, "heads": 1.0, "relations": 1.0}
"""What each part counts in the loss."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn."""

    tokens: int
    rate: float = 0.002
    rising: int = 400
    """Steps until the rate is full."""
    batch: int = 1500
    """Tokens of a batch."""
    memory: float = 0.9995
    """How much the averaged weights keep at each step."""
    seed: int = 1
    mixes: int = 40
    """Epochs over which the mix of texts goes from its first to its last shares."""


def losses(network: Network, texts: list[Numbered], rows: Rows) -> tuple[dict[str, Tensor], float]:
    """The loss of each part, summed over tokens, and the number of tokens."""
    b = batch(texts, rows, drop=True)
    local, starts = network.local(b)
    s = sentences(texts, [t.starts for t in texts])
    deep, near = network.deep(local, s.places, s.mask)
    real = torch.cat([torch.ones_like(s.mask[:, :1, 0]), s.mask[..., 0]], 1)
    arcs = network.arcs(deep).masked_fill(real[:, None] == 0, -1e4)
    heads = s.gold["heads"]
    scores = {
        "tags": network.tags(deep),
        "lemmas": network.lemmas(deep, near),
        "names": network.names(deep, s.corpora),
        "heads": arcs,
        "relations": network.relations(deep, heads.clamp(min=0)),
    }
    out = {name: summed(score, s.gold[name]) for name, score in scores.items()}
    begins = padded([[float(x) for x in t.starts] for t in texts], 0, torch.float32)
    wrong = binary_cross_entropy_with_logits(starts.float(), begins, reduction="none")
    out["starts"] = (wrong * b.mask[..., 0]).sum()
    return out, float(b.mask.sum())


def summed(scores: Tensor, gold: Tensor) -> Tensor:
    """Cross entropy over the tokens that have gold."""
    flat = scores.float().flatten(0, 1)
    return cross_entropy(flat, gold.flatten(), ignore_index=-1, reduction="sum")


def learn(
    rows: Rows,
    sizes: Sizes,
    make: MakeEpoch,
    plan: Plan,
    *,
    keep: Callable[[State], None],
) -> State:
    """The averaged weights of a network that learnt from the epochs; ``keep`` gets them now and then."""
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    random.seed(plan.seed)
    network = Network(sizes)
    adam = torch.optim.AdamW(
        network.parameters(), lr=plan.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    mean = {k: v.clone() for k, v in network.state_dict().items() if not k.endswith("pool")}
    log, seen = Log(), 0
    for step, texts in enumerate(steps(make, plan, rows, rng)):
        progress = seen / plan.tokens
        if progress >= 1:
            break
        for group in adam.param_groups:
            group["lr"] = plan.rate * min(1.0, (step + 1) / plan.rising) * (1 - progress)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            parts, tokens = losses(network, texts, rows)
        adam.zero_grad()
        loss = torch.stack([WEIGHTS[k] * v for k, v in parts.items()]).sum() / tokens
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        adam.step()
        average(mean, network.state_dict(), min(plan.memory, (step + 1) / (step + 10)))
        seen += round(tokens)
        if log.add(seen, parts, tokens):
            keep(mean)
    return mean


def average(mean: State, now: State, memory: float) -> None:
    """Move the averaged weights a little towards those of now."""
    names = list(mean)
    with torch.no_grad():
        torch._foreach_lerp_([mean[k] for k in names], [now[k] for k in names], 1 - memory)


def steps(make: MakeEpoch, plan: Plan, rows: Rows, rng: random.Random) -> Iterator[list[Numbered]]:
    """Batches, epoch after epoch, without end; the next epoch is made while one is learnt."""
    with ProcessPoolExecutor(max_workers=1) as pool:
        number = 0
        coming = pool.submit(make, 0, 0.0)
        while True:
            examples = coming.result()
            number += 1
            coming = pool.submit(make, number, min(1.0, number / plan.mixes))
            yield from batched([numbered(e, rows) for e in examples], plan.batch, rng)


class Log:
    """A line a minute; says every ten minutes that it is time to keep what was learnt."""

    def __init__(self) -> None:
        self.began = self.last = self.kept = time.monotonic()
        self.sums: dict[str, float] = defaultdict(float)

    def add(self, seen: int, parts: dict[str, Tensor], tokens: float) -> bool:
        """Count a step; whether to keep the weights."""
        for name, value in parts.items():
            self.sums[name] += float(value.detach())
        self.sums["tokens"] += tokens
        now = time.monotonic()
        if now - self.last > 60:
            shown = "  ".join(f"{k} {self.sums[k] / self.sums['tokens']:.3f}" for k in WEIGHTS)
            pace = seen / (now - self.began)
            print(f"{seen:>10,} tokens {pace:6.0f}/s  {shown}", file=sys.stderr, flush=True)
            self.sums.clear()
            self.last = now
        if now - self.kept < 600:
            return False
        self.kept = now
        return True
