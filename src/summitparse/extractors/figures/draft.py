"""A figure in the making: a number with its sign, currency or unit, and rate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from summitparse.extractors.figures.money import Countries, money_after, money_before
from summitparse.extractors.figures.numbers import LETTERS, Number
from summitparse.extractors.figures.units import rate_after, unit_after
from summitparse.extractors.figures.words import is_plural, word_set

__all__ = ["Draft", "draft"]

SIGN = re.compile(r"(?<![\w%.)])(?:([-−–])|(\+)|(minus|negative)[ -])$", re.I)
NEXT_WORD = re.compile(r"[ \u00a0-]([^\W\d_]+)")
OLD = re.compile(r"[ -]?(?:old|of age)(?!\w)|-old(?!\w)")
APART = re.compile(r"[ \u00a0]?\([^()\n]{1,24}\)")
"""A converted amount in brackets between a figure and its rate."""
SUBUNITS = {"cent": 100, "penny": 100}


@dataclass(slots=True)
class Draft:
    """What is known so far; offsets are characters of the text."""

    number: Number
    start: int
    end: int
    low: Decimal
    high: Decimal
    kind: str = ""
    """money, percent, quantity, count, duration, ordinal, bare; empty while unknown."""
    unit: str | None = None
    rate: str | None = None
    alternatives: tuple[str, ...] = ()
    sign: str = ""
    prefixed: bool = False
    """The currency stands before the number."""
    reason: str = ""
    modifier: str = "="
    change: str | None = None
    span_start: int = -1
    head: int = -1
    """Token of the counted noun."""

    @property
    def single(self) -> bool:
        return self.low == self.high


def draft(text: str, number: Number, countries: Countries) -> Draft:
    """A number with what stands directly beside it."""
    made = Draft(number, number.start, number.end, number.low, number.high, span_start=number.start)
    if number.kind == "ordinal":
        made.kind = "ordinal"
        return made
    _money(text, made, countries) or _measure(text, made)
    _letter(text, made)
    _sign(text, made)
    if made.kind in ("money", "quantity", "percent") or made.unit == "times":
        _rate(text, made)
    return made


def _scale(made: Draft, factor: Decimal) -> None:
    made.number = made.number.times(factor)
    made.low, made.high = made.number.low, made.number.high


def _money(text: str, made: Draft, countries: Countries) -> bool:
    number = made.number
    before = money_before(text, number.start, number.raw, countries)
    end = number.end
    if number.letter:
        end += 1 + (text[end] == " ")
    spelled = number.kind == "words" and number.scale == 1
    after = money_after(text, end, countries, spelled=spelled)
    if after is None and number.letter and before is None:
        after = money_after(text, number.end, countries, spelled=spelled)
        end = number.end
    found = before or after
    if found is None:
        return False
    made.kind, made.unit, made.alternatives = "money", found.code, found.alternatives
    made.prefixed = before is not None
    if number.letter and (before or after) and end > number.end:
        _scale(made, LETTERS[number.letter.lower()])
        made.end = end
    if before:
        made.start = before.start
    if after and (
        before is None or after.code == before.code or text[after.start : after.end].strip() == "US"
    ):
        made.end = after.end
    return True


def _measure(text: str, made: Draft) -> bool:
    unit = unit_after(text, made.number.end)
    letter = made.number.letter
    if (
        letter
        and unit
        and unit.end == made.number.end + len(letter) + (text[made.number.end] == " ")
    ):
        if _million(text, made, unit.end):
            return _measure_after_letter(text, made)
    if unit is None:
        return False
    made.kind, made.unit, made.end = unit.kind, unit.name, unit.end
    if unit.factor != 1:
        _scale(made, unit.factor)
    if unit.kind == "duration" and (old := OLD.match(text, unit.end)):
        made.kind, made.unit, made.end = "quantity", f"{unit.name} of age", old.end()
    return True


def _million(text: str, made: Draft, end: int) -> bool:
    """Whether the letter after a number is a scale: a unit or a plural follows ('1.2m tons')."""
    if unit_after(text, end):
        return True
    word = NEXT_WORD.match(text, end)
    return bool(word and is_plural(word[1]) and word[1].lower() not in word_set("stops"))


def _measure_after_letter(text: str, made: Draft) -> bool:
    made.end = made.number.end + 1 + (text[made.number.end] == " ")
    _scale(made, LETTERS[made.number.letter.lower()])
    if unit := unit_after(text, made.end):
        made.kind, made.unit, made.end = unit.kind, unit.name, unit.end
    return True


def _letter(text: str, made: Draft) -> None:
    """A letter that is no unit is a scale where it is attached ('10B')."""
    letter = made.number.letter
    if letter and not made.kind and made.end == made.number.end and text[made.end] == letter:
        if letter not in "tT":
            made.end += 1
            _scale(made, LETTERS[letter.lower()])


def _sign(text: str, made: Draft) -> None:
    found = SIGN.search(text, max(0, made.start - 9), made.start)
    if not found or (found[1] and not made.kind and made.number.kind == "words"):
        return
    if (
        found[1]
        and text[max(0, found.start() - 1) : found.start()] == " "
        and text[made.start - 1] == "–"
    ):
        return
    made.start = found.start()
    made.sign = "+" if found[2] else "-"
    if made.sign == "-":
        made.low, made.high = -made.low, -made.high


def _rate(text: str, made: Draft) -> None:
    rate = rate_after(text, made.end)
    if rate:
        made.rate, made.end = rate
    elif made.kind == "money" and (apart := APART.match(text, made.end)):
        rate = rate_after(text, apart.end())
        made.rate = rate[0] if rate else None
