"""TIMEX3 values as calendar: their days, their EDTF, and steps from one to another.

A value is a string as TIMEX3 (TimeML 1.2.1) writes it: `2024-05-16`, `2024-05`, `2024`, `202`
(a decade), `20` (a century), `2024-Q2`, `2024-H1`, `2024-W20`, `2024-W20-WE`, `2024-SU`, with a
clock `2024-05-16T14:30` or a part of day `2024-05-16TEV`. Quarters and halves are those of the
calendar year. All functions give None where a step leaves the years 1 to 9999.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

__all__ = [
    "Days",
    "at",
    "days_of",
    "easter",
    "edtf_of",
    "nth_weekday",
    "real_day",
    "shifted",
    "span_on",
    "stepped",
    "unit_of",
]

SHAPE = re.compile(
    r"(?P<y>\d{4})(?:-(?:(?P<m>\d\d)(?:-(?P<d>\d\d))?|Q(?P<q>[1-4])|H(?P<h>[12])"
    r"|W(?P<w>\d\d)(?P<we>-WE)?|(?P<s>SP|SU|FA|WI)))?(?P<t>T.*)?"
)
SEASON = {"SP": (3, 21), "SU": (6, 22), "FA": (9, 23), "WI": (12, 24)}
"""The first month of a season (meteorological, northern) and its EDTF number."""
MONTHS = {"M": 1, "Q": 3, "6M": 6, "12M": 12, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
DAYS = {"D": 1, "W": 7, "2W": 14, "WE": 7}

Days = tuple[date, date]


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months(year: int, month: int, count: int) -> Days | None:
    """The days of some months; the year may be carried over."""
    first = year * 12 + month - 1
    last = first + count - 1
    if not 12 <= first <= last < 120000:
        return None
    end_year, end_month = last // 12, last % 12 + 1
    return (
        date(first // 12, first % 12 + 1, 1),
        date(end_year, end_month, calendar.monthrange(end_year, end_month)[1]),
    )


def days_of(value: str | None) -> Days | None:
    """The first and last day that a value covers.

    >>> days_of("2024-Q1")
    (datetime.date(2024, 1, 1), datetime.date(2024, 3, 31))
    """
    if value is None:
        return None
    if re.fullmatch(r"\d{2,3}", value):
        size = 10 ** (4 - len(value))
        first = int(value) * size
        return _months(first, 1, 12 * size) if first else None
    match = SHAPE.fullmatch(value)
    if match is None:
        return None
    return _days(match)


def _days(match: re.Match[str]) -> Days | None:
    year = int(match["y"])
    if match["d"]:
        day = real_day(year, int(match["m"]), int(match["d"]))
        return (day, day) if day else None
    if match["m"]:
        return _months(year, int(match["m"]), 1) if 1 <= int(match["m"]) <= 12 else None
    if match["q"]:
        return _months(year, 3 * int(match["q"]) - 2, 3)
    if match["h"]:
        return _months(year, 6 * int(match["h"]) - 5, 6)
    if match["s"]:
        return _months(year, SEASON[match["s"]][0], 3)
    if match["w"]:
        return _week(year, int(match["w"]), weekend=bool(match["we"]))
    return _months(year, 1, 12)


def _week(year: int, week: int, *, weekend: bool) -> Days | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
        return (monday + timedelta(5 if weekend else 0)), monday + timedelta(6)
    except (ValueError, OverflowError):
        return None


def edtf_of(value: str | None) -> str | None:
    """The value in EDTF (ISO 8601-2:2019); None where EDTF has no form (parts of a day, lengths).

    Quarters are 33 to 36, halves 40 and 41, seasons 21 to 24; weeks become intervals of days.

    >>> edtf_of("2024-Q3"), edtf_of("198"), edtf_of("2024-SU"), edtf_of("2024-05-16T14:30")
    ('2024-35', '198X', '2024-22', '2024-05-16T14:30:00')
    """
    if value is None or (days := days_of(value)) is None:
        return None
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X")
    match = SHAPE.fullmatch(value)
    if match is None:
        return None
    if match["w"]:
        return f"{days[0]}/{days[1]}"
    year = match["y"]
    if match["q"]:
        return f"{year}-{32 + int(match['q'])}"
    if match["h"]:
        return f"{year}-{39 + int(match['h'])}"
    if match["s"]:
        return f"{year}-{SEASON[match['s']][1]}"
    return _edtf_clock(value, match["t"])


def _edtf_clock(value: str, clock: str | None) -> str | None:
    if not clock:
        return value
    if not re.match(r"T\d\d:\d\d", clock):
        return None
    return value if re.match(r"T\d\d:\d\d:\d\d", clock) else value[:16] + ":00" + value[16:]


def unit_of(value: str | None) -> str | None:
    """The unit that a value is one of: `D`, `W`, `WE`, `M`, `Q`, `6M` (half), `S`, `Y`, `DE`, `CE`."""
    if value is None:
        return None
    if re.fullmatch(r"\d{2,3}", value):
        return "DE" if len(value) == 3 else "CE"
    match = SHAPE.fullmatch(value)
    if match is None:
        return None
    for group, unit in (("d", "D"), ("m", "M"), ("q", "Q"), ("h", "6M"), ("s", "S"), ("we", "WE")):
        if match[group]:
            return unit
    return "W" if match["w"] else "Y"


def at(day: date, unit: str) -> str | None:
    """The value of the unit that a day lies in.

    >>> at(date(2024, 5, 16), "Q"), at(date(2024, 5, 16), "W"), at(date(2024, 5, 16), "DE")
    ('2024-Q2', '2024-W20', '202')
    """
    iso = day.isocalendar()
    forms = {
        "D": day.isoformat(),
        "W": f"{iso.year:04}-W{iso.week:02}",
        "WE": f"{iso.year:04}-W{iso.week:02}-WE",
        "M": day.isoformat()[:7],
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "6M": f"{day.year:04}-H{(day.month + 5) // 6}",
        "Y": f"{day.year:04}",
        "DE": f"{day.year // 10:03}",
        "CE": f"{day.year // 100:02}",
    }
    return forms.get(unit)


def stepped(day: date, unit: str, count: int) -> date | None:
    """The day some units on; a month without that day gives its last (31 January + 1 M)."""
    try:
        if unit in DAYS:
            return day + timedelta(DAYS[unit] * count)
        months = day.year * 12 + day.month - 1 + MONTHS[unit] * count
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    except (ValueError, OverflowError, KeyError, calendar.IllegalMonthError):
        return None


def shifted(value: str, unit: str, count: int) -> str | None:
    """A value some units on, as fine as it was: `2024-Q3`, -1 `Y` -> `2023-Q3`.

    >>> shifted("2024-02-29", "Y", 1), shifted("1989-Q1", "Q", -1), shifted("2024", "D", 1)
    ('2025-02-28', '1988-Q4', None)
    """
    own, days = unit_of(value), days_of(value)
    if own is None or days is None:
        return None
    season = value[-2:] if own == "S" else None
    if season:
        return f"{days[0].year + count:04}-{season}" if unit == "Y" else None
    if unit in DAYS and own not in DAYS:
        return None
    moved = stepped(days[0], unit, count)
    return at(moved, own) if moved else None


def span_on(day: str, tails: tuple[str, str]) -> tuple[str, str]:
    """The ends of a range of times on a day; one that ends earlier than it begins ends the next day.

    >>> span_on("2026-05-20", ("T20:00", "T05:00"))
    ('2026-05-20T20:00', '2026-05-21T05:00')
    """
    over = stepped(date.fromisoformat(day), "D", 1) if tails[1] < tails[0] else None
    return day + tails[0], (over.isoformat() if over else day) + tails[1]


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date | None:
    """The first, second, ... (-1: last) such weekday of a month; 1 is Monday.

    >>> nth_weekday(2026, 11, 4, 4), nth_weekday(2026, 5, 1, -1)
    (datetime.date(2026, 11, 26), datetime.date(2026, 5, 25))
    """
    whole = _months(year, month, 1)
    if whole is None:
        return None
    days = [whole[0] + timedelta(step) for step in range((whole[1] - whole[0]).days + 1)]
    fitting = [day for day in days if day.isoweekday() == weekday]
    return fitting[which - 1 if which > 0 else which]


def easter(year: int, offset: int = 0) -> date | None:
    """Western Easter Sunday, or a day beside it (Gregorian computus, Meeus/Jones/Butcher).

    >>> easter(2026), easter(2026, -2)
    (datetime.date(2026, 4, 5), datetime.date(2026, 4, 3))
    """
    if not 1 <= year <= 9999:
        return None
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1) + timedelta(offset)
