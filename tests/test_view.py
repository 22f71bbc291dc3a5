"""The view of a text: each part is right, and made once."""

import pytest
import spacy

from summitparse import Article
from summitparse.view import TextView, is_inside

TEXT = """Peru Hails Big Day

LIMA, May 4 - Peru’s “big day” came. “We will sign it soon,” she said.

ADVERTISEMENT

Talks go on."""


@pytest.fixture
def view():
    article = Article(text=TEXT, published="2026-05-04")
    return TextView.of(spacy.blank("en")(TEXT), article)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Hails", "title"),
        ("LIMA", "dateline"),
        ("came", None),
        ("ADVERTISEMENT", "boilerplate"),
        ("Talks", None),
    ],
)
def test_what_is_no_story_has_one_reason(view, words, reason):
    assert view.aside(TEXT.index(words)) == reason


def test_asides_are_in_order(view):
    ranges = view.asides("boilerplate", "title", "dateline")
    assert [TEXT[start:end][:4] for start, end in ranges] == ["Peru", "LIMA", "ADVE"]


def test_only_long_quotations_are_speech(view):
    assert len(view.quotations) == 2
    assert [TEXT[start:end] for start, end in view.speech] == ["We will sign it soon,"]


def test_paragraphs_are_the_articles(view):
    assert len(view.paragraphs) == 4
    assert view.reference_date(5).isoformat() == "2026-05-04"


def test_tokens_are_those_that_characters_touch(view):
    first, last = view.tokens(TEXT.index("ADV") + 2, TEXT.index("ADV") + 5)
    assert view.doc[first:last].text == "ADVERTISEMENT"
    first, last = view.tokens(0, 0)
    assert first == last == 0


def test_a_view_is_passed_on_as_it_is(view):
    assert TextView.of(view) is view
    assert view.quotations is view.quotations


def test_offsets_are_inside_speech_or_not(view):
    assert is_inside(view.speech, TEXT.index("will sign"))
    assert not is_inside(view.speech, TEXT.index("she said"))
    assert not is_inside((), 3)
