"""What a figure measures, and its period: from the parse and the dates near it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summitparse.extractors.figures.draft import Draft
from summitparse.models import DateMention, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["date_of", "subject_of_figure"]


def subject_of_figure(doc: Doc, made: Draft) -> Span | None:
    return None


def date_of(doc: Doc, made: Draft, dates: Sequence[DateMention]) -> str | None:
    return None
