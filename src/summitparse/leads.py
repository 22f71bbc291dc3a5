"""Who matters in a text: those who act for states, and whom "both sides" and "the leaders" mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from summitparse import english
from summitparse.english.titles import titles
from summitparse.lexicon import words_of
from summitparse.models import Actor

__all__ = [
    "HOW_MANY",
    "acts_privately",
    "envoys",
    "holds_office",
    "leading",
    "leading_states",
    "names_nobody",
]

HOW_MANY = english.values("small number")
"""What small numbers in words say of those who act together."""

HEAD = 1000
"""Characters at the head of a story in which those who matter are named."""
OFTEN = 4
"""Mentions from which a person without a known office is taken to lead."""
MOST = 7
"""Most who are taken to lead a story."""


@cache
def _words(name: str) -> frozenset[str]:
    return words_of(Path(__file__).with_name("leads.toml"), name)


def holds_office(actor: Actor) -> bool:
    """Whether the actor is a person with a title that lets them act for a state or bloc.

    >>> from summitparse.models import Span
    >>> span = (Span(start=0, end=3, text="Ana"),)
    >>> holds_office(Actor(id="a1", name="Ana", type="person", role="Prime Minister", mentions=span))
    True
    """
    return actor.type == "person" and _is_office(actor.role or "")


def acts_privately(actor: Actor) -> bool:
    """Whether a person's role binds nobody but themselves ("candidate", "analyst")."""
    return not (_words("private") | titles("private")).isdisjoint(
        (actor.role or "").lower().split()
    )


def _is_office(role: str) -> bool:
    return any(word in titles("office") for word in role.lower().split())


def names_nobody(actor: Actor) -> bool:
    """Whether a group's name says only that several act ("the two sides", "foreign ministers")."""
    generic = _words("generic") | titles("office")
    return actor.type in ("group", "organization") and all(
        word in generic for word in actor.name.lower().split()
    )


def envoys(actors: Sequence[Actor]) -> dict[str, Actor]:
    """Who stands for each state, by ISO code: its first leader or minister in the text.

    Where none has a title, the first person introduced as the state's own ("Norway's Ida Holm"), or
    named often.
    """
    found: dict[str, Actor] = {}
    for actor in actors:
        if actor.country and holds_office(actor):
            found.setdefault(actor.country, actor)
    for actor in actors:
        known = not actor.role or len(actor.mentions) >= OFTEN
        if actor.country and actor.type == "person" and known:
            found.setdefault(actor.country, actor)
    return found


def leading(actors: Sequence[Actor], start: int, end: int) -> tuple[Actor, ...]:
    """Who leads the story between two offsets: people of office named at its head, one per state.

    Where fewer than two are named, the states at the head, if a group of officials acts together
    ("the presidents of ..."); else nobody.
    """
    own = envoys(actors)
    near = [actor for actor in actors if any(start <= m.start < end for m in actor.mentions)]
    near.sort(key=lambda actor: _first(actor, start))
    people: dict[str, Actor] = {}
    for actor in near:
        if holds_office(actor) or (
            actor.type == "person" and own.get(actor.country or "") == actor
        ):
            people.setdefault(actor.country or actor.id, actor)
    heads = [actor for actor in people.values() if _first(actor, start) < start + HEAD]
    if len(heads) > 1:
        return tuple(heads[:MOST])
    if not any(a.type == "group" and _is_office(a.role or a.name) for a in near):
        return ()
    states = [a for a in near if a.type == "country" and _first(a, start) < start + HEAD]
    return tuple(people.get(state.country or "", state) for state in states[:MOST])


def leading_states(actors: Sequence[Actor], start: int) -> tuple[Actor, ...]:
    """The states named most at the head of the story, in falling order; of equals the one named first.

    Nobody where nobody in the text acts for a state.
    """
    if not any(holds_office(a) or (a.type == "group" and _is_office(a.name)) for a in actors):
        return ()
    counts = {
        actor.id: sum(start <= mention.start < start + HEAD for mention in actor.mentions)
        for actor in actors
        if actor.type == "country"
    }
    named = [actor for actor in actors if counts.get(actor.id)]
    return tuple(sorted(named, key=lambda actor: -counts[actor.id])[:MOST])


def _first(actor: Actor, start: int) -> int:
    """Offset of the actor's first mention behind `start`."""
    return next(m.start for m in actor.mentions if m.start >= start)
