"""The text with its people, days and places, ready to be asked for, and who leads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from summitparse.extractors.meetings.lexicon import words
from summitparse.grounding import SpanIndex
from summitparse.mentions import MentionIndex
from summitparse.models import Actor, Article, DateMention, Location
from summitparse.text.quotation import quotations

__all__ = ["Scene", "Segment", "make_scene", "people_in"]

Range = tuple[int, int]

LEAD = 1000
"""Characters at the head of a text in which the states that matter are named."""
MOST = 7
"""Most people that a text without a named meeting is taken to bring together."""
QUOTED_WORDS = 3


@dataclass(frozen=True)
class Segment:
    """A part of the page that tells one story, with the people who lead it."""

    start: int
    end: int
    reference: date | None
    leading: tuple[Actor, ...]


@dataclass(frozen=True)
class Scene:
    """A text and what was found in it."""

    article: Article
    index: MentionIndex
    dates: SpanIndex[DateMention]
    places: SpanIndex[Location]
    speech: tuple[Range, ...]
    segments: tuple[Segment, ...]
    envoys: dict[str, Actor]
    """Who stands for a state: the first of its leaders or ministers in the text, by ISO code."""

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def segment_at(self, offset: int) -> Segment:
        """The part of the page that an offset lies in."""
        return next((s for s in self.segments if s.start <= offset < s.end), self.segments[0])


def make_scene(
    article: Article,
    actors: Sequence[Actor],
    dates: Sequence[DateMention],
    places: Sequence[Location],
) -> Scene:
    """The scene of an article."""
    envoys = _envoys(actors)
    return Scene(
        article,
        MentionIndex(actors),
        SpanIndex(dates),
        SpanIndex(places),
        _speech(article),
        _segments(article, actors, envoys),
        envoys,
    )


def _speech(article: Article) -> tuple[Range, ...]:
    """The quotations that are speech, not a name or a phrase."""
    paragraphs = [(span.start, span.end) for span in article.paragraphs]
    return tuple(
        (each.inner_start, each.inner_end)
        for each in quotations(article.text, paragraphs)
        if len(article.text[each.inner_start : each.inner_end].split(None, QUOTED_WORDS))
        > QUOTED_WORDS
    )


def holds_office(actor: Actor) -> bool:
    """Whether the actor is a person with a title that lets them act for a state."""
    return actor.type == "person" and _is_office(actor.role or "")


def _is_office(role: str) -> bool:
    known, lower = words("chairs"), role.lower()
    return lower in known or any(word in known for word in lower.split())


def _envoys(actors: Sequence[Actor]) -> dict[str, Actor]:
    envoys: dict[str, Actor] = {}
    for actor in actors:
        if actor.country and holds_office(actor):
            envoys.setdefault(actor.country, actor)
    for actor in actors:
        if actor.country and actor.type == "person" and not actor.role:
            envoys.setdefault(actor.country, actor)
    return envoys


def _segments(
    article: Article, actors: Sequence[Actor], envoys: dict[str, Actor]
) -> tuple[Segment, ...]:
    parts = [(part.start, part.end, part.reference_date) for part in article.segments]
    parts = parts or [(0, len(article.text) + 1, article.reference_date)]
    title = article.title.end if article.title else 0
    return tuple(
        Segment(start, end, day, _leading(actors, envoys, max(start, title), end))
        for start, end, day in parts
    )


def _leading(
    actors: Sequence[Actor], envoys: dict[str, Actor], start: int, end: int
) -> tuple[Actor, ...]:
    """Who leads the part: people with an office named at its head, one per state; else the states.

    States alone count only where leaders or ministers act together in the part ("the presidents of ...").
    """
    near = [actor for actor in actors if any(start <= m.start < end for m in actor.mentions)]
    people: dict[str, Actor] = {}
    for actor in _by_first(near, start):
        if actor.type == "person" and (
            holds_office(actor) or envoys.get(actor.country or "") == actor
        ):
            people.setdefault(actor.country or actor.id, actor)
    heads = [actor for actor in people.values() if _first(actor, start) < start + LEAD]
    if len(heads) > 1:
        return tuple(heads[:MOST])
    if not any(actor.type == "group" and _is_office(actor.role or actor.name) for actor in near):
        return ()
    states = [
        a for a in _by_first(near, start) if a.type == "country" and _first(a, start) < start + LEAD
    ]
    return tuple(people.get(state.country or "", state) for state in states[:MOST])


def _first(actor: Actor, start: int) -> int:
    """Offset of the actor's first mention behind `start`."""
    return next(m.start for m in actor.mentions if m.start >= start)


def _by_first(actors: Sequence[Actor], start: int) -> list[Actor]:
    return sorted(actors, key=lambda actor: _first(actor, start))


def people_in(scene: Scene, start: int, end: int) -> list[Actor]:
    """Who is named in a range and can meet: people of office or state and those beside them, else states.

    A state counts beside one person only if it isn't that person's.
    """
    found = [a for a in scene.index.within(start, end) if "spokes" not in (a.role or "").lower()]
    people = [a for a in found if a.type == "person" and (a.country or holds_office(a))]
    if people:
        people = [a for a in found if a in people or (a.type == "person" and " " in a.name)]
    if len(people) > 1:
        return people
    taken = {actor.country for actor in people}
    states = [a for a in found if a.type == "country" and a.country not in taken]
    return [*people, *states]
