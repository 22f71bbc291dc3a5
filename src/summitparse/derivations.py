"""First sketch."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from summitparse.models import Actor, Article, Claim, DateMention, Derivation, Figure

__all__ = ["derive"]


def derive(
    doc: Doc,
    *,
    dates: Sequence[DateMention] = (),
    figures: Sequence[Figure] = (),
    actors: Sequence[Actor] = (),
    claims: Sequence[Claim] = (),
    article: Article | None = None,
) -> list[Derivation]:
    """Not written yet."""
    return []
