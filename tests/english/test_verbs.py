"""The table of verbs: what is asked for is there, and what is misspelt is told."""

import pytest

from summitparse.english import inflection
from summitparse.english.inflection import told_forms_of, verb_forms
from summitparse.english.verbs import irregular_forms, verbs
from summitparse.errors import LexiconError


def test_forms_and_classes_of_a_verb():
    assert irregular_forms()["undertake"] == ("undertook", "undertaken")
    assert "trim" not in irregular_forms()
    assert {"found", "bound", "plummet"} <= verbs("base")


def test_a_misspelt_class_is_told():
    with pytest.raises(LexiconError, match=r"verbs\.tsv: no class sppeech"):
        verbs("sppeech")


def test_verbs_of_saying_are_verbs_of_speech():
    assert verbs("saying") <= verbs("speech")
    assert told_forms_of("saying") == {"says", "said", "tells", "told"}
    assert {"thought", "believes"} <= told_forms_of("personal")


def test_table_of_verbs_says_only_what_no_rule_tells(monkeypatch):
    by_table = {
        base: verb_forms(base) for base, past in irregular_forms().items() if base not in past
    }
    monkeypatch.setattr(inflection, "irregular_forms", dict)
    assert [base for base, forms in by_table.items() if forms == verb_forms(base)] == []
