"""Tying a claim to the dates, places and figures in its words, and to a day.

Every claim extractor grounds alike: the mentions inside the evidence are the claim's `date_ids` and
`figure_ids`; the date that hangs on the event itself is its `date_id`; where no date says when, the
article's reference day does, and `when.basis` says so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from summitparse.models import Actor, DateMention, Span, When
from summitparse.page import Article
from summitparse.syntax.days import Tie, tie_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "SpanIndex",
    "event_day",
    "mentions_between",
    "nearest",
    "reference_day",
    "told_day",
    "when_of",
]

PAGE_ROLES = ("dateline", "page", "published")
"""Dates of the page, which say when something was told."""


class Located(Protocol):
    """Anything with an id and one place in the text."""

    @property
    def id(self) -> str: ...

    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=Located)


class SpanIndex(Generic[T]):
    """Mentions ordered for look-up by character range.

    >>> from summitparse.models import Span, DateMention
    >>> text = "They met on Monday."
    >>> day = DateMention(id="d1", span=Span.of(text, 12, 18), type="DATE", value=None, reason="")
    >>> [found.id for found in SpanIndex([day]).within(0, 19)]
    ['d1']
    """

    def __init__(self, items: Iterable[T]) -> None:
        self._items = sorted(items, key=lambda item: (item.span.start, item.span.end))
        self._starts = [item.span.start for item in self._items]

    def within(self, start: int, end: int) -> list[T]:
        """The mentions that lie in the characters `start:end`, in text order."""
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end)
        return [item for item in self._items[low:high] if item.span.end <= end]


def nearest(items: Sequence[T], start: int, end: int) -> T | None:
    """The mention nearest to the characters `start:end`; of two alike the later."""

    def gap(item: T) -> tuple[int, int]:
        return max(item.span.start - end, start - item.span.end, 0), -item.span.start

    return min(items, key=gap, default=None)


def event_day(days: Sequence[DateMention], event: Token) -> DateMention | None:
    """Of the dates in an event's sentence the one that says when it was.

    A date on the event's own verb goes before one on a verb beside it or inside it; one that belongs to
    another clause ("said on Friday that ..."), to a thing ("the 1998 treaty"), to the dateline or to the
    page is none of the event's.
    """
    told = [day for day in days if day.role not in PAGE_ROLES]
    start, end = event.idx, event.idx + len(event)
    if not event.doc.has_annotation("DEP"):
        return nearest(told, start, end)
    ties = {day.id: _tie(day, event) for day in told}
    for tie in ("own", "beside", "below"):
        day = nearest([day for day in told if ties[day.id] == tie], start, end)
        if day is not None:
            return day
    return None


def told_day(days: Sequence[DateMention], *events: Token) -> DateMention | None:
    """The day of the first event that has one, else the dateline's where that stands in the sentence."""
    found = (event_day(days, event) for event in events)
    line = next((day for day in days if day.role == "dateline"), None)
    return next((day for day in found if day is not None), line)


def _tie(day: DateMention, event: Token) -> Tie:
    span = event.doc.char_span(day.span.start, day.span.end, alignment_mode="expand")
    return tie_of(span.root, event) if span is not None else "none"


def reference_day(article: Article, at: int) -> When | None:
    """The reference day of the article's part at offset `at`, for a claim without a date."""
    part = next((part for part in article.segments if part.start <= at < part.end), None)
    day = (part and part.reference_date) or article.reference_date
    return When(earliest=day, latest=day, basis="article") if day else None


def when_of(mention: DateMention | None, article: Article, at: int) -> When | None:
    """The days of a claim: those of its date mention, else the reference day at its offset `at`.

    `None` where neither is known. A mention without calendar days ("recently") dates nothing.
    """
    if mention is None or (mention.earliest is None and mention.latest is None):
        return reference_day(article, at)
    return When(earliest=mention.earliest, latest=mention.latest, basis="stated")


def mentions_between(actor: Actor, start: int, end: int) -> Sequence[Span]:
    """The actor's mentions that lie in the characters `start:end`."""
    low = bisect_left(actor.mentions, start, key=lambda mention: mention.start)
    high = bisect_left(actor.mentions, end, key=lambda mention: mention.start)
    return [mention for mention in actor.mentions[low:high] if mention.end <= end]
