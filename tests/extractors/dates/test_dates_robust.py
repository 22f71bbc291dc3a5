"""Long monotonous texts: no expression may cost more than its length."""

import time

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from summitparse.extractors.dates import resolve_dates
from summitparse.models import Article

SIZE = 60_000
UNITS = ["1", "'", " ", "and ", "\n", "()", "a ", "1,", "1 ", "one ", "twenty-", "5-", "1/", "1."]
UNITS += ["[", "[a", "9 past ", "0730-", "at 9 ", "May and ", "from last year ", "as many days "]
UNITS += ["\n ", "a.m.", "1990s", "2024-01-0", "the first nine ", "of the ", "’s"]


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_time_is_linear(unit):
    text = unit * (SIZE // len(unit))
    doc = Doc(Vocab(), words=[text], spaces=[False])
    article = Article.model_construct(text=text, paragraphs=(), boilerplate=(), segments=())
    start = time.process_time()
    resolve_dates(doc, article=article)
    assert time.process_time() - start < 2
