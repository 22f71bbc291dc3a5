"""Figures on the development treebanks, given their own words and sentences: quick, for the log."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import torch
from batches import CORPORA, Numbered, Rows, Sentences, numbered, sentences
from conllu import Paragraph, paragraphs
from corpus import LONGEST, pieces
from examples import UNKNOWN, Example, name_tags
from names_gold import put_names
from torch import Tensor

from encoder.inputs import inputs
from encoder.pieces import Pieces
from encoder.reader import Reader
from summitparse.model.names import best_path, grammar
from summitparse.model.network import Array, Numbers
from summitparse.model.trees import best_heads

SETS = ("gum", "ewt", "pud")
SYNTAX_HABIT, NAMES_HABIT = CORPORA.index("gum"), CORPORA.index("pud")
TEXTS = 24
"""Read at a time."""


def dev_texts(data: Path, name: str) -> list[Example]:
    """A development set, its paragraphs cut as in training."""
    pars = paragraphs(data / f"{name}-dev.conllu.gz")
    names = data / f"{name}-dev-ner.iob2.gz"
    if names.exists():
        put_names(pars, names)
    return [gold(part) for par in pars for part in pieces(par, LONGEST)]


def gold(par: Paragraph) -> Example:
    """A paragraph's own words as an example, whatever a tokenizer would say."""
    words = par.words
    ends = [0, *(w.end for w in words)]
    out = Example([w.form for w in words], [])
    out.gaps = [par.text[end : w.start] for end, w in zip(ends, words, strict=False)]
    out.tags = [f"{w.upos} {w.feats}" if w.upos else "" for w in words]
    out.lemmas, out.rels = [w.lemma for w in words], [w.rel for w in words]
    out.heads = [w.head if 0 <= w.head < len(words) else UNKNOWN for w in words]
    out.starts = [i in set(par.sents) for i in range(len(words))]
    if par.names is not None:
        out.names = name_tags(par, [(w.start, w.end) for w in words])
    return out


def figures(
    network: Reader, examples: list[Example], rows: Rows, vocabulary: Pieces
) -> Counter[str]:
    """Counts of words, and of right answers among them."""
    out: Counter[str] = Counter()
    ordered = sorted(examples, key=lambda e: len(e.forms))
    for k in range(0, len(ordered), TEXTS):
        count(network, ordered[k : k + TEXTS], rows, vocabulary, out)
    return out


def count(
    network: Reader, examples: list[Example], rows: Rows, vocabulary: Pieces, out: Counter[str]
) -> None:
    """Count what a network says of some texts."""
    texts = [numbered(e, rows) for e in examples]
    s = sentences(texts, [t.starts for t in texts])
    x = inputs([(t.forms, t.gaps) for t in texts], [SYNTAX_HABIT] * len(texts), vocabulary)
    with torch.autocast(x.pieces.device.type, dtype=torch.bfloat16):
        local, starts = network.read(x)
        deep, near = network.deep(local, s.places, s.mask)
        names = network.names(deep, torch.full_like(s.corpora, NAMES_HABIT))
        heads = trees(array(network.arcs(deep)), s)
        said = {
            "tags": network.tags(deep),
            "lemmas": network.lemmas(deep, near),
            "relations": network.relations(deep, torch.tensor(heads)),
        }
    best = {name: array(scores).argmax(-1) for name, scores in said.items()}
    count_starts(array(starts), texts, out)
    for i, (k, a, b) in enumerate(s.spans):
        here = {name: rows_of[i, : b - a].tolist() for name, rows_of in best.items()}
        count_words(here, heads[i, : b - a].tolist(), texts[k], a, out)
        count_kinds(here["tags"], examples[k].tags[a:b], rows, out)
        if examples[k].names is not None:
            count_names(array(names)[i, : b - a], texts[k].names[a:b], rows, out)


def array(scores: Tensor) -> Array:
    """Scores for numpy."""
    out: Array = scores.float().cpu().numpy()
    return out


def count_words(
    best: dict[str, list[int]], heads: list[int], text: Numbered, start: int, out: Counter[str]
) -> None:
    """Count a sentence's right answers; it starts at a word of the text."""
    for j, head in enumerate(heads):
        i = start + j
        out["words"] += 1
        out["feats"] += best["tags"][j] == text.tags[i]
        out["lemma"] += best["lemmas"][j] == text.lemmas[i]
        if text.heads[i] == (i if head == 0 else start + head - 1):
            out["uas"] += 1
            out["las"] += best["relations"][j] == text.relations[i]


def count_kinds(tags: list[int], gold: list[str], rows: Rows, out: Counter[str]) -> None:
    """Count right parts of speech, whatever the features."""
    for tag, want in zip(tags, gold, strict=True):
        out["upos"] += rows.labels.tags[tag].split(" ")[0] == want.split(" ")[0]


def count_names(scores: Array, gold: list[int], rows: Rows, out: Counter[str]) -> None:
    """Count a sentence's names."""
    labels = rows.labels.names
    found = spans([labels[int(tag)] for tag in best_path(scores, grammar(labels))])
    want = spans([labels[tag] for tag in gold])
    out["names found"] += len(found)
    out["names gold"] += len(want)
    out["names"] += len(found & want)


def trees(arcs: Array, s: Sentences) -> Numbers:
    """Heads in each sentence: 0 the root, else from 1 on."""
    heads = np.zeros(arcs.shape[:2], dtype=np.int64)
    for i, (_, a, b) in enumerate(s.spans):
        own = arcs[i, : b - a, : b - a + 1].copy()
        own[np.arange(b - a), np.arange(b - a) + 1] = -np.inf
        heads[i, : b - a] = best_heads(own)
    return heads


def count_starts(scores: Array, texts: list[Numbered], out: Counter[str]) -> None:
    """Count sentence starts other than a text's first word."""
    for row, text in zip(scores, texts, strict=True):
        said = row[1 : len(text.starts)] > 0
        want = np.array(text.starts[1:], dtype=bool)
        out["starts found"] += int(said.sum())
        out["starts gold"] += int(want.sum())
        out["starts"] += int((said & want).sum())


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """The names that tags make."""
    out = set()
    begin = 0
    for i, tag in enumerate(tags):
        if tag[0] in "BU":
            begin = i
        if tag[0] in "LU":
            out.add((begin, i, tag[2:]))
    return out


def shares(counts: Counter[str]) -> dict[str, float]:
    """The figures that the counts give."""
    out = {k: counts[k] / counts["words"] for k in ("upos", "feats", "lemma", "uas", "las")}
    for k in ("starts", "names"):
        both = counts[f"{k} found"] + counts[f"{k} gold"]
        if both:
            out[k] = 2 * counts[k] / both
    return out
