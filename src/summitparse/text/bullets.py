"""Lists set out line by line, or numbered inside a sentence: "(i) ...; (ii) ...; and (iii) ..."."""

from __future__ import annotations

import re

__all__ = ["read_bullets"]

Range = tuple[int, int]

NUMBER = r"(?:\d{1,2}|[a-z]|[ivx]{1,4})"
BULLET = re.compile(
    rf"[ \t\u00a0]*(?:[-*\u2022\u2023\u25e6\u00b7\u2013\u2014]|\(?{NUMBER}[.)])[ \t\u00a0]+(?=\S)"
)
INLINE = re.compile(rf"\({NUMBER}\)[ \t\u00a0]+(?=\S)")
LINE = re.compile(r"[^\n\r]+")
SENTENCE_STOP = re.compile(r"[.!?](?=\s|\Z)")
LOOSE_END = re.compile(r"(?:[\s;,.]|\b(?:and|or)(?!\S)){1,8}\Z")
LOOSE_LENGTH = 12
LONGEST = 60
"""Most lines of a list that are read."""


def read_bullets(text: str, start: int, stop: int) -> tuple[Range, ...]:
    r"""The items of the list that begins at `start`, without their marks and what ties them together.

    >>> text = "They agreed to:\n- open a port; and\n- build a road.\nMore later."
    >>> [text[a:b] for a, b in read_bullets(text, 15, len(text))]
    ['open a port', 'build a road']
    """
    return _inline(text, start, stop) or _lines(text, start, stop)


def _inline(text: str, start: int, stop: int) -> tuple[Range, ...]:
    line_end = text.find("\n", start, stop)
    stop = stop if line_end < 0 or not text[start:line_end].strip() else line_end
    heads = list(INLINE.finditer(text, start, stop))
    if len(heads) < 2 or text[start : heads[0].start()].strip():
        return ()
    last = SENTENCE_STOP.search(text, heads[-1].end(), stop)
    edges = [*(head.start() for head in heads[1:]), last.start() if last else stop]
    return tuple(_tidy(text, head.end(), end) for head, end in zip(heads, edges, strict=True))


def _lines(text: str, start: int, stop: int) -> tuple[Range, ...]:
    items: list[Range] = []
    style = None
    for match in LINE.finditer(text, start, stop):
        if match.group().isspace():
            continue
        head = BULLET.match(text, match.start(), match.end())
        if head is None or len(items) == LONGEST or style not in (None, _style(head)):
            break
        style = _style(head)
        items.append(_tidy(text, head.end(), match.end()))
    return tuple(items)


def _style(head: re.Match[str]) -> str:
    """The kind of a mark: all numbers are alike, all letters are."""
    return re.sub(r"[a-z]{1,4}", "a", re.sub(r"\d{1,2}", "1", head.group().strip()))


def _tidy(text: str, start: int, end: int) -> Range:
    """The item without what ties it to the next one ("; and")."""
    tail = max(start, end - LOOSE_LENGTH)
    loose = LOOSE_END.search(text[tail:end])
    return start, tail + loose.start() if loose else end
