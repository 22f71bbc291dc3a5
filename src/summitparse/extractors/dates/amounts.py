"""Lengths of time as TIMEX3 values: `P15Y`, `PT1H30M`, `PXD`."""

from __future__ import annotations

from fractions import Fraction

__all__ = ["INSIDE", "LONG", "length", "written"]

SMALLER = {
    "ML": ("Y", 1000),
    "CE": ("Y", 100),
    "DE": ("Y", 10),
    "Y": ("M", 12),
    "Q": ("M", 3),
    "M": ("D", 30),
    "W": ("D", 7),
    "D": ("TH", 24),
    "TH": ("TM", 60),
    "TM": ("TS", 60),
}
"""The unit that a fraction of a unit is written in, and how many of it make one."""
LONG = ("ML", "CE", "DE")
"""Units that TIMEX3 writes in years here: "two decades" is `P20Y`."""
INSIDE = {"TH": ("TM",), "TM": ("TS",)}
"""The smaller unit that may follow a unit in one length; news counts years and months apart."""


def length(number: Fraction | None, unit: str) -> str:
    """The TIMEX3 value of a length: `P15Y`, `PT1H30M`; `PXD` where the number is vague.

    >>> length(Fraction(5, 2), "Y"), length(Fraction(3, 2), "TH"), length(None, "W")
    ('P2Y6M', 'PT1H30M', 'PXW')
    """
    if unit[0].isdigit():
        times, unit = int(unit[:-1]), unit[-1]
        number = number and number * times
    if number is None:
        return f"PTX{unit[1:]}" if unit.startswith("T") else f"PX{unit}"
    if unit in LONG:
        number, unit = number * SMALLER[unit][1], "Y"
    whole = number.numerator // number.denominator
    parts = [(whole, unit)] if whole or number == whole else []
    if number != whole and unit == "TS":
        return f"PT{float(number):g}S"
    if number != whole and unit in SMALLER:
        small, factor = SMALLER[unit]
        parts.append((round((number - whole) * factor), small))
    return written(parts)


def written(parts: list[tuple[int, str]]) -> str:
    """The value of a length of several units, the largest first."""
    days = "".join(f"{number}{unit}" for number, unit in parts if not unit.startswith("T"))
    clock = "".join(f"{number}{unit[1:]}" for number, unit in parts if unit.startswith("T"))
    return "P" + days + ("T" + clock if clock else "")
