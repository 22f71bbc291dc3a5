"""The value of a run of digits, whatever separators its locale uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from summitparse.models import Span

__all__ = ["DIGITS", "MAX_DIGITS", "NEW_LINE", "THIN", "fraction", "parse_digits", "unread_numbers"]

MAX_DIGITS = 28
THIN = "\u00a0\u202f\u2009"
"""Blanks that group digits: no-break, narrow no-break, thin."""
NEW_LINE = r"\n[ \t]{0,24}"
"""A pattern for the end of a line of wrapped text and the indent of the next."""
DIGITS = (
    rf"\d{{1,3}}(?:[ {THIN}]\d{{3}}(?!\d))++(?:[.,]\d++)?+"
    r"|\d++(?:[.,'’·]\d++)*+"
    r"|(?<![\w.])\.\d++"
)
"""A pattern for digits with their separators; it never backtracks."""
ANY_DIGITS = re.compile(DIGITS)
EVENLY = re.compile(rf"\d{{1,3}}(?:[ {THIN}'’]\d{{3}})+(?:[.,]\d+)?")
THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")
BLANKS = re.compile(rf"[ {THIN}'’]")
LONGEST = MAX_DIGITS + 12
"""Characters; longer runs are no figures."""


def parse_digits(raw: str) -> Decimal | None:
    """The value of digits with separators, whatever the locale; None for what is no number.

    One comma before other than three digits is a decimal comma; groups of three (Indian style: of
    two, then three) are thousands.

    >>> [str(parse_digits(x)) for x in ("1,234.5", "1.234,5", "12,34,567", "10 000", "0,5", ".53")]
    ['1234.5', '1234.5', '1234567', '10000', '0.5', '0.53']
    >>> parse_digits("4.2.1"), parse_digits("007")
    (None, None)
    """
    if raw.isdigit() and raw.isascii() and len(raw) <= MAX_DIGITS:
        return Decimal(raw) if raw[0] != "0" or len(raw) == 1 else None
    if len(raw) > LONGEST:
        return None
    plain = BLANKS.sub("", raw) if EVENLY.fullmatch(raw) else raw.replace("·", ".")
    marks = [mark for mark in plain if not mark.isdigit()]
    if plain.isascii() and len(set(marks)) <= 2:
        return _value(plain, marks)
    return None


def _value(plain: str, marks: list[str]) -> Decimal | None:
    if not marks:
        return None if len(plain) > 1 and plain[0] == "0" else Decimal(plain)
    if len(set(marks)) == 2:
        whole, _, part = plain.rpartition(marks[-1])
        if marks[-1] in marks[:-1] or marks[-1] not in ".,":
            return None
        return _grouped(whole, marks[0], part)
    if len(marks) == 1 and (marks[0] == "." or not THOUSANDS.fullmatch(plain)):
        whole, _, part = plain.partition(marks[0])
        return None if len(whole) > 1 and whole[0] == "0" else Decimal(f"{whole or 0}.{part}")
    return _grouped(plain, marks[0], "")


def _grouped(whole: str, mark: str, part: str) -> Decimal | None:
    groups = whole.split(mark)
    lengths = [len(group) for group in groups]
    western = lengths[0] <= 3 and all(length == 3 for length in lengths[1:])
    indian = lengths[0] <= 2 and lengths[-1] == 3 and all(length == 2 for length in lengths[1:-1])
    if not (western or (indian and mark == ",")) or groups[0][0] == "0":
        return None
    return Decimal("".join(groups) + (f".{part}" if part else ""))


def fraction(top: int | Decimal, bottom: int | Decimal) -> Decimal:
    """A quotient to twelve places, exact where it ends before."""
    return (Decimal(top) / Decimal(bottom)).quantize(Decimal("1e-12")).normalize() + 0


def unread_numbers(text: str) -> Iterator[Span]:
    """Numbers with more digits than a figure may have, which are passed over.

    >>> [span.text for span in unread_numbers("From 7 to " + "9" * 30 + ".")]
    ['999999999999999999999999999999']
    """
    for match in ANY_DIGITS.finditer(text):
        if match.end() - match.start() > MAX_DIGITS and _digits(match.group()) > MAX_DIGITS:
            yield Span.of(text, *match.span())


def _digits(raw: str) -> int:
    return sum(map(str.isdigit, raw))
