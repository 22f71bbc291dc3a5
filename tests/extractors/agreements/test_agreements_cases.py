"""Sentences read with the bundled pipeline and actors by hand."""

import re
from pathlib import Path

import pytest

from summitparse.docdata import make_doc
from summitparse.extractors.agreements import parse_agreements
from summitparse.extractors.dates import resolve_dates
from summitparse.extractors.figures import find_figures
from summitparse.models import Actor, Span
from summitparse.page import Article

LEDE = "Finnish President Aino Lehto and Chilean President Tomas Rojas met in Turku on Monday. "
PATTERNS = {
    "Finland": (
        "country",
        None,
        "FI",
        r"Finland|Finnish|[Tt]he two (?:sides|countries)|[Bb]oth sides",
    ),
    "Chile": ("country", None, "CL", r"Chile(?:an)?|[Tt]he two (?:sides|countries)|[Bb]oth sides"),
    "Aino Lehto": ("person", "President", "FI", r"(?:Finnish President )?Aino Lehto|Lehto\b"),
    "Tomas Rojas": ("person", "President", "CL", r"(?:Chilean President )?Tomas Rojas|Rojas\b"),
    "Norway": ("country", None, "NO", r"Norway"),
    "Nordisk Ore": ("organization", None, None, r"Nordisk Ore"),
    "Minera Sur": ("organization", None, None, r"Minera Sur"),
}


def actors_of(text):
    """Actors by hand: names in a text that the patterns above know."""
    made = []
    for name, (kind, role, country, pattern) in PATTERNS.items():
        spans = tuple(Span.of(text, *match.span()) for match in re.finditer(pattern, text))
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


@pytest.fixture
def read(nlp):
    """The agreements of a text behind the lede, with the names of their parties."""

    def agreements(text, lede=LEDE):
        article = Article(text=lede + text, published="2026-03-02")
        doc = nlp(make_doc(nlp, article))
        actors = actors_of(article.text)
        dates = resolve_dates(doc, article=article)
        figures = find_figures(doc, dates=dates, article=article)
        found = parse_agreements(doc, actors=actors, dates=dates, figures=figures, article=article)
        names = {actor.id: actor.name for actor in actors}
        return [(claim, sorted(names[ident] for ident in claim.parties)) for claim in found]

    return agreements


DATA = Path(__file__).parent / "data"


def rows(name):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "status", "parties", "items"), rows("cases.tsv"))
def test_case(read, text, status, parties, items):
    ((claim, names),) = read(text)
    assert (claim.status, ", ".join(names)) == (status, parties)
    assert "|".join(item.text for item in claim.items) == items


@pytest.mark.parametrize("text", [row[0] for row in rows("traps.txt")])
def test_trap(read, text):
    assert read(text) == []


def test_bullets_on_the_next_lines(read):
    text = "The two sides agreed to:\n- build a pier;\n- train divers; and\n- share tugs.\n\nMore later."
    ((claim, _),) = read(text)
    assert [item.text for item in claim.items] == ["build a pier", "train divers", "share tugs"]
    assert claim.evidence.text.endswith("share tugs")


def test_list_in_a_later_sentence_belongs_to_the_document(read):
    text = "The two sides signed a joint declaration. The text covers salt, wind power and glass."
    ((claim, _),) = read(text)
    assert [item.text for item in claim.items] == ["salt", "wind power", "glass"]


def test_count_title_and_instrument(read):
    (first, _), (second, _) = read(
        "The two sides signed over 20 cooperation agreements. They adopted the Turku Declaration."
    )
    assert first.count_id is not None
    assert (first.instrument, first.action, first.event) == ("agreement", "sign", "SUPPORT")
    assert second.title.text == "Turku Declaration"
    assert second.instrument == "declaration"


def test_open_ended_list(read):
    ((claim, _),) = read(
        "The two sides signed accords in the fields of wool, tin, and other areas."
    )
    assert claim.open_ended
    assert [item.text for item in claim.items] == ["wool", "tin"]


def test_date_of_the_signing_and_the_articles_day(read):
    (stated, _), (fallen, _) = read(
        "The two sides signed a pact on Sunday. They agreed to double trade by 2030."
    )
    assert stated.when.basis == "stated"
    assert stated.when.earliest.isoformat() == "2026-03-01"
    assert fallen.when.basis == "article"
    assert fallen.date_id is None


def test_step_inside_a_commitment_is_no_claim_of_its_own(read):
    ((claim, _),) = read("The two sides agreed to sign a fisheries treaty.")
    assert (claim.status, claim.action, claim.event) == ("agreed", "sign", "AGREE")


def test_headline_and_quotation_say_nothing(read):
    assert read("\n\nLehto said: \u201cWe have agreed to build a pier in Turku.\u201d") == []
