"""What the network knows of a token by its form alone: numbers of rows in its tables.

Training and reading use this one module, so that both see the same. Hashes are CRC-32 of UTF-8, which
no run and no machine changes.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from zlib import crc32

__all__ = [
    "AFFIXES",
    "AFFIX_ROWS",
    "GRAM_ROWS",
    "SHAPE_ROWS",
    "Features",
    "features",
    "gap",
    "norm",
]

GRAM_ROWS, AFFIX_ROWS, SHAPE_ROWS = 16_000, 3_000, 500
AFFIXES = 5
"""Beginnings and ends looked up beside the bag of n-grams."""
LONGEST = 24
"""Characters of a form that count; what follows is noise more often than a word."""
MOST_GRAMS = 64
GRAM_SIZES = (2, 3, 4, 5)
DIGIT = re.compile(r"[0-9]")
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
NONE, BLANK, LINE, PARAGRAPH = range(4)


class Features(NamedTuple):
    """Rows of a form: of its n-grams (a bag), of its affixes, and of its shape."""

    grams: list[int]
    affixes: list[int]
    shape: int


def norm(form: str) -> str:
    """A form without case, with straight quotation marks and any digit as 0.

    >>> norm("Don’t"), norm("1,234")
    ("don't", '0,000')
    """
    return DIGIT.sub("0", form.lower().translate(STRAIGHT))


def features(normed: str, form: str) -> Features:
    """The rows of a form whose `norm` is given."""
    framed = f"^{normed[:LONGEST]}$"
    grams = [framed[i : i + n] for n in GRAM_SIZES for i in range(len(framed) - n + 1)]
    affixes = (
        "p" + normed[:3],
        "s" + normed[-2:],
        "t" + normed[-3:],
        "u" + normed[-4:],
        "v" + normed[:1],
    )
    return Features(
        [_row(gram, GRAM_ROWS) for gram in grams[:MOST_GRAMS]],
        [_row(affix, AFFIX_ROWS) for affix in affixes],
        _row(_shape(form), SHAPE_ROWS),
    )


def gap(blanks: str) -> int:
    r"""What stands before a token: nothing, blanks, a line break, or more than one (a paragraph's).

    >>> gap(""), gap(" "), gap(" \n"), gap("\n\n")
    (0, 1, 2, 3)
    """
    if not blanks:
        return NONE
    return min(BLANK + blanks.count("\n"), PARAGRAPH)


def _shape(form: str) -> str:
    """Classes of characters, runs cut to two: `Xxdd-`."""
    out: list[str] = []
    for char in form[:40]:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char
        if out[-2:] != [kind, kind]:
            out.append(kind)
    return "".join(out[:12])


def _row(key: str, rows: int) -> int:
    return crc32(key.encode("utf-8", "surrogatepass")) % rows
