"""Invented stories, read with the bundled pipeline and actors by hand."""

import re

import pytest

from summitparse.docdata import make_doc
from summitparse.extractors.dates import resolve_dates
from summitparse.extractors.meetings import find_meetings
from summitparse.extractors.meetings.scene import _all_told
from summitparse.models import Actor, Location, Span
from summitparse.page import Article

PEOPLE = {
    "Aino Lehto": (
        "President",
        "FI",
        r"(?:Finnish President )?Aino Lehto|Lehto\b|[Tt]he two leaders",
    ),
    "Tomas Rojas": (
        "President",
        "CL",
        r"(?:Chilean President )?Tomas Rojas|Rojas\b|[Tt]he two leaders",
    ),
    "Ida Holm": ("Prime Minister", "NO", r"(?:Norwegian )?Prime Minister Ida Holm|Holm\b"),
    "Finland": (None, "FI", r"Finland|Finnish"),
    "Chile": (None, "CL", r"Chile(?:an)?"),
    "Norway": (None, "NO", r"Norway|Norwegian"),
}
PLACES = {"Turku": ("city", "FI"), "Turku Castle": ("facility", "FI"), "Oslo": ("city", "NO")}


def actors_of(text):
    made = []
    for name, (role, country, pattern) in PEOPLE.items():
        spans = tuple(Span.of(text, *match.span()) for match in re.finditer(pattern, text))
        kind = "person" if role else "country"
        if spans:
            made.append(
                Actor(
                    id=f"a{len(made) + 1}",
                    name=name,
                    type=kind,
                    role=role,
                    country=country,
                    mentions=spans,
                )
            )
    return made


def places_of(text):
    hits = [
        (name, match) for name in PLACES for match in re.finditer(rf"{name}\b(?! Castle)", text)
    ]
    return [
        Location(
            id=f"l{number}",
            span=Span.of(text, *match.span()),
            name=name,
            kind=PLACES[name][0],
            country=PLACES[name][1],
            reason="by hand",
        )
        for number, (name, match) in enumerate(sorted(hits, key=lambda hit: hit[1].start()), 1)
    ]


@pytest.fixture
def read(nlp):
    """The meetings of a text as (names, date, place, status, form)."""

    def meetings(text, published="2026-03-04"):
        article = Article(text=text, published=published)
        doc = nlp(make_doc(nlp, article))
        actors, places = actors_of(text), places_of(text)
        dates = resolve_dates(doc, article=article)
        found = find_meetings(doc, actors=actors, dates=dates, locations=places, article=article)
        names = {actor.id: actor.name for actor in actors}
        days = {date.id: date.edtf for date in dates}
        spots = {place.id: place.name for place in places}
        return [
            (
                sorted(names[ident] for ident in meeting.participants),
                days.get(meeting.date_id),
                spots.get(meeting.location_id),
                meeting.status,
                meeting.form,
            )
            for meeting in found
        ]

    return meetings


BOTH = ["Aino Lehto", "Tomas Rojas"]
STORY = "Finnish President Aino Lehto met Chilean President Tomas Rojas in Turku on Monday."


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (STORY, "meeting"),
        ("Aino Lehto hosted Tomas Rojas for talks in Turku on Monday.", "talks"),
        ("Aino Lehto and Tomas Rojas held talks in Turku on Monday.", "talks"),
        ("On Monday, Aino Lehto received Tomas Rojas in Turku.", "meeting"),
        ("Tomas Rojas was received by Aino Lehto in Turku on Monday.", "meeting"),
        ("Aino Lehto sat down with Tomas Rojas in Turku on Monday.", "talks"),
        ("Talks between Aino Lehto and Tomas Rojas were held in Turku on Monday.", "talks"),
    ],
)
def test_ways_to_meet(read, text, form):
    assert read(text) == [(BOTH, "2026-03-02", "Turku", "held", form)]


def test_one_event_told_often_is_one_meeting(read):
    text = STORY + " The talks lasted two hours. The two leaders also discussed copper."
    assert len(read(text)) == 1


def test_what_they_also_discussed_opens_no_meeting_with_others(read):
    text = STORY + " Lehto and Prime Minister Ida Holm also discussed copper on Monday."
    assert len(read(text.replace(" also", ""))) == 2
    assert len(read(text)) == 1


def test_day_and_place_come_from_other_sentences(read):
    text = "Aino Lehto held talks with Tomas Rojas. The meeting took place in Turku on Monday."
    assert read(text) == [(BOTH, "2026-03-02", "Turku", "held", "talks")]


def test_further_meeting_is_planned(read):
    held, planned = read(STORY + " The two leaders will meet again in Oslo on 5 May 2026.")
    assert held[3] == "held"
    assert planned == (BOTH, "2026-05-05", "Oslo", "planned", "meeting")


def test_meetings_of_others_stay_apart(read):
    text = STORY + "\n\nOn Tuesday, Aino Lehto met Norwegian Prime Minister Ida Holm in Oslo."
    _, second = read(text)
    assert second == (["Aino Lehto", "Ida Holm"], "2026-03-03", "Oslo", "held", "meeting")


def test_state_visit_has_its_visitor(read):
    text = "Tomas Rojas arrived in Turku on Sunday for a state visit.\n\n" + STORY
    visit, meeting = read(text)
    assert visit == (["Tomas Rojas"], "2026-03-01", "Turku", "held", "state visit")
    assert meeting[0] == BOTH


def test_joint_act_tells_of_a_meeting(read):
    text = "Aino Lehto and Tomas Rojas signed a treaty in Turku on Monday."
    assert read(text) == [(BOTH, "2026-03-02", "Turku", "held", "meeting")]


def test_building_goes_before_city(read):
    ((_, _, place, _, _),) = read("Aino Lehto met Tomas Rojas at Turku Castle in Turku on Monday.")
    assert place == "Turku Castle"


def test_call_has_no_place_of_the_dateline(read):
    text = "TURKU, March 4 \u2014 Aino Lehto spoke by telephone with Tomas Rojas on Wednesday."
    ((names, _, place, _, form),) = read(text)
    assert (names, place, form) == (BOTH, None, "call")


@pytest.mark.parametrize(
    "text",
    [
        "Aino Lehto denied that she had met Tomas Rojas.",
        "Aino Lehto welcomed Rojas's plan for the port.",
        "They reached the summit of the hill on Monday.",
        "Talks on the sale of the yard ended without a deal.",
        "\u201cI met Tomas Rojas in Turku and it rained all day,\u201d Aino Lehto said.",
    ],
)
def test_no_meeting(read, text):
    assert read(text) == []


def test_a_number_tells_how_many_states_met():
    group = Actor(id="a1", name="ministers of four states", type="group", mentions=())
    people = [_of("a2", "Aino Lehto", "person", "FI"), _of("a3", "Ida Holm", "person", "NO")]
    states = [_of(f"s{code}", code, "country", code) for code in ("FI", "CL", "NO", "PE", "UY")]
    lead = _all_told(tuple(people), [group, *people, *states])
    assert [actor.country for actor in lead] == ["FI", "NO", "CL", "PE"]
    assert _all_told(tuple(people), [*people, *states]) == tuple(people)


def _of(ident, name, kind, country):
    return Actor(id=ident, name=name, type=kind, country=country, mentions=())
