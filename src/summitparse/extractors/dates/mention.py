"""Readings as the report's date mentions: days covered, EDTF, role on the page."""

from __future__ import annotations

from dataclasses import replace

from summitparse.extractors.dates.scene import Reading
from summitparse.extractors.dates.values import Days, days_of, edtf_of
from summitparse.models import DateMention, Span
from summitparse.page import Article

__all__ = ["as_mention", "sound"]

LABEL = 30
"""How many characters before a date in boilerplate are searched for "Published"."""
PUBLISHED = ("publish", "posted", "released", "issued")


def sound(reading: Reading) -> Reading:
    """The reading, without a value that no calendar has (year 0, week 54)."""
    if reading.type not in ("DATE", "TIME") or reading.value is None:
        return reading
    if reading.value.endswith("_REF") or reading.value.startswith("T") or days_of(reading.value):
        return reading
    return replace(reading, value=None, reason="beyond the calendar")


def as_mention(
    number: int, start: int, end: int, reading: Reading, article: Article
) -> DateMention:
    """The mention of a reading at these characters."""
    days, edtf = _extent(reading)
    return DateMention(
        id=f"d{number}",
        span=Span.of(article.text, start, end),
        type=reading.type,
        value=reading.value,
        edtf=edtf,
        earliest=days[0] if days else None,
        latest=days[1] if days else None,
        mod=reading.mod,
        role=_role(start, article),
        anchor=reading.anchor,
        reason=reading.reason,
        alternatives=reading.alternatives,
    )


def _extent(reading: Reading) -> tuple[Days | None, str | None]:
    """The days covered and the EDTF; lengths and sets have neither, unless they are placed."""
    if reading.type in ("DURATION", "SET"):
        return reading.bounds, None
    if reading.pair:
        first, last = (days_of(end) for end in reading.pair)
        ends = [edtf_of(end) for end in reading.pair]
        if reading.pair[0].startswith("T"):
            return None, "/".join(end if len(end) > 6 else end + ":00" for end in reading.pair)
        days = (first[0], last[1]) if first and last and first[0] <= last[1] else None
        return days, "/".join(end for end in ends if end) if days and all(ends) else None
    edtf = edtf_of(reading.value)
    about = edtf and reading.mod == "APPROX" and "/" not in edtf
    return reading.bounds or days_of(reading.value), edtf + "~" if edtf and about else edtf


def _role(start: int, article: Article) -> str:
    """`dateline`, `published`, `page` (another date in boilerplate) or `event`."""
    line = article.dateline
    if line and line.span.start <= start < line.span.end:
        return "dateline"
    if any(part.start <= start < part.end for part in article.boilerplate):
        label = article.text[max(0, start - LABEL) : start].lower()
        return "published" if any(word in label for word in PUBLISHED) else "page"
    return "event"
