"""What an expression is read against: the day of writing, the dates named before, the verb's tense."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.values import unit_of
from summitparse.extractors.dates.words import Words
from summitparse.lexicon import read_lists
from summitparse.models import Anchor
from summitparse.syntax import clause_head, tense

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Direction", "Reading", "Scene"]

HERE = Path(__file__).parent
MEMORY = 60
"""How many dates back another date may count from."""
BEFORE = 70
"""How many characters before an expression are searched for cues of past and future."""
Direction = Literal["past", "future", "present"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: a TIMEX3 value, or the two ends of a range."""

    type: str
    value: str | None
    reason: str
    pair: tuple[str, str] | None = None
    mod: str | None = None
    anchor: Anchor | None = None
    alternatives: tuple[str, ...] = ()
    bounds: tuple[date, date] | None = None


@dataclass(slots=True)
class Scene:
    """The state of the reading at one place of the text."""

    words: Words
    doc: Doc | None
    reference: date | None
    anchor_kind: str = "reference"
    known: list[tuple[int, Reading]] = field(default_factory=list)
    """The dates read so far in this part of the text, with where they stand."""
    offsets: list[int] = field(default_factory=list)

    def anchor(self) -> Anchor | None:
        """The day of writing as an anchor."""
        day = self.reference
        return Anchor(date=day.isoformat(), kind=self.anchor_kind) if day else None

    def last(self, units: str, *, within: int = 10**9, at: int = 10**9) -> str | None:
        """The value read last that is one of these units."""
        wanted = units.split()
        for start, reading in reversed(self.known[-MEMORY:]):
            if at - start > within:
                return None
            if reading.type != "SET" and unit_of(reading.value) in wanted:
                return reading.value
        return None

    def before(self, piece: Piece) -> str:
        """The text of the same line shortly before an expression, in lower case."""
        return self.words.text[max(0, piece.start - BEFORE) : piece.start].lower()

    def token(self, piece: Piece) -> Token | None:
        """The spaCy token that an expression's last word begins in, where the Doc is parsed."""
        if self.doc is None or not self.doc.has_annotation("DEP"):
            return None
        if not self.offsets:
            self.offsets.extend(token.idx for token in self.doc)
        index = bisect_right(self.offsets, self.words.starts[piece.last - 1]) - 1
        return self.doc[index] if index >= 0 else None

    def direction(self, piece: Piece) -> tuple[Direction | None, int]:
        """Where the sentence points, and how strongly (0 not at all, 1 by tense, 2 by a cue word)."""
        before = self.before(piece)
        if _cue("past").search(before):
            return "past", 2
        if _cue("future").search(before):
            return "future", 2
        token = self.token(piece)
        if token is None:
            return _plain(before), 1
        return _verbal(token), 1


@lru_cache(maxsize=8)
def _cue(name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in read_lists(HERE / "cues.toml")[name])
    end = (
        r"\W{1,3}(?:the\W|early\W|late\W|mid\W|at\W|on\W|in\W){0,2}$" if "_" not in name else r"\b"
    )
    return re.compile(rf"\b(?:{words}){end}")


def _plain(before: str) -> Direction | None:
    """The direction by the last telling word before, without a parse."""
    clause = re.split(r"[.;!?\n]", before)[-1]
    ahead = [hit.start() for hit in _cue("future_words").finditer(clause)]
    behind = [
        hit.start() for hit in re.finditer(r"\b(?:was|were|had|did|\w{3,20}ed|said)\b", clause)
    ]
    if not ahead and not behind:
        return None
    return "future" if max(ahead, default=-1) > max(behind, default=-1) else "past"


def _verbal(token: Token) -> Direction | None:
    """The direction by the verb that governs the token."""
    head = clause_head(token)
    if head.lemma_ in read_lists_cached()["planned"]:
        return "future"
    found = tense(head)
    if found in ("future", "infinitive"):
        return "future"
    return found if found in ("past", "present") else None  # type: ignore[return-value]


@lru_cache(maxsize=1)
def read_lists_cached() -> dict[str, frozenset[str]]:
    """The cue lists as sets."""
    return {name: frozenset(words) for name, words in read_lists(HERE / "cues.toml").items()}
