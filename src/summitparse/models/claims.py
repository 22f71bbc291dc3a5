"""Claims: what the text says happened, was said, agreed, measured, or follows from it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from summitparse.models.base import Model, Span

__all__ = [
    "Agreement",
    "Claim",
    "Comparison",
    "Derivation",
    "Measurement",
    "Meeting",
    "Quote",
    "When",
]

Event = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
"""The 16 event types of the PLOVER manual (2021 and later)."""
Modality = Literal["actual", "future", "hypothetical", "historical"]
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


class When(Model):
    """The days a claim holds or happens (inclusive)."""

    earliest: date | None
    latest: date | None
    basis: Literal["stated", "article"]
    """`stated` in the text, or `article`: only the article's reference date dates it."""


class _Claim(Model):
    """What every claim says about itself."""

    id: str
    evidence: Span
    """The sentence or clause that says it."""
    event: Event | None = None
    modality: Modality = "actual"
    negated: bool = False
    reported_by: tuple[str, ...] = ()
    """Actor ids, innermost to outermost: *X said, Y reports* gives Y on X's statement."""
    date_id: str | None = None
    """When it holds or happens."""
    date_ids: tuple[str, ...] = ()
    """Every date in the evidence."""
    figure_ids: tuple[str, ...] = ()
    location_id: str | None = None
    about: tuple[str, ...] = ()
    """Actor ids of those it is about."""
    when: When | None = None
    confidence: float = Field(default=1.0, ge=0, le=1)


class Quote(_Claim):
    """Who said what (source, cue and content as in PARC 3.0 and PolNeAR)."""

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


class Agreement(_Claim):
    """What was agreed, signed, pledged or ended, by whom."""

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


class Meeting(_Claim):
    """Who met whom, in which form, where and when."""

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


class Comparison(Model):
    """What a measurement is compared with."""

    kind: str
    """`from`, `to`, `year_on_year`, `than`, `highest_since`, ..."""
    figure_id: str | None = None
    date_id: str | None = None


class Measurement(_Claim):
    """A figure that says something about a subject."""

    kind: Literal["measurement"] = "measurement"
    figure_id: str
    subject: Span
    verb: str | None = None
    """Lemma of the verb between subject and figure."""
    comparison: Comparison | None = None


class Derivation(_Claim):
    """What follows by arithmetic from what the text says."""

    kind: Literal["derivation"] = "derivation"
    rule: str
    """`anniversary_year`, `interval`, `dateline_year`, `count_check`, `rank`, ..."""
    value: str
    explanation: str
    from_ids: tuple[str, ...] = ()


Claim = Annotated[
    Quote | Agreement | Meeting | Measurement | Derivation, Field(discriminator="kind")
]
