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
        heads = _heads(scores, sentences)
        relations = network.relations(scores.states, heads)
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


def _heads(scores: Scores, sentences: Sequence[Range]) -> Numbers:
    """Each word's head as a number of a word, -1 for the root."""
    parts = []
    for arcs, (start, _) in zip(scores.arcs, sentences, strict=True):
        heads = best_heads(arcs)
        parts.append(np.where(heads == 0, -1, heads - 1 + start))
    return np.concatenate(parts)
