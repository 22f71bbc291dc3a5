"""The date that says when a figure holds: from the words between it and the dates near it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from summitparse.extractors.figures.draft import Draft
from summitparse.extractors.figures.words import word_set
from summitparse.models import DateMention

__all__ = ["Periods"]

AFTER = 70
"""Characters between a figure and the date of its period behind it."""
BEFORE = 110
LEAD = 24
"""Characters before a figure or date in which a word says that it is what others are compared with."""
SENTENCE_BREAK = re.compile(r"[.!?;][\"'”’)]*\s|\n\n")
BREAK = re.compile(
    r"[.!?;:][\"'”’)]*\s|\n\n|, (?:and|but) |\bfrom (?:a |an |the )?$"
    r"|(?:\w+est|time|most|worst|best|high|low)(?: [a-z]+){0,2} since $"
)
RECORD = re.compile(r"(?:\w+est|most|worst|best|high|low)(?: [a-z]+){0,2} since $")
BRACKET = re.compile(r"\([^()]{0,60}\)")
LEVEL = re.compile(r"\s*(?:\(|to |,? ?or |,? ?up |,? ?down |(?:,? ?valued at|,? ?worth) )")
"""What joins the amount of a change to the level reached, or an amount to its worth: one period."""
BASE = re.compile(
    r"\b(?:from|than|against|versus|(?:compared|up|down)(?: with| to| from| on))(?: in| for| at| during)?"
    r"(?: a| an| the)? $"
)
ON_BASE = re.compile(r"\b(?:on|over) (?:a |an |the )?$")
EARLIER = re.compile(r"(?:earlier|ago|before|previous|preceding|last) ?")
WHOLE = re.compile(r"(?:the )?(?:year|quarter|month|week|day)")
"""'rose 4 % *on the year*': compared with the one before."""
APPOSITIVE = re.compile(r", (?:which|who|whose)\b[^,;]*$")
OWNS = re.compile(r"['’]s? ?$")
OWNING = re.compile(r"['’]s?\s")
OF = re.compile(r"\s*of (?:the |its |their )?$")
WORD = re.compile(r"[a-z]+")
NEXT_WORD = re.compile(r" ([A-Za-z-]+)")
PERIODS = frozenset(("DATE",))
ENDED = 15
"""How many characters may stand between a length and the day named as its last."""


class Periods:
    """The dates a figure's period can be, by place."""

    def __init__(self, text: str, dates: Sequence[DateMention], kept: Sequence[Draft]) -> None:
        self._text = text
        self._dates = sorted(
            (date for date in dates if date.type in PERIODS), key=lambda date: date.span.start
        )
        self._whole = _wholes(dates)
        self._starts = [date.span.start for date in self._dates]
        self._kept = kept

    def of(self, made: Draft) -> str | None:
        """The id of the date that says when a figure holds.

        Its possessor ("May's 3 %"), else a date behind it in its clause, else one before it. A date
        that others are compared with ("from a year earlier to $3bn") is that of none but its own.
        """
        if made.kind in ("duration", "ordinal") or not self._dates:
            return None
        last = bisect_left(self._starts, made.start) - 1
        date = self._owner(last, made) or self._behind(made) or self._ahead(last, made)
        return self._whole.get(date.id, date.id) if date else None

    def _owner(self, at: int, made: Draft) -> DateMention | None:
        if at < 0 or self._dates[at].span.end > made.start:
            return None
        between = self._text[self._dates[at].span.end : made.span_start]
        return self._dates[at] if OWNS.fullmatch(between) else None

    def _behind(self, made: Draft) -> DateMention | None:
        at = bisect_left(self._starts, made.end)
        while at < len(self._dates) and self._on_base(self._text[made.end : self._starts[at]], at):
            at += 1  # "2 % on the year *in April*"
        if at >= len(self._dates) or self._starts[at] - made.end > AFTER:
            return None
        between = BRACKET.sub("", self._text[made.end : self._starts[at]])
        if BREAK.search(between) or self._other(made.end, self._starts[at]):
            return None
        if word_set("compare_marks").intersection(WORD.findall(between.lower())):
            return None
        apart = self._of_noun(at) and not OF.match(between)
        return None if apart else self._dates[at]

    def _of_noun(self, at: int) -> bool:
        """Whether a date only says which one another noun means: "the 2023 level", "May's pace"."""
        span = self._dates[at].span
        if OWNING.match(self._text, span.end):
            return True
        after = NEXT_WORD.match(self._text, span.end)
        led = self._text.endswith(("the ", "its "), 0, span.start)
        return led and after is not None and after[1] not in word_set("stops")

    def _ahead(self, last: int, made: Draft) -> DateMention | None:
        for at in range(last, -1, -1):
            span = self._dates[at].span
            between = self._text[span.end : made.start]
            if len(between) > BEFORE or SENTENCE_BREAK.search(between):
                return None
            if span.end <= made.start and not self._apart(at, between, made):
                return self._dates[at]
        return None

    def _apart(self, at: int, between: str, made: Draft) -> bool:
        """Whether a date before a figure is another's: a base's, the level's before a base, an aside's."""
        span = self._dates[at].span
        lead = self._text[max(0, span.start - LEAD) : span.start]
        if BASE.search(lead) or self._on_base(lead, at) or RECORD.search(lead):
            return True
        if "," in between and APPOSITIVE.search(self._text, max(0, span.start - AFTER), span.start):
            return True
        follows = self._follows_figure(span.start)
        if self._based(made) and (follows or between.startswith(",")):
            return True
        return follows and self._base_before(span.start)

    def _on_base(self, lead: str, at: int) -> bool:
        """Whether a figure is told against a date: "4 % on a year earlier", "2 % on the month"."""
        day = self._dates[at].span.text
        return bool(ON_BASE.search(lead) and (EARLIER.search(day) or WHOLE.fullmatch(day))) or (
            lead.endswith("on ") and WHOLE.fullmatch(day) is not None
        )

    def _based(self, made: Draft) -> bool:
        """Whether a figure is what another is compared with."""
        return bool(BASE.search(self._text[max(0, made.span_start - LEAD) : made.span_start]))

    def _follows_figure(self, start: int) -> bool:
        before = bisect_left(self._kept, start, key=_start) - 1
        return before >= 0 and start - self._kept[before].end <= LEAD

    def _base_before(self, start: int) -> bool:
        """Whether a date stands directly behind a base: "from $2bn *in 2010* to $16bn"."""
        before = bisect_left(self._kept, start, key=_start) - 1
        return self._based(self._kept[before])

    def _other(self, start: int, end: int) -> bool:
        """Whether a figure of its own stands between; a converted amount or level is none."""
        kept = self._kept
        at = bisect_left(kept, start, key=_start)
        while at < len(kept) and kept[at].start < end:
            lead = self._text[max(start, kept[at].span_start - LEAD) : kept[at].span_start]
            if not LEVEL.match(self._text, start, kept[at].start + 1) or BASE.search(lead):
                return True
            start, at = kept[at].end, at + 1
        return False


def _start(made: Draft) -> int:
    return made.start


def _wholes(dates: Sequence[DateMention]) -> dict[str, str]:
    """The period that a day only ends, by the day's id: "the fiscal year ended March 31"."""
    ordered = sorted(dates, key=lambda date: date.span.start)
    return {
        last.id: length.id
        for length, last in pairwise(ordered)
        if length.type == "DURATION" and length.latest is not None
        if length.latest == last.latest and last.span.start - length.span.end < ENDED
    }
