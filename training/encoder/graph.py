"""The reader's forward pass as an ONNX graph, for onnxruntime, from the exported weights.

Linear layers multiply whole numbers of a byte; attention, normalisation and the curve are onnxruntime's own
joined operators (`com.microsoft`).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import TensorProto, helper, numpy_helper

from encoder.export import SCALE, TOLD, Stored, floats
from encoder.plain import LAYER_NORM, SLOPE, Fed, Said, count
from encoder.transformer import HEADS, SMALL

JOINED = "com.microsoft"
INPUTS = ("pieces", "places", "shapes", "gaps", "lengths", "first", "last", "known")


SLOWER = ["SkipLayerNormFusion"]
"""What onnxruntime would join, and what joined takes a third of the whole time (version 1.32)."""


class Graph:
    """Nodes and constants, as they are added."""

    def __init__(
        self, kept: Stored, heads: int = HEADS, base: int = 0, *, whole: bool = True
    ) -> None:
        self.kept, self.w = kept, floats(kept)
        self.heads, self.base, self.whole = heads, base, whole
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def add(
        self, kind: str, *takes: str, domain: str = "", outputs: int = 1, **settings: Any
    ) -> str:
        """A node; the name of what it gives (of the first, where it gives more)."""
        name = f"v{len(self.nodes)}"
        gives = [name, *(f"{name}.{k}" for k in range(1, outputs))]
        self.nodes.append(helper.make_node(kind, takes, gives, domain=domain, **settings))
        return name

    def constant(self, name: str, value: npt.NDArray[Any]) -> str:
        """A constant under a name."""
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def row(self, table: str, rows: str) -> str:
        """Rows of a table."""
        return self.add("Gather", self.constant(table, self.w[table]), rows)

    def piece_rows(self) -> str:
        """Rows of the table of pieces, which is kept in bytes."""
        rows = self.add("Gather", self.constant("pieces.table", self.kept["pieces"]), "pieces")
        scales = self.constant("pieces.scales", self.kept["pieces" + SCALE][:, None])
        return self.add(
            "Mul",
            self.add("Cast", rows, to=TensorProto.FLOAT),
            self.add("Gather", scales, "pieces"),
        )

    def linear(self, name: str, x: str) -> str:
        """A linear layer."""
        weight, bias = f"{name}.weight", self.constant(f"{name}.bias", self.w[f"{name}.bias"])
        if self.whole and weight + SCALE in self.kept:
            matrix = self.constant(weight, self.kept[weight])
            scale = self.constant(weight + SCALE, self.kept[weight + SCALE])
            return self.add("DynamicQuantizeMatMul", x, matrix, scale, "", bias, domain=JOINED)
        return self.add("Add", self.add("MatMul", x, self.constant(weight, self.w[weight])), bias)

    def normal(self, name: str, x: str, small: float) -> str:
        """Mean 0 and variance 1 in each row, then scaled."""
        parts = (self.constant(f"{name}.{k}", self.w[f"{name}.{k}"]) for k in ("weight", "bias"))
        return self.add("LayerNormalization", x, *parts, axis=-1, epsilon=small)

    def layer(self, name: str, x: str) -> str:
        """Attention, then two linear layers on each piece."""
        mixed = self.add("Split", self.linear(f"{name}.mix", x), outputs=3, axis=-1, num_outputs=3)
        asked = (mixed, f"{mixed}.1", f"{mixed}.2")
        summed = self.add(
            "MultiHeadAttention", *asked, "", "lengths", domain=JOINED, num_heads=self.heads
        )
        sum_ = self.add("Add", x, self.linear(f"{name}.out", summed))
        x = self.normal(f"{name}.first", sum_, SMALL)
        inner = self.add("Gelu", self.linear(f"{name}.up", x), domain=JOINED)
        sum_ = self.add("Add", x, self.linear(f"{name}.down", inner))
        return self.normal(f"{name}.second", sum_, SMALL)

    def embedded(self) -> str:
        """What the layers start from: texts x pieces x width."""
        x = self.add("Add", self.piece_rows(), self.row("encoder.places.weight", "places"))
        for table in ("shapes", "gaps"):
            x = self.add("Add", x, self.row(f"encoder.{table}.weight", table))
        return self.normal("encoder.norm", x, SMALL)

    def joined(self, mix: str, norm: str, x: str) -> str:
        """The state of each word, one text after the other."""
        flat = self.constant("flat", np.array([-1, self.w["pieces"].shape[1]]))
        x = self.add("Reshape", x, flat)
        pieces = [self.add("Gather", x, where) for where in ("first", "last")]
        mixed = self.linear(mix, self.add("Concat", *pieces, "known", axis=1))
        state = self.add("Add", self.add("Add", *pieces), mixed)
        return self.normal(norm, state, LAYER_NORM)

    def read(self) -> dict[str, str]:
        """All that is said of words."""
        states = [self.embedded()]
        for k in range(count(self.w, "encoder.layers")):
            states.append(self.layer(f"encoder.layers.{k}", states[-1]))
        state = self.joined("words.mix", "words.norm", states[-1])
        hidden = self.leaky(self.linear("name_hidden", state))
        given = {
            "starts": self.linear("start", state),
            "tags": self.linear("tag", state),
            "lemmas": self.linear("lemma", self.add("Concat", state, "known", axis=1)),
            "names": self.linear("name", hidden),
        }
        for kind in ("arc", "relation"):
            for part in ("word", "head"):
                given[f"{kind}_{part}"] = self.leaky(self.linear(f"{kind}.{part}", state))
        return given | (self.told(states[self.base]) if f"{TOLD}cue.bias" in self.w else {})

    def told(self, x: str) -> dict[str, str]:
        """Scores of cues, and states for what they tell."""
        for k in range(count(self.w, f"{TOLD}layers")):
            x = self.layer(f"{TOLD}layers.{k}", x)
        state = self.joined(f"{TOLD}mix", f"{TOLD}joined", x)
        hidden = self.add("Gelu", self.linear(f"{TOLD}cue_hidden", state), domain=JOINED)
        cues, words = self.linear(f"{TOLD}cue", hidden), self.linear(f"{TOLD}word", state)
        return {"cues": cues, "told": state, "told_word": words}

    def model(self) -> Any:
        """The whole, as onnxruntime reads it."""
        given = self.read()
        for name, value in given.items():
            self.nodes.append(helper.make_node("Identity", [value], [name]))
        takes = [helper.make_tensor_value_info(n, self.kind(n), None) for n in INPUTS]
        gives = [helper.make_tensor_value_info(n, TensorProto.FLOAT, None) for n in given]
        graph = helper.make_graph(self.nodes, "reader", takes, gives, list(self.constants.values()))
        versions = [helper.make_opsetid("", 18), helper.make_opsetid(JOINED, 1)]
        return helper.make_model(graph, opset_imports=versions, ir_version=9)

    def kind(self, name: str) -> int:
        """The type of an input."""
        kinds = {"lengths": TensorProto.INT32, "known": TensorProto.FLOAT}
        return int(kinds.get(name, TensorProto.INT64))

    def leaky(self, x: str) -> str:
        return self.add("LeakyRelu", x, alpha=SLOPE)


def session(model: Any) -> Any:
    """What runs a model, in one thread."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        model.SerializeToString(),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=SLOWER,
    )


def said(running: Any, fed: Fed) -> Said:
    """What the network says of words."""
    names = [given.name for given in running.get_outputs()]
    out: Said = dict(zip(names, running.run(names, fed), strict=True))
    return out | {"starts": out["starts"][:, 0]}
