"""What the rules of derivation work on, and the drafts that they give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summitparse.grounding import SpanIndex
from summitparse.models import Agreement, Claim, DateMention, Figure
from summitparse.page import Article
from summitparse.view import TextView, is_inside

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

    view: TextView
    dates: tuple[DateMention, ...]
    figures: tuple[Figure, ...]
    agreements: tuple[Agreement, ...]
    index: SpanIndex[DateMention]

    @classmethod
    def of(
        cls,
        view: TextView,
        dates: Sequence[DateMention],
        figures: Sequence[Figure],
        claims: Sequence[Claim],
    ) -> Basis:
        """The findings without those in the page's boilerplate."""
        closed = view.asides("boilerplate")
        return cls(
            view=view,
            dates=tuple(dates),
            figures=tuple(figure for figure in figures if not is_inside(closed, figure.span.start)),
            agreements=tuple(claim for claim in claims if isinstance(claim, Agreement)),
            index=SpanIndex(dates),
        )

    @property
    def article(self) -> Article:
        """The article."""
        return self.view.article

    def range_at(self, offset: int) -> tuple[int, int]:
        """The characters of the sentence that an offset lies in."""
        sentence = self.view.sentence_at(offset)
        return (sentence.start, sentence.end) if sentence else (offset, offset)


def year_of(mention: DateMention) -> int | None:
    """The year that a date lies in; `None` if it lies in several or none."""
    first, last = mention.earliest, mention.latest
    return first.year if first and last and first.year == last.year else None
