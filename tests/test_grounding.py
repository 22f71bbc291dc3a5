from datetime import date

from handmade import made
from summitparse.grounding import (
    SpanIndex,
    event_day,
    mentions_between,
    nearest,
    reference_day,
    told_day,
    when_of,
)
from summitparse.models import Actor, DateMention, Span
from summitparse.page import Article

TEXT = "On Monday they met; on Friday they signed. \u201cWe agreed on it all,\u201d he said."


def mention(number, start, end, day=None):
    span = Span.of(TEXT, start, end)
    return DateMention(
        id=f"d{number}", span=span, type="DATE", value=None, earliest=day, latest=day, reason=""
    )


MONDAY = mention(1, 3, 9, date(2026, 3, 2))
FRIDAY = mention(2, 23, 29)


def test_within_keeps_text_order_and_whole_mentions():
    index = SpanIndex([FRIDAY, MONDAY])
    assert [found.id for found in index.within(0, 40)] == ["d1", "d2"]
    assert index.within(4, 28) == []


def test_nearest_prefers_the_smaller_gap():
    assert nearest([MONDAY, FRIDAY], 14, 17) == MONDAY
    assert nearest([MONDAY, FRIDAY], 30, 34) == FRIDAY
    assert nearest([], 0, 1) is None


def test_when_is_stated_or_the_articles():
    article = Article(text=TEXT, published="2026-03-06")
    stated = when_of(MONDAY, article, 3)
    assert (stated.earliest, stated.basis) == (date(2026, 3, 2), "stated")
    fallen = when_of(FRIDAY, article, 23)
    assert (fallen.earliest, fallen.basis) == (date(2026, 3, 6), "article")
    assert when_of(None, Article(text=TEXT), 0) is None


def test_mentions_between_are_those_inside():
    spans = tuple(Span.of(TEXT, at, at + 4) for at in (10, 33))
    actor = Actor(id="a1", name="they", type="group", mentions=spans)
    assert [span.start for span in mentions_between(actor, 0, 20)] == [10]
    assert mentions_between(actor, 11, 36) == []


MET = made(
    "On/ADP/case/2 Monday/PROPN/obl/4 they/PRON/nsubj/4 met/VERB/root/0 ;/PUNCT/punct/4 on/ADP/case/7 "
    "friday/NOUN/obl/9 they/PRON/nsubj/9 signed/VERB/parataxis/4",
    "On Monday they met; on friday they signed",
)


def test_the_day_of_an_event_is_that_of_its_own_verb():
    assert event_day([MONDAY, FRIDAY], MET[8]) == FRIDAY
    assert event_day([MONDAY], MET[8]) is None
    of_the_page = MONDAY.model_copy(update={"role": "dateline"})
    assert event_day([of_the_page], MET[3]) is None


def test_without_a_day_of_its_own_it_is_told_on_that_of_the_dateline():
    of_the_page = MONDAY.model_copy(update={"role": "dateline"})
    assert told_day([of_the_page], MET[3]) == of_the_page
    assert told_day([of_the_page, FRIDAY], MET[3], MET[8]) == FRIDAY


def test_the_reference_day_is_that_of_the_part():
    data = Article(text=TEXT, published="2026-03-06").model_dump()
    data["segments"] = [{"start": 0, "end": 20, "reference_date": "2025-05-08"}]
    article = Article.model_validate(data)
    assert str(reference_day(article, 3).earliest) == "2025-05-08"
    assert str(reference_day(article, 30).earliest) == "2026-03-06"
