"""The bundled English pipeline: sentences, parts of speech, morphology, lemmas, UD v2 parse, names.

The weights lie in `data/` and are CC BY-SA 4.0 (`LICENSE` beside this file); the code that loads them
is MIT. How they were made is in the model card.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load_pipeline", "meta"]

DATA = Path(__file__).parent / "data"


def load_pipeline(*, exclude: Iterable[str] = ()) -> Language:
    """Load the bundled pipeline, without the components named in `exclude`.

    Every call loads afresh, so that what a caller adds or changes stays the caller's own.

    >>> nlp = load_pipeline()
    >>> [token.pos_ for token in nlp("Talks ended.")]
    ['NOUN', 'VERB', 'PUNCT']
    """
    from spacy.util import load_model_from_path

    return load_model_from_path(DATA, exclude=list(exclude))


@cache
def meta() -> dict[str, Any]:
    """What the model says of itself: name, version, licence, sources, figures on development data."""
    read: dict[str, Any] = json.loads((DATA / "meta.json").read_text(encoding="utf-8"))
    return read
