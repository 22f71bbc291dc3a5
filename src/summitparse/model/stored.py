"""What was learnt, as files: weights, the words with rows of their own, and the labels of the answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["FILES", "Labels", "Learnt", "packed", "unpacked"]

WEIGHTS, WORDS, LABELS = FILES = ("weights.npz", "words.txt", "labels.json")


class Labels(NamedTuple):
    """What the rows of the network's answers mean."""

    tags: list[str]
    """UPOS, a blank, features."""
    lemmas: list[str]
    """Rules, see `annotate.lemma`."""
    relations: list[str]
    names: list[str]
    """O, and B-, I-, L- and U- before each label."""


class Learnt(NamedTuple):
    """All that a network's component needs."""

    weights: dict[str, npt.NDArray[np.float16]]
    words: list[str]
    labels: Labels


def packed(learnt: Learnt) -> dict[str, bytes]:
    """The contents of the files, by name."""
    weights = BytesIO()
    np.savez_compressed(weights, allow_pickle=False, **learnt.weights)
    labels = json.dumps(learnt.labels._asdict(), ensure_ascii=False, indent=0)
    return {
        WEIGHTS: weights.getvalue(),
        WORDS: "\n".join(learnt.words).encode(),
        LABELS: labels.encode(),
    }


def unpacked(files: Mapping[str, bytes]) -> Learnt:
    """What `packed` put into the files."""
    with np.load(BytesIO(files[WEIGHTS]), allow_pickle=False) as stored:
        weights = dict(stored)
    words = files[WORDS].decode().split("\n")
    return Learnt(weights, words, Labels(**json.loads(files[LABELS].decode())))
