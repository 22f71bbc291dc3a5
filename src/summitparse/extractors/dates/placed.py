"""Lengths that have a place, since the text names the day of what they are measured from.

"Arrived on Monday for a two-day visit" covers Monday and Tuesday; "two weeks after the summit"
points to a day, if the summit's day is named in a sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from summitparse.extractors.dates.scene import Reading
from summitparse.extractors.dates.values import Days, at, days_of, stepped
from summitparse.models import Anchor

__all__ = ["placed"]

Found = tuple[int, int, Reading]
REACH = 200
"""How many characters off the day may stand."""
DAYS = re.compile(r"P(\d{1,2})D")
EVENT = re.compile(
    r"[\s-](?:[a-z]+[\s-]){0,2}(?:visit|trip|tour|summit|conference|meeting|talks|forum|stay|"
    r"session|retreat|congress|stopover)\b"
)
LENGTH = re.compile(r"P(\d{1,3})([DWMQY])")
FROM_EVENT = re.compile(r"\s(after|before)\s(?:the|its|his|her|their)\s((?:[\w-]{1,20}\s?){1,4})")
FROM_DATE = re.compile(r"\s(after|before|from)\s")
ENDED = re.compile(r"\s(?:that\s)?(?:ended|ending|ends)\s(?:on\s|in\s)?")
COMMON = frozenset(
    "first last second third same whole after before with from that this their then".split()
)
MEMORY = 20
"""How many dates back an event's day is looked for."""
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
    """The readings, with bounds for each length that starts, ends or points to a day that is named."""
    result = list(found)
    for index, (start, end, reading) in enumerate(found):
        if reading.type == "DURATION" and reading.value:
            where = (
                _by_end(text, found, index)
                or _of_event(text, found, index)
                or _from_event(text, found, index)
                or _from_date(text, found, index)
            )
            if where:
                result[index] = (start, end, where)
    return result


def _of_event(text: str, found: Sequence[Found], index: int) -> Reading | None:
    """A length of some days that an event lasts."""
    _, end, reading = found[index]
    match = DAYS.fullmatch(reading.value or "")
    if not match or not EVENT.match(text[end : end + 60]):
        return None
    bounds = _bounds(text, found, index, int(match[1]))
    why = "a length of time, from or to the day named beside it"
    return replace(reading, bounds=bounds, reason=why) if bounds else None


def _by_end(text: str, found: Sequence[Found], index: int) -> Reading | None:
    """A length whose last day is named right there: "the fiscal year ended March 31"."""
    _, end, reading = found[index]
    match = LENGTH.fullmatch(reading.value or "")
    if match is None or index + 1 == len(found):
        return None
    start, _, named = found[index + 1]
    days = days_of(named.value) if named.type == "DATE" else None
    if days is None or start - end > 15 or not ENDED.fullmatch(text[end:start]):
        return None
    begin = stepped(days[1] + timedelta(1), match[2], -int(match[1]))
    why = f"a length of time, up to {days[1]}"
    return replace(reading, bounds=(begin, days[1]), reason=why) if begin else None


def _from_event(text: str, found: Sequence[Found], index: int) -> Reading | None:
    """A length after or before an event whose day is named in a sentence before."""
    _, end, reading = found[index]
    match = LENGTH.fullmatch(reading.value or "")
    event = FROM_EVENT.match(text[end : end + 90])
    day = _event_day(text, found[max(0, index - MEMORY) : index], event[2]) if event else None
    if match is None or event is None or day is None:
        return None
    days = _counted(match, day, event[1])
    why = f"a length of time, counted from {day}, the day of what follows"
    anchor = Anchor(date=day.isoformat(), kind="event")
    return replace(reading, bounds=days, reason=why, anchor=anchor) if days else None


def _from_date(text: str, found: Sequence[Found], index: int) -> Reading | None:
    """A length after or before a day that is named right there: "three days after 12 January"."""
    _, end, reading = found[index]
    match = LENGTH.fullmatch(reading.value or "")
    if match is None or index + 1 == len(found):
        return None
    start, _, named = found[index + 1]
    joint = FROM_DATE.fullmatch(text[end:start]) if start - end < 10 else None
    day = days_of(named.value) if named.type == "DATE" else None
    if joint is None or day is None or day[0] != day[1] or named.value is None:
        return None
    days = _counted(match, day[0], joint[1])
    why = f"a length of time, counted from {day[0]}"
    anchor = Anchor(date=named.value, kind="date")
    return replace(reading, bounds=days, reason=why, anchor=anchor) if days else None


def _counted(length: re.Match[str], day: date, word: str) -> Days | None:
    """The days that lie a length before or after a day, as fine as its unit."""
    moved = stepped(day, length[2], int(length[1]) * (-1 if word == "before" else 1))
    return days_of(at(moved, "D" if length[2] in "DW" else length[2])) if moved else None


def _event_day(text: str, known: Sequence[Found], words: str) -> date | None:
    """The day named last in a sentence that holds one of an event's words."""
    nouns = [word for word in words.lower().split() if len(word) > 3 and word not in COMMON]
    for start, end, reading in reversed(known):
        days = days_of(reading.value) if reading.type in ("DATE", "TIME") else None
        if days is None or days[0] != days[1] or reading.alternatives:
            continue
        before = BREAK.split(text[max(0, start - REACH) : start])[-1]
        after = BREAK.split(text[end : end + REACH])[0]
        spoken = (before + " " + after).lower().split()
        if any(noun in spoken for noun in nouns):
            return days[0]
    return None


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
