"""The reading of one page: runs the steps in order and gathers what they found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from summitparse.page.dateline import Dateline, find_dateline
from summitparse.page.furniture import Line, page_lines
from summitparse.page.parts import is_captioned
from summitparse.page.reference import dateline_day, page_day
from summitparse.page.segments import older_days
from summitparse.page.telling import tells
from summitparse.text.calendar import calendar_dates
from summitparse.text.paragraphs import is_bullet, paragraph_ranges

__all__ = ["DatelineReading", "PageReading", "SegmentReading", "read_page"]

Range = tuple[int, int]
LONGEST_TITLE = 160
HEAD_PARAGRAPHS = 3
STAMP = re.compile(r"\s*((?:date|published|posted|updated)(?: on)?:? {1,3})(?=\S)", re.IGNORECASE)
BYLINE = re.compile(r"\(?(?:by|from) ", re.IGNORECASE)
TEXT_END = re.compile(r"[.!?:;,][\"'”’)]*\Z")
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s*\Z")
WORD = re.compile(r"[^\W\d_]\w+")
STEM = 5
"""Letters by which a word of the headline is known again in the story."""
LONGEST_LEAD = 20_000
"""Characters of the story in which they are looked for."""
SAME_AGAIN = 0.4
"""Share of a full sentence's words that must be told again for it to be only a headline."""


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
    """What a page says about itself; all ranges are characters of the text."""

    title: Range | None = None
    reference_date: date | None = None
    dateline: DatelineReading | None = None
    credits: list[Range] = field(default_factory=list)
    paragraphs: list[Range] = field(default_factory=list)
    boilerplate: list[Range] = field(default_factory=list)
    segments: list[SegmentReading] = field(default_factory=list)


def read_page(text: str, *, published: date | None = None, title: str | None = None) -> PageReading:
    """Read the page; `published` and `title` are what the caller knows and win over the text."""
    known = published.date() if isinstance(published, datetime) else published
    stamp, stamped = _stamp(text)
    paragraphs = paragraph_ranges(text)
    lines = page_lines(text, paragraphs)
    story = _story(paragraphs, lines)
    line = find_dateline(text, story)
    page = known or stamped or page_day(lines)
    day = dateline_day(text, line, page) if line else None
    reference = known or day or page
    return PageReading(
        title=_title(text, story, line, title),
        reference_date=reference,
        dateline=DatelineReading(line.start, line.end, line.place, day) if line else None,
        credits=[(each.start, each.end) for each in lines if each.kind == "credit"],
        paragraphs=paragraphs,
        boilerplate=stamp + [(each.start, each.end) for each in lines if each.kind != "text"],
        segments=_segments(text, story, stamp, reference),
    )


def _stamp(text: str) -> tuple[list[Range], date | None]:
    """A date stamp glued to the text's first line ("date 2025-05-08 Talks held ...")."""
    match = STAMP.match(text)
    if not match:
        return [], None
    day = next(calendar_dates(text, match.end(), match.end() + 40), None)
    if day is None or day.start != match.end() or day.year is None:
        return [], None
    if text[day.end :].lstrip(" ")[:1] in ("\n", "\r", ""):
        return [], None  # a line of its own, which the lines have
    return [(match.start(1), day.end)], day.in_year(day.year)


def _story(paragraphs: list[Range], lines: list[Line]) -> list[Range]:
    """The paragraphs with more in them than furniture, without the furniture at their edges."""
    at = iter([(line.start, line.end) for line in lines if line.kind == "text"])
    story: list[Range] = []
    line = next(at, None)
    for _, end in paragraphs:
        inside: list[Range] = []
        while line and line[0] < end:
            inside.append(line)
            line = next(at, None)
        if inside:
            story.append((inside[0][0], inside[-1][1]))
    return story


def _title(text: str, story: list[Range], line: Dateline | None, given: str | None) -> Range | None:
    """The headline: as the caller gave it, else a short first paragraph without a full stop."""
    if given:
        at = text.find(given)
        return (at, at + len(given)) if at >= 0 else None
    for number, (start, end) in enumerate(story[:HEAD_PARAGRAPHS], 1):
        words = text[start:end]
        if (line and line.start <= start) or TEXT_END.search(words) or len(words) > LONGEST_TITLE:
            return None
        if BYLINE.match(words) or any(calendar_dates(text, start, end)):
            continue
        if _is_told_again(text, words, story[number:]) and not is_captioned(text, end):
            return start, end
    return None


def _is_told_again(text: str, words: str, story: list[Range]) -> bool:
    """Whether a story follows that goes over a headline's names and words once more.

    Else the line is told nowhere but here, so that it is part of the story: a first bullet, a
    text of one line.
    """
    if is_bullet(words) or not any(SENTENCE_END.search(text, *each) for each in story):
        return False
    said = _stems(words)
    again = said & _stems(text[story[0][0] : story[0][0] + LONGEST_LEAD])
    return bool(again) and (not tells(words) or len(again) >= len(said) * SAME_AGAIN)


def _stems(words: str) -> set[str]:
    return {
        word.lower()[:STEM] for word in WORD.findall(words) if len(word) > 3 or word[0].isupper()
    }


def _segments(
    text: str, story: list[Range], stamp: list[Range], reference: date | None
) -> list[SegmentReading]:
    """One segment, or one for each run of paragraphs that has a day of its own."""
    older = older_days(text, story, reference)
    if not older:
        return [SegmentReading(0, len(text), reference)]
    parts: list[SegmentReading] = []
    for start, end in story:
        first = max([start, *(cut for _, cut in stamp if start < cut < end)])
        day = older.get((start, end), reference)
        if parts and parts[-1].reference_date == day:
            parts[-1] = SegmentReading(parts[-1].start, end, day)
        else:
            parts.append(SegmentReading(first, end, day))
    return parts
