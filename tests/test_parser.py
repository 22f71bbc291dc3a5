"""The parser, the spaCy factories and what is kept on a Doc."""

import os
import subprocess
import sys

import pytest
from spacy.tokens import Doc

import summitparse
from summitparse import Article, Report, make_doc

TEXT = "LIMA, June 4 - Peru and Chile signed two accords on fishing and energy on Thursday."


@pytest.fixture(scope="module")
def full():
    return summitparse.load()


def test_parse_and_the_component_give_the_same_report(full, parser):
    article = Article(text=TEXT, published="2026-06-04", id="x")
    doc = full(make_doc(full, article))
    assert doc._.summitparse == parser.parse(article)


def test_the_component_fills_span_groups(full):
    doc = full(TEXT)
    assert {f"summitparse.{name}" for name in summitparse.DEFAULT} <= set(doc.spans)
    assert [span.text for span in doc.spans["summitparse.locations"]][:1] == ["LIMA"]


def test_the_report_survives_serialisation(full):
    doc = full(TEXT)
    again = Doc(full.vocab).from_bytes(doc.to_bytes())
    assert isinstance(again._.summitparse, Report)
    assert again._.summitparse == doc._.summitparse


def test_single_components_build_on_each_other(nlp, full):
    pipeline = summitparse.load(exclude=["summitparse"])
    for name in summitparse.DEFAULT:
        pipeline.add_pipe(f"summitparse_{name}")
    doc, whole = pipeline(TEXT), full(TEXT)
    for name in summitparse.DEFAULT:
        key = f"summitparse.{name}"
        assert [s.text for s in doc.spans[key]] == [s.text for s in whole.spans[key]], name


def test_an_article_brings_its_own_facts_along():
    with pytest.raises(summitparse.ArticleError, match="brings"):
        summitparse.parse(Article(text=TEXT), published="2026-06-04")


def test_long_texts_are_read_in_pieces(parser):
    text = (TEXT + "\n\n") * 1500
    report = parser.parse(text)
    assert report.article.text == text
    assert len(report.locations) >= 1500


def test_the_report_is_the_same_in_another_process_time_zone_and_locale(parser):
    wanted = parser.parse(Article(text=TEXT)).to_json()
    code = f"import summitparse; print(summitparse.parse({TEXT!r}).to_json())"
    for zone, hashes in (("Pacific/Kiritimati", "1"), ("America/Anchorage", "2")):
        env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": hashes, "LC_ALL": "C.UTF-8"}
        run = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
        assert run.stdout.decode("utf-8").strip() == wanted


MARKED = (
    "<h1>Kenya, Peru sign pact</h1>\n<p><b>LIMA, May 18</b> &mdash; Kenya and Peru signed a rail pact "
    "on Monday.</p><p>&quot;It cost &#36;5&nbsp;million,&quot; Trade Minister Rose Wanja said.</p>"
)


def test_spans_of_a_marked_text_are_characters_of_it(parser):
    report = parser.parse(Article(text=MARKED, published="2026-05-20"))
    assert report.article.text == MARKED
    assert report.article.title.text == "Kenya, Peru sign pact"
    assert report.figures[0].span.text == "&#36;5&nbsp;million"
    assert report.quotes[0].text == '"It cost $5 million,"'
    assert report == Report.model_validate_json(report.to_json())
    for span in _spans(report.model_dump(mode="json")):
        assert MARKED[span["start"] : span["end"]] == span["text"]
    assert Article(text=MARKED, published="2026-05-20").paragraphs == report.article.paragraphs


def test_the_component_keeps_the_same_report_of_a_marked_text(parser):
    nlp = summitparse.load()
    doc = nlp(make_doc(nlp, Article(text=MARKED, published="2026-05-20")))
    assert doc._.summitparse == parser.parse(Article(text=MARKED, published="2026-05-20"))
    assert "$5 million" in [span.text for span in doc.spans["summitparse.figures"]]


def _spans(value):
    if isinstance(value, dict):
        if {"start", "end", "text"} <= set(value):
            yield value
        for each in value.values():
            yield from _spans(each)
    elif isinstance(value, list):
        for each in value:
            yield from _spans(each)
