"""First sketch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summitparse.models import Actor, Article, Location

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_actors"]


def find_actors(
    doc: Doc, *, locations: Sequence[Location] = (), article: Article | None = None
) -> list[Actor]:
    """Not written yet."""
    return []
