"""The date resolver: finds the time expressions of a Doc and says what each means.

words.py     text -> words of time, one letter each
grammar.py   forms (grammar.toml) that fit at a word
scene.py     what is known there: day of writing, dates before, the sentence's side
written, absolute, years, weeks, daywords, monthdays, units, shifts, periods, lengths, sets, clock:
             one function per kind of form
placed.py    where a length lies, if its first or last day is named
mention.py   reading -> DateMention
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summitparse.docdata import article_of
from summitparse.extractors.dates.absolute import ABSOLUTE
from summitparse.extractors.dates.clock import CLOCK, at_part, clock_tails
from summitparse.extractors.dates.daywords import DAYWORDS
from summitparse.extractors.dates.grammar import Piece, pieces_at, places
from summitparse.extractors.dates.lengths import LENGTHS
from summitparse.extractors.dates.mention import as_mention, sound
from summitparse.extractors.dates.monthdays import MONTHDAYS
from summitparse.extractors.dates.periods import PERIODS
from summitparse.extractors.dates.placed import placed
from summitparse.extractors.dates.scene import Parse, Reading, Scene
from summitparse.extractors.dates.sets import SETS
from summitparse.extractors.dates.shifts import SHIFTS
from summitparse.extractors.dates.units import UNITS
from summitparse.extractors.dates.weeks import WEEKS
from summitparse.extractors.dates.words import Words, read_words
from summitparse.extractors.dates.written import WRITTEN
from summitparse.extractors.dates.years import YEARS
from summitparse.models import Article, DateMention

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["resolve_dates"]

READERS = {**WRITTEN, **ABSOLUTE, **YEARS, **WEEKS, **DAYWORDS, **MONTHDAYS, **UNITS}
READERS |= {**SHIFTS, **PERIODS, **LENGTHS, **SETS, **CLOCK}
DAYS = frozenset(("day", "iso", "numeric", "deictic", "weekday", "shift", "monthday", "set"))
"""The kinds that a time of day may join."""
CLOCKS = ("clock", "clockrange")
PARTS = ("tonight", "daypart")
JOINTS = ("comma", "at", "on", "dash", "from", "between", "of", "approx")
"""What may stand between a day and a time of day that make one time."""

Found = tuple[int, int, Reading]
"""First and last word (exclusive), and what they mean."""


def resolve_dates(doc: Doc, *, article: Article | None = None) -> list[DateMention]:
    """The time expressions of a Doc in text order, as TIMEX3 (TimeML 1.2.1) and EDTF.

    Relative ones count from the article's reference date (of their segment, where the page has
    several); without one they have `value` null and a `reason`. `article` is by default the one the
    Doc was made from. Boilerplate is read as well: page dates stand there. Works on a blank Doc;
    tags and parse help to tell past from future.

    >>> import spacy
    >>> article = Article(text="They met on Tuesday.", published="2026-05-20")
    >>> [mention] = resolve_dates(spacy.blank("en")(article.text), article=article)
    >>> mention.value, mention.span.text, mention.anchor.date
    ('2026-05-19', 'Tuesday', '2026-05-20')
    """
    article = article or article_of(doc)
    text = article.text  # equals doc.text, which spaCy joins anew each time
    words = read_words(text)
    parts = _scenes(doc, article, words)
    found = []
    for scene, (first, last, reading) in _readings(words, parts):
        start, end = words.starts[first], words.ends[last - 1]
        scene.known.append((start, reading))
        found.append((start, end, reading))
    numbered = enumerate(placed(text, found), 1)
    return [as_mention(number, *each, article) for number, each in numbered]


def _scenes(doc: Doc, article: Article, words: Words) -> list[tuple[int, Scene]]:
    """Each part of the page with where it ends; what lies outside counts to the next part."""
    many = len(article.segments) > 1
    parse = Parse(doc) if doc.to_array("DEP").any() else None
    parts = [
        (part.end, Scene(words, parse, part.reference_date, "segment" if many else "reference"))
        for part in article.segments
    ]
    rest = parts[-1][1] if parts else Scene(words, parse, article.reference_date)
    return [*parts, (len(article.text) + 1, rest)]


def _readings(words: Words, parts: list[tuple[int, Scene]]) -> Iterator[tuple[Scene, Found]]:
    """All expressions that have a reading, left to right, none overlapping."""
    free, part = 0, 0
    for first, end in places(words):
        at = max(free, first)
        while at < end:
            while words.starts[at] >= parts[part][0]:
                part += 1
            scene = parts[part][1]
            found = _read_at(at, scene)
            if found:
                yield scene, found
            at = found[1] if found else at + 1
        free = max(free, at)


def _read_at(at: int, scene: Scene) -> Found | None:
    """The longest form at a word that has a reading, joined with the time or day beside it."""
    for piece in pieces_at(scene.words, at):
        reading = READERS[piece.kind](piece, scene)
        if reading is not None:
            return _joined(piece, reading, scene) or (at, piece.last, sound(reading))
    return None


def _joined(piece: Piece, reading: Reading, scene: Scene) -> Found | None:
    """A day and a time of day side by side as one time: "Monday night", "10 a.m. on Friday"."""
    if piece.kind not in DAYS and piece.kind not in CLOCKS and piece.kind not in PARTS:
        return None
    places = [piece.last, piece.last + 1] if piece.next_is(*JOINTS) else [piece.last]
    for place in places:
        for other in pieces_at(scene.words, place):
            mixed = _mixed(piece, reading, other, scene)
            if mixed:
                return piece.first, other.last, sound(mixed)
    return None


def _mixed(piece: Piece, reading: Reading, other: Piece, scene: Scene) -> Reading | None:
    """Day and time of two pieces as one reading, if they are a day and a time."""
    if piece.kind in CLOCKS and other.kind in PARTS and not _is_bare(other):
        return at_part(other, piece, scene)
    if piece.kind in PARTS and other.kind in (*CLOCKS, "hour"):
        return at_part(piece, other, scene)
    if piece.kind in CLOCKS and other.kind in DAYS:
        day, tails = READERS[other.kind](other, scene), clock_tails(piece)
    elif piece.kind in DAYS and _is_time(piece, other):
        day, tails = reading, clock_tails(other)
    else:
        return None
    if day is None or not tails or day.pair or (day.value and len(day.value) != 10):
        return None
    if len(tails) == 2 and day.value and day.type == "DATE":
        pair = day.value + tails[0], day.value + tails[1]
        return Reading("TIME", None, day.reason, pair, day.mod, day.anchor)
    if day.type == "SET" and day.value and len(tails) == 1 and not piece.has("dp"):
        return Reading("SET", day.value + tails[0], day.reason)
    if day.type != "DATE":
        return None
    others = tuple(each + tails[0] for each in day.alternatives)
    value = day.value and day.value + tails[0]
    return Reading("TIME", value, day.reason, None, day.mod, day.anchor, others)


def _is_time(day: Piece, other: Piece) -> bool:
    """Whether a piece is a clock time, or a part of day right after the day."""
    bare = _is_bare(other)
    return other.kind in CLOCKS or (other.kind == "daypart" and bare and other.first == day.last)


def _is_bare(piece: Piece) -> bool:
    """Whether it is one word ("morning")."""
    return piece.last - piece.first == 1 and piece.kind == "daypart"
