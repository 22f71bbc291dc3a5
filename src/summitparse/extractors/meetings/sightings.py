"""Sightings: the places in a text that tell of a meeting, with who, when and where as said there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from summitparse import english
from summitparse.extractors.meetings.lexicon import Entry, entries, group_words, words
from summitparse.extractors.meetings.scene import Scene, people_in
from summitparse.grounding import event_day, mentions_between
from summitparse.models import Actor, DateMention, Location
from summitparse.syntax.sentences import Sentence
from summitparse.syntax.standing import Standing, standing
from summitparse.view import is_inside

__all__ = ["Sighting", "sightings_of"]

Status = Literal["held", "ongoing", "planned", "cancelled"]

CLOSING = frozenset([";", ".", ":", "—", "–"])
POSSESSIVE = english.words("possessive mark")
OWNERS = english.words("pronoun", "third", "personal", "possessive")
PLACING = english.words("preposition", "position")
BE = english.words("be", "full", "third")
FAR, CLOSE = 60, 9
"""Words behind the cue in which its place stands: of a meeting, of a joint act."""
REAL, OFF = ("fact", "planned"), ("cancelled", "postponed")
ORDINAL = english.words("small ordinal")
WINDOW = 6
COMING = 14
"""How many words before the visit the words of arrival may stand."""
RANKS = ("named", "visit", "weak")
COARSE = 8
"""Days; a date that covers more doesn't say when a meeting was, though it may say of a visit."""


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
    own: bool = False
    """Whether the words bring in an event of its own ("held a welcoming ceremony")."""
    together: bool = False
    """Whether the words speak of several who act, without naming them."""
    noun: bool = True
    """Whether a word for a meeting stands there; else only a joint act tells of it."""


def sightings_of(sentence: Sentence, scene: Scene) -> list[Sighting]:
    """The sightings of a sentence; of those that share a clause the one that says most."""
    found: list[Sighting] = []
    for at, word in enumerate(sentence.lower):
        entry = _entry(sentence, at, word)
        if entry is None or _in_speech(scene, sentence.at(at)):
            continue
        sighting = _read(sentence, at, entry, scene)
        if sighting is not None:
            found.append(sighting)
    if not any(one.kind == "named" for one in found):
        found += _joint_act(sentence, scene)
    kept: list[Sighting] = []
    for one in sorted(found, key=lambda one: (RANKS.index(one.kind), one.at)):
        if not any(_same_event(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.at)


def _same_event(one: Sighting, other: Sighting) -> bool:
    """Whether a sighting says no more than one of the same sentence that ranks above it."""
    if one.kind == "visit" and other.kind == "named":
        return set(one.people) <= set(other.people)
    if {one.kind, other.kind} == {"visit", "weak"} and not other.form.endswith("visit"):
        return not one.noun
    return one.start < other.end and other.start < one.end


def _in_speech(scene: Scene, offset: int) -> bool:
    return is_inside(scene.speech, offset)


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
    told = standing(sentence.tokens[at + len(entry.words) - 1])
    if told == "unreal":
        return None
    if before[-1:] == ("to",) and told == "fact" and not _is_planned(before):
        return None
    first, last = _clause(sentence, at)
    start, end = sentence.at(first), sentence.to(last)
    people = _participants(sentence, at, entry, scene, (first, last))
    kind = _kind(sentence, at, entry, people)
    if told in OFF:
        people = people or _visitor_behind(sentence, at, entry, scene, last)
        kind = _kind_off(entry, people)
    if kind is None:
        return None
    if kind == "weak" and len({a.country or a.id for a in people if a.type == "person"}) < 2:
        people = []
    again = bool({"again", "next"}.intersection(sentence.lower[max(0, at - 3) : at + 3]))
    form = _form(sentence, at, entry)
    if _only_intended(before):
        day = _day(sentence, at, scene, (start, end), coarse=False)
        if day is None or day.span.start < sentence.at(at):
            return None
    made = _sighting(sentence, at, form, kind, people, scene, (start, end), again)
    made = _as_told(made, told, scene)
    own = entry.kind == "event" and bool({"a", "an"}.intersection(before[-4:]))
    group = entry.kind == "together" and kind == "weak"
    return replace(made, own=own and bool(words("light").intersection(before)), together=group)


def _visitor_behind(
    sentence: Sentence, at: int, entry: Entry, scene: Scene, last: int
) -> list[Actor]:
    """Whose visit is called off by the hosts: "a visit by X"."""
    if entry.kind != "visit" or sentence.lower[at + 1 : at + 2] not in (("by",), ("of",)):
        return []
    people = people_in(scene, sentence.at(at), sentence.to(last))
    return [actor for actor in people if actor.type == "person"][:1]


def _kind_off(entry: Entry, people: list[Actor]) -> Literal["named", "visit", "weak"] | None:
    """What sort of sighting a meeting is that doesn't take place."""
    if entry.kind == "visit" and people:
        return "visit"
    return "named" if len({actor.country or actor.id for actor in people}) > 1 else "weak"


def _as_told(made: Sighting, told: Standing, scene: Scene) -> Sighting:
    """The sighting with what the text says of it; what is put off to a day is planned for that day."""
    if told == "postponed":
        day = _new_day(made, scene)
        if day is not None:
            return replace(made, status="planned", day=day, again=True)
    if told in OFF:
        return replace(made, status="cancelled")
    return replace(made, status="planned") if told == "planned" else made


def _new_day(made: Sighting, scene: Scene) -> DateMention | None:
    """The day that a meeting is put off to: behind "to", "until" or "for"."""
    sentence = made.sentence
    for day in scene.dates.within(sentence.at(made.at), sentence.end):
        n = sentence.position(day.span.start)
        if sentence.lower[n - 1] in words("new_day") and day.earliest is not None:
            return day
    return None


def _is_planned(before: tuple[str, ...]) -> bool:
    """Whether an infinitive is a plan: "are to meet", "expect to meet", "agreed to meet"."""
    plans = words("planned") | words("plans_to")
    return bool(plans.intersection(before))


def _only_intended(before: tuple[str, ...]) -> bool:
    """Whether the words before an event only say that it shall be ("to hold summits")."""
    return any(a == "to" and b in words("light") for a, b in pairwise(before))


def _sighting(
    sentence: Sentence,
    at: int,
    form: str,
    kind: Literal["named", "visit", "weak"],
    people: list[Actor],
    scene: Scene,
    span: tuple[int, int],
    again: bool,
    noun: bool = True,
) -> Sighting:
    planned = bool(words("planned").intersection(sentence.lower[max(0, at - WINDOW) : at + WINDOW]))
    day = _day(sentence, at, scene, span, coarse=kind == "visit" or again or planned)
    place = _place(sentence, at, scene, span, visit=kind == "visit", reach=FAR if noun else CLOSE)
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
        comma = lower[n] == "," and n + 1 < size and lower[n + 1] in words("turns")
        if (
            lower[n] in CLOSING
            or comma
            or lower[n] in words("said")
            or lower[n : n + 2] == ("as", "a")
        ):
            last = n
            break
    return first, max(last, at + 1)


def _participants(
    sentence: Sentence, at: int, entry: Entry, scene: Scene, clause: tuple[int, int]
) -> list[Actor]:
    first, last = clause
    if entry.kind == "visit":
        return _visitor(sentence, at, scene, first)
    if _is_named(sentence, at):
        return _of_named(sentence, at, scene, first)
    left = people_in(scene, sentence.at(first), sentence.at(at))
    right = people_in(scene, sentence.at(at), sentence.to(last))
    right = [a for a in right if a not in left and not _is_place(sentence, a, at, last)]
    if entry.kind in ("host", "together"):
        left = [a for a in left if not _only_after(sentence, a, (first, at), owner=True)]
    if entry.kind == "host":
        right = [a for a in right if not _only_after(sentence, a, (at, last), owner=False)]
    left = [a for a in left if not _is_place(sentence, a, first, at)]
    if entry.kind == "host" and not (left and _guest(sentence, at, last, right)):
        return []
    both = [*left, *right]
    people = [actor for actor in both if actor.type == "person"]
    return people if len(people) > 1 else both


def _is_named(sentence: Sentence, at: int) -> bool:
    """Whether the event has a name of its own: "the Nile Basin Forum"."""
    before = sentence.tokens[at - 1].text if at else ""
    return sentence.tokens[at].text.istitle() and (before[:1].isupper() or before in (")", "-"))


def _of_named(sentence: Sentence, at: int, scene: Scene, first: int) -> list[Actor]:
    """Who took part in a named event: the one who attended, else the body that it is the event of."""
    near = sentence.lower[max(first, at - COMING) : at]
    if words("attending").intersection(near):
        people = people_in(scene, sentence.at(first), sentence.at(at))
        return [actor for actor in people if actor.type == "person"][-1:]
    if not words("at_event").intersection(near):
        return []
    bodies = scene.index.within(sentence.at(max(first, at - COMING)), sentence.to(at + 1))
    return [actor for actor in bodies if actor.type == "organization"][-1:]


def _guest(sentence: Sentence, at: int, last: int, right: list[Actor]) -> bool:
    """Whether somebody in a verb of hosting's clause is its guest, not the owner of something."""
    return any(
        mention.end == sentence.end
        or sentence.lower[sentence.position(mention.end)] not in POSSESSIVE
        for actor in right
        for mention in mentions_between(actor, sentence.at(at), sentence.to(last))
        if sentence.position(mention.end) < len(sentence.lower)
    )


def _only_after(sentence: Sentence, actor: Actor, part: tuple[int, int], *, owner: bool) -> bool:
    """Whether an actor is only the owner of somebody ("*her* husband"), or a sender ("from X")."""
    here = mentions_between(actor, sentence.at(part[0]), sentence.at(part[1]))
    if owner:
        return bool(here) and all(m.text.lower() in OWNERS for m in here)
    spots = [sentence.position(m.start) for m in here]
    return bool(here) and all("from" in sentence.lower[max(0, n - 2) : n] for n in spots)


def _is_place(sentence: Sentence, actor: Actor, first: int, last: int) -> bool:
    """Whether a state is only named as where it was ("in Norway")."""
    if actor.type != "country":
        return False
    here = mentions_between(actor, sentence.at(first), sentence.at(last))
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
        group = group_words().intersection(lower[max(0, at - 2 * WINDOW) : at])
        return "named" if several else "weak" if group else None
    if entry.kind == "visit":
        return _visit_kind(sentence, at, people)
    if _is_named(sentence, at) and people:
        return "visit"
    light = bool(words("light").intersection(before))
    if several and (light or words("before_parties").intersection(behind)):
        return "named"
    definite = bool(words("anaphors").intersection(before[-3:])) or bool(
        POSSESSIVE.intersection(before)
    )
    told = bool(words("before_held").intersection(before)) and bool(
        {"a", "an"}.intersection(before[-5:])
    )
    happens = bool(words("happens").intersection(behind))
    return "weak" if definite or light or told or happens else None


def _visit_kind(
    sentence: Sentence, at: int, people: list[Actor]
) -> Literal["visit", "weak"] | None:
    """A visit that somebody makes or made; one that is only counted or spoken of is the meeting's."""
    near = sentence.lower[max(0, at - 4) : at]
    coming = bool(words("coming").intersection(sentence.lower[max(0, at - COMING) : at]))
    if not people or (ORDINAL.intersection(near) and not coming):
        return "weak" if {"the", "this"}.intersection(near[-2:]) else None
    whose = bool((OWNERS | POSSESSIVE | words("visits")).intersection(near))
    to = sentence.lower[at + 1 : at + 2] == ("to",)
    return "visit" if coming or (whose and to) else "weak"


def _form(sentence: Sentence, at: int, entry: Entry) -> str:
    """The form as reported; a verb's is that of the noun it brings ("hosted X for talks")."""
    lower = sentence.lower
    if entry.kind == "visit" and at and lower[at - 1] in words("visits"):
        return f"{lower[at - 1]} visit"
    if entry.kind in ("host", "together"):
        for n in range(at + 1, len(lower)):
            nouns = [e for e in entries().get(lower[n], ()) if e.kind == "event"]
            if nouns and sentence.pos[n] == "NOUN" and lower[n - 1] in words("before_form"):
                return nouns[-1].form
    return entry.form


def _day(
    sentence: Sentence, at: int, scene: Scene, span: tuple[int, int], *, coarse: bool
) -> DateMention | None:
    """The date in the clause, else in the sentence; bounds ("since May") are none."""
    for start, end in (span, _between_marks(sentence, at)):
        days = [
            day
            for day in scene.dates.within(start, end)
            if day.type in ("DATE", "TIME")
            and day.earliest
            and day.latest
            and (day.latest - day.earliest).days < (370 if coarse else COARSE)
            and not _is_bound(sentence, day)
            and not _in_speech(scene, day.span.start)
        ]
        day = event_day(days, sentence.tokens[at])
        if day is not None:
            return day
    return None


def _between_marks(sentence: Sentence, at: int) -> tuple[int, int]:
    """The characters around a position up to the next colon, semicolon or dash on either side."""
    first = next((n + 1 for n in range(at - 1, -1, -1) if sentence.lower[n] in CLOSING), 0)
    size = len(sentence.lower)
    last = next((n for n in range(at + 1, size) if sentence.lower[n] in CLOSING), size)
    return sentence.at(first), sentence.to(last)


def _is_bound(sentence: Sentence, day: DateMention) -> bool:
    n, behind = sentence.position(day.span.start), sentence.position(day.span.end)
    if sentence.lower[behind : behind + 2] == (",", "when"):
        return False
    return bool(words("limits").intersection(sentence.lower[max(0, n - 2) : n]))


def _place(
    sentence: Sentence, at: int, scene: Scene, span: tuple[int, int], *, visit: bool, reach: int
) -> Location | None:
    """Where: a building or city behind "in" or "at" in the clause, else a state.

    `visit` lets "to" name the place; `reach` is how many words behind the cue it may stand.
    """
    spots = [
        place
        for place in scene.places.within(*span)
        if place.kind not in ("demonym", "institution", "water")
        and _is_placed(sentence, place, at, reach, visit)
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


def _is_placed(sentence: Sentence, place: Location, at: int, reach: int, visit: bool) -> bool:
    n = sentence.position(place.span.start)
    if n > at + reach:
        return False
    if place.kind == "facility" and n > at:
        return True
    before = sentence.lower[max(0, n - 3) : n]
    placing = PLACING | {"to"} if visit else PLACING
    return bool(placing.intersection(before)) and not {"since", "of"}.intersection(before[-1:])


def _status(sentence: Sentence, at: int, day: DateMention | None, scene: Scene) -> Status:
    lower = sentence.lower
    reference = scene.segment_at(sentence.at(at)).reference
    if day is not None and day.earliest and reference and day.earliest != reference:
        return "planned" if day.earliest > reference else "held"
    near = lower[max(0, at - WINDOW) : at + 4]
    infinitive = any(
        (a in ("are", "is") and b == "to") or (a == "to" and b in words("light"))
        for a, b in pairwise(near)
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
        near = sentence.lower[max(0, at - 2 * WINDOW) : at]
        if at and sentence.lower[at - 1] in BE:
            near = sentence.lower[at : at + WINDOW]
            people = [a for a in people_in(scene, *span) if a.type == "person"]
            people = people if "by" in near and len(people) > 1 else []
        if _in_speech(scene, sentence.at(at)) or standing(sentence.tokens[at]) not in REAL:
            return []
        if people or group_words().intersection(near):
            made = _sighting(
                sentence, at, "meeting", "weak", people, scene, span, again=False, noun=False
            )
            return [replace(made, noun=False, together=True)]
    return []
