"""The training loop: two processes that share gradients, as in `learn`, which can be stopped and go on.

What is random in a step hangs on the step's number alone, and an epoch on its own, so that a training that
was stopped gives the weights that it would have given.
"""

from __future__ import annotations

import pickle
import random
import time
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, Generic, TypeVar

import torch
from learn import PATIENCE, Side, State, average, averaged
from torch import multiprocessing, nn

from encoder.log import Log, say
from encoder.plan import Batches, Place, Plan, Task

Text = TypeVar("Text")


def learn(task: Task[Text], plan: Plan, folder: Path) -> State:
    """The averaged weights of what a task learns; goes on from what lies in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    if plan.processes == 1:
        Learner(task, plan, folder).run()
    else:
        in_processes(task, plan, folder)
    state: State = torch.load(folder / "learnt.pt")["mean"]
    return state


def in_processes(task: Task[Text], plan: Plan, folder: Path) -> None:
    """Learn in two processes of one thread each, which takes a third less time than one of two."""
    slots = [
        [
            p.detach().clone().share_memory_()  # type: ignore[no-untyped-call]
            for p in task.network().parameters()
            if p.requires_grad
        ]
        for _ in range(2)
    ]
    start = multiprocessing.get_context("spawn")
    meet = start.Barrier(2, timeout=PATIENCE)
    sides = [Side(i, slots[i], slots[1 - i], meet) for i in range(2)]
    processes = [start.Process(target=run, args=(task, plan, folder, side)) for side in sides]
    for process in processes:
        process.start()
    while processes:
        wait([process.sentinel for process in processes])
        for process in processes:
            if process.exitcode:  # the other one would wait for it
                for other in processes:
                    other.terminate()
                raise SystemExit(f"a process stopped learning: exit code {process.exitcode}")
        processes = [process for process in processes if process.exitcode is None]


def run(task: Task[Text], plan: Plan, folder: Path, side: Side) -> None:
    """One of the processes."""
    torch.set_num_threads(1)
    Learner(task, plan, folder, side).run()


@dataclass
class Learner(Generic[Text]):
    """The training as one process goes through it."""

    task: Task[Text]
    plan: Plan
    folder: Path
    side: Side | None = None
    place: Place = field(default_factory=Place)

    def __post_init__(self) -> None:
        torch.manual_seed(self.plan.seed)
        self.network = self.task.network()
        self.adam = torch.optim.AdamW(
            self.groups(), betas=(0.9, 0.98), weight_decay=0.01, fused=True
        )
        self.mean = {k: v.clone() for k, v in averaged(self.network).items()}
        self.first = self.side is None or self.side.number == 0
        if (self.folder / "learnt.pt").exists():
            self.resume()

    def groups(self) -> list[dict[str, Any]]:
        """The weights by their full rates."""
        slow: list[nn.Parameter] = []
        fast: list[nn.Parameter] = []
        for name, weight in self.network.named_parameters():
            if weight.requires_grad:
                (slow if name.startswith(self.task.slow) else fast).append(weight)
        rated = ((slow, self.plan.slow_rate), (fast, self.plan.rate))
        return [{"params": part, "lr": rate, "full": rate} for part, rate in rated if part]

    def run(self) -> None:
        """Learn until the plan's end."""
        end = self.plan.words if self.plan.until is None else self.plan.until
        log, kept, keeps = Log(self.task.parts), time.monotonic(), 0
        for texts in self.batches():
            if self.place.seen >= end:
                break
            log.add(self.place, *self.step(texts), quiet=not self.first)
            if self.first and time.monotonic() - kept > self.plan.every / 3:
                self.keep()
                kept, keeps = time.monotonic(), keeps + 1
                if keeps % 3 == 0:
                    self.check()
        if self.first:
            self.keep()
            self.check()

    def step(self, all_texts: Batches[Text]) -> tuple[dict[str, float], int]:
        """Learn from one batch of each process; the parts of this one's loss, and its words."""
        place, number = self.place, 0 if self.side is None else self.side.number
        random.seed(place.step * 2 + number)
        torch.manual_seed(place.step * 2 + number)
        share = self.plan.share(place.step, place.seen)
        for group in self.adam.param_groups:
            group["lr"] = group["full"] * share
        words = self.task.words(all_texts[number])
        self.network.train()
        parts = self.task.losses(self.network, all_texts[number])
        self.adam.zero_grad()
        torch.autograd.backward(
            torch.stack([self.task.parts[k] * v for k, v in parts.items()]).sum() / words
        )
        if self.side is not None:
            self.side.share(self.network)
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        self.adam.step()
        place.step += 1
        place.at += len(all_texts)
        place.seen += sum(map(self.task.words, all_texts))
        memory = min(self.plan.memory, place.step / (place.step + 9))
        average(self.mean, averaged(self.network), memory)
        return {k: float(v.detach()) for k, v in parts.items()}, words

    def batches(self) -> Iterator[Batches[Text]]:
        """What each step reads, epoch after epoch, from where the training is; never ends."""
        each = self.plan.processes
        for batches in self.epochs():
            for at in range(self.place.at, len(batches) - each + 1, each):
                yield batches[at : at + each]
            self.place.epoch, self.place.at = self.place.epoch + 1, 0

    def epochs(self) -> Iterator[Batches[Text]]:
        """The epochs from the one where the training is; the next is made while one is learnt from."""
        if self.side is None:
            while True:
                yield self.task.epoch(self.place.epoch, self.plan.batch)
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            coming = self.asked(pool, self.place.epoch)
            while True:
                if coming is not None:
                    coming.result()
                coming = self.asked(pool, self.place.epoch + 1)
                self.side.meet.wait()
                batches: Batches[Text] = pickle.loads(self.file(self.place.epoch).read_bytes())
                self.file(self.place.epoch - 1).unlink(missing_ok=True)
                yield batches

    def asked(self, pool: ProcessPoolExecutor, number: int) -> Future[None] | None:
        """An epoch in the making, for which the first process cares."""
        if not self.first:
            return None
        return pool.submit(make, self.task, number, self.plan.batch, self.file(number))

    def file(self, number: int) -> Path:
        """Where an epoch lies while it is needed."""
        return self.folder / f"epoch-{number}.pickle"

    def keep(self) -> None:
        """Write all that is needed to go on."""
        part = self.folder / "learnt.pt.part"
        place = self.place
        torch.save(
            {
                "network": averaged(self.network),
                "mean": self.mean,
                "adam": self.adam.state_dict(),
                "place": (place.step, place.seen, place.epoch, place.at),
            },
            part,
        )
        part.replace(self.folder / "learnt.pt")

    def resume(self) -> None:
        """Go on from what was kept."""
        kept = torch.load(self.folder / "learnt.pt")
        self.network.load_state_dict(kept["network"])
        self.adam.load_state_dict(kept["adam"])
        self.mean = kept["mean"]
        self.place = Place(*kept["place"])

    def check(self) -> None:
        """Figures of the averaged weights, as a line."""
        own = {k: v.clone() for k, v in averaged(self.network).items()}
        self.network.load_state_dict(self.mean)
        self.network.eval()
        with torch.no_grad():
            figures = self.task.check(self.network)
        self.network.load_state_dict(own)
        shown = "  ".join(f"{k} {v:.4f}" for k, v in figures.items())
        say(f"{self.place.seen:>10,} words CHECK  {shown}")


def make(task: Task[Text], number: int, size: int, file: Path) -> None:
    """Make an epoch and write it, if it isn't there."""
    if not file.exists():
        part = file.with_suffix(".part")
        part.write_bytes(pickle.dumps(task.epoch(number, size)))
        part.replace(file)
