"""Who met whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from summitparse.models.base import Span
from summitparse.models.claim import Claim
from summitparse.models.look import Look, Row, joined

__all__ = ["Meeting"]


class Meeting(Claim):
    """Who met whom, in which form, where and when."""

    letter: ClassVar[str] = "m"
    section: ClassVar[str] = "meetings"
    colours: ClassVar[tuple[str, str]] = ("#d0ebff", "#1864ab")

    kind: Literal["meeting"] = "meeting"
    participants: tuple[str, ...] = ()
    form: str
    """`talks`, `meeting`, `visit`, `state visit`, `summit`, `call`, ..."""
    host: str | None = None
    """ISO 3166-1 alpha-2 of the host country."""
    topics: tuple[Span, ...] = ()
    status: Literal["held", "ongoing", "planned", "cancelled"]
    mentions: tuple[Span, ...] = ()
    part_of: str | None = None
    """Id of the meeting it belongs to."""

    def references(self) -> Iterator[str]:
        """The ids of other items that it names."""
        yield from super().references()
        yield from self.participants
        yield from [self.part_of] if self.part_of else []

    def row(self, look: Look) -> Row:
        """The first participant, and the others."""
        return {
            "who": look.names(self.participants[:1]),
            "whom": look.names(self.participants[1:]),
            "action": self.form,
            "what": joined(self.topics),
            "status": self.status,
        }
