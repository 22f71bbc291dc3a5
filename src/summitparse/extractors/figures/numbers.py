"""Reading numbers: digits with separators of any locale, words, scales, fractions, signs.

Character level only: nothing here knows units or grammar. Offsets are those of the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summitparse.extractors.figures.digits import (
    DIGITS,
    MAX_DIGITS,
    NEW_LINE,
    THIN,
    fraction,
    parse_digits,
)
from summitparse.lexicon import read_table

__all__ = ["ENDS", "LETTERS", "Number", "read_numbers"]

TABLE = Path(__file__).parent / "numbers.tsv"
VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
POWER = re.compile(r"\s?[×x]\s?10\^?([-−]?\d{1,2})(?!\d)|[eE]([-+−]?\d{1,2})(?![\d\w])")
SLASH = re.compile(r"[/⁄](\d{1,3})(?![/⁄.,]?\d|[/⁄])")
MIXED = re.compile(r"[ -](\d{1,2})[/⁄](\d{1,3})(?![\d/⁄])")
PART_AHEAD = re.compile(rf"[/⁄eE{''.join(VULGAR)}]|[ -]\d|\s?[×x]")
"""How every fraction and power behind digits begins."""
SUFFIXES = {"MM": 10**6, "k": 1000, "K": 1000}
"""Scales that are only written on to the digits, beside the words."""
SCALES = frozenset(("scale", "behind"))
LETTER = re.compile(r" ?([mMbBtT])(?![\w²³/])")
ENDS = frozenset('%,.;)!?"”') | {""}
"""Characters behind which no part or scale can follow."""
LETTERS = {"m": Decimal(10**6), "b": Decimal(10**9), "t": Decimal(10**12)}
OR_MORE = re.compile(r"\+(?![\w+])")
"""Written on to digits: "500+ ships", "$40+ trillion"."""
ORDINAL_END = re.compile(r"(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w)")
AND_PART = re.compile(r"[ -]and[ -](?:a[ -])?(half|third|quarter|three[ -]quarters)(?!\w)", re.I)
JOIN = re.compile(
    rf"(?:[ {THIN}\t]{{1,2}}(?:\r?{NEW_LINE})?|\r?{NEW_LINE}|-)(?:and[ -])?|[ -]and[ -]"
)
VAGUE = re.compile(r"(?<!\w)(?:several|few|many|couple of|odd|some)[ -]$", re.I)
ARTICLE = re.compile(r"(?<!\w)(?:an?|one)[ -]$", re.I)
PART_SCALE = re.compile(r"[ -](?:of[ -])?(?:an?[ -])?")
OF = re.compile(r"\sof\s")
QUARTERS = 4
"""Only three of them are a fraction; two, four and more are quarters of a year."""


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
def _words() -> dict[str, tuple[str, Decimal]]:
    rows = read_table(TABLE, ("word", "kind", "value"))
    return {word: (kind, Decimal(value)) for word, kind, value in rows}


def _forms(word: str) -> tuple[str, ...]:
    """How a word is written; in capitals "arab" is no number."""
    return (word,) if word == "arab" else (word, word.title(), word.upper())


@cache
def _atom() -> re.Pattern[str]:
    """Digits or a number word. The text is passed at the speed of its first-letter test."""
    forms = [form for word in _words() for form in _forms(word)]
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
def _suffix() -> re.Pattern[str]:
    """A scale written on to the digits: "4bn", "300million", "75crore"."""
    scales = [word for word, entry in _words().items() if _scales(*entry)]
    forms = [form for word in scales for form in _forms(word)]
    return re.compile(rf"(?:{_trie([*forms, *SUFFIXES])})(?![A-Za-z])")


def read_numbers(text: str) -> Iterator[Number]:
    """The numbers of a text in order; what has too many digits or odd separators is passed over.

    >>> [(str(n.low), n.kind) for n in read_numbers("2.5 million, two-thirds, forty-two, the 3rd")]
    [('2500000.0', 'digits'), ('0.666666666667', 'fraction'), ('42', 'words'), ('3', 'ordinal')]
    """
    found, scan = 0, _atom()
    match = scan.search(text)
    while match:
        number = _from_digits(text, match) if match["digits"] else _from_word(text, match, found)
        if number:
            yield number
        found = max(number.end if number else 0, match.end())
        match = scan.search(text, found)


def _from_digits(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    raw = match.group()
    value = parse_digits(raw)
    if value is None:
        return None
    if ordinal := ORDINAL_END.match(text, end):
        return Number(start, ordinal.end(), value, value, "ordinal")
    number = Number(start, end, value, value, raw=raw)
    if more := OR_MORE.match(text, end):
        return _scaled(text, number._replace(end=more.end()))
    if text[end : end + 1] in ENDS:
        return number
    return _scaled(text, _with_part(text, number))


def _with_part(text: str, number: Number) -> Number:
    """A fraction or power of ten that belongs to the digits: 1/2, 7 3/4, 3½, 2.9×10−8, 4e14."""
    if not PART_AHEAD.match(text, number.end):
        return number
    whole = number.low == int(number.low) and number.low < 1000
    if whole and (part := MIXED.match(text, number.end)) and 0 < int(part[1]) < int(part[2]):
        whole_part = number.low + fraction(int(part[1]), int(part[2]))
        return _set(number, part.end(), whole_part)._replace(raw=text[number.start : part.end()])
    if whole and (part := SLASH.match(text, number.end)) and int(part[1]) > number.low > 0:
        value = fraction(number.low, int(part[1]))
        return number._replace(end=part.end(), low=value, high=value, kind="fraction")
    if whole and text[number.end : number.end + 1] in VULGAR:
        return _set(number, number.end + 1, number.low + fraction(*VULGAR[text[number.end]]))
    if power := POWER.match(text, number.end):
        exponent = int((power[1] or power[2]).replace("−", "-"))
        if abs(exponent) < MAX_DIGITS - len(number.raw):
            return _set(number, power.end(), number.low.scaleb(exponent))
    return number


def _set(number: Number, end: int, value: Decimal) -> Number:
    return number._replace(end=end, low=value, high=value)


def _scaled(text: str, number: Number) -> Number:
    """Scales after a number: attached ("4bn"), as words ("2.5 million", "lakh crore"), a letter."""
    if suffix := _suffix().match(text, number.end):
        word = suffix.group()
        factor = SUFFIXES.get(word) or _words()[word.lower()][1]
        number = number.times(Decimal(factor), suffix.end())
    else:
        number = _with_and_part(text, number)
    for _ in range(3):
        after = _next_word(text, number.end)
        if not after or not _scales(after[0], after[1]) or (after[1] == 12 and number.scale > 1):
            break
        number = number.times(after[1], after[2])
    if letter := LETTER.match(text, number.end):
        return number._replace(letter=letter[1])
    return number


def _scales(kind: str, value: Decimal) -> bool:
    """Whether a word behind digits multiplies them: "5 million", "500 crores"."""
    return kind in SCALES or (kind == "plural" and value >= 1000)


def _with_and_part(text: str, number: Number) -> Number:
    """'two and a half', 'two and three quarters'."""
    if part := AND_PART.match(text, number.end):
        word = part[1].lower()
        added = Decimal("0.75") if " " in word or "-" in word else 1 / _words()[word][1]
        return _set(number, part.end(), number.low + added.quantize(Decimal("1e-12")).normalize())
    return number


def _next_word(text: str, end: int) -> tuple[str, Decimal, int] | None:
    """The number word after a blank or hyphen: kind, value, end."""
    joint = JOIN.match(text, end)
    if joint is None or not (match := _atom().match(text, joint.end())) or not match["word"]:
        return None
    return *_words()[match["word"].lower()], match.end()


def _from_word(text: str, match: re.Match[str], since: int) -> Number | None:
    start, end = match.span()
    if match["vulgar"]:
        value = fraction(*VULGAR[match.group()])
        return _scaled(text, Number(start, end, value, value, "fraction"))
    kind, value = _words()[match.group().lower()]
    if kind == "plural":
        return _plural(text, start, end, value)
    if kind in ("part", "parts"):
        return _part(text, start, end, value, match.group().lower())
    if kind == "ordinal":
        return Number(start, end, value, value, "ordinal")
    if kind == "behind":
        return None
    if kind == "scale":
        return _led(text, start, end, value, since)
    return _cardinal(text, start, end, kind, value)


def _plural(text: str, start: int, end: int, value: Decimal) -> Number | None:
    """'tens of thousands': one decade of the product, from the first word's amount on."""
    for _ in range(3):
        joint = OF.match(text, end)
        match = _atom().match(text, joint.end()) if joint else None
        if not match or not match["word"] or _words()[match["word"].lower()][0] != "plural":
            break
        value, end = value * _words()[match["word"].lower()][1], match.end()
    return Number(start, end, value, value * 10, "plural", scale=value)


def _led(text: str, start: int, end: int, value: Decimal, since: int) -> Number | None:
    """A scale word without a number before it: 'a million', 'hundred', 'a dozen'.

    'Several hundred' and 'a few thousand' have no value.
    """
    if VAGUE.search(text, max(since, start - 12), start):
        return None
    lead = ARTICLE.search(text, max(since, start - 4), start)
    if not lead and text[start:end].istitle():
        return None  # part of a name: "Thousand Oaks"
    begin = lead.start() if lead else start
    return _more_scales(text, Number(begin, end, value, value, "words", scale=value))


def _more_scales(text: str, number: Number) -> Number:
    after = _next_word(text, number.end)
    if after and after[0] == "scale" and after[1] >= 100:
        return number.times(after[1], after[2])
    return number


def _part(text: str, start: int, end: int, value: Decimal, word: str) -> Number:
    """A denominator by itself: 'half', 'a third' - or the third of something, for others to say."""
    lead = ARTICLE.search(text, max(0, start - 4), start)
    share = fraction(1, value)
    begin = lead.start() if lead else start
    if word in ("half", "quarter"):
        scaled = _part_of_scale(text, Number(begin, end, share, share, "words"))
        if scaled:
            return scaled
    if word == "half" or lead:
        return Number(begin, end, share, share, "fraction", raw=word)
    return Number(start, end, value, value, "ordinal")


def _part_of_scale(text: str, part: Number) -> Number | None:
    """'half a million', 'three quarters of a million'."""
    joint = PART_SCALE.match(text, part.end)
    match = _atom().match(text, joint.end()) if joint else None
    if not match or not match["word"] or _words()[match["word"].lower()][0] != "scale":
        return None
    amount = _words()[match["word"].lower()][1]
    value = part.low * amount
    return Number(part.start, match.end(), value, value, "words", scale=amount)


def _cardinal(text: str, start: int, end: int, kind: str, value: Decimal) -> Number:
    """Words composed: 'forty-two', 'three hundred and six', 'one hundred thousand', 'two-thirds'."""
    total, group, last, scale = Decimal(0), value, kind, Decimal(1)
    while after := _next_word(text, end):
        kind, more, stop = after
        if kind in ("part", "parts", "ordinal") and last != "scale":
            return _fraction_or_ordinal(start, end, stop, kind, total + group, more, last, text)
        if (kind == "unit" and (last == "scale" or (last == "tens" and 0 < more < 10))) or (
            kind == "tens" and last == "scale"
        ):
            group += more
        elif kind in SCALES and more <= 100:
            group *= more
        elif kind in SCALES:
            total, group, scale = total + group * more, Decimal(0), more
        else:
            break
        last, end = "scale" if kind == "behind" else kind, stop
        if last == "scale" and scale < more:
            scale = more
    number = Number(start, end, total + group, total + group, "words", scale=scale)
    return _scaled(text, _with_and_part(text, number)) if scale == 1 else number


def _fraction_or_ordinal(
    start: int, end: int, stop: int, kind: str, top: Decimal, more: Decimal, last: str, text: str
) -> Number:
    if last == "tens" and kind in ("part", "ordinal") and more < 10:
        return Number(start, stop, top + more, top + more, "ordinal")
    quarters = more == QUARTERS and top != QUARTERS - 1
    if (kind == "parts" and not quarters) or (kind == "part" and top == 1 and text[end] in " -"):
        part = Number(start, stop, *(fraction(top, more),) * 2, "fraction")
        return _part_of_scale(text, part) or part
    return Number(start, end, top, top, "words")
