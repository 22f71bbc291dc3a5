"""The component that reads a Doc with the network and writes tags, lemmas, tree, sentences and names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.attrs import (
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    LEMMA,
    MORPH,
    ORTH,
    POS,
    SENT_START,
    SPACY,
)
from spacy.symbols import IDS

from summitparse.model.features import gap
from summitparse.model.names import Grammar, best_path, grammar
from summitparse.model.network import LONGEST, Array, Network, Numbers, Scores, Sentence
from summitparse.model.threads import one_thread
from summitparse.model.trees import best_heads

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

__all__ = ["Annotator", "Labels", "lemma"]

WEIGHTS, WORDS, LABELS = "weights.npz", "words.txt", "labels.json"
SHORTEST = 20
"""Tokens before which a stretch that is too long for a sentence isn't cut."""
WRITTEN = [POS, MORPH, LEMMA, HEAD, DEP, ENT_IOB, ENT_TYPE]
MOST_LEMMAS = 100_000
"""Lemmas remembered; after so many the memory starts anew."""
INSIDE, OUTSIDE, BEGINS = 1, 2, 3
"""spaCy's marks of where a token stands towards an entity."""
Columns = npt.NDArray[np.uint64]


class Labels(NamedTuple):
    """What the rows of the network's answers mean."""

    tags: list[str]
    """UPOS, a blank, features."""
    lemmas: list[str]
    """Rules, see `lemma`."""
    relations: list[str]
    names: list[str]
    """O, and B-, I-, L- and U- before each label."""


class Keys(NamedTuple):
    """The labels as numbers of the vocabulary's strings, row by row."""

    pos: Columns
    morphs: Columns
    relations: Columns
    marks: Columns
    kinds: Columns


def lemma(form: str, rule: str) -> str:
    """Apply a lemma rule: 1 for lower case, how many characters to cut from the end, what to add.

    >>> lemma("Ministries", "1 3 y"), lemma("Oslo", "0 0 ")
    ('ministry', 'Oslo')
    """
    lower, cut, added = rule.split(" ", 2)
    base = form.lower() if lower == "1" else form
    return base[: max(0, len(base) - int(cut))] + added


class Annotator:
    """Sentences, parts of speech, morphology, lemmas, UD parse and names, from one network.

    Sentence starts that are set already stay. Blanks that are tokens hang on the token before.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def fill(
        self, weights: dict[str, npt.NDArray[np.float16]], words: list[str], labels: Labels
    ) -> None:
        """Take a network's weights, the words that it knows, and its labels."""
        self._weights, self._words, self._labels = weights, words, labels
        self._network = Network(weights, words)
        self._keys = _keys(self.vocab, labels)
        self._grammar: Grammar = grammar(labels.names)
        self._lemmas: dict[tuple[str, int], int] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """The relations of the parse, then the labels of names."""
        kinds = dict.fromkeys(name[2:] for name in self._labels.names if name != "O")
        return (*self._labels.relations, *kinds)

    def __call__(self, doc: Doc) -> Doc:
        """Write what the network says of the Doc into it."""
        if not len(doc):
            return doc
        texts = [doc.vocab.strings[orth] for orth in doc.to_array([ORTH]).tolist()]
        words = np.array([i for i, text in enumerate(texts) if not text.isspace()], dtype=np.int64)
        columns = np.zeros((len(doc), len(WRITTEN)), dtype=np.uint64)
        columns[:, 0], columns[:, 5] = IDS["SPACE"], OUTSIDE
        columns[:, 4] = self.vocab.strings.add("dep")
        if len(words):
            self._read(doc, texts, words, columns)
        columns[:, 3] = _offsets(columns[:, 3].astype(np.int64), words, len(doc)).astype(np.uint64)
        _fill_names(columns[:, 5:], words)
        doc.from_array(WRITTEN, columns)  # type: ignore[arg-type] # its stub wants integers
        return doc

    def _read(self, doc: Doc, texts: list[str], words: Numbers, columns: Columns) -> None:
        """Fill the rows of the words; heads are numbers of tokens."""
        forms = [texts[i] for i in words.tolist()]
        fixed = doc.to_array([SENT_START])[words] == 1
        with one_thread():
            local, starts = self._network.local(forms, _gaps(doc, texts, words.tolist()))
            sentences = list(_sentences(np.where(fixed, np.inf, starts)))
            scores = self._network.read(local, sentences)
            heads = _heads(scores, sentences)
            relations = self._network.relations(scores.states, heads)
        names = self._names(scores.names, sentences)
        keys = self._keys
        columns[words, 0], columns[words, 1] = keys.pos[scores.tags], keys.morphs[scores.tags]
        columns[words, 2] = list(map(self._lemma, forms, scores.lemmas.tolist()))
        columns[words, 3] = words[np.where(heads < 0, np.arange(len(words)), heads)]
        columns[words, 4] = keys.relations[relations]
        columns[words, 5], columns[words, 6] = keys.marks[names], keys.kinds[names]

    def _names(self, scores: Array, sentences: Sequence[Sentence]) -> Numbers:
        return np.concatenate([best_path(scores[a:b], self._grammar) for a, b in sentences])

    def _lemma(self, form: str, rule: int) -> int:
        """The vocabulary's number of a lemma."""
        known = self._lemmas.get((form, rule))
        if known is None:
            if len(self._lemmas) >= MOST_LEMMAS:
                self._lemmas.clear()
            known = self.vocab.strings.add(lemma(form, self._labels.lemmas[rule]))
            self._lemmas[form, rule] = known
        return known

    def to_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> None:  # noqa: ARG002 - spaCy's call
        """Write weights, words and labels into a folder."""
        path.mkdir(exist_ok=True)
        np.savez_compressed(path / WEIGHTS, allow_pickle=False, **self._weights)
        (path / WORDS).write_text("\n".join(self._words), encoding="utf-8")
        rows = json.dumps(self._labels._asdict(), ensure_ascii=False, indent=0)
        (path / LABELS).write_text(rows, encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> Annotator:  # noqa: ARG002
        """Read what `to_disk` wrote."""
        with np.load(path / WEIGHTS, allow_pickle=False) as stored:
            weights = dict(stored)
        words = (path / WORDS).read_text(encoding="utf-8").split("\n")
        labels = Labels(**json.loads((path / LABELS).read_text(encoding="utf-8")))
        self.fill(weights, words, labels)
        return self


def _keys(vocab: Vocab, labels: Labels) -> Keys:
    pos, morphs = zip(*(tag.split(" ", 1) for tag in labels.tags), strict=True)
    marks = {"B": BEGINS, "U": BEGINS, "O": OUTSIDE}
    return Keys(
        np.array([IDS[name] for name in pos], dtype=np.uint64),
        np.array([vocab.morphology.add(morph) for morph in morphs], dtype=np.uint64),
        np.array(
            [vocab.strings.add(name.replace("root", "ROOT")) for name in labels.relations],
            dtype=np.uint64,
        ),
        np.array([marks.get(name[0], INSIDE) for name in labels.names], dtype=np.uint64),
        np.array(
            [vocab.strings.add(name[2:]) if name != "O" else 0 for name in labels.names],
            dtype=np.uint64,
        ),
    )


def _gaps(doc: Doc, texts: list[str], words: list[int]) -> list[int]:
    """What stands before each word, see `features.gap`."""
    after = [" " if blank else "" for blank in doc.to_array([SPACY]).tolist()]
    gaps, last = [0], words[0]
    for i in words[1:]:
        blanks = after[last]
        if i > last + 1:
            blanks += "".join(texts[k] + after[k] for k in range(last + 1, i))
        gaps.append(gap(blanks))
        last = i
    return gaps


def _sentences(starts: Array) -> Iterator[Sentence]:
    """Sentences from the tokens' scores for starting one; a stretch of too many is cut at the likeliest."""
    begin = 0
    for end in (*(np.flatnonzero(starts[1:] > 0) + 1).tolist(), len(starts)):
        while end - begin > LONGEST:
            cut = begin + SHORTEST + int(starts[begin + SHORTEST : begin + LONGEST + 1].argmax())
            yield begin, cut
            begin = cut
        yield begin, end
        begin = end


def _heads(scores: Scores, sentences: Sequence[Sentence]) -> Numbers:
    """Each word's head as a number of a word, -1 for the root."""
    heads = [best_heads(arcs) for arcs in scores.arcs]
    parts = [
        np.where(found == 0, -1, found - 1 + start)
        for found, (start, _) in zip(heads, sentences, strict=True)
    ]
    return np.concatenate(parts)


def _offsets(heads: Numbers, words: Numbers, size: int) -> Numbers:
    """Heads counted from each token; blanks hang on the word before, the first ones on that after."""
    places = np.arange(size)
    if len(words):
        before = np.searchsorted(words, places, side="right") - 1
        nearest = words[np.maximum(before, 0)]
    else:
        nearest = np.zeros(size, dtype=np.int64)
    is_word = np.zeros(size, dtype=bool)
    is_word[words] = True
    return np.where(is_word, heads, nearest) - places


def _fill_names(marks: Columns, words: Numbers) -> None:
    """Give blanks inside a name (a name may go over a line's end) the mark of the word after them."""
    for before, after in zip(words[:-1].tolist(), words[1:].tolist(), strict=True):
        if after > before + 1 and marks[after, 0] == INSIDE:
            marks[before + 1 : after] = marks[after]
