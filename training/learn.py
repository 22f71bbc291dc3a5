"""The training loop: two processes, each of which reads half of every batch; a rate that rises and falls.

Two processes of one thread do half as much again as one of two, and add numbers in the same order every time.
Both have the same weights throughout: after each batch the mean of both gradients moves either's.
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
from torch import Tensor, multiprocessing, nn

if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier

State = dict[str, Tensor]
MakeEpoch = Callable[[int, float], list[Example]]
"""Makes the examples of an epoch from its number and how far the training is, 0 to 1."""
PATIENCE = 900.0
"""Seconds one process waits for the other, which may have failed."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn."""

    tokens: int
    """Of both processes together."""
    rate: float = 0.002
    rising: int = 400
    """Steps until the rate is full."""
    batch: int = 1000
    """Tokens of each half of a batch."""
    memory: float = 0.9995
    """How much the averaged weights keep at each step."""
    seed: int = 1
    early: float = 0.67
    """Share of the training after which the averaged weights are put by, to be averaged with the last."""
    mixes: int = 40
    """Epochs over which the mix of texts goes from its first to its last shares."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two processes: which, and how it meets the other."""

    number: int
    mine: list[Tensor]
    """Gradients in memory of both processes, as `others`."""
    others: list[Tensor]
    meet: Barrier

    def share(self, network: nn.Module) -> None:
        """Give the gradients the mean of both sides."""
        held = [p for p in network.parameters() if p.grad is not None]
        for slot, weight in zip(self.mine, held, strict=True):
            assert weight.grad is not None
            slot.copy_(weight.grad)
        self.meet.wait()
        # In one order on both sides: sums of floats depend on it.
        for first, second, weight in zip(*self._in_order(), held, strict=True):
            weight.grad = (first + second) / 2
        self.meet.wait()

    def _in_order(self) -> tuple[list[Tensor], list[Tensor]]:
        return (self.mine, self.others) if self.number == 0 else (self.others, self.mine)


def learn(rows: Rows, sizes: Sizes, make: MakeEpoch, plan: Plan, out: Path) -> State:
    """The averaged weights of a network that learnt from the epochs; kept as ``out`` now and then."""
    slots = [
        [p.detach().clone().share_memory_() for p in Network(sizes).parameters()]  # type: ignore[no-untyped-call]
        for _ in range(2)
    ]
    start = multiprocessing.get_context("spawn")
    meet = start.Barrier(2, timeout=PATIENCE)
    sides = [Side(i, slots[i], slots[1 - i], meet) for i in range(2)]
    processes = [
        start.Process(target=learn_side, args=(rows, sizes, make, plan, out, side))
        for side in sides
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        if process.exitcode:
            raise SystemExit(f"a process stopped learning: exit code {process.exitcode}")
    state: State = torch.load(out)
    return state


def learn_side(
    rows: Rows, sizes: Sizes, make: MakeEpoch, plan: Plan, out: Path, side: Side
) -> None:
    """The training as one of the two processes goes through it."""
    torch.set_num_threads(1)
    torch.manual_seed(plan.seed)
    network = Network(sizes)
    torch.manual_seed(1000 * plan.seed + side.number)
    random.seed(1000 * plan.seed + side.number)
    adam = torch.optim.AdamW(
        network.parameters(), lr=plan.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    mean = {k: v.clone() for k, v in averaged(network).items()}
    early, log, seen = mean, Log(), 0
    for step, texts in enumerate(steps(make, plan, rows, side.number)):
        progress = 2 * step * plan.batch / plan.tokens
        if progress >= 1:
            break
        for group in adam.param_groups:
            group["lr"] = plan.rate * min(1.0, (step + 1) / plan.rising) * (1 - progress)
        parts, tokens = losses(network, texts, rows)
        adam.zero_grad()
        loss = torch.stack([WEIGHTS[k] * v for k, v in parts.items()]).sum() / tokens
        torch.autograd.backward(loss)
        side.share(network)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        adam.step()
        average(mean, averaged(network), min(plan.memory, (step + 1) / (step + 10)))
        if progress < plan.early <= 2 * (step + 1) * plan.batch / plan.tokens:
            early = {k: v.clone() for k, v in mean.items()}
        seen += round(tokens)
        if log.add(seen, parts, tokens) and side.number == 0:
            torch.save(mean, out)
    if side.number == 0:
        average(mean, early, 0.5)
        torch.save(mean, out)


def averaged(network: nn.Module) -> State:
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
