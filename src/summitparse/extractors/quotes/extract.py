"""First sketch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summitparse.models import Actor, Article, DateMention, Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_quotes"]


def find_quotes(
    doc: Doc,
    *,
    actors: Sequence[Actor] = (),
    dates: Sequence[DateMention] = (),
    article: Article | None = None,
) -> list[Quote]:
    """Not written yet."""
    return []
