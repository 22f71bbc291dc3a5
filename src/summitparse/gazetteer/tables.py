"""The gazetteer: what the tables say about a name.

`cities.tsv.gz` (GeoNames) stays text until a name is looked up, so that loading takes a tenth of a
second; the hand-kept tables are read at once. `training/gazetteer.py` builds the generated ones.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from summitparse.countries import Country, countries
from summitparse.english.inflection import demonym_plural
from summitparse.gazetteer.keys import fold
from summitparse.lexicon import read_table

__all__ = [
    "LONGEST_ABBREVIATION",
    "Gazetteer",
    "Place",
    "county_states",
    "gazetteer",
    "outer_place",
    "places_named",
    "state_names",
]

DATA = Path(__file__).parent / "data"
LONGEST_ABBREVIATION = 3
"""Capitals of so few letters are an abbreviation, never a town."""
COUNTRY, STATE, REGION, DEMONYM = 90, 75, 70, 65
"""Prominence of what has no population of its own; cities have 10 log10 of theirs (74 at most)."""


class Place(NamedTuple):
    """One bearer of a name."""

    name: str
    kind: str
    """country, state, region, water, city, facility, institution, demonym, other"""
    country: str | None
    admin1: str
    """First-level division, as GeoNames codes it; empty where unknown."""
    latitude: float
    longitude: float
    geonames_id: int | None
    code: str | None
    """GeoNames feature code."""
    weight: int
    """How prominent the bearer is, to choose among several."""


class Gazetteer(NamedTuple):
    """All tables, keyed as `fold` writes names."""

    known: dict[str, tuple[Place, ...]]
    """Hand-kept names: countries, provinces, regions, waters, seats, demonyms."""
    exact: dict[str, tuple[Place, ...]]
    """Abbreviations, which count only as written: US, U.A.E., Calif."""
    prefixes: dict[str, tuple[Place, ...]]
    """First parts of compounds: the Sino of Sino-Russian."""
    towns: dict[str, str]
    """Settlements, unread: `country,admin1,latitude,longitude,size,id,name;...`"""
    longest: dict[str, int]
    """First word -> words of the longest name that begins with it."""


@cache
def gazetteer() -> Gazetteer:
    """The tables, read once."""
    known: dict[str, list[Place]] = defaultdict(list)
    exact: dict[str, list[Place]] = defaultdict(list)
    for name, place in (
        *_country_names(),
        *_shared(),
        *_provinces(),
        *_places(),
        *_demonyms(),
    ):
        table, key = (exact, name) if _is_abbreviation(name) else (known, fold(name))
        if place not in table[key]:
            table[key].append(place)
    towns = _towns()
    longest: dict[str, int] = {}
    for key in [key for table in (known, towns) for key in table if " " in key]:
        first, size = key[: key.index(" ")], key.count(" ") + 1
        if size > longest.get(first, 1):
            longest[first] = size
    return Gazetteer(
        {key: tuple(places) for key, places in known.items()},
        {key: tuple(places) for key, places in exact.items()},
        {fold(word): (_people_place(c),) for c in countries().values() for word in c.prefixes},
        towns,
        longest,
    )


@lru_cache(maxsize=16_384)
def places_named(key: str) -> tuple[Place, ...]:
    """All bearers of a folded name, hand-kept ones first.

    >>> [place.country for place in places_named("niamey")]
    ['NE']
    """
    tables = gazetteer()
    packed = tables.towns.get(key)
    return tables.known.get(key, ()) + (_unpacked(key, packed) if packed else ())


@cache
def county_states() -> dict[str, tuple[str, ...]]:
    """Folded US county names and the codes of the states that have such a county."""
    rows = read_table(DATA / "counties.tsv", ("name", "states"))
    return {fold(name): tuple(states.split("|")) for name, states in rows}


@cache
def state_names() -> dict[tuple[str, str], Place]:
    """First-level divisions by country and GeoNames admin1 code."""
    return {(p.country or "", p.admin1): p for _, p in _provinces() if p.admin1}


def outer_place(country: str | None, admin1: str) -> Place | None:
    """The division, or the country where none is given, as a place."""
    if admin1:
        return state_names().get((country or "", admin1))
    facts = countries().get(country or "")
    return _country_place(facts) if facts else None


def _country_place(country: Country) -> Place:
    middle = (country.latitude, country.longitude, country.geonames_id)
    return Place(country.name, "country", country.iso, "", *middle, "PCLI", COUNTRY)


def _people_place(country: Country) -> Place:
    return _country_place(country)._replace(kind="demonym", weight=DEMONYM)


def _is_abbreviation(name: str) -> bool:
    letters = name.replace(".", "").replace("&", "").replace(" ", "")
    dotted = name.endswith(".") and len(name) < 7
    return dotted or (len(letters) <= 5 and letters.isupper())


def _country_names() -> Iterator[tuple[str, Place]]:
    for country in countries().values():
        place = _country_place(country)
        for name in (country.name, *country.aliases):
            yield name, place
        for word in _people(country):
            yield word, _people_place(country)


def _shared() -> Iterator[tuple[str, Place]]:
    """The second country of a name that two go by: Congo."""
    for word, kind, iso in read_table(DATA / "shared.tsv", ("word", "kind", "country")):
        country = countries()[iso]
        yield word, _country_place(country) if kind == "country" else _people_place(country)


def _people(country: Country) -> Iterator[str]:
    for word in (*country.demonyms, *country.people):
        yield word
        yield demonym_plural(word)


@cache
def _provinces() -> tuple[tuple[str, Place], ...]:
    columns = ("name", "country", "admin1", "latitude", "longitude", "geonames_id", "aliases")
    out = []
    for name, iso, admin1, latitude, longitude, ident, aliases in read_table(
        DATA / "provinces.tsv", columns
    ):
        point = (float(latitude), float(longitude), int(ident) if ident else None)
        code = "ADM1" if admin1 else None
        place = Place(name, "state", iso, admin1, *point, code, STATE if admin1 else REGION)
        postal = (admin1,) if iso == "US" else ()
        out += [(word, place) for word in (name, *filter(None, aliases.split("|")), *postal)]
    return tuple(out)


def _places() -> Iterator[tuple[str, Place]]:
    columns = ("kind", "name", "country", "latitude", "longitude", "aliases")
    for kind, name, iso, latitude, longitude, aliases in read_table(DATA / "places.tsv", columns):
        kind = "country" if kind == "former" else kind
        point = (float(latitude), float(longitude), None)
        place = Place(name, kind, iso or None, "", *point, None, REGION)
        for word in (name, *filter(None, aliases.split("|"))):
            yield word, place


def _demonyms() -> Iterator[tuple[str, Place]]:
    columns = ("words", "place", "country", "latitude", "longitude")
    for words, name, iso, latitude, longitude in read_table(DATA / "demonyms.tsv", columns):
        point = (float(latitude), float(longitude), None)
        place = Place(name, "demonym", iso or None, "", *point, None, DEMONYM)
        for word in words.split("|"):
            yield word, place


def _towns() -> dict[str, str]:
    """Keys and their packed places; cut in one go, because rows made one by one cost twice the time."""
    text = gzip.decompress((DATA / "cities.tsv.gz").read_bytes()).decode()
    cells = text.replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=True))


def _unpacked(key: str, packed: str) -> tuple[Place, ...]:
    towns = sorted((_town(key, row.split(",")) for row in packed.split(";")), key=_size)
    capitals: dict[str | None, Place] = {}
    for town in towns:
        if key in capitals_of(town.country or ""):
            capitals.setdefault(town.country, town)
    return tuple(
        town._replace(code="PPLC") if town in capitals.values() else town for town in towns
    )


def _size(town: Place) -> tuple[int, int]:
    return -town.weight, town.geonames_id or 0


def _town(key: str, cells: list[str]) -> Place:
    iso, admin1, latitude, longitude, size, ident, *name = cells
    point = (float(latitude), float(longitude), int(ident))
    return Place(name[0] if name else key.title(), "city", iso, admin1, *point, "PPL", int(size))


@cache
def capitals_of(iso: str) -> tuple[str, ...]:
    """The folded names of a country's capital."""
    country = countries().get(iso)
    return tuple(fold(name) for name in country.capitals) if country else ()
