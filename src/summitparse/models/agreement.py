"""What was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from summitparse.models.base import Span
from summitparse.models.claim import Claim
from summitparse.models.look import Look, Row, joined

__all__ = ["Agreement", "AgreementStatus"]


AgreementStatus = Literal[
    "signed",
    "initialled",
    "ratified",
    "in_force",
    "agreed",
    "pledged",
    "reaffirmed",
    "offered",
    "announced",
    "expected",
    "suspended",
    "ended",
    "denied",
]


class Agreement(Claim):
    """What was agreed, signed, pledged or ended, by whom."""

    letter: ClassVar[str] = "g"
    section: ClassVar[str] = "agreements"
    colours: ClassVar[tuple[str, str]] = ("#d3f9d8", "#2b8a3e")

    kind: Literal["agreement"] = "agreement"
    parties: tuple[str, ...] = ()
    """Actor ids: states where leaders act for them, companies, blocs."""
    party_source: Span | None = None
    cue: tuple[Span, ...] = ()
    action: str
    """Lemma of what is done: `sign`, `extend`, `expand`."""
    instrument: str | None = None
    """UN Treaty Collection or news term, lower case: `treaty`, `memorandum of understanding`."""
    title: Span | None = None
    """A named instrument."""
    items: tuple[Span, ...] = ()
    open_ended: bool = False
    count_id: str | None = None
    status: AgreementStatus

    def references(self) -> Iterator[str]:
        """The ids of other items that it names."""
        yield from super().references()
        yield from self.parties
        yield from [self.count_id] if self.count_id else []

    def row(self, look: Look) -> Row:
        """Who agreed what, and how many of it."""
        title = self.title.text if self.title else self.instrument
        agreed: Row = {
            "who": look.names(self.parties),
            "action": self.action,
            "what": joined(self.items) or title,
            "status": self.status,
        }
        return agreed | look.amount(self.count_id)
