"""The table of verbs: what is asked for is there, and what is misspelt is told."""

import pytest

from summitparse.english.verbs import irregular_forms, verbs
from summitparse.errors import LexiconError


def test_forms_and_classes_of_a_verb():
    assert irregular_forms()["undertake"] == ("undertook", "undertaken")
    assert "trim" not in irregular_forms()
    assert {"found", "bound", "plummet"} <= verbs("base")


def test_a_misspelt_class_is_told():
    with pytest.raises(LexiconError, match=r"verbs\.tsv: no class sppeech"):
        verbs("sppeech")
