"""Mentions: what the text names, each with its place in it and its value."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from summitparse.models.base import Item, Model, PlainDecimal, Span

__all__ = ["Actor", "Anchor", "DateMention", "Figure", "Location"]

DateType = Literal["DATE", "TIME", "DURATION", "SET"]
DateMod = Literal[
    "APPROX",
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "START",
    "MID",
    "END",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
]
LocationKind = Literal[
    "country", "region", "city", "facility", "water", "demonym", "institution", "other"
]
ActorType = Literal["person", "organization", "country", "group"]
FigureKind = Literal["money", "percent", "quantity", "count", "duration", "ordinal", "bare"]


class _Mention(Item):
    """A mention with one place in the text."""

    span: Span

    def marks(self) -> tuple[Span, ...]:
        """Its one place."""
        return (self.span,)


class Anchor(Model):
    """What a relative date was resolved against, e.g. the article's reference date."""

    date: str
    """ISO 8601 / TIMEX3 value of the anchor."""
    kind: str
    """`reference` (the article's day), `segment`, `date` (a date in the text), `event`, ..."""


class DateMention(_Mention):
    """A time expression, typed and resolved as TIMEX3 (TimeML 1.2.1) and EDTF."""

    letter: ClassVar[str] = "d"
    section: ClassVar[str] = "dates"

    type: DateType
    value: str | None
    """TIMEX3 value: `2025-09-02`, `2024-Q3`, `P15Y`, `PRESENT_REF`; null when unresolved or a range."""
    edtf: str | None = None
    earliest: date | None = None
    """First calendar day covered (inclusive)."""
    latest: date | None = None
    """Last calendar day covered (inclusive)."""
    mod: DateMod | None = None
    role: str | None = None
    """`dateline`, `published`, `page`, `event`, ..."""
    anchor: Anchor | None = None
    reason: str
    """How the value was reached, or why there is none, in one sentence."""
    alternatives: tuple[str, ...] = ()


class Location(_Mention):
    """A place name (or the adjective of one), resolved to country and coordinates (WGS 84 degrees)."""

    letter: ClassVar[str] = "l"
    section: ClassVar[str] = "locations"

    name: str
    """Canonical English name."""
    kind: LocationKind
    country: str | None
    """ISO 3166-1 alpha-2; null for what lies in no or several countries."""
    geonames_id: int | None = None
    feature_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Literal["country", "region", "place"] | None = None
    """What the coordinates stand for."""
    reason: str
    alternatives: tuple[str, ...] = ()


class Actor(Item):
    """Somebody who acts or speaks: a person, an organization, a country or a group."""

    letter: ClassVar[str] = "a"
    section: ClassVar[str] = "actors"

    name: str
    """The fullest form in the text; for a country its canonical English name."""
    type: ActorType
    role: str | None = None
    """The title as written ("Prime Minister")."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    mentions: tuple[Span, ...]
    """Every place that means this actor, pronouns included, in text order."""

    def marks(self) -> tuple[Span, ...]:
        """All its mentions."""
        return self.mentions


class Figure(_Mention):
    """A number with its modifier and unit."""

    letter: ClassVar[str] = "f"
    section: ClassVar[str] = "figures"

    kind: FigureKind
    value: PlainDecimal | None
    """The number with its scale applied; null for a range."""
    low: PlainDecimal | None = None
    high: PlainDecimal | None = None
    """Bounds of a range, `low <= high`."""
    unit: str | None
    """ISO 4217 for money; `percent`, `percentage point`, `basis point`; English singular of a
    measure (`kilometre`, `barrel/day`); else the counted noun, singular."""
    modifier: Literal["=", ">", "<", ">=", "<=", "~"] = "="
    change: Literal["up", "down"] | None = None
    """Set when the figure is the *amount* of a change, not the level reached."""
    subject: Span | None = None
    date_id: str | None = None
    reason: str
    alternatives: tuple[str, ...] = ()
