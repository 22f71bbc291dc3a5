"""What an expression is read against: the day of writing, the dates named before, the verb's tense."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.values import Days, days_of, unit_of
from summitparse.extractors.dates.words import Words
from summitparse.lexicon import read_lists
from summitparse.models import Anchor
from summitparse.models.mentions import DateMod, DateType
from summitparse.syntax import clause_head, is_root, tense

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["NO_REFERENCE", "Parse", "Reader", "Reading", "Scene", "dated", "unread"]

HERE = Path(__file__).parent
NO_REFERENCE = "it counts from the day of writing, which isn't known"
MEMORY = 60
"""How many dates back another date may count from."""
BEFORE = 70
"""How many characters before an expression are searched for cues of past and future."""
AIM = re.compile(r"\bto be \w{3,20}(?: \w{1,12}){0,2} $")
"""An infinitive before a date; in a headline no parser knows it."""
BUSINESS = re.compile(
    r"\b(?:earnings|net (?:income|loss|profit)|a share|pretax|dividends?|fiscal (?:year|quarter))\b"
)
CLIMB = 4
"""How many clauses up a verb with a tense is looked for."""
Way = Literal["past", "present", "future", "aim"]
"""Where a sentence points; an infinitive ("to meet in May") is an aim."""
PENALTY = {"cue": 50.0, "future": 10.0, "past": 3.0, "aim": 3.0, "present": 1.0}
"""How much nearer a date on the wrong side must be to win, by how the side is known."""


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


@dataclass(frozen=True, slots=True)
class Side:
    """On which side of the day of writing a sentence points, and how a date beyond it is punished."""

    way: Way | None = None
    penalty: float = 1.0

    def cost(self, days: Days, reference: date) -> float:
        """How far days lie from the day of writing, farther on the wrong side."""
        if days[0] <= reference <= days[1]:
            return 0
        ahead = days[0] > reference
        distance = (days[0] - reference).days if ahead else (reference - days[1]).days
        wrong = self.way == "past" if ahead else self.way in ("future", "aim")
        return distance * (self.penalty if wrong else 1)


class Parse:
    """A parsed Doc whose tokens are found by character offset."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._offsets: list[int] = doc.to_array("IDX").tolist()

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character, or the last before it."""
        index = bisect_right(self._offsets, offset) - 1
        return self._doc[index] if index >= 0 else None


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

    @property
    def is_business(self) -> bool:
        """Whether the text reports on a company's earnings; its year may begin in any month."""
        if self.business is None:
            self.business = BUSINESS.search(self.words.text) is not None
        return self.business

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

    def last(self, units: str, piece: Piece, *, within: int = 10**9) -> str | None:
        """The value read last that is one of these units and no mere comparison."""
        wanted = units.split()
        for start, reading in reversed(self.known[-MEMORY:]):
            if piece.start - start > within:
                return None
            dates = reading.type in ("DATE", "TIME") and not reading.compared
            if dates and unit_of(reading.value) in wanted:
                return reading.value
        return None

    def before(self, piece: Piece) -> str:
        """The text shortly before an expression, in lower case."""
        return self.words.text[max(0, piece.start - BEFORE) : piece.start].lower()

    def token(self, piece: Piece) -> Token | None:
        """The spaCy token that an expression's last word begins in, where the Doc is parsed."""
        return self.parse.token_at(piece.words.starts[piece.last - 1]) if self.parse else None

    def side(self, piece: Piece) -> Side:
        """Where the sentence points: by a cue word directly before, by its verb, by words like "will"."""
        before = self.before(piece)
        if _cue("past").search(before):
            return Side("past", PENALTY["cue"])
        if _cue("future").search(before):
            return Side("future", PENALTY["cue"])
        if _is_attribute(piece):
            return Side()
        if AIM.search(before):
            return Side("aim", PENALTY["aim"])
        token = self.token(piece)
        way = _verbal(token) if token is not None else None
        way = way or _plain(before)
        return Side(way, PENALTY[way]) if way else Side()

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


def _is_attribute(piece: Piece) -> bool:
    """Whether the date only describes a noun: "Tuesday's vote", "a June deal"."""
    if piece.next_is("genitive"):
        return True
    return (
        piece.previous in ("a", "an")
        and piece.words.text[piece.end : piece.end + 2].strip().islower()
    )


@lru_cache(maxsize=1)
def _lists() -> dict[str, tuple[str, ...]]:
    return read_lists(HERE / "cues.toml")


@lru_cache(maxsize=8)
def _cue(name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in _lists()[name])
    if name.endswith("words"):
        return re.compile(rf"(?<!\bbe )(?<!\bto )\b(?:{words})\b")
    filler = "|".join(_lists()["fillers"])
    return re.compile(rf"\b(?:{words})\W{{1,2}}(?:(?:{filler})\W){{0,2}}$")


def _plain(before: str) -> Way | None:
    """The side by the last telling word before, without a parse."""
    clause = re.split(r"[.;!?\n]", before)[-1]
    ahead = max((hit.start() for hit in _cue("future_words").finditer(clause)), default=-1)
    behind = max((hit.start() for hit in _cue("past_words").finditer(clause)), default=-1)
    if ahead == behind:
        return None
    return "future" if ahead > behind else "past"


def _verbal(token: Token) -> Way | None:
    """The side by the verb that governs the token, or one above it that has a tense."""
    for step in range(CLIMB):
        head = clause_head(token)
        way = "past" if _is_since(token, head) else _way(head)
        if step and way == "present":
            return None
        if way or is_root(head):
            return way
        token = head.head
    return None


def _is_since(token: Token, head: Token) -> bool:
    """Whether "since" or "following" introduces a phrase that the token is in, up to its clause."""
    for _ in range(2 * CLIMB):
        if any(child.lower_ in ("since", "following") for child in token.lefts):
            return True
        if token.i == head.i or is_root(token):
            return False
        token = token.head
    return False


def _way(head: Token) -> Way | None:
    if head.lemma_ in _lists()["planned"] and not _has(head, "as"):
        return "past" if _has(head, "had") else "future"
    if _has(head, "would"):
        return "aim"
    found = tense(head)
    if found == "infinitive":
        return "past" if _has(head.head, "had") else "aim"
    if found == "present" and _has(head, "to"):
        return "future"
    describes = found == "present" and head.pos_ == "ADJ"
    return None if found == "none" or describes else found


def _has(head: Token, word: str) -> bool:
    """Whether a word hangs on the verb before it."""
    return any(child.lower_ == word for child in head.lefts)
