"""Quotation marks of a text, paired into quotations.

The marks alone decide, so the cost is linear. A mark belongs to the paragraph it stands in: a quotation
left open ends with its paragraph, or before the next one, and where the next paragraph opens with a
mark again the two are one quotation (the printers' rule that only the last paragraph closes).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summitparse.text.marks import Mark, closes, read_marks
from summitparse.text.paragraphs import paragraph_ranges

__all__ = ["Quotation", "quotations"]

Range = tuple[int, int]
Pair = tuple[Mark, Mark | None]

LONGEST_SINGLE = 600
"""Characters; an apostrophe taken for an opening mark does no harm beyond this."""


class Quotation(NamedTuple):
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
    signs = [*(text[start : start + 1] for start, _ in ranges), ""]
    for number, (start, end) in enumerate(ranges, 1):
        inside = list(_of_paragraph(text, start, end, signs[number]))
        if inside and found and _goes_on(text, found[-1], inside[0], start):
            inside[0] = inside[0]._replace(continues=True)
        found += inside
    return found


def _goes_on(text: str, before: Quotation, first: Quotation, start: int) -> bool:
    """Whether the paragraph opens with a mark after one whose last quotation was never closed."""
    gap = text[before.end : first.start]
    return not before.closed and first.start == start and not gap.strip()


def _of_paragraph(text: str, start: int, end: int, following: str) -> Iterator[Quotation]:
    """The outermost pairs; an unclosed quotation ends where the next one begins.

    `following` is the sign that the next paragraph begins with.
    """
    pairs = list(_outermost(_paired(text, read_marks(text, start, end), following)))
    for number, (opening, closing) in enumerate(pairs):
        if closing is None:
            stop = pairs[number + 1][0].start if number + 1 < len(pairs) else end
            stop = opening.end + len(text[opening.end : stop].rstrip())
            single = opening.single
            yield Quotation(opening.start, stop, opening.end, stop, closed=False, single=single)
        else:
            yield Quotation(
                opening.start, closing.end, opening.end, closing.start, single=opening.single
            )


def _paired(text: str, marks: list[Mark], following: str) -> list[Pair]:
    """Each opening mark with the one that closes it.

    A single one that nothing closes is an apostrophe, unless the next paragraph opens with one too.
    """
    stack: list[Mark] = []
    doubles: list[Mark] = []
    pairs: list[Pair] = []
    for mark in marks:
        opened = _opened_by(stack, doubles, mark)
        if opened is not None:
            while stack and stack.pop() is not opened:
                pass
            if not opened.single:
                doubles.pop()
            pairs.append((opened, mark))
        elif _can_open(text, mark):
            stack.append(mark)
            if not mark.single:
                doubles.append(mark)
    pairs += [(mark, None) for mark in doubles]
    if stack and stack[-1].sign == following and stack[-1].single:
        pairs.append((stack[-1], None))
    return sorted(pairs, key=lambda pair: pair[0].start)


def _opened_by(stack: list[Mark], doubles: list[Mark], mark: Mark) -> Mark | None:
    """The open mark that a mark closes: the last double one, or a single one right above it."""
    if mark.way == "open":
        return None
    opened = stack[-1] if mark.single and stack else doubles[-1] if doubles else None
    if opened is None or opened.single != mark.single or not closes(opened, mark):
        return None
    too_long = mark.single and mark.start - opened.start > LONGEST_SINGLE
    return None if too_long or mark.start == opened.end else opened


def _can_open(text: str, mark: Mark) -> bool:
    """Whether a mark opens a quotation; one that looks both ways doesn't right behind a letter."""
    if mark.way == "either":
        return not text[mark.start - 1 : mark.start].isalnum() and bool(text[mark.end :][:1])
    return mark.way == "open" and bool(text[mark.end : mark.end + 1].strip() or mark.sign != '"')


def _outermost(pairs: list[Pair]) -> Iterator[Pair]:
    """The pairs that stand in no other."""
    last = -1
    for opening, closing in pairs:
        if opening.start >= last:
            yield opening, closing
            last = closing.end if closing else last
