"""Paragraphs of a pasted page, as character ranges.

A blank line always ends a paragraph. A single line break ends one too, unless the text is
hard-wrapped there: the line is about as long as its neighbours and the next one goes on with it.
"""

from __future__ import annotations

import re

__all__ = ["is_bullet", "paragraph_ranges"]

Range = tuple[int, int]

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
WRAP_WIDTH = range(50, 121)
"""Line lengths (characters) at which editors and printers wrap."""
SLACK = 12
"""How many characters short of the width a wrapped line may stay, beyond the word that didn't fit."""
SENTENCE_END = re.compile(r"[.!?:;][\"'\u201d\u2019)\]]*\Z")
BULLET = re.compile(r"\s*(?:[-*\u2022\u2013\u2014]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")


def paragraph_ranges(text: str) -> list[Range]:
    r"""Start and end of every paragraph, in order, without surrounding white space.

    >>> paragraph_ranges("A headline\n\nFirst text.")
    [(0, 10), (12, 23)]
    """
    lines = [match.span() for match in LINE.finditer(text) if not match.group().isspace()]
    joined: list[Range] = []
    for number, (start, end) in enumerate(lines):
        if joined and _goes_on(text, lines, number):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [_stripped(text, start, end) for start, end in joined]


def is_bullet(line: str) -> bool:
    """Whether a line begins with the mark or the number of a list's item."""
    return BULLET.match(line) is not None


def _goes_on(text: str, lines: list[Range], number: int) -> bool:
    """Whether a line continues the one above it."""
    above, line = lines[number - 1], lines[number]
    before, after = text[slice(*above)].rstrip(), text[slice(*line)]
    if is_bullet(after):
        return False
    if _unfinished(before, after):
        return True
    blank = len(BREAK.findall(text, above[1], line[0])) > 1
    indented = after[0].isspace() and not before[0].isspace()
    return not blank and not indented and _wrapped(before, after, _width(text, lines, number))


def _unfinished(before: str, after: str) -> bool:
    """A list cut by the page: a comma above, a small letter below, blank lines or not."""
    return before.endswith(",") and after.lstrip()[0].islower()


def _width(text: str, lines: list[Range], number: int) -> int:
    """Where the page wraps: its longest line near by; 0 unless several lines break in mid-sentence."""
    near = lines[max(0, number - 4) : number + 4]
    width = max(end - start for start, end in near)
    cut = [
        end
        for start, end in near
        if end - start > width - 2 * SLACK and not SENTENCE_END.search(text, start, end)
    ]
    return width if len(cut) > 1 else 0


def _wrapped(before: str, after: str, width: int) -> bool:
    """The line above had no room for the next word."""
    if width not in WRAP_WIDTH:
        return False
    room = width - len(before)
    if SENTENCE_END.search(before) and room > SLACK:
        return False
    return len(after.split(None, 1)[0]) + SLACK >= room


def _stripped(text: str, start: int, end: int) -> Range:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
