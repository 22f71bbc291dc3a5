"""The training loop: two networks that learn side by side, each from the gold and from the other.

What two networks agree on is right more often than what one says, and how sure they are is worth more than
one right answer: each learns the shares that the other's averaged weights give to all answers
(codistillation: Anil et al. 2018). It is quicker too: two processes of one thread do half as much again
as one of two.
"""

from __future__ import annotations

import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from batches import Numbered, Rows, batched, numbered
from examples import Example
from losses import WEIGHTS, losses
from network import Network, Sizes
from torch import Tensor, multiprocessing

if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier

State = dict[str, Tensor]
MakeEpoch = Callable[[int, float], list[Example]]
"""Makes the examples of an epoch from its number and how far the training is, 0 to 1."""
PATIENCE = 900.0
"""Seconds one network waits for the other, which may have failed."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn."""

    tokens: int
    """Of each of the two networks."""
    rate: float = 0.002
    rising: int = 400
    """Steps until the rate is full."""
    batch: int = 1500
    """Tokens of a batch."""
    memory: float = 0.9995
    """How much the averaged weights keep at each step."""
    mixes: int = 30
    """Epochs over which the mix of texts goes from its first to its last shares."""
    alone: float = 0.12
    """Share of the training after which the networks hear each other, at first a little."""
    hearing: float = 0.3
    """Share of the training after which they hear each other in full."""
    trust: float = 0.5
    """What the other's answers then count, against the gold."""
    exchange: int = 50
    """Steps after which each gets the other's averaged weights anew."""

    def trusted(self, progress: float) -> float:
        """What the other's answers count at a time of the training, 0 to 1."""
        risen = (progress - self.alone) / (self.hearing - self.alone)
        return self.trust * min(1.0, max(0.0, risen))


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: which, and how it meets the other."""

    number: int
    mine: State
    """Memory of both processes, as `others`."""
    others: State
    meet: Barrier

    def exchange(self, mean: State, other: Network) -> None:
        """Show the averaged weights, take the other's."""
        for key, value in mean.items():
            self.mine[key].copy_(value)
        self.meet.wait()
        other.load_state_dict(self.others, strict=False)
        self.meet.wait()


def learn(rows: Rows, sizes: Sizes, make: MakeEpoch, plan: Plan, out: Path) -> State:
    """The averaged weights of the first of two networks; both are kept in a folder now and then."""
    torch.manual_seed(0)
    slots = [
        {k: v.clone().share_memory_() for k, v in averaged(Network(sizes)).items()}  # type: ignore[no-untyped-call]
        for _ in range(2)
    ]
    start = multiprocessing.get_context("spawn")
    meet = start.Barrier(2, timeout=PATIENCE)
    sides = [Side(i, slots[i], slots[1 - i], meet) for i in range(2)]
    others = [
        start.Process(target=learn_side, args=(rows, sizes, make, plan, out, side))
        for side in sides
    ]
    for process in others:
        process.start()
    for process in others:
        process.join()
        if process.exitcode:
            raise SystemExit(f"a network stopped learning: exit code {process.exitcode}")
    state: State = torch.load(out / "0.pt")
    return state


def learn_side(
    rows: Rows, sizes: Sizes, make: MakeEpoch, plan: Plan, out: Path, side: Side
) -> None:
    """One network's training, in a process of its own."""
    torch.set_num_threads(1)
    torch.manual_seed(side.number)
    random.seed(side.number)
    network, other = Network(sizes), Network(sizes).eval()
    adam = torch.optim.AdamW(
        network.parameters(), lr=plan.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    mean = {k: v.clone() for k, v in averaged(network).items()}
    log, seen = Log(), 0
    for step, texts in enumerate(steps(make, plan, rows, side.number)):
        progress = step * plan.batch / plan.tokens
        if progress >= 1:
            break
        trust = plan.trusted(progress)
        if trust and step % plan.exchange == 0:
            side.exchange(mean, other)
        for group in adam.param_groups:
            group["lr"] = plan.rate * min(1.0, (step + 1) / plan.rising) * (1 - progress)
        parts, tokens = losses(network, texts, rows, other if trust else None, trust)
        adam.zero_grad()
        loss = torch.stack([WEIGHTS[k] * v for k, v in parts.items()]).sum() / tokens
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        adam.step()
        average(mean, averaged(network), min(plan.memory, (step + 1) / (step + 10)))
        seen += round(tokens)
        if log.add(seen, parts, tokens):
            torch.save(mean, out / f"{side.number}.pt")
    torch.save(mean, out / f"{side.number}.pt")


def averaged(network: Network) -> State:
    """The weights of which the average is kept: all but the pools of random bits."""
    return {k: v for k, v in network.state_dict().items() if not k.endswith("pool")}


def average(mean: State, now: State, memory: float) -> None:
    """Move the averaged weights a little towards those of now."""
    names = list(mean)
    with torch.no_grad():
        torch._foreach_lerp_([mean[k] for k in names], [now[k] for k in names], 1 - memory)


def steps(make: MakeEpoch, plan: Plan, rows: Rows, side: int) -> Iterator[list[Numbered]]:
    """Batches, epoch after epoch, without end; the next epoch is made while one is learnt."""
    rng = random.Random(side)
    with ProcessPoolExecutor(max_workers=1) as pool:
        number = 0
        coming = pool.submit(make, side, 0.0)
        while True:
            examples = coming.result()
            number += 1
            coming = pool.submit(make, 2 * number + side, min(1.0, number / plan.mixes))
            yield from batched([numbered(e, rows) for e in examples], plan.batch, rng)


class Log:
    """A line a minute; says every five minutes that it is time to keep what was learnt."""

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
        if now - self.kept < 300:
            return False
        self.kept = now
        return True
