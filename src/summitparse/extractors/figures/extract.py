"""First sketch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summitparse.models import Article, DateMention, Figure

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_figures"]


def find_figures(
    doc: Doc, *, dates: Sequence[DateMention] = (), article: Article | None = None
) -> list[Figure]:
    """Not written yet."""
    return []
