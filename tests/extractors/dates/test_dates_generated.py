"""Expressions with a known value, on each of many days of writing: leap days, year ends, clock changes."""

from datetime import date, timedelta

import pytest
import spacy

from summitparse.extractors.dates import resolve_dates
from summitparse.extractors.dates.values import at, nth_weekday, stepped
from summitparse.page import Article

BLANK = spacy.blank("en")
MONTHS = "January February March April May June July August September October November December"
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
EDGES = [
    *(date(2024, 2, day) for day in (27, 28, 29)),
    *(date(2100, 2, 28), date(2100, 3, 1), date(2000, 2, 29)),
    *(date(year, 12, day) for year in (2020, 2024, 2026) for day in (27, 30, 31)),
    *(date(year, 1, day) for year in (2021, 2024, 2027) for day in (1, 2, 4)),
    *(date(2026, 3, 28) + timedelta(step) for step in range(3)),  # clocks go forward
    *(date(2026, 10, 24) + timedelta(step) for step in range(3)),  # and back
]
DAYS = EDGES + [date(2025, 1, 15) + timedelta(17 * step) for step in range(44)]


def moved(day, unit, count):
    return at(stepped(day, unit, count), "D" if unit == "W" else unit)


def monday_of(day, weeks=0):
    return day - timedelta(day.weekday()) + timedelta(7 * weeks)


def last(day, weekday):
    return day - timedelta((day.isoweekday() - weekday) % 7)


RELATIVE = {
    "today": lambda day: day.isoformat(),
    "yesterday": lambda day: moved(day, "D", -1),
    "tomorrow": lambda day: moved(day, "D", 1),
    "the day before yesterday": lambda day: moved(day, "D", -2),
    "the day after tomorrow": lambda day: moved(day, "D", 2),
    "two weeks from today": lambda day: moved(day, "W", 2),
    "10 days ago": lambda day: moved(day, "D", -10),
    "three weeks ago": lambda day: moved(day, "W", -3),
    "two months ago": lambda day: moved(day, "M", -2),
    "two years ago": lambda day: moved(day, "Y", -2),
    "a decade ago": lambda day: moved(day, "Y", -10),
    "last week": lambda day: at(day - timedelta(7), "W"),
    "this week": lambda day: at(day, "W"),
    "next week": lambda day: at(day + timedelta(7), "W"),
    "last month": lambda day: moved(day, "M", -1),
    "next month": lambda day: moved(day, "M", 1),
    "last year": lambda day: f"{day.year - 1}",
    "next year": lambda day: f"{day.year + 1}",
    "last night": lambda day: moved(day, "D", -1) + "TNI",
    "this morning": lambda day: day.isoformat() + "TMO",
    "Monday of next week": lambda day: monday_of(day, 1).isoformat(),
    "the last day of next month": lambda day: (
        stepped(day.replace(day=1), "M", 2) - timedelta(1)
    ).isoformat(),
    "the first Monday of next month": lambda day: nth_weekday(
        stepped(day.replace(day=1), "M", 1).year, stepped(day.replace(day=1), "M", 1).month, 1, 1
    ).isoformat(),
    "October last year": lambda day: f"{day.year - 1}-10",
    "the second half of next year": lambda day: f"{day.year + 1}-H2",
    "the fourth quarter of last year": lambda day: f"{day.year - 1}-Q4",
    "last summer": lambda day: f"{day.year - 1}-SU",
    "Tuesday": lambda day: last(day, 2).isoformat(),
    "Friday evening": lambda day: last(day, 5).isoformat() + "TEV",
    "Sunday at 9:30 a.m.": lambda day: last(day, 7).isoformat() + "T09:30",
    "8 p.m. local time on Saturday": lambda day: last(day, 6).isoformat() + "T20:00",
}


@pytest.mark.parametrize("words", RELATIVE)
def test_what_counts_from_the_day_of_writing(words):
    for day in DAYS:
        text = f"They met {words}."
        [item] = resolve_dates(BLANK(text), article=Article(text=text, published=day.isoformat()))
        assert (item.span.text, item.value) == (words, RELATIVE[words](day)), day
        assert item.earliest <= item.latest


ABSOLUTE = (
    "{month} {day.day}, {day.year}",
    "{day.day} {month} {day.year}",
    "the {day.day}th of {month} {day.year}",
    "{weekday}, {month} {day.day}, {day.year}",
    "{weekday}, {day.day} {month} {day.year}",
    "{weekday:.3}, {month:.3} {day.day} {day.year}",
    "{day:%d.%m.%Y}",
    "{day:%Y-%m-%d}",
    "{day:%Y/%m/%d}",
    "{month} {day.day} in {day.year}",
)


@pytest.mark.parametrize("form", ABSOLUTE)
def test_what_names_its_day_is_that_day_whenever_it_was_written(form):
    months = MONTHS.split()
    for index, day in enumerate(DAYS):
        words = form.format(month=months[day.month - 1], weekday=WEEKDAYS[day.weekday()], day=day)
        text = f"Signed on {words} in Quito."
        for written in (DAYS[-index - 1], day):
            article = Article(text=text, published=written.isoformat())
            [item] = resolve_dates(BLANK(text), article=article)
            assert item.value == day.isoformat(), (words, written)
            assert item.earliest == item.latest == day
            assert item.anchor is None


def test_these_are_thousands_of_pairs():
    assert len(DAYS) * (len(RELATIVE) + 2 * len(ABSOLUTE)) > 3000


WEEKS = {"last week": -1, "this week": 0, "next week": 1}
ORDERS = (
    "{day} {week}",
    "on {day} of {week}",
    "on {day} {week}",
    "{week} on {day}",
    "{week}, on {day}",
)
ZONES = ("GMT", "ET", "UTC+3", "local time", "Moscow time", "Eastern time", "local time (0400 GMT)")
CLOCKS = {"10 a.m.": "T10:00", "22:15": "T22:15", "0600": "T06:00", "noon": "T12:00"}


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("week", WEEKS)
@pytest.mark.parametrize("number", range(7))
def test_a_weekday_is_in_the_week_beside_it(number, week, order):
    published = date(2026, 5, 20)
    text = f"The talks go on {order.format(day=WEEKDAYS[number], week=week)}."
    expected = monday_of(published, WEEKS[week]) + timedelta(number)
    article = Article(text=text, published=published)
    found = resolve_dates(BLANK(text), article=article)
    assert expected.isoformat() in [each.value for each in found]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("day", ["on Tuesday", "Tuesday", "on May 19"])
def test_a_zone_may_stand_between_a_clock_and_its_day(day, clock, zone):
    text = f"They met at {clock} {zone} {day}."
    article = Article(text=text, published="2026-05-20")
    found = resolve_dates(BLANK(text), article=article)
    assert [each.value for each in found] == ["2026-05-19" + CLOCKS[clock]]


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize(
    ("length", "count"), [("three months", 3), ("12 months", 12), ("year", 12)]
)
@pytest.mark.parametrize("joint", ["to", "through", "ended", "ended in"])
def test_a_period_is_told_by_its_end(joint, length, count, month):
    text = f"In the {length} {joint} {MONTHS.split()[month - 1]} 2025, prices rose."
    article = Article(text=text, published="2026-05-20")
    [found] = resolve_dates(BLANK(text), article=article)
    begin = stepped(date(2025, month, 1), "M", 1 - count)
    assert found.edtf == f"{begin.isoformat()[:7]}/2025-{month:02}"


@pytest.mark.parametrize("tens", range(20, 100, 10))
@pytest.mark.parametrize("owner", ["his", "her", "their"])
@pytest.mark.parametrize("part", ["", "early ", "mid-", "late ", "mid-to-late "])
def test_the_tens_of_an_age_are_no_decade(part, owner, tens):
    text = f"A guide in {owner} {part}{tens}s led the way."
    assert resolve_dates(BLANK(text), article=Article(text=text, published="2026-05-20")) == []


@pytest.mark.parametrize("unit", ["hour", "day", "week", "month", "year"])
@pytest.mark.parametrize("amount", ["a $4-million-{a}-{u} trade", "paid £60 ($81) {a} {u}"])
def test_a_rate_is_no_time(amount, unit):
    text = f"It is {amount.format(a='an' if unit == 'hour' else 'a', u=unit)}."
    assert resolve_dates(BLANK(text), article=Article(text=text, published="2026-05-20")) == []
