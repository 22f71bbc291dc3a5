"""The network's forward pass in numpy: from tokens to scores.

A text goes through three parts: a row for each token by its form (`features`), convolutions over
neighbours, after which it is known where sentences start, and, sentence by sentence, layers of
attention, after which all else is known. The same network in PyTorch is what learns
(`training/network.py`).

Texts may go through together, which is quicker where they are short; nothing of one reaches another.
Matrices of another shape may still round differently in the last bit, so `Parser`, whose reports must not
depend on neighbours in any case, reads one text at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from summitparse.model.features import features, norm

__all__ = ["LONGEST", "Array", "Network", "Numbers", "Range", "Scores"]

Array: TypeAlias = npt.NDArray[np.float32]
Numbers: TypeAlias = npt.NDArray[np.int64]
Range: TypeAlias = tuple[int, int]
"""First token and the one after the last, of a text or a sentence."""
LONGEST = 160
"""Tokens of a sentence at most."""
HEADS = 6
"""Attention heads of a layer."""
UNKNOWN = 1
"""The row of words that have none of their own."""
MOST_FORMS = 50_000
"""Forms remembered; after so many different ones the memory starts anew."""
SLOPE = np.float32(0.1)
SMALL = np.float32(1e-5)


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of the tokens of a text."""

    tags: Numbers
    """Best row of the tags."""
    lemmas: Numbers
    """Best row of the lemma rules."""
    names: Array
    """Score of each name tag."""
    arcs: list[Array]
    """For each sentence, the score of each head (column 0: the root) for each of its tokens."""
    states: Array
    """What relations are read from once the heads are known."""


class Network:
    """The weights and the forward pass, with a memory of the forms met so far.

    Any number of threads may read with one network: the weights never change, and what the memory
    holds of a form depends on that form alone, whoever puts it there.
    """

    def __init__(self, weights: Mapping[str, npt.NDArray[Any]], words: Sequence[str]) -> None:
        self._w = {name: np.asarray(value, dtype=np.float32) for name, value in weights.items()}
        self._words = {word: row for row, word in enumerate(words)}
        self._near = _layers(self._w, "near")
        self._far = _layers(self._w, "far")
        self._bias = [_distances(self._w[f"{layer}.distance"]) for layer in self._far]
        self._rows: dict[str, Array] = {}

    def local(
        self, forms: Sequence[str], gaps: Sequence[int], texts: Sequence[Range]
    ) -> tuple[Array, Array]:
        """States that know a token's neighbours, and its score for starting a sentence."""
        x = self._embedded(forms) + self._w["embed.gap"][np.asarray(gaps, dtype=np.intp)]
        x = self._normalized("embed.norm", x)
        for layer in self._near:
            x = x + self._normalized(f"{layer}.norm", self._convolved(layer, x, texts))
        return x, self._linear("start", x)[:, 0]

    def read(self, local: Array, sentences: Sequence[Range]) -> Scores:
        """All that is read from a text whose sentences are known."""
        x = local
        for layer, bias in zip(self._far, self._bias, strict=True):
            x = x + self._attended(layer, self._normalized(f"{layer}.first", x), sentences, bias)
            x = x + self._convolved(layer, self._normalized(f"{layer}.second", x), sentences)
        x = self._normalized("last", x)
        return Scores(
            self._linear("tag", x).argmax(axis=1),
            self._linear("lemma", np.concatenate([x, local], axis=1)).argmax(axis=1),
            self._linear("name", _leaky(self._linear("name_hidden", x))),
            list(self._arcs(x, sentences)),
            x,
        )

    def relations(self, states: Array, choices: Numbers) -> Array:
        """The score of each relation of each token to each of some heads it may have (-1: the root).

        `choices` and what is given: tokens x heads (x relations).
        """
        w = self._w["relation.pairs"]  # word and one, relation and head and one
        size = w.shape[0]
        word = _with_one(_leaky(self._linear("relation.word", states)))
        root = _leaky(self._linear("relation.head", self._w["root"][None]))
        head = _leaky(self._linear("relation.head", states))
        head = _with_one(np.concatenate([head, root])[choices.ravel()])
        pairs: Array = (word @ w).reshape(len(word), -1, size)
        chosen: Array = head.reshape(*choices.shape, size).transpose(0, 2, 1)
        scores: Array = np.matmul(pairs, chosen).transpose(0, 2, 1)
        return scores

    def _arcs(self, x: Array, sentences: Sequence[Range]) -> Iterator[Array]:
        """The score of each head for each token, sentence by sentence; no token is its own head."""
        word = _with_one(_leaky(self._linear("arc.word", x))) @ self._w["arc.pairs"]
        head = _leaky(self._linear("arc.head", x))
        root = _leaky(self._linear("arc.head", self._w["root"][None]))
        for start, end in sentences:
            scores = word[start:end] @ np.concatenate([root, head[start:end]]).T
            own = np.arange(end - start)
            scores[own, own + 1] = -np.inf
            yield scores

    def _attended(self, layer: str, x: Array, sentences: Sequence[Range], bias: Array) -> Array:
        """Each token's sum over its sentence, weighed by what fits and how far it stands."""
        width = x.shape[1]
        mixed = self._linear(f"{layer}.mix", x).reshape(len(x), 3, HEADS, width // HEADS)
        queries, keys, values = mixed.transpose(1, 2, 0, 3)
        out = np.empty((HEADS, len(x), width // HEADS), dtype=np.float32)
        for start, end in sentences:
            here, size = slice(start, end), end - start
            scores = queries[:, here] @ keys[:, here].transpose(0, 2, 1)
            scores += bias[:, :size, :size]
            scores -= scores.max(axis=2, keepdims=True)
            np.exp(scores, out=scores)
            scores /= scores.sum(axis=2, keepdims=True)
            np.matmul(scores, values[:, here], out=out[:, here])
        return self._linear(f"{layer}.out", out.transpose(1, 0, 2).reshape(len(x), width))

    def _convolved(self, layer: str, x: Array, sentences: Sequence[Range]) -> Array:
        """A function of each token and its neighbours on both sides, within the sentence."""
        width = x.shape[1]
        wide = np.zeros((len(x), 3 * width), dtype=np.float32)
        wide[1:, :width] = x[:-1]
        wide[:, width : 2 * width] = x
        wide[:-1, 2 * width :] = x[1:]
        wide[[start for start, _ in sentences], :width] = 0
        wide[[end - 1 for _, end in sentences], 2 * width :] = 0
        y = self._linear(f"{layer}.convolution", wide)
        larger: Array = np.maximum(y[:, :width], y[:, width:])
        return larger

    def _linear(self, name: str, x: Array) -> Array:
        y: Array = x @ self._w[f"{name}.weight"]
        y += self._w[f"{name}.bias"]
        return y

    def _normalized(self, name: str, x: Array) -> Array:
        """Mean 0 and variance 1 in each row, then scaled."""
        share = np.float32(1 / x.shape[1])
        total: Array = np.add.reduce(x, axis=1, keepdims=True)
        y: Array = x - total * share
        variance = np.einsum("ij,ij->i", y, y)[:, None] * share
        y /= np.sqrt(variance + SMALL)
        y *= self._w[f"{name}.weight"]
        y += self._w[f"{name}.bias"]
        return y

    def _embedded(self, forms: Sequence[str]) -> Array:
        """A row for each form."""
        if len(self._rows) + len(forms) > MOST_FORMS:
            self._rows = {}  # a new one: other threads may be reading from the old one
        memory = self._rows
        rows = list(map(memory.get, forms))
        for i, row in enumerate(rows):
            if row is None:
                rows[i] = memory[forms[i]] = self._learned(forms[i])
        return np.array(rows)

    def _learned(self, form: str) -> Array:
        """A form's row. Rows are made one by one, so that none depends on others."""
        w, normed = self._w, norm(form)
        grams, affixes, shape = features(normed, form)
        parts = (
            w["embed.words"][self._words.get(normed, UNKNOWN)],
            w["embed.grams"][grams].mean(axis=0),
            w["embed.affixes"][affixes].ravel(),
            w["embed.shapes"][shape],
        )
        return self._linear("embed.join", np.concatenate(parts))


def _layers(weights: Mapping[str, Any], stack: str) -> list[str]:
    """The names of a stack's layers, from the input up."""
    count = sum(
        name.startswith(f"{stack}.") and name.endswith("convolution.bias") for name in weights
    )
    return [f"{stack}.{k}" for k in range(count)]


def _distances(table: Array) -> Array:
    """What each head adds for a pair of tokens, from a table over their bounded distance."""
    far = table.shape[1] // 2
    places = np.arange(LONGEST)
    return np.ascontiguousarray(table[:, np.clip(places - places[:, None], -far, far) + far])


def _leaky(x: Array) -> Array:
    y: Array = np.maximum(x, SLOPE * x)
    return y


def _with_one(x: Array) -> Array:
    return np.concatenate([x, np.ones((len(x), 1), dtype=np.float32)], axis=1)
