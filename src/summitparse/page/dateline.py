"""The dateline: place and day at the head of a wire story, as agencies write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summitparse.text.calendar import CalendarDate, calendar_dates

__all__ = ["Dateline", "find_dateline"]

HEAD = 110
"""How many characters of a paragraph may be a dateline."""
FIRST_PARAGRAPHS = 25
WORD = r"[^\W\d_a-z][\w'’.-]{0,30}"
PLACE = re.compile(
    rf"{WORD}(?: (?:de|del|da|of|la|al|el|{WORD})){{0,4}}(?:[,/] ?{WORD}(?: {WORD}){{0,3}}){{0,2}}"
)
MARK = re.compile(r"\s?(?:—|–|--|\s-\s|:\s|-\s)\s*")
AGENCY = re.compile(r"[\s,.]*\([^()\n]{2,60}\)|,? [A-Z][\w.]*(?: [A-Z][\w.]*){0,3}(?=\s*$)")
LOOSE = " ,.–—-"


@dataclass(frozen=True)
class Dateline:
    """`start:end` covers place, day and the closing mark; the day may lack its year."""

    start: int
    end: int
    place: str | None
    day: CalendarDate | None


def find_dateline(text: str, paragraphs: list[tuple[int, int]]) -> Dateline | None:
    """The first dateline at a paragraph's start; `paragraphs` are those of the story."""
    for start, end in paragraphs[:FIRST_PARAGRAPHS]:
        found = _at(text, start, end)
        if found:
            return found
    return None


def _at(text: str, start: int, end: int) -> Dateline | None:
    head = text[start : min(end, start + HEAD)]
    for mark in MARK.finditer(head):
        found = _read(text, start, start + mark.start())
        if found and start + mark.end() < end:
            day, place = found
            if day is None and ":" in mark.group() and not _shouted(place):
                continue  # "Minister Soto (Peru): ..." names who speaks
            return Dateline(start, start + len(head[: mark.end()].rstrip()), place, day)
    whole = _read(text, start, end) if end - start < HEAD else None
    return Dateline(start, end, whole[1], whole[0]) if whole and whole[0] else None


def _read(text: str, start: int, end: int) -> tuple[CalendarDate | None, str | None] | None:
    """Place and day, where nothing but them and an agency's name stands between two offsets."""
    day = next(calendar_dates(text, start, end), None)
    before = text[start : day.start if day else end]
    after = text[day.end : end] if day else ""
    place, rest = _place(before)
    left = AGENCY.sub("", rest).strip(LOOSE) + AGENCY.sub("", after).strip(LOOSE)
    agency = bool(AGENCY.search(rest) or AGENCY.search(after))
    if left or not (place or day):
        return None
    named = place is not None and (agency or _shouted(place))
    return (day, place) if (day and (place or agency)) or named else None


def _shouted(place: str | None) -> bool:
    """Whether the town stands in capitals, as agencies write it."""
    town = place.split(",")[0] if place else ""
    return town.isupper() and len(town) > 3


def _place(words: str) -> tuple[str | None, str]:
    """The place at the head, and what follows it."""
    match = PLACE.match(words)
    if not match:
        return None, words
    return match.group().rstrip(",. "), words[match.end() :]
