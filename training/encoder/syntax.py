"""Learning syntax and names: what the training in `encoder.loop` needs to know of them."""

from __future__ import annotations

import pickle
import random
from dataclasses import dataclass, field
from pathlib import Path

import torch
from batches import CORPORA, Numbered, Rows, numbered
from losses import WEIGHTS, lacking
from network import Sizes
from torch import Tensor, nn
from train import make_epoch

from encoder.dev import SETS, dev_texts, figures, shares
from encoder.inputs import LONGEST, by_length, inputs
from encoder.minilm import pretrained, vocabulary
from encoder.pieces import Pieces, kept
from encoder.reader import Form, Reader
from encoder.transformer import WIDTH

MIXES = 16
"""Epochs over which the mix of texts goes from its first to its last shares."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What the answers mean, and which pieces of the pretrained vocabulary are kept."""

    rows: Rows
    pieces: list[int]

    @property
    def sizes(self) -> Sizes:
        """The sizes of a network that has these answers."""
        tags, lemmas, relations, names = map(len, self.rows.labels)
        return Sizes(
            0,
            tags,
            lemmas,
            relations,
            names,
            len(CORPORA),
            WIDTH,
            arc=192,
            relation=64,
            name=96,
            drop=0.2,
        )

    def vocabulary(self) -> Pieces:
        """The pieces that are kept."""
        whole = vocabulary()
        return Pieces([whole[row] for row in self.pieces])


def labels(data: Path, file: Path) -> Labels:
    """The labels of the training data, found once and kept in a file."""
    if not file.exists():
        examples = [*make_epoch(data, 0, 0.0), *make_epoch(data, 1, 0.0)]
        met = kept(vocabulary(), (form for e in examples for form in e.forms))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps(Labels(Rows.of(examples), met)))
    found: Labels = pickle.loads(file.read_bytes())
    return found


@dataclass
class Syntax:
    """Sentence starts, tags, lemmas, heads with relations, and names."""

    data: Path
    labels: Labels
    form: Form = field(default_factory=Form)
    parts: dict[str, float] = field(default_factory=lambda: dict(WEIGHTS))
    slow: tuple[str, ...] = ("encoder.layers", "encoder.places", "encoder.norm")

    def __post_init__(self) -> None:
        self.vocabulary = self.labels.vocabulary()

    def network(self) -> Reader:
        """A network whose encoder is as it was pretrained."""
        start = pretrained()
        network = Reader(start.pop("pieces")[self.labels.pieces], self.labels.sizes, self.form)
        known = {k: v for k, v in start.items() if k in network.encoder.state_dict()}
        network.encoder.load_state_dict(known, strict=False)
        return network

    def epoch(self, number: int, size: int) -> list[list[Numbered]]:
        """All that is annotated once, varied anew; see `corpus.epoch`."""
        examples = make_epoch(self.data, number, min(1.0, number / MIXES))
        texts = [numbered(e, self.labels.rows) for e in examples if len(e.forms) <= LONGEST]
        return by_length(texts, size, random.Random(number))

    def losses(self, network: nn.Module, texts: list[Numbered]) -> dict[str, Tensor]:
        """The parts of the loss, summed over words."""
        assert isinstance(network, Reader)
        hiding = random.Random(random.random())
        x = inputs(
            [(t.forms, t.gaps) for t in texts], [t.corpus for t in texts], self.vocabulary, hiding
        )
        with torch.autocast(x.pieces.device.type, dtype=torch.bfloat16):
            local, starts = network.read(x)
            return lacking(network, local, starts, texts)

    def words(self, texts: list[Numbered]) -> int:
        """Words of a batch."""
        return sum(len(t.forms) for t in texts)

    def check(self, network: nn.Module) -> dict[str, float]:
        """Figures on the development sets, given their words and sentences."""
        assert isinstance(network, Reader)
        out: dict[str, float] = {}
        for name in SETS:
            counts = figures(network, dev_texts(self.data, name), self.labels.rows, self.vocabulary)
            out |= {f"{name}.{k}": v for k, v in shares(counts).items()}
        return out
