"""The parts of a line: what it tells, and the furniture that is set off at its edges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summitparse.page.telling import is_sentence, tells
from summitparse.page.words import either

__all__ = ["RIGHTS", "is_captioned", "line_parts", "stripped"]

Range = tuple[int, int]

RIGHTS = re.compile(r"(?<!\w)©|\A\(c\)\s*\d{4}\b|\Acopyright\s+(?:©|\(c\)|\d{4}\b)", re.IGNORECASE)
LONGEST_EDGE = 140
"""Characters at a line's end in which the credit of its picture is looked for."""


NAMES = r"[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,3}"
AGENCY = rf"(?-i:{NAMES} ?/ ?{NAMES})"
"""An agency and who took the picture, in either order: "Vega/Gazette"."""


@cache
def _bracket() -> str:
    """A picture's credit in brackets."""
    named = rf"[^()\[\]]{{0,40}}\b(?:{either('pictures')})\b[^()\[\]]{{0,80}}"
    return rf"[(\[](?:{named}|{AGENCY})[)\]]"


@cache
def _picture() -> re.Pattern[str]:
    """Who took the picture, at a line's end: in brackets, or as "Photo: name" or "Agency/name"
    behind a full stop.
    """
    return re.compile(
        rf"{_bracket()}\W{{0,2}}\Z"
        rf"|(?<=[.!?])\s+{AGENCY}\.?\Z"
        rf"|(?<=[.!?])\s+(?:{either('pictures')})\s*(?::|\bby\b|/)[^.!?:]{{1,60}}\.?\Z",
        re.IGNORECASE,
    )


@cache
def _lead() -> re.Pattern[str]:
    """A label, or a request to the reader, up to its colon; a picture's credit in brackets."""
    return re.compile(
        rf"{_bracket()}\s+"
        rf"|\W{{0,3}}(?:(?:{either('labels')})\s*|(?:{either('requests')})\b[^:.!?\n]{{0,60}}):\s+",
        re.IGNORECASE,
    )


def line_parts(text: str, start: int, end: int) -> Iterator[tuple[Range, bool]]:
    """A line cut where furniture is set off, and for each part whether it tells something.

    The row of a table is one part.
    """
    if text[start] == "|":
        yield (start, end), True
        return
    for piece in _between_bars(text, start, end):
        first, last = stripped(text, *piece)
        body, stop = _body(text, first, last)
        if first < body:
            yield stripped(text, first, body), False
        yield (body, stop), is_sentence(text[body:stop])
        if stop < last:
            yield stripped(text, stop, last), False


def _between_bars(text: str, start: int, end: int) -> Iterator[Range]:
    at = start
    for piece in text[start:end].split("|"):
        if piece and not piece.isspace():
            yield at, at + len(piece)
        at += len(piece) + 1


def _body(text: str, start: int, end: int) -> Range:
    """What stands between a label with its colon and the credit of a picture."""
    lead = _lead().match(text, start, end)
    set_off = lead is not None and tells(text[lead.end() : end])
    if lead and lead.group()[0] in "([":
        set_off = set_off and not tells(lead.group())
    first = lead.end() if lead and set_off else start
    near = max(first, end - LONGEST_EDGE)
    tail = _picture().search(text, near, end) or RIGHTS.search(text, near + 1, end)
    cut = tail is not None and tail.start() > first and not tells(text[tail.start() : end])
    return stripped(text, first, tail.start() if tail and cut else end)


def is_captioned(text: str, end: int) -> bool:
    """Whether the credit of a picture follows a part of a line, which makes that a caption."""
    near = text[end : end + LONGEST_EDGE].split("\n", 1)[0]
    return bool(_picture().match(near.lstrip()) or RIGHTS.match(near.lstrip()))


def stripped(text: str, start: int, end: int) -> Range:
    """A range without white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
