import re

import pytest

from summitparse.docdata import make_doc
from summitparse.extractors.dates import resolve_dates
from summitparse.extractors.meetings import find_meetings
from summitparse.models import Actor, Article, Location, Span

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
