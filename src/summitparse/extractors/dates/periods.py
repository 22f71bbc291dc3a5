"""Quarters, halves, and the period of a year before that news compares with."""

from __future__ import annotations

import re
from functools import lru_cache

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.named import TAKEN_UP, named_year
from summitparse.extractors.dates.parts import (
    full_year,
    is_glued,
    mod_of,
    nth_of,
    number_of,
    step_of,
    year_of,
)
from summitparse.extractors.dates.scene import (
    AS_WRITTEN,
    COUNTED,
    Reader,
    Reading,
    Scene,
    dated,
    unread,
)
from summitparse.extractors.dates.side import cue_lists
from summitparse.extractors.dates.spoken import sentence_of
from summitparse.extractors.dates.values import at, days_of, shifted, stepped
from summitparse.models import Anchor
from summitparse.models.mentions import DateMod

__all__ = ["PERIODS", "spoken_quarter", "year_before"]

APPOSED = re.compile(r"[^.,;]{1,50},\s")
"""What stands from a period to what only names it again."""
VISA = re.compile(r"-[A-Z]\b")
"""What follows "H1" in the name of a visa."""
BESIDE = {"previous": -1, "preceding": -1, "prior": -1, "following": 1}
TOPIC = 1500
"""How many characters back the period may stand that a year before is compared with."""


def quarter(piece: Piece, scene: Scene) -> Reading | None:
    """A quarter of the calendar year (a fiscal year's shift isn't modelled)."""
    number, mod = nth_of(piece, "n", 4), mod_of(piece, "p")
    if not _is_sure(piece, scene):
        return None
    if number is None and scene.reference:
        topic = scene.topic(piece)
        number = int(topic[-1]) if topic else (scene.reference.month + 2) // 3
    final = piece.words.text[piece.end : piece.end + 6].lower() == "-final"
    if number is None or not 1 <= number <= 4 or final:
        return None
    return _part_of_year(piece, scene, f"Q{number}", mod)


def half(piece: Piece, scene: Scene) -> Reading | None:
    """A half of a year: "the first half of 2026", "H1"."""
    number = nth_of(piece, "n", 2)
    if number not in (1, 2) or not _is_sure(piece, scene):
        return None
    if VISA.match(piece.words.text[piece.end : piece.end + 3]):
        return None
    bare = not piece.has("y") and not piece.has("whole") and not piece.holds("h")
    if bare and not _is_half_year(piece, scene):
        return None
    return _part_of_year(piece, scene, f"H{number}", mod_of(piece, "p"))


def _is_sure(piece: Piece, scene: Scene) -> bool:
    """Whether it is a part of a year at all: not "2 H", not the last quarter of a match."""
    if piece.has("glued"):
        return is_glued(piece) and piece.value("n") in ("1", "2", "3", "4")
    if any(piece.has(group) for group in ("y", "whole", "r")):
        return True
    loose = piece.holds("final") or piece.holds("opening")
    return not piece.holds("last") and (not loose or scene.is_business)


def _is_half_year(piece: Piece, scene: Scene) -> bool:
    """Whether a bare "first half" is that of a year: a period was named, or it is told of money and goods."""
    after = piece.words.text[piece.end : piece.end + 4]
    if piece.holds("last") or piece.holds("final") or after.startswith(" of "):
        return False
    if scene.last("Q 6M", piece):
        return True
    around = sentence_of(piece)[1]
    return bool(_told("economy").search(around)) and not _told("sport").search(around)


@lru_cache(maxsize=2)
def _told(name: str) -> re.Pattern[str]:
    words = "|".join(cue_lists()[name])
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)


def _part_of_year(piece: Piece, scene: Scene, tail: str, mod: DateMod | None) -> Reading | None:
    """A quarter or half: of the year written or named, as said before, or the one that fits."""
    year = year_of(piece, scene)
    if year and piece.has("glued"):
        year = full_year(piece.text("y"), scene.reference)
    if year:
        return Reading("DATE", f"{year:04}-{tail}", AS_WRITTEN, mod=mod)
    named = named_year(piece, scene)
    if named:
        anchor = Anchor(date=named, kind="date")
        return Reading("DATE", f"{named}-{tail}", TAKEN_UP, mod=mod, anchor=anchor)
    if scene.reference is None:
        return unread(mod=mod)
    if piece.has("r"):
        value = f"{scene.reference.year + step_of(piece):04}-{tail}"
        return Reading("DATE", value, COUNTED, mod=mod, anchor=scene.anchor())
    beside = _beside(piece, scene)
    if beside:
        why = "the period named right before, in other words"
        anchor = Anchor(date=beside, kind="date")
        return Reading("DATE", f"{beside[:4]}-{tail}", why, mod=mod, anchor=anchor, compared=True)
    said = _said(scene, tail)
    if said:
        anchor = Anchor(date=said, kind="date")
        return Reading("DATE", said, "the one named before", mod=mod, anchor=anchor)
    why = "the last that has begun, or the next where the sentence looks ahead"
    return Reading("DATE", _fitting(piece, scene, tail), why, mod=mod, anchor=scene.anchor())


def _beside(piece: Piece, scene: Scene) -> str | None:
    """The period of a year before that stands in apposition: "the year-ago quarter, its second"."""
    start, reading = scene.known[-1] if scene.known else (0, None)
    between = piece.words.text[max(start, piece.start - 60) : piece.start]
    if reading is None or not reading.compared or not APPOSED.fullmatch(between):
        return None
    return reading.value


def _said(scene: Scene, tail: str) -> str | None:
    """The same quarter with its year, if the text named it before."""
    for _, reading in reversed(scene.known[-20:]):
        if reading.value and reading.value[4:] == "-" + tail and not reading.compared:
            near = scene.reference and abs(int(reading.value[:4]) - scene.reference.year) <= 1
            return reading.value if near else None
    return None


def _fitting(piece: Piece, scene: Scene, tail: str) -> str | None:
    """The last such period that has begun; where the sentence looks ahead, one that isn't over.

    What describes a noun ("third-quarter profit") or is to be reported is a period that is over.
    """
    if scene.reference is None:
        return None
    year, side = scene.reference.year, scene.side(piece)
    days = days_of(f"{year:04}-{tail}")
    if days is None:
        return None
    describes = piece.holds("dash") or (not piece.holds("the") and not piece.holds("q"))
    if (side.way == "future" and not describes) or (
        side.way == "aim" and piece.previous in ("by", "in", "from", "during")
    ):
        return f"{year + (days[1] < scene.reference):04}-{tail}"
    return f"{year - (days[0] > scene.reference):04}-{tail}"


def spoken_quarter(piece: Piece, scene: Scene, mod: DateMod | None) -> Reading | None:
    """Forms like "The quarter", "last quarter": the one named last, else the one that has just ended."""
    if scene.reference is None:
        return unread(mod=mod)
    words = piece.text("r") + " " + piece.text("s")
    topic = scene.topic(piece)
    moved = any(word in words for word in ("last", "next", "previous", "coming", "following"))
    beside = next((step for word, step in BESIDE.items() if word in words), 0)
    if topic and beside:
        anchor, value = Anchor(date=topic, kind="date"), shifted(topic, "Q", beside)
        return dated(value, "beside the quarter named before", mod=mod, anchor=anchor)
    if topic and not moved:
        anchor = Anchor(date=topic, kind="date")
        return Reading("DATE", topic, "the quarter named before", mod=mod, anchor=anchor)
    step = (
        1
        if any(word in words for word in ("next", "coming", "following"))
        else 0
        if "current" in words
        else -1
    )
    found = stepped(scene.reference, "Q", step)
    value = at(found, "Q") if found else None
    return dated(value, COUNTED, mod=mod, anchor=scene.anchor())


def year_before(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "A year earlier" in a report on a quarter: that quarter of the year before."""
    topic = scene.topic(piece, within=TOPIC)
    value = shifted(topic, "Y", -1) if topic else None
    if topic is None or value is None:
        return None
    why = "the same period a year before the one named"
    return Reading("DATE", value, why, anchor=Anchor(date=topic, kind="date"), compared=True)


def compared(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "The year-ago quarter", "the 1988 period", "the same period last year"."""
    span = _last_span(scene)
    topic = scene.topic(piece) or _ended_quarter(piece, scene)
    if piece.has("y") and not (span and piece.value("q") != "Q"):
        return _in_year(piece, topic)
    earlier = piece.holds("ago") or piece.holds("earlier")
    step = step_of(piece) if piece.has("whole") else -1 if earlier else 0
    if piece.has("y") and span:
        step = int(piece.value("y") or 0) - int(span[0][:4])
    if span and piece.value("q") != "Q":
        ends = tuple(shifted(end, "Y", step) or end for end in span)
        return Reading(
            "DATE",
            None,
            "the period named before",
            pair=(ends[0], ends[1]),
            anchor=Anchor(date=span[0], kind="date"),
            compared=step != 0,
        )
    if topic is None:
        return _a_year(piece, scene, step)
    if piece.has("n"):
        topic = f"{topic[:4]}-Q{min(4, max(1, number_of(piece, 'n') or 1))}"
    value = shifted(topic, "Y", step)
    why = "the period named before" + (", a year earlier" if step else "")
    anchor = Anchor(date=topic, kind="date")
    return dated(value, why, anchor=anchor, compared=step != 0)


def _last_span(scene: Scene) -> tuple[str, str] | None:
    """The ends of the range named last, if no other period was named since."""
    for _, reading in reversed(scene.known[-6:]):
        if reading.pair and reading.type == "DATE":
            return reading.pair
        if reading.value and reading.value[4:6] in ("-Q", "-H"):
            return None
    return None


def _ended_quarter(piece: Piece, scene: Scene) -> str | None:
    """The quarter that had just ended on the day of writing, where a quarter is spoken of."""
    if scene.reference is None or (piece.value("q") != "Q" and not piece.has("latest")):
        return None
    found = stepped(scene.reference, "Q", -1)
    return at(found, "Q") if found else None


def _in_year(piece: Piece, topic: str | None) -> Reading:
    year = piece.value("y") or ""
    if topic is None:
        return Reading("DATE", year, AS_WRITTEN)
    why, anchor = "the period named before, in that year", Anchor(date=topic, kind="date")
    return Reading("DATE", year + topic[4:], why, anchor=anchor, compared=True)


def _a_year(piece: Piece, scene: Scene, step: int) -> Reading | None:
    if scene.reference is None:
        return unread()
    if step == 0 and not piece.has("whole"):
        return None
    value = f"{scene.reference.year + step:04}"
    return Reading("DATE", value, COUNTED, anchor=scene.anchor(), compared=True)


PERIODS: dict[str, Reader] = {reader.__name__: reader for reader in (quarter, half, compared)}
