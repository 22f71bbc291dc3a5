"""A run-time for what is exported, to try it in the library's own pipeline: in numpy, or on onnxruntime.

It has the calls of `summitparse.model.network.Network`, so that sentences, trees and names are read off by
the same code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from encoder.export import TOLD, Stored
from encoder.pieces import Pieces
from encoder.plain import Array, Fed, Plain, Said, leaky
from encoder.teller import Cue, Teller
from encoder.transformer import INSIDE, OUTSIDE
from summitparse.model.features import PARAGRAPH, features, norm
from summitparse.model.network import Numbers, Range, Scores

WINDOW = 100
"""Words of a stretch that is read at once, at most; training texts have up to 80, and long sentences."""
AT_ONCE = 300
"""Pieces of a batch, padding included: more don't fit into a core's own memory, and are slower."""
ENDS = frozenset(".!?")
Rows = npt.NDArray[np.int64]


class Forms:
    """A memory of forms: rows of their pieces and shapes, and what they say themselves."""

    def __init__(self, pieces: Pieces, plain: Plain) -> None:
        self.pieces, self.plain = pieces, plain
        self.places: dict[str, int] = {}
        self.first: list[int] = []
        self.size: list[int] = []
        self.shape: list[int] = []
        self.rows: list[int] = []
        self.known = np.empty((0, plain.w["words.join.bias"].shape[0]), dtype=np.float32)

    def numbers(self, forms: Sequence[str]) -> Rows:
        """The forms' places in the memory."""
        new = [form for form in dict.fromkeys(forms) if form not in self.places]
        if new:
            self.learn(new)
        return np.array([self.places[form] for form in forms], dtype=np.int64)

    def learn(self, forms: Sequence[str]) -> None:
        """Put forms into the memory."""
        found = [features(norm(form), form) for form in forms]
        for form, feature in zip(forms, found, strict=True):
            own = self.pieces.of(form)
            self.places[form] = len(self.first)
            self.first.append(len(self.rows))
            self.size.append(len(own))
            self.shape.append(feature.shape + 1)
            self.rows += own
        affixes = np.array([f.affixes for f in found], dtype=np.int64)
        shapes = np.array([f.shape for f in found], dtype=np.int64)
        self.known = np.concatenate([self.known, self.plain.known(affixes, shapes)])
        self.arrays = [np.array(x) for x in (self.first, self.size, self.shape, self.rows)]


def fed(forms: Forms, numbers: Rows, gaps: Rows, windows: Sequence[Range]) -> Fed:
    """Windows of words as what goes into the network."""
    first, size, shape, rows = forms.arrays
    words = np.concatenate([np.arange(a, b) for a, b in windows])
    own = numbers[words]
    counts = size[own]
    ends = np.cumsum(counts)
    lengths = np.add.reduceat(counts, np.cumsum([0, *(b - a for a, b in windows[:-1])])) + 2
    width = int(lengths.max())
    offset = np.repeat(np.cumsum([0, *(lengths[:-1] - 2)]), [b - a for a, b in windows])
    base = np.repeat(np.arange(len(windows)) * width + 1, [b - a for a, b in windows])
    start = base + ends - counts - offset
    each = np.repeat(np.arange(len(words)), counts)
    inner = np.arange(ends[-1]) - np.repeat(ends - counts, counts)
    place = start[each] + inner
    out: Fed = {"places": np.arange(width), "first": start, "last": start + counts - 1}
    out["lengths"] = (np.arange(width) < lengths[:, None]).astype(np.int32)
    for name, blank, values in (
        ("pieces", forms.pieces.pad, rows[first[own][each] + inner]),
        ("shapes", 0, shape[own][each]),
        ("gaps", OUTSIDE, np.where(inner == 0, gaps[words][each], INSIDE)),
    ):
        table = np.full(len(windows) * width, blank, dtype=np.int64)
        table[place] = values
        out[name] = table.reshape(len(windows), width)
    out["pieces"][:, 0] = forms.pieces.first
    out["pieces"][np.arange(len(windows)), lengths - 1] = forms.pieces.last
    out["known"] = forms.known[own]
    return out


class Runtime:
    """What `summitparse.model.answers` asks of a network; `cues` are those of what was read last."""

    def __init__(
        self,
        kept: Stored,
        pieces: Pieces,
        heads: int,
        base: int = 0,
        read: Callable[[Fed], Said] | None = None,
    ) -> None:
        self.plain = Plain(kept, heads, base)
        self.teller = Teller(self.plain) if f"{TOLD}cue.bias" in kept else None
        self.cues: list[Cue] = []
        self.forms = Forms(pieces, self.plain)
        self.run = read or self.plain.read

    def local(
        self, forms: Sequence[str], gaps: Sequence[int], texts: Sequence[Range]
    ) -> tuple[Said, Array]:
        """What is said of words, and the scores for starting a sentence."""
        numbers, before = self.forms.numbers(forms), np.array(gaps, dtype=np.int64)
        size = self.forms.arrays[1][numbers]
        windows = [w for text in texts for w in cut(forms, gaps, text)]
        parts = []
        order: list[Rows] = []
        for batch in batches(windows, size):
            parts.append(self.run(fed(self.forms, numbers, before, batch)))
            order += [np.arange(a, b) for a, b in batch]
        back = np.argsort(np.concatenate(order))
        said = {name: np.concatenate([part[name] for part in parts])[back] for name in parts[0]}
        if self.teller is not None:
            self.cues = list(self.teller.found(said, windows))
        return said, said["starts"]

    def read(self, local: Said, sentences: Sequence[Range]) -> Scores:
        """All that is read from texts whose sentences are known."""
        arcs = list(self.arcs(local, sentences))
        tags, lemmas = local["tags"].argmax(axis=1), local["lemmas"].argmax(axis=1)
        states = np.concatenate([local["relation_word"], local["relation_head"]], axis=1)
        return Scores(tags, lemmas, local["names"], arcs, states)

    def arcs(self, local: Said, sentences: Sequence[Range]) -> Iterator[Array]:
        """The score of each head for each word, sentence by sentence; no word is its own head."""
        word = with_one(local["arc_word"]) @ self.plain.w["arc.pairs"]
        root = self.root("arc")
        for start, end in sentences:
            scores = word[start:end] @ np.concatenate([root, local["arc_head"][start:end]]).T
            own = np.arange(end - start)
            scores[own, own + 1] = -np.inf
            yield scores

    def relations(self, states: Array, choices: Numbers) -> Array:
        """The score of each relation of each word to each of some heads it may have (-1: the root)."""
        table = self.plain.w["relation.pairs"]
        size = table.shape[0]
        word, head = np.split(states, 2, axis=1)
        heads = with_one(np.concatenate([head, self.root("relation")])[choices.ravel()])
        pairs: Array = (with_one(word) @ table).reshape(len(word), -1, size)
        chosen: Array = heads.reshape(*choices.shape, size).transpose(0, 2, 1)
        scores: Array = np.matmul(pairs, chosen).transpose(0, 2, 1)
        return scores

    def root(self, kind: str) -> Array:
        """The root's state as a head."""
        return leaky(self.plain.linear(f"{kind}.head", self.plain.w["root"][None]))


def with_one(x: Array) -> Array:
    """A 1 at the end of each row."""
    return np.concatenate([x, np.ones((len(x), 1), dtype=np.float32)], axis=1)


def cut(forms: Sequence[str], gaps: Sequence[int], text: Range) -> Iterator[Range]:
    """A text's paragraphs; what is too long is cut after the last mark that may end a sentence."""
    begin, stop = text
    breaks = [i for i in range(begin + 1, stop) if gaps[i] == PARAGRAPH]
    for end in (*breaks, stop):
        while end - begin > WINDOW:
            marks = (i for i in range(begin + WINDOW, begin + 1, -1) if forms[i - 1] in ENDS)
            at = next(marks, begin + WINDOW)
            yield begin, at
            begin = at
        yield begin, end
        begin = end


def batches(windows: Sequence[Range], size: Rows) -> Iterator[list[Range]]:
    """Windows of about one length, so many together that a batch isn't too large."""
    pieces = np.concatenate([[0], np.cumsum(size)])
    held: list[Range] = []
    for a, b in sorted(windows, key=lambda w: int(pieces[w[1]] - pieces[w[0]])):
        if held and (len(held) + 1) * (pieces[b] - pieces[a] + 2) > AT_ONCE:
            yield held
            held = []
        held.append((a, b))
    if held:
        yield held
