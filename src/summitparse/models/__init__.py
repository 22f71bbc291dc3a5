"""The typed models of a report: data only, a leaf that knows pydantic and the errors."""

from summitparse.models.agreement import Agreement
from summitparse.models.article import ArticleData, Dateline, Segment
from summitparse.models.base import Item, Model, PlainDecimal, Span
from summitparse.models.claim import Claim, When
from summitparse.models.derivation import Derivation
from summitparse.models.measurement import Comparison, Measurement
from summitparse.models.meeting import Meeting
from summitparse.models.mentions import Actor, Anchor, DateMention, Figure, Location
from summitparse.models.quote import Quote
from summitparse.models.report import ModelInfo, Reading, Warning

__all__ = [
    "Actor",
    "Agreement",
    "Anchor",
    "ArticleData",
    "Claim",
    "Comparison",
    "DateMention",
    "Dateline",
    "Derivation",
    "Figure",
    "Item",
    "Location",
    "Measurement",
    "Meeting",
    "Model",
    "ModelInfo",
    "PlainDecimal",
    "Quote",
    "Reading",
    "Segment",
    "Span",
    "Warning",
    "When",
]
