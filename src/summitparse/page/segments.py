"""Texts glued on one page: a part whose own full weekday contradicts the page's reference day."""

from __future__ import annotations

from datetime import date

from summitparse.text.calendar import CalendarDate, calendar_dates

__all__ = ["older_days"]

Range = tuple[int, int]
YEARS_BACK = 6
"""A weekday and a day of the month fall together again after 5, 6 or 11 years."""
NEAR_DAYS = 183


def older_days(text: str, paragraphs: list[Range], reference: date | None) -> dict[Range, date]:
    """The paragraphs that were written on an earlier day, with that day.

    "Thursday, May 16" on a page of 8 May 2025 can't be this year's (a Friday); it was one in 2024.
    """
    if reference is None:
        return {}
    found = {}
    for start, end in paragraphs:
        days = (_older(day, reference) for day in calendar_dates(text, start, end))
        older = next((day for day in days if day), None)
        if older:
            found[start, end] = older
    return found


def _older(written: CalendarDate, reference: date) -> date | None:
    """The last day of that weekday and date, if it isn't near the reference day."""
    if written.weekday is None or written.year is not None:
        return None
    years = range(reference.year + 1, reference.year - YEARS_BACK, -1)
    days = [day for year in years if (day := written.in_year(year))]
    if any(abs((day - reference).days) <= NEAR_DAYS for day in days):
        return None
    return next((day for day in days if day < reference), None)
