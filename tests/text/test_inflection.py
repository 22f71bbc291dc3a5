import pytest

from summitparse.text.inflection import plural, verb_forms


@pytest.mark.parametrize(
    ("base", "past", "forms"),
    [
        ("seal", "", {"seals", "sealed", "sealing"}),
        ("initial", "", {"initialled", "initialed", "initialling", "initials"}),
        ("ratify", "", {"ratifies", "ratified", "ratifying"}),
        ("agree", "", {"agrees", "agreed", "agreeing"}),
        ("scrap", "", {"scraps", "scrapped", "scrapping"}),
        ("strike", "struck", {"strikes", "struck", "striking"}),
    ],
)
def test_verb_forms(base, past, forms):
    assert forms | {base} <= verb_forms(base, past)


@pytest.mark.parametrize(
    ("noun", "expected"), [("pact", "pacts"), ("treaty", "treaties"), ("annex", "annexes")]
)
def test_plural(noun, expected):
    assert plural(noun) == expected
