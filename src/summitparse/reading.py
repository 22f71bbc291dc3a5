"""Reading a processed Doc: the extractors in their declared order, then what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summitparse._version import __version__
from summitparse.derivations import derive
from summitparse.docdata import article_of, original_of
from summitparse.extractors.actors import find_actors
from summitparse.extractors.agreements import parse_agreements
from summitparse.extractors.dates import resolve_dates
from summitparse.extractors.figures import find_figures, find_measurements
from summitparse.extractors.locations import tag_locations
from summitparse.extractors.meetings import find_meetings
from summitparse.extractors.quotes import find_quotes
from summitparse.models import (
    Actor,
    Article,
    Claim,
    DateMention,
    Figure,
    Location,
    ModelInfo,
    Report,
)
from summitparse.notices import notices

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["DEFAULT", "read_doc"]


@dataclass
class Findings:
    """What has been found in a Doc so far; each step reads what earlier ones put here."""

    doc: Doc
    article: Article
    dates: list[DateMention] = field(default_factory=list)
    locations: list[Location] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


def _dates(got: Findings) -> None:
    got.dates = resolve_dates(got.doc, article=got.article)


def _locations(got: Findings) -> None:
    got.locations = tag_locations(got.doc, article=got.article)


def _actors(got: Findings) -> None:
    got.actors = find_actors(got.doc, locations=got.locations, article=got.article)


def _figures(got: Findings) -> None:
    got.figures = find_figures(got.doc, dates=got.dates, article=got.article)
    got.claims += find_measurements(
        got.doc, figures=got.figures, dates=got.dates, actors=got.actors, article=got.article
    )


def _quotes(got: Findings) -> None:
    got.claims += find_quotes(got.doc, actors=got.actors, dates=got.dates, article=got.article)


def _agreements(got: Findings) -> None:
    got.claims += parse_agreements(
        got.doc,
        actors=got.actors,
        dates=got.dates,
        figures=got.figures,
        locations=got.locations,
        article=got.article,
    )


def _meetings(got: Findings) -> None:
    got.claims += find_meetings(
        got.doc,
        actors=got.actors,
        dates=got.dates,
        locations=got.locations,
        article=got.article,
    )


STEPS: dict[str, Callable[[Findings], None]] = {
    "dates": _dates,
    "locations": _locations,
    "actors": _actors,
    "figures": _figures,
    "quotes": _quotes,
    "agreements": _agreements,
    "meetings": _meetings,
}
DEFAULT = tuple(STEPS)
"""The extractors, in the order in which they run."""


def read_doc(doc: Doc, extractors: Sequence[str] = DEFAULT, *, model: ModelInfo) -> Report:
    """Run the extractors over a processed Doc and gather their results.

    Raises `AnnotationError` when an extractor needs the dependency parse and the Doc has none.
    """
    got = Findings(doc, article_of(doc))
    for name, step in STEPS.items():
        if name in extractors:
            step(got)
    got.claims += derive(
        doc,
        dates=got.dates,
        figures=got.figures,
        actors=got.actors,
        claims=got.claims,
        article=got.article,
    )
    return _report(got, model, original_of(doc))


def _report(got: Findings, model: ModelInfo, original: str | None) -> Report:
    article = _confirmed(got.article, got.locations)
    return Report(
        library_version=__version__,
        model=model,
        article=article,
        dates=tuple(got.dates),
        locations=tuple(got.locations),
        actors=tuple(got.actors),
        figures=tuple(got.figures),
        claims=tuple(sorted(got.claims, key=_place_in_text)),
        warnings=tuple(notices(article, got.dates, got.figures, original=original)),
    )


def _place_in_text(claim: Claim) -> tuple[int, int, str, int]:
    return claim.evidence.start, claim.evidence.end, claim.id[0], int(claim.id[1:])


def _confirmed(article: Article, locations: Sequence[Location]) -> Article:
    """The article, its dateline with the country of its place.

    A line in capitals with neither a day nor a known place ("LOOKING AHEAD:") was no dateline.
    """
    line = article.dateline
    if line is None or not locations:
        return article
    start, end = line.span.start, line.span.end
    place = next((x for x in locations if start <= x.span.start and x.span.end <= end), None)
    if place is None:
        return article if line.date else article.model_copy(update={"dateline": None})
    known = line.model_copy(update={"place": place.name, "country": place.country})
    return article.model_copy(update={"dateline": known})
