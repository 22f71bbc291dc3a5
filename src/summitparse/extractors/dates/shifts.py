"""Time counted in units: "two years ago", "a year's time", "a day earlier", "the previous night"."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from summitparse.extractors.dates.absolute import day
from summitparse.extractors.dates.amounts import length
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.lengths import MOST, SEASONS
from summitparse.extractors.dates.numerals import read_number
from summitparse.extractors.dates.parts import GRAIN, counted, step_of
from summitparse.extractors.dates.periods import spoken_quarter, year_before
from summitparse.extractors.dates.scene import COUNTED, Reader, Reading, Scene, dated, unread
from summitparse.extractors.dates.units import FINER, FROM_TEXT, REACH, that_unit, unit_at
from summitparse.extractors.dates.values import at, days_of, stepped
from summitparse.extractors.dates.written import numeric
from summitparse.models import Anchor

__all__ = ["SHIFTS"]

NEAR = 300
"""How many characters back the date may stand that "then" means."""
UNTIL = ("until", "till")
HALVES = {"Y": ("M", 18), "DE": ("Y", 15), "CE": ("Y", 150), "M": ("W", 6)}
"""One unit and a half, in a smaller one."""
WHOLES = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000)}
"""One unit, in a smaller one."""
PARTS = ("MO", "AF", "EV", "NI")


def ago(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "Two years ago", "10 days ago"; "several years ago" is vague."""
    if piece.has("x") and "couple" not in piece.text("x"):
        if piece.last - piece.first == 2 and not piece.holds("units"):
            return None  # "the first day back"
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
    if piece.has("quarters"):
        fourths = int(count) if piece.value("quarters") == "Q" else 0
        return _part_ago(unit, 4, scene.reference, scene, fourths) if fourths else None
    if piece.has("part") or piece.has("part2"):
        return _part_ago(unit, 2, scene.reference, scene)
    if piece.has("part3"):
        return _part_ago(unit, 4, scene.reference, scene)
    if piece.has("u2"):
        return _two_units(piece, scene, scene.reference, int(count))
    if piece.has("half"):
        return _and_a_half(unit, scene.reference, scene)
    if unit == "Y" and not piece.has("n") and not piece.has("x"):
        compared = year_before(piece, scene)
        if compared:
            return compared
    return counted(scene.reference, unit, -int(count), scene)


def _and_a_half(unit: str, now: date, scene: Scene) -> Reading | None:
    """Forms like "a year and a half ago"."""
    if unit not in HALVES:
        return None
    smaller, count = HALVES[unit]
    return counted(now, smaller, -count, scene)


def _part_ago(unit: str, parts: int, now: date, scene: Scene, many: int = 1) -> Reading | None:
    """Forms like "half a century ago", "a quarter century ago", "three quarters of a year ago"."""
    if unit not in WHOLES:
        return None
    smaller, count = WHOLES[unit]
    whole = count * many % parts == 0
    return counted(now, smaller, -count * many // parts, scene) if whole else None


def _two_units(piece: Piece, scene: Scene, now: date, count: int) -> Reading | None:
    """Forms like "two years and three months ago"."""
    second = read_number(piece.values("n2")) if piece.has("n2") else Fraction(1)
    base = stepped(now, piece.value("u") or "", -count)
    unit = piece.value("u2") or ""
    if base is None or second is None or second > MOST or unit.startswith("T"):
        return None
    return counted(base, unit, -int(second), scene)


def ahead(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "a year's time", "two years' time"."""
    unit = piece.value("u") or ""
    count = read_number(piece.values("n")) if piece.has("n") else Fraction(1)
    if unit.startswith("T") or count is None or count > MOST:
        return None
    return counted(scene.reference, unit, int(count), scene) if scene.reference else unread()


def dayfrom(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "two weeks from 15 January", a day; "for two weeks from 15 January" is a length."""
    count = read_number(piece.values("n"))
    if piece.previous == "for" or count is None or count > MOST:
        return None
    named = day(piece, scene) if piece.has("mo") else numeric(piece, scene)
    days, unit = days_of(named.value) if named else None, piece.value("u") or ""
    if named is None or days is None or unit.startswith("T"):
        return None
    found = stepped(days[0], unit, int(count))
    value = at(found, GRAIN.get(unit, "D")) if found else None
    return dated(value, f"counted from {days[0]}", anchor=Anchor(date=str(days[0]), kind="date"))


def shift(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "A year earlier", "the day before", "the following morning", "that summer"."""
    unit = piece.value("u") or ""
    if unit.startswith("T"):
        return None
    if piece.holds("that") and not piece.has("s"):
        if unit in SEASONS:
            return _that_season(piece, scene, unit)
        if unit not in PARTS:
            return that_unit(piece, scene, unit)
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
        return unit_at(scene.reference, unit, -2, scene, None) if scene.reference else unread()
    return _shifted(piece, scene, unit, sign * int(count))


def _shifted(piece: Piece, scene: Scene, unit: str, count: int) -> Reading | None:
    named = scene.last(FINER.get(unit, "D M Y"), piece, within=REACH, begun=count < 0)
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


def untilthen(piece: Piece, scene: Scene) -> Reading | None:
    """The "then" of "until then": the date named last."""
    named = scene.last("D W M Q Y", piece, within=NEAR) if piece.previous in UNTIL else None
    return dated(named, FROM_TEXT, anchor=Anchor(date=named, kind="date")) if named else None


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


SHIFTS: dict[str, Reader] = {
    reader.__name__: reader for reader in (ago, ahead, dayfrom, shift, untilthen, samemonth)
}
