"""The steps of the meeting finder, one module after the other, on Docs built by hand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from handmade import made
from summitparse.extractors.meetings.events import gather
from summitparse.extractors.meetings.lexicon import entries
from summitparse.extractors.meetings.scene import make_scene, people_in
from summitparse.extractors.meetings.sightings import sightings_of
from summitparse.models import Actor, DateMention, Location, Span
from summitparse.syntax.sentences import sentences
from summitparse.view import TextView

PEOPLE = {"Soto": ("President", "CL"), "Lehto": ("President", "FI"), "Holm": ("spokesman", "NO")}
MET = "Soto/PROPN/nsubj/2 met/VERB/root/0 Lehto/PROPN/obj/2"
DAY = date(2026, 3, 2)


def actors_of(text):
    found = []
    for name, (role, iso) in PEOPLE.items():
        if name in text:
            start = text.index(name)
            span = Span.of(text, start, start + len(name))
            known = {"role": role, "country": iso, "mentions": (span,)}
            found.append(Actor(id=f"a{name}", name=name, type="person", **known))
    return found


def date_of(text, words, day=DAY):
    start = text.index(words)
    span = Span.of(text, start, start + len(words))
    return DateMention(
        id="d1", span=span, type="DATE", value=str(day), earliest=day, latest=day, reason=""
    )


def seen(annotated, dates=(), places=()):
    """The sightings of a sentence, and its scene."""
    doc = made(annotated)
    days = [date_of(doc.text, words) for words in dates]
    spots = [
        Location(
            id="l1",
            span=Span.of(doc.text, doc.text.index(words), doc.text.index(words) + len(words)),
            name=words,
            kind="city",
            country="FI",
            reason="",
        )
        for words in places
    ]
    scene = make_scene(TextView.of(doc), actors_of(doc.text), days, spots)
    return sightings_of(sentences(doc)[0], scene), scene


def names(people):
    return [actor.name for actor in people]


# ---------------------------------------------------------------- lexicon, scene


def test_cues_of_most_words_are_tried_first_and_have_their_forms():
    assert [entry.words for entry in entries()["phone"]] == [("phone", "call"), ("phone",)]
    assert {entry.form for entry in entries()["meets"]} == {"meeting"}
    assert "talkses" not in entries()


def test_who_can_meet():
    doc = made("Soto/PROPN/nsubj/4 ,/PUNCT/punct/3 Holm/PROPN/conj/1 met/VERB/root/0")
    scene = make_scene(TextView.of(doc), actors_of(doc.text), (), ())
    assert names(people_in(scene, 0, len(doc.text))) == ["Soto"]


# ---------------------------------------------------------------- sightings


def test_two_leaders_and_a_verb_of_meeting():
    [one], _ = seen(f"{MET} ./PUNCT/punct/2")
    assert (one.kind, one.form, one.status, names(one.people)) == (
        "named",
        "meeting",
        "held",
        ["Soto", "Lehto"],
    )


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Soto/PROPN/nsubj/3 will/AUX/aux/3 meet/VERB/root/0 Lehto/PROPN/obj/3", "planned"),
        (
            "Soto/PROPN/nsubj/2 cancelled/VERB/root/0 a/DET/det/4 meeting/NOUN/obj/2 with/ADP/case/6 "
            "Lehto/PROPN/nmod/4",
            "cancelled",
        ),
        (
            "Soto/PROPN/nsubj/2 refused/VERB/root/0 to/PART/mark/4 meet/VERB/xcomp/2 Lehto/PROPN/obj/4",
            None,
        ),
    ],
)
def test_what_is_said_of_a_meeting(sentence, status):
    found, _ = seen(f"{sentence} ./PUNCT/punct/2")
    assert [one.status for one in found] == ([status] if status else [])


def test_the_form_is_that_of_the_noun_a_guest_is_received_for():
    [one], _ = seen(
        "Soto/PROPN/nsubj/2 hosted/VERB/root/0 Lehto/PROPN/obj/2 for/ADP/case/5 talks/NOUN/obl/2 "
        "./PUNCT/punct/2"
    )
    assert one.form == "talks"


def test_day_and_place_stand_in_the_clause():
    [one], _ = seen(
        f"{MET} in/ADP/case/5 Turku/PROPN/obl/2 on/ADP/case/7 Monday/PROPN/obl/2 ./PUNCT/punct/2",
        dates=["Monday"],
        places=["Turku"],
    )
    assert (one.day.span.text, one.place.name) == ("Monday", "Turku")


def test_a_day_that_bounds_something_is_not_the_meetings():
    [one], _ = seen(
        f"{MET} ahead/ADV/advmod/2 of/ADP/case/6 Monday/PROPN/obl/2 ./PUNCT/punct/2",
        dates=["Monday"],
    )
    assert one.day is None


def test_a_visit_is_of_whom_it_belongs_to():
    [one], _ = seen(
        "Soto/PROPN/nsubj/2 began/VERB/root/0 a/DET/det/5 state/NOUN/compound/5 visit/NOUN/obj/2 "
        "to/ADP/case/7 Finland/PROPN/nmod/5 ./PUNCT/punct/2"
    )
    assert (one.kind, one.form, names(one.people)) == ("visit", "state visit", ["Soto"])


def test_a_joint_act_tells_of_a_meeting_where_nothing_else_does():
    [one], _ = seen(
        "Soto/PROPN/nsubj/4 and/CCONJ/cc/3 Lehto/PROPN/conj/1 signed/VERB/root/0 pacts/NOUN/obj/4 "
        "./PUNCT/punct/4"
    )
    assert (one.kind, one.noun) == ("weak", False)
    alone, _ = seen("Soto/PROPN/nsubj/2 signed/VERB/root/0 pacts/NOUN/obj/2 ./PUNCT/punct/2")
    assert alone == []


# ---------------------------------------------------------------- events


@pytest.fixture
def met():
    found, scene = seen(f"{MET} ./PUNCT/punct/2")
    return found[0], scene


def _gathered(sightings, scene):
    return [(event.status, len(event.sightings)) for event in gather(sightings, scene)]


def test_what_is_told_twice_is_one_meeting(met):
    one, scene = met
    assert _gathered([one, one], scene) == [("held", 2)]


def test_another_day_or_another_plan_is_another_meeting(met):
    one, scene = met
    text = "On Monday and Friday"
    monday = replace(one, day=date_of(text, "Monday"))
    friday = replace(one, day=date_of(text, "Friday", DAY + timedelta(days=4)))
    assert _gathered([monday, friday], scene) == [("held", 1), ("held", 1)]
    assert _gathered([one, replace(one, status="planned")], scene) == [("held", 1), ("planned", 1)]


def test_what_is_called_off_was_planned_before(met):
    one, scene = met
    told = [replace(one, status="planned"), replace(one, status="cancelled")]
    assert _gathered(told, scene) == [("cancelled", 2)]


def test_a_ceremony_is_an_event_of_its_own_beside_the_talks(met):
    one, scene = met
    assert len(gather([one, replace(one, form="ceremony")], scene)) == 2


def test_words_without_names_say_more_of_the_meeting_before(met):
    one, scene = met
    weak = replace(one, kind="weak", people=(), day=date_of("On Monday", "Monday"))
    [event] = gather([one, weak], scene)
    assert (len(event.sightings), event.day.span.text) == (2, "Monday")
    assert event.clearest is one
