"""Docs made by hand in both label schemes and without a parse; arbitrary text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from summitparse.extractors.meetings import find_meetings
from summitparse.models import Actor, Span
from summitparse.page import Article

WORDS = "Lehto met Rojas in Turku .".split()
POS = "PROPN VERB PROPN ADP PROPN PUNCT".split()


def people_of(text):
    made = []
    for number, (name, code) in enumerate((("Lehto", "FI"), ("Rojas", "CL")), start=1):
        spans = tuple(Span.of(text, *match.span()) for match in re.finditer(name, text))
        if spans:
            made.append(
                Actor(
                    id=f"a{number}",
                    name=name,
                    type="person",
                    role="President",
                    country=code,
                    mentions=spans,
                )
            )
    return made


@pytest.mark.parametrize(
    ("deps", "heads"),
    [
        ("nsubj root obj case obl punct".split(), [1, 1, 1, 4, 1, 1]),
        ("nsubj ROOT dobj prep pobj punct".split(), [1, 1, 1, 1, 3, 1]),
        (None, None),
    ],
)
def test_both_label_schemes_and_none(deps, heads):
    doc = Doc(Vocab(), words=WORDS, pos=POS, deps=deps, heads=heads)
    (meeting,) = find_meetings(doc, actors=people_of(doc.text), article=Article(text=doc.text))
    assert meeting.participants == ("a1", "a2")
    assert (meeting.status, meeting.event) == ("held", "CONSULT")


def check(text):
    words = re.findall(r"\w+|[^\w\s]|\s+", text)
    doc = Doc(Vocab(), words=words, spaces=[False] * len(words))
    found = find_meetings(doc, actors=people_of(text), article=Article(text=text))
    assert [meeting.id for meeting in found] == [f"m{n + 1}" for n in range(len(found))]
    for meeting in found:
        for span in (meeting.evidence, *meeting.mentions):
            assert text[span.start : span.end] == span.text


PIECES = st.sampled_from(
    [
        "Lehto",
        "Rojas",
        "met",
        "the",
        "talks",
        "held",
        "visit",
        "arrived",
        "will",
        "again",
        ",",
        ".",
        "and",
        "with",
        "in",
        "Summit",
        "during",
        "signed",
        "they",
        "two",
        '"',
        "\n",
        "by",
        "was",
    ]
)


@given(st.lists(PIECES, max_size=40))
def test_any_order_of_words(pieces):
    check(" ".join(pieces))


@given(st.text(max_size=120))
def test_any_text(text):
    if not any(0xD800 <= ord(char) <= 0xDFFF for char in text):
        check(text)


@pytest.mark.parametrize(
    "piece", ["Lehto met Rojas. ", "the talks, ", "met ", '"', "Lehto visit to "]
)
def test_long_runs(piece):
    check(piece * (20_000 // len(piece)))
