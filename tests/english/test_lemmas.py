"""The base of a verb's form: what can be stays, what can't becomes the likeliest that can."""

import pytest

from summitparse.english.inflection import verb_forms
from summitparse.english.lemmas import verb_lemma
from summitparse.english.verbs import irregular_forms

REGULAR = "total trim plummet balloon dwindle double unveil equip widen tally ratify ebb agree pass".split()


@pytest.mark.parametrize(
    ("form", "told", "base"),
    [
        ("totalled", "totall", "total"),
        ("trimming", "trimm", "trim"),
        ("plummeted", "plummete", "plummet"),
        ("shrank", "shrank", "shrink"),
        ("rose", "r", "rise"),
        ("outsold", "outsold", "outsell"),
        ("allied", "allie", "ally"),
        ("vetoes", "vetoe", "veto"),
        ("applauded", "applaude", "applaud"),
    ],
)
def test_lemma_is_a_word_the_form_can_come_from(form, told, base):
    assert verb_lemma(form, told, {"applaud"}, past=not form.endswith(("s", "g"))) == base


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("found", "find"),
        ("found", "found"),
        ("fell", "fall"),
        ("bring", "bring"),
        ("staring", "stare"),
        ("starring", "star"),
        ("agreed", "agree"),
        ("passes", "pass"),
        ("emphasising", "emphasise"),
        ("controlled", "control"),
        ("United", "Unite"),
        ("'re", "be"),
        ("added", "add"),
    ],
)
def test_lemma_that_can_be_stays(form, told):
    assert verb_lemma(form, told, {"star", "emphasis", "control"}) == told


@pytest.mark.parametrize("base", sorted({*irregular_forms(), *REGULAR} - {"be"}))
def test_lemma_of_every_form_has_that_form(base):
    for form in verb_forms(base):
        found = verb_lemma(form, "?", past=form != base) if form != base else base
        assert form in verb_forms(found), (form, found)


def test_words_in_use_settle_what_spelling_leaves_open():
    assert verb_lemma("curated", "curat", {"curate"}) == "curate"
    assert verb_lemma("shifted", "shifte", {"shift"}) == "shift"
