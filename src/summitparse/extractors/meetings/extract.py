"""The meeting finder: who met whom, in which form, where and when; one claim for one event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from summitparse.extractors.meetings.events import Event, gather
from summitparse.extractors.meetings.scene import Scene, make_scene
from summitparse.extractors.meetings.sightings import Sighting, sightings_of
from summitparse.grounding import when_of
from summitparse.models import Actor, DateMention, Location, Meeting, Span
from summitparse.page import Article
from summitparse.view import TextView, is_inside

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_meetings"]

HEAD, SHORT = 800, 3
"""Characters in which a place in capitals is a dateline's; letters that an abbreviation may have."""
NEAR = 12
"""How many meetings before and behind may complete one."""

EVENTS: dict[str, Literal["AGREE"] | None] = {"planned": "AGREE", "cancelled": None}
"""PLOVER types of what isn't held: a plan is an agreement, what is called off nothing."""


def find_meetings(
    doc: Doc | TextView,
    *,
    actors: Sequence[Actor] = (),
    dates: Sequence[DateMention] = (),
    locations: Sequence[Location] = (),
    article: Article | None = None,
) -> list[Meeting]:
    """The meetings of a Doc, in text order, each once however often it is told.

    `actors`, `dates` and `locations` are the Doc's own. Day and place are taken from any sentence about
    the meeting, else from the dateline; a meeting needs two parties, a visit its visitor.

    Examples:
        >>> import spacy
        >>> find_meetings(spacy.blank("en")("They met in Oslo."))
        []
    """
    view = TextView.of(doc, article)
    scene = make_scene(view, actors, dates, locations)
    seen = _sightings(view, scene) if actors else []
    events = gather(seen, scene)
    line = _dateline(scene, dates, locations)
    made = [_meeting(event, scene, line, number) for number, event in enumerate(events, start=1)]
    return _completed(made, events)


def _sightings(view: TextView, scene: Scene) -> list[Sighting]:
    """The sightings of the text proper: headline and boilerplate say nothing new."""
    closed = view.asides("boilerplate", "title")
    return [
        sighting
        for sentence in view.sentences
        if not (is_inside(closed, sentence.start) and is_inside(closed, sentence.end - 1))
        for sighting in sightings_of(sentence, scene)
    ]


def _dateline(
    scene: Scene, dates: Sequence[DateMention], locations: Sequence[Location]
) -> tuple[DateMention | None, Location | None]:
    """The day and the place that the dateline names."""
    line = scene.article.dateline
    day = next((date for date in dates if date.role == "dateline"), None)
    reference = scene.article.reference_date
    if day is None and reference is not None:
        day = next((d for d in dates if d.earliest == d.latest == reference), None)
    inside = (line.span.start, line.span.end) if line else (0, HEAD)
    places = [p for p in locations if inside[0] <= p.span.start < inside[1]]
    if line is None:
        places = [p for p in places if p.span.text.isupper() and len(p.span.text) > SHORT]
    return day, next(iter(places), None)


def _meeting(
    event: Event,
    scene: Scene,
    line: tuple[DateMention | None, Location | None],
    number: int,
) -> Meeting:
    first = event.clearest
    held = event.status == "held"
    day = event.day or (line[0] if held else None)
    if day is not None and line[0] is not None and _is_vaguer(day, line[0]):
        day = line[0]
    place = event.place or (line[1] if held and event.form != "call" else None)
    evidence = Span.of(scene.text, first.start, first.end)
    inside = scene.dates.within(evidence.start, evidence.end)
    return Meeting(
        id=f"m{number}",
        evidence=evidence,
        event=EVENTS.get(event.status, "CONSULT"),
        modality="future" if event.status == "planned" else "actual",
        negated=event.status == "cancelled",
        participants=tuple(actor.id for actor in event.people),
        form=first.form,
        host=place.country if place else None,
        status=event.status,
        mentions=tuple(Span.of(scene.text, one.start, one.end) for one in event.sightings),
        date_id=day.id if day else None,
        date_ids=tuple(date.id for date in inside),
        location_id=place.id if place else None,
        when=when_of(day, scene.article, first.start),
        confidence=0.9 if first.kind != "weak" else 0.6,
    )


def _is_vaguer(day: DateMention, other: DateMention) -> bool:
    """Whether a part of a day ("this afternoon") can be told as the plain date of the same day."""
    return day.type == "TIME" and other.type == "DATE" and day.earliest == other.earliest


def _completed(made: list[Meeting], events: list[Event]) -> list[Meeting]:
    """The meetings with what they owe each other: a visit's place, the day of talks during a visit."""
    pairs = list(zip(made, events, strict=True))
    done: list[Meeting] = []
    for n, (meeting, event) in enumerate(pairs):
        others = [
            (other, its)
            for other, its in pairs[max(0, n - NEAR) : n + NEAR]
            if its is not event and its.segment == event.segment and its.keys & event.keys
        ]
        whole = _with_place(_with_day(meeting, event, others), event, others)
        done.append(
            whole.model_copy(update={"part_of": _frame(event, pairs[max(0, n - NEAR) : n + NEAR])})
        )
    return done


def _frame(event: Event, near: list[tuple[Meeting, Event]]) -> str | None:
    """Id of the summit or forum that the talks are a part of: one named in a sentence about them."""
    told = {id(one.sentence) for one in event.sightings}
    for other, its in near[: 2 * NEAR]:
        named = its.clearest.kind == "visit" and not its.form.endswith("visit")
        if its is not event and named and id(its.clearest.sentence) in told:
            return other.id
    return None


def _with_day(meeting: Meeting, event: Event, others: list[tuple[Meeting, Event]]) -> Meeting:
    """A planned meeting "during the visit" is on the visit's day."""
    opening = event.clearest.sentence.lower[:3]
    if meeting.date_id or opening[:2] != ("during", "the"):
        return meeting
    known = [o for o, its in others if o.date_id and its.form.split()[-1] in opening]
    if not known:
        return meeting
    return meeting.model_copy(update={"date_id": known[-1].date_id, "when": known[-1].when})


def _with_place(meeting: Meeting, event: Event, others: list[tuple[Meeting, Event]]) -> Meeting:
    """A visit without a place goes where its visitor meets somebody."""
    if meeting.location_id or not event.form.endswith("visit"):
        return meeting
    known = [o for o, _ in others if o.location_id and o.status == "held"]
    if not known:
        return meeting
    return meeting.model_copy(update={"location_id": known[0].location_id, "host": known[0].host})
