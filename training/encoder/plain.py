"""The reader's forward pass in numpy: what a run-time without any other library would do."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from encoder.export import Stored, floats
from encoder.transformer import HEADS, SMALL

Array = npt.NDArray[np.float32]
Fed = dict[str, npt.NDArray[Any]]
"""What goes into the network, by name."""
SLOPE = 0.1
LAYER_NORM = 1e-5


class Said(NamedTuple):
    """Of each word of some texts, one text after the other: scores, and states for heads."""

    starts: Array
    tags: Array
    lemmas: Array
    names: Array
    arc_word: Array
    arc_head: Array
    relation_word: Array
    relation_head: Array


class Plain:
    """The network with its weights as floats."""

    def __init__(self, kept: Stored, heads: int = HEADS) -> None:
        self.w = floats(kept)
        self.heads = heads
        self.layers = sum(name.endswith(".mix.bias") and "layers" in name for name in self.w)

    def read(self, fed: Fed) -> Said:
        """What the network says of words, given what `runtime.fed` makes of them."""
        states = self.encoded(fed)
        states = states.reshape(-1, states.shape[-1])
        pieces, known = [states[fed[where]] for where in ("first", "last")], fed["known"]
        mixed = self.linear("words.mix", np.concatenate([*pieces, known], 1))
        return self.said(
            self.normal("words.norm", pieces[0] + pieces[1] + mixed, LAYER_NORM), known
        )

    def known(self, affixes: npt.NDArray[np.int64], shapes: npt.NDArray[np.int64]) -> Array:
        """What forms say, from the rows of their beginnings, ends and shapes."""
        ends = self.w["words.affixes.weight"][affixes].reshape(len(affixes), -1)
        both = np.concatenate([ends, self.w["words.shapes.weight"][shapes]], 1)
        return gelu(self.linear("words.join", both))

    def said(self, state: Array, known: Array) -> Said:
        """From words' states to what is told of them."""
        return Said(
            self.linear("start", state)[:, 0],
            self.linear("tag", state),
            self.linear("lemma", np.concatenate([state, known], 1)),
            self.linear("name", leaky(self.linear("name_hidden", state))),
            leaky(self.linear("arc.word", state)),
            leaky(self.linear("arc.head", state)),
            leaky(self.linear("relation.word", state)),
            leaky(self.linear("relation.head", state)),
        )

    def encoded(self, fed: Fed) -> Array:
        """Texts x pieces x width."""
        w = self.w
        y = w["pieces"][fed["pieces"]] + w["encoder.places.weight"][fed["places"]]
        y += w["encoder.shapes.weight"][fed["shapes"]] + w["encoder.gaps.weight"][fed["gaps"]]
        y = self.normal("encoder.norm", y, SMALL)
        away = np.where(fed["lengths"] > 0, np.float32(0), np.float32(-1e4))[:, None, None]
        for k in range(self.layers):
            y = self.layer(f"encoder.layers.{k}", y, away)
        return y

    def layer(self, name: str, x: Array, away: Array) -> Array:
        """Attention, then two linear layers on each piece."""
        count, length, width = x.shape
        mixed = self.linear(f"{name}.mix", x).reshape(count, length, 3, self.heads, -1)
        queries, keys, values = mixed.transpose(2, 0, 3, 1, 4)
        scores = queries @ keys.transpose(0, 1, 3, 2)
        scores *= np.float32(1 / math.sqrt(width // self.heads))
        scores += away
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        summed = (scores @ values).transpose(0, 2, 1, 3).reshape(count, length, width)
        x = self.normal(f"{name}.first", x + self.linear(f"{name}.out", summed), SMALL)
        inner = gelu(self.linear(f"{name}.up", x))
        return self.normal(f"{name}.second", x + self.linear(f"{name}.down", inner), SMALL)

    def linear(self, name: str, x: Array) -> Array:
        y: Array = x @ self.w[f"{name}.weight"]
        y += self.w[f"{name}.bias"]
        return y

    def normal(self, name: str, x: Array, small: float) -> Array:
        """Mean 0 and variance 1 in each row, then scaled."""
        y: Array = x - x.mean(axis=-1, keepdims=True)
        variance = np.einsum("...i,...i->...", y, y)[..., None] / np.float32(x.shape[-1])
        y /= np.sqrt(variance + np.float32(small))
        y *= self.w[f"{name}.weight"]
        y += self.w[f"{name}.bias"]
        return y


def gelu(x: Array) -> Array:
    """As `erf` has it to four digits, by the tangent's curve, which numpy has."""
    inner = np.float32(0.7978845608) * x * (1 + np.float32(0.044715) * x * x)
    out: Array = x * np.float32(0.5) * (1 + np.tanh(inner))
    return out


def leaky(x: Array) -> Array:
    out: Array = np.maximum(x, np.float32(SLOPE) * x)
    return out
