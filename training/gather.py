"""Quicker training of transition models: one backward pass a batch where spaCy makes one a step.

spaCy's parser model copies and multiplies its whole lower layer backwards after every transition.  The
gradients of all steps add up, so they can be gathered and go back together; the result is the same sum.
Only training is touched, never the model that is stored.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.ml import parser_model
from thinc.api import Model

Backward = Callable[[tuple[Any, Any]], Any]


def gather_backward(nlp: Language) -> None:
    """Make the pipeline's parser and entity recogniser learn with gathered gradients."""
    parser_model.ParserStepModel.finish_steps = finish_steps
    for name in ("parser", "ner"):
        if nlp.has_pipe(name):
            pipe: Any = nlp.get_pipe(name)
            lower = next(m for m in pipe.model.walk() if m.name == "precomputable_affine")
            lower._func = deferred(lower._func)


def deferred(forward: Callable[..., tuple[Any, Backward]]) -> Callable[..., tuple[Any, Backward]]:
    """The layer's forward, its backward handing out what it was given and the true backward."""

    def run(model: Model[Any, Any], values: Any, is_train: bool) -> tuple[Any, Backward]:
        out, backward = forward(model, values, is_train)
        return out, lambda gradient: (*gradient, backward)

    return run


def finish_steps(self: Any, _: Any) -> Any:
    """Take the gathered gradients of all steps back at once."""
    d_tokvecs = self.ops.alloc((self.tokvecs.shape[0] + 1, self.tokvecs.shape[1]))
    parts = [back((d_vector, ids)) for ids, d_vector, back in self.backprops]
    if parts:
        ids = np.concatenate([p[1] for p in parts])
        gradient = parts[0][2]((np.concatenate([p[0] for p in parts]), ids))
        self.ops.scatter_add(
            d_tokvecs, ids.flatten(), gradient.reshape((ids.size, gradient.shape[2]))
        )
    self.bp_tokvecs(d_tokvecs[:-1])
    return d_tokvecs
