"""Which bearer of its name a mention means: the document decides, then prominence.

A sum of few terms, in units of 10 log10 of the population: how prominent a bearer is, how often the
document names its country and its state or province, whether the dateline or the words beside name
them, how many other names of the document have a bearer near by. The text's own words come first
("Paris, Texas", "the state of Georgia").
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from summitparse.extractors.locations.context import with_context
from summitparse.extractors.locations.mention import Choice, Mention
from summitparse.extractors.locations.votes import MANY, Votes, allowed, cells, count, near_by
from summitparse.gazetteer import Place

__all__ = ["resolve"]

COUNTRY_VOTE, STATE_VOTE, NEAR_VOTE, CAPITAL = 20.0, 34.0, 5.0, 3.0
MOST_NEAR = 3.0
"""No more names near by than this count."""
FEW = 2.0
"""Fewer votes than this aren't the whole text's."""
HOME, HOME_STATE = 6.0, 6.0
"""For the country and for the state of the dateline."""
BESIDE, SEAT = 8.0, 14.0
"""For a country named beside the place, and for its capital."""
SEAT_WEIGHT = 50
"""The least prominence of a capital whose country is named beside it."""
SAID_BEFORE, SAID_AFTER = 29.0, 10.0
"""For the bearer that the text itself tells at another mention of the name."""
APART = -60.0
NAMESAKE = 45
"""Prominence of a state whose metropolis bears its name: New York means the city."""
METROPOLIS = 57
SAID = "the words around say which bearer of the name is meant"


class _Case(NamedTuple):
    """What speaks for the bearers of a name, at some mentions of it."""

    votes: Votes
    home: Place | None
    """The place of the dateline."""
    beside: frozenset[str] = frozenset()
    """Countries named beside the mentions."""
    apart: frozenset[str] = frozenset()
    """Countries that the words around tell the place apart from."""
    said: tuple[Place | None, float] = (None, 0.0)
    """The bearer that the text tells at another mention of the name, and what that counts."""


def resolve(mentions: Sequence[Mention], breaks: Sequence[int] = ()) -> list[Choice]:
    """One choice for each mention, in the same order; one bearer per name unless the text differs.

    `breaks` are the offsets at which sentences end.
    """
    case = _Case(count(mentions), None)
    groups: dict[str, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        groups[mention.key].append(i)
    lead = next((mention.key for mention in mentions if mention.lead and mention.places), None)
    if lead is not None:
        first = next(i for i in groups[lead] if mentions[i].lead)
        case = case._replace(home=_group(mentions, groups[lead], case)[first].place)
    choices: dict[int, Choice] = {}
    for group in groups.values():
        choices |= _group(mentions, group, case)
    return with_context(mentions, [choices[i] for i in range(len(mentions))], breaks)


def _group(mentions: Sequence[Mention], group: Sequence[int], case: _Case) -> dict[int, Choice]:
    """The choices for all mentions of one name."""
    apart = frozenset(country for i in group for country in mentions[i].apart)
    out = {i: _alone(mentions[i], case, apart) for i in group if _is_told(mentions[i])}
    told = list(out)
    runs: dict[int, list[int]] = defaultdict(list)
    for i in group:
        if i not in out:
            runs[bisect_left(told, i)].append(i)
    for before, run in runs.items():
        said: tuple[Place | None, float] = (None, 0.0)
        if told:
            nearest, full = (told[before - 1], SAID_BEFORE) if before else (told[0], SAID_AFTER)
            owned = mentions[nearest].within is not None and not mentions[nearest].aside
            full = (
                0.0 if owned and not before else full
            )  # "India's Punjab" tells it from one before
            said = out[nearest].place, _weight(mentions[nearest], full)
        choice = _choose(mentions[run[0]], _with_words(case, [mentions[i] for i in run], said))
        out |= dict.fromkeys(run, choice)
    return out


def _is_told(mention: Mention) -> bool:
    return not mention.places or mention.within is not None or mention.sense is not None


def _weight(mention: Mention, full: float) -> float:
    """A state behind a town ("Atlanta, Georgia") says little of the name elsewhere, a dateline much."""
    if mention.lead:
        return full * 2
    return full / 4 if mention.aside and mention.within is None else full


def _with_words(case: _Case, run: Sequence[Mention], said: tuple[Place | None, float]) -> _Case:
    beside = frozenset(country for mention in run for country in near_by(case.votes, mention))
    apart = frozenset(country for mention in run for country in mention.apart)
    return case._replace(beside=beside, apart=apart, said=said)


def _alone(mention: Mention, case: _Case, apart: frozenset[str]) -> Choice:
    """The choice for a mention that no table knows, or of which the text tells itself; `apart`:
    what its name is told apart from anywhere.
    """
    if mention.places:
        own = mention._replace(apart=mention.apart or apart)
        return _choose(mention, _with_words(case, [own], (None, 0.0)))
    inner = mention._replace(places=mention.inner, within=None, sense=None)
    near = _choose(inner, case).place if mention.inner else None
    return Choice(None, near, "not in the gazetteer")


# ------------------------------------------------------------------ the choice
def _choose(mention: Mention, case: _Case) -> Choice:
    options = allowed(mention)
    if len(options) == 1:
        said = mention.within or mention.sense
        return Choice(options[0], None, SAID if said else "the only bearer of the name")
    case = case._replace(beside=case.beside - _large(options), said=_said(options, case))
    own: dict[tuple[int, int], float] = defaultdict(float)
    if len(mention.places) <= MANY:
        for cell in (cell for place in options for cell in cells(place)):
            own[cell] += 1 / len(options)
    best = max(options, key=lambda place: _score(place, options, case, own))
    return Choice(best, None, _why(best, options, case))


def _said(options: Sequence[Place], case: _Case) -> tuple[Place | None, float]:
    """A town told once says little of a country's name elsewhere: "Lebanon, Ohio"."""
    place, weight = case.said
    town = place is not None and place.kind == "city"
    nation = any(option.kind == "country" for option in options)
    return place, weight / 4 if town and nation else weight


def _large(options: Sequence[Place]) -> set[str | None]:
    """Countries whose bearers no country beside speaks for: where a country or a sea has the name."""
    wide = any(place.country is None for place in options)
    nation = any(place.kind == "country" for place in options)
    return {
        place.country
        for place in options
        if wide or place.kind == "country" or (nation and place.kind == "state")
    }


def _score(
    place: Place, options: Sequence[Place], case: _Case, own: dict[tuple[int, int], float]
) -> float:
    votes, score = case.votes, float(_prominence(place, options, case))
    total = max(sum(votes.countries.values()), FEW)
    if place.country:
        score += COUNTRY_VOTE * votes.countries.get(place.country, 0.0) / total
    states = max(sum(votes.states.values()), FEW)
    if place.country and place.admin1:
        score += STATE_VOTE * votes.states.get((place.country, place.admin1), 0.0) / states
    score += NEAR_VOTE * min(_support(place, votes, own), MOST_NEAR)
    return score + _by_words(place, case)


def _by_words(place: Place, case: _Case) -> float:
    """What the dateline, the countries beside and other mentions of the name say for a bearer."""
    score = CAPITAL if place.code == "PPLC" else 0.0
    if case.home and place.country == case.home.country and place != case.home:
        score += HOME
        score += HOME_STATE if place.admin1 and place.admin1 == case.home.admin1 else 0.0
    if place.country in case.beside:
        score += BESIDE + (SEAT if place.code == "PPLC" else 0.0)
    if place.country in case.apart:
        score += APART
    return score + (case.said[1] if place == case.said[0] else 0.0)


def _support(place: Place, votes: Votes, own: dict[tuple[int, int], float]) -> float:
    """How many other names have a bearer in the cells around."""
    for row, column in cells(place):
        around = [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        return sum(max(votes.cells.get(cell, 0.0) - own.get(cell, 0.0), 0.0) for cell in around)
    return 0.0


def _prominence(place: Place, options: Sequence[Place], case: _Case) -> int:
    if place.code == "PPLC" and place.country in case.beside:
        return max(place.weight, SEAT_WEIGHT)
    if place.kind != "state":
        return place.weight
    shadowed = any(
        other.kind == "city"
        and other.country == place.country
        and (other.weight >= METROPOLIS or other.code == "PPLC")
        for other in options
    )
    return NAMESAKE if shadowed else place.weight


def _why(best: Place, options: Sequence[Place], case: _Case) -> str:
    if best is max(options, key=lambda place: place.weight):
        return "the most prominent bearer of the name"
    if case.said[0] == best:
        return SAID
    if case.votes.states.get((best.country or "", best.admin1), 0.0) > 1:
        return "the text is about this state or province"
    if case.votes.countries.get(best.country or ""):
        return "the text is about this country"
    return "prominence, and other places of the text near by"
