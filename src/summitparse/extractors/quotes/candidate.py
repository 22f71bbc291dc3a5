"""A candidate attribution: a cue with what it may attribute to whom, before it is weighed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summitparse.extractors.quotes.lexicon import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Candidate", "Range"]

Range = tuple[int, int]


@dataclass(eq=False, slots=True)
class Candidate:
    """Token ranges throughout; `content` has several pieces where a cue interrupts it."""

    cue: Token
    """The word that decides: verb, noun, "according"."""
    cue_range: Range
    frame: str
    """How the content hangs on the cue: `clause`, `left`, `quotation`, `object`, `to`, `for`, ..."""
    content: list[Range]
    head: Token | None = None
    """Head of the source; None where nobody is named."""
    source: Range | None = None
    addressee: Token | None = None
    score: float = 0.0
    later: list[Range] = field(default_factory=list)
    """Quotations in later sentences that go on with it."""

    @property
    def lemma(self) -> str:
        """The cue's lemma in lower case."""
        return lemma_of(self.cue)

    @property
    def pieces(self) -> list[Range]:
        """All of the content in text order."""
        return sorted([*self.content, *self.later])
