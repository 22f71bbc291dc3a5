"""The rules that always hold, over arbitrary text and over articles whose truth is known."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse import Article, Parser, load
from summitparse.testing import check_report, story_articles

NEWSY = st.lists(
    st.sampled_from(
        "Xi Putin said the “ ” \" ' , . ; : — - ( ) $ € % 5 20 2024 1,000 million billion percent May Monday "
        "yesterday in on to and signed agreed that treaty China Chinese Paris, Texas U.S. \n \n\n he they "
        "Minister President talks with trade, energy visit between from up over more than º ½ ٣ 北京".split(
            " "
        )
    ),
    max_size=60,
).map(" ".join)


@given(text=st.one_of(st.text(max_size=300), st.text(string.printable, max_size=300), NEWSY))
def test_any_text_gives_a_report_that_keeps_the_rules(parser, text):
    text = text.encode("utf-8", "ignore").decode("utf-8")
    check_report(parser.parse(Article(text=text, published="2024-05-16")), text)


@given(text=NEWSY)
def test_without_a_reference_date_nothing_relative_is_resolved(parser, text):
    report = parser.parse(text)
    check_report(report, text)
    if report.article.reference_date is None:
        assert all(
            d.value is None for d in report.dates if d.span.text.lower() in ("monday", "yesterday")
        )


@given(story=story_articles())
def test_generated_articles_are_read_right(parser, story):
    report = parser.parse(Article(text=story.text, published=story.published))
    check_report(report, story.text)
    days = {date.span.text: date.value for date in report.dates}
    assert story.days.items() <= days.items()
    amounts = {(str(f.value), f.unit) for f in report.figures if f.kind == "money"}
    assert story.amount[1:] in amounts
    assert set(story.countries) <= {place.country for place in report.locations}
    quote = next(q for q in report.quotes if q.form == "direct")
    assert story.quotation in quote.text
    assert [report[ident].name for ident in quote.speakers] == [story.people[0]]


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "9 ",
        '"',
        "“",
        "''",
        " ",
        "\n",
        "and ",
        "a, ",
        "(",
        "said ",
        "May ",
        "Paris ",
        "$",
        "-",
        "A",
        "1.",
        "in ",
    ],
)
def test_long_runs_cost_linear_time(parser, unit):
    """Ten times the text may cost little more than ten times the time; here: it ends at all."""
    text = (unit * 20_000)[:20_000]
    check_report(parser.parse(text), text)


@pytest.mark.parametrize("workers", [1, 2])
def test_reports_do_not_depend_on_batch_or_workers(examples, parser, workers):
    articles = [
        Article(text=text, id=name, published="2026-05-20") for name, text in examples.items()
    ]
    alone = [parser.parse(article).to_json() for article in articles]
    for own in (None, load(exclude=["summitparse"])):
        piped = Parser(own).pipe(articles, batch_size=2, workers=workers)
        assert [report.to_json() for report in piped] == alone
