"""summitparse reads news text into structured, sourced claims.

>>> import summitparse
>>> report = summitparse.parse("Trade reached 5 billion euros in 2024.", published="2025-03-01")
>>> report.figures[0].value, report.figures[0].unit
(Decimal('5000000000'), 'EUR')
"""

from typing import TYPE_CHECKING

from summitparse._version import __version__
from summitparse.docdata import make_doc
from summitparse.errors import (
    AnnotationError,
    ArticleError,
    LexiconError,
    MissingExtraError,
    SummitparseError,
)
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
    DateMention,
    Derivation,
    Figure,
    Location,
    Measurement,
    Meeting,
    Quote,
    Span,
    Warning,
)
from summitparse.page import Article
from summitparse.parser import Parser, load, parse
from summitparse.reading import DEFAULT
from summitparse.report import Report

if TYPE_CHECKING:
    from summitparse.batch import BatchExtractor

__all__ = [
    "DEFAULT",
    "Actor",
    "Agreement",
    "AnnotationError",
    "Article",
    "ArticleError",
    "BatchExtractor",
    "DateMention",
    "Derivation",
    "Figure",
    "LexiconError",
    "Location",
    "Measurement",
    "Meeting",
    "MissingExtraError",
    "Parser",
    "Quote",
    "Report",
    "Span",
    "SummitparseError",
    "Warning",
    "__version__",
    "find_actors",
    "find_figures",
    "find_measurements",
    "find_meetings",
    "find_quotes",
    "load",
    "make_doc",
    "parse",
    "parse_agreements",
    "resolve_dates",
    "tag_locations",
]


def __getattr__(name: str) -> object:
    """Names that need an optional dependency load when they are asked for."""
    if name == "BatchExtractor":
        from summitparse.batch import BatchExtractor

        return BatchExtractor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
