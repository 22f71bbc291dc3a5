"""The component that reads a Doc with the network and writes tags, lemmas, tree, sentences and names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
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
from srsly import msgpack_dumps, msgpack_loads

from summitparse.english.lemmas import verb_lemma
from summitparse.errors import SummitparseError
from summitparse.model.answers import answers
from summitparse.model.features import gap
from summitparse.model.names import Grammar, grammar
from summitparse.model.network import Network, Numbers, Range
from summitparse.model.stored import FILES, Labels, Learnt, packed, unpacked

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

__all__ = ["Annotator", "lemma"]

BATCH = 2000
"""Tokens after which Docs that wait in `pipe` are read together."""
WRITTEN = [POS, MORPH, LEMMA, HEAD, DEP, ENT_IOB, ENT_TYPE]
SEEN = {"‚": "'", "‹": "'", "›": "'", "„": '"', "‟": '"', "＂": '"', "―": "—"}
"""Marks that no treebank has, and those that it reads for them."""
MOST_LEMMAS = 100_000
"""Lemmas remembered; after so many the memory starts anew."""
INSIDE, OUTSIDE, BEGINS = 1, 2, 3
"""spaCy's marks of where a token stands towards an entity."""
Columns = npt.NDArray[np.uint64]


class Words(NamedTuple):
    """A Doc's words: which tokens they are, their forms, what stands before them, and whether they
    start a sentence for sure.
    """

    places: Numbers
    forms: list[str]
    gaps: list[int]
    fixed: npt.NDArray[np.bool_]


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
        self._learnt: Learnt | None = None

    def fill(self, learnt: Learnt) -> None:
        """Take what a network learnt."""
        self._learnt = learnt
        self._network = Network(learnt.weights, learnt.words)
        self._keys = _keys(self.vocab, learnt.labels)
        self._grammar: Grammar = grammar(learnt.labels.names)
        self._lemmas: dict[tuple[str, str, str], int] = {}
        self._in_use = frozenset(learnt.words)

    @property
    def _known(self) -> Learnt:
        if self._learnt is None:
            raise SummitparseError(
                "summitparse_network has no weights yet: take the pipeline of summitparse.load()"
            )
        return self._learnt

    @property
    def labels(self) -> tuple[str, ...]:
        """The relations of the parse, then the labels of names; none before it has weights."""
        if self._learnt is None:  # spaCy asks while it adds the component
            return ()
        _, _, relations, names = self._learnt.labels
        return (*relations, *dict.fromkeys(name[2:] for name in names if name != "O"))

    def __call__(self, doc: Doc) -> Doc:
        """Write what the network says of the Doc into it."""
        self._annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 0) -> Iterator[Doc]:  # noqa: ARG002 - spaCy's call
        """The same for many Docs, several at a time: quicker where they are short.

        How many is by their words, not by spaCy's `batch_size`.
        """
        held: list[Doc] = []
        waiting = 0
        for doc in stream:
            held.append(doc)
            waiting += len(doc)
            if waiting > BATCH:
                self._annotate(held)
                yield from held
                held, waiting = [], 0
        self._annotate(held)
        yield from held

    def _annotate(self, docs: Sequence[Doc]) -> None:
        read = [_words(doc) for doc in docs]
        ends = list(accumulate(len(words.places) for words in read))
        texts = [(end - len(words.places), end) for words, end in zip(read, ends, strict=True)]
        rows = self._columns(read, texts) if ends and ends[-1] else None
        for doc, words, (start, end) in zip(docs, read, texts, strict=True):
            self._write(doc, words.places, None if rows is None else rows[start:end], start)

    def _columns(self, read: list[Words], texts: list[Range]) -> Columns:
        """What is written of each word; heads are numbers of words."""
        rules = self._known.labels.lemmas
        forms = [form for words in read for form in words.forms]
        gaps = [before for words in read for before in words.gaps]
        fixed = np.concatenate([words.fixed for words in read])
        some = [(start, end) for start, end in texts if start < end]
        found = answers(self._network, self._grammar, forms, gaps, fixed, some)
        keys = self._keys
        columns = np.empty((len(forms), len(WRITTEN)), dtype=np.uint64)
        columns[:, 0], columns[:, 1] = keys.pos[found.tags], keys.morphs[found.tags]
        lemmas = (rules[row] for row in found.lemmas.tolist())
        tags = (self._known.labels.tags[row] for row in found.tags.tolist())
        columns[:, 2] = list(map(self._lemma, forms, lemmas, tags))
        columns[:, 3], columns[:, 4] = found.heads, keys.relations[found.relations]
        columns[:, 5], columns[:, 6] = keys.marks[found.names], keys.kinds[found.names]
        return columns

    def _write(self, doc: Doc, places: Numbers, rows: Columns | None, start: int) -> None:
        """Write the rows of a Doc's words, the first of which has the number `start`, and its blanks."""
        if not len(doc):
            return
        columns = np.zeros((len(doc), len(WRITTEN)), dtype=np.uint64)
        columns[:, 0], columns[:, 5] = IDS["SPACE"], OUTSIDE
        columns[:, 4] = self.vocab.strings.add("dep")
        heads = _nearest(places, len(doc))
        if rows is not None and len(rows):
            columns[places] = rows
            heads[places] = places[rows[:, 3].astype(np.int64) - start]
            _fill_names(columns[:, 5:], places)
        columns[:, 3] = (heads - np.arange(len(doc))).astype(np.uint64)
        doc.from_array(WRITTEN, columns)  # type: ignore[arg-type] # its stub wants integers

    def _lemma(self, form: str, rule: str, tag: str) -> int:
        """The vocabulary's number of a lemma; of a verb's one that the form can come from."""
        known = self._lemmas.get((form, rule, tag))
        if known is None:
            if len(self._lemmas) >= MOST_LEMMAS:
                self._lemmas.clear()
            base = lemma(form, rule)
            if tag.startswith("VERB"):
                base = verb_lemma(form, base, self._in_use, past="Tense=Past" in tag)
            known = self.vocab.strings.add(base)
            self._lemmas[form, rule, tag] = known
        return known

    def to_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> None:  # noqa: ARG002 - spaCy's call
        """Write weights, words and labels into a folder."""
        path.mkdir(exist_ok=True)
        for name, content in packed(self._known).items():
            (path / name).write_bytes(content)

    def from_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> Annotator:  # noqa: ARG002 - spaCy's call
        """Read what `to_disk` wrote."""
        self.fill(unpacked({name: (path / name).read_bytes() for name in FILES}))
        return self

    def to_bytes(self, *, exclude: Sequence[str] = ()) -> bytes:  # noqa: ARG002 - spaCy's call
        """The same in one piece: how worker processes get a pipeline."""
        content: bytes = msgpack_dumps(packed(self._known))
        return content

    def from_bytes(self, data: bytes, *, exclude: Sequence[str] = ()) -> Annotator:  # noqa: ARG002 - spaCy's call
        """Read what `to_bytes` gave."""
        self.fill(unpacked(msgpack_loads(data)))
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


def _words(doc: Doc) -> Words:
    """The Doc's tokens that aren't blanks."""
    columns = doc.to_array([ORTH, SPACY, SENT_START])
    strings = doc.vocab.strings
    texts = [strings[orth] for orth in columns[:, 0].tolist()]
    after = [" " if blank else "" for blank in columns[:, 1].tolist()]
    places, gaps, blanks = [], [], ""
    for i, text in enumerate(texts):
        if text.isspace():
            blanks += text + after[i]
        else:
            places.append(i)
            gaps.append(gap(blanks))
            blanks = after[i]
    found = np.array(places, dtype=np.int64)
    forms = [SEEN.get(texts[i], texts[i]) for i in places]
    return Words(found, forms, gaps, columns[found, 2] == 1)


def _nearest(places: Numbers, size: int) -> Numbers:
    """For each token the last word up to it, before the first word that one; 0 where there is none."""
    if not len(places):
        return np.zeros(size, dtype=np.int64)
    before = np.searchsorted(places, np.arange(size), side="right") - 1
    return places[np.maximum(before, 0)]


def _fill_names(marks: Columns, words: Numbers) -> None:
    """Give blanks inside a name (a name may go over a line's end) the mark of the word after them."""
    for before, after in zip(words[:-1].tolist(), words[1:].tolist(), strict=True):
        if after > before + 1 and marks[after, 0] == INSIDE:
            marks[before + 1 : after] = marks[after]
