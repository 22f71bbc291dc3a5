"""Sightings: the places in a text that tell of a meeting, with who, when and where as said there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summitparse.extractors.meetings.lexicon import Entry, entries, words
from summitparse.extractors.meetings.scene import Scene, people_in
from summitparse.grounding import nearest
from summitparse.models import Actor, DateMention, Location
from summitparse.syntax.sentences import Sentence

__all__ = ["Sighting", "sightings_of"]

Status = Literal["held", "ongoing", "planned", "cancelled"]

CLOSING = frozenset([";", ".", ":", "—", "–"])
TURNS = frozenset(
    "with who which whose where while as after before but said says told according when during that "
    "emphasizing stressing noting adding despite amid following".split()
)
"""Words that open another clause behind a comma."""
SAID = frozenset(["said", "says", "told", "stated", "reported", "announced"])
PLACING = frozenset(["in", "at", "to", "near", "inside", "outside"])
BOUNDS = frozenset(["since", "until", "by", "before", "from", "after", "ahead"])
ORDINAL = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
WINDOW = 6


@dataclass(frozen=True)
class Sighting:
    """One place that tells of a meeting."""

    sentence: Sentence
    at: int
    form: str
    kind: Literal["named", "visit", "weak"]
    """`named`: who met stands in the clause; `visit`: one party went; `weak`: "the talks"."""
    people: tuple[Actor, ...]
    day: DateMention | None
    place: Location | None
    status: Status
    start: int
    end: int
    again: bool = False
    """Whether the words speak of a further meeting ("will meet again", "the next round")."""


def sightings_of(sentence: Sentence, scene: Scene) -> list[Sighting]:
    """The sightings of a sentence, at most one for each clause."""
    found: list[Sighting] = []
    for at, word in enumerate(sentence.lower):
        entry = _entry(sentence, at, word)
        if entry is None or _in_speech(scene, sentence.at(at)):
            continue
        sighting = _read(sentence, at, entry, scene)
        if sighting is not None and not any(_same_clause(sighting, one) for one in found):
            found.append(sighting)
    return found or _joint_act(sentence, scene)


def _same_clause(one: Sighting, other: Sighting) -> bool:
    visit = (one.kind == "visit") != (other.kind == "visit")
    return one.at < other.sentence.position(other.end) and not (visit and not one.people)


def _in_speech(scene: Scene, offset: int) -> bool:
    return any(start <= offset < end for start, end in scene.speech)


def _entry(sentence: Sentence, at: int, word: str) -> Entry | None:
    """The cue that begins at a position, if its tail and part of speech fit."""
    for entry in entries().get(word, ()):
        size = len(entry.words)
        behind = sentence.lower[at + size : at + size + 4]
        if sentence.lower[at : at + size] != entry.words:
            continue
        if entry.tail and not entry.tail.intersection(behind):
            continue
        verb = entry.kind in ("together", "host")
        if sentence.pos[at] in (("VERB", "AUX") if verb else ("NOUN", "PROPN")) or (
            not sentence.pos[at]
        ):
            return entry
    return None


def _read(sentence: Sentence, at: int, entry: Entry, scene: Scene) -> Sighting | None:
    before = sentence.lower[max(0, at - WINDOW) : at]
    if words("doubts").intersection(before[-4:]):
        return None
    first, last = _clause(sentence, at)
    start, end = sentence.at(first), sentence.to(last)
    people = _participants(sentence, at, entry, scene, (first, last))
    kind = _kind(sentence, at, entry, people)
    if kind is None:
        return None
    again = bool({"again", "next"}.intersection(sentence.lower[max(0, at - 3) : at + 3]))
    return _sighting(
        sentence, at, _form(sentence, at, entry), kind, people, scene, (start, end), again
    )


def _sighting(
    sentence: Sentence,
    at: int,
    form: str,
    kind: Literal["named", "visit", "weak"],
    people: list[Actor],
    scene: Scene,
    span: tuple[int, int],
    again: bool,
) -> Sighting:
    day = _day(sentence, at, scene, span)
    place = _place(sentence, at, scene, span)
    status = _status(sentence, at, day, scene)
    return Sighting(sentence, at, form, kind, tuple(people), day, place, status, *span, again=again)


def _clause(sentence: Sentence, at: int) -> tuple[int, int]:
    """The positions of the clause around a cue: to the next turn behind it, from the last before."""
    lower, size = sentence.lower, len(sentence.lower)
    first = 0
    for n in range(at - 1, 0, -1):
        if lower[n] in CLOSING:
            first = n + 1
            break
    last = size
    for n in range(at + 1, size):
        comma = lower[n] == "," and n + 1 < size and lower[n + 1] in TURNS
        if lower[n] in CLOSING or comma or lower[n] in SAID or lower[n : n + 2] == ("as", "a"):
            last = n
            break
    return first, max(last, at + 1)


def _participants(
    sentence: Sentence, at: int, entry: Entry, scene: Scene, clause: tuple[int, int]
) -> list[Actor]:
    first, last = clause
    if entry.kind == "visit":
        return _visitor(sentence, at, scene, first)
    left = people_in(scene, sentence.at(first), sentence.at(at))
    right = people_in(scene, sentence.at(at), sentence.to(last))
    right = [a for a in right if a not in left and not _is_place(sentence, a, at, last)]
    left = [a for a in left if not _is_place(sentence, a, first, at)]
    return [*left, *right]


def _is_place(sentence: Sentence, actor: Actor, first: int, last: int) -> bool:
    """Whether a state is only named as where it was ("in Norway")."""
    if actor.type != "country":
        return False
    here = [m for m in actor.mentions if sentence.at(first) <= m.start < sentence.at(last)]
    spots = [sentence.position(m.start) for m in here]
    return all(n and sentence.lower[n - 1] in PLACING for n in spots)


def _visitor(sentence: Sentence, at: int, scene: Scene, first: int) -> list[Actor]:
    """Whose visit it is: the possessor, else the person before it who comes."""
    people = [
        actor
        for actor in people_in(scene, sentence.at(first), sentence.at(at))
        if actor.type == "person"
    ]
    return people[-1:]


def _kind(
    sentence: Sentence, at: int, entry: Entry, people: list[Actor]
) -> Literal["named", "visit", "weak"] | None:
    """What sort of sighting it is; `None` for an event that is only spoken of."""
    lower = sentence.lower
    before, behind = lower[max(0, at - WINDOW) : at], lower[at + 1 : at + 4]
    several = len({actor.country or actor.id for actor in people}) > 1
    if entry.kind == "host":
        return "named" if several else None
    if entry.kind == "together":
        group = words("several").intersection(lower[max(0, at - 2 * WINDOW) : at])
        return "named" if several else "weak" if group else None
    light = bool(words("light").intersection(before))
    if entry.kind == "visit":
        return _visit_kind(sentence, at, people, light)
    if several and (light or {"with", "between", "of"}.intersection(behind)):
        return "named"
    definite = bool(words("anaphors").intersection(before[-3:])) or "’s" in before or "'s" in before
    return "weak" if definite or light or words("happens").intersection(behind) else None


def _visit_kind(
    sentence: Sentence, at: int, people: list[Actor], light: bool
) -> Literal["visit", "weak"] | None:
    near = sentence.lower[max(0, at - 4) : at]
    counted = bool(ORDINAL.intersection(near)) and "arrived" not in sentence.lower[:at]
    if counted or not people:
        return "weak" if {"the", "this"}.intersection(near[-2:]) else None
    whose = near[-1:] and bool({"his", "her", "'s", "’s", "state", "official"}.intersection(near))
    to = sentence.lower[at + 1 : at + 2] == ("to",)
    return "visit" if light or (whose and to) else "weak"


def _form(sentence: Sentence, at: int, entry: Entry) -> str:
    """The form as reported; a verb's is that of the noun it brings ("hosted X for talks")."""
    lower = sentence.lower
    if entry.kind == "visit" and at and lower[at - 1] in ("state", "official", "working"):
        return f"{lower[at - 1]} visit"
    if entry.kind in ("host", "together"):
        for n in range(at + 1, len(lower)):
            nouns = [e for e in entries().get(lower[n], ()) if e.kind == "event"]
            if (
                nouns
                and sentence.pos[n] == "NOUN"
                and lower[n - 1] in ("for", "official", "hold", "in")
            ):
                return nouns[-1].form
    return entry.form


def _day(sentence: Sentence, at: int, scene: Scene, span: tuple[int, int]) -> DateMention | None:
    """The date in the clause, else in the sentence; bounds ("since May") are none."""
    for start, end in (span, (sentence.start, sentence.end)):
        days = [
            day
            for day in scene.dates.within(start, end)
            if day.type in ("DATE", "TIME")
            and day.earliest
            and day.latest
            and (day.latest - day.earliest).days < 370
            and not _is_bound(sentence, day)
            and not _in_speech(scene, day.span.start)
        ]
        day = nearest(days, sentence.at(at), sentence.to(at + 1))
        if day is not None:
            return day
    return None


def _is_bound(sentence: Sentence, day: DateMention) -> bool:
    n = sentence.position(day.span.start)
    return bool(BOUNDS.intersection(sentence.lower[max(0, n - 2) : n]))


def _place(sentence: Sentence, at: int, scene: Scene, span: tuple[int, int]) -> Location | None:
    """Where: a building or city behind "in" or "at" in the clause, else a state."""
    spots = [
        place
        for place in scene.places.within(*span)
        if place.kind not in ("demonym", "institution") and _is_placed(sentence, place)
    ]
    ranked = sorted(
        spots,
        key=lambda p: (
            p.span.start < sentence.at(at),
            ("facility", "city").index(p.kind) if p.kind in ("facility", "city") else 2,
            p.span.start,
        ),
    )
    return ranked[0] if ranked else None


def _is_placed(sentence: Sentence, place: Location) -> bool:
    n = sentence.position(place.span.start)
    before = sentence.lower[max(0, n - 3) : n]
    return bool(PLACING.intersection(before)) and not {"since", "of"}.intersection(before[-1:])


def _status(sentence: Sentence, at: int, day: DateMention | None, scene: Scene) -> Status:
    lower = sentence.lower
    if words("cancelled").intersection(lower[max(0, at - WINDOW) : at + WINDOW]):
        return "cancelled"
    reference = scene.segment_at(sentence.at(at)).reference
    if day is not None and day.earliest and reference and day.earliest != reference:
        return "planned" if day.earliest > reference else "held"
    near = lower[max(0, at - WINDOW) : at + 4]
    infinitive = any(
        a in ("are", "is", "to") and b == "to" for a, b in zip(near, near[1:], strict=False)
    )
    return "planned" if words("planned").intersection(near) or infinitive else "held"


def _joint_act(sentence: Sentence, scene: Scene) -> list[Sighting]:
    """A joint act of people of several states, which they must have met for."""
    for at, word in enumerate(sentence.lower):
        if word not in words("joint") or sentence.pos[at] not in ("VERB", ""):
            continue
        first, last = _clause(sentence, at)
        span = (sentence.at(first), sentence.to(last))
        people = [a for a in people_in(scene, span[0], sentence.at(at)) if a.type == "person"]
        if len({actor.country or actor.id for actor in people}) < 2:
            people = []
        if not people and not words("several").intersection(sentence.lower[:at]):
            return []
        if _in_speech(scene, sentence.at(at)):
            return []
        return [_sighting(sentence, at, "meeting", "weak", people, scene, span, again=False)]
    return []
