"""Times of day: "10 a.m.", "19h30", "noon", "this evening"; they join the day that stands beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.parts import mod_of
from summitparse.extractors.dates.scene import Reader, Reading, Scene, unread
from summitparse.extractors.dates.side import cue_lists
from summitparse.extractors.dates.spoken import in_sentence, is_spoken, is_undated
from summitparse.extractors.dates.tails import (
    clock_tail,
    clock_tails,
    is_entry,
    later,
    part_hour,
    span_tails,
)
from summitparse.extractors.dates.values import days_of, span_on, stepped, unit_of
from summitparse.models import Anchor

__all__ = ["CLOCK", "at_hour", "at_part", "bare_tails", "base_day"]

NEAR = timedelta(3)
"""A time belongs to the day named last if that lies so near to the day of writing."""
ON_THE_DAY = "on the day spoken of"
NO_DAY = "the text doesn't say on which day"
BESIDE = 60
"""How many characters before a time its day may begin, in one sentence, however far off it is."""
BOUNDS = ("since", "until", "till", "from", "by", "before", "after")
AT_HOUR = ("at", "around", "about")
AT_PART = ("by", "in", "before", "until", "during", "after", "since", "at", "towards")


def base_day(piece: Piece, scene: Scene) -> tuple[date | None, Anchor | None]:
    """The day that a time belongs to: the one named last near the day of writing, else that day."""
    if is_entry(piece):
        return scene.reference, scene.anchor()
    named = scene.last("D", piece, within=1000)
    days = days_of(named)
    if days and named and (_is_beside(piece, scene) or _is_near(days[0], piece, scene)):
        return days[0], Anchor(date=named[:10], kind="date")
    return scene.reference, scene.anchor()


def _is_near(day: date, piece: Piece, scene: Scene) -> bool:
    """Whether a day lies near the day of writing, and on the sentence's side if it is to come."""
    now = scene.reference
    if now is None or day <= now:
        return now is None or now - day <= NEAR
    return day - now <= NEAR and scene.side(piece).way in ("future", "aim", "present")


def _is_beside(piece: Piece, scene: Scene) -> bool:
    """Whether the date named last is a day that stands shortly before, and begins or ends nothing."""
    if not scene.known:
        return False
    start, named = scene.known[-1]
    near = unit_of(named.value) == "D" and piece.start - start <= BESIDE
    before = piece.words.text[max(0, start - 7) : start].split()
    return near and in_sentence(piece, scene) and not (before and before[-1].lower() in BOUNDS)


def _on_day(piece: Piece, scene: Scene, tail: str | None) -> Reading | None:
    if tail is None:
        return None
    day, anchor = base_day(piece, scene)
    if _is_open(piece, scene, anchor):
        return Reading("TIME", tail, NO_DAY)
    if day is None:
        return unread("TIME")
    return Reading("TIME", f"{day}{tail}", ON_THE_DAY, anchor=anchor)


def _is_open(piece: Piece, scene: Scene, anchor: Anchor | None) -> bool:
    """Whether no day was named before, and the sentence leaves it open."""
    named = anchor is not None and anchor.kind == "date"
    return not named and not is_entry(piece) and is_undated(piece, scene)


def clock(piece: Piece, scene: Scene) -> Reading | None:
    """A time without a day beside it."""
    return _on_day(piece, scene, clock_tail(piece))


def clockrange(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "2:00-2:30 pm", "10am to 12pm": two times of one day."""
    tails = clock_tails(piece)
    if len(tails) < 2:
        return None
    day, anchor = base_day(piece, scene)
    if _is_open(piece, scene, anchor):
        return Reading("TIME", None, NO_DAY, pair=(tails[0], tails[1]))
    if day is None:
        return unread("TIME")
    if tails[0] > tails[1] and (anchor is None or anchor.kind != "date"):
        day = stepped(day, "D", -1) if scene.side(piece).way == "past" else day
    ends = span_on(day.isoformat(), (tails[0], tails[1])) if day else None
    return Reading("TIME", None, ON_THE_DAY, pair=ends, anchor=anchor)


def daypart(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "This evening", "by the evening", "before dawn"."""
    tail, first = clock_tail(piece), piece.words.raw(piece.first).lower()
    if piece.words.text[piece.start : piece.end] in cue_lists()["programmes"]:
        return None
    if "this" in piece.text_words():
        if scene.reference is None:
            return unread("TIME")
        return Reading(
            "TIME",
            f"{scene.reference}{tail}",
            "on the reference date",
            None,
            mod_of(piece),
            scene.anchor(),
        )
    if first == "that":
        return _on_day(piece, scene, tail)
    bare = piece.last - piece.first == 1
    if bare and first not in ("dawn", "dusk", "nightfall", "daybreak") and piece.previous != "the":
        return None
    reading = _on_day(piece, scene, tail) if piece.previous in AT_PART else None
    return reading and replace(reading, mod=mod_of(piece))


def tonight(piece: Piece, scene: Scene) -> Reading | None:
    """Tonight, overnight, last night."""
    if scene.reference is None:
        return unread("TIME")
    day = stepped(scene.reference, "D", -1 if piece.holds("last") else 0)
    return Reading(
        "TIME",
        f"{day}{clock_tail(piece)}",
        "counted from the reference date",
        anchor=scene.anchor(),
    )


def hour(_piece: Piece, _scene: Scene) -> Reading | None:
    """A bare number, a time only beside a day or a part of day ("tonight at 8")."""
    return None


def hours(_piece: Piece, _scene: Scene) -> Reading | None:
    """Two bare numbers, times only beside a day in what is said to somebody ("you, Monday 3-8")."""
    return None


def halfday(_piece: Piece, _scene: Scene) -> Reading | None:
    """A bare "a.m.", a part of the day beside it ("tomorrow am")."""
    return None


def at_part(part: Piece, time: Piece, scene: Scene) -> Reading | None:
    """A time and the part of day beside it: "8:30 this morning", "tonight at 8"."""
    reading = CLOCK[part.kind](part, scene)
    return at_hour(reading, time, scene) if reading else None


def at_hour(reading: Reading, time: Piece, scene: Scene) -> Reading | None:
    """The reading of a part of a day, told to the hour."""
    if time.kind == "hour" and time.previous not in AT_HOUR:
        return None
    tails = bare_tails(time, scene) or clock_tails(time)
    if reading.value is None or not tails:
        return reading if tails else None
    day, _, code = reading.value.partition("T")
    if not time.holds("ampm") and not time.has("noon") and code != "MO":
        tails = tuple(later(tail) for tail in tails)
    if len(tails) == 2:
        ends = span_on(day, (tails[0], tails[1])) if day else (tails[0], tails[1])
        return Reading("TIME", None, reading.reason, pair=ends, anchor=reading.anchor)
    return Reading("TIME", day + tails[0], reading.reason, anchor=reading.anchor)


def bare_tails(time: Piece, scene: Scene) -> tuple[str, ...]:
    """The times of bare numbers whose day or part of day stands beside them."""
    if time.kind == "hours":
        return span_tails(time) if is_spoken(time, scene) else ()
    return part_hour(time) if time.kind == "hour" else ()


CLOCK: dict[str, Reader] = {
    reader.__name__: reader
    for reader in (clock, clockrange, daypart, hour, hours, halfday, tonight)
}
