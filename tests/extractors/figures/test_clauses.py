"""Whose a figure is, over many verbs and nouns: the clause counts, not how its words were tagged."""

from itertools import product

import pytest

from summitparse.extractors.figures import find_figures
from summitparse.extractors.figures.words import forms_of, past_only
from summitparse.models import DateMention, Span

FIRST = [
    "Exports",
    "Oil prices",
    "Net profit",
    "Unemployment",
    "Car sales",
    "Retail sales",
    "Rents",
]
SECOND = ["imports", "gold", "revenue", "consumer prices", "house prices", "wheat output", "wages"]
VERBS = [
    "rose",
    "fell",
    "climbed",
    "slid",
    "jumped",
    "dropped",
    "shrank",
    "grew",
    "sank",
    "slipped",
]
MOVED = ["its growth forecast", "the key rate", "its profit outlook", "the tariff on steel"]
MOVERS = ["cut", "raised", "trimmed", "lowered", "lifted", "slashed", "kept", "reduced", "pared"]


def subjects(text, nlp, *periods):
    dates = [
        DateMention(
            id=f"d{n}",
            span=Span.of(text, text.index(words), text.index(words) + len(words)),
            type="DATE",
            value=None,
            reason="given",
        )
        for n, words in enumerate(periods, 1)
    ]
    return [each.subject and each.subject.text for each in find_figures(nlp(text), dates=dates)]


@pytest.mark.parametrize(("first", "verb"), list(product(FIRST, VERBS)))
def test_each_clause_has_its_own_subject(first, verb, nlp):
    at = VERBS.index(verb)
    second, other = (
        SECOND[(at + FIRST.index(first)) % len(SECOND)],
        VERBS[(at * 3 + 1) % len(VERBS)],
    )
    assert subjects(f"{first} {verb} 5% and {second} {other} 2%.", nlp) == [first, second]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("told", ["Data showed", "The report found", "The ministry said"])
def test_what_is_told_is_of_what_it_tells(told, verb, nlp):
    assert subjects(f"{told} {SECOND[VERBS.index(verb) % 7]} {verb} 3%.", nlp) == [
        SECOND[VERBS.index(verb) % 7]
    ]


@pytest.mark.parametrize(("mover", "moved"), list(product(MOVERS, MOVED)))
def test_what_is_moved_is_the_subject(mover, moved, nlp):
    assert subjects(f"The bank {mover} {moved} to 2.2% from 3.1%.", nlp) == [moved, moved]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    "base", ["from a year earlier", "from the previous month", "on a year earlier"]
)
def test_a_base_is_the_period_of_no_other_level(verb, base, nlp):
    text = f"Bookings {verb} 4% {base} to 31 million pesos."
    words = base.partition(" ")[2]
    span = Span.of(text, text.index(words), text.index(words) + len(words))
    date = DateMention(id="d1", span=span, type="DATE", value=None, reason="given")
    found = find_figures(nlp(text), dates=[date])
    assert [(each.subject.text, each.date_id) for each in found] == [("Bookings", None)] * 2


def test_forms_are_made_of_the_bases_in_the_lists():
    assert {"totalled", "shrank", "fell", "accounts"} <= forms_of("measure_verbs")
    assert {"slid", "rose", "shrank"} <= past_only()
    assert not {"cut", "hit", "put", "fall"} & past_only()
