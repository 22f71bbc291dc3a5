"""Money: which currency a sign, code or name beside a number means.

A name that several countries use ("pesos") is decided by an adjective before it, else by the
country named nearest in the text; other currencies of that name are kept as alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from summitparse.english.inflection import is_plural
from summitparse.extractors.figures.currencies import (
    CFA,
    COMMON_NOUNS,
    NAMED,
    Money,
    chosen,
    tables,
    users,
)
from summitparse.extractors.figures.digits import NEW_LINE
from summitparse.extractors.figures.numbers import Number
from summitparse.extractors.figures.places import Countries, country_of
from summitparse.extractors.figures.words import word_set

__all__ = ["money_after", "money_before"]

WORDLIKE = frozenset(
    "ALL TRY TOP CUP MOP SOS GEL MAD PEN BOB BAM COP LAK ERN ID DA BD DT N K R P L Q".split()
)
"""Marks that are words or initials otherwise: only directly before a digit."""
CODE = 3
"""Letters of a code of ISO 4217."""
ROAD = re.compile(
    r"[^.;,\n]{0,24}?\b(?:highway|road|route|freeway|motorway|interchange|corridor|toll)s?\b"
)
"""Behind a letter and a number these make it the name of a road."""
THOUSAND = 1000
LONGEST_MARK = 7
"""Characters of the longest mark before a number, a blank behind it included."""
SPACED_ENDS = "$A"
"""Last characters of the marks with a blank inside: "US $", "F CFA"."""
WORD = re.compile(
    rf"(?:[ \u00a0-]{{1,2}}(?:{NEW_LINE})?|{NEW_LINE})" + r"([^\W\d_]+(?:[.'’][^\W\d_]+)*\.?)(?!\w)"
)
WORDS_BEFORE_NOUN = 4
"""Words of the longest description of a currency: "new Hong Kong dollars"."""
WORDS = re.compile(rf"(?:{WORD.pattern}){{1,{WORDS_BEFORE_NOUN}}}")
SPLIT = re.compile(r"[ \u00a0\n.-]+")
BLANKS = " \u00a0\u202f"
CENTS = re.compile(r"[ -](?:cents?|pence)\b")
MARK_AFTER = re.compile(
    r"[ \u00a0\u202f]?+(?!\w{6})(?P<before>M|m|k|bn)?"
    r"(?P<mark>[A-Z]{3}|[a-z]{3}|US\$|zł|Kč|kr|Ft|[$€£¥₹₽₩₱₦₺₪₴₸฿₫₿元₾])(?![\w$])"
    r"(?P<after> (?:million|billion|trillion|bn|mn)\b)?"
)
SCALES = {
    "m": 10**6,
    "k": 1000,
    "mn": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
    "trillion": 10**12,
}
CONSOLE = "PS"
"""Pounds as some texts have them, before a single digit a console: "the PS5"."""
UNIONS = {"west african": "XOF", "central african": "XAF", "east caribbean": "XCD"}


def money_before(text: str, number: Number, countries: Countries) -> Money | None:
    """The currency sign, abbreviation or code directly before a number."""
    start = number.start
    window = text[max(0, start - LONGEST_MARK) : start]
    bare = window.rstrip(BLANKS)
    gap, end = len(window) - len(bare), len(bare)
    word = bare.rpartition(" ")[2]
    if gap > 1 or word[-1:] not in _mark_ends() or (word.isalpha() and not _marked(word)):
        return None
    for size in range(end if word[-1] in SPACED_ENDS else len(word), 0, -1):
        begin, mark = start - gap - size, bare[end - size :]
        codes = _marked(mark)
        if codes and not _inside(text, begin) and _fits(text, mark, number, codes, countries):
            money = Money(begin, start, codes[0], bracketed=text[begin - 1 : begin] == "(")
            return chosen(money, codes, countries, sign=mark)
    return None


def _marked(mark: str) -> tuple[str, ...]:
    """The currencies of a mark as written; codes and dollars of two letters also in small letters."""
    marks = tables().marks
    if found := marks.get(mark):
        return found
    if len(mark) < 3 or not mark.islower():
        return ()
    code = len(mark) == 3 and mark.upper() not in WORDLIKE
    small = code or (mark[-1] == "$" and len(mark) > 3)
    return marks.get(mark.upper(), ()) if small else ()


@cache
def _mark_ends() -> frozenset[str]:
    """The characters that a mark ends in; small letters stand for the codes in capitals."""
    ends = {mark[-1] for mark in tables().marks}
    return frozenset(ends | {end.lower() for end in ends})


def _inside(text: str, begin: int) -> bool:
    """Whether the mark is the tail of a word, or of its possessive ("Japan's $5 million")."""
    if begin == 0 or not text[begin].isalpha():
        return False
    before = text[begin - 1]
    return before.isalnum() or before in "$." or (before in "'’" and text[begin - 2].isalpha())


def _fits(text: str, mark: str, number: Number, codes: Sequence[str], countries: Countries) -> bool:
    """Whether letters that may mean anything else are a currency here."""
    amount = number.scale > 1 or bool(number.letter) or not number.raw.isdigit()
    if mark == CONSOLE:
        return amount or len(number.raw) > 1
    if mark not in WORDLIKE:
        return True
    if text[number.start - 1].isspace() and not (amount and len(mark) == CODE):
        return False
    if len(mark) == CODE and text[number.start - 1].isalpha():
        return amount or len(number.raw) > CODE
    near = countries.near(number.start, users(codes)) is not None
    if mark.lower() in word_set("plain_codes") and _large(text, number):
        return True
    return near and (amount or not _names(text, mark, number))


def _large(text: str, number: Number) -> bool:
    """A scale or four digits that count nothing else: 'COP 30 million', not 'COP 30'."""
    after = WORD.match(text, number.end)
    counts = after and is_plural(after[1]) and after[1] not in word_set("stops")
    thousands = "," in number.raw and number.low >= THOUSAND
    return not counts and (number.scale > 1 or bool(number.letter) or thousands)


def _names(text: str, mark: str, number: Number) -> bool:
    """Whether a letter and a few digits are a name: 'the R21', 'the N1 highway', 'K9 units'."""
    if len(number.raw) < 2 and mark != "R":
        return True
    begin = number.start - len(mark)
    if ROAD.match(text, number.end):
        return True
    after = WORD.match(text, number.end)
    the = text[max(0, begin - 4) : begin].lower() == "the "
    return is_plural(after[1]) if after and after[1] not in word_set("stops") else the


def money_after(text: str, end: int, countries: Countries, *, small: bool) -> Money | None:
    """The currency name, code or sign after a number that ends at `end`.

    `small`: the number is a small one in words, before which "won" or "mark" is no money.
    """
    if mark := _mark_after(text, end):
        return mark
    words = WORDS.match(text, end)
    if not words or tables().nouns.keys().isdisjoint(SPLIT.split(words.group().lower())):
        return None
    before: list[str] = []
    at = end
    for _ in range(WORDS_BEFORE_NOUN):
        match = WORD.match(text, at)
        if not match:
            return None
        codes = tables().nouns.get(match[1].lower().rstrip("."))
        if codes:
            break
        before.append(match[1])
        at = match.end()
    else:
        return None
    noun = match[1].lower().rstrip(".")
    if (
        (small and not before and noun in COMMON_NOUNS)
        or (not before and noun in NAMED)
        or CENTS.match(text, match.end())
    ):
        return None
    stop = match.end() - match[1].endswith(".")
    money = Money(end, stop, codes[0], noun=noun)
    return (
        _described(money, before, codes, countries) if before else chosen(money, codes, countries)
    )


def _described(
    money: Money, before: Sequence[str], codes: Sequence[str], countries: Countries
) -> Money | None:
    """'Danish crowns', 'U.S. dollars', 'West African CFA francs'."""
    words = " ".join(before)
    low = words.lower()
    if low.endswith("cfa"):
        francs = [code for code in codes if code in CFA]
        union = next((code for name, code in UNIONS.items() if low.startswith(name)), None)
        return money._replace(code=union) if union else chosen(money, francs, countries)
    if low in UNIONS:
        return money._replace(code=UNIONS[low])
    plain = words.removesuffix(" new").removeprefix("new ")
    country = next(
        filter(None, map(country_of, (words, plain, plain.title(), plain.upper()))), None
    )
    for code in codes:
        if country and country in tables().users[code]:
            return money._replace(code=code)
    full = f"{low} {money.noun.removesuffix('s')}"
    known = tables().names.get(full)
    return money._replace(code=known) if known else None


def _mark_after(text: str, end: int) -> Money | None:
    found = MARK_AFTER.match(text, end)
    if not found:
        return None
    codes = _marked(found["mark"])
    sign = not found["mark"][0].isalpha()
    if (
        not codes
        or found["mark"] in WORDLIKE
        or (sign and text[found.end() :].lstrip()[:1].isdigit())
    ):
        return None
    factor = SCALES.get((found["before"] or found["after"] or "").strip().lower(), 1)
    return Money(end, found.end(), codes[0], factor=Decimal(factor))
