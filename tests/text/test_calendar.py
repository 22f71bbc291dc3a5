from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.text.calendar import calendar_dates

FORMS = (
    "%B %d, %Y",
    "%d %B %Y",
    "%b. %d, %Y",
    "%Y-%m-%d",
    "%A, %B %d %Y",
    "%a %d %b %Y",
    "%d.%m.%Y",
)


def read(text):
    return [(d.year, d.month, d.day) for d in calendar_dates(text)]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
def test_every_day_is_read_in_every_form(day, form):
    assert read(f"on {day:{form}}, they met") == [(day.year, day.month, day.day)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("30/3/2026", [(2026, 3, 30)]),
        ("3/30/2026", [(2026, 3, 30)]),
        ("3/4/2026", []),
        ("May 16,2024", [(2024, 5, 16)]),
        ("April 25th 2026", [(2026, 4, 25)]),
        ("February 30", []),
        ("they may 5", [(None, 5, 5)]),
        ("mayor 5", []),
        ("12 dec", [(None, 12, 12)]),
    ],
)
def test_forms(text, wanted):
    assert read(text) == wanted
