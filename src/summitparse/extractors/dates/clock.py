"""Times of day: "10 a.m.", "19h30", "noon", "this evening"; they join the day that stands beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.parts import mod_of
from summitparse.extractors.dates.scene import Reader, Reading, Scene, unread
from summitparse.extractors.dates.values import days_of, stepped
from summitparse.extractors.dates.words import letter_of
from summitparse.models import Anchor

__all__ = ["CLOCK", "at_part", "base_day", "clock_tails"]

NEAR = timedelta(3)
"""A time belongs to the day named last if that lies so near to the day of writing."""
BEGINS = ("from", "between")
BEFORE_HOUR = ("at", "around", "about", "by", "until", "till", "from", "since", "before", "after")
NAMED = ("noon", "midday", "midnight")
ON_THE_DAY = "on the day spoken of"
PARTS = ("MO", "AF", "EV", "NI")
AT_PART = ("by", "in", "before", "until", "during", "after", "since", "at", "towards")


def clock_tail(piece: Piece) -> str | None:
    """What a time of day adds to a day: `T14:30`, `TEV`; None where it is no time."""
    if piece.kind == "clock":
        return _clock_tail(piece)
    part = next((value for value in piece.values() if value in PARTS), None)
    return part and "T" + part


def _clock_tail(piece: Piece) -> str | None:
    if piece.has("noon"):
        return f"T{piece.value('noon')}"
    four = piece.value("four")
    if four:
        return _clock(f"{four[:2]}:{four[2:]}", "") if len(four) == 4 else None
    if piece.has("past"):
        return _clock(f"{piece.value('c')}:30", "") if piece.previous in BEFORE_HOUR else None
    if piece.has("dp"):
        sure = piece.holds("clock") or piece.holds("oclock") or piece.previous in BEFORE_HOUR
        return _clock(piece.value("c"), "a" if piece.value("dp") == "MO" else "p") if sure else None
    return _clock(piece.value("c"), _half(piece))


def _half(piece: Piece) -> str:
    """`a`, `p` or nothing: the half of the day that is written."""
    words = (piece.words.raw(index).lower() for index in range(piece.first, piece.last))
    return next((word[0] for word in words if re.fullmatch(r"[ap]\.?\s?m\.?", word)), "")


def _clock(raw: str | None, half: str) -> str | None:
    """Hours and minutes as `T14:30`, of a clock of 12 hours (with a.m. or p.m.) or of 24."""
    parts = [int(part) for part in re.split(r"[:.h]", (raw or "").lower()) if part]
    if not parts:
        return None
    hour, rest = parts[0], parts[1:]
    if half and hour <= 12:
        if hour == 0:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or any(part > 59 for part in rest) or (hour == 24 and any(rest)):
        return None
    return f"T{hour:02}:" + (":".join(f"{part:02}" for part in rest) or "00")


def base_day(piece: Piece, scene: Scene) -> tuple[date | None, Anchor | None]:
    """The day that a time belongs to: the one named last near the day of writing, else that day."""
    named = scene.last("D", piece, within=1000)
    days = days_of(named)
    if days and named and (scene.reference is None or abs(days[0] - scene.reference) <= NEAR):
        return days[0], Anchor(date=named[:10], kind="date")
    return scene.reference, scene.anchor()


def _on_day(piece: Piece, scene: Scene, tail: str | None) -> Reading | None:
    day, anchor = base_day(piece, scene)
    if tail is None:
        return None
    if day is None:
        return unread("TIME")
    return Reading("TIME", f"{day}{tail}", ON_THE_DAY, anchor=anchor)


def clock(piece: Piece, scene: Scene) -> Reading | None:
    """A time without a day beside it."""
    return _on_day(piece, scene, clock_tail(piece))


def clockrange(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "2:00-2:30 pm", "10am to 12pm": two times of one day."""
    tails = clock_tails(piece)
    day, anchor = base_day(piece, scene)
    if len(tails) < 2:
        return None
    if day is None:
        return unread("TIME")
    ends = f"{day}{tails[0]}", f"{day}{tails[1]}"
    return Reading("TIME", None, ON_THE_DAY, pair=ends, anchor=anchor)


def clock_tails(piece: Piece) -> tuple[str, ...]:
    """What a time adds to a day: one tail, two for a range, none for what is no time."""
    if piece.kind != "clockrange":
        tail = clock_tail(piece)
        return (tail,) if tail else ()
    half = piece.text("h2")[:1]
    if not _is_clockrange(piece):
        return ()
    second = "T24:00" if piece.text("c2") == "midnight" else _clock(piece.value("c2"), half)
    own = "" if piece.text("c") in NAMED else piece.text("h1")[:1] or half
    first = _clock(piece.value("c"), own)
    if first and second and first > second:
        first = _clock(piece.value("c"), "a" if half else "")
    return (first, second) if first and second and first < second else ()


def _is_clockrange(piece: Piece) -> bool:
    """Whether numbers are times: a half of the day is written, a part of day beside, or two clocks."""
    if piece.has("h1") or piece.has("h2") or piece.has("free"):
        return True
    clocks = piece.words.letters[piece.first : piece.last].count(letter_of("clock"))
    return clocks == 2 or (clocks == 1 and (piece.holds("noon") or piece.previous in BEGINS))


def daypart(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "This evening", "by the evening", "before dawn"."""
    tail, first = clock_tail(piece), piece.words.raw(piece.first).lower()
    if first == "this":
        if scene.reference is None:
            return unread("TIME")
        return Reading(
            "TIME", f"{scene.reference}{tail}", "on the reference date", anchor=scene.anchor()
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
    """A bare number, a time only beside a part of day ("tonight at 8")."""
    return None


def at_part(part: Piece, time: Piece, scene: Scene) -> Reading | None:
    """A time and the part of day beside it: "8:30 this morning", "tonight at 8"."""
    reading = CLOCK[part.kind](part, scene)
    if time.kind == "hour" and time.previous not in ("at", "around", "about"):
        return None
    tails = _hour_tails(time) if time.kind == "hour" else clock_tails(time)
    if reading is None or reading.value is None or not tails:
        return reading if tails else None
    day, _, code = reading.value.partition("T")
    if not time.holds("ampm") and not time.has("noon") and code != "MO":
        tails = tuple(_later(tail) for tail in tails)
    if len(tails) == 2:
        ends = day + tails[0], day + tails[1]
        return Reading("TIME", None, reading.reason, pair=ends, anchor=reading.anchor)
    return Reading("TIME", day + tails[0], reading.reason, anchor=reading.anchor)


def _hour_tails(piece: Piece) -> tuple[str, ...]:
    tail = _clock(piece.words.raw(piece.first), "")
    return (tail,) if tail and tail < "T13" else ()


def _later(tail: str) -> str:
    """The same hour after noon."""
    return f"T{int(tail[1:3]) + 12}{tail[3:]}" if tail < "T12" else tail


CLOCK: dict[str, Reader] = {
    reader.__name__: reader for reader in (clock, clockrange, daypart, hour, tonight)
}
