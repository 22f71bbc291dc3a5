"""Learning attribution on a reader that has been learnt and stays as it is."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

import torch
from batches import padded
from losses import summed
from package import blank
from torch import Tensor, nn

from encoder.attribution import Attribution, Shape
from encoder.inputs import by_length, inputs
from encoder.polnear import Told, articles, read, restyled, split
from encoder.reader import Reader
from encoder.score import Scorer, chosen
from encoder.syntax import Syntax
from encoder.telling import below, guesses

MOST_CUES = 48
"""Cues of a batch from whose roles is learnt."""


@cache
def training(file: Path) -> tuple[list[Told], list[Told]]:
    """Paragraphs to learn from, and held out ones; cut into tokens once in a process."""
    learn, held = split(articles(file))
    return read(blank(), learn), read(blank(), held)


@dataclass
class Telling:
    """Cues, sources and contents."""

    syntax: Syntax
    learnt: Path
    """The reader's weights."""
    corpus: Path
    scorer: Path
    shape: Shape = field(default_factory=Shape)
    parts: dict[str, float] = field(default_factory=lambda: {"cues": 4.0, "roles": 0.3})
    slow: tuple[str, ...] = ("layers",)

    @cached_property
    def reader(self) -> Reader:
        """What is shared, without change."""
        reader = self.syntax.network()
        reader.load_state_dict(torch.load(self.learnt)["mean"])
        return reader.eval().requires_grad_(False)

    @property
    def texts(self) -> tuple[list[Told], list[Told]]:
        """Paragraphs to learn from, and held out ones."""
        return training(self.corpus / "train.jsonl")

    def network(self) -> Attribution:
        """The head as it starts."""
        return Attribution(self.reader, self.syntax.form, self.shape)

    def epoch(self, number: int, size: int) -> list[list[Told]]:
        """All paragraphs once, some with other quotation marks."""
        rng = random.Random(number)
        texts = [restyled(told, rng) for told in self.texts[0]]
        return by_length([told for told in texts if told.forms], size, rng)

    def words(self, texts: list[Told]) -> int:
        """Words of a batch."""
        return sum(len(t.forms) for t in texts)

    def losses(self, network: nn.Module, texts: list[Told]) -> dict[str, Tensor]:
        """Of the cue tags by word, of the roles by cue and word."""
        assert isinstance(network, Attribution)
        hiding = random.Random(random.random())
        x = inputs(
            [(t.forms, t.gaps) for t in texts], [0] * len(texts), self.syntax.vocabulary, hiding
        )
        cues = [(k, c) for k, told in enumerate(texts) for c in told.cues]
        cues = sorted(random.sample(cues, min(MOST_CUES, len(cues))), key=lambda kc: kc[0])
        tags = padded([t.tags for t in texts], -1)
        with torch.autocast(x.pieces.device.type, dtype=torch.bfloat16):
            states = network.states(*below(self.reader, x, self.shape.base), x)
            out = {"cues": summed(network.cues(states), tags)}
            which = torch.tensor([(k, c.first, c.end) for k, c in cues], dtype=torch.long)
            which = which.view(-1, 3)
            roles = network.roles(states, x.words, which)
        length = tags.shape[1]
        gold = [c.roles + [-1] * (length - len(c.roles)) for _, c in cues]
        told = torch.tensor(gold, dtype=torch.long).view(-1, length)
        out["roles"] = summed(roles, told) if cues else roles.sum()
        return out

    def check(self, network: nn.Module) -> dict[str, float]:
        """Thresholds by the held-out articles, and with them figures on the development set."""
        assert isinstance(network, Attribution)
        scorer = Scorer(self.scorer)
        vocabulary = self.syntax.vocabulary
        rows = split(articles(self.corpus / "train.jsonl"))[1]
        at, best = chosen(scorer, rows, guesses(self.reader, network, self.texts[1], vocabulary))
        dev = articles(self.corpus / "dev.jsonl")
        found = guesses(self.reader, network, read(blank(), dev), vocabulary)
        figures = scorer.figures(dev, found, at)
        chose = {"cue": at.cue, "whole": at.whole, "source": at.source}
        return {"held": best, **{f"dev.{k}": v for k, v in figures.items()}, **chose}
