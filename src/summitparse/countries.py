"""Plain facts about countries: code, English name, demonyms, capital, other names.

The table `data/countries.tsv` holds every country and territory with an ISO 3166-1 alpha-2 code,
and Kosovo under the user-assigned XK. The names are those that English news uses ("South Korea",
"Ivory Coast"); ids are GeoNames' (CC BY 4.0, see `data/LICENSE-GEONAMES`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from summitparse.english.inflection import demonym_plural
from summitparse.lexicon import read_table

__all__ = [
    "Country",
    "countries",
    "country_by_demonym",
    "country_by_name",
    "country_name",
    "country_of_capital",
]

TABLE = Path(__file__).parent / "data" / "countries.tsv"
COLUMNS = (
    "iso",
    "name",
    "geonames_id",
    "latitude",
    "longitude",
    "capitals",
    "demonyms",
    "people",
    "prefixes",
    "aliases",
)


class Country(NamedTuple):
    """One row of the table; `latitude` and `longitude` are its rough middle in WGS 84 degrees."""

    iso: str
    name: str
    geonames_id: int
    latitude: float
    longitude: float
    capitals: tuple[str, ...]
    """Names of the seat of government, the canonical one first; empty where there is none."""
    demonyms: tuple[str, ...]
    """Adjectives, which also name the people: Chinese, Afghan."""
    people: tuple[str, ...]
    """Nouns only: Spaniard, Swede."""
    prefixes: tuple[str, ...]
    """First parts of compounds, without the hyphen: Sino, Franco."""
    aliases: tuple[str, ...]
    """Other names and abbreviations: Britain, U.K., Holland."""


@cache
def countries() -> dict[str, Country]:
    """All countries by ISO 3166-1 alpha-2 code, in the order of the codes.

    >>> countries()["NL"].capitals
    ('Amsterdam',)
    """
    return {row[0]: _country(row) for row in read_table(TABLE, COLUMNS)}


def _country(row: tuple[str, ...]) -> Country:
    iso, name, ident, latitude, longitude, *cells = row
    lists = (tuple(cell.split("|")) if cell else () for cell in cells)
    return Country(iso, name, int(ident), float(latitude), float(longitude), *lists)


def country_name(iso: str) -> str | None:
    """The canonical English name of a country code; None for a code the table doesn't know.

    >>> country_name("KR"), country_name("ZZ")
    ('South Korea', None)
    """
    country = countries().get(iso)
    return country.name if country else None


def country_by_name(word: str) -> str | None:
    """The ISO code of a country's name, other name or abbreviation; a leading "the" is ignored.

    Abbreviations must stand in capitals, so that "us" is no country; other names in any case.

    >>> country_by_name("the Netherlands"), country_by_name("U.K."), country_by_name("us")
    ('NL', 'GB', None)
    """
    return _find(_names(), word)


def country_by_demonym(word: str) -> str | None:
    """The ISO code of an adjective, a name of the people or a prefix (Sino-).

    >>> [country_by_demonym(word) for word in ("Chinese", "Spaniards", "Sino-", "Martian")]
    ['CN', 'ES', 'CN', None]
    """
    return _find(_demonyms(), word.removesuffix("-"))


def country_of_capital(name: str) -> str | None:
    """The ISO code of the country whose capital (seat of government) has this name.

    >>> country_of_capital("Nairobi"), country_of_capital("Mombasa")
    ('KE', None)
    """
    return _find(_capitals(), name)


def _find(table: dict[str, str], word: str) -> str | None:
    word = word.strip().replace("’", "'")
    bare = word[4:].lstrip() if word[:4].casefold() == "the " else word
    return next((table[key] for key in _keys(word, bare) if key in table), None)


def _keys(*words: str) -> Iterator[str]:
    """As written, then without regard to case."""
    for word in words:
        yield word
        yield word.casefold()


def _enter(table: dict[str, str], word: str, iso: str) -> None:
    """First come, first served; abbreviations only as written, other words in any case."""
    table.setdefault(word, iso)
    if word.upper() != word or len(word) > 5:
        table.setdefault(word.casefold(), iso)


@cache
def _names() -> dict[str, str]:
    table: dict[str, str] = {}
    for country in countries().values():
        _enter(table, country.name, country.iso)
    for country in countries().values():
        for alias in country.aliases:
            _enter(table, alias, country.iso)
    return table


@cache
def _demonyms() -> dict[str, str]:
    table: dict[str, str] = {}
    for country in countries().values():
        for word in (*country.demonyms, *country.people):
            _enter(table, word, country.iso)
            _enter(table, demonym_plural(word), country.iso)
        for word in country.prefixes:
            _enter(table, word, country.iso)
    return table


@cache
def _capitals() -> dict[str, str]:
    table: dict[str, str] = {}
    for country in countries().values():
        for name in country.capitals:
            _enter(table, name, country.iso)
            _enter(table, _ascii(name), country.iso)
    return table


def _ascii(name: str) -> str:
    """Without accents: Bogota for Bogotá."""
    return normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
