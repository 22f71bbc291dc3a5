"""What the rules of derivation work on, and the drafts that they give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summitparse.grounding import SpanIndex, is_inside
from summitparse.models import Agreement, Article, Claim, DateMention, Figure
from summitparse.syntax.sentences import Sentence, sentences

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

__all__ = ["Basis", "Draft", "year_of"]


@dataclass
class Draft:
    """A derivation in the making; `start` and `end` are the characters that it follows from."""

    rule: str
    value: str
    start: int
    end: int
    explanation: str
    from_ids: list[str] = field(default_factory=list)
    subject: str = ""
    """Keeps apart drafts of equal value about different things; the same thing is told once."""


@dataclass(frozen=True)
class Basis:
    """The text with its findings, ordered for look-up."""

    article: Article
    dates: tuple[DateMention, ...]
    figures: tuple[Figure, ...]
    agreements: tuple[Agreement, ...]
    index: SpanIndex[DateMention]
    sentences: tuple[Sentence, ...]

    @classmethod
    def of(
        cls,
        doc: Doc,
        article: Article,
        dates: Sequence[DateMention],
        figures: Sequence[Figure],
        claims: Sequence[Claim],
    ) -> Basis:
        """The findings without those in the page's boilerplate."""
        closed = [(span.start, span.end) for span in article.boilerplate]
        return cls(
            article=article,
            dates=tuple(dates),
            figures=tuple(figure for figure in figures if not is_inside(closed, figure.span.start)),
            agreements=tuple(claim for claim in claims if isinstance(claim, Agreement)),
            index=SpanIndex(dates),
            sentences=tuple(sentences(doc)),
        )

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that an offset lies in."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return self.sentences[low] if low < len(self.sentences) else None

    def range_at(self, offset: int) -> tuple[int, int]:
        """The characters of the sentence that an offset lies in."""
        sentence = self.sentence_at(offset)
        return (sentence.start, sentence.end) if sentence else (offset, offset)

    def reference(self, offset: int) -> date | None:
        """The day that relative dates at an offset count from."""
        part = next((s for s in self.article.segments if s.start <= offset < s.end), None)
        return (part and part.reference_date) or self.article.reference_date


def year_of(mention: DateMention) -> int | None:
    """The year that a date lies in; `None` if it lies in several or none."""
    first, last = mention.earliest, mention.latest
    return first.year if first and last and first.year == last.year else None
