"""Pages as they are pasted: headers, datelines, furniture, wrapped lines, texts glued together."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse import Article


def read(text, **known):
    return Article(text=text, **known)


def texts(spans):
    return [span.text for span in spans]


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("MUSCAT, May 4— ", "MUSCAT"),
        ("MUSCAT, May 4 (Gulf Wire) - ", "MUSCAT"),
        ("Muscat, 4 May -- ", "Muscat"),
        ("MUSCAT, Oman, May 4 – ", "MUSCAT, Oman"),
        ("Ha Long, May 4 — ", "Ha Long"),
    ],
)
def test_datelines_of_many_agencies(head, place):
    text = f"Talks open\n\n{head}Two ministers met on Monday."
    article = read(text, published="2026-05-05")
    assert (article.dateline.place, article.dateline.date) == (place, date(2026, 5, 4))
    assert article.dateline.span.text == head.strip()


@pytest.mark.parametrize(
    "text",
    [
        "Two ministers met - again.",
        "WARNING: roads are closed.",
        "In May 4 of them left — early.",
        "A: b",
        "- -",
    ],
)
def test_sentences_with_dashes_are_no_datelines(text):
    line = read(text).dateline
    assert line is None or line.date is None


def test_published_wins_over_dateline_and_page():
    text = "Posted on 2 June 2026\n\nLIMA, June 1 - Talks began."
    assert read(text, published="2026-06-03").reference_date == date(2026, 6, 3)


def test_the_dateline_wins_over_the_page_date():
    text = "Posted on 2 June 2026\n\nLIMA, June 1 - Talks began on Monday."
    assert read(text).reference_date == date(2026, 6, 1)


def test_weekday_and_event_year_tell_the_year_of_a_dateline():
    """March 4 is a Wednesday in 2026; the page was printed two years later."""
    text = (
        "Saturday, April 1st 2028\n\nLIMA, March 4 — The Fisheries Forum 2026 opened on Wednesday."
    )
    article = read(text)
    assert article.reference_date == date(2026, 3, 4)


def test_a_year_said_of_something_else_does_not_date_the_story():
    article = read("LIMA, March 4 — Exports are to double by 2030, ministers said on Wednesday.")
    assert article.reference_date is None


def test_update_and_crawl_dates_never_count():
    text = "Last updated: 3 March 2027\nDocument Date: Tue, Mar 2 2027 07:15:02 am\n\nTalks began."
    assert read(text).reference_date is None


def test_an_older_text_glued_on_the_page_has_its_own_day():
    """Thursday, May 16 can't be 2025: that is a Friday."""
    text = (
        "date 2025-05-08 Ministers met in Quito on Thursday, May 16. They agreed.\n"
        "They met again on Thursday."
    )
    article = read(text)
    assert article.reference_date == date(2025, 5, 8)
    assert [part.reference_date for part in article.segments] == [
        date(2024, 5, 16),
        date(2025, 5, 8),
    ]
    assert texts(article.boilerplate) == ["date 2025-05-08"]


def test_a_consistent_weekday_makes_no_segment():
    article = read("Ministers met on Thursday, May 8.", published="2025-05-09")
    assert len(article.segments) == 1


def test_furniture_credits_and_title():
    text = (
        "Harbour Post\nFriday, 4 July 2025\n\nPorts sign pact\n\nharbourpost.example|Sources: Reuters\n\n"
        "Two ports signed a pact.\n\nShow on website : [Click Here](#)\nLeave a Reply"
    )
    article = read(text)
    assert article.title.text == "Ports sign pact"
    assert texts(article.credits) == ["harbourpost.example|Sources: Reuters"]
    assert texts(article.boilerplate) == [
        "Harbour Post",
        "Friday, 4 July 2025",
        "harbourpost.example|Sources: Reuters",
        "Show on website : [Click Here](#)",
        "Leave a Reply",
    ]


def test_the_callers_title_is_found_in_the_text():
    article = read("Ports sign pact\nTwo ports signed.", title="Ports sign pact")
    assert (article.given_title, article.title.start) == ("Ports sign pact", 0)


def test_wrapped_lines_are_one_paragraph(examples):
    article = read(examples["wrapped_bulletin"])
    assert len(article.paragraphs) == 4
    assert article.reference_date == date(2026, 11, 3)


def test_a_list_cut_by_blank_lines_goes_on():
    article = read("They named trade, rule of law,\n\n\n\nculture and sport.\n\nThen they left.")
    assert len(article.paragraphs) == 2


@given(st.text(alphabet="AB ab.,:—-|\n\r\t0123456789/May Monday", max_size=300))
def test_reading_keeps_spans_inside_and_in_order(text):
    article = read(text)
    for spans in (article.paragraphs, article.boilerplate, article.credits):
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "unit", ["A", "A ", "A, ", "1", "- ", "\n", "A\n", "May ", "( ", "May 4, "]
)
def test_reading_is_linear(unit):
    read((unit * 200_000)[:200_000])
