"""The public names, and that importing them loads no model."""

import subprocess
import sys
from importlib.metadata import entry_points

import pytest

import summitparse


def test_all_is_sorted_and_every_name_is_there():
    names = summitparse.__all__
    by_case = sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    assert names == by_case
    assert len(names) == len(set(names))
    for name in names:
        assert getattr(summitparse, name) is not None


def test_unknown_names_are_refused():
    with pytest.raises(AttributeError, match="parse_all"):
        _ = summitparse.parse_all


@pytest.mark.parametrize("module", ["pandas", "pyarrow", "rich", "jinja2", "spacy"])
def test_import_stays_light(module):
    code = f"import summitparse, sys; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_factory_is_registered_and_loads():
    names = {point.name: point for point in entry_points(group="spacy_factories")}
    wanted = {"summitparse", *(f"summitparse_{name}" for name in summitparse.DEFAULT)}
    assert wanted <= set(names)
    assert all(callable(names[name].load()) for name in wanted)
