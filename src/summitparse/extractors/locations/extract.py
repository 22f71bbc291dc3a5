"""First sketch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitparse.models import Article, Location

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["tag_locations"]


def tag_locations(doc: Doc, *, article: Article | None = None) -> list[Location]:
    """Not written yet."""
    return []
