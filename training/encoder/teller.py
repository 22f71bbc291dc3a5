"""What attribution's head makes of cues, in numpy: the few words around each, after the encoder's pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from encoder.attribution import FARTHEST
from encoder.export import TOLD
from encoder.plain import LAYER_NORM, Array, Plain, Said, gelu
from encoder.polnear import BEGIN
from encoder.telling import runs
from summitparse.model.network import Numbers, Range


class Cue(NamedTuple):
    """A cue: the stretch that was read, its own words, how likely it is, and the stretch's words' roles."""

    window: Range
    words: Range
    sure: float
    roles: Array


class Teller:
    """The weights of the head, as far as they go by cue."""

    def __init__(self, plain: Plain) -> None:
        self.plain = plain
        table = plain.w[f"{TOLD}around.0.linear.weight"]
        self.reach = table.shape[0] // table.shape[1] // 2
        self.depth = sum(
            f"{TOLD}around." in name and name.endswith("linear.bias") for name in plain.w
        )

    def found(self, said: Said, windows: Sequence[Range]) -> Iterator[Cue]:
        """The cues of texts."""
        cues = softmax(said["cues"])
        for start, end in windows:
            here = list(runs(cues[start:end]))
            if here:
                roles = self.roles(said, (start, end), np.array(here))
                for (a, b), own in zip(here, roles, strict=True):
                    words = (start + a, start + b)
                    yield Cue((start, end), words, float(cues[start + a, BEGIN]), own)

    def roles(self, said: Said, window: Range, which: Numbers) -> Array:
        """Cues x words x roles; ``which`` has the first word of each cue and the one after its last."""
        told, linear = said["told"][slice(*window)], self.plain.linear
        ends = np.concatenate([told[which[:, 0]], told[which[:, 1] - 1]], 1)
        near = self.plain.w[f"{TOLD}distance.weight"][apart(which, len(told))]
        x = said["told_word"][slice(*window)] + linear(f"{TOLD}told", ends)[:, None] + near
        x = self.plain.normal(f"{TOLD}norm", gelu(x), LAYER_NORM)
        for k in range(self.depth):
            length, wide = x.shape[1], np.pad(x, ((0, 0), (self.reach, self.reach), (0, 0)))
            beside = [wide[:, j : j + length] for j in range(2 * self.reach + 1)]
            more = gelu(linear(f"{TOLD}around.{k}.linear", np.concatenate(beside, -1)))
            x = self.plain.normal(f"{TOLD}around.{k}.norm", x + more, LAYER_NORM)
        return softmax(linear(f"{TOLD}role", x))


def apart(which: Numbers, length: int) -> Numbers:
    """Rows of the words' distances from cues, as `attribution.apart` has them."""
    at = np.arange(length)[None]
    before = np.clip(which[:, :1] - at, 0, FARTHEST)
    after = np.clip(at - which[:, 1:] + 1, 0, FARTHEST)
    rows: Numbers = np.where(before > 0, before, np.where(after > 0, FARTHEST + after, 0))
    return rows


def softmax(x: Array) -> Array:
    """Probabilities."""
    y: Array = np.exp(x - x.max(axis=-1, keepdims=True))
    y /= y.sum(axis=-1, keepdims=True)
    return y
