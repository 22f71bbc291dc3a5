"""Examples as numbers, and batches of them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
import torch
from examples import UNKNOWN, Example
from torch import Tensor

from summitparse.model.features import Features, features, gap, norm
from summitparse.model.network import LONGEST
from summitparse.model.stored import Labels

CORPORA = ("gum", "ewt", "pud", "wikigold", "re3d")
"""Made-up text goes by GUM's habits."""
LEAST_WORDS, MOST_WORDS, LEAST_LEMMAS = 3, 14_000, 4
DROPPED = 0.5
"""How often a word met once loses its own row in training, so that its parts learn to stand for it."""
LEAST_DROPPED = 0.06
"""How often even the commonest word does."""
LABELS = ("PERSON", "ORG", "LOC")


def lemma_rule(form: str, lemma: str) -> str:
    """The rule that makes the lemma of the form, see ``summitparse.model.annotate.lemma``."""
    lower = lemma == lemma.lower()
    base = form.lower() if lower else form
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    return f"{int(lower)} {len(base) - same} {lemma[same:]}"


@dataclass(frozen=True, slots=True)
class Rows:
    """Numbers of words and labels."""

    words: list[str]
    labels: Labels
    word: dict[str, int]
    tag: dict[str, int]
    lemma: dict[str, int]
    relation: dict[str, int]
    name: dict[str, int]
    counts: list[int]
    """How often each word was met."""

    @classmethod
    def of(cls, examples: Iterable[Example]) -> Rows:
        """The rows for what is met in some examples, the commonest first."""
        words, tags, lemmas, relations = (Counter[str]() for _ in range(4))
        for e in examples:
            words.update(map(norm, e.forms))
            tags.update(filter(None, e.tags))
            relations.update(filter(None, e.rels))
            lemmas.update(lemma_rule(f, x) for f, x in zip(e.forms, e.lemmas, strict=True) if x)
        kept = [w for w, n in words.most_common(MOST_WORDS) if n >= LEAST_WORDS]
        labels = Labels(
            [t for t, n in tags.most_common() if n > 1],
            [x for x, n in lemmas.most_common() if n >= LEAST_LEMMAS],
            [r for r, n in relations.most_common() if n > 1],
            ["O", *(f"{place}-{label}" for label in LABELS for place in "BILU")],
        )
        listed = ["<none>", "<unknown>", *kept]
        counts = [1 << 30] * 2 + [words[w] for w in kept]
        word, tag, lemma, relation, name = map(places, (listed, *labels))
        return cls(listed, labels, word, tag, lemma, relation, name, counts)


def places(rows: Sequence[str]) -> dict[str, int]:
    """The number of each row."""
    return {row: number for number, row in enumerate(rows)}


@dataclass(slots=True)
class Numbered:
    """An example as numbers; -1 where there is no gold."""

    forms: list[str]
    gaps: list[int]
    tags: list[int]
    lemmas: list[int]
    heads: list[int]
    relations: list[int]
    starts: list[bool]
    names: list[int]
    corpus: int


def numbered(e: Example, rows: Rows) -> Numbered:
    """The example in the numbers of some rows."""
    size = len(e.forms)
    return Numbered(
        e.forms,
        [gap(g) for g in e.gaps],
        [rows.tag.get(t, -1) for t in e.tags],
        [
            rows.lemma.get(lemma_rule(f, x), -1) if x else -1
            for f, x in zip(e.forms, e.lemmas, strict=True)
        ],
        e.heads,
        [rows.relation.get(r, -1) for r in e.rels],
        e.starts,
        [-1] * size if e.names is None else [rows.name[t] for t in e.names],
        CORPORA.index(e.corpus) if e.corpus in CORPORA else 0,
    )


@dataclass(slots=True)
class Batch:
    """Texts as tensors, padded to the longest."""

    grams: Tensor
    offsets: Tensor
    affixes: Tensor
    shapes: Tensor
    forms: Tensor
    """Texts x tokens: rows of the batch's forms."""
    words: Tensor
    gaps: Tensor
    mask: Tensor
    """Texts x tokens x 1."""
    corpora: Tensor


@dataclass(slots=True)
class Sentences:
    """The sentences of a batch as tensors, padded to the longest; gold is -1 where there is none."""

    spans: list[tuple[int, int, int]]
    """Text, first token, the one after the last."""
    places: Tensor
    mask: Tensor
    corpora: Tensor
    gold: dict[str, Tensor] = field(default_factory=dict)


@cache
def form_features(form: str) -> Features:
    """The rows of a form, remembered."""
    return features(norm(form), form)


def padded(
    rows: Sequence[Sequence[float]], value: float, dtype: torch.dtype = torch.long
) -> Tensor:
    """Rows of various lengths as one tensor."""
    out = np.full((len(rows), max(map(len, rows))), value)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.tensor(out, dtype=dtype)


def batch(texts: Sequence[Numbered], rows: Rows) -> Batch:
    """Texts for the network."""
    forms = sorted({f for t in texts for f in t.forms})
    place = {f: i for i, f in enumerate(forms)}
    known = [form_features(f) for f in forms]
    lengths = [len(k.grams) for k in known]
    words = torch.tensor([rows.word.get(norm(f), 1) for f in forms])
    where = padded([[place[f] for f in t.forms] for t in texts], 0)
    return Batch(
        torch.tensor([g for k in known for g in k.grams]),
        torch.tensor(np.cumsum([0, *lengths[:-1]])),
        torch.tensor([k.affixes for k in known]),
        torch.tensor([k.shape for k in known]),
        where,
        words[where],
        padded([t.gaps for t in texts], 0),
        padded([[1] * len(t.forms) for t in texts], 0, torch.float32)[..., None],
        torch.tensor([t.corpus for t in texts]),
    )


def without_rare(b: Batch, rows: Rows) -> Batch:
    """The batch, some of whose words have lost their rows, rare ones more often."""
    counts = torch.tensor(rows.counts)[b.words].float()
    share = (DROPPED / counts.clamp(min=1).sqrt()).clamp(min=LEAST_DROPPED)
    lost = (torch.rand(counts.shape) < share) & (b.words > 0)
    return replace(b, words=torch.where(lost, 1, b.words))


def sentences(texts: Sequence[Numbered], starts: Sequence[Sequence[bool]]) -> Sentences:
    """The texts' sentences, with their gold, given where they start."""
    spans = [
        (k, a, b)
        for k, text in enumerate(texts)
        for a, b in cut([i for i, s in enumerate(starts[k]) if s or i == 0], len(text.forms))
    ]
    length = max(len(t.forms) for t in texts)
    out = Sentences(
        spans,
        padded([range(k * length + a, k * length + b) for k, a, b in spans], 0),
        padded([[1] * (b - a) for _, a, b in spans], 0, torch.float32)[..., None],
        torch.tensor([texts[k].corpus for k, _, _ in spans]),
    )
    for column in ("tags", "lemmas", "relations", "names"):
        out.gold[column] = padded([getattr(texts[k], column)[a:b] for k, a, b in spans], -1)
    out.gold["heads"] = padded([inner_heads(texts[k].heads, a, b) for k, a, b in spans], -1)
    return out


def cut(begins: list[int], size: int) -> Iterable[tuple[int, int]]:
    """Sentences from their starts; what is too long is cut anywhere."""
    for begin, end in zip(begins, [*begins[1:], size], strict=True):
        for at in range(begin, end, LONGEST):
            yield at, min(at + LONGEST, end)


def inner_heads(heads: list[int], first: int, end: int) -> list[int]:
    """Heads within a sentence: 0 for its root, from 1 on its words, -1 where unknown or outside."""
    return [
        -1 if h == UNKNOWN or not first <= h < end else 0 if h == i else h - first + 1
        for i, h in enumerate(heads[first:end], first)
    ]


def batched(texts: list[Numbered], size: int, rng: random.Random) -> list[list[Numbered]]:
    """Batches of about ``size`` tokens, of texts of about one length, in random order."""
    keyed = sorted(texts, key=lambda t: len(t.forms) // 12 + rng.random() * 3)
    out: list[list[Numbered]] = [[]]
    held = 0
    for text in keyed:
        if held > size:
            out.append([])
            held = 0
        out[-1].append(text)
        held += len(text.forms)
    rng.shuffle(out)
    return out
