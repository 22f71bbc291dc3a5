"""Word lists beside the rooms: read once, asked for by name, told where they are wrong."""

import re

import pytest

from summitparse.errors import LexiconError
from summitparse.lexicon import either, words_of


@pytest.fixture
def lists(tmp_path):
    path = tmp_path / "lists.toml"
    path.write_text('near = ["at", "in"]\nfar = ["from"]\n', encoding="utf-8")
    return path


def test_a_file_is_read_once_for_all_its_lists(lists):
    assert words_of(lists, "near") == {"at", "in"}
    lists.unlink()
    assert words_of(lists, "far") == {"from"}


def test_a_list_that_isnt_there_is_told_with_the_file(lists):
    with pytest.raises(LexiconError, match=r"lists\.toml: no list nigh"):
        words_of(lists, "nigh")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('near = ["at", "at"]', "near holds twice: at"),
        ('near = "at"', "near isn't a list of strings"),
        ("near = [", "lists.toml: "),
    ],
)
def test_a_mistake_in_a_list_is_told(tmp_path, text, said):
    path = tmp_path / "lists.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=re.escape(said)):
        words_of(path, "near")


def test_a_pattern_finds_the_longest_of_its_words():
    pattern = re.compile(either(["so", "so on", "a.m."]))
    assert pattern.match("so on it goes").group() == "so on"
    assert not pattern.match("a!m!")
