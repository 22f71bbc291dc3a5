"""Weeks by number or by a day in them, and feasts."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summitparse.extractors.dates.absolute import day, month
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.monthdays import nearest_monthday
from summitparse.extractors.dates.parts import nth_of, number_of, step_of, year_of
from summitparse.extractors.dates.scene import Reader, Reading, Scene, dated, unread
from summitparse.extractors.dates.values import at, days_of, easter, nth_weekday, real_day, stepped
from summitparse.extractors.dates.words import letter_of
from summitparse.syntax.labels import FLAT

__all__ = ["WEEKS"]

FRAME = re.compile(
    r"^(?:(?:the )?weekend of |(?:last|next|this|previous|the) )|\W?\d{4}$| weekend$"
)
"""What may stand around the name of a feast."""
AGREEMENT = re.compile(r"\s(?:[Pp]eace\s)?(?:[Aa]greement|[Aa]ccord)")
"""What follows a feast in the name of a treaty."""


def week(piece: Piece, scene: Scene) -> Reading | None:
    """A week by number, or by its place in a month ("the last week of February")."""
    if "W" not in piece.values():
        return None
    if piece.has("mo") or piece.has("month"):
        return _week_of_month(piece, scene)
    number = number_of(piece, "w") or nth_of(piece, "n", -1) or 0
    year = year_of(piece, scene) or (
        scene.reference.year + step_of(piece) if scene.reference else None
    )
    if year is None:
        return unread()
    if number < 0:
        number = date(year, 12, 28).isocalendar().week
    value = f"{year:04}-W{number:02}"
    anchor = None if piece.has("y") else scene.anchor()
    return Reading("DATE", value, "counted in its year", anchor=anchor) if days_of(value) else None


def weekof(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "the week of May 4": the ISO week of that day."""
    if "W" not in piece.values() and not piece.has("we"):
        return None
    if not piece.has("mo"):
        found = nearest_monthday(number_of(piece, "d") or 0, 0, piece, scene)
        return dated(
            at(found, "W") if found else None, "the week of that day", anchor=scene.anchor()
        )
    named = day(piece, scene)
    days = days_of(named.value) if named else None
    if named is None or days is None:
        return named
    if piece.holds("of") or days[0].isoweekday() == 1:
        value = at(days[0], "WE" if piece.has("we") else "W")
        return Reading("DATE", value, "the week of that day", anchor=named.anchor)
    last = stepped(days[0], "D", 6) or days[0]
    ends = days[0].isoformat(), last.isoformat()
    return Reading("DATE", None, "seven days from that day", pair=ends, anchor=named.anchor)


def _week_of_month(piece: Piece, scene: Scene) -> Reading | None:
    """Seven days counted from the month's start, or its last seven."""
    whole = month(piece, scene) if piece.has("mo") else _named_month(piece, scene)
    days = days_of(whole.value) if whole else None
    number = nth_of(piece, "n", -1) or 0
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
    """A feast with a known day, in the year written, of "last" or "next", or that fits."""
    alone = piece.last - piece.first == 1
    if AGREEMENT.match(piece.words.text[piece.end : piece.end + 30]):
        return None
    if _feast(piece, 2000) is None or (alone and _is_surname(piece, scene)):
        return None
    written = year_of(piece, scene)
    found = _feast(piece, written) if written else None
    if found is None:
        found = None if written or scene.reference is None else _fitting(piece, scene)
    if found is None:
        return unread() if not written else None
    value = at(found - timedelta(found.isoweekday() == 1), "WE") if piece.has("we") else None
    anchor = None if written else scene.anchor()
    return dated(value or found.isoformat(), "the day of that feast", anchor=anchor)


def _is_surname(piece: Piece, scene: Scene) -> bool:
    """Whether a feast's name is that of a person ("Ada Christmas")."""
    token = scene.token(piece)
    if token is None:
        return False
    inside = token.head.idx >= piece.start
    return token.ent_type_ == "PERSON" or (token.dep_ in FLAT and not inside)


def _fitting(piece: Piece, scene: Scene) -> date | None:
    """The feast nearest to the day of writing; the last or the next where the text says so."""
    now = scene.reference
    assert now is not None
    days = [day for step in (-1, 0, 1) if (day := _feast(piece, now.year + step))]
    if piece.has("r") and step_of(piece):
        behind = [day for day in days if day < now]
        beyond = [day for day in days if day > now]
        return max(behind, default=None) if step_of(piece) < 0 else min(beyond, default=None)
    best = scene.best([(day, day) for day in days], piece)
    return best[0] if best else None


def _feast(piece: Piece, year: int) -> date | None:
    """The day of the feast that a form names."""
    if not 1 <= year <= 9999:
        return None
    if "/" in (piece.value("f") or ""):
        month_number, weekday, which = (int(part) for part in str(piece.value("f")).split("/"))
        return nth_weekday(year, month_number, weekday, which)
    if piece.has("f") and letter_of("feast") == piece.words.letters[piece.span("f")[0]]:
        month_number, number = (int(part) for part in str(piece.value("f")).split("-"))
        return real_day(year, month_number, number)
    words = piece.words.text[piece.start : piece.end].lower()
    return feast(FRAME.sub("", words), year)


def feast(words: str, year: int) -> date | None:
    """The day of a feast in a year; Easter by the Gregorian computus."""
    if words.startswith(("easter", "good")):
        offset = {"easter monday": 1, "good friday": -2, "easter": 0, "easter sunday": 0}
        return easter(year, offset[words]) if words in offset else None
    if "eve" in words:
        return real_day(year, 12, 31 if words.startswith("new") else 24)
    if words.startswith("new"):
        return real_day(year, 1, 1) if "day" in words else None
    if words.startswith("june"):
        return real_day(year, 6, 19)
    return real_day(year, 10, 31) if words.startswith("hallow") else real_day(year, 12, 25)


WEEKS: dict[str, Reader] = {reader.__name__: reader for reader in (week, weekof, holiday)}
