"""A day and a time of day side by side as one time: "Monday night", "10 a.m. on Friday", "Friday at 4"."""

from __future__ import annotations

from dataclasses import replace

from summitparse.extractors.dates.clock import at_hour, at_part, bare_tails
from summitparse.extractors.dates.grammar import Piece, joint_after, pieces_at
from summitparse.extractors.dates.readers import READERS
from summitparse.extractors.dates.scene import Reading, Scene
from summitparse.extractors.dates.tails import clock_tail, clock_tails, hour_tails
from summitparse.extractors.dates.values import span_on
from summitparse.models.mentions import DateMod

__all__ = ["joined"]

DAYS = frozenset(("day", "iso", "numeric", "deictic", "weekday", "shift", "monthday", "set"))
"""The kinds that a time of day may join."""
CLOCKS = ("clock", "clockrange")
PARTS = ("tonight", "daypart")
BEGIN = (*DAYS, *CLOCKS)
"""The kinds that a longer time may begin with."""
OF_DAY = ("of", "on")
SHARP = ("dawn", "dusk", "nightfall", "daybreak")
"""Parts of a day that a day may follow without a word between: "dawn today"."""
POINTING = ("the", "this", "that")
BARE = ("hour", "hours")
MODS: dict[str, DateMod] = {
    "after": "AFTER",
    "later than": "AFTER",
    "no earlier than": "ON_OR_AFTER",
    "before": "BEFORE",
    "earlier than": "BEFORE",
    "no later than": "ON_OR_BEFORE",
}
"""What the words between a day and a time say about the time."""


def joined(piece: Piece, reading: Reading | None, scene: Scene) -> tuple[int, Reading] | None:
    """The time that a form makes with the one after it, and where that ends."""
    if piece.kind not in (*PARTS, *(BEGIN if reading else ())):
        return None
    for place in dict.fromkeys((joint_after(piece), piece.last)):
        between = piece.words.slice(piece.last, place).lower()
        for other in pieces_at(scene.words, place):
            mixed = _mixed(piece, reading, other, between, scene)
            if mixed and other.kind == "daypart" and piece.kind in DAYS:
                return _to_the_hour(other, mixed, scene) or (other.last, mixed)
            if mixed:
                return other.last, replace(mixed, mod=MODS.get(between, mixed.mod))
    return None


def _to_the_hour(part: Piece, reading: Reading, scene: Scene) -> tuple[int, Reading] | None:
    """A day, a part of it and a time: "Friday morning at 9", "Tuesday night, 8 p.m."."""
    if reading.type != "TIME" or reading.value is None:
        return None
    for place in dict.fromkeys((joint_after(part), part.last)):
        for other in pieces_at(scene.words, place):
            timed = at_hour(reading, other, scene) if other.kind in (*CLOCKS, *BARE) else None
            if timed:
                return other.last, timed
    return None


def _mixed(
    piece: Piece, reading: Reading | None, other: Piece, between: str, scene: Scene
) -> Reading | None:
    """Day and time of two pieces as one reading, if they are a day and a time."""
    if piece.kind in CLOCKS:
        return _clock_first(piece, other, between, scene)
    if piece.kind in PARTS:
        return _part_first(piece, other, between, scene)
    return _day_first(piece, reading, other, between, scene) if reading else None


def _clock_first(piece: Piece, other: Piece, between: str, scene: Scene) -> Reading | None:
    """Forms like "10 a.m. on Friday", "8:30 this morning"."""
    if other.kind in PARTS and not _is_bare(other):
        return at_part(other, piece, scene)
    if other.kind not in DAYS or between in MODS:
        return None
    day = READERS[other.kind](other, scene)
    return day and _timed(day, clock_tails(piece))


def _part_first(piece: Piece, other: Piece, between: str, scene: Scene) -> Reading | None:
    """Forms like "tonight at 8", "the evening of 18 May", "dawn on Tuesday", "overnight Friday"."""
    if other.kind in (*CLOCKS, *BARE):
        return at_part(piece, other, scene)
    if piece.kind == "daypart" and other.kind == "dayrange" and between == "of":
        return _night_between(piece, other, scene)
    if other.kind not in DAYS or not _is_part_of_day(piece, between):
        return None
    day, tail = READERS[other.kind](other, scene), clock_tail(piece)
    return _timed(day, (tail,)) if day and day.type == "DATE" and tail else None


def _is_part_of_day(piece: Piece, between: str) -> bool:
    """Whether a part of a day belongs to the day after it, by the words between them."""
    first = piece.words.raw(piece.first).lower()
    if piece.kind == "tonight":
        return first == "overnight" and between in ("", "on")
    if _is_bare(piece) and first not in SHARP:
        return between == "of"
    return between in ("", *OF_DAY)


def _day_first(
    piece: Piece, reading: Reading, other: Piece, between: str, scene: Scene
) -> Reading | None:
    """Forms like "Monday night", "Friday at 4", "Tuesday in the morning", "2 May after 5 p.m."."""
    if other.kind == "hour" and between == "at":
        return _timed(reading, hour_tails(other, scene))
    if other.kind == "hours" and not between:
        return _timed(reading, bare_tails(other, scene))
    if not _is_time(piece, other) and not (between == "in the" and _is_bare(other)):
        return None
    many = reading.type == "SET" and piece.has("dp")
    return None if many else _timed(reading, clock_tails(other))


def _night_between(piece: Piece, other: Piece, scene: Scene) -> Reading | None:
    """Forms like "the night of May 14-15": that of the first day."""
    days = READERS[other.kind](other, scene)
    if days is None or days.pair is None or clock_tail(piece) != "TNI":
        return None
    return Reading("TIME", days.pair[0] + "TNI", "the night between", anchor=days.anchor)


def _timed(day: Reading, tails: tuple[str, ...]) -> Reading | None:
    """The time, or the range of times, on a day."""
    if not tails or day.pair or (day.value and len(day.value) != 10):
        return None
    if day.type == "SET" and day.value and len(tails) == 1:
        return Reading("SET", day.value + tails[0], day.reason)
    if day.type != "DATE":
        return None
    if len(tails) == 2 and day.value:
        pair = span_on(day.value, (tails[0], tails[1]))
        return Reading("TIME", None, day.reason, pair, day.mod, day.anchor)
    others = tuple(each + tails[0] for each in day.alternatives)
    value = day.value and day.value + tails[0]
    return Reading("TIME", value, day.reason, None, day.mod, day.anchor, others)


def _is_time(day: Piece, other: Piece) -> bool:
    """Whether a piece is a clock time, or a part of day right after the day."""
    opening = other.words.raw(other.first).lower()
    beside = other.kind == "halfday" or (other.kind == "daypart" and opening not in POINTING)
    return other.kind in CLOCKS or (beside and other.first == day.last)


def _is_bare(piece: Piece) -> bool:
    """Whether it is one word ("morning")."""
    return piece.last - piece.first == 1 and piece.kind == "daypart"
