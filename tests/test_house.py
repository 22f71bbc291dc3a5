"""Rules of the house that no linter knows: words lie in tables, not in code."""

import ast
import typing
from pathlib import Path

import pytest

import summitparse
from summitparse import models
from summitparse.models import agreement, base, claim, mentions

SOURCE = Path(summitparse.__file__).parent
FEWEST = 3
"""Words from which on a set is a list of words, not a distinction."""
LATER = ("extractors/dates", "extractors/figures")
"""Rooms that still hold words in their code; they leave this list when their words have moved."""


def _own_names():
    """The contract's own words (`count`, `signed`, `held`), which are no English to be looked up."""
    found = set()
    for module in (models, claim, mentions, agreement, base):
        for value in vars(module).values():
            found |= (
                set(typing.get_args(value)) if typing.get_origin(value) is typing.Literal else set()
            )
            for field in getattr(value, "model_fields", {}).values():
                found |= set(_literals(field.annotation))
    return found | set(summitparse.Report.model_fields) | set(summitparse.DEFAULT)


def _literals(annotation):
    if typing.get_origin(annotation) is typing.Literal:
        yield from typing.get_args(annotation)
    for part in typing.get_args(annotation):
        yield from _literals(part) if not isinstance(part, str) else ()


OWN = _own_names()


def _words(node):
    """The strings of a set, of a collection that is looked into, or of a string that is split."""
    if isinstance(node, ast.Set):
        return _strings(node.elts)
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
        right = node.comparators[0]
        return _strings(right.elts) if isinstance(right, ast.Tuple | ast.List) else []
    if isinstance(node, ast.Call):
        return _of_call(node)
    return []


def _of_call(node):
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    if name == "split" and isinstance(node.func.value, ast.Constant):
        return str(node.func.value.value).split()
    if (
        name in ("frozenset", "set")
        and node.args
        and isinstance(node.args[0], ast.Tuple | ast.List)
    ):
        return _strings(node.args[0].elts)
    return []


def _strings(nodes):
    return [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def word_sets(path):
    """Where a module keeps words that belong into a lexicon."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        words = [word for word in _words(node) if word.strip().isalpha() and not word.isupper()]
        if len(words) >= FEWEST and not set(words) <= OWN:
            yield f"{path.relative_to(SOURCE)}:{node.lineno}: {' '.join(words[:6])}"


def test_the_check_sees_words(tmp_path, monkeypatch):
    monkeypatch.setattr("test_house.SOURCE", tmp_path)
    page = tmp_path / "page.py"
    lines = ('A = {"at", "in", "on"}', 'B = "a of to".split()', 'C = x in ("by", "for", "from")')
    page.write_text("\n".join([*lines, 'D = {"in"}', 'E = {"NOUN", "VERB", "ADJ"}']))
    assert len(list(word_sets(page))) == 3


def _modules():
    for path in sorted(SOURCE.rglob("*.py")):
        if not path.relative_to(SOURCE).as_posix().startswith(LATER):
            yield path


@pytest.mark.parametrize("path", list(_modules()), ids=lambda path: str(path.relative_to(SOURCE)))
def test_words_lie_in_lexicons(path):
    assert list(word_sets(path)) == []
