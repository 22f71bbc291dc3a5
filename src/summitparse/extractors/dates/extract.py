"""The date resolver: finds the time expressions of a Doc and says what each means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summitparse.docdata import article_of
from summitparse.extractors.dates.absolute import ABSOLUTE
from summitparse.extractors.dates.clock import CLOCK, clock_tail
from summitparse.extractors.dates.grammar import Piece, find_pieces
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
DAYS = ("day", "iso", "numeric", "deictic", "weekday", "nthday", "relmonth", "relunit")


def resolve_dates(doc: Doc, *, article: Article | None = None) -> list[DateMention]:
    """The time expressions of a Doc in text order."""
    article = article or article_of(doc)
    text = doc.text
    words = read_words(text)
    scenes = _scenes(doc, article, words)
    mentions: list[DateMention] = []
    for group in _joined(find_pieces(words)):
        scene = next(scene for end, scene in scenes if group[0].start < end)
        for start, end, reading in _read(group, scene):
            reading = _sound(reading)
            scene.known.append((start, reading))
            mentions.append(_mention(text, start, end, reading, article, len(mentions) + 1))
    return mentions


def _scenes(doc, article, words):
    parsed = doc
    scenes = []
    for segment in article.segments:
        kind = "segment" if len(article.segments) > 1 else "reference"
        scenes.append((segment.end, Scene(words, parsed, segment.reference_date, kind)))
    rest = scenes[-1][1] if scenes else Scene(words, parsed, article.reference_date)
    return [*scenes, (len(doc.text) + 1, rest)]


def _joined(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    """Pieces, a day and a time of day that stand side by side together."""
    waiting: Piece | None = None
    for piece in pieces:
        if waiting and _pair(waiting, piece):
            yield [waiting, piece]
            waiting = None
            continue
        if waiting:
            yield [waiting]
        waiting = piece
    if waiting:
        yield [waiting]


def _pair(left: Piece, right: Piece) -> bool:
    """Whether two pieces are one time: "Monday night", "10 a.m. on Friday", "May 20, 9:34 pm"."""
    times = ("clock", "daypart", "tonight")
    if (
        (left.kind in times) == (right.kind in times)
        or left.kind == "tonight"
        or right.kind == "tonight"
    ):
        return False
    day = left if right.kind in times else right
    time = right if day is left else left
    if day.kind not in ("day", "iso", "numeric", "deictic", "weekday"):
        return False
    gap = left.words.letters[left.last : right.first]
    if time.kind == "daypart":
        return day is left and gap == "" and time.last - time.first == 1
    if len(gap) > 1:
        return False
    allowed = {letter_of(name) for name in ("comma", "at", "on", "dash")}
    return all(letter in allowed for letter in gap)


def _read(group: list[Piece], scene: Scene) -> Iterator[tuple[int, int, Reading]]:
    if len(group) == 2:
        time = next(piece for piece in group if piece.kind in ("clock", "daypart"))
        day = next(piece for piece in group if piece is not time)
        tail, reading = clock_tail(time), READERS[day.kind](day, scene)
        if tail and reading and (reading.value is None or len(reading.value) == 10):
            value = reading.value and reading.value + tail
            joined = Reading(
                "TIME",
                value,
                reading.reason,
                mod=reading.mod,
                anchor=reading.anchor,
                alternatives=tuple(each + tail for each in reading.alternatives),
            )
            yield group[0].start, group[-1].end, joined
            return
    for piece in group:
        reading = READERS[piece.kind](piece, scene)
        if reading:
            yield piece.start, piece.end, reading


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
