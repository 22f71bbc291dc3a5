"""The reading of one page: runs the steps in order and gathers what they found."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from summitparse.text.paragraphs import paragraph_ranges

__all__ = ["DatelineReading", "PageReading", "SegmentReading", "read_page"]

Range = tuple[int, int]


@dataclass(frozen=True)
class DatelineReading:
    """Place and day at the head of a wire story; `start:end` covers both."""

    start: int
    end: int
    place: str | None
    date: date | None


@dataclass(frozen=True)
class SegmentReading:
    """A part of the page with its own reference day."""

    start: int
    end: int
    reference_date: date | None


@dataclass(frozen=True)
class PageReading:
    """What a page says about itself."""

    title: Range | None = None
    reference_date: date | None = None
    dateline: DatelineReading | None = None
    credits: list[Range] = field(default_factory=list)
    paragraphs: list[Range] = field(default_factory=list)
    boilerplate: list[Range] = field(default_factory=list)
    segments: list[SegmentReading] = field(default_factory=list)


def read_page(text: str, *, published: date | None = None, title: str | None = None) -> PageReading:
    """Read the page; `published` and `title` are what the caller knows and win over the text."""
    day = published.date() if isinstance(published, datetime) else published
    return PageReading(
        reference_date=day,
        paragraphs=paragraph_ranges(text),
        segments=[SegmentReading(0, len(text), day)],
    )
