"""Derivations from findings made by hand; the texts are invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from summitparse.derivations import derive
from summitparse.docdata import make_doc
from summitparse.extractors.dates import resolve_dates
from summitparse.extractors.figures import find_figures
from summitparse.page import Article


@pytest.fixture
def read(nlp):
    """Rule and value of every derivation of a text."""

    def derivations(text, published="2026-03-04"):
        article = Article(text=text, published=published)
        doc = nlp(make_doc(nlp, article))
        dates = resolve_dates(doc, article=article)
        figures = find_figures(doc, dates=dates, article=article)
        found = derive(doc, dates=dates, figures=figures, article=article)
        known = {item.id for item in (*dates, *figures)}
        assert all(set(claim.from_ids) <= known for claim in found)
        return [(claim.rule, claim.value) for claim in found]

    return derivations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This year marks the 40th anniversary of the port.", [("anniversary_year", "1986")]),
        ("In 2019 they marked the 50th anniversary of the dam.", [("anniversary_year", "1969")]),
        ("The 40th anniversary of the dam was quiet.", [("anniversary_year", "1986")]),
        (
            "In 2024 it was the top buyer for 12 consecutive years.",
            [("interval", "2013/2024")],
        ),
        ("It has been the top buyer for 12 consecutive years.", []),
        (
            "She arrived on Monday for a three-day visit.",
            [("interval", "2026-03-02/2026-03-04")],
        ),
        ("It was her first visit to Chile since May 2021.", [("previous_event", "2021-05")]),
        ("It was the coldest day since May 2021.", []),
        (
            "She named four aims: trust, law, water and work.",
            [("count_check", "consistent")],
        ),
        (
            "She named five aims: trust, law, water and work.",
            [("count_check", "inconsistent")],
        ),
        (
            "It is the third of her plans, following the Dam Plan and the Dyke Plan.",
            [("count_check", "consistent")],
        ),
        ("The two sides said: trust, law and water.", []),
        (
            "The West Nile Water Commission (WNWC) met.",
            [("acronym", "WNWC = West Nile Water Commission")],
        ),
        ("The commission (Oslo) met in the rain (again).", []),
    ],
)
def test_rules(read, text, expected):
    assert read(text) == expected


def test_dateline_without_a_year(read):
    assert ("dateline_year", "2025") in read(
        "OSLO, September 2 \u2014 Ministers met on Tuesday at Summit 2025.", published=None
    )


def test_dateline_whose_day_is_known_derives_nothing(read):
    text = "OSLO, September 2 \u2014 Ministers met on Tuesday."
    assert read(text, published="2025-09-02") == []


def test_the_same_is_told_once(read):
    text = (
        "It was her first visit to Chile since May 2021. Her first visit since May 2021 was short."
    )
    assert read(text) == [("previous_event", "2021-05")]


@given(st.text(max_size=150))
def test_any_text(text):
    if any(0xD800 <= ord(char) <= 0xDFFF for char in text):
        return
    nlp = English()
    article = Article(text=text, published=date(2026, 3, 4))
    doc = make_doc(nlp, article)
    dates = resolve_dates(doc, article=article)
    claims = derive(doc, dates=dates, article=article)
    assert [claim.id for claim in claims] == [f"x{n + 1}" for n in range(len(claims))]
    for claim in claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text


@pytest.mark.parametrize(
    "piece", ["first since ", "(AB) ", "A (A", "five: a, ", "9th anniversary "]
)
def test_long_runs(piece):
    doc = English().make_doc(piece * 2000)
    derive(doc, article=Article(text=doc.text))
