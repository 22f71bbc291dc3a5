"""Explicit calendar dates in plain text: "May 20, 2026", "6 November", "Wed 25 Nov", "30/3/2026".

Reading only: nothing is resolved. A date without a year stays without one, and a numeric date that
can be read in two orders is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from summitparse import english

__all__ = ["MONTHS", "WEEKDAYS", "CalendarDate", "calendar_dates", "day_of"]

MONTHS = english.values("month")
WEEKDAYS = english.values("weekday")
MONTH = r"(?P<{}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
DAY = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?\b"
YEAR = r"(?P<{}>[12]\d{{3}})\b"
WEEKDAY = (
    r"(?:\b(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?,? {1,2})?"
)
DATE = re.compile(
    WEEKDAY
    + r"(?:\b"
    + MONTH.format("month1")
    + r" {1,2}"
    + DAY.format("day1")
    + r"(?:(?:, ?| )"
    + YEAR.format("year1")
    + r")?"
    + r"|\b"
    + DAY.format("day2")
    + r" {1,2}"
    + MONTH.format("month2")
    + r"(?:,? {1,2}"
    + YEAR.format("year2")
    + r")?"
    + r"|\b"
    + YEAR.format("year3")
    + r"-(?P<month3>[01]\d)-(?P<day3>[0-3]\d)\b"
    + r"|\b(?P<first>[0-3]?\d)(?P<mark>[/.])(?P<second>[0-3]?\d)(?P=mark)"
    + YEAR.format("year4")
    + r")",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class CalendarDate:
    """A date as written; `start:end` are characters of the text, `weekday` counts from Monday = 0."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None

    def in_year(self, year: int) -> date | None:
        """The day in that year; None where it doesn't exist or falls on another weekday."""
        day = day_of(year, self.month, self.day)
        return day if day and self.weekday in (None, day.weekday()) else None


def day_of(year: int, month: int, day: int) -> date | None:
    """The calendar day, or None where there is none (February 30)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def calendar_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[CalendarDate]:
    """The explicit dates in a range of the text, in order.

    >>> [(d.year, d.month, d.day, d.weekday) for d in calendar_dates("Wed 25 Nov; May 20, 2026")]
    [(None, 11, 25, 2), (2026, 5, 20, None)]
    """
    for match in DATE.finditer(text, start, len(text) if end is None else end):
        found = _read(match)
        if found and day_of(found.year or 2000, found.month, found.day):
            yield found


def _read(match: re.Match[str]) -> CalendarDate | None:
    part = match.groupdict()
    numbers = _numeric(part) if part["mark"] else _written(part)
    if numbers is None:
        return None
    year, month, day = numbers
    weekday = WEEKDAYS[part["weekday"].lower()] if part["weekday"] else None
    return CalendarDate(match.start(), match.end(), year, month, day, weekday)


def _written(part: dict[str, str]) -> tuple[int | None, int, int]:
    form = "1" if part["month1"] else "2" if part["month2"] else "3"
    month, year = part["month" + form], part["year" + form]
    number = int(month) if month.isdigit() else MONTHS[month.lower()]
    return (int(year) if year else None), number, int(part["day" + form])


def _numeric(part: dict[str, str]) -> tuple[int, int, int] | None:
    """Day and month where only one order is possible, or where points say it is the European one."""
    first, second, year = int(part["first"]), int(part["second"]), int(part["year4"])
    if first == second or first > 12 or (part["mark"] == "." and second <= 12):
        return year, second, first
    return (year, first, second) if second > 12 else None
