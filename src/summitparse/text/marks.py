"""What each quotation mark of a paragraph can be by what stands around it: opening, closing, either.

Apostrophes, inches and feet are left out as far as the marks around them tell.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

__all__ = ["Mark", "closes", "read_marks"]

Way = Literal["open", "close", "either"]

MARK = re.compile(r"''|``|[\"“”«»„‟＂‘’‚'‹›]")
SINGLE = frozenset("‘’‚'‹›")
STRAIGHT = frozenset(('"', "''", "＂"))
CLOSED_BY = {
    "„": frozenset('“”‟"'),
    "«": frozenset("»"),
    "»": frozenset("«"),
    "‘": frozenset("’'"),
    "‚": frozenset("‘’'"),
    "'": frozenset("'’"),
    "‹": frozenset("›"),
    "›": frozenset("‹"),
}
"""The marks that close what these open; any other double mark is closed by any of the rest."""
DOUBLE_CLOSERS = frozenset(('"', "''", "＂", "“", "”", "‟"))
SHORTENED = re.compile(r"(?:\d\ds?|tis|twas|til|em|cause|bout|n)\b", re.IGNORECASE)
"""What an apostrophe at a word's start stands for letters of: the '90s, 'tis."""
OPENED = frozenset('"“„«[$€£')
NEVER_OPENED = frozenset(")]’'")
BEFORE_OPENING = frozenset("([{—–-/:")
AFTER_CLOSING = frozenset(".,;:!?…)]}—–-/")
OWNING = re.compile(r"[ \t]+\w")


class Mark(NamedTuple):
    """A mark at `[start, end)` of the text."""

    start: int
    end: int
    sign: str
    way: Way
    single: bool
    """Whether it is one of single marks, which are apostrophes as well."""
    sure: bool
    """False for a single mark that may be an apostrophe, for a straight one that may mean inches."""


def closes(opened: Mark, mark: Mark) -> bool:
    """Whether a mark is of the kind that closes what another opened."""
    return mark.sign in CLOSED_BY.get(opened.sign, DOUBLE_CLOSERS)


def read_marks(text: str, start: int, end: int) -> list[Mark]:
    """The marks of a paragraph that can open or close a quotation, in order."""
    found = (_read(text, match, start, end) for match in MARK.finditer(text, start, end))
    return _without_doubtful([mark for mark in found if mark])


def _read(text: str, match: re.Match[str], start: int, end: int) -> Mark | None:
    first, last = match.span()
    before = text[first - 1] if first > start else " "
    after = text[last] if last < end else " "
    sign = match.group()
    if sign in SINGLE:
        way = _single(text, match, before, after, end)
        owning = before in "sS" or before.isdigit()
        sure = not (owning and way == "close" and OWNING.match(text, last, end))
        return Mark(first, last, sign, way, True, sure) if way else None
    sure = not (sign in STRAIGHT and before.isdigit())
    return Mark(first, last, sign, _double(sign, before, after), False, sure)


def _single(text: str, match: re.Match[str], before: str, after: str, end: int) -> Way | None:
    """Which way a single mark looks; none where it is an apostrophe."""
    sign = match.group()
    if sign in "‚‹" or (sign == "›" and before.isspace()):
        return "open"
    begins = after.isalnum() or after in OPENED
    if begins and not before.isalnum() and before not in NEVER_OPENED:
        shortened = sign == "’" or SHORTENED.match(text, match.end(), end)
        return None if shortened else "open"
    return None if before.isspace() or after.isalnum() else "close"


@lru_cache(maxsize=4096)
def _double(sign: str, before: str, after: str) -> Way:
    """Which way a double mark looks."""
    blank_before, blank_after = before.isspace(), after.isspace()
    if sign in "„‟``":
        return "open"
    if sign in "«»":
        return "either"
    ends = not blank_before and (blank_after or after in AFTER_CLOSING)
    if sign == "“":
        return "close" if ends and before not in BEFORE_OPENING else "open"
    if sign == "”":
        return "either" if after.isalnum() else "close"
    if blank_before != blank_after:
        return "open" if blank_before else "close"
    if before in BEFORE_OPENING and after.isalnum():
        return "open"
    return "close" if ends else "either"


def _without_doubtful(marks: list[Mark]) -> list[Mark]:
    """The marks without apostrophes and inches: doubtful closing ones that a sure one follows."""
    followed = {True: False, False: False}
    kept: list[Mark] = []
    for mark in reversed(marks):
        doubtful = mark.way == "close" and not mark.sure
        if not (doubtful and followed[mark.single]):
            followed[mark.single] = mark.way == "close" and mark.sure
            kept.append(mark)
    return kept[::-1]
