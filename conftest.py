"""The Python blocks of the Markdown pages run as tests, each page in one namespace.

Pages are written for somebody who has an article in `text`; here it is one of the examples.
"""

from pathlib import Path

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent


def _an_article(namespace):
    namespace["text"] = (ROOT / "examples" / "lake_accord.txt").read_text(encoding="utf-8")


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "CONTRIBUTING.md", "docs/*.md"],
    setup=_an_article,
).pytest()
