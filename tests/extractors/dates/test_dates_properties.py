"""Rules that always hold, over generated expressions, days of writing and arbitrary text."""

from datetime import date, timedelta

import spacy
from hypothesis import example, given
from hypothesis import strategies as st

from summitparse.extractors.dates import resolve_dates
from summitparse.extractors.dates.values import at, days_of, shifted, stepped
from summitparse.extractors.dates.words import lexicon
from summitparse.page import Article

BLANK = spacy.blank("en")
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))
EDGES = st.sampled_from(
    [date(y, m, d) for y in (2024, 2025, 2100) for m, d in ((2, 28), (12, 31), (1, 1), (3, 30))]
    + [date(2024, 2, 29), date(2026, 3, 29), date(2026, 10, 25)]  # leap day, clock changes
)
ANCHORS = st.one_of(DAYS, EDGES)
MONTHS = "January February March April May June July August September October November December"
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
RELATIVE = ["today", "yesterday", "tomorrow", "last week", "next week", "this week", "10 days ago"]
RELATIVE += ["the day before yesterday", "two weeks from today", "three weeks ago", "last night"]
RELATIVE += ["Monday of next week", "Friday, two weeks from now", "the weekend", "this morning"]
RELATIVE += [f"{way} {day}" for day in WEEKDAYS for way in ("on", "last", "next", "this")]
RELATIVE += [f"{day} {hour}" for day in WEEKDAYS for hour in ("evening", "at 9:30 a.m.", "at 4")]


def resolved(text, day):
    return resolve_dates(BLANK(text), article=Article(text=text, published=day.isoformat()))


@given(st.sampled_from(RELATIVE), ANCHORS)
def test_a_week_later_every_relative_day_is_a_week_later(words, day):
    text = f"They met {words}."
    [before], [after] = resolved(text, day), resolved(text, day + timedelta(7))
    assert after.earliest - before.earliest == timedelta(7)


@given(ANCHORS, ANCHORS)
def test_an_absolute_date_does_not_move(meant, day):
    month = MONTHS.split()[meant.month - 1]
    texts = (
        f"Signed on {month} {meant.day}, {meant.year}.",
        f"Signed on {meant.day} {month} {meant.year}.",
        f"Signed on {WEEKDAYS[meant.weekday()]}, {month} {meant.day}, {meant.year}.",
        f"Signed on {meant.isoformat()}.",
    )
    for text in texts:
        [item] = resolved(text, day)
        assert item.value == meant.isoformat(), text
        assert item.anchor is None


@given(st.sampled_from(WEEKDAYS), ANCHORS, st.sampled_from(["met on", "will meet on"]))
def test_weekdays_land_on_their_weekday(name, day, verb):
    [item] = resolved(f"They {verb} {name}.", day)
    found = item.earliest
    assert WEEKDAYS[found.weekday()] == name
    ahead = timedelta(0) <= found - day < timedelta(7)
    assert ahead if "will" in verb else timedelta(0) <= day - found < timedelta(7)


@given(
    st.sampled_from(WEEKDAYS),
    ANCHORS,
    st.sampled_from(
        ["last {}", "next {}", "{} evening", "{} at 9:30 a.m.", "dawn on {}", "{} after 5 p.m."]
    ),
)
def test_a_weekday_with_more_beside_it_lands_there_too(name, day, form):
    [item] = resolved(f"They met {form.format(name)}.", day)
    assert item.span.text == form.format(name)
    assert item.earliest == item.latest
    assert WEEKDAYS[item.earliest.weekday()] == name
    assert -15 < (item.earliest - day).days < 15


@given(ANCHORS, st.integers(1, 40))
def test_counted_units(day, count):
    expected = {
        f"{count} years ago": at(stepped(day, "Y", -count), "Y"),
        f"{count} months ago": at(stepped(day, "M", -count), "M"),
        f"{count} days ago": (day - timedelta(count)).isoformat(),
        f"{count} weeks ago": (day - timedelta(7 * count)).isoformat(),
    }
    for words, value in expected.items():
        item = resolved(f"It fell {words}.", day)[0]
        if count > 1:
            assert (item.span.text, item.value) == (words, value)


@given(ANCHORS)
def test_months_and_quarters_of_other_years(day):
    for words, value in (
        ("last year", f"{day.year - 1}"),
        ("this month", f"{day:%Y-%m}"),
        ("last month", at(stepped(day, "M", -1), "M")),
        ("October last year", f"{day.year - 1}-10"),
        ("the first quarter of next year", f"{day.year + 1}-Q1"),
    ):
        [item] = resolved(f"It fell in {words}.", day)
        assert item.value == value


@given(
    st.sampled_from(["2024-05-16", "2024-05", "2024", "2024-Q1", "2024-W09", "2024-SU", "202"]),
    st.integers(-30, 30),
)
def test_shifting_by_years_keeps_the_grain(value, years):
    moved = shifted(value, "Y", years)
    first, last = days_of(moved)
    assert first <= last
    assert len(moved) == len(value)


@given(ANCHORS, st.sampled_from(["D", "W", "WE", "M", "Q", "6M", "Y", "DE", "CE"]))
def test_the_unit_of_a_day_holds_the_day(day, unit):
    first, last = days_of(at(day, unit))
    assert first <= last
    assert first <= day <= last or unit == "WE"


WORDS = st.sampled_from(
    [
        *lexicon(),
        "2024",
        "31",
        "99",
        "1.2.2024",
        "0",
        "9999",
        "1980s",
        "25:99",
        "30th",
        ",",
        ".",
        "-",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join)), ANCHORS)
def test_no_text_breaks_the_rules(text, day):
    article = Article(text=text, published=day.isoformat())
    items = resolve_dates(BLANK(text), article=article)
    assert [item.id for item in items] == [f"d{n}" for n in range(1, len(items) + 1)]
    at_last = 0
    for item in items:
        assert text[item.span.start : item.span.end] == item.span.text
        assert at_last <= item.span.start < item.span.end
        at_last = item.span.end
        assert (item.earliest is None) == (item.latest is None)
        assert item.earliest is None or item.earliest <= item.latest
        assert item.reason


@example("january to monday")
@example("the week beginning 31 december")
@example("from 8 p.m. to 5 a.m.")
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_the_ends_of_the_calendar(text):
    for day in (date(1, 1, 1), date(9999, 12, 31)):
        resolved(text, day)
