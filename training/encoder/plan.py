"""What a training needs to know: what is learnt, how long and how fast, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeVar

from torch import Tensor, nn

Text = TypeVar("Text")
Batches = list[list[Text]]


class Task(Protocol[Text]):
    """What is learnt, and from what."""

    parts: dict[str, float]
    """What each part of the loss counts."""
    slow: tuple[str, ...]
    """How the names of weights start that are pretrained and move slowly."""

    def network(self) -> nn.Module:
        """The network as it starts; the same each time."""

    def epoch(self, number: int, size: int) -> Batches[Text]:
        """An epoch's batches of about so many words, the same each time."""

    def losses(self, network: nn.Module, texts: list[Text]) -> dict[str, Tensor]:
        """The parts of the loss, summed over words."""

    def words(self, texts: list[Text]) -> int:
        """Words of a batch."""

    def check(self, network: nn.Module) -> dict[str, float]:
        """Figures on development data."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn; a rate rises, stays, and falls to nothing."""

    words: int
    """That the whole training sees, of all processes together."""
    until: int | None = None
    """Words after which it stops for now."""
    slow_rate: float = 1.5e-4
    rate: float = 1e-3
    rising: int = 100
    """Steps until the rate is full."""
    falling: float = 0.5
    """Share of the training over which it falls."""
    batch: int = 600
    """Words of a batch, one of which each process reads in a step."""
    memory: float = 0.999
    """How much the averaged weights keep at each step."""
    seed: int = 1
    processes: int = 2
    every: float = 900
    """Seconds after which what is learnt is checked; it is kept three times as often."""

    def share(self, step: int, seen: int) -> float:
        """Of the full rate, for a step."""
        rest = max(0.0, 1 - seen / self.words)
        return min(1.0, (step + 1) / self.rising, rest / self.falling)


@dataclass(slots=True)
class Place:
    """How far a training is."""

    step: int = 0
    seen: int = 0
    epoch: int = 0
    at: int = 0
    """Batches of the epoch that are behind."""
