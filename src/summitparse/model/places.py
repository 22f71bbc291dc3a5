"""Which words are in the name of a place that the gazetteer knows, which no network reads off their forms."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from summitparse.gazetteer import LONGEST_ABBREVIATION, Place, fold, gazetteer, places_named
from summitparse.model.network import Range

__all__ = ["in_places"]

LONGER = 2
"""Tokens that a name may have more than words: hyphens and dots are some."""


def in_places(forms: Sequence[str], texts: Sequence[Range]) -> npt.NDArray[np.bool_]:
    """For each word of some texts whether it is in the longest name of a place from some word on.

    >>> in_places(["From", "New", "York", "to", "Oslo"], [(0, 5)]).tolist()
    [False, True, True, False, True]
    """
    found = np.zeros(len(forms), dtype=np.bool_)
    for start, end in texts:
        at = start
        while at < end:
            size = _longest(forms, at, end) if forms[at][:1].isupper() else 0
            found[at : at + size] = True
            at += max(1, size)
    return found


def _longest(forms: Sequence[str], start: int, end: int) -> int:
    """Words of the longest name of a place that begins with a word; 0 where none does."""
    first, _, _ = fold(forms[start]).partition(" ")
    most = gazetteer().longest.get(first, 1) + LONGER
    for size in range(min(most, end - start), 0, -1):
        if _is_place(" ".join(forms[start : start + size])):
            return size
    return 0


def _is_place(name: str) -> bool:
    if name in gazetteer().exact:
        return True
    if name.isupper() and len(name) <= LONGEST_ABBREVIATION:
        return False
    return any(map(_is_ground, places_named(fold(name))))


def _is_ground(place: Place) -> bool:
    """Whether a bearer of a name is a stretch of the earth, not a people or a body."""
    return place.kind not in ("demonym", "institution")
