"""What a figure says of a subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from summitparse.models.base import Model, Span
from summitparse.models.claim import Claim
from summitparse.models.look import Look, Row

__all__ = ["Comparison", "Measurement"]


class Comparison(Model):
    """What a measurement is compared with."""

    kind: str
    """`from`, `to`, `year_on_year`, `than`, `highest_since`, ..."""
    figure_id: str | None = None
    date_id: str | None = None


class Measurement(Claim):
    """A figure that says something about a subject."""

    letter: ClassVar[str] = "s"
    section: ClassVar[str] = "measurements"
    colours: ClassVar[tuple[str, str]] = ("#ffe8cc", "#d9480f")

    kind: Literal["measurement"] = "measurement"
    figure_id: str
    subject: Span
    verb: str | None = None
    """Lemma of the verb between subject and figure."""
    comparison: Comparison | None = None

    def references(self) -> Iterator[str]:
        """The ids of other items that it names."""
        yield from super().references()
        yield self.figure_id
        if self.comparison:
            other = (self.comparison.figure_id, self.comparison.date_id)
            yield from (ident for ident in other if ident)

    def row(self, look: Look) -> Row:
        """What is measured, and how much it is."""
        measured: Row = {"what": self.subject.text, "action": self.verb}
        return measured | look.amount(self.figure_id)
