"""What a text says about where it plays: the countries, states and surroundings that its names tell of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import floor
from typing import NamedTuple

from summitparse.extractors.locations.mention import Mention
from summitparse.gazetteer import Place

__all__ = ["Votes", "allowed", "cells", "count", "near_by"]

CELL = 1.5
"""Degrees of latitude and longitude within which names support each other."""
MANY = 12
"""A name of more bearers than this says nothing about where the document plays."""
ASIDE = 0.2
"""The vote of "Paris, Texas": who must say which Paris tells of a place outside the story."""
FAR = 22
"""Bearers less prominent than the first one by this tell nothing."""
WINDOW = 150
"""Characters to either side within which a country counts as named beside a place."""

NATIONS = {"country", "demonym"}


class Votes(NamedTuple):
    """What the document's names say together; each name votes once, split among its bearers."""

    countries: dict[str, float]
    states: dict[tuple[str, str], float]
    cells: dict[tuple[int, int], float]
    starts: list[int]
    tellers: list[str]
    """Countries that names without doubt tell of, and where (`starts`)."""


def count(mentions: Sequence[Mention]) -> Votes:
    """The votes of all mentions."""
    votes = Votes(defaultdict(float), defaultdict(float), defaultdict(float), [], [])
    seen: set[str] = set()
    for mention in mentions:
        places = allowed(mention)
        weight = ASIDE if mention.aside else 1.0
        country = _told(places)
        if country:
            votes.countries[country] += weight
            if not mention.aside and {place.kind for place in places} & NATIONS:
                votes.starts.append(mention.start)
                votes.tellers.append(country)
        if mention.key not in seen and 0 < len(places) <= MANY:
            seen.add(mention.key)
            _split(votes, places, weight)
    return votes


def _told(places: Sequence[Place]) -> str | None:
    """The country that a name tells of: that of all bearers, or a country that towns are named like."""
    nation = any(place.kind in NATIONS for place in places)
    large = [place for place in places if place.kind in NATIONS or place.code == "ADM1"]
    known = [place for place in places if place.weight > places[0].weight - FAR]
    found = {place.country for place in (large if nation else known)}
    return next(iter(found)) if len(found) == 1 else None


def _split(votes: Votes, places: Sequence[Place], weight: float) -> None:
    share = weight / len(places)
    for place in places:
        if place.admin1:
            votes.states[place.country or "", place.admin1] += share
        for cell in cells(place):
            votes.cells[cell] += share


def cells(place: Place) -> Iterator[tuple[int, int]]:
    """The cell of a settlement."""
    if place.kind == "city":
        yield floor(place.latitude / CELL), floor(place.longitude / CELL)


def near_by(votes: Votes, mention: Mention) -> set[str]:
    """The countries named beside a mention."""
    first = bisect_left(votes.starts, mention.start - WINDOW)
    last = bisect_right(votes.starts, mention.end + WINDOW)
    return {votes.tellers[i] for i in range(first, last) if votes.starts[i] != mention.start}


def allowed(mention: Mention) -> tuple[Place, ...]:
    """The bearers that the words around allow."""
    places = mention.places
    if mention.sense:
        places = tuple(place for place in places if place.kind == mention.sense) or places
    if not mention.within:
        return places
    country, admin1 = mention.within
    fits = [p for p in places if p.country == country and (not admin1 or p.admin1 == admin1)]
    smaller = [p for p in fits if p.kind not in ("country", "state")]
    return tuple(smaller or fits) or places
