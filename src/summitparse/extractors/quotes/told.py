"""The day on which something was said, out of the words of who said it and of what was said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitparse.grounding import SpanIndex
from summitparse.models import DateMention
from summitparse.syntax import is_finite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from summitparse.extractors.quotes.candidate import Candidate, Range
    from summitparse.extractors.quotes.scene import Scene

__all__ = ["without_days"]

POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
PERIOD = re.compile(r"\d{4}(-\d\d|-[QH]\d)?")
"""Months, quarters, years: one such word before a noun says which ("March data")."""
OWN_PHRASE = frozenset(("DET", "PROPN", "PRON"))
"""What begins a phrase of its own behind a day."""
LEADING = frozenset(("on", "in"))


def without_days(scene: Scene, found: Iterable[Candidate], dates: SpanIndex[DateMention]) -> None:
    """Cut days off the sources and the contents that begin with one.

    "Last night Ana Soto said", "announced last week it would leave".
    """
    for each in found:
        if each.source is not None and each.head is not None:
            start, end = each.source
            begins = _behind_day(scene, start, end, dates)
            each.source = (begins, end) if begins <= each.head.i else each.source
        if each.frame == "clause":
            each.content = [_told(scene, each.cue, piece, dates) for piece in each.content]


def _told(scene: Scene, cue: Token, piece: Range, dates: SpanIndex[DateMention]) -> Range:
    """What was said without the day on which it was, where that stands right behind the cue."""
    start, end = piece
    led = scene.doc[start].lower_ in LEADING
    first = start + led
    begins = _behind_day(scene, first, end, dates, led) if start == cue.i + 1 else first
    clause = begins > first and any(is_finite(token) for token in scene.doc[begins + 1 : end])
    return (begins, end) if clause else piece


def _behind_day(
    scene: Scene, start: int, end: int, dates: SpanIndex[DateMention], led: bool = False
) -> int:
    """Where a phrase begins behind the day that stands at its head; `start` where none does.

    `led`: a preposition goes before, so that the day says which of nothing.
    """
    doc = scene.doc
    if start >= end:
        return start
    limit = doc[end - 1].idx + len(doc[end - 1])
    day = next(iter(dates.within(doc[start].idx, limit)), None)
    if day is None or day.span.start != doc[start].idx:
        return start
    after = next((i for i in range(start, end) if doc[i].idx >= day.span.end), end)
    if after < end and doc[after].text == ",":
        after += 1
    alone = not led and after == start + 1 and PERIOD.fullmatch(day.value or "") is not None
    if after >= end or alone or not _opens(doc[after]):
        return start
    return after


def _opens(token: Token) -> bool:
    return token.pos_ in OWN_PHRASE and token.text not in POSSESSIVE
