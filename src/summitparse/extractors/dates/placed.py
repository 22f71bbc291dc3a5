"""Lengths that have a place: "arrived on Monday for a two-day visit" covers Monday and Tuesday."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from summitparse.extractors.dates.scene import Reading
from summitparse.extractors.dates.values import Days, days_of, stepped

__all__ = ["placed"]

Found = tuple[int, int, Reading]
REACH = 200
"""How many characters off the day may stand."""
DAYS = re.compile(r"P(\d{1,2})D")
EVENT = re.compile(
    r"[\s-](?:[a-z]+[\s-]){0,2}(?:visit|trip|tour|summit|conference|meeting|talks|forum|stay|"
    r"session|retreat|congress|stopover)\b"
)
BREAK = re.compile(r"[.!?]\s+[A-Z“\"]|\n[^\S\n]*\n")
BEGINS = re.compile(
    r"\b(?:arriv(?:e|es|ed|ing)|beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|open(?:s|ed|ing)?|"
    r"kick(?:s|ed|ing)? off|pa(?:y|ys|id|ying)|land(?:s|ed)|embark(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\b(?:end(?:s|ed|ing)|conclud(?:e|es|ed|ing)|wrap(?:s|ped|ping)? up|finish(?:es|ed|ing)?)\b",
    re.IGNORECASE,
)


def placed(text: str, found: Sequence[Found]) -> list[Found]:
    """The readings, with bounds for each length of an event whose first or last day is named."""
    result = list(found)
    for index, (start, end, reading) in enumerate(found):
        match = DAYS.fullmatch(reading.value or "")
        if reading.type != "DURATION" or not match or not EVENT.match(text[end : end + 60]):
            continue
        bounds = _bounds(text, found, index, int(match[1]))
        if bounds:
            result[index] = (start, end, replace(reading, bounds=bounds))
    return result


def _bounds(text: str, found: Sequence[Found], index: int, count: int) -> Days | None:
    """The days of a length, by the one day named in its sentence and the verb that says which."""
    day = _day_beside(text, found, index)
    if day is None or count < 1:
        return None
    start, end = found[index][:2]
    around = text[max(0, start - REACH) : end + REACH]
    cut = min(start, REACH)
    sentence = BREAK.split(around[:cut])[-1] + BREAK.split(around[cut:])[0]
    begins, ends = BEGINS.search(sentence), ENDS.search(sentence)
    if bool(begins) == bool(ends):
        return None
    other = stepped(day, "D", count - 1 if begins else 1 - count)
    return (min(day, other), max(day, other)) if other else None


def _day_beside(text: str, found: Sequence[Found], index: int) -> date | None:
    """The day named nearest in the same sentence, before the length or after it."""
    start, end = found[index][:2]
    for other in (index - 1, index + 1):
        if not 0 <= other < len(found):
            continue
        first, last, reading = found[other]
        gap = text[last:start] if other < index else text[end:first]
        days = days_of(reading.value) if reading.type in ("DATE", "TIME") else None
        if days and days[0] == days[1] and len(gap) < REACH and not BREAK.search(gap):
            return days[0]
    return None
