"""From the network's scores to answers: sentences, trees, and tags that make whole names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from summitparse.model.names import Grammar, best_path, with_places
from summitparse.model.network import LONGEST, Array, Network, Numbers, Range, Scores
from summitparse.model.places import in_places
from summitparse.model.threads import one_thread
from summitparse.model.trees import best_heads

__all__ = ["Answers", "answers"]

RELATED = np.float32(2)
"""What the surest relation of a head counts beside the head's own score."""
SHORTEST = 20
"""Words before which a stretch that is too long for a sentence isn't cut."""


class Answers(NamedTuple):
    """Of each word of some texts: rows of labels, and heads as numbers of words (a root's own)."""

    tags: Numbers
    lemmas: Numbers
    heads: Numbers
    relations: Numbers
    names: Numbers


def answers(
    network: Network,
    rules: Grammar,
    forms: Sequence[str],
    gaps: Sequence[int],
    fixed: npt.NDArray[np.bool_],
    texts: Sequence[Range],
) -> Answers:
    """What the network says of texts, given their words, one text after the other.

    `gaps`: what stands before each word (`features.gap`); `fixed`: where sentences start for sure;
    `texts`: first word and the one after the last of each.
    """
    with one_thread():
        local, starts = network.local(forms, gaps, texts)
        starts = np.where(fixed, np.float32(np.inf), starts)
        sentences = [s for text in texts for s in _sentences(starts, text)]
        scores = network.read(local, sentences)
        heads, relations = _trees(network, scores, sentences)
    weighed = with_places(scores.names, in_places(forms, texts), rules)
    names = [best_path(weighed[a:b], rules) for a, b in sentences]
    own = np.where(heads < 0, np.arange(len(heads)), heads)
    return Answers(scores.tags, scores.lemmas, own, relations, np.concatenate(names))


def _sentences(starts: Array, text: Range) -> Iterator[Range]:
    """A text's sentences; a stretch of too many words is cut where a start is likeliest."""
    begin, stop = text
    for end in (*(np.flatnonzero(starts[begin + 1 : stop] > 0) + begin + 1).tolist(), stop):
        while end - begin > LONGEST:
            cut = begin + SHORTEST + int(starts[begin + SHORTEST : begin + LONGEST + 1].argmax())
            yield begin, cut
            begin = cut
        yield begin, end
        begin = end


def _trees(network: Network, scores: Scores, sentences: Sequence[Range]) -> tuple[Numbers, Numbers]:
    """Each word's head as a number of a word, -1 for the root, and its relation.

    A word's two likeliest heads are weighed by how surely a relation is told of each.
    """
    two = [np.argpartition(-arcs, 1, axis=1)[:, :2] for arcs in scores.arcs]
    starts = [start for start, _ in sentences]
    choices = np.concatenate([_absolute(t, start) for t, start in zip(two, starts, strict=True)])
    told = network.relations(scores.states, choices)
    sure = -np.log(np.exp(told - told.max(axis=2, keepdims=True)).sum(axis=2))
    parts = []
    for arcs, best, (start, end) in zip(scores.arcs, two, sentences, strict=True):
        rows = np.arange(end - start)[:, None]
        arcs[rows, best] += RELATED * sure[start:end]
        parts.append(_absolute(best_heads(arcs), start))
    heads = np.concatenate(parts)
    relations = told.argmax(axis=2)[np.arange(len(heads)), (choices[:, 1] == heads).astype(int)]
    odd = np.flatnonzero((choices != heads[:, None]).all(axis=1))
    if len(odd):
        relations[odd] = network.relations(scores.states, heads[:, None])[odd, 0].argmax(axis=1)
    return heads, relations


def _absolute(heads: Numbers, start: int) -> Numbers:
    """Heads in a sentence (0 the root) as numbers of words (-1 the root)."""
    return np.where(heads == 0, -1, heads - 1 + start)
