"""Derivations about time: years of anniversaries and datelines, spans of years and of visits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from summitparse import english
from summitparse.derivations.basis import Basis, Draft, year_of
from summitparse.derivations.lexicon import words
from summitparse.grounding import nearest
from summitparse.lexicon import either
from summitparse.models import DateMention, Figure

__all__ = [
    "anniversaries",
    "intervals",
    "previous_events",
    "stays",
    "years_by_weekday",
    "years_of_datelines",
]

YEAR = re.compile(r"\b\d{4}\b")
WEEKDAY = re.compile(rf"\b(?:{either(english.values('weekday'))})\b", re.IGNORECASE)
MONTH_AND_DAY = re.compile(r"[A-Za-z]{3,}\.?\s+\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,}")
UNBROKEN = re.compile(r"\b(?:consecutive|straight|successive|running|in a row)\b", re.IGNORECASE)
OF_DATE = re.compile(r"\bof (?:the )?$", re.IGNORECASE)
BEGUN = re.compile(rf"\b(?:{either(words('begun'))})\b", re.IGNORECASE)
SAME_DAY = re.compile(r"\b(?:earlier|later) (?:in the|that|the same) day\b", re.IGNORECASE)
"""Refers to the day that the text spoke of last."""
DAY_REACH = 600
STAY = re.compile(rf"\s*(?:\w+ ){{0,2}}?(?:{either(words('stays'))})\b")
FIRST_SINCE = re.compile(
    rf"\bfirst\b(?: \w+){{0,3}}? ?\b(?:{either(words('recurs'))})\b[^.;\n]{{0,60}}?\bsince\s+(?:the\s+)?$",
    re.IGNORECASE,
)
FIRST_REACH = 120
LONGEST_STAY = 14
"""Days of a visit or a summit; longer durations are something else."""


def anniversaries(basis: Basis) -> Iterator[Draft]:
    """The year of what an anniversary commemorates: the year it is marked in, less its number."""
    for figure in basis.figures:
        number = figure.value
        if figure.kind != "ordinal" or figure.unit != "anniversary" or number is None:
            continue
        marked, ids = _year_marked(basis, figure)
        if marked is None or not 0 < number < min(marked, 1000) or number != int(number):
            continue
        start, end = figure.span.start, _phrase_end(basis, figure)
        yield Draft(
            "anniversary_year",
            str(marked - int(number)),
            start,
            end,
            f"anniversary {int(number)} in {marked}: {marked} - {int(number)}",
            [figure.id, *ids],
            subject=str(start),
        )


def _year_marked(basis: Basis, figure: Figure) -> tuple[int | None, list[str]]:
    """The year of the nearest date in the sentence, else the article's; "of 1999" is no such date."""
    text = basis.view.text
    start, end = basis.range_at(figure.span.start)
    dates = [
        date
        for date in basis.index.within(start, end)
        if date.type in ("DATE", "TIME")
        and year_of(date) is not None
        and not OF_DATE.search(text[max(0, date.span.start - 8) : date.span.start])
    ]
    date = nearest(dates, figure.span.start, figure.span.end)
    if date is not None:
        return year_of(date), [date.id]
    reference = basis.view.reference_date(figure.span.start)
    return (reference.year if reference else None), []


def _phrase_end(basis: Basis, figure: Figure) -> int:
    """The end of "40th anniversary of ..." in the sentence."""
    _, end = basis.range_at(figure.span.start)
    match = re.compile(r"\W{0,3}anniversary(?: of [^,.;:]{1,160})?", re.IGNORECASE).match(
        basis.view.text, figure.span.end, max(figure.span.end, end)
    )
    return match.end() if match else figure.span.end


def years_of_datelines(basis: Basis) -> Iterator[Draft]:
    """The year of a dateline that gives none, where nothing else on the page states its day."""
    line = basis.article.dateline
    if line is None or line.date is None or YEAR.search(line.span.text):
        return
    stated = any(
        date.earliest == date.latest == line.date and YEAR.search(date.span.text)
        for date in basis.dates
    )
    if stated or basis.article.published is not None:
        return
    yield Draft(
        "dateline_year",
        str(line.date.year),
        line.span.start,
        line.span.end,
        f"the dateline gives no year; its day agrees with {line.date.isoformat()}",
        [date.id for date in basis.dates if date.role == "dateline"],
    )


def years_by_weekday(basis: Basis) -> Iterator[Draft]:
    """The year in which a month and day fall on the weekday given with them."""
    reference = basis.article.reference_date
    for date in basis.dates:
        text, year = date.span.text, year_of(date)
        if year is None or reference is None or year == reference.year or YEAR.search(text):
            continue
        if WEEKDAY.search(text) and MONTH_AND_DAY.search(text):
            yield Draft(
                "dateline_year",
                str(year),
                date.span.start,
                date.span.end,
                f"nearest year in which the day falls on that weekday: {date.value}",
                [date.id],
            )


def intervals(basis: Basis) -> Iterator[Draft]:
    """First and last year of an unbroken run that ends with a stated year."""
    for run in basis.dates:
        match = re.fullmatch(r"P(\d{1,3})Y", run.value or "")
        if run.type != "DURATION" or match is None:
            continue
        start, end = basis.range_at(run.span.start)
        if not UNBROKEN.search(basis.view.text, run.span.start, min(end, run.span.end + 12)):
            continue
        last = _last_year(basis, run, start, end)
        if last is not None and int(match[1]) > 1:
            yield _years(run, last, int(match[1]))


def _last_year(basis: Basis, run: DateMention, start: int, end: int) -> DateMention | None:
    """The year that the sentence states; no other date will do, since the run may not reach it."""
    years = [
        date
        for date in basis.index.within(start, end)
        if date.type == "DATE" and re.fullmatch(r"\d{4}", date.value or "")
    ]
    return nearest(years, run.span.start, run.span.end)


def _years(run: DateMention, last: DateMention, number: int) -> Draft:
    final = int(last.value or 0)
    return Draft(
        "interval",
        f"{final - number + 1}/{final}",
        run.span.start,
        run.span.end,
        f"{number} years up to and including {final}",
        [run.id, last.id],
        subject=str(run.span.start),
    )


def stays(basis: Basis) -> Iterator[Draft]:
    """First and last day of a visit or meeting of so many days, from the day it began."""
    for stay in basis.dates:
        match = re.fullmatch(r"P(\d{1,2})D", stay.value or "")
        number = int(match[1]) if match and stay.type == "DURATION" else 0
        start, end = basis.range_at(stay.span.start)
        text = basis.view.text
        if not 1 < number <= LONGEST_STAY or not STAY.match(text, stay.span.end, end):
            continue
        first = _first_day(basis, stay, start, end)
        if first is not None and first.earliest is not None:
            last = first.earliest + timedelta(days=number - 1)
            yield Draft(
                "interval",
                f"{first.earliest.isoformat()}/{last.isoformat()}",
                stay.span.start,
                end,
                f"{number} days from {first.earliest.isoformat()}, both counted",
                [stay.id, first.id],
                subject=str(stay.span.start),
            )


def _first_day(basis: Basis, stay: DateMention, start: int, end: int) -> DateMention | None:
    if not BEGUN.search(basis.view.text, start, end):
        return None
    days = _single_days(basis, start, end)
    if not days and SAME_DAY.search(basis.view.text, start, end):
        days = _single_days(basis, max(0, start - DAY_REACH), start)[-1:]
    return nearest(days, stay.span.start, stay.span.end)


def _single_days(basis: Basis, start: int, end: int) -> list[DateMention]:
    return [
        date
        for date in basis.index.within(start, end)
        if date.type in ("DATE", "TIME") and date.earliest and date.earliest == date.latest
    ]


def previous_events(basis: Basis) -> Iterator[Draft]:
    """When the event before was: "the first visit since October" puts the last one in October."""
    text = basis.view.text
    for date in basis.dates:
        head = text[max(0, date.span.start - FIRST_REACH) : date.span.start]
        found = FIRST_SINCE.search(head)
        if found is None or date.type != "DATE" or date.value is None:
            continue
        start = date.span.start - len(head) + found.start()
        yield Draft(
            "previous_event",
            date.value,
            start,
            date.span.end,
            f"the first since {date.value}: the one before was then",
            [date.id],
        )
