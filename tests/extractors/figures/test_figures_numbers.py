"""Numbers as they are written: digits of any locale, words, scales, fractions."""

from decimal import Decimal
from pathlib import Path

import pytest

from summitparse.extractors.figures.digits import fraction, parse_digits, unread_numbers
from summitparse.extractors.figures.numbers import Number, read_numbers
from summitparse.lexicon import read_table

CASES = list(
    read_table(Path(__file__).parent / "data" / "numbers.tsv", ("text", "values", "kinds"))
)


def shown(number: Number) -> str:
    low, high = (format(value.normalize(), "f") for value in (number.low, number.high))
    return low if low == high else f"{low}..{high}"


@pytest.mark.parametrize(("text", "values", "kinds"), CASES, ids=[case[0] for case in CASES])
def test_read_numbers_reads_the_whole_text(text: str, values: str, kinds: str) -> None:
    found = list(read_numbers(text))
    assert ";".join(map(shown, found)) == values
    assert ";".join(number.kind for number in found) == kinds
    if len(found) == 1:
        assert text[found[0].start : found[0].end] == text


def test_numbers_are_exact() -> None:
    (number,) = read_numbers("0.1 million")
    assert number.low == Decimal(100000)
    assert fraction(1, 3) * 3 == Decimal("0.999999999999")


@pytest.mark.parametrize("raw", ["1,23,4", "1.23.456", "0,123,456", "1.2,3.4"])
def test_parse_digits_leaves_odd_groups_alone(raw: str) -> None:
    assert parse_digits(raw) is None


def test_unread_numbers_names_what_is_too_long() -> None:
    text = "1 to " + "7" * 100_000 + " and 1,234"
    assert [(span.start, span.end) for span in unread_numbers(text)] == [(5, 100_005)]
