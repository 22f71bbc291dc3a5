"""What is kept on a Doc, and how a text becomes one."""

import pytest
import spacy

from summitparse import docdata
from summitparse.docdata import article_of, char_span, make_doc, original_of, store, stored
from summitparse.models import Actor, Span
from summitparse.page import Article

NLP = spacy.blank("en")


def test_a_doc_knows_its_article():
    doc = make_doc(NLP, Article(text="Talks began.", published="2026-05-20", id="x"))
    assert (article_of(doc).id, str(article_of(doc).reference_date)) == ("x", "2026-05-20")
    assert article_of(NLP("Talks began.")) == Article(text="Talks began.")


def test_of_a_text_with_html_the_doc_holds_the_words():
    text = "<p>Talks <b>began</b> in Lima.</p>"
    doc = make_doc(NLP, Article(text=text))
    assert "<" not in doc.text
    assert original_of(doc) == text
    assert original_of(make_doc(NLP, Article(text="Talks began."))) is None


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("They left.The end", "The"),
        ('It is over,"he said', "he"),
        ("Born in 1998.Soto left", "Soto"),
    ],
)
def test_tokens_are_cut_where_a_blank_is_missing(text, cut):
    doc = make_doc(NLP, Article(text=text))
    assert doc.text == text
    assert cut in [token.text for token in doc]


def test_a_run_without_blanks_is_cut_into_bounded_tokens():
    text = "a" * 2000 + " b"
    doc = make_doc(NLP, Article(text=text))
    assert doc.text == text
    assert max(map(len, doc)) <= docdata.RUN


def test_pieces_of_a_long_text_go_through_the_pipes_one_by_one(monkeypatch):
    monkeypatch.setattr(docdata, "PIECE", 12)
    seen = []

    def pipe(doc):
        seen.append(doc.text)
        return doc

    text = "One two.\nThree four.\nFive"
    doc = make_doc(NLP, Article(text=text), pipes=[pipe])
    assert seen == ["One two.\n", "Three four.\n", "Five"]
    assert doc.text == text


def test_items_come_back_as_they_were_kept():
    text = "Soto left Lima."
    doc = NLP(text)
    soto = Actor(id="a1", name="Soto", type="person", mentions=(Span.of(text, 0, 4),))
    store(doc, "actors", [soto])
    assert stored(doc, "actors", Actor) == (soto,)
    assert stored(doc, "quotes", Actor) == ()
    [span] = doc.spans["summitparse.actors"]
    assert (span.text, span.label_) == ("Soto", "a1")


def test_a_span_of_characters_takes_the_tokens_that_it_touches():
    text = "Soto left Lima."
    assert char_span(NLP(text), Span.of(text, 2, 7)).text == "Soto left"
