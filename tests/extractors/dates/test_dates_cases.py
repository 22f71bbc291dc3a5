"""The resolver over invented sentences on a blank Doc: what is found, and what it means."""

from pathlib import Path

import pytest
import spacy

from summitparse.extractors.dates import resolve_dates
from summitparse.lexicon import read_table
from summitparse.page import Article

DATA = Path(__file__).parent / "data"
BLANK = spacy.blank("en")
CASES = list(read_table(DATA / "cases.tsv", ("text", "published", "mark", "expected", "mod")))
TRAPS = list(read_table(DATA / "traps.tsv", ("text", "mark")))


def resolved(text, published=None):
    return resolve_dates(BLANK(text), article=Article(text=text, published=published))


@pytest.mark.parametrize(("text", "published", "mark", "expected", "mod"), CASES)
def test_expression_is_found_and_resolved(text, published, mark, expected, mod):
    found = {item.span.text: item for item in resolved(text, published)}
    assert mark in found, f"not found; there are {sorted(found)}"
    item = found[mark]
    assert f"{item.type} {item.value or item.edtf}" == expected, item.reason
    assert (item.mod or "-") == mod


@pytest.mark.parametrize(("text", "mark"), TRAPS)
def test_what_is_no_date_is_left_alone(text, mark):
    start = text.index(mark)
    end = start + len(mark)
    hits = [d for d in resolved(text, "2026-05-20") if d.span.start < end and start < d.span.end]
    assert hits == []


def test_without_a_day_of_writing_relative_dates_stay_open():
    items = resolved("They met on Tuesday and last year, on May 3, two days ago, in June.")
    assert [item.value for item in items] == [None] * 5
    assert all("isn't known" in item.reason for item in items)


def test_a_range_in_one_piece_has_bounds_and_no_value():
    [item] = resolved("The visit runs June 3-5, 2026.")
    assert item.value is None
    assert (str(item.earliest), str(item.latest)) == ("2026-06-03", "2026-06-05")


def test_two_full_dates_are_two_mentions():
    items = resolved("The fair runs from Monday to Wednesday.", "2026-05-20")
    assert [item.span.text for item in items] == ["Monday", "Wednesday"]


def test_weekday_decides_the_year_and_the_other_reading_is_kept():
    text = "They met on Thursday, May 16."
    known = {"reference_date": "2025-05-08", "segments": []}
    article = Article.model_validate(Article(text=text).model_dump() | known)
    [item] = resolve_dates(BLANK(text), article=article)
    assert (item.value, item.alternatives) == ("2024-05-16", ("2025-05-16",))
    assert "weekday" in item.reason


def test_a_weekday_that_disagrees_with_a_full_date_is_said():
    [item] = resolved("They met on Friday, May 16, 2024.", "2025-05-08")
    assert item.value == "2024-05-16"
    assert "disagrees" in item.reason
    assert item.alternatives


def test_order_of_day_and_month_stays_open():
    [item] = resolved("Issued 3/4/2026 in Quito.")
    assert {item.value, *item.alternatives} == {"2026-03-04", "2026-04-03"}


def test_next_and_a_day_of_this_week_may_be_that_of_the_week_after():
    [item] = resolved("They will meet next Friday.", "2026-05-20")
    assert (item.value, item.alternatives) == ("2026-05-22", ("2026-05-29",))


def test_two_segments_count_from_their_own_days():
    first, second = "They met on Monday.", "They met on Monday."
    text = first + "\n\n" + second
    data = Article(text=text, published="2026-05-20").model_dump()
    data["segments"] = [
        {"start": 0, "end": len(first) + 2, "reference_date": "2025-05-08"},
        {"start": len(first) + 2, "end": len(text), "reference_date": "2026-05-20"},
    ]
    items = resolve_dates(BLANK(text), article=Article.model_validate(data))
    assert [item.value for item in items] == ["2025-05-05", "2026-05-18"]
    assert {item.anchor.kind for item in items} == {"segment"}


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "\u00a0", "1", "May"])
def test_tiny_texts(text):
    resolved(text, "2026-05-20")


@pytest.mark.parametrize(
    ("text", "mark", "first", "last"),
    [
        ("He came late on Wednesday for a two-day visit.", "two-day", None, None),
        ("He arrived on Monday for a two-day visit.", "two-day", "2026-05-18", "2026-05-19"),
        ("They ended a three-day summit on Friday.", "three-day", "2026-05-13", "2026-05-15"),
        (
            "The summit opened on 3 May. Two weeks after the summit, talks resumed.",
            "Two weeks",
            "2026-05-17",
            "2026-05-17",
        ),
        ("It failed three days after 12 January.", "three days", "2026-01-15", "2026-01-15"),
    ],
)
def test_lengths_with_a_place(text, mark, first, last):
    [item] = [each for each in resolved(text, "2026-05-20") if each.span.text == mark]
    assert item.type == "DURATION"
    assert (item.earliest and str(item.earliest), item.latest and str(item.latest)) == (first, last)
