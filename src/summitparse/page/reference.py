"""The article's reference day: by a declared priority, made consistent by weekday and years.

1. what the caller passed;
2. the day of the dateline, whose year, if it isn't written, is the one that agrees with the weekday
   in the first paragraphs and with a year named in the text or on the page;
3. the page's own date: one labelled as publication before a bare one.
Dates of the file, of an update or of a crawl never count. Nothing is read from the clock.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from summitparse.page.dateline import Dateline
from summitparse.page.furniture import Line
from summitparse.text.calendar import MONTHS, WEEKDAYS, CalendarDate

__all__ = ["dateline_day", "event_years", "page_day"]

EVENT_YEAR = re.compile(
    r"\b(?!(?:"
    + "|".join(name.title() for name in MONTHS)
    + r")\b)[A-Z]\w{2,30} (?P<year>(?:19|20)\d\d)\b(?![,.]\d)"
)
WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
HEAD_LINES = 6
SHORT = 80
STALE = 300
"""Days after which a page no longer tells the year of its dateline."""
NEAR = 400
"""Characters after the dateline in which the story's weekday is looked for."""


def page_day(lines: list[Line]) -> date | None:
    """The day the page says it was published; else a full date in one of its first, short lines."""
    for kind in ("published", "date"):
        for line in lines:
            if line.kind == kind and (day := _full(line.date)):
                return day
    head = (line for line in lines[:HEAD_LINES] if line.end - line.start <= SHORT)
    return next((day for line in head if (day := _full(line.date))), None)


def _full(written: CalendarDate | None) -> date | None:
    return written.in_year(written.year) if written and written.year else None


def event_years(text: str) -> Counter[int]:
    """How often each year stands in the name of an event ("Summit 2025"): the story is of that year.

    A year anywhere else ("in 2024", "by 2032") says when something else was or will be.
    """
    return Counter(int(match["year"]) for match in EVENT_YEAR.finditer(text))


def dateline_day(text: str, line: Dateline, known: date | None) -> date | None:
    """The dateline's day; `known` is the caller's or the page's date."""
    written = line.day
    if written is None:
        return None
    if written.year:
        return written.in_year(written.year)
    weekday = written.weekday if written.weekday is not None else _weekday(text, line.end)
    return _with_year(written, weekday, known, event_years(text))


def _weekday(text: str, start: int) -> int | None:
    match = WEEKDAY.search(text, start, start + NEAR)
    return WEEKDAYS[match.group().lower()] if match else None


def _with_year(
    written: CalendarDate, weekday: int | None, known: date | None, named: Counter[int]
) -> date | None:
    """Of the years in question the one that agrees with the weekday; else the last before `known`."""
    years = set(named) | ({known.year, known.year - 1} if known else set())
    days = [day for year in sorted(years) if (day := written.in_year(year))]
    if known:
        days = [day for day in days if day <= known]
    fitting = [day for day in days if day.weekday() == weekday]
    if fitting:
        return max(fitting, key=lambda day: (named[day.year], day))
    return max(days) if days and known and (known - max(days)).days < STALE else None
