"""The rules of derivation, one by one, on findings made by hand."""

from datetime import date

import pytest
import spacy

from summitparse.derivations.basis import Basis, year_of
from summitparse.derivations.counts import count_checks
from summitparse.derivations.names import acronyms
from summitparse.derivations.years import (
    anniversaries,
    intervals,
    previous_events,
    stays,
    years_by_weekday,
    years_of_datelines,
)
from summitparse.docdata import make_doc
from summitparse.models import DateMention, Figure, Span
from summitparse.page import Article
from summitparse.view import TextView

NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")


def day(text, words, value, kind="DATE", first=None, last=None):
    start = text.index(words)
    span = Span.of(text, start, start + len(words))
    known = {"type": kind, "value": value, "earliest": first, "latest": last or first}
    return DateMention(id=f"d{start}", span=span, reason="", **known)


def number(text, words, value, kind="count", unit=None):
    start = text.index(words)
    span = Span.of(text, start, start + len(words))
    known = {"value": value, "low": value, "high": value, "kind": kind, "unit": unit}
    return Figure(id=f"f{start}", span=span, reason="", **known)


def basis_of(text, dates=(), figures=(), published="2026-03-04"):
    article = Article(text=text, published=published)
    view = TextView.of(NLP(make_doc(NLP, article)), article)
    return Basis.of(view, dates, figures, ())


def values(rule, basis):
    return [draft.value for draft in rule(basis)]


def test_the_year_of_a_date_is_one_year():
    text = "From May 2025 on"
    whole = day(text, "May 2025", "2025-05", first=date(2025, 5, 1), last=date(2025, 5, 31))
    across = day(text, "May 2025", None, first=date(2025, 5, 1), last=date(2026, 5, 31))
    assert (year_of(whole), year_of(across)) == (2025, None)


@pytest.mark.parametrize(("unit", "expected"), [("anniversary", ["1986"]), ("session", [])])
def test_an_anniversary_is_counted_back_from_the_year_it_is_marked_in(unit, expected):
    text = "They marked the 40th anniversary of the dam."
    assert (
        values(anniversaries, basis_of(text, (), [number(text, "40th", 40, "ordinal", unit)]))
        == expected
    )


def test_years_in_a_row_end_with_the_year_that_is_stated():
    run, last = "12 consecutive years", "2024"
    text = f"In {last} it led for {run}."
    found = [day(text, last, last), day(text, run, "P12Y", "DURATION")]
    assert values(intervals, basis_of(text, found)) == ["2013/2024"]
    assert values(intervals, basis_of(text, found[1:])) == []


def test_a_stay_begins_on_the_day_of_its_arrival():
    text = "She arrived on Monday for a three-day visit."
    first = day(text, "Monday", "2026-03-02", first=date(2026, 3, 2))
    stay = day(text, "three-day", "P3D", "DURATION")
    assert values(stays, basis_of(text, [first, stay])) == ["2026-03-02/2026-03-04"]
    sick = text.replace("visit", "fever")
    stay = day(sick, "three-day", "P3D", "DURATION")
    assert values(stays, basis_of(sick, [first, stay])) == []


def test_the_first_since_a_month_puts_the_last_one_there():
    text = "It was her first visit since October."
    assert values(previous_events, basis_of(text, [day(text, "October", "2025-10")])) == ["2025-10"]
    text = "It was her first novel since October."
    assert values(previous_events, basis_of(text, [day(text, "October", "2025-10")])) == []


def test_a_weekday_tells_the_year():
    text = "They met on Thursday, May 16."
    found = day(text, "Thursday, May 16", "2024-05-16", first=date(2024, 5, 16))
    assert values(years_by_weekday, basis_of(text, [found])) == ["2024"]
    found = day(text, "May 16", "2024-05-16", first=date(2024, 5, 16))
    assert values(years_by_weekday, basis_of(text, [found])) == []


def test_a_dateline_without_year_gets_that_of_the_page():
    text = "Published: 5 March 2026\n\nLIMA, March 4 - Ministers met."
    assert values(years_of_datelines, basis_of(text, published=None)) == ["2026"]
    assert values(years_of_datelines, basis_of(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They set three aims: peace, trade and water.", ["consistent"]),
        ("They set three aims: peace and trade.", ["inconsistent"]),
        ("They set three aims: peace, trade and others.", []),
        ("They set three aims, peace and trade.", []),
    ],
)
def test_stated_against_listed(text, expected):
    assert (
        values(count_checks, basis_of(text, (), [number(text, "three", 3, unit="aim")])) == expected
    )


def test_who_acts_behind_a_colon_lists_nothing():
    text = "So said three ministers: peace, trade and water."
    assert (
        values(count_checks, basis_of(text, (), [number(text, "three", 3, unit="minister")])) == []
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Andes Water Board (AWB) met", ["AWB = Andes Water Board"]),
        ("the Board of Water (BW) met", ["BW = Board of Water"]),
        ("the Board about Water (BW) met", []),
        ("the Andes Water Board (XYZ) met", []),
    ],
)
def test_initials_in_brackets(text, expected):
    assert values(acronyms, basis_of(text)) == expected
