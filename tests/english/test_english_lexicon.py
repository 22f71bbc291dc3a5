"""The closed classes: every row can be asked for, and what nobody has is said."""

import pytest

from summitparse.english import values, words
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


@pytest.mark.parametrize("asked", [("pronuon",), ("pronoun", "mail"), ("modal", "future", "short")])
def test_a_misspelt_class_or_trait_is_told(asked):
    with pytest.raises(LexiconError, match=r"words\.tsv: no"):
        words(*asked)
