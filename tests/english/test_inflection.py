"""Forms of nouns and verbs: what the rules make, what the tables add, and that both ways agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.english import inflection
from summitparse.english.inflection import (
    demonym_plural,
    is_plural,
    plural,
    singular,
    told_forms,
    unmarked_plurals,
    verb_forms,
)
from summitparse.english.verbs import irregular_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("seal", {"seals", "sealed", "sealing"}),
        ("initial", {"initialled", "initialed", "initialling", "initials"}),
        ("ratify", {"ratifies", "ratified", "ratifying"}),
        ("agree", {"agrees", "agreed", "agreeing"}),
        ("scrap", {"scraps", "scrapped", "scrapping"}),
        ("quip", {"quips", "quipped", "quipping"}),
        ("strike", {"strikes", "struck", "striking"}),
        ("undertake", {"undertook", "undertaken", "undertaking"}),
        ("echo", {"echoes", "echoed", "echoing"}),
    ],
)
def test_verb_forms(base, forms):
    assert forms | {base} <= verb_forms(base)


@pytest.mark.parametrize("base", sorted(irregular_forms()))
def test_irregular_verbs_have_no_regular_past_unless_it_is_listed(base):
    told = verb_forms(base) - {base, plural(base)}
    regular = {form for form in told if form.endswith("ed")}
    assert regular <= set(irregular_forms()[base])


def test_a_doubled_last_letter_is_not_doubled_again():
    assert verb_forms("recall") == {"recall", "recalls", "recalled", "recalling"}


def test_told_forms_are_neither_base_nor_gerund():
    assert told_forms("deny") == {"denies", "denied"}
    assert told_forms("tell") == {"tells", "told"}


@pytest.mark.parametrize(
    ("noun", "expected"), [("pact", "pacts"), ("treaty", "treaties"), ("annex", "annexes")]
)
def test_plural(noun, expected):
    assert plural(noun) == expected
    assert singular(expected) == noun


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("spokeswomen", "spokeswoman"),
        ("witnesses", "witness"),
        ("secretaries", "secretary"),
        ("memoranda", "memorandum"),
        ("MoUs", "MoU"),
        ("mous", "mou"),
        ("troops", "troop"),
        ("statesmen", "statesman"),
    ],
)
def test_singular_of_plurals(form, expected):
    assert singular(form) == expected
    assert is_plural(form)


@pytest.mark.parametrize("noun", "process virus crisis news lens specimen consensus mp".split())
def test_singulars_stay(noun):
    assert singular(noun) == noun
    assert not is_plural(noun)


def test_plurals_without_ending():
    assert {"people", "aircraft", "wounded"} <= unmarked_plurals()
    assert all(is_plural(word) for word in unmarked_plurals())


def test_table_of_nouns_says_only_what_no_rule_tells(monkeypatch):
    told = inflection._nouns()
    by_table = {noun: (singular(noun), is_plural(noun)) for noun in told.singulars}
    monkeypatch.setattr(inflection, "_nouns", lambda: inflection._Nouns({}, frozenset()))
    needless = [n for n, said in by_table.items() if said == (singular(n), is_plural(n))]
    assert needless == []


@pytest.mark.parametrize(
    ("demonym", "people"),
    [("Ghanaian", "Ghanaians"), ("Swiss", "Swiss"), ("Frenchman", "Frenchmen"), ("Thai", "Thais")],
)
def test_demonym_plural(demonym, people):
    assert demonym_plural(demonym) == people


@given(st.text(max_size=8))
def test_any_string_has_forms(word):
    assert isinstance(singular(word), str)
    assert is_plural(word) in (True, False)


@given(st.from_regex(r"[a-z]{2,8}(?:tion|ment|ary|ch|ss|er)", fullmatch=True))
def test_singular_undoes_plural(noun):
    assert singular(plural(noun)) == noun
    assert is_plural(plural(noun))
