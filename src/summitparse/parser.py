"""The way of the data: article -> Doc -> extractors in order -> Report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from summitparse._version import __version__
from summitparse.derivations import derive
from summitparse.docdata import article_of, make_doc
from summitparse.extractors.actors import find_actors
from summitparse.extractors.agreements import parse_agreements
from summitparse.extractors.dates import resolve_dates
from summitparse.extractors.figures import find_figures, find_measurements
from summitparse.extractors.locations import tag_locations
from summitparse.extractors.meetings import find_meetings
from summitparse.extractors.quotes import find_quotes
from summitparse.models import Article, Claim, ModelInfo, Report
from summitparse.syntax import require_parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["DEFAULT", "Parser", "load", "parse", "read_doc"]

DEFAULT = ("dates", "locations", "actors", "figures", "quotes", "agreements", "meetings")
"""The extractors, in the order in which they run: each reads only what earlier ones found."""


def read_doc(doc: Doc, *, extractors: Sequence[str] = DEFAULT) -> Report:
    """Run the extractors over a processed Doc and gather their results.

    Raises `AnnotationError` when an extractor that needs the dependency parse gets a Doc without.
    """
    if set(extractors) - {"dates", "locations"}:
        require_parse(doc, "summitparse")
    article = article_of(doc)
    on = set(extractors)
    dates = resolve_dates(doc, article=article) if "dates" in on else []
    locations = tag_locations(doc, article=article) if "locations" in on else []
    actors = find_actors(doc, locations=locations, article=article) if "actors" in on else []
    figures = find_figures(doc, dates=dates, article=article) if "figures" in on else []
    claims: list[Claim] = []
    if "figures" in on:
        claims += find_measurements(
            doc, figures=figures, dates=dates, actors=actors, article=article
        )
    if "quotes" in on:
        claims += find_quotes(doc, actors=actors, dates=dates, article=article)
    if "agreements" in on:
        claims += parse_agreements(
            doc, actors=actors, dates=dates, figures=figures, locations=locations, article=article
        )
    if "meetings" in on:
        claims += find_meetings(
            doc, actors=actors, dates=dates, locations=locations, article=article
        )
    claims += derive(
        doc, dates=dates, figures=figures, actors=actors, claims=claims, article=article
    )
    return Report(
        library_version=__version__,
        model=_model_info(doc),
        article=article,
        dates=tuple(dates),
        locations=tuple(locations),
        actors=tuple(actors),
        figures=tuple(figures),
        claims=tuple(sorted(claims, key=lambda claim: (claim.evidence.start, claim.id))),
    )


def _model_info(doc: Doc) -> ModelInfo:
    return ModelInfo(name=str(doc.user_data.get("summitparse.model", "unknown")), version="")


def load(*, exclude: Iterable[str] = ()) -> Language:
    """The bundled English pipeline with `summitparse` at its end."""
    import os

    import spacy

    nlp = spacy.load(os.environ["SUMMITPARSE_DEV_MODEL"], exclude=list(exclude))
    return nlp


class Parser:
    """Reads articles with one loaded pipeline."""

    def __init__(self, nlp: Language | None = None, *, extractors: Sequence[str] = DEFAULT) -> None:
        self._nlp = nlp or load()
        self._extractors = tuple(extractors)

    def parse(self, article: str | Article) -> Report:
        """The report of one article."""
        return next(self.pipe([article]))

    def pipe(
        self,
        articles: Iterable[str | Article],
        *,
        batch_size: int = 64,
        workers: int = 1,
        progress: bool = False,
    ) -> Iterator[Report]:
        """The reports of many articles, in their order."""
        made = (a if isinstance(a, Article) else Article(text=a) for a in articles)
        docs = (make_doc(self._nlp, article) for article in made)
        for doc in self._nlp.pipe(docs, batch_size=batch_size):
            yield read_doc(doc, extractors=self._extractors)


@lru_cache(maxsize=1)
def _default() -> Parser:
    return Parser()


def parse(
    text: str | Article,
    *,
    published: date | datetime | str | None = None,
    title: str | None = None,
    source: str | None = None,
    id: str | None = None,  # noqa: A002 - the contract's name
    nlp: Language | None = None,
) -> Report:
    """Read one article."""
    if isinstance(text, Article):
        article = text
    else:
        article = Article.model_validate(
            {"text": text, "published": published, "title": title, "source": source, "id": id}
        )
    return (Parser(nlp) if nlp else _default()).parse(article)
