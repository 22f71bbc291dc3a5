"""The text with its people, days and places, ready to be asked for, and who leads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from summitparse.grounding import SpanIndex
from summitparse.leads import HOW_MANY, envoys, holds_office, leading
from summitparse.mentions import MentionIndex
from summitparse.models import Actor, DateMention, Location
from summitparse.page import Article
from summitparse.view import Ranges, TextView

__all__ = ["Scene", "Segment", "make_scene", "people_in"]

Range = tuple[int, int]


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
    speech: Ranges
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
    view: TextView,
    actors: Sequence[Actor],
    dates: Sequence[DateMention],
    places: Sequence[Location],
) -> Scene:
    """The scene of a text."""
    article = view.article
    return Scene(
        article,
        MentionIndex(actors),
        SpanIndex(dates),
        SpanIndex(places),
        view.speech,
        _segments(article, actors),
        envoys(actors),
    )


def _segments(article: Article, actors: Sequence[Actor]) -> tuple[Segment, ...]:
    parts = [(part.start, part.end, part.reference_date) for part in article.segments]
    parts = parts or [(0, len(article.text) + 1, article.reference_date)]
    title = article.title.end if article.title else 0
    return tuple(
        Segment(start, end, day, _all_told(leading(actors, max(start, title), end), actors))
        for start, end, day in parts
    )


def _all_told(lead: tuple[Actor, ...], actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Who leads, and further states up to the number that a group's name tells.

    "The ministers of seven states", two of whom the text names: five of the states that it names stand
    for the others.
    """
    groups = (actor.name.lower().split() for actor in actors if actor.type == "group")
    said = max((HOW_MANY.get(word, 0) for name in groups for word in name), default=0)
    known = {actor.country for actor in lead}
    states = [a for a in actors if a.type == "country" and a.country not in known]
    return (*lead, *states[: max(0, said - len(lead))])


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
