"""The table of countries and the questions that are asked of it."""

from collections import Counter

import pytest

from summitparse.countries import (
    countries,
    country_by_demonym,
    country_by_name,
    country_name,
    country_of_capital,
)
from summitparse.english.inflection import demonym_plural


@pytest.mark.parametrize("iso", sorted(countries()))
def test_countries_row_is_found_by_each_of_its_words(iso):
    country = countries()[iso]
    assert {country_by_name(word) for word in (country.name, *country.aliases)} == {iso}
    for word in (*country.demonyms, *country.people):
        assert country_by_demonym(word) == country_by_demonym(demonym_plural(word)) == iso
    assert {country_by_demonym(word + "-") for word in country.prefixes} <= {iso}
    assert country_name(iso) == country.name
    assert -90 <= country.latitude <= 90
    assert -180 <= country.longitude <= 180


def test_countries_ids_and_names_are_unique():
    rows = list(countries().values())
    assert max(Counter(row.geonames_id for row in rows).values()) == 1
    assert max(Counter(row.name for row in rows).values()) == 1
    assert len(rows) == 250


@pytest.mark.parametrize("name", ["the Gambia", "The Gambia", "THE GAMBIA", "gambia"])
def test_country_by_name_ignores_case_and_article(name):
    assert country_by_name(name) == "GM"


@pytest.mark.parametrize("word", ["us", "Us", "car", "Rsa", "", "the", "Atlantis", "North"])
def test_country_by_name_knows_abbreviations_in_capitals_only(word):
    assert country_by_name(word) is None


@pytest.mark.parametrize(
    ("word", "iso"),
    [
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Dominica", "DM"),
        ("Dominican Republic", "DO"),
        ("Guinea", "GN"),
        ("Guinea-Bissau", "GW"),
        ("Côte d’Ivoire", "CI"),
        ("Türkiye", "TR"),
        ("DPRK", "KP"),
        ("Holy See", "VA"),
    ],
)
def test_country_by_name_tells_neighbours_in_name_apart(word, iso):
    assert country_by_name(word) == iso


@pytest.mark.parametrize(
    ("word", "iso"),
    [("Swiss", "CH"), ("Frenchmen", "FR"), ("Poles", "PL"), ("Anglo-", "GB"), ("Emiratis", "AE")],
)
def test_country_by_demonym_knows_peoples_and_prefixes(word, iso):
    assert country_by_demonym(word) == iso


@pytest.mark.parametrize(
    ("name", "iso"), [("Bogota", "CO"), ("BEIJING", "CN"), ("Kiev", "UA"), ("Lagos", None)]
)
def test_country_of_capital_is_the_seat_of_government(name, iso):
    assert country_of_capital(name) == iso
