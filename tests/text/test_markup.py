"""HTML left in a text: the plain text in it, and where its characters stand."""

import sys
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse import Article
from summitparse.text.markup import is_page, unmarked

BITS = [
    "<p>",
    "</p>",
    "<br/>",
    "<b>",
    "&amp;",
    "&quot;",
    "&#8217;",
    "&nope;",
    "&",
    "<",
    ">",
    '\\"',
    "\\n",
]
BITS += [
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "Oslo",
    " ",
    "\n",
    "<a href='x'>",
    "&lt;p&gt;",
    "a<b",
]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>One.</p><p>Two.</p>", "\n\nOne.\n\n\n\nTwo.\n\n"),
        ("One<br />two", "One\ntwo"),
        ("the 7<sup>th</sup> of <b>May</b>", "the 7th of May"),
        ("5&nbsp;million &amp; more", "5 million & more"),
        ("AT&amp;T&#39;s &amp;quot;pact&amp;quot;", 'AT&T\'s "pact"'),
        (
            r"He said \"yes\".\nThen he left \u2013 at noon.",
            'He said "yes".\nThen he left – at noon.',
        ),
        ("&lt;p&gt;One.&lt;/p&gt;", "\n\nOne.\n\n"),
        ("One.<script>var a = '<p>';</script>Two.", "One.\n\nTwo."),
        ("One.<!-- <p>gone</p> -->Two.", "One.\n\nTwo."),
        ('<a class="x" href="/y?a=1&amp;b=2">Peru</a> pays', "Peru pays"),
    ],
)
def test_what_marks_stand_for(text, plain):
    assert unmarked(text).text == plain


@pytest.mark.parametrize(
    "text",
    [
        "",
        "AT&T and R&D; profits < 5 % & > 3 %",
        "a<b and c>d, i <3 u",
        "[sic] (p) {b}",
        r"C:\new\table",
        "&nope; and &;",
        "<!-- never closed",
    ],
)
def test_plain_text_stays_plain(text):
    assert unmarked(text) is None


@given(st.text(alphabet="xy <>&\"'é’\n", min_size=1, max_size=80))
def test_what_was_escaped_comes_back_and_points_to_its_place(text):
    marked = escape(text)
    plain = unmarked(marked)
    if plain is None:
        assert marked == text
        return
    assert plain.text == text
    for at, char in enumerate(text):
        start, end = plain.there(at, at + 1)
        assert marked[start:end] == escape(char)


@given(st.lists(st.sampled_from(BITS), max_size=40).map("".join))
def test_places_stay_inside_and_in_order(text):
    plain = unmarked(text)
    if plain is not None:
        places = [plain.there(at, at + 1) for at in range(len(plain.text))]
        assert all(0 <= start <= end <= len(text) for start, end in places)
        assert places == sorted(places)


def steps(text):
    count = 0

    def step(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(step)
    try:
        unmarked(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", ["<p>", "<!--", "<script>", "&amp;", "<p a=", "&", '\\"'])
def test_markup_is_linear(unit):
    assert steps(unit * 4000) <= 2.2 * steps(unit * 2000) + 20


def test_a_page_shows_by_its_tags():
    assert is_page("<p>One.</p>")
    assert not is_page("the 7<sup>th</sup> of May & 5 < 6")


@given(st.lists(st.sampled_from(BITS), max_size=40).map("".join))
def test_a_page_of_any_marks_is_read_with_spans_of_its_text(text):
    article = Article(text=text)
    spans = (*article.paragraphs, *article.boilerplate, *article.credits)
    assert all(text[span.start : span.end] == span.text for span in spans)
