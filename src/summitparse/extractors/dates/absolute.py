"""Calendar days, months, years, quarters, decades: what names its place in the calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.numerals import read_number, spelt_year
from summitparse.extractors.dates.scene import Reading, Scene
from summitparse.extractors.dates.values import at, days_of, real_day

__all__ = ["ABSOLUTE"]

NO_REFERENCE = "relative, and no reference date is known"
FAR = 7
"""How many years around the day of writing a weekday may decide the year among."""
Reader = Callable[[Piece, Scene], Reading | None]


def mod_of(piece: Piece, group: str = "p") -> str | None:
    """The TIMEX3 modifier that a part's words give (`START`, `MID`, `END`, `APPROX`)."""
    values = piece.values(group) if piece.has(group) else piece.values()
    return next((value for value in values if value in ("START", "MID", "END", "APPROX")), None)


def year_of(piece: Piece, scene: Scene, group: str = "y") -> int | None:
    """The year written: four digits, or two after an apostrophe."""
    raw = piece.value(group)
    if raw is None:
        return None
    digits = raw.strip("'‘’")
    if len(digits) == 4:
        return int(digits)
    pivot = scene.reference.year if scene.reference else 2000
    year = pivot // 100 * 100 + int(digits)
    return year - 100 if year > pivot + 20 else year


def number_of(piece: Piece, group: str) -> int | None:
    """The whole number that a part's words make ("2", "2nd", "second")."""
    raw = re.sub(r"(?:st|nd|rd|th)$", "", piece.value(group) or "")
    if raw == "TS":
        return 2
    number = read_number([raw])
    return int(number) if number is not None else None


def day(piece: Piece, scene: Scene) -> Reading | None:
    """A day of a month, with or without its year and weekday."""
    month, number = int(piece.value("mo") or 0), number_of(piece, "d") or 0
    weekday = int(piece.value("wd") or 0) or None
    year = year_of(piece, scene)
    mod = mod_of(piece) if piece.holds("approx") else None
    if not real_day(2000, month, number):
        return None
    if year:
        return _full(year, month, number, weekday, mod)
    if scene.reference is None:
        return Reading(
            "DATE",
            f"XXXX-{month:02}-{number:02}" if False else None,
            "the year isn't given, and no reference date is known",
            mod=mod,
        )
    options = [
        found
        for step in range(-FAR, FAR + 1)
        if (found := real_day(scene.reference.year + step, month, number))
    ]
    return _yearless(piece, scene, options, weekday, mod)


def _full(year: int, month: int, number: int, weekday: int | None, mod: str | None) -> Reading:
    found = real_day(year, month, number)
    if found is None:
        return Reading("DATE", None, f"{year} has no such day")
    if weekday and found.isoweekday() != weekday:
        others = (
            real_day(year + step, month, number) for step in (-1, 1, -2, 2, -3, 3, -4, 4, -5, 5)
        )
        fit = next((day for day in others if day and day.isoweekday() == weekday), None)
        return Reading(
            "DATE",
            found.isoformat(),
            "the date as written; its weekday doesn't agree",
            mod=mod,
            alternatives=(fit.isoformat(),) if fit else (),
        )
    return Reading("DATE", found.isoformat(), "the date as written", mod=mod)


def _yearless(
    piece: Piece, scene: Scene, options: list[date], weekday: int | None, mod: str | None
) -> Reading:
    direction, strength = scene.direction(piece)
    best = best_of([(each, each) for each in options], scene, direction, strength)
    chosen, why, others = best, "the nearest such day to the reference date", ()
    if weekday:
        fitting = [each for each in options if each.isoweekday() == weekday]
        if fitting:
            chosen = (
                best
                if best in fitting
                else min(fitting, key=lambda each: _cost(each, each, scene, None, 0))
            )
            why = "the nearest year in which the weekday agrees"
            others = () if chosen == best else (best.isoformat(),)
    return Reading(
        "DATE", chosen.isoformat(), why, mod=mod, anchor=scene.anchor(), alternatives=others
    )


def _cost(first: date, last: date, scene: Scene, direction: str | None, strength: int) -> float:
    """How far days lie from the day of writing; farther on the side where the sentence doesn't point."""
    reference = scene.reference or first
    if first <= reference <= last:
        return 0
    distance = (first - reference).days if first > reference else (reference - last).days
    wrong = (direction == "past" and first > reference) or (
        direction == "future" and last < reference
    )
    return distance * ((1, 3, 50)[strength] if wrong else 1)


def best_of(
    options: list[tuple[date, date]], scene: Scene, direction: str | None, strength: int
) -> date:
    """The first day of the option that fits the day of writing and the direction best."""
    return min(options, key=lambda days: (_cost(*days, scene, direction, strength), days))[0]


def month(piece: Piece, scene: Scene) -> Reading | None:
    """A month, with or without its year."""
    number, year = int(piece.value("mo") or 0), year_of(piece, scene)
    mod = mod_of(piece) if piece.has("p") else None
    if year:
        return Reading("DATE", f"{year:04}-{number:02}", "the month as written", mod=mod)
    if scene.reference is None:
        return Reading(
            "DATE", None, "the year isn't given, and no reference date is known", mod=mod
        )
    options = [
        days
        for step in (-1, 0, 1)
        if (days := days_of(f"{scene.reference.year + step:04}-{number:02}"))
    ]
    chosen = best_of(options, scene, *scene.direction(piece))
    return Reading(
        "DATE",
        at(chosen, "M"),
        "the nearest such month that fits the sentence",
        mod=mod,
        anchor=scene.anchor(),
    )


def dayrange(piece: Piece, scene: Scene) -> Reading | None:
    """Days of one month or of two, in one piece: "June 3-5", "30 June-2 July 2026"."""
    first, last = number_of(piece, "d1") or 0, number_of(piece, "d2") or 0
    month1 = int(piece.value("mo") or 0)
    month2 = int(piece.value("mo2") or month1)
    year = year_of(piece, scene)
    anchor = None
    if year is None:
        if scene.reference is None:
            return Reading("DATE", None, "the year isn't given, and no reference date is known")
        anchor = scene.anchor()
        options = [
            found
            for step in (-1, 0, 1)
            if (found := real_day(scene.reference.year + step, month1, first))
        ]
        if not options:
            return None
        year = best_of([(each, each) for each in options], scene, *scene.direction(piece)).year
    begin, end = real_day(year, month1, first), real_day(year + (month2 < month1), month2, last)
    if begin is None or end is None or end < begin:
        return None
    return Reading(
        "DATE",
        None,
        "the days as written",
        anchor=anchor,
        pair=(begin.isoformat(), end.isoformat()),
    )


def monthrange(piece: Piece, scene: Scene) -> Reading | None:
    """Two months in one piece: "the January-September period"."""
    first, last = int(piece.value("mo") or 0), int(piece.value("mo2") or 0)
    year = year_of(piece, scene)
    anchor = None
    if year is None:
        if scene.reference is None:
            return Reading("DATE", None, "the year isn't given, and no reference date is known")
        anchor = scene.anchor()
        options = [
            days
            for step in (-1, 0, 1)
            if (days := days_of(f"{scene.reference.year + step:04}-{last:02}"))
        ]
        year = best_of(options, scene, *scene.direction(piece)).year - (last < first)
    return Reading(
        "DATE",
        None,
        "the months as written",
        anchor=anchor,
        pair=(f"{year:04}-{first:02}", f"{year + (last < first):04}-{last:02}"),
    )


def year(piece: Piece, scene: Scene) -> Reading | None:
    """A year in digits."""
    found = year_of(piece, scene)
    if found is None or not _is_year(piece, scene, found):
        return None
    mod = mod_of(piece) if piece.has("p") or piece.holds("approx") else None
    return Reading("DATE", f"{found:04}", "the year as written", mod=mod)


def _is_year(piece: Piece, scene: Scene, number: int) -> bool:
    """Whether four digits are a year and no count, amount or number of something."""
    text = scene.words.text
    before, after = text[max(0, piece.start - 25) : piece.start], text[piece.end : piece.end + 25]
    if re.search(r"[$€£¥₹#°]\s?$|[\w\d][-./:@_]$|[(\[]?\d+,$", before):
        return False
    if re.match(r"\s?[%°$€£¥]|[-/._:@]?\d|[:_@/=]\w|,\d{3}\b|[a-z]", after):
        return False
    if re.search(
        r"\b(?:[Rr]esolutions?|No|[Nn]umber|[Nn]os|[Ff]light|[Rr]oute|[Rr]oom|[Vv]ersion|ISO|USD|EUR|GBP|US)\.?\s$",
        before,
    ):
        return False
    usual = 1800 <= number <= 2099
    counted = re.match(
        r"\s(?:[a-z]{3,}s|people|men|women|percent|per\scent|metres?|km|kg|tonnes|feet|dollars)\b",
        after,
    )
    if counted and re.search(
        r"\b(?:than|about|around|some|over|nearly|least|to|up|almost)\s$", before
    ):
        return False
    if usual:
        return not re.match(
            r"\s(?:people|men|women|troops|soldiers|workers|jobs|tonnes|tons|percent|metres|kilometres|miles|dollars|euros|megawatts|shares|barrels)\b",
            after,
        )
    return (
        bool(re.search(r"\b(?:in|since|by|of|until|from|year|after|before)\s$|\($", before))
        and not counted
        and number < 2200
    )


def wordyear(piece: Piece, scene: Scene) -> Reading | None:
    """A year in words: "nineteen ninety-six", "the year two thousand"."""
    if piece.has("k"):
        number = read_number(piece.values("k"))
        found = int(number) if number is not None and 1000 <= number < 3000 else None
    else:
        found = spelt_year(piece.value("hi") or "", piece.values("lo"))
    return Reading("DATE", f"{found:04}", "the year in words") if found else None


def yearrange(piece: Piece, scene: Scene) -> Reading | None:
    """Two years in one piece: "2019-2023", "2024/25"."""
    first = int(piece.value("y") or 0)
    last = int(piece.value("y2") or 0)
    if piece.has("yy"):
        raw = piece.value("yy") or ""
        if len(raw) != 2:
            return None
        last = first // 100 * 100 + int(raw)
    if not first < last <= first + 200 or not 1500 <= first <= 2200:
        return None
    return Reading("DATE", None, "the years as written", pair=(f"{first:04}", f"{last:04}"))


def decade(piece: Piece, scene: Scene) -> Reading | None:
    """A decade: "the 1980s", "the early '80s", "the nineties"."""
    mod = mod_of(piece) if piece.has("p") else None
    if piece.has("w"):
        return Reading(
            "DATE",
            f"{19 if piece.value('w') != '2' else 20}{piece.value('w')}"
            if piece.value("w") != "2"
            else "192",
            "the decade named",
            mod=mod,
        )
    digits = re.sub(r"\D", "", piece.value("d") or "")
    if len(digits) == 4:
        return Reading("DATE", digits[:3], "the decade as written", mod=mod)
    return Reading("DATE", "19" + digits[0], "a decade of the last century", mod=mod)


def century(piece: Piece, scene: Scene) -> Reading | None:
    """A century: "the 13th century" is `12`."""
    number = number_of(piece, "n")
    if piece.value("u") != "CE" or number is None or not 1 < number < 30:
        return None
    mod = mod_of(piece)
    return Reading("DATE", f"{number - 1:02}", "the century as written", mod=mod)


def iso(piece: Piece, scene: Scene) -> Reading | None:
    """An ISO 8601 day, with or without a time."""
    raw = piece.words.raw(piece.first)
    if "-" not in raw:
        raw = f"{raw[:4]}-{raw[4:6]}-{raw[6:]}"
    if not real_day(int(raw[:4]), int(raw[5:7]), int(raw[8:10])):
        return None
    return Reading("TIME" if "T" in raw.upper() else "DATE", raw, "the date as written")


def numeric(piece: Piece, scene: Scene) -> Reading | None:
    """A date in figures; where day and month could be either way round, evidence decides."""
    parts = [int(part) for part in re.split(r"[./-]", piece.value("d") or "")]
    if len(re.split(r"[./-]", piece.value("d") or "")[0]) == 4:
        found = real_day(*parts)
        return found and Reading("DATE", found.isoformat(), "the date as written")
    raw_year = re.split(r"[./-]", piece.value("d") or "")[2]
    year = parts[2] if len(raw_year) == 4 else 2000 + parts[2] if parts[2] < 70 else 1900 + parts[2]
    european = real_day(year, parts[1], parts[0])
    american = real_day(year, parts[0], parts[1])
    if european is None or american is None or european == american:
        found = european or american
        return found and Reading("DATE", found.isoformat(), "the date as written")
    return _either(piece, scene, european, american)


def _either(piece: Piece, scene: Scene, european: date, american: date) -> Reading:
    """Day first where a dot or the day of writing says so, else month first."""
    first, other, why = american, european, "month first, as usual with slashes in American English"
    weekday = int(piece.value("wd") or 0)
    if weekday and european.isoweekday() == weekday != american.isoweekday():
        first, other, why = european, american, "day first: the weekday agrees"
    elif weekday and american.isoweekday() == weekday:
        why = "month first: the weekday agrees"
    elif "." in (piece.value("d") or ""):
        first, other, why = european, american, "day first, as usual with dots"
    elif scene.reference and abs(european - scene.reference) + timedelta(60) < abs(
        american - scene.reference
    ):
        first, other, why = european, american, "day first: nearer to the reference date"
    return Reading("DATE", first.isoformat(), why, alternatives=(other.isoformat(),))


def holiday(piece: Piece, scene: Scene) -> Reading | None:
    """A feast with a known day."""
    key = piece.values()[0]
    if scene.reference is None:
        return Reading("DATE", None, NO_REFERENCE)
    options = [found for step in (-1, 0, 1) if (found := feast(key, scene.reference.year + step))]
    if not options:
        return None
    chosen = best_of([(each, each) for each in options], scene, *scene.direction(piece))
    return Reading("DATE", chosen.isoformat(), "the nearest such feast", anchor=scene.anchor())


def feast(key: str, year: int) -> date | None:
    """The day of a feast in a year: `12-25`, `E-2` (two days before Easter)."""
    if key.startswith("E") and 1 <= year <= 9999:
        return easter(year) + timedelta(int(key[1:]))
    match = re.fullmatch(r"(\d\d)-(\d\d)", key)
    return real_day(year, int(match[1]), int(match[2])) if match else None


def easter(year: int) -> date:
    """Western Easter Sunday (Gregorian computus, Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


ABSOLUTE: dict[str, Reader] = {
    reader.__name__: reader
    for reader in (
        iso,
        numeric,
        day,
        month,
        dayrange,
        monthrange,
        year,
        wordyear,
        yearrange,
        decade,
        century,
        holiday,
    )
}
