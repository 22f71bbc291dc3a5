"""Quotation marks of a text, paired into quotations.

One pass over the marks alone, so the cost is linear. A mark belongs to the paragraph it stands in:
a quotation left open ends with its paragraph, and where the next paragraph opens with a mark again
the two are one quotation (the printers' rule that only the last paragraph closes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summitparse.text.paragraphs import paragraph_ranges

__all__ = ["Quotation", "quotations"]

Range = tuple[int, int]

OPENING = "“«„‟"
CLOSING = "”»"
STRAIGHT = ('"', "''", "``", "＂")
CLOSED_BY = {"„": "“”‟", "«": "»", "»": "«", "‘": "’", "‚": "‘’", "'": "'’", "‹": "›"}
"""The marks that close what these open; others are closed by any closing or straight mark."""
MARK = re.compile(r"''|``|[\"“”«»„‟＂‘’‚'‹›]")
SINGLE = frozenset("‘’‚'‹›")
LONGEST_SINGLE = 600
"""Characters; an apostrophe taken for an opening mark does no harm beyond this."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, as character offsets.

    `text[start:end]` has the marks, `text[inner_start:inner_end]` is what stands between them.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    """False where the closing mark is missing and the paragraph's end stands in for it."""
    continues: bool = False
    """Whether it goes on with the quotation before it, left open by the paragraph before."""
    single: bool = False
    """Single marks around it: as often a word held at a distance as somebody's words."""


def quotations(text: str, paragraphs: Sequence[Range] | None = None) -> list[Quotation]:
    """The outermost quotations of a text, in order; marks inside another quotation are its text.

    `paragraphs` are character ranges, read from the text if not given.

    >>> [q.inner_end - q.inner_start for q in quotations('A "big" and “long, ‘old’ road”.')]
    [3, 16]
    """
    ranges = paragraph_ranges(text) if paragraphs is None else paragraphs
    found: list[Quotation] = []
    for start, end in ranges:
        inside = list(_of_paragraph(text, start, end))
        if inside and found and _goes_on(text, found[-1], inside[0], start):
            inside[0] = _continuing(inside[0])
        found += inside
    return found


def _goes_on(text: str, before: Quotation, first: Quotation, start: int) -> bool:
    """Whether the paragraph opens with a mark after one whose last quotation was never closed."""
    gap = text[before.end : first.start]
    return not before.closed and first.start == start and not gap.strip()


def _continuing(one: Quotation) -> Quotation:
    return Quotation(
        one.start, one.end, one.inner_start, one.inner_end, one.closed, True, one.single
    )


def _of_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: re.Match[str] | None = None
    for mark in MARK.finditer(text, start, end):
        if opened is not None and _too_long(opened, mark):
            opened = None
        if opened is None:
            opened = mark if _opens(text, mark, start, end) else None
        elif _closes(text, opened, mark, end):
            yield _quotation(opened, mark)
            opened = None
        elif mark.group() not in SINGLE and _opens_clearly(text, mark, start, end):
            # Double marks don't nest in double marks: the earlier one was never closed.
            if opened.group() not in SINGLE:
                yield _unclosed(text, opened, mark.start())
            opened = mark
    if opened is not None and opened.group() not in SINGLE:
        yield _unclosed(text, opened, end)


def _too_long(opened: re.Match[str], mark: re.Match[str]) -> bool:
    return opened.group() in SINGLE and mark.start() - opened.start() > LONGEST_SINGLE


def _quotation(opened: re.Match[str], closing: re.Match[str]) -> Quotation:
    single = opened.group() in SINGLE
    return Quotation(opened.start(), closing.end(), opened.end(), closing.start(), single=single)


def _unclosed(text: str, opened: re.Match[str], end: int) -> Quotation:
    end = opened.end() + len(text[opened.end() : end].rstrip())
    return Quotation(opened.start(), end, opened.end(), end, closed=False)


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark can open a quotation where none is open."""
    sign, before, after = mark.group(), _before(text, mark, start), _after(text, mark, end)
    if not after or after.isspace():
        return False
    if sign in ("‘", "'", "‚", "‹"):
        return not before.isalnum() and before not in ")]’'" and after.isalnum()
    if sign in STRAIGHT:
        # A straight mark after a digit is an inch, after a letter a stray closing one.
        return not before.isalnum()
    return sign in OPENING or (sign == "»" and not before.strip())


def _opens_clearly(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark can't be the closing one: space before it, a word after it."""
    before, after = _before(text, mark, start), _after(text, mark, end)
    if mark.group() in STRAIGHT:
        return not before.strip() and after.isalnum()
    return mark.group() in OPENING and not before.strip()


def _closes(text: str, opened: re.Match[str], mark: re.Match[str], end: int) -> bool:
    sign, closing = opened.group(), mark.group()
    if sign in SINGLE:
        return closing in CLOSED_BY.get(sign, "") and _ends_single(text, mark, end)
    if closing in SINGLE:
        return False
    if closing in CLOSED_BY.get(sign, ()):
        return True
    if closing in STRAIGHT:
        return not _opens_clearly(text, mark, 0, end)
    return closing in CLOSING


def _ends_single(text: str, mark: re.Match[str], end: int) -> bool:
    """An apostrophe closes only after a word or a stop and before neither."""
    before, after = _before(text, mark, 0), _after(text, mark, end)
    return bool(before.strip()) and not after.isalnum()


def _before(text: str, mark: re.Match[str], start: int) -> str:
    return text[mark.start() - 1] if mark.start() > start else ""


def _after(text: str, mark: re.Match[str], end: int) -> str:
    return text[mark.end()] if mark.end() < end else ""
