"""Which bearer of its name a mention means: the document decides, then prominence.

A sum of few terms, in units of 10 log10 of the population: how prominent a bearer is, how often the
document names its country and its state or province, how many other names of the document have a
bearer near by. The text's own words come first ("Paris, Texas", "the state of Georgia").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import floor
from typing import NamedTuple

from summitparse.extractors.locations.context import with_context
from summitparse.extractors.locations.mention import Choice, Mention
from summitparse.gazetteer import Place

__all__ = ["resolve"]

COUNTRY_VOTE, STATE_VOTE, NEAR_VOTE, CAPITAL = 18.0, 28.0, 5.0, 3.0
MOST_NEAR = 3.0
"""No more names near by than this count."""
CELL = 1.5
"""Degrees of latitude and longitude within which names support each other."""
MANY = 12
"""A name of more bearers than this says nothing about where the document plays."""
NAMESAKE = 45
"""Prominence of a state whose metropolis bears its name: New York means the city."""
METROPOLIS = 57


class _Votes(NamedTuple):
    """What the document's names say together; each name votes once, split among its bearers."""

    countries: Counter[str]
    states: dict[tuple[str, str], float]
    cells: dict[tuple[int, int], float]


def resolve(mentions: Sequence[Mention]) -> list[Choice]:
    """One choice for each mention, in the same order; one bearer per name unless the text differs."""
    votes = _count(mentions)
    senses: dict[str, Choice] = {}
    for mention in sorted(mentions, key=lambda item: item.within is None):
        if mention.places and mention.sense is None and mention.key not in senses:
            senses[mention.key] = _choose(mention, votes)
    return with_context(mentions, [_choice(mention, votes, senses) for mention in mentions])


def _choice(mention: Mention, votes: _Votes, senses: dict[str, Choice]) -> Choice:
    if not mention.places:
        inner = mention._replace(places=mention.inner, within=None, sense=None)
        near = _choose(inner, votes).place if mention.inner else None
        return Choice(None, near, "not in the gazetteer")
    if mention.within or mention.sense:
        return _choose(mention, votes)
    return senses[mention.key]


# ------------------------------------------------------------------ the document's votes
def _count(mentions: Sequence[Mention]) -> _Votes:
    votes = _Votes(Counter(), defaultdict(float), defaultdict(float))
    seen: set[str] = set()
    for mention in mentions:
        places = _inside(mention)
        if len({place.country for place in places}) == 1 and places[0].country:
            votes.countries[places[0].country] += 1
        if mention.key not in seen and 0 < len(places) <= MANY:
            seen.add(mention.key)
            _split(votes, places)
    return votes


def _split(votes: _Votes, places: Sequence[Place]) -> None:
    share = 1 / len(places)
    for place in places:
        if place.admin1:
            votes.states[place.country or "", place.admin1] += share
        for cell in _cells(place):
            votes.cells[cell] += share


def _cells(place: Place) -> Iterator[tuple[int, int]]:
    """The cell of a settlement."""
    if place.kind == "city":
        yield floor(place.latitude / CELL), floor(place.longitude / CELL)


def _support(place: Place, votes: _Votes, own: dict[tuple[int, int], float]) -> float:
    """How many other names have a bearer in the cells around."""
    for row, column in _cells(place):
        around = [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        return sum(max(votes.cells.get(cell, 0.0) - own.get(cell, 0.0), 0.0) for cell in around)
    return 0.0


# ------------------------------------------------------------------ the choice
def _choose(mention: Mention, votes: _Votes) -> Choice:
    options = _inside(mention)
    if len(options) == 1:
        said = mention.within or mention.sense
        return Choice(options[0], None, SAID if said else "the only bearer of the name")
    own: dict[tuple[int, int], float] = defaultdict(float)
    if len(mention.places) <= MANY:
        for cell in (cell for place in options for cell in _cells(place)):
            own[cell] += 1 / len(options)
    best = max(options, key=lambda place: _score(place, options, votes, own))
    return Choice(best, None, _why(best, options, votes))


SAID = "the words around say which bearer of the name is meant"


def _inside(mention: Mention) -> tuple[Place, ...]:
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


def _score(
    place: Place, options: Sequence[Place], votes: _Votes, own: dict[tuple[int, int], float]
) -> float:
    score = float(_prominence(place, options))
    total = sum(votes.countries.values())
    if total and place.country:
        score += COUNTRY_VOTE * votes.countries[place.country] / total
    states = sum(votes.states.values())
    if states and place.country and place.admin1:
        score += STATE_VOTE * votes.states.get((place.country, place.admin1), 0.0) / states
    score += NEAR_VOTE * min(_support(place, votes, own), MOST_NEAR)
    return score + (CAPITAL if place.code == "PPLC" else 0)


def _prominence(place: Place, options: Sequence[Place]) -> int:
    if place.kind != "state":
        return place.weight
    shadowed = any(
        other.kind == "city"
        and other.country == place.country
        and (other.weight >= METROPOLIS or other.code == "PPLC")
        for other in options
    )
    return NAMESAKE if shadowed else place.weight


def _why(best: Place, options: Sequence[Place], votes: _Votes) -> str:
    if best is max(options, key=lambda place: place.weight):
        return "the most prominent bearer of the name"
    if votes.states.get((best.country or "", best.admin1), 0.0) > 1:
        return "the text is about this state or province"
    if votes.countries[best.country or ""]:
        return "the text is about this country"
    return "prominence, and other places of the text near by"
