"""First sketch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summitparse.models import Actor, Article, DateMention, Figure, Measurement

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_measurements"]


def find_measurements(
    doc: Doc,
    *,
    figures: Sequence[Figure] = (),
    dates: Sequence[DateMention] = (),
    actors: Sequence[Actor] = (),
    article: Article | None = None,
) -> list[Measurement]:
    """Not written yet."""
    return []
