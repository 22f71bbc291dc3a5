"""The date resolver: finds the time expressions of a Doc and says what each means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summitparse.docdata import article_of
from summitparse.extractors.dates.absolute import ABSOLUTE
from summitparse.extractors.dates.clock import CLOCK, clock_tail
from summitparse.extractors.dates.grammar import Piece, pieces_at, places
from summitparse.extractors.dates.lengths import LENGTHS
from summitparse.extractors.dates.daywords import DAYWORDS
from summitparse.extractors.dates.periods import PERIODS
from summitparse.extractors.dates.units import UNITS
from summitparse.extractors.dates.written import WRITTEN
from summitparse.extractors.dates.scene import Reading, Scene
from summitparse.extractors.dates.values import days_of, edtf_of
from summitparse.extractors.dates.words import letter_of, read_words
from summitparse.models import Article, DateMention, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["resolve_dates"]

READERS = {**WRITTEN, **ABSOLUTE, **DAYWORDS, **UNITS, **PERIODS, **LENGTHS, **CLOCK}
DAYS = ("day", "iso", "numeric", "deictic", "weekday", "shift", "monthday")
TIMES = ("clock", "daypart")
JOINTS = {letter_of(name) for name in ("comma", "at", "on", "dash")}


def resolve_dates(doc: Doc, *, article: Article | None = None) -> list[DateMention]:
    """The time expressions of a Doc in text order."""
    article = article or article_of(doc)
    text = doc.text
    words = read_words(text)
    scenes = _scenes(doc, article, words)
    mentions: list[DateMention] = []
    taken = 0
    for first, end in places(words):
        at = max(taken, first)
        while at < end:
            scene = next(scene for stop, scene in scenes if words.starts[at] < stop)
            found = _read_at(at, scene)
            at = found[0].last if found else at + 1
            if found:
                piece, start, reading = found
                scene.known.append((start, reading))
                mentions.append(
                    _mention(text, start, piece.end, reading, article, len(mentions) + 1)
                )
        taken = max(taken, at)
    return mentions


def _read_at(at: int, scene: Scene) -> tuple[Piece, int, Reading] | None:
    """The longest form at a word that has a reading, joined with the time or day beside it."""
    for piece in pieces_at(scene.words, at):
        reading = READERS[piece.kind](piece, scene)
        if reading is None:
            continue
        joined = _joined(piece, reading, scene)
        if joined:
            return joined
        return piece, piece.start, _sound(reading)
    return None


def _joined(piece: Piece, reading: Reading, scene: Scene) -> tuple[Piece, int, Reading] | None:
    """A day and a time of day side by side as one time: "Monday night", "10 a.m. on Friday"."""
    after = piece.last
    letters = scene.words.letters
    gap = letters[after : after + 1]
    places = [after] + ([after + 1] if gap and gap in JOINTS else [])
    for place in places:
        for other in pieces_at(scene.words, place):
            if piece.kind in TIMES and other.kind in DAYS and piece.kind == "clock":
                day, tail = READERS[other.kind](other, scene), clock_tail(piece)
            elif piece.kind in DAYS and (
                other.kind == "clock"
                or other.kind == "daypart"
                and place == after
                and other.last - other.first == 1
            ):
                day, tail = reading, clock_tail(other)
            else:
                continue
            if (
                tail
                and day
                and (day.value is None and day.pair is None or day.value and len(day.value) == 10)
            ):
                value = day.value and day.value + tail
                mixed = Reading(
                    "TIME",
                    value,
                    day.reason,
                    mod=day.mod,
                    anchor=day.anchor,
                    alternatives=tuple(each + tail for each in day.alternatives),
                )
                return other, piece.start, mixed
    return None


def _scenes(doc, article, words):
    parsed = doc
    scenes = []
    for segment in article.segments:
        kind = "segment" if len(article.segments) > 1 else "reference"
        scenes.append((segment.end, Scene(words, parsed, segment.reference_date, kind)))
    rest = scenes[-1][1] if scenes else Scene(words, parsed, article.reference_date)
    return [*scenes, (len(doc.text) + 1, rest)]


def _mention(text, start, end, reading, article, number):
    days = days_of(reading.value) if reading.type in ("DATE", "TIME") else None
    edtf = edtf_of(reading.value) if reading.type in ("DATE", "TIME") else None
    if reading.pair and reading.type == "DATE":
        ends = [days_of(end) for end in reading.pair]
        if ends[0] and ends[1]:
            days = ends[0][0], ends[1][1]
        edtf = "/".join(edtf_of(end) or end for end in reading.pair)
    if edtf and reading.mod == "APPROX" and "/" not in edtf:
        edtf += "~"
    return DateMention(
        id=f"d{number}",
        span=Span.of(text, start, end),
        type=reading.type,
        value=reading.value,
        edtf=edtf,
        earliest=days and days[0],
        latest=days and days[1],
        mod=reading.mod,
        role=_role(start, end, article),
        anchor=reading.anchor,
        reason=reading.reason,
        alternatives=reading.alternatives,
    )


def _sound(reading: Reading) -> Reading:
    """The reading, without a value that no calendar has (year 0, year 10000)."""
    if reading.type not in ("DATE", "TIME") or reading.value is None:
        return reading
    if reading.value.endswith("_REF") or days_of(reading.value):
        return reading
    return Reading(reading.type, None, "outside the years 1 to 9999")


def _role(start, end, article):
    line = article.dateline
    if line and line.span.start <= start < line.span.end:
        return "dateline"
    if any(part.start <= start < part.end for part in article.boilerplate):
        before = article.text[max(0, start - 30) : start].lower()
        return "published" if "publish" in before or "posted" in before else "page"
    return "event"
