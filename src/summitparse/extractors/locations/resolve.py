"""Which bearer of its name a mention means: the document decides, then prominence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import cos, radians
from typing import NamedTuple

from summitparse.extractors.locations.gazetteer import Place

__all__ = ["Choice", "Mention", "resolve"]

COUNTRY_VOTE, STATE_VOTE, NEAR_VOTE, CAPITAL = 12.0, 18.0, 6.0, 6.0
"""What the document's evidence is worth, in units of 10 log10 of the population."""
NEAR = 2.0
"""Degrees (of latitude) within which two places support each other."""


class Mention(NamedTuple):
    """A place in the text before it is resolved."""

    start: int
    end: int
    key: str
    kind: str | None
    """Kind read off the text; None: that of the bearer."""
    places: tuple[Place, ...]
    """Bearers of the name; empty for what no table knows."""
    within: tuple[str | None, str] | None
    """Country and division that the text itself names ("Paris, Texas")."""


class Choice(NamedTuple):
    """The bearer that was chosen, and why; the context's place where there is none."""

    place: Place | None
    near: Place | None
    reason: str


def resolve(mentions: Sequence[Mention]) -> list[Choice]:
    """One choice for each mention, in the same order; one bearer per name unless the text differs."""
    votes = _Votes(Counter(), Counter(), [])
    for mention in mentions:
        _vote(votes, mention)
    senses: dict[str, Choice] = {}
    for mention in mentions:
        if mention.places and mention.within and mention.key not in senses:
            senses[mention.key] = _choose(mention, votes)
    out = []
    for mention in mentions:
        if not mention.places:
            out.append(Choice(None, None, ""))
            continue
        if mention.within:
            out.append(_choose(mention, votes))
            continue
        if mention.key not in senses:
            senses[mention.key] = _choose(mention, votes)
        out.append(senses[mention.key])
    return _with_context(mentions, out)


class _Votes(NamedTuple):
    countries: Counter[str]
    states: Counter[tuple[str, str]]
    anchors: list[Place]


def _vote(votes: _Votes, mention: Mention) -> None:
    """What is unambiguous says where the document plays."""
    places = mention.places
    if mention.within:
        country, admin1 = mention.within
        votes.countries[country or ""] += 1
        if admin1:
            votes.states[country or "", admin1] += 2
    if len(places) == 1 and places[0].country:
        votes.countries[places[0].country] += 1
        if places[0].admin1:
            votes.states[places[0].country, places[0].admin1] += 1
        if places[0].kind == "city":
            votes.anchors.append(places[0])


def _choose(mention: Mention, votes: _Votes) -> Choice:
    options = _inside(mention)
    if len(options) == 1:
        reason = (
            "the text names the country or state"
            if mention.within
            else "the only bearer of the name"
        )
        return Choice(options[0], None, reason)
    own = [p for p in mention.places if p.country]
    best = max(options, key=lambda place: _score(place, votes, own))
    return Choice(best, None, _why(best, options, votes))


def _inside(mention: Mention) -> tuple[Place, ...]:
    """The bearers in the country or division that the text names."""
    if not mention.within:
        return mention.places
    country, admin1 = mention.within
    fits = [
        p for p in mention.places if p.country == country and (not admin1 or p.admin1 == admin1)
    ]
    smaller = [p for p in fits if p.kind not in ("country", "state")]
    return tuple(smaller or fits) or mention.places


def _score(place: Place, votes: _Votes, own: list[Place]) -> float:
    score = float(place.weight)
    total = sum(votes.countries.values())
    if total and place.country:
        score += COUNTRY_VOTE * votes.countries[place.country] / total
    states = sum(votes.states.values())
    if states and place.country and place.admin1:
        score += STATE_VOTE * votes.states[place.country, place.admin1] / states
    if any(_close(place, anchor) for anchor in votes.anchors[:50] if anchor not in own):
        score += NEAR_VOTE
    return score + (CAPITAL if place.code == "PPLC" else 0)


def _close(one: Place, other: Place) -> bool:
    high = abs(one.latitude - other.latitude)
    wide = abs(one.longitude - other.longitude) * cos(radians(one.latitude))
    return high <= NEAR and wide <= NEAR


def _why(best: Place, options: Sequence[Place], votes: _Votes) -> str:
    if best is max(options, key=lambda place: place.weight):
        return "the most prominent bearer of the name"
    if votes.states[best.country or "", best.admin1]:
        return "the text is about this state or province"
    if votes.countries[best.country or ""]:
        return "the text is about this country"
    return "near other places of the text"


# ------------------------------------------------------------------ what no table knows
def _with_context(mentions: Sequence[Mention], choices: list[Choice]) -> list[Choice]:
    """Facilities and unknown towns take the place named nearest before or after them."""
    anchors = [
        (mention, choice.place)
        for mention, choice in zip(mentions, choices, strict=True)
        if choice.place and choice.place.country and choice.place.kind != "demonym"
    ]
    out = []
    previous = 0
    for mention, choice in zip(mentions, choices, strict=True):
        while previous < len(anchors) and anchors[previous][0].start <= mention.start:
            previous += 1
        if choice.place:
            out.append(choice)
            continue
        around = anchors[max(previous - 3, 0) : previous + 2]
        near = _nearest(mention, around)
        reason = (
            f"not in the gazetteer; placed by {near.name} near by"
            if near
            else "not in the gazetteer"
        )
        out.append(Choice(None, near, reason))
    return out


def _nearest(mention: Mention, around: list[tuple[Mention, Place]]) -> Place | None:
    def distance(item: tuple[Mention, Place]) -> tuple[int, int]:
        other, place = item
        apart = max(other.start - mention.end, mention.start - other.end, 0)
        return apart // 200 - (1 if place.kind == "city" else 0), apart

    return min(around, key=distance)[1] if around else None
