"""Number phrases as numbers: "two and a half", "2 1/2", "twenty-one", "two thousand and five"."""

from __future__ import annotations

from fractions import Fraction

__all__ = ["read_number", "read_year"]

LONGEST = 12
"""A number of more digits counts no time."""


def read_number(values: list[str]) -> Fraction | None:
    """The number that the lexicon's values of a number phrase make; None where they make none.

    A value `x100` multiplies what stands before it; words without a number are passed over.

    >>> read_number(["20", "", "1"]), read_number(["2", "1/2"]), read_number(["2", "x1000", "5"])
    (Fraction(21, 1), Fraction(5, 2), Fraction(2005, 1))
    """
    total, group = Fraction(0), Fraction(0)
    found = False
    for value in values:
        number = _one(value.removeprefix("x"))
        if number is None:
            continue
        found = True
        if not value.startswith("x"):
            group += number
        elif number < 1000:
            group = (group or 1) * number
        else:
            total, group = total + (group or 1) * number, Fraction(0)
    return total + group if found else None


def _one(value: str) -> Fraction | None:
    plain = value.replace(",", "")
    if not plain[:1].isdecimal() or len(plain) > LONGEST:
        return None
    try:
        return Fraction(plain)
    except (ValueError, ZeroDivisionError):
        return None


def read_year(values: list[str]) -> int | None:
    """A year in words, "nineteen ninety-six" or "two thousand and five": 1100 to 2999.

    >>> read_year(["19", "90", "", "6"]), read_year(["2", "x1000", "", "5"])
    (1996, 2005)
    """
    number = read_number(values)
    if number is not None and 1000 <= number < 3000:
        return int(number)
    high, low = read_number(values[:1]), read_number(values[1:])
    if high is None or low is None or not 11 <= high <= 20 or low >= 100:
        return None
    return int(high * 100 + low)
