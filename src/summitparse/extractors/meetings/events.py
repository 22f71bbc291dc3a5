"""From sightings to meetings: what tells of one event is one meeting."""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import dataclass, field

from summitparse.extractors.meetings.lexicon import words
from summitparse.extractors.meetings.scene import Scene, Segment
from summitparse.extractors.meetings.sightings import Sighting, Status
from summitparse.models import Actor, DateMention, Location

__all__ = ["Event", "gather"]

NEAR = 10
"""Days from the article's within which what it tells of as new has happened."""
RECENT = 30
"""How many meetings back and ahead a sighting is compared with, so that long texts stay cheap."""
HEAD = 1500
"""Characters at the head of a text in which a joint act tells of a meeting."""


@dataclass
class Event:
    """A meeting in the making; the first sighting says what it is."""

    sightings: list[Sighting]
    people: tuple[Actor, ...]
    form: str
    day: DateMention | None
    place: Location | None
    status: Status
    segment: Segment = field(repr=False)

    @property
    def keys(self) -> frozenset[str]:
        """Who takes part, a state and its leader being the same."""
        return _keys(self.people)

    @property
    def clearest(self) -> Sighting:
        """The sighting that says most: with names, else with a word for the meeting."""
        return min(
            self.sightings,
            key=lambda one: (one.kind == "weak", not one.noun, one.day is None, one.start),
        )


def gather(sightings: list[Sighting], scene: Scene) -> list[Event]:
    """The meetings that the sightings tell of, in text order."""
    events: list[Event] = []
    for one in sightings:
        if one.kind != "weak":
            _join_or_open(events, one, scene)
    for one in sightings:
        if one.kind == "weak":
            near = _around(events, one)
            known = len(near)
            _place_weak(near, one, scene)
            for event in near[known:]:
                insort(events, event, key=_start)
    for event in events:
        event.people = _embodied(event.people, scene)
    return sorted(events, key=_start)


def _start(event: Event) -> int:
    return event.sightings[0].start


def _around(events: list[Event], one: Sighting) -> list[Event]:
    """The meetings told of last before a sighting and next behind it, with the text's first."""
    n = bisect_right(events, one.start, key=_start)
    first = events[:1] if n > RECENT else []
    return [*first, *events[max(0, n - RECENT) : n + RECENT]]


def _embodied(people: tuple[Actor, ...], scene: Scene) -> tuple[Actor, ...]:
    """Where only states are named ("the presidents of ..."), those of their leaders whom the text names."""
    if any(actor.type == "person" for actor in people):
        return people
    return tuple(scene.envoys.get(actor.country or "", actor) for actor in people)


def _join_or_open(events: list[Event], one: Sighting, scene: Scene) -> None:
    segment = scene.segment_at(one.start)
    recent = events[-RECENT:]
    same = next((e for e in recent if e.segment == segment and _is_same(e, one)), None)
    same = same or _at_hand([e for e in recent if e.segment == segment], one)
    if same is not None:
        if one.status == "cancelled":
            same.status = "cancelled"
        _add(same, one)
    else:
        events.append(Event([one], one.people, one.form, one.day, one.place, one.status, segment))


def _at_hand(recent: list[Event], one: Sighting) -> Event | None:
    """The meeting told of last, which "they also discussed" goes on with, whomever "they" seems to mean."""
    if not one.at or one.sentence.lower[one.at - 1] != "also":
        return None
    fits = (e for e in reversed(recent) if e.status == one.status and _agree(e.day, one.day))
    return next(fits, None)


def _is_same(event: Event, one: Sighting) -> bool:
    """Same people, and nothing said of day, place or form that speaks against it."""
    keys = _keys(one.people)
    if not (keys == event.keys or (keys and keys < event.keys and one.kind != "visit")):
        return False
    apart = bool({event.form, one.form} & words("own_events")) and event.form != one.form
    return not apart and _is_one_plan(event, one) and _agree(event.day, one.day)


def _is_one_plan(event: Event, one: Sighting) -> bool:
    """Whether both are held or planned alike; what is called off was planned before."""
    if event.status == one.status:
        return True
    return {event.status, one.status} == {"planned", "cancelled"} and not one.again


def _agree(one: DateMention | None, other: DateMention | None) -> bool:
    """Whether two dates can be the same: one lacks, or they overlap."""
    if one is None or other is None or not (one.earliest and other.earliest):
        return True
    assert one.latest is not None
    assert other.latest is not None
    return one.earliest <= other.latest and other.earliest <= one.latest


def _add(event: Event, one: Sighting) -> None:
    """More about a meeting; people known by name go before their states."""
    event.sightings.append(one)
    if one.noun or _is_near(one, event.segment):
        event.day = event.day or one.day
    event.place = event.place or one.place
    if (
        one.people
        and _keys(one.people) == event.keys
        and _persons(one.people) > _persons(event.people)
    ):
        event.people = one.people


def _keys(people: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(actor.country or actor.id for actor in people)


def _persons(people: tuple[Actor, ...]) -> int:
    return sum(actor.type == "person" for actor in people)


def _is_near(one: Sighting, segment: Segment) -> bool:
    """Whether the sighting's date is about that of the article."""
    if one.day is None or one.day.earliest is None or segment.reference is None:
        return True
    return abs((one.day.earliest - segment.reference).days) <= NEAR


def _place_weak(events: list[Event], one: Sighting, scene: Scene) -> None:
    """A sighting without names: more about the meeting at hand, a further one, or the only one."""
    segment = scene.segment_at(one.start)
    here = [event for event in events if event.segment == segment]
    held = [event for event in here if event.status == "held" and len(event.keys) > 1]
    people = one.people or (held[0].people if held else segment.leading)
    if one.status == "cancelled":
        _call_off(here, events, one, people, segment)
        return
    if one.status == "planned" or one.again:
        if one.again or (_is_definite(one) and (one.people or one.together)):
            _open_planned(events, one, people, segment)
        return
    if (
        one.own
        and one.form in words("own_events")
        and not any(event.form == one.form for event in held)
    ):
        if held:
            _open(events, one, people, segment)
        return
    near = _nearest(held, one)
    if near is not None:
        _add(near, one)
    elif len(_keys(people)) > 1 and one.status == "held" and _can_open(one, segment):
        _open(events, one, people, segment)


def _call_off(
    here: list[Event],
    events: list[Event],
    one: Sighting,
    people: tuple[Actor, ...],
    segment: Segment,
) -> None:
    """A meeting without names that doesn't take place: one planned above, else one of its own."""
    planned = [e for e in here if e.status in ("planned", "cancelled") and _fits(e, one)]
    if planned:
        planned[-1].status = "cancelled"
        _add(planned[-1], one)
    elif len(_keys(people)) > 1 and not any(e.form == one.form for e in here):
        _open(events, one, people, segment)


def _open(events: list[Event], one: Sighting, people: tuple[Actor, ...], segment: Segment) -> None:
    events.append(Event([one], people, one.form, one.day, one.place, one.status, segment))


def _can_open(one: Sighting, segment: Segment) -> bool:
    """A joint act opens a meeting near the head of the text only, and none of long ago."""
    return _is_near(one, segment) and (one.noun or one.start < segment.start + HEAD)


def _is_definite(one: Sighting) -> bool:
    """Whether a future meeting is more than a plan: its day and place are known."""
    day = one.day
    exact = day is not None and day.earliest is not None and day.earliest == day.latest
    visit = one.form.endswith("visit")
    return exact and one.place is not None and not visit


def _open_planned(
    events: list[Event], one: Sighting, people: tuple[Actor, ...], segment: Segment
) -> None:
    """A further meeting of the same people, if the text says when or where."""
    known = one.day is not None or one.place is not None
    keys = _keys(people)
    other = any(
        event.status == "planned" and event.keys == keys and _agree(event.day, one.day)
        for event in events
    )
    if known and len(keys) > 1 and not other:
        events.append(Event([one], people, one.form, one.day, one.place, "planned", segment))


def _nearest(held: list[Event], one: Sighting) -> Event | None:
    """The meeting told of last before the sighting, else the first behind, that it agrees with."""
    fitting = [event for event in held if _fits(event, one)]
    before = [event for event in fitting if event.sightings[0].start <= one.start]
    return before[-1] if before else (fitting[0] if fitting else None)


def _fits(event: Event, one: Sighting) -> bool:
    if one.people and not _keys(one.people) & event.keys:
        return False
    return _agree(event.day, one.day) or not one.noun
