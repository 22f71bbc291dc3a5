"""Golden rows: small texts and what must be read from them (the format: README.md)."""

import tomllib
from pathlib import Path

import pytest

from summitparse.page import Article
from summitparse.testing.rows import SECTIONS, described, fits, places_of

ROWS = Path(__file__).parent / "rows"
ABOUT = {"kind", "origin", "published", "text", "exactly", "absent"}
ORIGINS = {"own", "report", "seed variant"}


def _cases():
    for path in sorted(ROWS.glob("*.toml")):
        rows = tomllib.loads(path.read_text("utf-8"))["case"]
        for number, case in enumerate(rows, 1):
            yield pytest.param(case, id=f"{path.stem}-{number}-{case['kind']}")


CASES = list(_cases())


@pytest.mark.parametrize("case", CASES)
def test_rows_are_written_as_the_format_says(case):
    assert set(case) <= {*ABOUT, *SECTIONS}
    assert case["origin"] in ORIGINS
    assert set(case) & {*SECTIONS, "exactly", "absent"}, "the row expects nothing"
    assert set(case.get("exactly", ())) | set(case.get("absent", ())) <= set(SECTIONS)


@pytest.mark.parametrize("case", CASES)
def test_what_is_read(case, parser):
    report = parser.parse(Article(text=case["text"], published=case.get("published")))
    for name in set(SECTIONS) & set(case):
        rows = described(report, name)
        for wanted in case[name]:
            assert any(fits(wanted, row) for row in rows), (
                f"{name}: {wanted} is not among {[{key: row.get(key) for key in wanted} for row in rows]}"
            )
    for name in case.get("exactly", ()):
        rows = described(report, name)
        assert len(rows) == len(case.get(name, ())), f"{name}: {[row.get('mark') for row in rows]}"
    for name, words in case.get("absent", {}).items():
        spans = places_of(report, name)
        assert [word for word in words if _touched(case["text"], word, spans)] == [], name


def _touched(text, words, spans):
    start = text.index(words)
    return any(span.start < start + len(words) and start < span.end for span in spans)
