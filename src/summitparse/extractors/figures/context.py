"""What a number is not a figure for: names, labels, dates, times, scores, list numbers, codes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from summitparse.extractors.figures.draft import Draft
from summitparse.extractors.figures.words import word_set
from summitparse.models import DateMention
from summitparse.view import Ranges

__all__ = ["Blocked", "ends_phrase", "is_code", "is_label", "is_year_like"]

WORD_BEFORE = re.compile(r"(\w[\w'’&]*\.?)[ \u00a0\n]?\(?$")
DETERMINED = re.compile(r"\b(?:last|this|next|that|one|past) $", re.I)
"""Before a label: "last week 12 people", "at this stage 40 homes"."""
LIST_BEFORE = re.compile(r"(?:^|\n|\t|\(|; | {3})[ \t]*[(\[]?$")
LIST_AFTER = re.compile(r"[.)\]](?:\s|$)| \)")
CLOCK = re.compile(r"[:h]\d{2}(?!\d)|:\d{1,2}")
WITH_WORDS = frozenset(("no", "age", "aged", "ages", "call", "point", "goal", "form", "mark"))
"""Labels that are other words as well where the number is spelled."""
STAMP = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
STAMPED = re.compile(r"[ \t]*(?:\n|$)|[ \t]*[|:–—-]|[ \t]+[A-Z\"“'‘]")
CLOCK_NUMBER = re.compile(r"\d{1,2}(?:[.:]\d{2})?$")
CLOCK_AFTER = re.compile(
    r"[ \u00a0]?(?:[ap]\.?m\b\.?|o['’]clock|(?:GMT|UTC|BST|CES?T|E[SD]T|P[SD]T|IST)\b|noon\b)", re.I
)
MONTH_AFTER = re.compile(r"(?:st|nd|rd|th)?[ \u00a0](?:of )?([A-Za-z]{3,9})\b")
STOP = re.compile(r"\s*(?:[.,;()!?\n]|$)|\s+([a-z]+)")
GLUE = frozenset("_#@\\^$")
"""Characters before a number that make it part of a code."""
BLANK = frozenset((" ", ""))
CHAIN = re.compile(r"[-–]\d+(?:[.,]\d+)?[-–]\d")
TELEPHONE = re.compile(r"(?<![\w.,])(?:0\d{2,4}|\+\d{1,3})\)?(?:[ -]\d{2,4}){0,4}[ -]$")
"""The groups before one of a telephone number: "0700 555 018"."""
YEARS = range(1000, 2101)


class Blocked:
    """Ranges of characters where no figure is looked for."""

    def __init__(self, dates: Iterable[DateMention], asides: Ranges) -> None:
        points = [(d.span.start, d.span.end) for d in dates if d.type in ("DATE", "TIME")]
        ranges = sorted([*points, *asides])
        self._starts = [start for start, _ in ranges]
        self._reach: list[int] = []
        reach = 0
        for _, end in ranges:
            reach = max(reach, end)
            self._reach.append(reach)

    def holds(self, start: int, end: int) -> bool:
        """Whether the range `start:end` touches a blocked one."""
        at = bisect_right(self._starts, max(start, end - 1)) - 1
        return at >= 0 and self._reach[at] > start


def is_code(text: str, made: Draft, last: int = -1) -> bool:
    """A number inside a name, code, time or address: G20, COVID-19, 10:30, #7, 2-1-1.

    A number in a hyphenated pair is marked as such; whether it is a range shows later. `last` is
    where the figure before ended: "10km-15km" is a pair too.
    """
    start, end = made.start, made.end
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if start - 1 == last and before in ("-", "–"):
        made.paired = True
    elif before not in BLANK and _glued_before(text, made, before):
        return True
    if _clock(text, made) or _dialled(text, made):
        return True
    if made.kind and made.unit != "times":
        return False
    if after[:1].isalpha() or after[:1] == "_":
        return True
    if after[:1] in ("/", ":", "+") and after[1:2].isdigit():
        return True
    if after[:1] == "." and after[1:2].isalpha():
        return True
    if after[:1] in ("-", "–") and after[1:2].isdigit():
        made.paired = True
        return bool(CHAIN.match(text, end))
    return _listed(text, made) or _calendar(text, made)


def _glued_before(text: str, made: Draft, before: str) -> bool:
    start = made.start
    if before.isalnum() or (before in GLUE and before):
        return True
    earlier = text[max(0, start - 2) : start - 1]
    if before == "=":
        return made.kind != "money" or not earlier.isalnum()  # "$1=1,380 won"
    if before == "/":
        return not (made.kind and earlier.isdigit())
    if before == "+" and not made.sign:
        return earlier.isalnum()
    if before in (".", ":", ",") and before:
        return earlier.isdigit()
    if before in ("-", "–", "‑") and before and not made.sign and earlier.isalnum():
        made.paired = earlier.isdigit()
        return not made.paired and text[max(0, start - 4) : start].lower() != "sub-"
    return False


def _dialled(text: str, made: Draft) -> bool:
    """A later group of a telephone number, which begins with a nought or a plus."""
    start, raw = made.number.start, made.number.raw
    if made.kind or len(raw) < 2 or text[start - 1 : start] not in (" ", "-"):
        return False
    plain = raw.replace(" ", "").isdigit()
    ends = ends_phrase(text, made.end) or text[made.end + 1 : made.end + 2].isdigit()
    return plain and ends and bool(TELEPHONE.search(text, max(0, start - 24), start))


def _clock(text: str, made: Draft) -> bool:
    end = made.number.end
    if made.kind not in ("money", "percent") and _stamp(text, made):
        return True
    if not CLOCK_NUMBER.match(made.number.raw):
        return made.number.kind == "words" and bool(CLOCK_AFTER.match(text, end))
    return made.kind != "money" and bool(CLOCK_AFTER.match(text, end) or CLOCK.match(text, end))


def _stamp(text: str, made: Draft) -> bool:
    """The time at the head of an entry: '17.20 Ministers arrive', '9.05' on a line of its own."""
    number = made.number
    if not STAMP.fullmatch(number.raw) or number.scale > 1:
        return False
    ahead = not text[max(0, number.start - 24) : number.start].rpartition("\n")[2].strip(" \t*|•-")
    return ahead and bool(STAMPED.match(text, number.end))


def _listed(text: str, made: Draft) -> bool:
    """'1. Trade', '(2) energy'."""
    if len(made.number.raw) > 2 or not made.number.raw or not LIST_AFTER.match(text, made.end):
        return False
    window = text[max(0, made.start - 4) : made.start]
    return bool(LIST_BEFORE.search(window) if made.start else True)


def _calendar(text: str, made: Draft) -> bool:
    """'May 20', '20 May'."""
    if made.low > 31 and not YEARS[0] <= made.low <= YEARS[-1]:
        return False
    before = WORD_BEFORE.search(text, max(0, made.start - 12), made.start)
    if before and _month(before[1]):
        return True
    after = MONTH_AFTER.match(text, made.number.end)
    return bool(after and made.low <= 31 and _month(after[1]))


def _month(word: str) -> bool:
    name = word.rstrip(".").lower()
    return name in word_set("months") and (word[0].isupper() or name not in ("may", "march", "mar"))


def is_label(text: str, made: Draft) -> bool:
    """'Section 4', 'No. 7', 'Phase Two': a number that only names."""
    if made.number.kind == "words" and not (
        text[made.start].isupper() or ends_phrase(text, made.end)
    ):
        return False
    before = WORD_BEFORE.search(text, max(0, made.start - 18), made.start)
    if not before or (made.number.kind == "words" and before[1].lower() in WITH_WORDS):
        return False
    if DETERMINED.search(text, max(0, before.start() - 6), before.start()):
        return False
    return before[1].lower() in word_set("labels")


def is_year_like(made: Draft) -> bool:
    """Four plain digits that a year may be."""
    raw = made.number.raw
    return len(raw) == 4 and raw.isdigit() and int(raw) in YEARS and made.number.scale == 1


def ends_phrase(text: str, end: int) -> bool:
    """Whether nothing is counted behind a number: a mark, the end, or a word that counts nothing."""
    after = STOP.match(text, end)
    return after is not None and (not after[1] or after[1] in word_set("stops"))
