"""What an expression is read against: the day of writing, and the dates named before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.side import Parse, Side, side_of, text_before
from summitparse.extractors.dates.values import Days, days_of, unit_of
from summitparse.extractors.dates.words import Words
from summitparse.models import Anchor
from summitparse.models.mentions import DateMod, DateType

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "AS_WRITTEN",
    "COUNTED",
    "NO_REFERENCE",
    "Parse",
    "Reader",
    "Reading",
    "Scene",
    "dated",
    "unread",
]

AS_WRITTEN = "as written"
COUNTED = "counted from the reference date"
NO_REFERENCE = "it counts from the day of writing, which isn't known"
MEMORY = 60
"""How many dates back another date may count from."""
NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d\d)(?![\d/-])")
BUSINESS = re.compile(
    r"\b(?:earnings|net (?:income|loss|profit)|a share|pretax|dividends?|fiscal (?:year|quarter))\b"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: a TIMEX3 value, or the two ends of a range."""

    type: DateType
    value: str | None
    reason: str
    pair: tuple[str, str] | None = None
    mod: DateMod | None = None
    anchor: Anchor | None = None
    alternatives: tuple[str, ...] = ()
    bounds: Days | None = None
    compared: bool = False
    """Whether it is a period that another is compared with ("a year earlier")."""


@dataclass(slots=True)
class Scene:
    """The state of the reading at one place of the text."""

    words: Words
    parse: Parse | None
    reference: date | None
    anchor_kind: str = "reference"
    known: list[tuple[int, Reading]] = field(default_factory=list)
    """The dates read so far in this part of the text, with where they stand."""
    business: bool | None = None
    order: tuple[bool | None] | None = None

    @property
    def is_business(self) -> bool:
        """Whether the text reports on a company's earnings; its year may begin in any month."""
        if self.business is None:
            self.business = BUSINESS.search(self.words.text) is not None
        return self.business

    @property
    def day_first(self) -> bool | None:
        """In which order the text writes dates in figures, as those tell that can be read in one only."""
        if self.order is None:
            pairs = [(int(a), int(b)) for a, b in NUMERIC.findall(self.words.text)]
            day = any(12 < a < 32 and b <= 12 for a, b in pairs)
            month = any(12 < b < 32 and a <= 12 for a, b in pairs)
            self.order = (day if day != month else None,)
        return self.order[0]

    def anchor(self) -> Anchor | None:
        """The day of writing as an anchor."""
        day = self.reference
        return Anchor(date=day.isoformat(), kind=self.anchor_kind) if day else None

    def topic(self, piece: Piece, *, within: int = 10**9) -> str | None:
        """The quarter spoken of: of those named the latest that is over, else the one named last."""
        named = [
            (days[1], reading.value)
            for start, reading in self.known[-MEMORY:]
            if reading.type == "DATE" and not reading.compared and unit_of(reading.value) == "Q"
            if (days := days_of(reading.value)) and piece.start - start <= within
            if reading.value and (self.reference is None or _is_recent(days, self.reference))
        ]
        over = [each for each in named if self.reference and each[0] < self.reference]
        return max(over)[1] if over else named[-1][1] if named else None

    def last(
        self,
        units: str,
        piece: Piece,
        *,
        within: int = 10**9,
        compared: bool = False,
        begun: bool = False,
    ) -> str | None:
        """The value read last that is one of these units; no mere comparison unless asked.

        `begun`: what is still to come counts only where the sentence looks ahead.
        """
        wanted = units.split()
        begun = begun and self.side(piece).way not in ("future", "aim", "present")
        for start, reading in reversed(self.known[-MEMORY:]):
            if piece.start - start > within:
                return None
            dates = reading.type in ("DATE", "TIME") and (compared or not reading.compared)
            if (
                dates
                and unit_of(reading.value) in wanted
                and not (begun and self._is_ahead(reading))
            ):
                return reading.value
        return None

    def _is_ahead(self, reading: Reading) -> bool:
        days = days_of(reading.value)
        return bool(days and self.reference and days[0] > self.reference)

    def before(self, piece: Piece) -> str:
        """The text shortly before an expression, in lower case."""
        return text_before(piece)

    def token(self, piece: Piece) -> Token | None:
        """The spaCy token that an expression's last word begins in, where the Doc is parsed."""
        return self.parse.token_at(piece.words.starts[piece.last - 1]) if self.parse else None

    def side(self, piece: Piece) -> Side:
        """On which side of the day of writing the sentence points."""
        return side_of(piece, self.token(piece))

    def best(self, options: list[Days], piece: Piece) -> Days | None:
        """Of some days those that fit the day of writing and the sentence best."""
        if not options or self.reference is None:
            return None
        side, reference = self.side(piece), self.reference
        return min(options, key=lambda days: (side.cost(days, reference), days))

    def nearest_year(self, tail: str, piece: Piece) -> int | None:
        """The year in which `YYYY-tail` fits the day of writing and the sentence best."""
        if self.reference is None:
            return None
        years = [self.reference.year + step for step in (-1, 0, 1)]
        options = {days: year for year in years if (days := days_of(f"{year:04}-{tail}"))}
        best = self.best(list(options), piece)
        return options[best] if best else None


Reader = Callable[[Piece, Scene], Reading | None]


def dated(
    value: str | None,
    why: str,
    *,
    mod: DateMod | None = None,
    anchor: Anchor | None = None,
    compared: bool = False,
) -> Reading | None:
    """The reading of a date, where there is a value."""
    if value is None:
        return None
    return Reading("DATE", value, why, mod=mod, anchor=anchor, compared=compared)


def unread(kind: DateType = "DATE", mod: DateMod | None = None) -> Reading:
    """The reading of an expression that counts from an unknown day."""
    return Reading(kind, None, NO_REFERENCE, mod=mod)


def _is_recent(days: Days, reference: date) -> bool:
    """Whether a quarter can be the one that a report is on: of the last year, and begun."""
    return days[0] <= reference and (reference - days[1]).days < 300
