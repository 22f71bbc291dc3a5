"""What a number is not a figure for: names, labels, dates, times, scores, list numbers, codes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from summitparse.extractors.figures.draft import Draft
from summitparse.extractors.figures.words import word_set
from summitparse.models import DateMention, Span

__all__ = ["Blocked", "is_code", "is_label", "is_year_like"]

WORD_BEFORE = re.compile(r"(?:(\w[\w'’&]*)(\.?))[ \u00a0]?\(?$")
LIST_ITEM = re.compile(r"(?:^|\n)[ \t]*[(\[]?$")
LIST_END = re.compile(r"[.)\]](?:\s|$)")
CLOCK = re.compile(r"[:.h]\d{2}(?!\d)(?:[ap]m)?|:\d{1,2}")
CLOCK_AFTER = re.compile(
    r"[ \u00a0]?(?:[ap]\.?m\b\.?|o['’]clock|(?:GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT|IST|hrs local)\b|h\d\d\b)",
    re.I,
)
MONTH_AFTER = re.compile(r"(?:st|nd|rd|th)?[ \u00a0](?:of )?([A-Z][a-z]{2,8})\b")
PERCENT_LIKE = frozenset("%$€£¥")
YEARS = range(1000, 2101)


class Blocked:
    """Ranges of characters where no figure is looked for."""

    def __init__(self, dates: Iterable[DateMention], skipped: Sequence[Span]) -> None:
        points = [(d.span.start, d.span.end) for d in dates if d.type in ("DATE", "TIME")]
        self._ranges = sorted(points + [(span.start, span.end) for span in skipped])
        self._starts = [start for start, _ in self._ranges]
        reach = 0
        self._reach = []
        for _, end in self._ranges:
            reach = max(reach, end)
            self._reach.append(reach)

    def holds(self, start: int, end: int) -> bool:
        """Whether the range `start:end` touches a blocked one."""
        at = bisect_right(self._starts, max(start, end - 1)) - 1
        return at >= 0 and self._reach[at] > start


def is_code(text: str, made: Draft) -> bool:
    """A number inside a name, code, time, score or address: G20, COVID-19, 2-1, 10:30, #7."""
    start, end = made.start, made.end
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if before.isalnum() or before in ("_", "#", "@", "/", "\\", "="):
        return before != "/" or not made.kind
    if (
        before in ("-", "–", "‑")
        and not made.sign
        and text[max(0, start - 2) : start - 1].isalnum()
    ):
        return text[max(0, start - 4) : start].lower() != "sub-"
    if before in (".", ":", ",") and text[max(0, start - 2) : start - 1].isdigit():
        return True
    if made.kind and not (made.kind == "count" and made.unit == "times"):
        return False
    if after[:1].isalpha() or after[:1] == "_":
        return True
    if after[:1] in ("-", "–", "/", ":", ".") and after[1:2].isdigit():
        return True
    return bool(_clock(text, made) or _listed(text, start, end) or _calendar(text, made))


def _clock(text: str, made: Draft) -> bool:
    return bool(CLOCK_AFTER.match(text, made.end) or CLOCK.match(text, made.end))


def _listed(text: str, start: int, end: int) -> bool:
    window = text[max(0, start - 12) : start]
    return bool(
        LIST_END.match(text, end)
        and (start < 2 or LIST_ITEM.search("\n" + window if start <= 12 else window))
    )


def _calendar(text: str, made: Draft) -> bool:
    """'May 20', '20 May'."""
    if made.low > 31 and made.low not in YEARS:
        return False
    before = WORD_BEFORE.search(text, max(0, made.start - 12), made.start)
    if before and before[1].lower() in word_set("months") and before[1][0].isupper():
        return True
    after = MONTH_AFTER.match(text, made.number.end)
    return bool(after and after[1].lower() in word_set("months"))


def is_label(text: str, made: Draft) -> bool:
    """'Section 4', 'No. 7', 'Resolution 2231'; also a name in capitals before it: 'Boeing 787'."""
    before = WORD_BEFORE.search(text, max(0, made.start - 18), made.start)
    return bool(before and before[1].lower() in word_set("labels"))


def is_year_like(text: str, made: Draft) -> bool:
    """Four plain digits that a year may be."""
    raw = made.number.raw
    return (
        len(raw) == 4
        and raw.isdigit()
        and made.single
        and int(raw) in YEARS
        and made.number.end - made.number.start == 4
    )
