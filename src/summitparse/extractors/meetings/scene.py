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
    role = (actor.role or "").lower()
    known = words("chairs")
    return actor.type == "person" and (role in known or any(word in known for word in role.split()))


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
    """One per state named at the head of the part: its envoy, else the state."""
    heads: dict[str, tuple[int, Actor]] = {}
    for actor in actors:
        first = next((m.start for m in actor.mentions if start <= m.start < end), None)
        if first is None or first > start + LEAD or not actor.country:
            continue
        if actor.type == "country" or holds_office(actor) or envoys.get(actor.country) == actor:
            chosen = envoys.get(actor.country, actor)
            if actor.country not in heads or heads[actor.country][0] > first:
                heads[actor.country] = (first, chosen)
    ordered = sorted(heads.values(), key=lambda each: each[0])
    people = [actor for _, actor in ordered if actor.type == "person"]
    return tuple((people if len(people) > 1 else [a for _, a in ordered])[:MOST])


def people_in(scene: Scene, start: int, end: int) -> list[Actor]:
    """Who is named in a range and can meet: people with an office or a state, else states and blocs."""
    found = scene.index.within(start, end)
    people = [a for a in found if a.type == "person" and (a.country or holds_office(a))]
    taken = {actor.country for actor in people}
    states = [a for a in found if a.type == "country" and a.country not in taken]
    return [*people, *states]
