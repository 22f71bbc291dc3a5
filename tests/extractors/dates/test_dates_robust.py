"""Long monotonous texts: no expression may cost more than its length."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from steps import steps
from summitparse.extractors.dates import resolve_dates
from summitparse.page import Article

SIZES = (2_000, 8_000)
UNITS = ["1", "'", " ", "and ", "\n", "()", "a ", "1,", "1 ", "one ", "twenty-", "5-", "1/", "1."]
UNITS += ["[", "[a", "9 past ", "0730-", "at 9 ", "May and ", "from last year ", "as many days "]
UNITS += ["\n ", "a.m.", "1990s", "2024-01-0", "the first nine ", "of the ", "’s"]


def reading(text):
    doc = Doc(Vocab(), words=[text], spaces=[False])
    article = Article.model_construct(text=text, paragraphs=(), boilerplate=(), segments=())
    return lambda: resolve_dates(doc, article=article)


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_steps_are_linear(unit):
    short, long = (reading(unit * (size // len(unit))) for size in SIZES)
    long()  # word lists are read now, not below
    assert steps(long) < 4.2 * steps(short)
