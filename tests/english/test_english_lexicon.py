"""The closed classes: every row can be asked for, and what nobody has is said."""

import pytest

from summitparse.english import names, values, words
from summitparse.errors import LexiconError


def test_traits_narrow_a_class():
    assert words("pronoun", "male", "subject") == {"he"}
    assert words("pronoun", "personal", "female") == {"she", "her"}
    assert words("modal") > words("modal", "future") > set()


def test_values_count():
    months = values("month")
    assert sorted(set(months.values())) == list(range(1, 13))
    assert months["may"] == 5
    assert sorted(set(values("weekday").values())) == list(range(7))


def test_the_verb_to_be_is_told_from_the_hour_and_the_possessive():
    assert words("be") >= {"am", "'s", "’s"}
    assert words("be", "full", "third") == {"be", "is", "are", "was", "were", "been", "being"}
    assert not words("be", "full") & words("be", "clitic")


def test_prepositions_of_place_say_where_or_whither():
    position, motion = words("preposition", "position"), words("preposition", "motion")
    assert {"in", "at", "near"} <= position
    assert {"to", "from", "into"} <= motion
    assert not position & motion
    assert position | motion < words("preposition", "place")


def test_denial_stands_for_a_noun_or_before_one():
    assert words("negation", "determiner") == {"no", "neither"}
    assert words("negation", "noun") >= {"nothing", "nobody", "neither"}
    assert "any" in words("determiner", "nonassertive")
    assert "any" not in words("negation")


def test_relatives_without_that():
    assert words("relative") - words("relative", "wh") == {"that"}


def test_conjunctions_suppose_or_tell_of_the_same_time():
    assert words("conjunction", "conditional") == {"if", "unless", "whether", "lest"}
    assert words("conjunction", "simultaneous") == {"as", "when", "while"}


def test_ordinals_count_up():
    assert list(values("small ordinal").values()) == list(range(1, 11))
    assert names("small ordinal")[2] == "third"


@pytest.mark.parametrize("asked", [("pronuon",), ("pronoun", "mail"), ("modal", "future", "short")])
def test_a_misspelt_class_or_trait_is_told(asked):
    with pytest.raises(LexiconError, match=r"words\.tsv: no"):
        words(*asked)
