"""Times of day: "10 a.m.", "19h30", "noon", "this evening"; joined with the day that stands beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from summitparse.extractors.dates.absolute import NO_REFERENCE
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.scene import Reading, Scene
from summitparse.extractors.dates.values import days_of, stepped
from summitparse.models import Anchor

__all__ = ["CLOCK", "clock_tail"]

Reader = Callable[[Piece, Scene], Reading | None]
NEAR = timedelta(3)


def clock_tail(piece: Piece) -> str | None:
    """What a time of day adds to a day: `T14:30`, `TEV`; None where it is no time."""
    if piece.kind == "clock":
        return _clock(piece)
    part = next((value for value in piece.values() if value in ("MO", "AF", "EV", "NI")), None)
    return part and "T" + part


def _clock(piece: Piece) -> str | None:
    if piece.has("noon"):
        return f"T{piece.value('noon')}"
    parts = [int(part) for part in re.split(r"[:.h]", (piece.value("c") or "").lower()) if part]
    hour, minute = parts[0], parts[1] if len(parts) > 1 else 0
    half = next((word for word in piece.text_words() if re.fullmatch(r"[ap]\.?\s?m\.?", word)), "")
    if half:
        if not 1 <= hour <= 12 and not half.startswith("p"):
            return None
        hour = hour % 12 + 12 * half.startswith("p") if hour <= 12 else hour
    if hour > 24 or minute > 59 or (parts[2:] and parts[2] > 60):
        return None
    seconds = f":{parts[2]:02}" if parts[2:] else ""
    return f"T{hour:02}:{minute:02}{seconds}"


def base_day(piece: Piece, scene: Scene) -> tuple[date | None, Anchor | None]:
    """The day that a time belongs to: the one named last near the day of writing, else that day."""
    value = scene.last("D", at=piece.start, within=1000)
    days = days_of(value)
    if days and value and (scene.reference is None or abs(days[0] - scene.reference) <= NEAR):
        return days[0], Anchor(date=value[:10], kind="date")
    return scene.reference, scene.anchor()


def clock(piece: Piece, scene: Scene) -> Reading | None:
    """A time without a day beside it."""
    tail = clock_tail(piece)
    if tail is None:
        return None
    day, anchor = base_day(piece, scene)
    if day is None:
        return Reading("TIME", None, NO_REFERENCE)
    return Reading("TIME", f"{day}{tail}", "on the day spoken of", anchor=anchor)


def daypart(piece: Piece, scene: Scene) -> Reading | None:
    """ "This evening", "the evening"."""
    first = piece.words.raw(piece.first).lower()
    tail = clock_tail(piece)
    if first == "this":
        if scene.reference is None:
            return Reading("TIME", None, NO_REFERENCE)
        return Reading(
            "TIME", f"{scene.reference}{tail}", "on the reference date", anchor=scene.anchor()
        )
    if first == "that" or (
        first == "the" and scene.before(piece).rstrip().endswith((" in", " by", " during"))
    ):
        day, anchor = base_day(piece, scene)
        if day is None:
            return Reading("TIME", None, NO_REFERENCE)
        return Reading("TIME", f"{day}{tail}", "on the day spoken of", anchor=anchor)
    return None


def tonight(piece: Piece, scene: Scene) -> Reading | None:
    """Tonight, overnight, last night."""
    if scene.reference is None:
        return Reading("TIME", None, NO_REFERENCE)
    step = -1 if piece.holds("last") else 0
    day = stepped(scene.reference, "D", step)
    return Reading(
        "TIME",
        f"{day}{clock_tail(piece)}",
        "counted from the reference date",
        anchor=scene.anchor(),
    )


CLOCK: dict[str, Reader] = {reader.__name__: reader for reader in (clock, daypart, tonight)}
