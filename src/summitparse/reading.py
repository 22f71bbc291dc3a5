"""Reading a processed Doc: the steps in their order, and the report they make.

`STEPS` is the one table of what is read: the order, the spaCy components, the names that
`Parser(extractors=...)` takes and the claims a report can hold follow from it. A further kind of claim is
a room with its model and its function, and a row here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from summitparse._version import __version__
from summitparse.derivations import derive
from summitparse.docdata import original_of
from summitparse.extractors.actors import find_actors
from summitparse.extractors.agreements import parse_agreements
from summitparse.extractors.dates import resolve_dates
from summitparse.extractors.figures import find_figures, find_measurements
from summitparse.extractors.locations import tag_locations
from summitparse.extractors.meetings import find_meetings
from summitparse.extractors.quotes import find_quotes
from summitparse.models import (
    Actor,
    Agreement,
    Claim,
    DateMention,
    Derivation,
    Figure,
    Item,
    Location,
    Measurement,
    Meeting,
    ModelInfo,
    Quote,
)
from summitparse.models.report import complete
from summitparse.notices import notices
from summitparse.page import Article
from summitparse.report import Report
from summitparse.view import TextView

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["DEFAULT", "STEPS", "Step", "read_doc", "run"]

CLAIMS = "claims"
"""What a step needs that reads all claims made so far."""
Found = dict[str, Sequence[Item]]
"""What has been found in a Doc so far, by section."""


class Step(NamedTuple):
    """One step of the reading: from a view of a text and earlier findings to items of one model."""

    model: type[Item]
    find: Callable[..., Sequence[Item]]
    needs: tuple[str, ...] = ()
    """The sections that the function takes as arguments of that name."""
    goes_with: str | None = None
    """The step that it runs with, where it can't be asked for by itself; "" runs always."""

    @property
    def name(self) -> str:
        """The section that it fills."""
        return self.model.section


STEPS = (
    Step(DateMention, resolve_dates),
    Step(Location, tag_locations),
    Step(Actor, find_actors, ("locations",)),
    Step(Figure, find_figures, ("dates",)),
    Step(Measurement, find_measurements, ("figures", "dates", "actors"), goes_with="figures"),
    Step(Quote, find_quotes, ("actors", "dates")),
    Step(Agreement, parse_agreements, ("actors", "dates", "figures", "locations")),
    Step(Meeting, find_meetings, ("actors", "dates", "locations")),
    Step(Derivation, derive, ("dates", "figures", "actors", CLAIMS), goes_with=""),
)
DEFAULT = tuple(step.name for step in STEPS if step.goes_with is None)
"""The extractors, in the order in which they run."""
complete(Report)


def read_doc(doc: Doc, extractors: Collection[str] = DEFAULT, *, model: ModelInfo) -> Report:
    """Run the extractors over a processed Doc and gather their results.

    Raises `AnnotationError` when an extractor needs the dependency parse and the Doc has none.
    """
    view = TextView.of(doc)
    found: Found = {}
    for step in STEPS:
        if step.goes_with == "" or (step.goes_with or step.name) in extractors:
            found[step.name] = run(step, view, found)
    return _report(view, found, model)


def run(step: Step, view: TextView, found: Found) -> Sequence[Item]:
    """What one step finds in a text, given what earlier ones found."""
    return step.find(view, **{need: _needed(found, need) for need in step.needs})


def _needed(found: Found, need: str) -> Sequence[Item]:
    return _claims(found) if need == CLAIMS else found.get(need, ())


def _claims(found: Found) -> list[Claim]:
    return [item for items in found.values() for item in items if isinstance(item, Claim)]


def _report(view: TextView, found: Found, model: ModelInfo) -> Report:
    mentions = {name: tuple(items) for name, items in found.items() if name in Report.model_fields}
    report = Report.model_validate(
        {
            "library_version": __version__,
            "model": model,
            "article": _confirmed(view.article, found.get("locations", ())),
            "claims": tuple(sorted(_claims(found), key=_place_in_text)),
            **mentions,
        }
    )
    original = original_of(view.doc)
    warnings = tuple(notices(report.article, report.dates, report.figures, original=original))
    return report.model_copy(update={"warnings": warnings})


def _place_in_text(claim: Claim) -> tuple[int, int, str, int]:
    return claim.evidence.start, claim.evidence.end, claim.id[0], int(claim.id[1:])


def _confirmed(article: Article, locations: Sequence[Item]) -> Article:
    """The article, its dateline with the country of its place.

    A line in capitals with neither a day nor a known place ("LOOKING AHEAD:") was no dateline.
    """
    line = article.dateline
    if line is None or not locations:
        return article
    start, end = line.span.start, line.span.end
    places = (item for item in locations if isinstance(item, Location))
    place = next((x for x in places if start <= x.span.start and x.span.end <= end), None)
    if place is None:
        return article if line.date else article.model_copy(update={"dateline": None})
    known = line.model_copy(update={"place": place.name, "country": place.country})
    return article.model_copy(update={"dateline": known})
