"""Furniture of a page: lines that belong to the site (mastheads, labels, menus), and source credits.

Furniture is a line of its own that tells next to nothing beside the furniture. Where a line tells
something, only what is cut off from it by a bar, a copyright sign, brackets or a colon is furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from summitparse.page.parts import RIGHTS, line_parts, stripped
from summitparse.page.telling import TEXT_END, is_sentence, tells
from summitparse.page.words import either, words
from summitparse.text.calendar import CalendarDate, calendar_dates

__all__ = ["Line", "page_lines"]

Range = tuple[int, int]
Kind = Literal["text", "furniture", "credit", "date", "published"]

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
LONGEST = 140
"""Longer lines are text, whatever they begin with."""
MASTHEAD_WORDS = 4
DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]{1,40}(?:\.[a-z]{2,12}){1,3}(?=\s|\||$)", re.IGNORECASE)
LINK = re.compile(r"\[[^\]\n]{1,80}\]\([^)\s]{1,200}\)|https?://\S{1,300}")
TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\b|\b(?:am|pm|gmt|utc|ist|est|cet|at|on)\b", re.IGNORECASE
)
CRUMB = re.compile(r"\s[|»>›]\s|\|")
CLAUSE_END = re.compile(r",\Z|\d\.\Z")
"""Ends of a line that closes somebody's sentence, as a date set by itself doesn't."""
LETTERS = re.compile(r"[^\W\d_]{3,}")
NEAR_LABEL = 14
"""Characters after a label without a colon within which its date begins."""
LONGEST_CREDIT = 8
"""Words of a source credit."""
SMALL_IN_CREDIT = 2
"""Small words of a credit behind its colon ("Source: Port Gazette, own research")."""


@dataclass(frozen=True)
class Line:
    """A line of the page, or a part of one, without surrounding white space: what it is, its date.

    The date of a labelled line that isn't the publication ("Last updated") is left out.
    """

    start: int
    end: int
    kind: Kind
    date: CalendarDate | None = None


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<teaser>{either('teasers')})|(?P<label>{either('labels')}))"
        r"(?P<mark>\s*:|\s*\||\s(?=.*\d)|$)",
        re.IGNORECASE,
    )


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[\w.]{{1,40}}\s*\|\s*)?(?:{either('credits')})\b(?P<colon>\s*:)?\s+(?P<name>\S.*)",
        re.IGNORECASE,
    )


@cache
def _request() -> re.Pattern[str]:
    return re.compile(rf"[^\w\"“‘']{{0,3}}(?:{either('requests')})\b", re.IGNORECASE)


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(rf"(?:\b\d{{1,3}}[ -])?\b(?:{either('phrases')})\b", re.IGNORECASE)


def page_lines(text: str, paragraphs: list[Range]) -> list[Line]:
    """Every line that isn't blank, with its kind; short lines beside a date are mastheads.

    Only a line that is a paragraph of its own can be furniture: the lines of a wrapped paragraph
    begin with any word.
    """
    alone = set(paragraphs)
    lines = [
        part
        for match in LINE.finditer(text)
        if not match.group().isspace()
        for part in _read(text, stripped(text, *match.span()), alone)
    ]
    return [_masthead(text, lines, number) for number in range(len(lines))]


def _read(text: str, line: Range, alone: set[Range]) -> Iterator[Line]:
    """The parts of a line; most lines have one."""
    if line not in alone:
        day = next(calendar_dates(text, *line), None) if line[1] - line[0] <= LONGEST else None
        yield Line(*line, "text", day)
        return
    parts = [(_classified(text, *part), told) for part, told in line_parts(text, *line)]
    if len(parts) == 1 or not any(told and part.kind == "text" for part, told in parts):
        yield _classified(text, *line)
        return
    for part, told in parts:
        goes_on = text[part.start].islower()  # the rest of a sentence
        if part.kind == "text" and not told and not goes_on:
            yield Line(part.start, part.end, "furniture")
        else:
            yield part


def _classified(text: str, start: int, end: int) -> Line:
    line = text[start:end]
    if len(line) > LONGEST and not RIGHTS.match(line):
        return Line(start, end, "text")
    day = next(calendar_dates(text, start, end), None)
    kind = _kind(line, (day.start - start, day.end - start) if day else None)
    return Line(start, end, kind, None if kind == "furniture" and _label().match(line) else day)


def _kind(line: str, day: Range | None) -> Kind:
    label = _label().match(line)
    if label and _is_labelled(line, label, day):
        dated = day and (label["label"] or "").lower() in words("publication")
        return "published" if dated else "furniture"
    if _is_credit(line):
        return "credit"
    if (
        day
        and not CLAUSE_END.search(line)
        and not LETTERS.search(TIME.sub("", line[: day[0]] + line[day[1] :]))
    ):
        return "date"
    crumb = CRUMB.search(line.strip(" |")) and not TEXT_END.search(line) and not is_sentence(line)
    return "furniture" if crumb or _is_site(line) or _asks(line) else "text"


def _is_labelled(line: str, label: re.Match[str], day: Range | None) -> bool:
    """Whether a label is followed by what it labels: a link, a value, a date; not by a sentence."""
    if label["teaser"]:
        return ":" in label["mark"] or not label["mark"]
    rest = line[label.end() :] if day is None else line[label.end() : day[0]] + line[day[1] :]
    if ":" in label["mark"] or "|" in label["mark"] or not label["mark"]:
        return not tells(rest)
    near = day is not None and label.end() <= day[0] < label.end() + NEAR_LABEL
    return not (tells(rest) if near else LETTERS.search(rest))


def _is_credit(line: str) -> bool:
    """Whether a line names a source, with small words only between names."""
    credit = _credit().match(line)
    if credit is None or tells(line):
        return False
    name = credit["name"].split()
    small = [word for word in name if word.islower() and word not in words("credit_words")]
    named = name[0][:1].isupper() or name[0] in words("credit_words")
    plain = len(small) <= SMALL_IN_CREDIT if credit["colon"] else named and not small
    return len(name) <= LONGEST_CREDIT and plain


def _is_site(line: str) -> bool:
    """Whether a line is one of the site's own, or says nothing beside a phrase of the site."""
    if line.lower().strip(" :|-–—*.") in words("lines") or DOMAIN.fullmatch(line):
        return True
    if RIGHTS.match(line):
        return True
    phrase = _phrase().search(line)
    return bool(phrase) and not tells(_phrase().sub("", LINK.sub("", line)))


def _asks(line: str) -> bool:
    """Whether a line asks the reader to click, share or sign up, and tells nothing in another part."""
    request = _request().match(line)
    if request is None:
        return False
    rest = LINK.sub("", line[request.end() :])
    return not any(tells(part) for part in re.split(r"[,;:]\s|(?<=[.!?])\s", rest)[1:])


def _masthead(text: str, lines: list[Line], number: int) -> Line:
    """A short line just above a date is the paper's or agency's name."""
    line = lines[number]
    below = lines[number + 1 : number + 2]
    if line.kind != "text" or not below or below[0].kind not in ("date", "published"):
        return line
    name = text[line.start : line.end]
    near = text.count("\n", line.end, below[0].start) == 1
    short = len(name.split()) <= MASTHEAD_WORDS and not TEXT_END.search(name)
    telling = tells(name)
    return Line(line.start, line.end, "furniture") if short and near and not telling else line
