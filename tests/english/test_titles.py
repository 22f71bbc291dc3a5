"""The table of titles: what a word is called by, and what for; misspelt classes are told."""

import pytest

from summitparse.english.titles import capitalized, either_case, titles
from summitparse.errors import LexiconError

KINDS = ("leader", "minister", "spokesperson", "function", "address")
USES = ("office", "private", "peer", "any-leader", "group", "several", "prefix", "prefix-only")


def test_a_word_has_all_its_classes_in_one_row():
    assert all("ambassador" in titles(kind) for kind in ("minister", "office", "prefix", "state"))
    assert "ambassador" not in titles("leader") | titles("private")


@pytest.mark.parametrize("kind", [*KINDS, *USES, "female", "male", "state", "of-state"])
def test_every_class_has_words_in_small_letters(kind):
    assert titles(kind)
    assert all(word == word.lower() and not word.endswith(".") for word in titles(kind))


def test_abbreviations_are_also_written_with_a_full_stop():
    added = titles("address", dotted=True) - titles("address")
    assert {"mr.", "gen."} <= added
    assert not {"sir.", "miss."} & added


def test_forms_before_a_name():
    assert {"Mr", "Señor"} <= capitalized("prefix")
    assert {"president", "President"} <= either_case("state")


def test_those_who_speak_for_a_state_do_not_speak_for_themselves():
    assert not titles("office") & titles("private")


def test_nobody_is_both_female_and_male():
    assert not titles("female") & titles("male")


def test_a_misspelt_class_is_told():
    with pytest.raises(LexiconError, match=r"titles\.tsv: no class minsiter"):
        titles("minsiter")
