"""Years, months, weeks that count from the day of writing or from a date in the text."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from summitparse.extractors.dates.absolute import COUNTED
from summitparse.extractors.dates.clock import base_day
from summitparse.extractors.dates.daywords import base_of
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.lengths import MOST, length
from summitparse.extractors.dates.numerals import read_number
from summitparse.extractors.dates.parts import mod_of, step_of
from summitparse.extractors.dates.periods import spoken_quarter, year_before
from summitparse.extractors.dates.scene import Reader, Reading, Scene, dated, unread
from summitparse.extractors.dates.values import at, days_of, stepped
from summitparse.models import Anchor
from summitparse.models.mentions import DateMod

__all__ = ["UNITS"]

FROM_TEXT = "counted from the date named before"
GRAIN = {"DE": "Y", "ML": "Y", "CE": "Y", "12M": "M", "6M": "M", "W": "D", "2W": "D"}
"""How fine the result is where units are counted, if not as fine as the unit: weeks give days."""
FINER = {"D": "D", "W": "D W", "M": "D M", "Y": "D M Y Q", "Q": "Q", "DE": "D M Y"}
"""The dates that a unit can be counted from."""
REACH = 1500
"""How many characters back a date may stand that another counts from."""
QUOTES = ('"', "“", "'s", "’s", "`")
CLOSING = ('"', "”")
FULL = ("full", "whole")
PARTS = ("MO", "AF", "EV", "NI")
SEASONS = ("SP", "SU", "FA", "WI")


def relunit(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "this year", "last month", "the weekend", "the end of the year"."""
    unit, words = piece.value("u") or piece.value("us") or "", piece.text("r")
    mod = None if "earlier" in _first(piece) or "later" in _first(piece) else mod_of(piece)
    if unit.startswith("T") or (unit in ("CE", "ML") and not piece.has("r")):
        return _plain_length(piece, unit)
    if piece.has("when") and unit == "D":
        return _spoken_day(piece, scene)
    if _is_name(piece) or (unit == "D" and words != "that"):
        return None
    if piece.has("us") and unit != "Y":
        return None
    if not words or words == "the":
        return _definite(piece, scene, unit, mod)
    if unit == "Q":
        return spoken_quarter(piece, scene, mod)
    if words == "that":
        return _that(piece, scene, unit)
    base, step = base_of(piece, scene), step_of(piece)
    if base is None:
        return unread(mod=mod)
    if unit == "WE" and step == 0 and scene.side(piece).way == "past" and base.isoweekday() < 5:
        step = -1
    return _at(base, unit, step, scene, mod)


def _first(piece: Piece) -> str:
    return piece.words.raw(piece.first).lower()


def _spoken_day(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "earlier in the day": the day named last near the day of writing, else that day."""
    day, anchor = base_day(piece, scene)
    return dated(day.isoformat(), "the day spoken of", anchor=anchor) if day else unread()


def _is_name(piece: Piece) -> bool:
    """Whether it is a title: "Man of the Year", the programme "This Week"."""
    text, last = piece.words.text, piece.words.raw(piece.last - 1)
    if not last[0].isupper() or last.isupper():
        return False
    quoted = piece.previous in QUOTES or text[piece.end : piece.end + 1] in CLOSING
    return quoted or piece.previous == "of" or piece.words.raw(piece.first) == "the"


def _plain_length(piece: Piece, unit: str) -> Reading | None:
    """Forms like "The hour", "last minute": a length, if it is one."""
    if piece.text("r") not in ("the", "") or unit in ("CE", "ML") or piece.has("p"):
        return None
    return Reading("DURATION", length(Fraction(1), unit), "a length of time")


def _at(base: date, unit: str, step: int, scene: Scene, mod: DateMod | None) -> Reading | None:
    """The unit that lies some steps from the one of the day counted from."""
    found = stepped(base, unit, step)
    value = at(found, unit) if found else None
    return dated(value, COUNTED, mod=mod, anchor=scene.anchor())


def _definite(piece: Piece, scene: Scene, unit: str, mod: DateMod | None) -> Reading | None:
    """Forms like "The year", "the quarter", "the weekend": the one that the text speaks of."""
    if unit == "Q":
        return None if piece.next_is("dash") else spoken_quarter(piece, scene, mod)
    if scene.reference is None:
        return unread(mod=mod)
    if unit == "WE":
        way = scene.side(piece).way
        ahead = way in ("future", "aim", "present") or scene.reference.isoweekday() >= 6
        return _at(scene.reference, "WE", 0 if ahead else -1, scene, mod)
    if (
        unit == "D"
        or piece.next_is("dash")
        or (piece.has("full") and (unit != "Y" or piece.text("full") not in FULL))
    ):
        return None
    if piece.next_is("ended"):
        return Reading("DURATION", length(Fraction(1), unit), "its end is named beside it")
    return _at(scene.reference, unit, 0, scene, mod)


def _that(piece: Piece, scene: Scene, unit: str) -> Reading | None:
    """Forms like "That day", "that year": the one of the date named last."""
    named = scene.last(FINER.get(unit, "D"), piece, within=REACH)
    days = days_of(named)
    if days is None or named is None:
        return None
    value = at(days[0], unit)
    return (
        value and Reading("DATE", value, FROM_TEXT, anchor=Anchor(date=named, kind="date"))
    ) or None


def yearend(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "Year-end" is December, "year's end" the end of the year (so in TimeBank)."""
    if "Y" not in piece.values()[:2]:
        return None
    if scene.reference is None:
        return unread(mod="END")
    year = f"{scene.reference.year:04}"
    value = year if piece.holds("genitive") else year + "-12"
    return Reading(
        "DATE", value, "of the year of the reference date", mod="END", anchor=scene.anchor()
    )


def ago(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "Two years ago", "10 days ago"; "several years ago" is vague."""
    if piece.has("x") and "couple" not in piece.text("x"):
        return Reading("DATE", "PAST_REF", "a vague time before the day of writing")
    unit = piece.value("u") or ""
    count = (
        read_number(piece.values("n")) if piece.has("n") else Fraction(2 if piece.has("x") else 1)
    )
    if count is None or count > MOST:
        return None
    if unit.startswith("T"):
        return Reading("DURATION", length(count, unit), "a length of time")
    if scene.reference is None:
        return unread()
    if unit == "Y" and not piece.has("n") and not piece.has("x"):
        compared = year_before(piece, scene)
        if compared:
            return compared
    return counted(scene.reference, unit, -int(count), scene)


def counted(base: date, unit: str, count: int, scene: Scene) -> Reading | None:
    """Some units from a day: years give a year, months a month, weeks and days a day."""
    found = stepped(base, unit, count)
    if found is None:
        return Reading("DATE", "PAST_REF" if count < 0 else "FUTURE_REF", "beyond the calendar")
    return Reading("DATE", at(found, GRAIN.get(unit, unit)), COUNTED, anchor=scene.anchor())


def ahead(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "a year's time", "two years' time"."""
    unit = piece.value("u") or ""
    count = read_number(piece.values("n")) if piece.has("n") else Fraction(1)
    if unit.startswith("T") or count is None or count > MOST:
        return None
    return counted(scene.reference, unit, int(count), scene) if scene.reference else unread()


def shift(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "A year earlier", "the day before", "the following morning", "that summer"."""
    unit = piece.value("u") or ""
    if unit.startswith("T"):
        return None
    if piece.holds("that") and not piece.has("s"):
        if unit in SEASONS:
            return _that_season(piece, scene, unit)
        if unit not in PARTS:
            return spoken_quarter(piece, scene, None) if unit == "Q" else _that(piece, scene, unit)
    sign = {"previous": -1, "preceding": -1, "prior": -1, "earlier": -1, "before": -1, "": 0}.get(
        piece.text("s"), 1
    )
    if unit in PARTS:
        return _daypart(piece, scene, sign, unit)
    count = read_number(piece.values("n")) if piece.has("n") else Fraction(1)
    if count is None or count > MOST:
        return None
    if unit == "Y" and count == 1 and sign < 0 and piece.text("s") in ("earlier", "before"):
        compared = year_before(piece, scene)
        if compared:
            return compared
    if piece.has("twice"):
        return _at(scene.reference, unit, -2, scene, None) if scene.reference else unread()
    return _shifted(piece, scene, unit, sign * int(count))


def _shifted(piece: Piece, scene: Scene, unit: str, count: int) -> Reading | None:
    named = scene.last(FINER.get(unit, "D M Y"), piece, within=REACH)
    days = days_of(named)
    base = days[0] if days else scene.reference
    if base is None:
        return unread()
    if piece.holds("the") and unit == "Q":
        return spoken_quarter(piece, scene, None)
    found = stepped(base, unit, count)
    value = at(found, unit if piece.holds("the") else GRAIN.get(unit, unit)) if found else None
    anchor = Anchor(date=named, kind="date") if named else scene.anchor()
    why = FROM_TEXT if named else COUNTED
    return dated(value, why, anchor=anchor)


def _daypart(piece: Piece, scene: Scene, sign: int, part: str) -> Reading | None:
    """Forms like "The previous night": a part of the day beside the one named last."""
    named = scene.last("D", piece, within=REACH)
    days = days_of(named)
    base = days[0] if days else scene.reference
    found = stepped(base, "D", sign) if base else None
    if found is None:
        return unread("TIME")
    anchor = Anchor(date=named, kind="date") if named else scene.anchor()
    return Reading("TIME", f"{found}T{part}", FROM_TEXT if named else COUNTED, anchor=anchor)


def _that_season(piece: Piece, scene: Scene, code: str) -> Reading:
    named = scene.last("D M Y Q S", piece)
    days = days_of(named)
    year = days[0].year if days else scene.reference.year if scene.reference else None
    if year is None:
        return unread()
    anchor = Anchor(date=named, kind="date") if named else scene.anchor()
    return Reading("DATE", f"{year:04}-{code}", "of the year named before", anchor=anchor)


def samemonth(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "The same month of the previous year": the month named last, in another year."""
    unit = piece.values()[2] if len(piece.values()) > 2 else ""
    named = scene.last(FINER.get(unit, "D"), piece, within=REACH)
    days = days_of(named)
    base = days[0] if days else scene.reference
    if base is None:
        return unread()
    step = step_of(piece) if piece.has("whole") else -1
    found = stepped(base, "Y", step)
    value = at(found, unit) if found else None
    anchor = Anchor(date=named, kind="date") if named else scene.anchor()
    return dated(value, FROM_TEXT, anchor=anchor, compared=True)


UNITS: dict[str, Reader] = {
    reader.__name__: reader for reader in (relunit, yearend, ago, ahead, shift, samemonth)
}
