"""Ranges of days and months in one piece: "June 3-5", "Nov 18-Dec 19", "the January-September period"."""

from __future__ import annotations

from datetime import date

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.parts import number_of, step_of, year_of
from summitparse.extractors.dates.scene import AS_WRITTEN, Reader, Reading, Scene, unread
from summitparse.extractors.dates.values import real_day, stepped
from summitparse.models import Anchor

__all__ = ["RANGES"]


def dayrange(piece: Piece, scene: Scene) -> Reading | None:
    """Days of one month in one piece: "June 3-5", "14 and 15 November", "from 4 to 9 next month"."""
    if piece.has("r"):
        return _of_next_month(piece, scene)
    if piece.has("mo2"):
        return _over_months(piece, scene)
    if not _is_row(piece):
        return None
    first, number = number_of(piece, "d1") or 0, int(piece.value("mo") or 0)
    written = year_of(piece, scene)
    year = written or scene.nearest_year(f"{number:02}-{first:02}", piece)
    if year is None:
        return unread() if real_day(2000, number, first) else None
    begin = real_day(year, number, first)
    return _days(piece, begin, None if written else scene.anchor())


def _is_row(piece: Piece) -> bool:
    """Whether days with "and" between them follow each other: "June 3 and 4", "June 3, 4 and 5"."""
    first, last = number_of(piece, "d1") or 0, number_of(piece, "d2") or 0
    if piece.has("three"):
        return number_of(piece, "three") == first + 1 == last - 1
    return not piece.has("pair") or last == first + 1 or piece.previous == "between"


def _days(piece: Piece, begin: date | None, anchor: Anchor | None) -> Reading | None:
    """The range from a day to the day of the month that ends it, of the next month where it must be."""
    last = number_of(piece, "d2") or 0
    end = real_day(begin.year, begin.month, last) if begin else None
    over = piece.holds("to") and not piece.words.raw(piece.span("d2")[0]).isdigit()
    if begin and end and end < begin and over:
        following = stepped(begin.replace(day=1), "M", 1)
        end = following and real_day(following.year, following.month, last)
    if begin is None or end is None or end <= begin:
        return None
    ends = begin.isoformat(), end.isoformat()
    return Reading("DATE", None, "the days " + AS_WRITTEN, pair=ends, anchor=anchor)


def _over_months(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "Nov 18-Dec 19, 2026", without blanks; with blanks they are two dates."""
    dash = max(piece.span("d1")[1], piece.span("mo")[1])
    if piece.words.ends[dash - 1] != piece.words.starts[dash + 1] - 1:
        return None
    first, last = int(piece.value("mo") or 0), int(piece.value("mo2") or 0)
    written = year_of(piece, scene)
    end_year = written or scene.nearest_year(f"{last:02}", piece)
    if end_year is None:
        return unread()
    begin = real_day(end_year - (last < first), first, number_of(piece, "d1") or 0)
    end = real_day(end_year, last, number_of(piece, "d2") or 0)
    if begin is None or end is None or end <= begin:
        return None
    ends, anchor = (begin.isoformat(), end.isoformat()), None if written else scene.anchor()
    return Reading("DATE", None, "the days " + AS_WRITTEN, pair=ends, anchor=anchor)


def _of_next_month(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "from 4 to 9 next month"."""
    if piece.value("u") != "M" or piece.previous not in ("from", "between") or not scene.reference:
        return None
    month = stepped(scene.reference.replace(day=1), "M", step_of(piece))
    first = number_of(piece, "d1") or 0
    return _days(piece, month and real_day(month.year, month.month, first), scene.anchor())


def monthrange(piece: Piece, scene: Scene) -> Reading | None:
    """Two months in one piece: "the January-September period"."""
    first, last = int(piece.value("mo") or 0), int(piece.value("mo2") or 0)
    written = year_of(piece, scene)
    end_year = written or scene.nearest_year(f"{last:02}", piece)
    if end_year is None:
        return unread()
    year = end_year - (last < first)
    ends = f"{year:04}-{first:02}", f"{end_year:04}-{last:02}"
    anchor = None if written else scene.anchor()
    return Reading("DATE", None, "the months " + AS_WRITTEN, pair=ends, anchor=anchor)


RANGES: dict[str, Reader] = {reader.__name__: reader for reader in (dayrange, monthrange)}
