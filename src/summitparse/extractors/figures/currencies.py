"""Which currency a mark or name means, where several countries share it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summitparse.extractors.figures.numbers import Number
from summitparse.extractors.figures.places import Countries
from summitparse.lexicon import read_table

__all__ = ["CFA", "COMMON_NOUNS", "NAMED", "Money", "chosen", "named_money", "tables", "users"]

TABLE = Path(__file__).parent / "currencies.tsv"
COLUMNS = ("code", "name", "nouns", "marks", "countries")
FAVOURED = "USD EUR GBP JPY CNY INR CHF RUB KRW SEK NOK MXN BRL KES IDR TRY ZAR XOF ZMW"
"""Which of several currencies a name means where the text tells nothing: the most traded first
(order of the BIS triennial survey), then the most populous user."""
COMMON_NOUNS = frozenset(
    "real reals sol won mark marks pound pounds crown crowns leone rand lev som".split()
)
"""Currency names that mean something else as well: small spelled numbers before them are no money."""
NAMED = frozenset(("right", "rights"))
"""Money only with the whole name: "special drawing rights"."""
RATED = frozenset(("real", "won", "rand", "pound", "lev"))
"""Of the common nouns, those of currencies whose rates make news."""
UNMARKED = frozenset(("GBP", "CNY", "JPY", "KRW", "RUB", "TRY", "BRL", "INR"))
"""Currencies that the bare name means where the text names no country."""
MARKED = frozenset(("HKD", "TWD"))
"""Dollars whose sign never stands without the letters of the country, at home neither."""
CFA = ("XOF", "XAF")


class Money(NamedTuple):
    """A currency beside a number: its place, code, and what else it may be."""

    start: int
    end: int
    code: str
    alternatives: tuple[str, ...] = ()
    noun: str = ""
    bracketed: bool = False
    """It stands in brackets: a conversion, not into the home currency."""
    factor: Decimal = Decimal(1)
    """A scale behind the code: "75 USD million"."""


class _Tables(NamedTuple):
    nouns: dict[str, tuple[str, ...]]
    marks: dict[str, tuple[str, ...]]
    users: dict[str, tuple[str, ...]]
    names: dict[str, str]


@cache
def tables() -> _Tables:
    """The currencies by noun, by mark, by user and by name."""
    favoured = FAVOURED.split()
    rows = sorted(
        read_table(TABLE, COLUMNS),
        key=lambda row: (
            favoured.index(row[0]) if row[0] in favoured else len(favoured),
            not row[4],
        ),
    )
    nouns: dict[str, tuple[str, ...]] = {}
    marks: dict[str, tuple[str, ...]] = {}
    users: dict[str, tuple[str, ...]] = {}
    names: dict[str, str] = {}
    for code, name, words, signs, countries in rows:
        names[name.lower()] = code
        for table, forms in ((nouns, words), (marks, signs)):
            for form in filter(None, forms.split("|")):
                table[form] = (*table.get(form, ()), code)
        users[code] = tuple(filter(None, countries.split("|")))
    return _Tables(nouns, marks, users, names)


@cache
def users(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The countries that use any of the currencies."""
    return tuple(country for code in codes for country in tables().users[code])


def chosen(money: Money, codes: Sequence[str], countries: Countries, *, sign: str = "") -> Money:
    """Of several currencies the one of the country nearest in the text."""
    if len(codes) == 1 and sign != "$":
        return money
    if sign == "$" or money.noun.startswith("dollar"):
        return _dollars(money, countries)
    country = countries.near(money.start, users(codes))
    best = next((code for code in codes if country in tables().users[code]), codes[0])
    settled = country or best in UNMARKED
    others = () if settled else tuple(code for code in codes if code != best and users((code,)))
    return money._replace(code=best, alternatives=others)


@cache
def _other_dollars() -> tuple[str, ...]:
    return tuple(code for code in tables().nouns["dollar"] if code != "USD")


def _dollars(money: Money, countries: Countries) -> Money:
    """Dollars of no country: those of the United States.

    But where the sentence names a country that has its own, and the text never the United States.
    """
    codes = tuple(code for code in _other_dollars() if code not in MARKED or money.noun)
    if (
        money.bracketed
        or not (country := countries.last_in_sentence(money.start, users(codes)))
        or countries.names("US")
    ):
        return money._replace(code="USD")
    own = next(code for code in codes if country in tables().users[code])
    return money._replace(code=own, alternatives=("USD",))


def named_money(noun: str, number: Number, countries: Countries) -> Money | None:
    """The currency of a name that stands elsewhere in the sentence of a number."""
    codes = tables().nouns.get(noun)
    if not codes or noun in NAMED | COMMON_NOUNS - RATED:
        return None
    return chosen(Money(number.start, number.end, codes[0], noun=noun), codes, countries)
