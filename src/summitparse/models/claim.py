"""What every claim says about itself, and the kinds of claims there are.

A kind is a subclass of `Claim` with a `kind` of its own; defining it makes it known. Its module says all
that the rest of the library asks of a kind: its letter in ids, its section, what it refers to, its row.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import GenericAlias
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Union, cast

from pydantic import Field

from summitparse.models.base import Item, Model, Span
from summitparse.models.look import Look, Row

__all__ = ["KINDS", "Claim", "Event", "Modality", "When", "known_claims"]

Event = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
"""The 16 event types of the PLOVER manual (2021 and later)."""
Modality = Literal["actual", "future", "hypothetical", "historical"]


class When(Model):
    """The days a claim holds or happens (inclusive)."""

    earliest: date | None
    latest: date | None
    basis: Literal["stated", "article"]
    """`stated` in the text, or `article`: only the article's reference date dates it."""


class Claim(Item):
    """What every claim says about itself."""

    colours: ClassVar[tuple[str, str]] = ("#fff3bf", "#e0a800")
    """Background and line of its evidence, where an article is shown with its claims."""

    if TYPE_CHECKING:
        kind: str  # each kind has its own, as a literal
    evidence: Span
    """The sentence or clause that says it."""
    event: Event | None = None
    modality: Modality = "actual"
    negated: bool = False
    reported_by: tuple[str, ...] = ()
    """Actor ids, innermost to outermost: *X said, Y reports* gives Y on X's statement."""
    date_id: str | None = None
    """When it holds or happens."""
    date_ids: tuple[str, ...] = ()
    """Every date in the evidence."""
    figure_ids: tuple[str, ...] = ()
    location_id: str | None = None
    about: tuple[str, ...] = ()
    """Actor ids of those it is about."""
    when: When | None = None
    confidence: float = Field(default=1.0, ge=0, le=1)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: object) -> None:
        KINDS[cls.model_fields["kind"].default] = cls

    def marks(self) -> tuple[Span, ...]:
        """The evidence."""
        return (self.evidence,)

    def references(self) -> Iterator[str]:
        """The ids of other items that it names."""
        yield from (*self.reported_by, *self.date_ids, *self.figure_ids, *self.about)
        yield from (ident for ident in (self.date_id, self.location_id) if ident)

    def row(self, look: Look) -> Row:
        """What only this kind has to say in a table, by column."""
        raise NotImplementedError(f"{type(self).__name__} has no row")


KINDS: dict[str, type[Claim]] = {}
"""The models of claims by their `kind`, in the order in which they were defined."""


def known_claims() -> type[tuple[Claim, ...]]:
    """The type of claims of the kinds known by now, told apart by `kind`."""
    return cast("type[tuple[Claim, ...]]", GenericAlias(tuple, (_known_claim(), ...)))


def _known_claim() -> object:
    kinds = tuple(KINDS.values())
    return Annotated[Union[kinds], Field(discriminator="kind")]  # noqa: UP007 - known at run time
