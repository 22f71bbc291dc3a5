"""Places in running text, on Docs without annotation and on Docs with the model's names."""

import re
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from summitparse.countries import countries
from summitparse.extractors.locations import tag_locations
from summitparse.gazetteer import fold, gazetteer
from summitparse.lexicon import read_table
from summitparse.page import Article

NLP = spacy.blank("en")
CASES = list(read_table(Path(__file__).parent / "data" / "cases.tsv", ("text", "expected")))


def found(text):
    return [f"{x.span.text}={x.kind}:{x.country}" for x in tag_locations(NLP.make_doc(text))]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_tag_locations_finds_and_resolves(text, expected):
    assert found(text) == (expected.split(";") if expected else [])


COUNTRIES = [("Kenya", "KE"), ("Norway", "NO"), ("Uruguay", "UY"), ("Mongolia", "MN")]


@pytest.mark.parametrize(("name", "iso"), [*COUNTRIES, ("Nairobi", "KE"), ("Oslo", "NO")])
@pytest.mark.parametrize("shape", ["{}", "{}.", "({})", "“{}”", "{},", "{}’s", "\n{}\n", "{}:"])
@pytest.mark.parametrize("case", [str, str.upper, str.title])
def test_case_and_punctuation_leave_the_country(name, iso, shape, case):
    text = "Envoys went to " + shape.format(case(name)) + " again"
    assert [x.country for x in tag_locations(NLP.make_doc(text))] == [iso]


AMBIGUOUS = [
    ("Georgetown", "Guyana", "GY"),
    ("Tripoli", "Lebanon", "LB"),
    ("Tripoli", "Libya", "LY"),
    ("Cordoba", "Spain", "ES"),
    ("Cordoba", "Argentina", "AR"),
    ("Birmingham", "England", "GB"),
    ("Santiago", "Chile", "CL"),
    ("Hyderabad", "Pakistan", "PK"),
    ("La Paz", "Mexico", "MX"),
    ("Victoria", "Canada", "CA"),
]


@pytest.mark.parametrize(("city", "country", "iso"), AMBIGUOUS)
@pytest.mark.parametrize("joint", [", ", " in "])
def test_a_country_beside_an_ambiguous_city_selects_it(city, country, iso, joint):
    doc = NLP.make_doc(f"They met in {city}{joint}{country} on Friday.")
    assert tag_locations(doc)[0].country == iso


SEATS = [
    (country.name, country.capitals[0], country.iso)
    for country in countries().values()
    if country.capitals and fold(country.capitals[0]) != fold(country.name)
]


@pytest.mark.parametrize(("country", "capital", "iso"), SEATS)
def test_every_capital_beside_its_country_is_that_capital(country, capital, iso):
    doc = NLP.make_doc(f"The foreign minister of {country} spoke to reporters in {capital} today.")
    last = tag_locations(doc)[-1]
    assert (last.span.text, last.country) == (capital, iso)


@pytest.mark.parametrize(
    "whole", [key for key in gazetteer().exact if re.fullmatch(r"([A-Z]\.){2,}", key)]
)
def test_initials_are_found_without_their_last_stop(whole):
    doc = NLP.make_doc(f"They flew from Dover, {whole[:-1]}, on Friday.")
    written = NLP.make_doc(f"They flew from Dover, {whole}, on Friday.")
    assert [x.name for x in tag_locations(doc)] == [x.name for x in tag_locations(written)]


@pytest.mark.parametrize(
    "name",
    ["Treaty of {}", "{} Agreement", "{} Memorandum", "Bank of {}", "Radio {}", "{} Airways"],
)
@pytest.mark.parametrize("town", ["Lisbon", "Versailles", "Bangkok", "Vienna", "Montreal"])
def test_names_that_hold_a_town_are_no_place(name, town):
    assert found(f"They signed the {name.format(town)} in Oslo.") == ["Oslo=city:NO"]


def test_one_sense_per_document_unless_the_text_differs():
    text = "The fair in Paris, Texas, drew crowds. Paris was busy."
    assert [x.country for x in tag_locations(NLP.make_doc(text)) if x.name == "Paris"] == ["US"] * 2


def named(words, entities):
    doc = Doc(NLP.vocab, words=words)
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in entities]
    return [(x.span.text, x.country) for x in tag_locations(doc)]


@pytest.mark.parametrize("label", ["LOC", "GPE"])
def test_the_models_place_needs_a_cue_and_takes_the_country_around(label):
    words = "Fighting went on in Qarzamin , and Damascus was calm .".split()
    assert named(words, [(4, 5, label)]) == [("Qarzamin", "SY"), ("Damascus", "SY")]


def test_the_models_person_is_no_place():
    words = "Lena Conway spoke . Later Conway left .".split()
    assert named(words, [(0, 2, "PERSON"), (5, 6, "PERSON")]) == []


def test_a_wrong_person_label_does_not_hide_a_capital():
    assert named("Envoys left Maputo today .".split(), [(2, 3, "PERSON")]) == [("Maputo", "MZ")]


def test_boilerplate_is_skipped():
    article = Article(text="Oslo is cold.\n\nLeave a Reply\n")
    kept = tag_locations(NLP.make_doc(article.text), article=article)
    assert [x.span.text for x in kept] == ["Oslo"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_spans_slice_back_and_ids_are_unique(text):
    places = tag_locations(NLP.make_doc(text))
    assert all(text[x.span.start : x.span.end] == x.span.text for x in places)
    assert [x.id for x in places] == [f"l{n}" for n in range(1, len(places) + 1)]
    ends = [0, *(x.span.end for x in places)]
    assert all(x.span.start >= end for x, end in zip(places, ends, strict=False))


PIECES = [
    "Oslo",
    "Paris",
    ", ",
    " in ",
    "Texas",
    "St. ",
    "'s",
    "-",
    "\n",
    "U.S.",
    "County",
    "Lake ",
    " ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_place_like_text_never_raises(text):
    assert all(x.span.text for x in tag_locations(NLP.make_doc(text)))


@pytest.mark.parametrize(
    "piece", ["St. ", "Paris ", "New York, ", "A", "((", "’", "and ", "\n", "U.S."]
)
def test_long_runs_stay_linear(piece):
    from summitparse.extractors.locations.scan import find_names, read_words

    text = piece * (100_000 // len(piece))
    assert isinstance(find_names(read_words(text)), list)
