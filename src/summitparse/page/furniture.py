"""Furniture of a page: lines that belong to the site (mastheads, labels, menus), and source credits."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from summitparse.text.calendar import CalendarDate, calendar_dates

__all__ = ["Line", "page_lines"]

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
LONGEST = 140
"""Longer lines are text, whatever they begin with."""
MASTHEAD_WORDS = 4
DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]{1,40}(?:\.[a-z]{2,12}){1,3}(?=\s|\||$)", re.IGNORECASE)
TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\b|\b(?:am|pm|gmt|utc|ist|est|cet|at|on)\b", re.IGNORECASE
)
TEXT_END = re.compile(r"[.!?][\"'”’)]*$")
CRUMB = re.compile(r"\s[|»>›]\s|\|")

Kind = Literal["text", "furniture", "credit", "date", "published"]


@dataclass(frozen=True)
class Line:
    """A line of the page without surrounding white space, what it is, and the date in it.

    The date of a labelled line that isn't the publication ("Last updated") is left out.
    """

    start: int
    end: int
    kind: Kind
    date: CalendarDate | None = None


@cache
def _words() -> dict[str, tuple[str, ...]]:
    path = Path(__file__).with_name("furniture.toml")
    return {name: tuple(words) for name, words in tomllib.loads(path.read_text("utf-8")).items()}


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, sorted(_words()["labels"], key=len, reverse=True)))
    return re.compile(
        rf"(?P<label>{labels})(?P<mark>\s*:|\s*\||\s(?=\W{{0,2}}\w{{0,10}}\W{{0,2}}\d)|$)",
        re.IGNORECASE,
    )


@cache
def _credit() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_words()["credits"], key=len, reverse=True)))
    return re.compile(rf"(?:[\w.]{{1,40}}\s*\|\s*)?(?:{names})\b\s*:?\s+\S", re.IGNORECASE)


def page_lines(text: str) -> list[Line]:
    """Every line that isn't blank, with its kind; short lines beside a date are mastheads."""
    lines = [
        _classified(text, match) for match in LINE.finditer(text) if not match.group().isspace()
    ]
    return [_masthead(text, lines, number) for number in range(len(lines))]


def _classified(text: str, match: re.Match[str]) -> Line:
    whole = match.group()
    start = match.start() + len(whole) - len(whole.lstrip())
    line = whole.strip()
    end = start + len(line)
    if len(line) > LONGEST:
        return Line(start, end, "text")
    day = next(calendar_dates(text, start, end), None)
    kind = _kind(line, (day.start - start, day.end - start) if day else None)
    return Line(start, end, kind, None if kind == "furniture" and _label().match(line) else day)


def _kind(line: str, day: tuple[int, int] | None) -> Kind:
    lower = line.lower()
    label = _label().match(line)
    if label and (":" in label["mark"] or not TEXT_END.search(line)):
        dated = day and label["label"].lower() in _words()["publication"]
        return "published" if dated else "furniture"
    if _credit().match(line) and not TEXT_END.search(line):
        return "credit"
    if day and not re.search(r"[^\W\d_]{3,}", TIME.sub("", line[: day[0]] + line[day[1] :])):
        return "date"
    known = lower.strip(" :|-–—*.") in _words()["lines"] or DOMAIN.fullmatch(line)
    phrase = any(words in lower for words in _words()["phrases"]) or "©" in line
    return (
        "furniture"
        if known or phrase or (CRUMB.search(line) and not TEXT_END.search(line))
        else "text"
    )


def _masthead(text: str, lines: list[Line], number: int) -> Line:
    """A short line just above a date is the paper's or agency's name."""
    line = lines[number]
    below = lines[number + 1 : number + 2]
    if line.kind != "text" or not below or below[0].kind not in ("date", "published"):
        return line
    words = text[line.start : line.end]
    near = text.count("\n", line.end, below[0].start) == 1
    short = len(words.split()) <= MASTHEAD_WORDS and not TEXT_END.search(words)
    return Line(line.start, line.end, "furniture") if short and near else line
