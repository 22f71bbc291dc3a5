"""The training loop: a fixed number of words, a learning rate that rises and falls, averaged weights."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    minutes: float = 0.0
    """Where above 0, the schedule is hurried so as to end by then; runs then differ by machine."""

    def progress(self, words: int, seconds: float) -> float:
        """How far the training is, 0 to 1."""
        hurried = seconds / (60 * self.minutes) if self.minutes else 0.0
        return max(words / self.words, hurried)


def learn(
    nlp: Language, epoch: Epoch, plan: Schedule, *, keep: Path | None = None, fresh: bool = True
) -> Optimizer:
    """Train the whole pipeline; the averaged weights are in the optimizer that comes back.

    With ``keep`` the averaged pipeline is also written there every million words.  Without ``fresh``
    the pipeline goes on from the weights that it has.
    """
    fix_random_seed(plan.seed)
    rng = random.Random(plan.seed)
    first = epoch(rng, 0.0)
    if fresh:
        nlp.initialize(lambda: first)
    else:
        know_trees(nlp)
    gather_backward(nlp)
    sgd: Optimizer = Adam(
        plan.rate, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True
    )
    began, seen, losses = time.monotonic(), 0, dict[str, float]()
    progress = 0.0

    def next_epoch() -> list[Example]:
        return epoch(rng, progress)

    for batch in stream(first, next_epoch, plan.batch, rng):
        progress = plan.progress(seen, time.monotonic() - began)
        if progress >= 1:
            break
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


def know_trees(nlp: Language) -> None:
    """Give a loaded lemmatizer back the numbers of its edit trees, which spaCy doesn't store."""
    if nlp.has_pipe("trainable_lemmatizer"):
        lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
        labels = lemmatizer.cfg["labels"]
        lemmatizer.tree2label = {tree: label for label, tree in enumerate(labels)}


def stream(
    first: list[Example], again: Callable[[], list[Example]], size: int, rng: random.Random
) -> Iterator[list[Example]]:
    """Batches of examples of about one length, epoch after epoch, without end."""
    examples = first
    while True:
        yield from batches(examples, size, rng)
        examples = again()


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
