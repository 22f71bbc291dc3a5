"""The mean of the weights of pipelines that are stages of one training.

``python training/average.py STAGE STAGE ... OUT``
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import spacy
from thinc.api import Model


def mean_weights(paths: list[str], out: str) -> None:
    """Write the first pipeline with every weight the mean over all."""
    stages = [spacy.load(path) for path in paths]
    for name in stages[0].pipe_names:
        pipes: list[Any] = [stage.get_pipe(name) for stage in stages]
        for layers in zip(*(pipe.model.walk() for pipe in pipes), strict=True):
            average_layer(list(layers))
    stages[0].to_disk(out)


def average_layer(layers: list[Model[Any, Any]]) -> None:
    """Give the first layer the mean of the same layers' weights."""
    for param in layers[0].param_names:
        if layers[0].has_param(param):
            weights: list[Any] = [layer.get_param(param) for layer in layers]
            mean = np.mean(weights, axis=0)
            layers[0].set_param(param, mean.astype("float32"))


if __name__ == "__main__":
    mean_weights(sys.argv[1:-1], sys.argv[-1])
