"""The leaves: words, numerals, values."""

from datetime import date
from fractions import Fraction

import pytest

from summitparse.extractors.dates.grammar import _rules
from summitparse.extractors.dates.numerals import read_number, read_year
from summitparse.extractors.dates.values import days_of, easter, edtf_of, shifted, stepped, unit_of
from summitparse.extractors.dates.words import letter_of, read_words


def classes(text):
    words = read_words(text)
    return [words.raw(i) for i in range(len(words.letters))], words.letters


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("14/11/2025", "numeric"),
        ("2025-11-14", "iso"),
        ("18:40", "clock"),
        ("19h30", "clock"),
        ("p.m.", "ampm"),
        ("'80s", "decade"),
        ("1990s", "decade"),
        ("21st", "ordinal"),
        ("1,200", "decimal"),
        ("2024", "year"),
        ("31", "day"),
        ("32", "int"),
    ],
)
def test_shapes(text, shape):
    raw, letters = classes(text)
    assert raw == [text]
    assert letters == letter_of(shape)


def test_capitals_tell_the_month_from_the_verb():
    assert classes("May")[1] == letter_of("month")
    assert classes("may")[1] != letter_of("month")


def test_every_form_compiles():
    assert len(_rules()) > 100


@pytest.mark.parametrize(
    ("values", "number"),
    [
        (["20", "", "1"], 21),
        (["1", "x100"], 100),
        (["x100"], 100),
        (["2", "x100", "", "50"], 250),
        (["2", "x1000", "26"], 2026),
        (["5,000"], 5000),
        (["2", "1/2"], Fraction(5, 2)),
        (["word"], None),
        (["1/0"], None),
        (["9" * 40], None),
    ],
)
def test_numbers(values, number):
    assert read_number(values) == number


def test_years_in_words():
    assert read_year(["19", "90", "", "6"]) == 1996
    assert read_year(["3", "20"]) is None


@pytest.mark.parametrize(
    ("value", "first", "last", "edtf"),
    [
        ("2024-02", "2024-02-01", "2024-02-29", "2024-02"),
        ("2024", "2024-01-01", "2024-12-31", "2024"),
        ("2024-Q4", "2024-10-01", "2024-12-31", "2024-36"),
        ("2024-H2", "2024-07-01", "2024-12-31", "2024-41"),
        ("2024-WI", "2024-12-01", "2025-02-28", "2024-24"),
        ("2020-W53", "2020-12-28", "2021-01-03", "2020-12-28/2021-01-03"),
        ("2024-W20-WE", "2024-05-18", "2024-05-19", "2024-05-18/2024-05-19"),
        ("19", "1900-01-01", "1999-12-31", "19XX"),
        ("2024-05-16TEV", "2024-05-16", "2024-05-16", None),
    ],
)
def test_values(value, first, last, edtf):
    days = days_of(value)
    assert (str(days[0]), str(days[1])) == (first, last)
    assert edtf_of(value) == edtf


@pytest.mark.parametrize("value", ["2024-13", "2023-02-29", "2024-W54", "0000", "00", "x", "P1Y"])
def test_what_no_calendar_has(value):
    assert days_of(value) is None
    assert edtf_of(value) is None


def test_steps():
    assert shifted("2024-02-29", "Y", 1) == "2025-02-28"
    assert shifted("2024-Q1", "Q", -1) == "2023-Q4"
    assert stepped(date(2024, 1, 31), "M", 1) == date(2024, 2, 29)
    assert stepped(date(9999, 12, 31), "D", 1) is None
    assert unit_of("PRESENT_REF") is None


@pytest.mark.parametrize(("year", "day"), [(2024, "03-31"), (2025, "04-20"), (2038, "04-25")])
def test_easter(year, day):
    assert easter(year) == date.fromisoformat(f"{year}-{day}")
