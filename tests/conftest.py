"""Shared fixtures: the bundled pipeline, loaded once; Hypothesis profiles; the shared corpora."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import summitparse

SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile("default", max_examples=30, deadline=None, suppress_health_check=SLOW)
# the same examples every time: a change is judged by itself, the nightly profile looks for new ones
settings.register_profile(
    "ci", max_examples=150, deadline=None, derandomize=True, suppress_health_check=SLOW
)
settings.register_profile("nightly", max_examples=2000, deadline=None, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(scope="session")
def nlp():
    """The bundled pipeline without the extractors."""
    return summitparse.load(exclude=["summitparse"])


@pytest.fixture(scope="session")
def parser():
    return summitparse.Parser()


@pytest.fixture(scope="session")
def examples():
    """The example articles that ship with the repository, by name."""
    folder = Path(__file__).parent.parent / "examples"
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}


@pytest.fixture(scope="session")
def shared():
    """The folder of seeds and corpora beside the checkout, where there is one."""
    folder = Path(__file__).parent.parent.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder ../shared with seeds and corpora, which isn't here")
    return folder
