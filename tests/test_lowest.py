"""The lowest versions that are declared are those that are tested, and spaCy's is what the model says."""

import inspect
import json
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from summitparse.model import DATA

HERE = Path(__file__).parent
FOR_USERS = ("cli", "pandas", "arrow")
PROJECT = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def floors(requirements):
    """The lowest version of each requirement that has one."""
    read = map(Requirement, requirements)
    bounds = [(each.name, spec) for each in read for spec in each.specifier]
    return {name: Version(spec.version) for name, spec in bounds if spec.operator == ">="}


def pins():
    lines = (HERE / "lowest.txt").read_text(encoding="utf-8").splitlines()
    split = (line.split("==") for line in lines if line and line[0] != "#")
    return {name: Version(version) for name, version in split}


def test_what_users_install_is_tested_at_its_lowest():
    extras = PROJECT["optional-dependencies"]
    asked = [*PROJECT["dependencies"], *(each for name in FOR_USERS for each in extras[name])]
    declared = floors(asked)
    assert len(declared) == len({Requirement(each).name for each in asked})
    assert {name: pins().get(name) for name in declared} == declared


def test_what_the_tests_need_is_pinned_as_declared():
    declared = floors(PROJECT["optional-dependencies"]["dev"])
    shared = declared.keys() & pins().keys()
    assert {"pytest", "hypothesis"} <= shared
    assert {name: pins()[name] for name in shared} == {name: declared[name] for name in shared}


def test_the_model_asks_for_the_same_spacy():
    (declared,) = (r for r in map(Requirement, PROJECT["dependencies"]) if r.name == "spacy")
    asked = json.loads((DATA / "meta.json").read_text(encoding="utf-8"))["spacy_version"]
    assert SpecifierSet(asked) == declared.specifier


@pytest.mark.parametrize(
    "point", entry_points(group="spacy_factories"), ids=lambda point: point.name
)
def test_factories_have_annotations_that_are_no_strings(point):
    """spaCy before 3.8.13 can't read those that `from __future__ import annotations` makes."""
    if point.value.startswith("summitparse."):
        given = inspect.signature(inspect.unwrap(point.load())).parameters.values()
        assert not [each.name for each in given if isinstance(each.annotation, str)]
