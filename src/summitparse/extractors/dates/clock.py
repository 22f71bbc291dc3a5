"""Times of day: "10 a.m.", "19h30", "noon", "this evening"; they join the day that stands beside them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.scene import Reader, Reading, Scene, unread
from summitparse.extractors.dates.values import days_of, stepped
from summitparse.models import Anchor

__all__ = ["CLOCK", "base_day", "clock_tails"]

NEAR = timedelta(3)
"""A time belongs to the day named last if that lies so near to the day of writing."""
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
    second = _clock(piece.value("c2"), half)
    first = _clock(piece.value("c"), piece.text("h1")[:1] or half)
    if first and second and first > second:
        first = _clock(piece.value("c"), "a" if half else "")
    return (first, second) if first and second and first < second else ()


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
    return _on_day(piece, scene, tail) if piece.previous in AT_PART else None


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


CLOCK: dict[str, Reader] = {
    reader.__name__: reader for reader in (clock, clockrange, daypart, tonight)
}
