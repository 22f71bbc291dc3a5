"""Reading numbers: digits with separators of any locale, words, scales, fractions, signs.

Character level only: nothing here knows units or grammar. Offsets are those of the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from summitparse.extractors.figures.digits import (
    MAX_DIGITS,
    NEW_LINE,
    THIN,
    fraction,
    parse_digits,
)
from summitparse.extractors.figures.numberwords import (
    SCALES,
    SUFFIXES,
    VULGAR,
    Number,
    atom,
    number_words,
    scales,
    suffix_pattern,
)

__all__ = ["ENDS", "LETTERS", "Number", "read_numbers"]

POWER = re.compile(r"\s?[×x]\s?10\^?([-−]?\d{1,2})(?!\d)|[eE]([-+−]?\d{1,2})(?![\d\w])")
SLASH = re.compile(r"[/⁄](\d{1,3})(?![/⁄.,]?\d|[/⁄])")
MIXED = re.compile(r"[ -](\d{1,2})[/⁄](\d{1,3})(?![\d/⁄])")
PART_AHEAD = re.compile(rf"[/⁄eE{''.join(VULGAR)}]|[ -]\d|\s?[×x]")
"""How every fraction and power behind digits begins."""
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


def read_numbers(text: str) -> Iterator[Number]:
    """The numbers of a text in order; what has too many digits or odd separators is passed over.

    >>> [(str(n.low), n.kind) for n in read_numbers("2.5 million, two-thirds, forty-two, the 3rd")]
    [('2500000.0', 'digits'), ('0.666666666667', 'fraction'), ('42', 'words'), ('3', 'ordinal')]
    """
    found, scan = 0, atom()
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
    if suffix := suffix_pattern().match(text, number.end):
        word = suffix.group()
        factor = SUFFIXES.get(word) or number_words()[word.lower()][1]
        number = number.times(Decimal(factor), suffix.end())
    else:
        number = _with_and_part(text, number)
    for _ in range(3):
        after = _next_word(text, number.end)
        if not after or not scales(after[0], after[1]) or (after[1] == 12 and number.scale > 1):
            break
        number = number.times(after[1], after[2])
    if letter := LETTER.match(text, number.end):
        return number._replace(letter=letter[1])
    return number


def _with_and_part(text: str, number: Number) -> Number:
    """'two and a half', 'two and three quarters'."""
    if part := AND_PART.match(text, number.end):
        word = part[1].lower()
        added = Decimal("0.75") if " " in word or "-" in word else 1 / number_words()[word][1]
        return _set(number, part.end(), number.low + added.quantize(Decimal("1e-12")).normalize())
    return number


def _next_word(text: str, end: int) -> tuple[str, Decimal, int] | None:
    """The number word after a blank or hyphen: kind, value, end."""
    joint = JOIN.match(text, end)
    if joint is None or not (match := atom().match(text, joint.end())) or not match["word"]:
        return None
    return *number_words()[match["word"].lower()], match.end()


def _from_word(text: str, match: re.Match[str], since: int) -> Number | None:
    start, end = match.span()
    if match["vulgar"]:
        value = fraction(*VULGAR[match.group()])
        return _scaled(text, Number(start, end, value, value, "fraction"))
    kind, value = number_words()[match.group().lower()]
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
        match = atom().match(text, joint.end()) if joint else None
        if not match or not match["word"] or number_words()[match["word"].lower()][0] != "plural":
            break
        value, end = value * number_words()[match["word"].lower()][1], match.end()
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
    match = atom().match(text, joint.end()) if joint else None
    if not match or not match["word"] or number_words()[match["word"].lower()][0] != "scale":
        return None
    amount = number_words()[match["word"].lower()][1]
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
