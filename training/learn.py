"""The training loop: a fixed number of words, a learning rate that rises and falls, averaged weights."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gather import gather_backward
from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, Optimizer, fix_random_seed

Epoch = Callable[[random.Random, float], list[Example]]
"""Makes the examples of an epoch from a random source and how far the training is, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn."""

    words: int
    rate: float = 0.0012
    warmup: float = 0.02
    batch: int = 1200
    drop: float = 0.1
    seed: int = 1


def learn(nlp: Language, epoch: Epoch, plan: Schedule, *, keep: Path | None = None) -> Optimizer:
    """Train the whole pipeline; the averaged weights are in the optimizer that comes back.

    With ``keep`` the averaged pipeline is also written there every million words.
    """
    fix_random_seed(plan.seed)
    rng = random.Random(plan.seed)
    first = epoch(rng, 0.0)
    nlp.initialize(lambda: first)
    gather_backward(nlp)
    sgd: Optimizer = Adam(
        plan.rate, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True
    )
    began, seen, losses = time.monotonic(), 0, dict[str, float]()
    for batch in stream(first, epoch, plan, rng):
        progress = seen / plan.words
        sgd.learn_rate = (
            plan.rate * min(1.0, progress / plan.warmup + 0.02) * max(0.02, 1 - progress)
        )
        nlp.update(batch, sgd=sgd, losses=losses, drop=plan.drop)
        before, seen = seen, seen + sum(len(e.predicted) for e in batch)
        if before // 200_000 != seen // 200_000:
            report(seen, began, losses)
            losses = {}
        if keep is not None and before // 1_000_000 != seen // 1_000_000:
            with nlp.use_params(sgd.averages):
                nlp.to_disk(keep)
    return sgd


def stream(
    first: list[Example], epoch: Epoch, plan: Schedule, rng: random.Random
) -> Iterator[list[Example]]:
    """Batches of examples of about one length, epoch after epoch, until the words are spent."""
    examples, seen = first, 0
    while True:
        for batch in batches(examples, plan.batch, rng):
            if seen >= plan.words:
                return
            yield batch
            seen += sum(len(e.predicted) for e in batch)
        examples = epoch(rng, seen / plan.words)


def batches(examples: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Examples grouped by length, ``size`` words a batch, in random order."""
    keyed = sorted(examples, key=lambda e: len(e.predicted) // 40 + rng.random() * 3)
    out: list[list[Example]] = [[]]
    held = 0
    for example in keyed:
        if held > size:
            out.append([])
            held = 0
        out[-1].append(example)
        held += len(example.predicted)
    rng.shuffle(out)
    return out


def report(seen: int, began: float, losses: dict[str, float]) -> None:
    """One line of progress."""
    spent = time.monotonic() - began
    shown = "  ".join(f"{k} {float(v):.0f}" for k, v in losses.items())
    print(
        f"{seen:>9,} words  {spent:6.0f} s  {seen / spent:6.0f} words/s  {shown}",
        file=sys.stderr,
        flush=True,
    )
