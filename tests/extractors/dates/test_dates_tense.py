"""The side of the day of writing, told by the verb: Docs by hand, in both label schemes."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from summitparse.extractors.dates import resolve_dates
from summitparse.page import Article

VOCAB = Vocab()
FINITE_PAST = "Tense=Past|VerbForm=Fin"
FINITE = "Tense=Pres|VerbForm=Fin"
INFINITIVE = "VerbForm=Inf"
WILL = (["They", "will", "meet", "on", "Thursday", "."], [2, 2, 2, 4, 2, 2])
MET = (["They", "met", "on", "Thursday", "."], [1, 1, 3, 1, 1])
FLIES = (["She", "flies", "home", "on", "Thursday", "."], [1, 1, 1, 4, 1, 1])
SPACY_WILL = (WILL[0], [2, 2, 2, 2, 3, 2])
SPACY_MET = (MET[0], [1, 1, 1, 2, 1])
CASES = {
    "ud past": (MET, "nsubj ROOT case obl punct", ["", FINITE_PAST, "", "", ""], "2026-05-14"),
    "ud future": (
        WILL,
        "nsubj aux ROOT case obl punct",
        ["", FINITE, INFINITIVE, "", "", ""],
        "2026-05-21",
    ),
    "ud present": (
        FLIES,
        "nsubj ROOT advmod case obl punct",
        ["", FINITE, "", "", "", ""],
        "2026-05-21",
    ),
    "spacy past": (
        SPACY_MET,
        "nsubj ROOT prep pobj punct",
        ["", FINITE_PAST, "", "", ""],
        "2026-05-14",
    ),
    "spacy future": (
        SPACY_WILL,
        "nsubj aux ROOT prep pobj punct",
        ["", FINITE, INFINITIVE, "", "", ""],
        "2026-05-21",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_verb_decides_the_side(name):
    (words, heads), deps, morphs, expected = CASES[name]
    pos = ["VERB" if morph else "X" for morph in morphs]
    doc = Doc(VOCAB, words=words, heads=heads, deps=deps.split(), morphs=morphs, pos=pos)
    article = Article(text=doc.text, published="2026-05-20")
    [item] = resolve_dates(doc, article=article)
    assert item.value == expected


TODAY = ["Today", ",", "most", "farms", "{}", "wells", "."]
TODAY_DEPS = "obl punct amod nsubj ROOT obj punct"


@pytest.mark.parametrize(
    ("verb", "morph", "expected"),
    [("have", FINITE, "PRESENT_REF"), ("dug", FINITE_PAST, "2026-05-20")],
)
def test_today_before_a_state_means_these_days(verb, morph, expected):
    words = [word.format(verb) for word in TODAY]
    morphs = [morph if word == verb else "" for word in words]
    pos = ["VERB" if morph else "X" for morph in morphs]
    heads = [4, 0, 3, 4, 4, 4, 4]
    doc = Doc(VOCAB, words=words, heads=heads, deps=TODAY_DEPS.split(), morphs=morphs, pos=pos)
    article = Article(text=doc.text, published="2026-05-20")
    [item] = resolve_dates(doc, article=article)
    assert item.value == expected


PAST_VERB, TO = FINITE_PAST, INFINITIVE
GOVERNED = {
    "an infinitive is an aim": (
        "They planned to meet on Thursday .",
        [1, 1, 3, 1, 5, 3, 1],
        "nsubj ROOT mark xcomp case obl punct",
        "PRON VERB PART VERB ADP PROPN PUNCT",
        ["", PAST_VERB, "", TO, "", "", ""],
        "2026-05-21",
    ),
    "but not of a verb that says it came about or not": (
        "They failed to meet on Thursday .",
        [1, 1, 3, 1, 5, 3, 1],
        "nsubj ROOT mark xcomp case obl punct",
        "PRON VERB PART VERB ADP PROPN PUNCT",
        ["", PAST_VERB, "", TO, "", "", ""],
        "2026-05-14",
    ),
    "nor of the first to do it": (
        "She became the first envoy to resign on Thursday .",
        [1, 1, 4, 4, 1, 6, 4, 8, 6, 1],
        "nsubj ROOT det amod xcomp mark acl case obl punct",
        "PRON VERB DET ADJ NOUN PART VERB ADP PROPN PUNCT",
        ["", PAST_VERB, "", "", "", "", TO, "", "", ""],
        "2026-05-14",
    ),
    "nor where the day stands beside its object, after a past verb": (
        "They extended offers to buy the maker Thursday .",
        [1, 1, 1, 4, 2, 6, 4, 6, 1],
        "nsubj ROOT obj mark acl det obj nmod:unmarked punct",
        "PRON VERB NOUN PART VERB DET NOUN PROPN PUNCT",
        ["", PAST_VERB, "", "", TO, "", "", "", ""],
        "2026-05-14",
    ),
    "a participle after what was said belongs to that": (
        "She said they will fly , leaving on Thursday .",
        [1, 1, 4, 4, 1, 6, 1, 8, 6, 1],
        "nsubj ROOT nsubj aux ccomp punct advcl case obl punct",
        "PRON VERB PRON AUX VERB PUNCT VERB ADP PROPN PUNCT",
        ["", PAST_VERB, "", FINITE, TO, "", "VerbForm=Ger", "", "", ""],
        "2026-05-21",
    ),
}


@pytest.mark.parametrize("name", GOVERNED)
def test_what_governs_an_infinitive_decides_its_side(name):
    text, heads, deps, pos, morphs, expected = GOVERNED[name]
    lemmas = [
        {"failed": "fail", "became": "become", "planned": "intend"}.get(w, w) for w in text.split()
    ]
    doc = Doc(
        VOCAB,
        words=text.split(),
        heads=heads,
        deps=deps.split(),
        pos=pos.split(),
        morphs=morphs,
        lemmas=lemmas,
    )
    article = Article(text=doc.text, published="2026-05-20")
    [item] = resolve_dates(doc, article=article)
    assert item.value == expected


@pytest.mark.parametrize(("lemma", "expected"), [("open", "2026-05-21"), ("hold", "2026-05-14")])
def test_present_of_a_state_foretells_nothing(lemma, expected):
    words = ["The", "bank", f"{lemma}s", "a", "branch", "Thursday", "."]
    doc = Doc(
        VOCAB,
        words=words,
        lemmas=["the", "bank", lemma, "a", "branch", "Thursday", "."],
        heads=[1, 2, 2, 4, 2, 2, 2],
        deps="det nsubj ROOT det obj obl punct".split(),
        pos=["DET", "NOUN", "VERB", "DET", "NOUN", "PROPN", "PUNCT"],
        morphs=["", "", FINITE, "", "", "", ""],
    )
    [item] = resolve_dates(doc, article=Article(text=doc.text, published="2026-05-20"))
    assert item.value == expected
