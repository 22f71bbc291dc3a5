"""Every form of `grammar.toml` is read somewhere: in the rows beside this file, or in a golden row."""

import tomllib
from pathlib import Path

import pytest
import spacy

from summitparse.extractors.dates import extract, grammar, resolve_dates
from summitparse.extractors.dates import joined as joining
from summitparse.extractors.dates.readers import READERS
from summitparse.lexicon import read_lists, read_table
from summitparse.page import Article

DATA = Path(__file__).parent / "data"
GOLDEN = Path(__file__).parents[2] / "golden" / "rows"
BLANK = spacy.blank("en")
COLUMNS = ("text", "published", "mark", "expected", "mod")
ROWS = list(read_table(DATA / "forms.tsv", COLUMNS))
UNSEEN = 12
"""Most patterns that no row reads; a kind has several patterns. A new pattern comes with a row."""


def resolved(text, published):
    return resolve_dates(BLANK(text), article=Article(text=text, published=published or None))


@pytest.mark.parametrize(("text", "published", "mark", "expected", "mod"), ROWS)
def test_expression_is_found_and_resolved(text, published, mark, expected, mod):
    found = {item.span.text: item for item in resolved(text, published)}
    assert mark in found, f"not found; there are {sorted(found)}"
    item = found[mark]
    assert (f"{item.type} {item.value or item.edtf}", item.mod or "-") == (expected, mod)


def _texts():
    for name in ("cases.tsv", "forms.tsv"):
        yield from ((row[0], row[1]) for row in read_table(DATA / name, COLUMNS))
    for path in sorted(GOLDEN.glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            yield case["text"], case.get("published")


@pytest.fixture(scope="module")
def won():
    """Kind and pattern of every piece that got a reading, or gave the time to a day beside it."""
    seen, handed = set(), []

    def watched(read):
        def reader(piece, scene):
            reading = read(piece, scene)
            if reading is not None:
                seen.add((piece.kind, piece.match.re.pattern))
            return reading

        return reader

    def watched_pieces(words, at):
        for piece in grammar.pieces_at(words, at):
            handed[:] = [piece]
            yield piece

    def watched_joint(piece, reading, scene):
        found = joining.joined(piece, reading, scene)
        if found and handed and handed[0].last == found[0]:
            seen.add((handed[0].kind, handed[0].match.re.pattern))
        return found

    with pytest.MonkeyPatch.context() as patch:
        for kind, read in list(READERS.items()):
            patch.setitem(READERS, kind, watched(read))
        patch.setattr(joining, "pieces_at", watched_pieces)
        patch.setattr(extract, "joined", watched_joint)
        for text, published in _texts():
            resolved(text, published)
    return seen


def test_every_kind_of_form_has_a_row_that_it_wins(won):
    kinds = set(read_lists(grammar.HERE / "grammar.toml"))
    assert kinds - {kind for kind, _ in won} == set()


def test_patterns_without_a_row_stay_few(won):
    lists = read_lists(grammar.HERE / "grammar.toml")
    unseen = [
        f"{kind}: {form}"
        for kind, forms in lists.items()
        for form in forms
        if (kind, grammar._compiled(kind, form).pattern) not in won
    ]
    assert len(unseen) <= UNSEEN, "\n".join(unseen)
