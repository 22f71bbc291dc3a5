"""What holds for any text, however it is parsed."""

import random

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from steps import steps
from summitparse import Article, make_doc
from summitparse.extractors.actors import find_actors
from summitparse.extractors.quotes import find_quotes

BLANK = spacy.blank("en")
TAGS = ("NOUN", "VERB", "PROPN", "ADP", "PUNCT", "AUX", "DET", "PRON", "ADJ")
LABELS = ("nsubj", "ccomp", "obj", "obl", "advcl", "conj", "acl:relcl", "punct", "xcomp", "case")
PIECES = st.sampled_from(
    ["Soto", "said", "that", '"', "“", "”", "''", ",", ".", "according", "to", "he", "Peru", "'s",
     "the", "two", "leaders", "minister", ":", "\n", "\n\n", "adding", "Ana", "they", "a", "€5"]
)  # fmt: skip


def _parsed(text, seed):
    """A Doc with an arbitrary but legal parse: every token hangs on one before it."""
    plain = make_doc(BLANK, Article(text=text))
    chance = random.Random(seed)
    return Doc(
        BLANK.vocab,
        words=[token.text for token in plain],
        spaces=[bool(token.whitespace_) for token in plain],
        pos=[chance.choice(TAGS) for _ in plain],
        heads=[chance.randint(max(0, i - 5), i) for i in range(len(plain))],
        deps=[chance.choice(LABELS) for _ in plain],
    )


@given(st.lists(PIECES, max_size=60), st.integers(0, 9))
def test_quotes_and_actors_any_parse(pieces, seed):
    text = " ".join(pieces)
    doc = _parsed(text, seed)
    actors = find_actors(doc)
    quotes = find_quotes(doc, actors=actors)
    ids = {actor.id for actor in actors}
    assert [quote.id for quote in quotes] == [f"q{n}" for n in range(1, len(quotes) + 1)]
    for quote in quotes:
        assert quote.content
        assert set(quote.speakers) | set(quote.reported_by) <= ids
        for span in (*quote.content, *quote.quoted, *quote.cue, *quote.source, quote.evidence):
            assert text[span.start : span.end] == span.text


@given(st.text(max_size=120))
def test_quotes_any_text(text):
    doc = _parsed(text, 1)
    for quote in find_quotes(doc):
        assert all(text[span.start : span.end] == span.text for span in quote.content)


@pytest.mark.parametrize("unit", ['"', "said ", "Soto said that ", "he , ", '" a " said he . '])
def test_quotes_linear(unit):
    short, long = (_parsed(unit * (size // len(unit)), 2) for size in (5_000, 20_000))
    find_quotes(long)  # word lists are read now, not below
    assert steps(find_quotes, long) < 8 * steps(find_quotes, short)
