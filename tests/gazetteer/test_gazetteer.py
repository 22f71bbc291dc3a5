"""The tables: every row is reached by each of its names, ids are one per place."""

from collections import defaultdict

import pytest

import summitparse.gazetteer.tables as module
from summitparse.extractors.locations.scan import find_names, lists, read_words
from summitparse.gazetteer.keys import fold
from summitparse.gazetteer.tables import county_states, gazetteer, places_named
from summitparse.lexicon import read_table

TABLES = {
    "places.tsv": ("kind", "name", "country", "latitude", "longitude", "aliases"),
    "provinces.tsv": (
        "name",
        "country",
        "admin1",
        "latitude",
        "longitude",
        "geonames_id",
        "aliases",
    ),
    "demonyms.tsv": ("words", "place", "country", "latitude", "longitude"),
}


def names_of(table, row):
    cells = dict(zip(TABLES[table], row, strict=True))
    named = [*cells.get("aliases", "").split("|"), *cells.get("words", "").split("|")]
    return [name for name in (cells.get("name", ""), *named) if name]


@pytest.mark.parametrize("table", TABLES)
def test_every_hand_kept_row_is_hit_by_each_of_its_names(table):
    missed = []
    for row in read_table(module.DATA / table, TABLES[table]):
        cells = dict(zip(TABLES[table], row, strict=True))
        for name in names_of(table, row):
            text = f"He saw {name} again"
            hits = [
                hit for hit in find_names(read_words(text)) if text[hit.start : hit.end] == name
            ]
            label = cells.get("name") or cells["place"]
            if not any(place.name == label for hit in hits for place in hit.places):
                missed.append(name)
    assert missed == []


def test_no_place_has_two_ids_and_no_id_two_points():
    points = defaultdict(set)
    for key in gazetteer().towns:
        for place in places_named(key):
            if place.geonames_id and place.kind == "city":
                points[place.geonames_id].add((place.latitude, place.longitude, place.country))
    assert [ident for ident, where in points.items() if len(where) > 1] == []


def test_tables_hold_plausible_values():
    for places in gazetteer().known.values():
        for place in places:
            assert -90 <= place.latitude <= 90
            assert -180 <= place.longitude <= 180
            assert place.country is None or len(place.country) == 2


def test_towns_come_most_prominent_first():
    weights = [place.weight for place in places_named("paris")]
    assert weights == sorted(weights, reverse=True)
    assert places_named("paris")[0].code == "PPLC"


def test_counties_name_their_states():
    assert county_states()["cuyahoga county"] == ("OH",)
    assert len(county_states()["washington county"]) > 20


def test_word_lists_are_folded_where_they_are_compared_as_keys():
    for name in ("common", "names"):
        assert {word for word in lists()[name] if fold(word) != word} == set()


def test_every_file_of_data_has_its_licence_beside_it():
    assert (module.DATA / "LICENSE-GEONAMES").is_file()


def test_keys_are_equal_for_spellings_of_one_name():
    assert fold("St. John’s") == fold("Saint John's")
    assert fold("PORT-AU-PRINCE") == fold("Port au Prince")


def test_generated_data_stays_small():
    assert (module.DATA / "cities.tsv.gz").stat().st_size < 1_950_000


def test_towns_bear_english_names():
    assert {place.name for place in places_named("raqqa")} == {"Raqqa"}
    assert places_named("kiev")[0].name == "Kyiv"
