"""The lexicon and the learnt weights."""

import pytest

from handmade import made
from summitparse.extractors.quotes import weigh
from summitparse.extractors.quotes.gather import gather
from summitparse.extractors.quotes.lexicon import lemma_of, words
from summitparse.extractors.quotes.scene import lay_out
from summitparse.view import TextView

SENTENCE = (
    "Soto/PROPN/nsubj/2 {}/VERB/root/0 that/SCONJ/mark/5 trade/NOUN/nsubj/5 "
    "fell/VERB/ccomp/2 ./PUNCT/punct/2"
)


def _scores(verb, lemma):
    doc = made(SENTENCE.format(verb), lemmas={verb: lemma})
    scene = lay_out(TextView.of(doc))
    return {each.lemma: each.score for each in weigh.weigh(gather(scene), scene)}


def test_weights_can_be_left_out(monkeypatch, tmp_path):
    monkeypatch.setattr(weigh, "WEIGHTS", tmp_path / "none.tsv")
    weigh.weights.cache_clear()
    try:
        assert weigh.weights() == {}
        assert _scores("said", "say")["say"] == weigh.CLAUSE
        assert _scores("walked", "walk")["walk"] == 0
    finally:
        weigh.weights.cache_clear()


def test_weights_know_more_than_the_lexicon():
    assert weigh.weights(), "the file ships with the package"
    assert _scores("said", "say")["say"] > weigh.LEAST
    assert _scores("believed", "believe")["believe"] > weigh.LEAST
    assert _scores("agreed", "agree")["agree"] == 0


@pytest.mark.parametrize(
    ("form", "verb"),
    [("denies", "deny"), ("told", "tell"), ("agreeing", "agree"), ("labelled", "label")],
)
def test_cue_verbs_are_known_by_their_forms_whatever_the_lemmatizer_says(form, verb):
    doc = made(SENTENCE.format(form), lemmas={form: "?"})
    assert lemma_of(doc[1]) == verb


def test_lexicon_lists_are_lower_case():
    for name in ("about", "bare", "participle", "noun", "act"):
        assert all(word == word.lower() for word in words(name))
