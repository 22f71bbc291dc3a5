"""The steps of the location tagger, one module after the other, on invented texts."""

import pytest

from summitparse.extractors.locations.accept import accepted
from summitparse.extractors.locations.bodies import in_other_name
from summitparse.extractors.locations.compounds import find_compounds
from summitparse.extractors.locations.context import with_context
from summitparse.extractors.locations.mention import Choice, Mention
from summitparse.extractors.locations.persons import is_full_name, is_person, is_titled
from summitparse.extractors.locations.resolve import resolve
from summitparse.extractors.locations.scan import breaks, find_names, read_words
from summitparse.extractors.locations.scene import (
    Entity,
    beside,
    cased,
    cued,
    make_scene,
    noun_beside,
)
from summitparse.extractors.locations.senses import apart_from, is_outer, owner, qualifier, sense_of
from summitparse.extractors.locations.unknown import find_unknown
from summitparse.extractors.locations.votes import allowed, count, near_by
from summitparse.gazetteer import Place, places_named


def scene_of(text, *named, lead=-1):
    """The scene of a text in which the model found some names: (words, label)."""
    words = read_words(text)
    found = [Entity(text.index(w), text.index(w) + len(w), label) for w, label in named]
    return make_scene(words, find_names(words), found, lead)


def hit_of(scene, words):
    at = scene.words.text.index(words)
    return next(hit for hit in scene.hits if hit.start == at)


def mention_of(text, words, key=None, **known):
    start = text.index(words)
    places = known.pop("places", places_named(key or words.lower()))
    return Mention(start, start + len(words), key or words.lower(), None, places, **known)


# ---------------------------------------------------------------- scan, scene


def test_the_longest_name_is_found_and_none_overlap():
    text = "Envoys of New Zealand left St. Petersburg."
    hits = find_names(read_words(text))
    assert [text[hit.start : hit.end] for hit in hits] == ["New Zealand", "St. Petersburg"]


def test_sentences_end_before_a_capital_or_an_empty_line():
    text = "They left. The U.S. team stayed\n\nin Lima"
    assert [text[at] for at in breaks(read_words(text))] == [".", "\n"]


def test_what_stands_beside_a_name():
    scene = scene_of("They flew to Lima, Quito and La Paz, in the city of Oruro.")
    lima, quito, paz, oruro = scene.hits
    assert cased("Lima")
    assert [cued(scene, hit.first) for hit in scene.hits] == [True, False, False, True]
    assert beside(scene.words, lima.last, quito.first)
    assert beside(scene.words, quito.last, paz.first)
    assert not beside(scene.words, paz.last, oruro.first)
    assert [noun_beside(scene, hit.first, hit.last) for hit in (lima, oruro)] == [False, True]


# ---------------------------------------------------------------- what is no place


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("the Lima Protocol", True),
        ("the Lima Times", True),
        ("Air Lima", True),
        ("the Bank of Lima", True),
        ("the Lima virus", True),
        ("the streets of Lima", False),
        ("the Lima harbour", False),
    ],
)
def test_names_that_only_hold_a_place(text, other):
    words = read_words(text)
    at = next(i for i, start in enumerate(words.starts) if text[start:].startswith("Lima"))
    assert in_other_name(words, at, at, {"city"}) is other


def test_persons_who_bear_the_name_of_a_place():
    scene = scene_of("Mr. Jordan met Kenya Moore in Jordan.", ("Kenya Moore", "PERSON"))
    first, kenya, last = scene.hits[0], hit_of(scene, "Kenya"), scene.hits[-1]
    assert [is_titled(scene, hit) for hit in (first, kenya, last)] == [True, False, False]
    assert [is_person(scene, hit) for hit in (first, kenya, last)] == [True, True, False]
    assert is_full_name(scene, kenya)
    assert not is_full_name(scene, last)


def _accepted(text, *named):
    return [text[hit.start : hit.end] for hit in accepted(scene_of(text, *named))]


def test_a_small_town_named_like_a_word_needs_more_than_its_name():
    assert _accepted("The Deal was done.") == []
    assert _accepted("They met in Deal, England.") == ["Deal", "England"]


def test_one_sure_place_vouches_for_the_others_of_its_list():
    assert _accepted("They saw Chester and Nairobi.") == ["Chester", "Nairobi"]
    assert _accepted("They saw Chester and left.") == []


def test_a_language_is_no_people():
    assert _accepted("She spoke in French.") == []
    assert _accepted("The French envoy left.") == ["French"]


# ---------------------------------------------------------------- longer names


def test_a_building_takes_the_capitals_before_its_head():
    scene = scene_of("They met at Lumen Hall and in the Palace of Corvo.")
    found = [(scene.words.text[c.start : c.end], c.kind) for c in find_compounds(scene)]
    assert found == [("Lumen Hall", "facility"), ("Palace of Corvo", "facility")]


def test_what_heads_a_chamber_is_no_building():
    assert list(find_compounds(scene_of("He left the House of Lords."))) == []


def test_a_town_that_no_table_knows_is_shown_by_what_it_lies_in():
    scene = scene_of("They met in Qorvane, Kenya.")
    [found] = find_unknown(scene, [mention_of(scene.words.text, "Kenya")])
    assert (found.key, found.kind, found.within) == ("qorvane", "city", ("KE", ""))


def test_a_name_of_the_model_needs_a_word_that_goes_with_places():
    near = scene_of("They met near Qorvane.", ("Qorvane", "LOC"))
    bare = scene_of("They saw Qorvane.", ("Qorvane", "LOC"))
    assert [found.kind for found in find_unknown(near, [])] == ["other"]
    assert find_unknown(bare, []) == []


# ---------------------------------------------------------------- which bearer


def test_what_the_words_say_of_a_name():
    scene = scene_of("They left Lyon, France, for Lebanon's Tripoli.")
    assert next(qualifier(scene, hit_of(scene, "Lyon"))) == ("FR", "")
    assert next(owner(scene, hit_of(scene, "Tripoli"))) == ("LB", "")
    assert is_outer(scene, hit_of(scene, "France"))
    assert not is_outer(scene, hit_of(scene, "Lebanon"))


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("the state of Georgia", "state"),
        ("They like Georgia state parks", "state"),
        ("Georgia's foreign minister", "country"),
        ("They like Georgia", None),
    ],
)
def test_the_kind_of_bearer_that_is_asked_for(text, sense):
    scene = scene_of(text)
    assert sense_of(scene, hit_of(scene, "Georgia")) == sense


def test_two_names_joined_are_two_countries():
    scene = scene_of("Congo and the Democratic Republic of Congo agreed.")
    assert "CD" in apart_from(scene, scene.hits[0])


PARIS = (
    Place("Paris", "city", "FR", "11", 48.9, 2.3, 1, "PPLC", 63),
    Place("Paris", "city", "US", "TX", 33.7, -95.6, 2, "PPL", 44),
)


def test_words_around_a_name_leave_fewer_bearers():
    text = "They met in Paris."
    assert allowed(mention_of(text, "Paris", places=PARIS)) == PARIS
    assert allowed(mention_of(text, "Paris", places=PARIS, within=("US", "TX"))) == PARIS[1:]
    assert allowed(mention_of(text, "Paris", places=PARIS, within=("KE", ""))) == PARIS


def test_each_name_votes_for_its_country_and_is_near_what_stands_beside_it():
    text = "Kenya and Peru signed. " + "x" * 200 + " Lima"
    kenya, peru, lima = (mention_of(text, name) for name in ("Kenya", "Peru", "Lima"))
    votes = count([kenya, peru])
    assert (votes.countries["KE"], votes.countries["PE"]) == (1.0, 1.0)
    assert near_by(votes, kenya) == {"PE"}
    assert near_by(votes, lima) == set()


def test_the_text_decides_which_bearer_is_meant():
    plain = "They met in Paris."
    told = "They met in Paris, Texas. Later they left Paris."
    first = mention_of(told, "Paris", places=PARIS, within=("US", "TX"))
    again = first._replace(start=told.rindex("Paris"), end=len(told) - 1, within=None)
    [alone] = resolve([mention_of(plain, "Paris", places=PARIS)])
    assert alone.place == PARIS[0]
    assert [choice.place for choice in resolve([first, again])] == [PARIS[1], PARIS[1]]


def test_what_has_no_bearer_takes_the_place_that_follows():
    text = "From Paris they went to Lumen Hall in Kenya."
    paris = mention_of(text, "Paris", places=PARIS)
    hall = mention_of(text, "Lumen Hall", places=())
    kenya = mention_of(text, "Kenya")
    choices = [
        Choice(PARIS[0], None, ""),
        Choice(None, None, ""),
        Choice(kenya.places[0], None, ""),
    ]
    assert with_context([paris, hall, kenya], choices)[1].near == kenya.places[0]
