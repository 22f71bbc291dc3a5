"""The date resolver: finds the time expressions of a Doc and says what each means.

words.py     text -> words of time, one letter each
grammar.py   forms (grammar.toml) that fit at a word
scene.py     what is known there: day of writing, dates before, the sentence's side, by side.py and behind.py
written, absolute, ranges, years, weeks, today, daywords, monthdays, units, shifts, periods, lengths,
stretches, sets, clock (with tails, spoken):
             one function per kind of form (readers.py: which)
joined.py    a day and a time of day side by side
placed.py    where a length lies, if its first or last day is named
mention.py   reading -> DateMention
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summitparse.extractors.dates.grammar import pieces_at, places
from summitparse.extractors.dates.joined import joined
from summitparse.extractors.dates.mention import as_mention, sound
from summitparse.extractors.dates.placed import placed
from summitparse.extractors.dates.readers import READERS
from summitparse.extractors.dates.scene import Parse, Reading, Scene
from summitparse.extractors.dates.words import Words, read_words
from summitparse.models import DateMention
from summitparse.page import Article
from summitparse.view import TextView

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["resolve_dates"]

Found = tuple[int, int, Reading]
"""First and last word (exclusive), and what they mean."""


def resolve_dates(doc: Doc | TextView, *, article: Article | None = None) -> list[DateMention]:
    """The time expressions of a Doc in text order, as TIMEX3 (TimeML 1.2.1) and EDTF.

    Relative ones count from the article's reference date (of their segment, where the page has
    several); without one they have `value` null and a `reason`. `article` is by default the one the
    Doc was made from. Boilerplate is read as well: page dates stand there. Works on a blank Doc;
    tags and parse help to tell past from future.

    Examples:
        >>> import spacy
        >>> article = Article(text="They met on Tuesday.", published="2026-05-20")
        >>> [mention] = resolve_dates(spacy.blank("en")(article.text), article=article)
        >>> mention.value, mention.span.text, mention.anchor.date
        ('2026-05-19', 'Tuesday', '2026-05-20')
    """
    view = TextView.of(doc, article)
    article, text = view.article, view.text
    words = read_words(text)
    parts = _scenes(view.doc, article, words)
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
        found = joined(piece, reading, scene) or (piece.last, reading)
        if found[1] is not None:
            return at, found[0], sound(found[1])
    return None
