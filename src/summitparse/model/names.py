"""From scores of name tags to tags that make whole names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from summitparse.model.network import Array, Numbers

__all__ = ["Grammar", "best_path", "grammar", "with_places"]

NEVER = np.float32(-1e9)
PLACE = "LOC"
KNOWN, UNKNOWN = np.float32(1), np.float32(-3)
"""What it adds to a word's scores for a place that the gazetteer knows it as one, or doesn't."""


class Grammar(NamedTuple):
    """What each tag costs first in a sentence, last, and after another (rows): nothing, or all."""

    first: Array
    last: Array
    after: Array
    places: npt.NDArray[np.bool_]
    """Which tags are a place's."""


def grammar(tags: Sequence[str]) -> Grammar:
    """Which tags may follow which: a name is U-, or B-, any I- and L- of one label; all else is O."""
    inside = np.array([tag[0] in "IL" for tag in tags])
    goes_on = np.array([tag[0] in "BI" for tag in tags])
    label = np.array([tag[2:] for tag in tags])
    fits = np.where(
        goes_on[:, None], inside & (label[:, None] == label), ~inside[None].repeat(len(tags), 0)
    )
    return Grammar(_cost(~inside), _cost(~goes_on), _cost(fits), label == PLACE)


def with_places(scores: Array, known: npt.NDArray[np.bool_], rules: Grammar) -> Array:
    """The scores of name tags, with what the gazetteer says of places (`places.in_places`)."""
    more: Array = scores + np.where(known, KNOWN, UNKNOWN)[:, None] * rules.places
    return more


def best_path(scores: Array, rules: Grammar) -> Numbers:
    """The best tags of a sentence that make whole names (Viterbi)."""
    best: Numbers = scores.argmax(axis=1)
    if (
        rules.first[best[0]] == 0 == rules.last[best[-1]]
        and not rules.after[best[:-1], best[1:]].any()
    ):
        return best
    sums = scores[0] + rules.first
    back = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(scores)):
        ways = sums[:, None] + rules.after
        back[i] = ways.argmax(axis=0)
        sums = ways.max(axis=0) + scores[i]
    path = [int((sums + rules.last).argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return np.array(path[::-1], dtype=np.int64)


def _cost(allowed: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Array:
    return np.where(allowed, np.float32(0), NEVER).astype(np.float32)
