"""Who said what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from summitparse.models.base import Span
from summitparse.models.claim import Claim
from summitparse.models.look import Look, Row, joined

__all__ = ["Quote"]


class Quote(Claim):
    """Who said what (source, cue and content as in PARC 3.0 and PolNeAR)."""

    letter: ClassVar[str] = "q"
    section: ClassVar[str] = "quotes"

    kind: Literal["quote"] = "quote"
    form: Literal["direct", "mixed", "indirect"]
    """All, part or none of the content stands inside quotation marks."""
    content: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()
    """What stands inside the marks, marks excluded."""
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    """The words that name the source; empty if implicit."""
    speakers: tuple[str, ...] = ()
    speaker_label: str | None = None
    """A readable name, for anonymous sources too."""
    addressee: str | None = None
    text: str
    """The content joined for reading."""

    def references(self) -> Iterator[str]:
        """The ids of other items that it names."""
        yield from super().references()
        yield from self.speakers

    def row(self, look: Look) -> Row:
        """Who said what to whom."""
        who = look.names(self.speakers) or self.speaker_label
        said: Row = {"who": who, "says_who": who, "action": joined(self.cue), "what": self.text}
        return said | {"whom": self.addressee, "status": self.form}
