"""Days, months, years, weeks, decades, centuries and feasts by name."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.notdates import is_month, is_year
from summitparse.extractors.dates.numerals import read_year
from summitparse.extractors.dates.parts import mod_of, number_of, step_of, year_of
from summitparse.extractors.dates.scene import Reader, Reading, Scene, dated, unread
from summitparse.extractors.dates.values import at, days_of, easter, real_day, stepped
from summitparse.models.mentions import DateMod

__all__ = ["ABSOLUTE", "month"]

FAR = 7
"""How many years around the day of writing a weekday may choose among."""
RANGE_WORDS = ("to", "through", "until", "-", "–", "—")
NEXT_TO = 30
"""How many characters before a range's second day its first may begin."""
AS_WRITTEN = "as written"


def day(piece: Piece, scene: Scene) -> Reading | None:
    """A day of a month, with or without its year and weekday."""
    number, month_number = number_of(piece, "d") or number_of(piece, "dw") or 0, _month_of(piece)
    weekday = int(piece.value("wd") or 0)
    year = year_of(piece, scene)
    mod: DateMod | None = "APPROX" if piece.holds("approx") else None
    if not real_day(2000, month_number, number):
        return None
    if year:
        return _full(real_day(year, month_number, number), weekday, mod)
    if scene.reference is None:
        return Reading("DATE", None, "its year isn't given, and the day of writing isn't known")
    return _yearless(piece, scene, month_number, number, weekday, mod)


def _month_of(piece: Piece, group: str = "mo") -> int:
    return int(piece.value(group) or 0)


def _full(found: date | None, weekday: int, mod: DateMod | None) -> Reading:
    """A day with its year; a weekday that disagrees is named, with the day it would fit."""
    if found is None:
        return Reading("DATE", None, "that year has no such day")
    if not weekday or found.isoweekday() == weekday:
        return Reading("DATE", found.isoformat(), AS_WRITTEN, mod=mod)
    years = sorted(range(found.year - FAR, found.year + FAR + 1), key=lambda y: abs(y - found.year))
    days = (real_day(year, found.month, found.day) for year in years)
    fit = next((each.isoformat() for each in days if each and each.isoweekday() == weekday), None)
    why = "as written, though its weekday disagrees"
    return Reading("DATE", found.isoformat(), why, mod=mod, alternatives=(fit,) if fit else ())


def _yearless(
    piece: Piece, scene: Scene, month_number: int, number: int, weekday: int, mod: DateMod | None
) -> Reading | None:
    """The day in the year that fits best: nearest, on the sentence's side, with the right weekday."""
    assert scene.reference is not None
    around = range(scene.reference.year - FAR, scene.reference.year + FAR + 1)
    days = [found for year in around if (found := real_day(year, month_number, number))]
    best = scene.best([(each, each) for each in days], piece)
    if best is None:
        return None
    chosen, why = best[0], "in the year that fits the reference date and the sentence"
    begun = _range_start(piece, scene)
    if begun:
        chosen = next((each for each in days if each >= begun), chosen)
    others: tuple[str, ...] = ()
    fitting = [each for each in days if each.isoweekday() == weekday]
    if fitting and chosen not in fitting:
        others = (chosen.isoformat(),)
        now = scene.reference
        chosen = min(fitting, key=lambda each: (abs(each - now), each))
        why = "in the nearest year in which the weekday agrees"
    return Reading(
        "DATE", chosen.isoformat(), why, mod=mod, anchor=scene.anchor(), alternatives=others
    )


def _range_start(piece: Piece, scene: Scene) -> date | None:
    """The day that a range begun directly before starts on: "from 15 June *to* 15 November"."""
    if piece.previous not in RANGE_WORDS or not scene.known:
        return None
    start, reading = scene.known[-1]
    days = days_of(reading.value) if piece.start - start <= NEXT_TO else None
    return days[0] if days else None


def month(piece: Piece, scene: Scene) -> Reading | None:
    """A month, with or without its year."""
    number, year, mod = _month_of(piece), year_of(piece, scene), mod_of(piece, "p")
    if not is_month(piece, scene):
        return None
    if year:
        return Reading("DATE", f"{year:04}-{number:02}", AS_WRITTEN, mod=mod)
    found = scene.nearest_year(f"{number:02}", piece)
    if found is None:
        return Reading("DATE", None, "its year isn't given, and the day of writing isn't known")
    why = "in the year that fits the reference date and the sentence"
    return Reading("DATE", f"{found:04}-{number:02}", why, mod=mod, anchor=scene.anchor())


def dayrange(piece: Piece, scene: Scene) -> Reading | None:
    """Days of one month in one piece: "June 3-5", "14 and 15 November"."""
    first, last = number_of(piece, "d1") or 0, number_of(piece, "d2") or 0
    number = _month_of(piece)
    written = year_of(piece, scene)
    year = written or scene.nearest_year(f"{number:02}-{first:02}", piece)
    if year is None:
        return unread() if real_day(2000, number, first) else None
    begin, end = real_day(year, number, first), real_day(year, number, last)
    if begin is None or end is None or end <= begin:
        return None
    ends = begin.isoformat(), end.isoformat()
    anchor = None if written else scene.anchor()
    return Reading("DATE", None, "the days " + AS_WRITTEN, pair=ends, anchor=anchor)


def monthrange(piece: Piece, scene: Scene) -> Reading | None:
    """Two months in one piece: "the January-September period"."""
    first, last = _month_of(piece), _month_of(piece, "mo2")
    written = year_of(piece, scene)
    end_year = written or scene.nearest_year(f"{last:02}", piece)
    if end_year is None:
        return unread()
    year = end_year - (last < first)
    ends = f"{year:04}-{first:02}", f"{end_year:04}-{last:02}"
    anchor = None if written else scene.anchor()
    return Reading("DATE", None, "the months " + AS_WRITTEN, pair=ends, anchor=anchor)


def year(piece: Piece, scene: Scene) -> Reading | None:
    """A year in digits."""
    found = year_of(piece, scene)
    if found is None or not is_year(piece, scene):
        return None
    return Reading("DATE", f"{found:04}", AS_WRITTEN, mod=mod_of(piece))


def hijri(piece: Piece, _scene: Scene) -> Reading | None:
    """A day of the Islamic calendar, whose months begin by sighting: found, not converted."""
    if piece.text_words().count("al") == piece.last - piece.first - 1:
        return None
    return Reading("DATE", None, "a day of the Islamic calendar, which isn't converted")


def wordyear(piece: Piece, _scene: Scene) -> Reading | None:
    """A year in words: "nineteen ninety-six", "the year two thousand"."""
    found = read_year(piece.values("k"))
    return Reading("DATE", f"{found:04}", AS_WRITTEN) if found else None


def yearrange(piece: Piece, scene: Scene) -> Reading | None:
    """Two years in one piece: "2019-2023", "2024/25"."""
    first = int(piece.value("y") or 0)
    raw = piece.value("y2") or piece.value("yy") or ""
    last = first // 100 * 100 + int(raw) if len(raw) == 2 else int(raw)
    if not first < last <= first + 200 or not 1500 <= first <= 2200 or not is_year(piece, scene):
        return None
    return Reading("DATE", None, "the years " + AS_WRITTEN, pair=(f"{first:04}", f"{last:04}"))


def decade(piece: Piece, _scene: Scene) -> Reading | None:
    """A decade: "the 1980s", "the early '80s", "the nineties" (of the last century)."""
    mod = mod_of(piece, "p")
    digits = re.sub(r"\D", "", piece.value("d") or piece.value("w") or "")
    if len(digits) == 4:
        return Reading("DATE", digits[:3], AS_WRITTEN, mod=mod)
    if piece.words.letters[piece.first] and not piece.holds("the") and piece.has("w"):
        return None
    if digits[0] in "012":
        return Reading("DATE", ("19" if piece.has("w") else "20") + digits[0], AS_WRITTEN, mod=mod)
    return Reading("DATE", "19" + digits[0], "a decade of the 20th century", mod=mod)


def century(piece: Piece, _scene: Scene) -> Reading | None:
    """A century: "the 13th century" is `12`."""
    number = number_of(piece, "n")
    if piece.value("u") != "CE" or number is None or not 1 < number < 30:
        return None
    return Reading("DATE", f"{number - 1:02}", AS_WRITTEN, mod=mod_of(piece, "p"))


def week(piece: Piece, scene: Scene) -> Reading | None:
    """A week by number, or by its place in a month ("the last week of February")."""
    if "W" not in piece.values():
        return None
    if piece.has("mo") or piece.has("month"):
        return _week_of_month(piece, scene)
    number = number_of(piece, "w") or number_of(piece, "n") or 0
    year = year_of(piece, scene) or (
        scene.reference.year + step_of(piece) if scene.reference else None
    )
    if year is None:
        return unread()
    if piece.words.raw(piece.first).lower() == "last" or piece.text_words()[:2] == ["the", "last"]:
        number = date(year, 12, 28).isocalendar().week
    value = f"{year:04}-W{number:02}"
    anchor = None if piece.has("y") else scene.anchor()
    return Reading("DATE", value, "counted in its year", anchor=anchor) if days_of(value) else None


def weekof(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "the week of May 4": the ISO week of that day."""
    named = day(piece, scene) if "W" in piece.values() else None
    days = days_of(named.value) if named else None
    if named is None or days is None:
        return None
    return Reading("DATE", at(days[0], "W"), "the week of that day", anchor=named.anchor)


def _week_of_month(piece: Piece, scene: Scene) -> Reading | None:
    """Seven days counted from the month's start, or its last seven."""
    whole = month(piece, scene) if piece.has("mo") else _named_month(piece, scene)
    days = days_of(whole.value) if whole else None
    number = -1 if piece.holds("last") else number_of(piece, "n") or 0
    if days is None or whole is None:
        return whole
    if not -1 <= number <= 4 or number == 0:
        return None
    first = days[1] - timedelta(6) if number < 0 else days[0] + timedelta(7 * number - 7)
    ends = first.isoformat(), (first + timedelta(6)).isoformat()
    return Reading("DATE", None, "seven days of that month", pair=ends, anchor=whole.anchor)


def _named_month(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "last month", "the month": the month counted from the day of writing."""
    if piece.value("month") != "M":
        return None
    if scene.reference is None:
        return unread()
    found = stepped(scene.reference.replace(day=1), "M", step_of(piece))
    value = at(found, "M") if found else None
    return dated(value, "counted from the reference date", anchor=scene.anchor())


def holiday(piece: Piece, scene: Scene) -> Reading | None:
    """A feast with a known day, in the year that fits."""
    words = piece.words.text[piece.start : piece.end].lower()
    written = year_of(piece, scene)
    now = scene.reference
    if not _is_feast(words):
        return None
    if written is None and now is None:
        return unread()
    years = [written] if written else [now.year + step for step in (-1, 0, 1)] if now else []
    days = [found for each in years if (found := feast(words, each))]
    best = (days[0], days[0]) if written and days else scene.best([(d, d) for d in days], piece)
    anchor = None if written else scene.anchor()
    return best and Reading("DATE", best[0].isoformat(), "the day of that feast", anchor=anchor)


def _is_feast(words: str) -> bool:
    return feast(words, 2000) is not None


def feast(words: str, year: int) -> date | None:
    """The day of a feast in a year; Easter by the Gregorian computus."""
    if words.startswith(("easter", "good")):
        offset = {"easter monday": 1, "good friday": -2, "easter": 0, "easter sunday": 0}
        name = re.sub(r"\W?\d{4}$", "", words).strip()
        return easter(year, offset[name]) if name in offset else None
    if "eve" in words:
        return real_day(year, 12, 31 if words.startswith("new") else 24)
    if words.startswith("new"):
        return real_day(year, 1, 1) if "day" in words else None
    return real_day(year, 10, 31) if words.startswith("hallow") else real_day(year, 12, 25)


ABSOLUTE: dict[str, Reader] = {
    reader.__name__: reader
    for reader in (
        day,
        month,
        dayrange,
        monthrange,
        hijri,
        year,
        wordyear,
        yearrange,
        decade,
        century,
        week,
        weekof,
        holiday,
    )
}
