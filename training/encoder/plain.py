"""The reader's forward pass in numpy: what a run-time without any other library would do."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from encoder.export import TOLD, Stored, floats
from encoder.transformer import HEADS, SMALL

Array = npt.NDArray[np.float32]
Fed = dict[str, npt.NDArray[Any]]
"""What goes into the network, by name."""
SLOPE = 0.1
LAYER_NORM = 1e-5


Said = dict[str, Array]
"""What is said of words, one text after the other: scores, and states for heads and for attribution."""


class Plain:
    """The network with its weights as floats."""

    def __init__(self, kept: Stored, heads: int = HEADS, base: int = 0) -> None:
        self.w = floats(kept)
        self.heads, self.base = heads, base
        self.layers = count(self.w, "encoder.layers")
        self.own = count(self.w, f"{TOLD}layers")

    def read(self, fed: Fed) -> Said:
        """What the network says of words, given what `runtime.fed` makes of them."""
        away = np.where(fed["lengths"] > 0, np.float32(0), np.float32(-1e4))[:, None, None]
        states = [self.embedded(fed)]
        for k in range(self.layers):
            states.append(self.layer(f"encoder.layers.{k}", states[-1], away))
        known = fed["known"]
        state = self.joined("words.mix", "words.norm", states[-1], fed)
        out = {
            "starts": self.linear("start", state)[:, 0],
            "tags": self.linear("tag", state),
            "lemmas": self.linear("lemma", np.concatenate([state, known], 1)),
            "names": self.linear("name", leaky(self.linear("name_hidden", state))),
        }
        for kind in ("arc", "relation"):
            for part in ("word", "head"):
                out[f"{kind}_{part}"] = leaky(self.linear(f"{kind}.{part}", state))
        return out | (
            self.told(states[self.base], away, fed) if f"{TOLD}cue.bias" in self.w else {}
        )

    def told(self, x: Array, away: Array, fed: Fed) -> Said:
        """Scores of cues, and states for what they tell."""
        for k in range(self.own):
            x = self.layer(f"{TOLD}layers.{k}", x, away)
        state = self.joined(f"{TOLD}mix", f"{TOLD}joined", x, fed)
        cues = self.linear(f"{TOLD}cue", gelu(self.linear(f"{TOLD}cue_hidden", state)))
        return {"cues": cues, "told": state, "told_word": self.linear(f"{TOLD}word", state)}

    def joined(self, mix: str, norm: str, states: Array, fed: Fed) -> Array:
        """The words' states from those of their first and last pieces, and from what their forms say."""
        states = states.reshape(-1, states.shape[-1])
        first, last = (states[fed[where]] for where in ("first", "last"))
        mixed = self.linear(mix, np.concatenate([first, last, fed["known"]], 1))
        return self.normal(norm, first + last + mixed, LAYER_NORM)

    def known(self, affixes: npt.NDArray[np.int64], shapes: npt.NDArray[np.int64]) -> Array:
        """What forms say, from the rows of their beginnings, ends and shapes."""
        ends = self.w["words.affixes.weight"][affixes].reshape(len(affixes), -1)
        both = np.concatenate([ends, self.w["words.shapes.weight"][shapes]], 1)
        return gelu(self.linear("words.join", both))

    def embedded(self, fed: Fed) -> Array:
        """What the layers start from: texts x pieces x width."""
        w = self.w
        y = w["pieces"][fed["pieces"]] + w["encoder.places.weight"][fed["places"]]
        y += w["encoder.shapes.weight"][fed["shapes"]] + w["encoder.gaps.weight"][fed["gaps"]]
        return self.normal("encoder.norm", y, SMALL)

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


def count(names: Iterable[str], stack: str) -> int:
    """Layers of a stack."""
    return sum(name.startswith(f"{stack}.") and name.endswith(".mix.bias") for name in names)
