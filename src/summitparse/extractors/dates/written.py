"""Dates written in figures, and the long forms of mail and log files."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.notdates import is_numbered
from summitparse.extractors.dates.parts import full_year
from summitparse.extractors.dates.scene import Reader, Reading, Scene
from summitparse.extractors.dates.values import real_day
from summitparse.turns import Turn

__all__ = ["WRITTEN"]

WRITTEN_SO = "the date as written"
BEFORE_RANGE = ("from", "between", "on", "of", "for", "(")
BESIDE = 12
"""How many characters after a day another of the same list begins at most."""
GLUED = re.compile(r"[\w/=.-]\d{4}[-/]\d|\W?\d{4}[-/]\d{1,2}[/_]\w")
"""A year and a month that are part of an address or a number."""
NEARER = timedelta(60)
"""By how much day-first must lie nearer to the day of writing to win over month-first."""


def iso(piece: Piece, _scene: Scene) -> Reading | None:
    """An ISO 8601 day, with or without a time."""
    raw = piece.words.raw(piece.first).upper()
    if "-" not in raw:
        raw = f"{raw[:4]}-{raw[4:6]}-{raw[6:]}"
    if not real_day(int(raw[:4]), int(raw[5:7]), int(raw[8:10])):
        return None
    return Reading("TIME" if "T" in raw else "DATE", raw, WRITTEN_SO)


def yearmonth(piece: Piece, _scene: Scene) -> Reading | None:
    """`2024-05`; "2011-12" is the season or fiscal year that spans both."""
    year, raw = int(piece.value("y") or 0), piece.value("m") or ""
    if GLUED.match(piece.words.text[max(0, piece.start - 1) : piece.end + 2]):
        return None
    if len(raw) > 2 or not 1 <= int(raw) <= 12 or not 1800 <= year < 2200:
        return None
    if int(raw) == (year + 1) % 10 ** len(raw):
        return Reading("DATE", None, "the years as written", pair=(f"{year}", f"{year + 1}"))
    return Reading("DATE", f"{year}-{int(raw):02}", "the month as written")


def numeric(piece: Piece, scene: Scene) -> Reading | None:
    """A date in figures; where day and month could be either way round, evidence decides."""
    if is_numbered(piece) or (piece.has("f") and not piece.has("wd") and not _is_day(piece, scene)):
        return None
    raw = re.split(r"[./-]", piece.value("d") or piece.value("f") or "")
    first, second = int(raw[0]), int(raw[1])
    if len(raw[0]) == 4:
        return _plain(real_day(first, second, int(raw[2])))
    if len(raw) < 3 and scene.reference is None:
        return None
    year = full_year(raw[2], scene.reference) if len(raw) > 2 else _this_year(scene)
    european, american = real_day(year, second, first), real_day(year, first, second)
    if european is None or american is None or european == american:
        return _plain(european or american)
    return _either(piece, scene, european, american)


def numericrange(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "5/1-5/7/2020": two days of one year, month first."""
    first, last = (re.split(r"[./-]", piece.value(part) or "") for part in ("f1", "f2"))
    if piece.previous not in BEFORE_RANGE or (len(last) < 3 and scene.reference is None):
        return None
    year = full_year(last[2], scene.reference) if len(last) > 2 else _this_year(scene)
    begin = real_day(year, int(first[0]), int(first[1]))
    end = real_day(year, int(last[0]), int(last[1]))
    if begin is None or end is None or end <= begin:
        return None
    return Reading("DATE", None, WRITTEN_SO, pair=(begin.isoformat(), end.isoformat()))


def _is_day(piece: Piece, scene: Scene) -> bool:
    """Whether two numbers are a day: "on 11/20 or 11/22", not a fraction, not what happened on 9/11."""
    if piece.text("f") == "9/11":
        return False
    start, named = scene.known[-1] if scene.known else (0, None)
    listed = piece.previous in ("or", "and", ",") and piece.start - start <= BESIDE
    sure = piece.has("sure") or piece.previous in ("on", "until")
    return sure or (listed and named is not None and named.type == "DATE")


def _this_year(scene: Scene) -> int:
    return scene.reference.year if scene.reference else 2000


def _plain(day: date | None) -> Reading | None:
    return Reading("DATE", day.isoformat(), WRITTEN_SO) if day else None


def _either(piece: Piece, scene: Scene, european: date, american: date) -> Reading:
    """Day first where weekday, dots or the day of writing say so, else month first."""
    day_first, why = _day_first(piece, scene, european, american)
    first, other = (european, american) if day_first else (american, european)
    return Reading("DATE", first.isoformat(), why, alternatives=(other.isoformat(),))


def _day_first(piece: Piece, scene: Scene, european: date, american: date) -> tuple[bool, str]:
    weekday = int(piece.value("wd") or 0)
    agree = european.isoweekday() == weekday, american.isoweekday() == weekday
    if agree[0] != agree[1]:
        return agree[0], "the order of day and month that the weekday agrees with"
    if "." in (piece.value("d") or ""):
        return True, "day first, as usual with dots"
    if scene.day_first is not None:
        order = "day" if scene.day_first else "month"
        return scene.day_first, f"{order} first, as in the other dates of the text"
    now = scene.reference
    if now and abs(european - now) + NEARER < abs(american - now):
        return True, "day first, which is nearer to the reference date"
    return False, "month first, as in American English"


_turn = Turn()
"""dateparser keeps what it is at in objects that all threads share."""


def explicit(piece: Piece, scene: Scene) -> Reading | None:
    """The dates of mail headers and log files, which dateparser knows ("Wed May 20 09:34:42 UTC 2026")."""
    import dateparser

    text = piece.words.text[piece.start : piece.end]
    settings = {
        "RELATIVE_BASE": _noon(scene),
        "STRICT_PARSING": True,
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    with _turn:
        found = dateparser.parse(text, languages=["en"], settings=settings)
    if found is None:
        return Reading("TIME", None, "a date and time that can't be read")
    return Reading("TIME", found.replace(microsecond=0, tzinfo=None).isoformat(), WRITTEN_SO)


def _noon(scene: Scene) -> object:
    from datetime import datetime

    day = scene.reference or date(2000, 1, 1)
    return datetime(day.year, day.month, day.day, 12)


WRITTEN: dict[str, Reader] = {
    "iso": iso,
    "yearmonth": yearmonth,
    "numeric": numeric,
    "numericrange": numericrange,
    "explicit": explicit,
}
