"""The data of a report: everything read from one article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Self, TypeVar

from pydantic import model_validator

from summitparse.models.agreement import Agreement
from summitparse.models.article import ArticleData
from summitparse.models.base import Item, Model, Span
from summitparse.models.claim import KINDS, Claim, known_claims
from summitparse.models.derivation import Derivation
from summitparse.models.measurement import Measurement
from summitparse.models.meeting import Meeting
from summitparse.models.mentions import Actor, DateMention, Figure, Location
from summitparse.models.quote import Quote

__all__ = ["SCHEMA_VERSION", "ModelInfo", "Reading", "Warning", "complete"]

SCHEMA_VERSION = "1.0"
"""Version of the report's JSON: a new major number when a key changes its meaning or goes."""

C = TypeVar("C", bound=Claim)


class ModelInfo(Model):
    """The spaCy pipeline that read the article."""

    name: str
    version: str


class Warning(Model):  # noqa: A001 - the contract's word; not an exception
    """What a user should know about this report."""

    code: str
    message: str
    span: Span | None = None


class Reading(Model):
    """All that was read from one article, as data; `summitparse.Report` adds the ways out."""

    schema_version: str = SCHEMA_VERSION
    library_version: str
    model: ModelInfo
    article: ArticleData
    dates: tuple[DateMention, ...] = ()
    locations: tuple[Location, ...] = ()
    actors: tuple[Actor, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    warnings: tuple[Warning, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self._items()}

    def _items(self) -> Iterator[Item]:
        for group in (self.dates, self.locations, self.actors, self.figures, self.claims):
            yield from group

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        """Ids are unique and every reference resolves."""
        ids = [item.id for item in self._items()]
        if len(ids) != len(set(ids)):
            raise ValueError("an id stands twice in the report")
        lost = {ref for claim in self.claims for ref in claim.references()} - set(ids)
        lost |= {figure.date_id for figure in self.figures if figure.date_id} - set(ids)
        if lost:
            raise ValueError(f"references to nothing: {sorted(lost)}")
        return self

    def __getitem__(self, ident: str) -> Item:
        """The item with this id; raises `KeyError` if there is none."""
        return self._by_id[ident]

    def of(self, kind: type[C]) -> tuple[C, ...]:
        """The claims of one kind, in text order: `report.of(Quote)` is `report.quotes`."""
        return tuple(claim for claim in self.claims if isinstance(claim, kind))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """The claims of a kind without a property of its own, by its section's name."""
            kind = next((kind for kind in KINDS.values() if kind.section == name), None)
            return self.of(kind) if kind else super().__getattr__(name)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The claims that report what somebody said."""
        return self.of(Quote)

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """The claims about what was agreed."""
        return self.of(Agreement)

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The claims about who met whom."""
        return self.of(Meeting)

    @property
    def measurements(self) -> tuple[Measurement, ...]:
        """The figures that say something about a subject."""
        return self.of(Measurement)

    @property
    def derivations(self) -> tuple[Derivation, ...]:
        """What follows by arithmetic."""
        return self.of(Derivation)


def complete(report: type[Reading]) -> None:
    """Let a report know the kinds of claims that are defined by now; called when all steps are loaded."""
    report.model_fields["claims"].annotation = known_claims()
    report.model_rebuild(force=True)
