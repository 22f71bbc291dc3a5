"""The words of cues.toml, and the text in which they are looked for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from summitparse.extractors.dates.grammar import Piece
from summitparse.lexicon import read_lists

__all__ = ["cue_lists", "text_before"]

HERE = Path(__file__).parent
BEFORE = 70
"""How many characters before an expression are searched for cues of past and future."""


@lru_cache(maxsize=1)
def cue_lists() -> dict[str, tuple[str, ...]]:
    """The lists of cues.toml."""
    return read_lists(HERE / "cues.toml")


def text_before(piece: Piece) -> str:
    """The text shortly before an expression, in lower case."""
    before = piece.words.text[max(0, piece.start - BEFORE) : piece.start].lower()
    return before.replace("\n", " ")
