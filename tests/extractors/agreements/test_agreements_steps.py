"""The steps of the agreement parser, one module after the other, on Docs built by hand."""

from datetime import date

import pytest

from handmade import made
from summitparse.extractors.agreements.cues import find_cues
from summitparse.extractors.agreements.details import (
    action_of,
    confidence_of,
    count_of,
    day_of,
    event_of,
    instrument_of,
    modality_of,
    place_of,
    status_of,
    title_of,
)
from summitparse.extractors.agreements.items import Items, find_items, later_items
from summitparse.extractors.agreements.parties import find_parties, make_bench
from summitparse.models import Actor, DateMention, Figure, Location, Span
from summitparse.syntax.sentences import sentences

SIGNED = (
    "Peru/PROPN/nsubj/4 and/CCONJ/cc/3 Chile/PROPN/conj/1 signed/VERB/root/0 {} ./PUNCT/punct/4"
)
A_PACT = "a/DET/det/6 pact/NOUN/obj/4"


def sentence_of(annotated, **known):
    return sentences(made(annotated, **known))[0]


def cue_of(annotated, **known):
    [cue] = find_cues(sentence_of(annotated, **known))
    return cue


def text_of(cue):
    return cue.sentence.tokens[0].doc.text


def actor(number, text, name, kind="country", iso=None, role=None):
    start = text.index(name)
    span = Span.of(text, start, start + len(name))
    return Actor(id=f"a{number}", name=name, type=kind, country=iso, role=role, mentions=(span,))


def both(text):
    return [actor(1, text, "Peru", iso="PE"), actor(2, text, "Chile", iso="CL")]


# ---------------------------------------------------------------- cues


@pytest.mark.parametrize(
    ("objects", "status"),
    [
        (A_PACT, "signed"),
        ("a/DET/det/6 shirt/NOUN/obj/4", None),
        ("no/DET/det/6 pact/NOUN/obj/4", None),
    ],
)
def test_a_cue_needs_a_document(objects, status):
    found = [cue.status for cue in find_cues(sentence_of(SIGNED.format(objects)))]
    assert found == ([status] if status else [])


def test_a_document_before_its_verb_makes_a_passive():
    cue = cue_of(
        "The/DET/det/2 pact/NOUN/nsubj:pass/4 was/AUX/aux:pass/4 signed/VERB/root/0 ./PUNCT/punct/4"
    )
    assert (cue.passive, cue.noun) == (True, 1)


def test_what_shall_be_signed_is_expected():
    cue = cue_of(
        "They/PRON/nsubj/3 will/AUX/aux/3 sign/VERB/root/0 a/DET/det/5 pact/NOUN/obj/3 ./PUNCT/punct/3"
    )
    assert cue.status == "expected"


def test_a_step_that_is_agreed_on_is_no_claim_of_its_own():
    cue = cue_of(
        "They/PRON/nsubj/2 agreed/VERB/root/0 to/PART/mark/4 sign/VERB/xcomp/2 a/DET/det/6 "
        "pact/NOUN/obj/4 ./PUNCT/punct/2"
    )
    assert cue.verb.base == "agree"


# ---------------------------------------------------------------- parties


def test_the_parties_are_those_in_the_subject():
    cue = cue_of(SIGNED.format(A_PACT))
    actors = both(text_of(cue))
    found = find_parties(cue, make_bench(actors, 0, 99, (0, 0)), (), None)
    assert found.actors == tuple(actors)


def test_a_person_of_office_binds_the_country():
    cue = cue_of(
        "Soto/PROPN/nsubj/2 signed/VERB/root/0 a/DET/det/4 pact/NOUN/obj/2 with/ADP/case/6 "
        "Chile/PROPN/nmod/4 in/ADP/case/8 Peru/PROPN/obl/2 ./PUNCT/punct/2"
    )
    text = text_of(cue)
    soto = actor(3, text, "Soto", "person", "PE", "President")
    bench = make_bench([*both(text), soto], 0, 99, (0, 0))
    found = find_parties(cue, bench, (), None)
    assert [party.name for party in found.actors] == ["Peru", "Chile"]


def test_both_sides_are_the_parties_of_the_claim_before():
    cue = cue_of(
        "Both/DET/det/2 sides/NOUN/nsubj/3 signed/VERB/root/0 a/DET/det/5 pact/NOUN/obj/3 "
        "./PUNCT/punct/3"
    )
    before = tuple(both("Peru Chile"))
    found = find_parties(cue, make_bench([], 0, 99, (0, 0)), [before], None)
    assert (found.actors, found.group) == (before, True)


# ---------------------------------------------------------------- items

FIELDS = (
    "covering/VERB/acl/{0} trade/NOUN/obj/7 ,/PUNCT/punct/10 ports/NOUN/conj/8 and/CCONJ/cc/12 "
    "tourism/NOUN/conj/8"
)


def test_the_fields_behind_a_word_that_announces_them():
    cue = cue_of(SIGNED.format(f"{A_PACT} {FIELDS.format(6)}"))
    found = find_items(cue, text_of(cue), ())
    assert [text_of(cue)[a:b] for a, b in found.spans] == ["trade", "ports", "tourism"]
    assert not found.open_ended


def test_a_list_ends_at_a_stop():
    cue = cue_of(SIGNED.format(f"{A_PACT} {FIELDS.format(6)}"))
    text = text_of(cue)
    assert find_items(cue, text, (), text.index("covering")).spans == ()


def test_a_later_sentence_may_say_what_documents_are_about():
    sentence = sentence_of(
        "The/DET/det/2 pacts/NOUN/nsubj/3 cover/VERB/root/0 trade/NOUN/obj/3 ,/PUNCT/punct/6 "
        "ports/NOUN/conj/4 and/CCONJ/cc/8 tourism/NOUN/conj/4 ./PUNCT/punct/3"
    )
    text = sentence.tokens[0].doc.text
    assert [text[a:b] for a, b in later_items(sentence, text).spans] == [
        "trade",
        "ports",
        "tourism",
    ]
    other = sentence_of(
        "The/DET/det/2 rains/NOUN/nsubj/3 cover/VERB/root/0 trade/NOUN/obj/3 ,/PUNCT/punct/6 "
        "ports/NOUN/conj/4 and/CCONJ/cc/8 tourism/NOUN/conj/4 ./PUNCT/punct/3"
    )
    assert later_items(other, other.tokens[0].doc.text) == Items()


# ---------------------------------------------------------------- details


@pytest.mark.parametrize(
    ("objects", "kind"),
    [
        (A_PACT, "pact"),
        ("two/NUM/nummod/6 treaties/NOUN/obj/4", "treaty"),
        (
            "a/DET/det/6 memorandum/NOUN/obj/4 of/ADP/case/8 understanding/NOUN/nmod/6",
            "memorandum of understanding",
        ),
        ("a/DET/det/7 joint/ADJ/amod/7 declaration/NOUN/obj/4", "joint declaration"),
        ("a/DET/det/6 letter/NOUN/obj/4 of/ADP/case/8 intent/NOUN/nmod/6", "letter of intent"),
    ],
)
def test_the_kind_of_document(objects, kind):
    assert instrument_of(cue_of(SIGNED.format(objects))) == kind


def test_a_title_is_written_with_capitals_and_ends_before_the_place():
    cue = cue_of(
        SIGNED.format(
            "the/DET/det/8 Andes/PROPN/nmod/8 Water/PROPN/nmod/8 Treaty/PROPN/obj/4 in/ADP/case/10 "
            "Lima/PROPN/obl/4"
        )
    )
    text = text_of(cue)
    title = title_of(cue, cue.sentence.end, [text.index("Lima")])
    assert text[slice(*title)] == "Andes Water Treaty"
    assert title_of(cue_of(SIGNED.format(A_PACT)), 99, ()) is None


def test_of_a_commitment_the_action_is_its_step():
    agreed = cue_of(
        "They/PRON/nsubj/2 agreed/VERB/root/0 to/PART/mark/4 share/VERB/xcomp/2 water/NOUN/obj/4 "
        "./PUNCT/punct/2"
    )
    assert action_of(agreed) == "share"
    assert action_of(cue_of(SIGNED.format(A_PACT))) == "sign"


def test_the_number_right_before_a_document_counts_it():
    cue = cue_of(SIGNED.format("three/NUM/nummod/6 pacts/NOUN/obj/4"))
    text = text_of(cue)
    start = text.index("three")
    span = Span.of(text, start, start + 5)
    known = {"span": span, "value": 3, "low": 3, "high": 3, "reason": ""}
    figure = Figure(id="f1", kind="count", unit="pact", **known)
    other = Figure(id="f2", kind="money", unit="USD", **known)
    assert count_of(cue, [other, figure]) == figure
    assert count_of(cue, [other]) is None


def _day(cue, words, day):
    text = text_of(cue)
    start = text.index(words)
    span = Span.of(text, start, start + len(words))
    return DateMention(
        id="d1", span=span, type="DATE", value=str(day), earliest=day, latest=day, reason=""
    )


MARCH = date(2026, 3, 2)


@pytest.mark.parametrize(("link", "found"), [("on", True), ("until", False)])
def test_a_day_that_only_bounds_something_is_not_that_of_the_claim(link, found):
    cue = cue_of(SIGNED.format(f"{A_PACT} {link}/ADP/case/8 Monday/PROPN/obl/4"))
    day = _day(cue, "Monday", MARCH)
    assert day_of(cue, [day], Items()) == (day if found else None)


def test_the_place_is_a_city_behind_in():
    cue = cue_of(SIGNED.format(f"{A_PACT} in/ADP/case/8 Lima/PROPN/obl/4"))
    text = text_of(cue)
    start = text.index("Lima")
    lima = Location(
        id="l1",
        span=Span.of(text, start, start + 4),
        name="Lima",
        kind="city",
        country="PE",
        reason="",
    )
    assert place_of(cue, [lima], Items()) == lima
    assert place_of(cue, [lima.model_copy(update={"kind": "country"})], Items()) is None


def test_what_is_concluded_on_a_day_to_come_is_expected():
    cue = cue_of(SIGNED.format(f"{A_PACT} on/ADP/case/8 Monday/PROPN/obl/4"))
    day = _day(cue, "Monday", MARCH)
    assert status_of(cue, day, date(2026, 3, 1)) == "expected"
    assert status_of(cue, day, date(2026, 3, 3)) == "signed"


def test_modality_event_and_confidence():
    cue = cue_of(SIGNED.format(f"{A_PACT} on/ADP/case/8 Monday/PROPN/obl/4"))
    day = _day(cue, "Monday", MARCH)
    assert modality_of("expected", day, MARCH) == "future"
    assert modality_of("signed", day, date(2026, 3, 3)) == "actual"
    assert modality_of("signed", day, date(2027, 3, 3)) == "historical"
    assert [event_of(each) for each in ("signed", "agreed", "ended")] == ["SUPPORT", "AGREE", None]
    assert (confidence_of(cue, named=True), confidence_of(cue, named=False)) == (0.9, 0.75)
