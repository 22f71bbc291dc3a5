"""What a number is, and the words it is made of."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summitparse.extractors.figures.digits import DIGITS, MAX_DIGITS
from summitparse.lexicon import read_table

__all__ = [
    "SCALES",
    "SUFFIXES",
    "VULGAR",
    "Number",
    "atom",
    "number_words",
    "scales",
    "suffix_pattern",
]

TABLE = Path(__file__).parent / "numbers.tsv"
VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
SUFFIXES = {"MM": 10**6, "k": 1000, "K": 1000}
"""Scales that are only written on to the digits, beside the words."""
SCALES = frozenset(("scale", "behind"))
EXACT = Context(prec=4 * MAX_DIGITS)
"""Products are never rounded; what gets too long is left out later."""


class Number(NamedTuple):
    """A number and where it stands; `low` equals `high` unless the words name a range.

    `scale` is what was multiplied in ("million"), `letter` a scale that may be a unit ("6m").
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    kind: str = "digits"
    """`digits`, `words`, `plural` (tens of thousands), `fraction`, `ordinal`."""
    scale: Decimal = Decimal(1)
    letter: str = ""
    raw: str = ""

    @property
    def single(self) -> bool:
        """Whether it is one value."""
        return self.low == self.high

    def times(self, factor: Decimal, end: int | None = None) -> Number:
        """The number with a scale multiplied in, and where that ends."""
        start, stop, low, high, kind, scale, letter, raw = self
        low, high = EXACT.multiply(low, factor), EXACT.multiply(high, factor)
        stop = stop if end is None else end
        return Number(start, stop, low, high, kind, scale * factor, letter, raw)


@cache
def number_words() -> dict[str, tuple[str, Decimal]]:
    """Kind and value of every number word."""
    rows = read_table(TABLE, ("word", "kind", "value"))
    return {word: (kind, Decimal(value)) for word, kind, value in rows}


def _forms(word: str) -> tuple[str, ...]:
    """How a word is written; in capitals "arab" is no number."""
    return (word,) if word == "arab" else (word, word.title(), word.upper())


@cache
def atom() -> re.Pattern[str]:
    """Digits or a number word. The text is passed at the speed of its first-letter test."""
    forms = [form for word in number_words() for form in _forms(word)]
    vulgar = "".join(VULGAR)
    first = "".join(sorted({form[0] for form in forms}))
    return re.compile(
        rf"(?=[\d.{vulgar}{first}])"
        rf"(?:(?P<digits>{DIGITS})|(?P<vulgar>[{vulgar}])|\b(?P<word>{_trie(forms)})\b)"
    )


def _trie(words: list[str]) -> str:
    """A pattern for any of the words that tries every letter once, however many words there are."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    ends = branches.pop("", None) is not None
    parts = "|".join(letter + _trie(rest) for letter, rest in sorted(branches.items()))
    return f"(?:{parts})" + ("?" if ends else "") if parts else ""


@cache
def suffix_pattern() -> re.Pattern[str]:
    """A scale written on to the digits: "4bn", "300million", "75crore"."""
    found = [word for word, entry in number_words().items() if scales(*entry)]
    forms = [form for word in found for form in _forms(word)]
    return re.compile(rf"(?:{_trie([*forms, *SUFFIXES])})(?![A-Za-z])")


def scales(kind: str, value: Decimal) -> bool:
    """Whether a word behind digits multiplies them: "5 million", "500 crores"."""
    return kind in SCALES or (kind == "plural" and value >= 1000)
