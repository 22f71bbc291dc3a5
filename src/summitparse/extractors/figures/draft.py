"""A figure in the making: a number with its sign, currency or unit, and rate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from summitparse.english.inflection import is_plural
from summitparse.extractors.figures.exchange import exchanged
from summitparse.extractors.figures.money import money_after, money_before
from summitparse.extractors.figures.numbers import ENDS, LETTERS, Number
from summitparse.extractors.figures.places import Countries
from summitparse.extractors.figures.units import rate_after, unit_after
from summitparse.extractors.figures.words import word_set
from summitparse.models.mentions import FigureKind

__all__ = ["SUBUNITS", "Draft", "Modifier", "draft", "set_rate"]

Modifier = Literal["=", ">", "<", ">=", "<=", "~"]
SIGN = re.compile(r"(?<![\w%.)])(?:([-−–])|(\+)|(minus|negative)[ -]|(- ))$", re.I)
EITHER = re.compile(r"\bplus or $", re.I)
SIGN_ENDS = frozenset("-−–+ ")
"""What a sign or the blank behind one ("minus ", "negative ", "- ") ends in."""
CLOSERS = ENDS - {"%"}
"""Characters behind a number that no unit begins with."""
NEXT_WORD = re.compile(r"[ \u00a0\n-]([^\W\d_]+)")
OLD = re.compile(r"[ -]{0,3}olds?(?!\w)| of age(?!\w)")
OF_AGE = re.compile(r"\bage of $")
APART = re.compile(r"[ \u00a0]?\([^()\n]{1,24}\)")
"""A converted amount in brackets between a figure and its rate."""
OF_WHAT = re.compile(
    r" of(?: [A-Za-z-]+){1,3}?(?<! once)(?<! twice)(?<! times)(?= (?:a|per) (?:day|week|month|year)\b)"
)
"""What is measured or bought, between an amount and its rate: "tonnes of beef a year"."""
ONE_AND = re.compile(r"(?<!\w)an? ([a-z]+(?: [a-z]+)?) and $", re.I)
NUMBERING = frozenset("third fourth fifth sixth seventh eighth ninth tenth twentieth".split())
"""Directly before a unit these number it: "for a third year"."""
BESIDE = 32
"""Characters beside an amount of pounds in which a word makes it a weight."""
WORDS = re.compile(r"[a-z]+")
OF_LOAD = re.compile(r" of ([a-z]+)\b")
MONEY_OF = re.compile(r" of")
SUBUNITS = {"cent": 100, "penny": 100}
SCALED_UNITS = frozenset(("money", "quantity", "percent"))
LARGE_POUNDS = 1000
"""From here on bare "pounds" are money, below it weight."""


@dataclass(slots=True)
class Draft:
    """What is known so far; offsets are characters of the text."""

    number: Number
    start: int
    end: int
    low: Decimal
    high: Decimal
    kind: FigureKind | None = None
    """None while it isn't known."""
    unit: str | None = None
    rate: str | None = None
    alternatives: tuple[str, ...] = ()
    sign: str = ""
    prefixed: bool = False
    """The currency stands before the number."""
    paired: bool = False
    """A hyphen joins it to another number: a range or a score."""
    converts: bool = False
    """It is part of a rate of exchange: "$1 = 32.50 baht"."""
    traded: bool = False
    """It says what a dollar or euro costs."""
    reason: str = "as written"
    modifier: Modifier = "="
    change: Literal["up", "down"] | None = None
    span_start: int = -1
    """Where its modifier begins."""
    head: int = -1
    """Token of the counted noun."""

    @property
    def single(self) -> bool:
        """Whether it is one value and no range."""
        return self.low == self.high


def draft(text: str, number: Number, countries: Countries) -> Draft:
    """A number with what stands directly beside it."""
    made = Draft(number, number.start, number.end, number.low, number.high)
    if number.kind == "ordinal":
        made.kind = "ordinal"
    else:
        if not _money(text, made, countries):
            _measure(text, made)
            _exchange(text, made, countries)
        if made.number.letter:
            _letter(text, made)
        _sign(text, made)
        if not made.traded and (made.kind in SCALED_UNITS or made.unit == "times"):
            set_rate(text, made)
    if number.raw == "half":
        _and_a_half(text, made)
    made.span_start = made.start
    return made


def _and_a_half(text: str, made: Draft) -> None:
    """'a year and a half': one and a half."""
    whole = ONE_AND.search(text, max(0, made.start - 24), made.start)
    if whole and (unit := unit_after(text, whole.start(1) - 1)) and unit.end == whole.end(1):
        made.start, made.kind, made.unit = whole.start(), unit.kind, unit.name
        made.low = made.high = made.low + 1


def _scale(made: Draft, factor: Decimal) -> None:
    made.number = made.number.times(factor)
    made.low, made.high = made.number.low, made.number.high


def _after_letter(text: str, made: Draft) -> int:
    """Where a scale letter ends ("6m", "1,350 m"); the number's end if it has none."""
    end = made.number.end
    return end + 1 + (text[end] == " ") if made.number.letter else end


def _money(text: str, made: Draft, countries: Countries) -> bool:
    number = made.number
    before = money_before(text, number, countries)
    of = MONEY_OF.match(text, number.end) if number.kind == "plural" else None
    if before is None and text[number.end : number.end + 1] in CLOSERS:
        return False
    lettered = of.end() if of else _after_letter(text, made)
    small = number.kind == "words" and number.scale == 1
    after = money_after(text, lettered, countries, small=small)
    if after is None and number.letter and before is None:
        lettered = number.end
        after = money_after(text, lettered, countries, small=small)
    found = before or after
    if found is None or (found.noun in ("pound", "pounds") and _weighs(text, made, found.end)):
        return False
    made.kind, made.unit, made.alternatives = "money", found.code, found.alternatives
    made.prefixed = before is not None
    if lettered > number.end and not of:
        _scale(made, LETTERS[number.letter.lower()])
        made.end = lettered
    made.start = before.start if before else made.start
    if after and (before is None or after.code == before.code):
        made.end = after.end
        if after.factor != 1:
            _scale(made, after.factor)
    return True


def _weighs(text: str, made: Draft, end: int) -> bool:
    """Whether bare "pounds" are a weight: a fraction, a small number, or pounds of something."""
    if (longer := unit_after(text, made.number.end)) and longer.end > end:
        return True  # "pound-feet"
    large = made.low >= LARGE_POUNDS or made.number.scale > 1
    if large and not _loaded(text, made, end):
        return False
    described = end - made.number.end > len(" pounds")
    weight = made.number.kind == "fraction" or "£" not in text or text.startswith(" of ", end)
    if described or not weight:
        return False
    made.kind, made.unit, made.end = "quantity", "pound-mass", end
    return True


def _loaded(text: str, made: Draft, end: int) -> bool:
    """Whether words of weight stand beside the number: 'can tow 3,500 pounds'."""
    if made.number.scale > LARGE_POUNDS:
        of = OF_LOAD.match(text, end)
        return of is not None and of[1] in word_set("weighing")
    window = text[max(0, made.start - BESIDE) : made.start], text[end : end + BESIDE]
    return any(not word_set("weighing").isdisjoint(WORDS.findall(side.lower())) for side in window)


def _measure(text: str, made: Draft) -> None:
    if made.kind or text[made.number.end : made.number.end + 1] in CLOSERS:
        return
    if made.number.kind == "fraction" and made.number.raw.lower() in NUMBERING:
        return
    unit = unit_after(text, made.number.end)
    if unit is None:
        return
    after = _after_letter(text, made)
    if made.number.letter and unit.end == after and _million(text, after):
        made.end = after
        _scale(made, LETTERS[made.number.letter.lower()])
        made.number = made.number._replace(end=after, letter="")
        unit = unit_after(text, after)
    if unit is None:
        return
    made.kind, made.unit, made.end = unit.kind, unit.name, unit.end
    if unit.factor != 1:
        _scale(made, unit.factor)
    if unit.kind == "duration":
        _age(text, made)


def _age(text: str, made: Draft) -> None:
    old = OLD.match(text, made.end)
    if old or OF_AGE.search(text, max(0, made.start - 8), made.start):
        made.kind, made.unit = "quantity", f"{made.unit} of age"
        made.end = old.end() if old else made.end


def _million(text: str, end: int) -> bool:
    """Whether a letter before `end` is a scale: a unit or a plural follows ('1.2m tons')."""
    if unit_after(text, end):
        return True
    word = NEXT_WORD.match(text, end)
    return bool(word and is_plural(word[1]) and word[1].lower() not in word_set("stops"))


def _letter(text: str, made: Draft) -> None:
    """A letter that is no unit is a scale where it is attached ('10B')."""
    letter = made.number.letter
    loose = not made.kind and made.end == made.number.end
    if loose and letter not in "tT" and text[made.end] == letter:
        made.end += 1
        _scale(made, LETTERS[letter.lower()])
        made.number = made.number._replace(end=made.end, letter="")


def _exchange(text: str, made: Draft, countries: Countries) -> None:
    if not made.kind and (money := exchanged(text, made.number, countries)):
        made.kind, made.unit, made.alternatives = "money", money.code, money.alternatives
        made.reason = "what is traded at this rate"
        made.traded = True


def _sign(text: str, made: Draft) -> None:
    last = text[made.start - 1 : made.start]
    if last not in SIGN_ENDS or (last == " " and text[made.start - 2] not in "-sSeE"):
        return
    found = SIGN.search(text, max(0, made.start - 9), made.start)
    if found and EITHER.search(text, max(0, found.start() - 9), found.start()):
        made.start, made.modifier = found.start() - len("plus or "), "~"
        return
    if not found or (not found[3] and made.number.kind == "words" and not made.kind):
        return
    if found[4] and not (made.unit or "").startswith("degree"):
        return
    if text[made.start - 1] == "–" and text[max(0, found.start() - 1) : found.start()] == " ":
        return
    made.start = found.start()
    made.sign = "+" if found[2] else "-"
    if made.sign == "-":
        made.low, made.high = -made.low, -made.high


def set_rate(text: str, made: Draft) -> None:
    """The time or thing that an amount is for, where one is named: "$5 a day"."""
    rate = rate_after(text, made.end)
    if rate:
        made.rate, made.end = rate
        return
    apart = OF_WHAT.match(text, made.end)
    if made.kind == "money":
        apart = APART.match(text, made.end) or apart
    if apart and made.kind in ("money", "quantity"):
        rate = rate_after(text, apart.end())
        made.rate = rate[0] if rate else None
