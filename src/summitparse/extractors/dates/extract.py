"""First sketch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitparse.models import Article, DateMention

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["resolve_dates"]


def resolve_dates(doc: Doc, *, article: Article | None = None) -> list[DateMention]:
    """Not written yet."""
    return []
