"""The typed models of a report; the leaf layer, pydantic only."""

from summitparse.models.article import Article, Dateline, Segment
from summitparse.models.base import Model, PlainDecimal, Span
from summitparse.models.claims import (
    Agreement,
    Claim,
    Comparison,
    Derivation,
    Measurement,
    Meeting,
    Quote,
    When,
)
from summitparse.models.mentions import Actor, Anchor, DateMention, Figure, Location
from summitparse.models.report import ModelInfo, Report, Warning

__all__ = [
    "Actor",
    "Agreement",
    "Anchor",
    "Article",
    "Claim",
    "Comparison",
    "DateMention",
    "Dateline",
    "Derivation",
    "Figure",
    "Location",
    "Measurement",
    "Meeting",
    "Model",
    "ModelInfo",
    "PlainDecimal",
    "Quote",
    "Report",
    "Segment",
    "Span",
    "Warning",
    "When",
]
