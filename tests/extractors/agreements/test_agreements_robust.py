"""Docs made by hand, in both label schemes and without a parse; arbitrary text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from summitparse.extractors.agreements import parse_agreements
from summitparse.models import Actor, Span
from summitparse.page import Article

WORDS = "Finland and Chile signed a treaty on wool , tin and glass .".split()
POS = "PROPN CCONJ PROPN VERB DET NOUN ADP NOUN PUNCT NOUN CCONJ NOUN PUNCT".split()
HEADS = [3, 2, 0, 3, 5, 3, 7, 5, 9, 7, 11, 7, 3]
UD = "nsubj cc conj root det obj case nmod punct conj cc conj punct".split()
SPACY = "nsubj cc conj ROOT det dobj prep pobj punct conj cc conj punct".split()
SPACY_HEADS = [3, 0, 0, 3, 5, 3, 5, 6, 7, 7, 9, 9, 3]


def states_of(text):
    made = []
    for number, (name, code) in enumerate((("Finland", "FI"), ("Chile", "CL")), start=1):
        spans = tuple(Span.of(text, *match.span()) for match in re.finditer(name, text))
        if spans:
            made.append(
                Actor(id=f"a{number}", name=name, type="country", country=code, mentions=spans)
            )
    return made


@pytest.mark.parametrize(("deps", "heads"), [(UD, HEADS), (SPACY, SPACY_HEADS)])
def test_both_label_schemes(deps, heads):
    doc = Doc(Vocab(), words=WORDS, pos=POS, heads=heads, deps=deps)
    (claim,) = parse_agreements(doc, actors=states_of(doc.text), article=Article(text=doc.text))
    assert (claim.status, len(claim.parties)) == ("signed", 2)
    assert [item.text for item in claim.items] == ["wool", "tin", "glass"]


def test_words_alone_are_enough():
    doc = Doc(Vocab(), words=WORDS)
    (claim,) = parse_agreements(doc, actors=states_of(doc.text), article=Article(text=doc.text))
    assert (claim.status, len(claim.items)) == ("signed", 3)


PIECES = st.sampled_from(
    [
        "agreed",
        "signed",
        "treaty",
        "a",
        "to",
        "and",
        ",",
        "Chile",
        "Finland",
        "of",
        "signing",
        "\n",
        "on",
        ":",
        "- x",
        '"',
        "(",
        ")",
        "pledged",
        "the",
        "two",
        "is",
        "expected",
        "be",
        "with",
        ".",
    ]
)


def check(text):
    words = re.findall(r"\w+|[^\w\s]|\s+", text)
    doc = Doc(Vocab(), words=words, spaces=[False] * len(words))
    assert doc.text == text
    claims = parse_agreements(doc, actors=states_of(text), article=Article(text=text))
    assert [claim.id for claim in claims] == [f"g{n + 1}" for n in range(len(claims))]
    for claim in claims:
        for span in (claim.evidence, *claim.cue, *claim.items):
            assert text[span.start : span.end] == span.text


@given(st.lists(PIECES, max_size=40))
def test_any_order_of_words(pieces):
    check(" ".join(pieces))


@given(st.text(max_size=120))
def test_any_text(text):
    if not any(0xD800 <= ord(char) <= 0xDFFF for char in text):
        check(text)


@pytest.mark.parametrize("piece", ["agreed ", "and ", "signed agreement ", '"', "(", "\n- a", "9 "])
def test_long_runs(piece):
    check(piece * (20_000 // len(piece)))
