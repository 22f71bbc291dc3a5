"""Money: which currency a sign, code or name beside a number means.

A name that several countries use ("pesos") is decided by an adjective before it, else by the
country named nearest in the text; other currencies of that name are kept as alternatives.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summitparse.countries import country_by_demonym, country_by_name, country_of_capital
from summitparse.lexicon import read_table

__all__ = ["Countries", "Money", "money_after", "money_before"]

TABLE = Path(__file__).parent / "currencies.tsv"
COLUMNS = ("code", "name", "nouns", "marks", "countries")
FAVOURED = "USD EUR GBP JPY CNY INR CHF RUB KRW SEK NOK MXN BRL KES IDR TRY ZAR XOF ZMW"
"""Which of several currencies a name means where the text tells nothing: the most traded first
(order of the BIS triennial survey), then the most populous user."""
WORDLIKE = frozenset(
    "ALL TRY TOP CUP MOP SOS GEL MAD PEN BOB BAM COP LAK ERN ID DA BD DT N K R P L Q".split()
)
"""Marks that are words or initials otherwise: only directly before a digit."""
COMMON_NOUNS = frozenset(
    "real reals sol won mark marks pound pounds crown crowns leone rand".split()
)
"""Currency names that mean something else as well: small spelled numbers before them are no money."""
BEFORE = re.compile(
    r"(?<![^\W_])[^\s\d()\[\],;:~≈]{1,5}[ .]?[$]?[ \u00a0\u202f]?$|[$€£¥₹₽₩₱₦₺₪₴₸฿₫₿][ \u00a0]?$"
)
NAME = re.compile(
    r"[ \u00a0\n-]{0,2}((?:[A-Z][\w.'’]*|US|u\.s\.|us)[ \u00a0\n-]+)?((?:[A-Z]\w+[ \u00a0\n]+)?(?:new )?(?:CFA |cfa )?)([^\W\d_]{2,12})(?!\w)"
)
PLACE = re.compile(r"\b[A-Z][\w.'’]+(?: (?:(?:of|and) )?(?:the )?[A-Z][\w.'’]+)?|\bUS\b|\bU\.S\.")
UNIONS = {"west african": "XOF", "central african": "XAF", "east caribbean": "XCD"}


class Money(NamedTuple):
    """A currency beside a number: its place, code, and what else it may be."""

    start: int
    end: int
    code: str
    alternatives: tuple[str, ...] = ()
    noun: str = ""


class _Tables(NamedTuple):
    nouns: dict[str, tuple[str, ...]]
    marks: dict[str, tuple[str, ...]]
    by_country: dict[str, tuple[str, ...]]
    users: dict[str, tuple[str, ...]]
    names: dict[str, str]


@cache
def _tables() -> _Tables:
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
    by_country: dict[str, tuple[str, ...]] = {}
    users: dict[str, tuple[str, ...]] = {}
    names: dict[str, str] = {}
    for code, name, words, signs, countries in rows:
        names[name.lower()] = code
        for table, forms in ((nouns, words), (marks, signs)):
            for form in filter(None, forms.split("|")):
                table[form] = (*table.get(form, ()), code)
        users[code] = tuple(filter(None, countries.split("|")))
        for country in users[code]:
            by_country[country] = (*by_country.get(country, ()), code)
    return _Tables(nouns, marks, by_country, users, names)


class Countries:
    """Where a text names which country: read once, at the first question."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: tuple[list[int], list[str]] | None = None

    def near(self, place: int, wanted: Sequence[str]) -> str | None:
        """Of the wanted countries the one named last before `place`, else first after it."""
        starts, names = self._read()
        at = bisect_right(starts, place)
        order = [*reversed(names[max(0, at - 200) : at]), *names[at : at + 200]]
        return next((name for name in order if name in wanted), None)

    def _read(self) -> tuple[list[int], list[str]]:
        if self._found is None:
            starts, names = [], []
            for match in PLACE.finditer(self._text):
                code = _country(match.group())
                if code:
                    starts.append(match.start())
                    names.append(code)
            self._found = starts, names
        return self._found


@cache
def _country(words: str) -> str | None:
    bare = words.rstrip(".,").removesuffix("'s").removesuffix("’s")
    for name in (words, bare, bare.partition(" ")[0].removesuffix("'s").removesuffix("’s")):
        found = country_by_name(name) or country_by_demonym(name) or country_of_capital(name)
        if found:
            return found
    return None


def money_before(text: str, start: int, number: str, countries: Countries) -> Money | None:
    """The currency sign, abbreviation or code directly before a number that starts at `start`.

    `number` is the number as written: a bare letter ("K") needs one that looks like an amount.
    """
    found = BEFORE.search(text, max(0, start - 8), start)
    if not found:
        return None
    for size in range(len(found.group()), 0, -1):
        begin = start - size
        mark = text[begin:start].strip(" \u00a0\u202f")
        codes = _tables().marks.get(mark) or _tables().marks.get(
            mark.upper() if mark.isalpha() and len(mark) == 3 else mark
        )
        if (
            codes
            and not _inside(text, begin)
            and _fits(mark, text[start - 1], codes, countries, start)
        ):
            begin = start - len(text[begin:start].lstrip(" \u00a0\u202f"))
            return _chosen(Money(begin, start, codes[0]), codes, countries, sign=mark)
    return None


def _inside(text: str, begin: int) -> bool:
    """Whether the mark is the tail of a word."""
    return (
        begin > 0
        and text[begin].isalpha()
        and (text[begin - 1].isalnum() or text[begin - 1] in "$.")
    )


def _fits(mark: str, last: str, codes: Sequence[str], countries: Countries, start: int) -> bool:
    """Whether letters that may mean anything else are a currency here."""
    if mark not in WORDLIKE:
        return True
    if last.isspace():
        return False
    return len(mark) > 1 or countries.near(start, _users(codes)) is not None


def _users(codes: Sequence[str]) -> tuple[str, ...]:
    return tuple(country for code in codes for country in _tables().users[code])


def _chosen(money: Money, codes: Sequence[str], countries: Countries, *, sign: str = "") -> Money:
    """Of several currencies the one of the country nearest in the text."""
    if len(codes) == 1 and sign != "$":
        return money
    if sign == "$" or money.noun.startswith("dollar"):
        return money._replace(code="USD")
    country = countries.near(money.start, _users(codes))
    best = next((code for code in codes if country in _tables().users[code]), codes[0])
    others = () if country else tuple(code for code in codes if code != best)
    return money._replace(code=best, alternatives=others)


def money_after(text: str, end: int, countries: Countries, *, spelled: bool) -> Money | None:
    """The currency name, code or sign after a number that ends at `end`.

    `spelled`: the number is a small one in words, before which "won" or "mark" is no money.
    """
    if mark := _mark_after(text, end):
        return mark
    found = NAME.match(text, end)
    if not found:
        return None
    adjective, more, noun = (found[1] or "").strip(" -\n"), (found[2] or "").strip(), found[3]
    codes = _tables().nouns.get(noun.lower())
    if not codes:
        return _first_word(text, end, countries, spelled=spelled)
    words = " ".join(filter(None, (adjective, more)))
    if not words and spelled and noun in COMMON_NOUNS:
        return None
    money = Money(end, found.end(), codes[0], noun=noun.lower())
    if words:
        return _described(money, words, codes, countries)
    return _chosen(money, codes, countries)


def _first_word(text: str, end: int, countries: Countries, *, spelled: bool) -> Money | None:
    """The noun directly after the number, where what follows it confused the pattern."""
    found = re.compile(r"[ \u00a0\n-]{1,2}([^\W\d_]{2,12})(?!\w)").match(text, end)
    codes = _tables().nouns.get(found[1].lower()) if found else None
    if not found or not codes or (spelled and found[1] in COMMON_NOUNS):
        return None
    return _chosen(Money(end, found.end(), codes[0], noun=found[1].lower()), codes, countries)


def _described(
    money: Money, words: str, codes: Sequence[str], countries: Countries
) -> Money | None:
    """'Danish crowns', 'U.S. dollars', 'West African CFA francs'."""
    low = words.lower()
    if "cfa" in low:
        francs = [code for code in codes if code in ("XOF", "XAF")]
        union = next((code for name, code in UNIONS.items() if low.startswith(name)), None)
        return money._replace(code=union) if union else _chosen(money, francs, countries)
    if low in UNIONS:
        return money._replace(code=UNIONS[low])
    tries = (words, words.split()[0], words.removesuffix(" new"), words.replace("-", " "))
    for name in (*tries, *(word.title() for word in tries), *(word.upper() for word in tries)):
        country = country_by_demonym(name) or country_by_name(name)
        for code in codes:
            if country and country in _tables().users[code]:
                return money._replace(code=code)
    full = f"{low} {money.noun.rstrip('s')}"
    if full in _tables().names:
        return money._replace(code=_tables().names[full])
    return None


MARK_AFTER = re.compile(
    r"[ \u00a0\u202f]?([A-Z]{3}|[$€£¥₹₽₩₱₦₺₪₴₸฿₫₿元₾]|RMB|US\$|zł|Kč|kr|Ft|YEN|rmb|usd|eur|gbp)(?![\w$])"
)


def _mark_after(text: str, end: int) -> Money | None:
    found = MARK_AFTER.match(text, end)
    if not found:
        return None
    mark = found[1] if found[1] in _tables().marks else found[1].upper()
    if mark == "YEN":
        return Money(end, found.end(), "JPY")
    codes = _tables().marks.get(mark)
    after = text[found.end() : found.end() + 2].strip()
    if not codes or mark in WORDLIKE or (not mark[0].isalpha() and after[:1].isdigit()):
        return None
    return Money(end, found.end(), codes[0])
