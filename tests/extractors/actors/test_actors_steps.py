"""The steps of the actor finder, one module after the other, on Docs built by hand."""

import pytest
from spacy.tokens import Span as DocSpan

from handmade import made
from summitparse.extractors.actors.discourse import Discourse
from summitparse.extractors.actors.drafts import Draft, cluster, cluster_bodies
from summitparse.extractors.actors.names import Named, named_organizations, named_persons
from summitparse.extractors.actors.places import Place, places_of, token_range
from summitparse.extractors.actors.refer import Reader, acts, is_subject
from summitparse.extractors.actors.roles import Role, joined, phrase_start, role_after, role_before
from summitparse.extractors.actors.words import gender_of, is_title, rank_of


def place(doc, at, country, kind="country"):
    token = doc[at]
    return Place(at, at + 1, (token.idx, token.idx + len(token)), country, kind, token.text)


def named(*words, kind="person", role=None):
    return Named(0, 0, len(words), kind, words, role)


def with_names(doc, *runs):
    doc.ents = [DocSpan(doc, start, end, label=label) for start, end, label in runs]
    return doc


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("role", "rank"),
    [
        ("prime minister", "leader"),
        ("foreign minister", "minister"),
        ("vice president", "minister"),
        ("president", "leader"),
        ("analyst", None),
    ],
)
def test_the_rank_of_a_title(role, rank):
    assert rank_of(frozenset(role.split())) == rank


def test_titles_have_plurals_and_some_a_gender():
    assert is_title("envoys")
    assert not is_title("summits")
    assert [gender_of(frozenset([word])) for word in ("queen", "king", "envoy")] == ["f", "m", None]


# ---------------------------------------------------------------- roles


def test_a_title_before_a_name_with_its_country():
    doc = made(
        "Peru/PROPN/nmod:poss/4 's/PART/case/1 foreign/ADJ/amod/4 minister/NOUN/nsubj/7 "
        "Ana/PROPN/appos/4 Soto/PROPN/flat/5 left/VERB/root/0",
        "Peru's foreign minister Ana Soto left",
    )
    role = role_before(doc, 4, {0: place(doc, 0, "PE")})
    assert (role.text, role.country, role.start) == ("foreign minister", "PE", 0)


def test_a_country_alone_before_a_name():
    doc = made(
        "Peru/PROPN/nmod:poss/3 's/PART/case/1 Ana/PROPN/nsubj/5 Soto/PROPN/flat/3 left/VERB/root/0",
        "Peru's Ana Soto left",
    )
    role = role_before(doc, 2, {0: place(doc, 0, "PE")})
    assert (role.text, role.country) == ("", "PE")


def test_a_title_behind_a_name_ends_with_its_phrase():
    doc = made(
        "Soto/PROPN/nsubj/7 ,/PUNCT/punct/4 the/DET/det/4 envoy/NOUN/appos/1 of/ADP/case/6 "
        "Peru/PROPN/nmod/4 left/VERB/root/0"
    )
    role = role_after(doc, 1, {5: place(doc, 5, "PE")})
    assert (role.text, role.country, role.head) == ("envoy", "PE", 3)
    assert role_after(doc, 0, {}) is None


def test_a_title_phrase_begins_behind_the_name_of_a_body():
    doc = made("the/DET/det/4 Council/PROPN/nmod/4 senior/ADJ/amod/4 adviser/NOUN/root/0")
    assert phrase_start(doc, 3, {}) == 2


def test_titles_on_both_sides_of_a_name_are_one_role():
    before = Role(0, 0, "Dr", frozenset(["dr"]), None)
    after = Role(3, 4, "envoy", frozenset(["envoy"]), "PE")
    assert joined(before, after) == Role(0, 0, "Dr", frozenset(["dr", "envoy"]), "PE")
    assert joined(before, None) == before


# ---------------------------------------------------------------- names


def test_a_name_grows_over_the_particle_and_the_given_name_that_the_model_left_out():
    doc = made(
        "Yesterday/NOUN/obl/5 Ana/PROPN/nsubj/5 de/X/flat/2 Soto/PROPN/flat/2 left/VERB/root/0"
    )
    [found] = named_persons(with_names(doc, (1, 2, "PERSON")), {})
    assert found.words == ("ana", "de", "soto")


@pytest.mark.parametrize("word", ["Accord/PROPN", "God/PROPN", "Bank/PROPN"])
def test_documents_bodies_and_god_are_no_persons(word):
    doc = made(
        f"They/PRON/nsubj/2 praised/VERB/root/0 the/DET/det/5 Oslo/PROPN/nmod/5 {word}/obj/2"
    )
    start = 4 if word.startswith("God") else 3
    assert named_persons(with_names(doc, (start, 5, "PERSON")), {}) == []


def test_what_its_name_calls_a_body_is_an_organization():
    doc = made(
        "They/PRON/nsubj/2 praised/VERB/root/0 Lumen/PROPN/nmod/4 Bank/PROPN/obj/2 ./PUNCT/punct/2"
    )
    [found] = named_organizations(with_names(doc, (2, 4, "PERSON")), set(), {})
    assert (found.kind, found.words) == ("organization", ("lumen", "bank"))


# ---------------------------------------------------------------- places


def test_places_without_locations_are_names_of_countries_and_their_adjectives():
    doc = made(
        "Peruvian/ADJ/amod/2 envoys/NOUN/nsubj/3 left/VERB/root/0 South/PROPN/nmod/5 Korea/PROPN/obj/3"
    )
    assert [(each.start, each.end, each.country) for each in places_of(doc, ())] == [
        (0, 1, "PE"),
        (3, 5, "KR"),
    ]


def test_the_tokens_that_characters_touch():
    doc = made("Envoys/NOUN/nsubj/2 left/VERB/root/0 Peru/PROPN/obj/2")
    starts = [token.idx for token in doc]
    assert token_range(doc, starts, 7, 16) == (1, 3)
    assert token_range(doc, starts, 9, 10) == (1, 2)
    assert token_range(doc, starts, 6, 7) == (1, 1)


# ---------------------------------------------------------------- drafts


def test_a_surname_belongs_to_the_full_name_named_last():
    found = [named("ana", "soto"), named("eva", "soto"), named("soto"), named("lehto")]
    drafts = cluster(found, ["Ana Soto", "Eva Soto", "Soto", "Lehto"])
    assert [draft.name for draft in drafts] == ["Ana Soto", "Eva Soto", "Eva Soto", "Lehto"]


def test_a_title_of_the_other_gender_keeps_namesakes_apart():
    lady = Role(0, 0, "Mrs", frozenset(["mrs"]), None)
    lord = Role(0, 0, "Mr", frozenset(["mr"]), None)
    found = [named("ana", "soto", role=lady), named("soto", role=lord)]
    assert [draft.name for draft in cluster(found, ["Ana Soto", "Soto"])] == ["Ana Soto", "Soto"]


def test_a_slip_of_the_pen_makes_no_other_person():
    drafts = cluster([named("vladimir", "soto"), named("vladmir", "soto")], ["Vladimir Soto", "x"])
    assert drafts[0] is drafts[1]


def test_initials_mean_the_body_whose_words_they_begin():
    words = ("gulf", "cooperation", "council")
    bodies = [named(*words, kind="organization"), named("gcc", kind="organization")]
    one, other = cluster_bodies(bodies, ["Gulf Cooperation Council", "GCC"])
    assert one is other
    assert one.name == "Gulf Cooperation Council"


def test_a_form_of_address_is_no_role_and_the_first_role_stays():
    draft = Draft("person", "Ana Soto")
    for text in ("Mrs", "president", "envoy"):
        draft.learn(named("soto", role=Role(0, 0, text, frozenset([text.lower()]), None)))
    assert (draft.role, draft.rank, draft.gender) == ("president", "leader", "f")


# ---------------------------------------------------------------- discourse


def test_the_last_subject_is_more_present_than_who_was_named_beside_it():
    state, soto, lehto = Discourse(), Draft("person", "Soto"), Draft("person", "Lehto")
    state.mention(soto, "subject")
    state.mention(lehto, "other")
    assert state.ranked(lambda _: True) == [soto, lehto]
    state.sentence += 3
    state.mention(lehto, "other")
    assert state.ranked(lambda _: True) == [lehto, soto]
    state.sentence += 10
    assert state.ranked(lambda _: True) == []
    assert state.known(lambda _: True) == [lehto, soto]


# ---------------------------------------------------------------- refer


def test_who_acts():
    doc = made(
        "Soto/PROPN/nsubj/2 thanked/VERB/root/0 Lehto/PROPN/obj/2 ,/PUNCT/punct/2 urged/VERB/conj/2 "
        "by/ADP/case/7 Holm/PROPN/obl:agent/5"
    )
    assert [is_subject(doc[at]) for at in (0, 2, 6)] == [True, False, False]
    assert [acts(doc[at]) for at in (0, 2, 6)] == [True, False, True]


def _read(doc, people, places=None):
    reader = Reader(doc, places or {}, lambda _: False)
    drafts = {at: Draft("person", doc[at].text) for at in people}
    for token in doc:
        if token.i in drafts:
            reader.named(drafts[token.i], token.i, token.i + 1)
        else:
            reader.word(token)
    return reader, drafts


def test_an_object_pronoun_is_not_the_subject_of_its_verb():
    doc = made(
        "Lehto/PROPN/nsubj/2 came/VERB/root/0 ./PUNCT/punct/2 Soto/PROPN/nsubj/5 thanked/VERB/root/0 "
        "him/PRON/obj/5 ./PUNCT/punct/5"
    )
    reader, drafts = _read(doc, (0, 3))
    assert reader.meant[5] == (drafts[0],)


def test_they_are_those_named_together():
    doc = made(
        "Soto/PROPN/nsubj/4 and/CCONJ/cc/3 Lehto/PROPN/conj/1 met/VERB/root/0 ./PUNCT/punct/4 "
        "They/PRON/nsubj/7 talked/VERB/root/0"
    )
    reader, drafts = _read(doc, (0, 2))
    assert reader.meant[5] == (drafts[0], drafts[2])


def test_both_leaders_are_the_two_of_that_rank():
    doc = made(
        "Soto/PROPN/nsubj/2 met/VERB/root/0 Lehto/PROPN/obj/2 and/CCONJ/cc/5 Holm/PROPN/conj/3 "
        "./PUNCT/punct/2 Both/DET/det/8 leaders/NOUN/nsubj/9 talked/VERB/root/0",
        lemmas={"leaders": "leader"},
    )
    reader = Reader(doc, {}, lambda _: False)
    roles = {0: "president", 2: "president", 4: "spokesman"}
    drafts = {at: Draft("person", doc[at].text, role_words={roles[at]}) for at in roles}
    for token in doc:
        if token.i in drafts:
            reader.named(drafts[token.i], token.i, token.i + 1)
        else:
            reader.word(token)
    assert set(reader.meant[7]) == {drafts[0], drafts[2]}
