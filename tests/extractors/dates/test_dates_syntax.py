"""What the parse says of a word of time: an adverb of a verb, or a part of a noun's description."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from summitparse.extractors.dates import resolve_dates
from summitparse.page import Article

VOCAB = Vocab()
CASES = {
    "of a verb": (
        ["They", "recently", "passed", "a", "law", "."],
        [2, 2, 2, 4, 2, 2],
        "nsubj advmod ROOT det obj punct",
        "PRON ADV VERB DET NOUN PUNCT",
        ["PAST_REF"],
    ),
    "of a participle": (
        ["The", "recently", "passed", "law", "holds", "."],
        [3, 2, 3, 4, 4, 4],
        "det advmod amod nsubj ROOT punct",
        "DET ADV VERB NOUN VERB PUNCT",
        [],
    ),
    "of a noun": (
        ["Ada", ",", "currently", "chair", ",", "resigned", "."],
        [5, 3, 3, 0, 0, 5, 5],
        "nsubj punct advmod appos punct ROOT punct",
        "PROPN PUNCT ADV NOUN PUNCT VERB PUNCT",
        [],
    ),
    "a certain Friday": (
        ["A", "Friday", "vote", "failed", "."],
        [2, 2, 3, 3, 3],
        "det compound nsubj ROOT punct",
        "DET PROPN NOUN VERB PUNCT",
        ["2026-05-15"],
    ),
    "a name that ends in Today": (
        ["Vega", "Today", "cited", "him", "."],
        [1, 2, 2, 2, 2],
        "compound nsubj ROOT obj punct",
        "PROPN PROPN VERB PRON PUNCT",
        [],
    ),
    "today after a name": (
        ["Vega", "today", "cited", "him", "."],
        [2, 2, 2, 2, 2],
        "nsubj obl ROOT obj punct",
        "PROPN NOUN VERB PRON PUNCT",
        ["2026-05-20"],
    ),
    "a person": (
        ["John", "Christmas", "won", "."],
        [2, 0, 2, 2],
        "nsubj flat ROOT punct",
        "PROPN PROPN VERB PUNCT",
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_place_in_the_sentence_decides(name):
    words, heads, deps, pos, expected = CASES[name]
    ents = ["B-PERSON", "I-PERSON"] + ["O"] * (len(words) - 2) if name == "a person" else None
    doc = Doc(VOCAB, words=words, heads=heads, deps=deps.split(), pos=pos.split(), ents=ents)
    article = Article(text=doc.text, published="2026-05-20")
    assert [item.value for item in resolve_dates(doc, article=article)] == expected
