"""First sketch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summitparse.models import Actor, Agreement, Article, DateMention, Figure, Location

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["parse_agreements"]


def parse_agreements(
    doc: Doc,
    *,
    actors: Sequence[Actor] = (),
    dates: Sequence[DateMention] = (),
    figures: Sequence[Figure] = (),
    locations: Sequence[Location] = (),
    article: Article | None = None,
) -> list[Agreement]:
    """Not written yet."""
    return []
