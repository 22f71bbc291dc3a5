"""The actor finder on Docs built by hand; the people are invented."""

import pytest
import spacy
from spacy.tokens import Span as Entity

from handmade import made
from summitparse.extractors.actors import find_actors
from summitparse.models import Location, Span


def _named(doc, label, *names):
    """The Doc with these names as entities."""
    entities = []
    for name in names:
        start = doc.text.index(name)
        entities.append(doc.char_span(start, start + len(name), label=label))
    doc.set_ents([Entity(doc, e.start, e.end, label=label) for e in entities])
    return doc


def _by_name(actors):
    return {actor.name: actor for actor in actors}


def _texts(actor):
    return [span.text for span in actor.mentions]


@pytest.fixture
def visit():
    text = "Chilean President Ana Soto met King Olaf. Both leaders smiled. Soto said she won."
    return made(
        "Chilean/ADJ/amod/4 President/PROPN/compound/4 Ana/PROPN/compound/4 Soto/PROPN/nsubj/5 "
        "met/VERB/root/0 King/PROPN/compound/7 Olaf/PROPN/obj/5 ./PUNCT/punct/5 "
        "Both/DET/det/10 leaders/NOUN/nsubj/11 smiled/VERB/root/0 ./PUNCT/punct/11 "
        "Soto/PROPN/nsubj/14 said/VERB/root/0 she/PRON/nsubj/16 won/VERB/ccomp/14 ./PUNCT/punct/14",
        text,
        lemmas={"leaders": "leader"},
    )


def test_actors_titles_countries_and_groups(visit):
    found = _by_name(find_actors(_named(visit, "PERSON", "Ana Soto")))
    soto, olaf, chile = found["Ana Soto"], found["Olaf"], found["Chile"]
    assert (soto.role, soto.country, soto.type) == ("President", "CL", "person")
    assert _texts(soto) == ["Chilean President Ana Soto", "Both leaders", "Soto", "she"]
    assert _texts(olaf) == ["King Olaf", "Both leaders"]
    assert (chile.type, chile.country, _texts(chile)) == ("country", "CL", ["Chilean"])


def test_actors_ids_in_text_order(visit):
    actors = find_actors(visit)
    assert [actor.id for actor in actors] == [f"a{n}" for n in range(1, len(actors) + 1)]
    starts = [actor.mentions[0].start for actor in actors]
    assert starts == sorted(starts)


def test_actors_take_the_locations_given(visit):
    place = Location(
        id="l1",
        span=Span.of(visit.text, 0, 7),
        name="Peru",
        kind="demonym",
        country="PE",
        reason="",
    )
    found = _by_name(find_actors(visit, locations=[place]))
    assert found["Ana Soto"].country == "PE"
    assert "Chile" not in found


def test_actors_title_beside_the_name():
    text = "Peru's foreign minister, Luis Vega, spoke. The minister left."
    doc = made(
        "Peru/PROPN/nmod:poss/4 's/PART/case/1 foreign/ADJ/amod/4 minister/NOUN/nsubj/9 ,/PUNCT/punct/4 "
        "Luis/PROPN/appos/4 Vega/PROPN/flat/6 ,/PUNCT/punct/4 spoke/VERB/root/0 ./PUNCT/punct/9 "
        "The/DET/det/12 minister/NOUN/nsubj/13 left/VERB/root/0 ./PUNCT/punct/13",
        text,
    )
    vega = _by_name(find_actors(_named(doc, "PERSON", "Luis Vega")))["Luis Vega"]
    assert (vega.role, vega.country) == ("foreign minister", "PE")
    assert _texts(vega) == ["Peru's foreign minister, Luis Vega", "The minister"]


def test_actors_anonymous_source():
    doc = made(
        "A/DET/det/3 Peruvian/ADJ/amod/3 official/NOUN/nsubj/4 spoke/VERB/root/0 ./PUNCT/punct/4",
        "A Peruvian official spoke.",
    )
    found = _by_name(find_actors(doc))
    official = found["Peruvian official"]
    assert (official.type, official.country) == ("person", "PE")


def test_actors_spelling_slip_is_one_person():
    doc = made(
        "Feodor/PROPN/compound/2 Malin/PROPN/nsubj/3 met/VERB/root/0 Fyodor/PROPN/compound/5 "
        "Malin/PROPN/obj/3 ./PUNCT/punct/3",
        "Feodor Malin met Fyodor Malin.",
    )
    doc.set_ents([Entity(doc, 0, 2, label="PERSON"), Entity(doc, 3, 5, label="PERSON")])
    (malin,) = find_actors(doc)
    assert len(malin.mentions) == 2


def test_actors_on_a_blank_doc():
    doc = spacy.blank("en")("Chilean President Ana Soto met President Luis Vega in Oslo.")
    found = _by_name(find_actors(doc))
    assert found["Ana Soto"].country == "CL"
    assert found["Luis Vega"].role == "President"
    assert find_actors(spacy.blank("en")("")) == []


def test_actors_country_behind_a_titled_name_and_the_leader_somebody_met():
    text = "President Ana Soto of Peru left. Premier Ida Holm met the Peruvian leader."
    doc = made(
        "President/PROPN/compound/3 Ana/PROPN/compound/3 Soto/PROPN/nsubj/6 of/ADP/case/5 "
        "Peru/PROPN/nmod/3 left/VERB/root/0 ./PUNCT/punct/6 Premier/PROPN/compound/10 "
        "Ida/PROPN/compound/10 Holm/PROPN/nsubj/11 met/VERB/root/0 the/DET/det/14 "
        "Peruvian/ADJ/amod/14 leader/NOUN/obj/11 ./PUNCT/punct/11",
        text,
    )
    found = _by_name(find_actors(_named(doc, "PERSON", "Ana Soto", "Ida Holm")))
    assert (found["Ana Soto"].country, found["Ida Holm"].country) == ("PE", None)
    assert _texts(found["Ana Soto"])[-1] == "the Peruvian leader"


@pytest.mark.parametrize("name", ["Radio Soto", "God"])
def test_actors_bodies_and_god_are_no_persons(name):
    first, *more = name.split()
    rest = "".join(f" {word}/PROPN/flat/1" for word in more)
    size = 1 + len(more)
    doc = made(f"{first}/PROPN/nsubj/{size + 1}{rest} knows/VERB/root/0", f"{name} knows")
    found = find_actors(_named(doc, "PERSON", name))
    assert [actor.type for actor in found if actor.type == "person"] == []


def test_actors_the_three_presidents_are_their_countries_where_none_is_named():
    doc = made(
        "Peru/PROPN/nsubj/6 ,/PUNCT/punct/3 Chile/PROPN/conj/1 and/CCONJ/cc/5 Norway/PROPN/conj/1 "
        "signed/VERB/root/0 ./PUNCT/punct/6 The/DET/det/10 three/NUM/nummod/10 "
        "presidents/NOUN/nsubj/11 smiled/VERB/root/0 ./PUNCT/punct/11",
        "Peru, Chile and Norway signed. The three presidents smiled.",
        lemmas={"presidents": "president"},
    )
    found = _by_name(find_actors(doc))
    assert {"Peru", "Chile", "Norway"} == set(found)
    assert all(_texts(actor)[-1] == "The three presidents" for actor in found.values())


def test_actors_unnamed_ones_are_called_without_an_aside():
    doc = made(
        "Some/DET/det/2 ministers/NOUN/nsubj/7 ,/PUNCT/punct/4 meeting/VERB/acl/2 in/ADP/case/6 "
        "Oslo/PROPN/obl/4 agreed/VERB/root/0 ./PUNCT/punct/7",
        "Some ministers, meeting in Oslo agreed.",
        lemmas={"ministers": "minister"},
    )
    assert "ministers" in _by_name(find_actors(doc))


def test_actors_a_colleague_has_the_same_office():
    doc = made(
        "Premier/PROPN/compound/3 Ida/PROPN/compound/3 Holm/PROPN/nsubj/4 met/VERB/root/0 "
        "her/PRON/nmod:poss/7 Peruvian/ADJ/amod/7 colleague/NOUN/obj/4 ,/PUNCT/punct/9 "
        "Luis/PROPN/appos/7 Vega/PROPN/flat/9 ./PUNCT/punct/4",
        "Premier Ida Holm met her Peruvian colleague, Luis Vega.",
    )
    found = _by_name(find_actors(_named(doc, "PERSON", "Ida Holm", "Luis Vega")))
    assert found["Luis Vega"].country == "PE"


def test_actors_somebodys_colleague_beside_the_name():
    doc = made(
        "Holm/PROPN/nmod:poss/4 's/PART/case/1 Peruvian/ADJ/amod/4 colleague/NOUN/nsubj/8 "
        ",/PUNCT/punct/6 Luis/PROPN/appos/4 Vega/PROPN/flat/6 spoke/VERB/root/0 ./PUNCT/punct/8",
        "Holm's Peruvian colleague, Luis Vega spoke.",
    )
    found = _by_name(find_actors(_named(doc, "PERSON", "Luis Vega")))
    assert (found["Luis Vega"].country, set(found)) == ("PE", {"Peru", "Luis Vega"})
