"""What follows by arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from summitparse.models.claim import Claim
from summitparse.models.look import Look, Row

__all__ = ["Derivation"]


class Derivation(Claim):
    """What follows by arithmetic from what the text says."""

    letter: ClassVar[str] = "x"
    section: ClassVar[str] = "derivations"
    colours: ClassVar[tuple[str, str]] = ("#f3d9fa", "#862e9c")

    kind: Literal["derivation"] = "derivation"
    rule: str
    """`anniversary_year`, `interval`, `dateline_year`, `count_check`, `rank`, ..."""
    value: str
    explanation: str
    from_ids: tuple[str, ...] = ()

    def references(self) -> Iterator[str]:
        """The ids of other items that it names."""
        yield from super().references()
        yield from self.from_ids

    def row(self, look: Look) -> Row:  # noqa: ARG002 - it names no other item
        """The rule, its reckoning and its result."""
        return {"action": self.rule, "what": self.explanation, "amount": self.value}
