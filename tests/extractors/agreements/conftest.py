import re

import pytest

from summitparse.docdata import make_doc
from summitparse.extractors.agreements import parse_agreements
from summitparse.extractors.dates import resolve_dates
from summitparse.extractors.figures import find_figures
from summitparse.models import Actor, Article, Span

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
