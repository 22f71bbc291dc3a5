"""First sketch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summitparse.models import Actor, Article, DateMention, Location, Meeting

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_meetings"]


def find_meetings(
    doc: Doc,
    *,
    actors: Sequence[Actor] = (),
    dates: Sequence[DateMention] = (),
    locations: Sequence[Location] = (),
    article: Article | None = None,
) -> list[Meeting]:
    """Not written yet."""
    return []
