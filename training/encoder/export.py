"""What is shipped of what was learnt: matrices as whole numbers of a byte with a scale for each column."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn.functional import pad

from encoder.reader import Reader

Stored = dict[str, npt.NDArray[Any]]
"""A matrix ``x`` is stored as ``x`` (bytes, inputs x outputs) and ``x.scale`` (one for each output)."""
TABLES = ("shapes", "gaps", "affixes", "places", "distance", "pieces")
SMALLEST = 4096
"""Numbers under which a matrix keeps two bytes for each."""
MOST = 127
SCALE = ".scale"
TOLD = "told."
"""How the names of attribution's weights start, beside the reader's."""
ROWS = ("pieces", "pieces" + SCALE)


def whole(matrix: npt.NDArray[np.float32], axis: int) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """A matrix as bytes, and the scales along an axis."""
    scale = np.abs(matrix).max(axis=axis, keepdims=True) / MOST
    scale = np.maximum(scale, np.float32(1e-12)).astype(np.float32)
    return np.rint(matrix / scale).astype(np.int8), scale.squeeze(axis)


def is_matrix(name: str, dimensions: int) -> bool:
    """Whether weights are those of a linear layer: turned round, so that inputs x outputs are stored."""
    *_, part, kind = ("", *name.split("."))
    return dimensions == 2 and kind == "weight" and part not in TABLES


def stored(state: dict[str, Tensor]) -> Stored:
    """The weights of a network, by their names; matrices stand inputs x outputs."""
    out: Stored = {}
    for name, value in state.items():
        matrix = is_matrix(name, value.ndim)
        numbers = np.ascontiguousarray((value.float().T if matrix else value.float()).numpy())
        if matrix and value.numel() >= SMALLEST:
            out[name], out[name + SCALE] = whole(numbers, 0)
        else:
            out[name] = numbers.astype(np.float16 if value.ndim > 1 else np.float32)
    return out


def exported(state: dict[str, Tensor], pieces: Tensor, corpus: int, names_corpus: int) -> Stored:
    """A reader's weights in the habits of two corpora, with the table of pieces, a scale for each row."""
    state = {key: value.float().clone() for key, value in state.items()}
    state["encoder.gaps.weight"] += state.pop("encoder.corpora.weight")[corpus]
    state["name_hidden.bias"] += state.pop("name_corpus.weight")[names_corpus]
    state["arc.pairs"] = state["arc.pairs"][:, 0, :-1]
    state["relation.pairs"] = state["relation.pairs"].flatten(1)
    out = stored(state)
    out["pieces"], out["pieces" + SCALE] = whole(pieces.numpy(), 1)
    return out


def told(state: dict[str, Tensor]) -> Stored:
    """What is exported of attribution, to be laid beside a reader's weights."""
    return {TOLD + name: value for name, value in stored(state).items()}


def floats(kept: Stored) -> dict[str, npt.NDArray[np.float32]]:
    """The weights as numbers that can be reckoned with."""
    out: dict[str, npt.NDArray[np.float32]] = {}
    for name, value in kept.items():
        if name.endswith(SCALE):
            continue
        numbers = value.astype(np.float32)
        scale = kept.get(name + SCALE)
        if scale is not None:
            numbers = numbers * (scale[:, None] if name == "pieces" else scale)
        out[name] = numbers
    return out


def load(network: Reader, kept: Stored) -> None:
    """Give a network the weights that were exported, to see what the bytes cost."""
    state = {name: torch.zeros_like(value) for name, value in network.state_dict().items()}
    for name, value in floats(kept).items():
        if name != "pieces":
            given = torch.from_numpy(value.T if is_matrix(name, value.ndim) else value)
            if name == "arc.pairs":
                given = pad(given, (0, 1))
            state[name] = given.reshape(state[name].shape).contiguous()
    network.load_state_dict(state)
    network.encoder.pieces = torch.from_numpy(floats({k: kept[k] for k in ROWS})["pieces"])
