"""Paragraphs of a pasted page, as character ranges.

A blank line always ends a paragraph. A single line break ends one too, unless the text is
hard-wrapped there: the line is about as long as its neighbours and the next one goes on with it.
"""

from __future__ import annotations

import re

__all__ = ["paragraph_ranges"]

Range = tuple[int, int]

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
WRAP_WIDTH = range(50, 121)
"""Line lengths (characters) at which editors and printers wrap."""
SENTENCE_END = re.compile(r"[.!?:;][\"'\u201d\u2019)\]]*\s*\Z")
BULLET = re.compile(r"\s*(?:[-*\u2022\u2013\u2014]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")


def paragraph_ranges(text: str) -> list[Range]:
    """Start and end of every paragraph, in order, without surrounding white space.

    >>> paragraph_ranges("A headline\\n\\nFirst text.")
    [(0, 10), (12, 23)]
    """
    lines = [match.span() for match in LINE.finditer(text) if not match.group().isspace()]
    joined: list[Range] = []
    for number, (start, end) in enumerate(lines):
        if joined and _goes_on(text, lines[number - 1], (start, end), _width(lines, number - 1)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [_stripped(text, start, end) for start, end in joined]


def _width(lines: list[Range], number: int) -> int:
    """How long the lines around this one are at most: where the page would wrap."""
    near = lines[max(0, number - 3) : number + 4]
    return max(end - start for start, end in near)


def _goes_on(text: str, line: Range, after: Range, width: int) -> bool:
    """Whether `after` continues `line`: wrapped by width, not ended by a sentence or a blank line."""
    gap = text[line[1] : after[0]]
    if width not in WRAP_WIDTH or (gap.count("\n") > 1 and not gap.isspace()):
        return False
    blank = len(re.findall(r"\r\n|[\n\r\u2028\u2029]", gap)) > 1
    return False if blank else _wrapped(text, line, after, width)


def _wrapped(text: str, line: Range, after: Range, width: int) -> bool:
    """A line that had no room for the next word, and isn't followed by a bullet."""
    head = text[after[0] : after[1]]
    if BULLET.match(head):
        return False
    first = head.split(None, 1)[0]
    full = line[1] - line[0] + 1 + len(first) > width - 8
    return full and not (SENTENCE_END.search(text, *line) and line[1] - line[0] < width - 12)


def _stripped(text: str, start: int, end: int) -> Range:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
