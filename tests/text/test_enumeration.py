from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.text.enumeration import Word, plain_words, read_enumeration, read_range

ROWS = [
    line.replace("\\n", "\n").split("\t")
    for line in (Path(__file__).parent / "data" / "enumerations.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
    if not line.startswith("#")
]


def items(text, **more):
    found = read_enumeration(text, 0, len(text), **more)
    return [text[start:end] for start, end in found.items]


@pytest.mark.parametrize(("text", "expected", "more"), ROWS)
def test_read_enumeration_cases(text, expected, more):
    found = read_enumeration(text, 0, len(text))
    assert "|".join(text[a:b] for a, b in found.items) == expected
    assert found.open_ended == (more == "open")


def tagged(text, tags):
    return [
        Word(word.start, word.end, tags.get(text[word.start : word.end], "NOUN"))
        for word in plain_words(text, 0, len(text))
    ]


def test_list_ends_before_a_purpose():
    text = "the AU, SADC and COMESA to promote trade"
    assert items(text, words=tagged(text, {"to": "PART", "promote": "VERB"})) == [
        "AU",
        "SADC",
        "COMESA",
    ]


def test_list_ends_before_a_finite_verb():
    text = "salt, tin and wool were named"
    assert items(text, words=tagged(text, {"were": "AUX", "named": "VERB"}))[-1] == "wool"


def test_list_ends_before_a_gerund_clause():
    text = "salt, tin and wool, creating jobs"
    assert items(text, words=tagged(text, {"creating": "VERB"})) == ["salt", "tin", "wool"]


def test_item_tagged_as_verb_stays_where_the_list_goes_on():
    text = "salt, shipping, tin, and wool"
    assert "shipping" in items(text, words=tagged(text, {"shipping": "VERB"}))


def test_stop_cuts_the_last_item():
    text = "salt, tin and wool on Friday"
    assert items(text, stops=[text.index("Friday")])[-1] == "wool"


def test_brackets_and_quotations_hide_their_commas():
    assert items('salt (white, red and black), "tin, old" and wool') == [
        "salt (white, red and black)",
        '"tin, old"',
        "wool",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ports and dams to the care of forests", ["ports and dams", "the care of forests"]),
        ("tea to coffee, he said", ["tea", "coffee"]),
        ("tea alone", []),
        ("", []),
    ],
)
def test_read_range(text, expected):
    assert [text[a:b] for a, b in read_range(text, 0, len(text))] == expected


@given(st.text(alphabet=st.sampled_from('ab ,;."()and\n'), max_size=80) | st.text(max_size=60))
def test_items_are_inside_and_in_order(text):
    found = read_enumeration(text, 0, len(text))
    edges = [edge for item in found.items for edge in item]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in found.items)


@pytest.mark.parametrize("piece", ["and ", ", ", "a, ", "(", '"', "\n", "9", "a and b, "])
def test_long_runs_are_cheap(piece):
    text = piece * (50_000 // len(piece))
    found = read_enumeration(text, 0, len(text))
    assert all(end <= len(text) for _, end in found.items)
