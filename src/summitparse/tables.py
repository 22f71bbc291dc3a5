"""Claims as flat rows: the same columns for every kind, for spreadsheets, pandas and Arrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from summitparse.errors import MissingExtraError
from summitparse.models import (
    Agreement,
    Claim,
    Derivation,
    Figure,
    Location,
    Measurement,
    Meeting,
    Quote,
    Report,
)

if TYPE_CHECKING:
    import pandas
    import pyarrow

__all__ = ["COLUMNS", "arrow_schema", "rows", "to_arrow", "to_pandas"]

Row = dict[str, str | float | bool | None]
JOIN = "; "
"""Between several names or items in one cell."""

COLUMNS = tuple(
    (
        "article_id claim_id kind who event action whom what amount unit modifier when_earliest "
        "when_latest when_basis where country says_who via status modality negated confidence "
        "evidence start end"
    ).split()
)
TYPES = {"negated": "bool", "confidence": "float64", "start": "int64", "end": "int64"}
"""Arrow types of the columns that aren't strings."""


def rows(report: Report) -> list[Row]:
    """One flat dict a claim, with the keys of `COLUMNS` in that order; ids become names.

    Dates are ISO 8601 strings, amounts plain decimal strings, offsets characters of the text.
    """
    known = Known(
        report.article.id,
        {actor.id: actor.name for actor in report.actors},
        {place.id: place for place in report.locations},
        {figure.id: figure for figure in report.figures},
    )
    return [_row(known, claim) for claim in report.claims]


class Known(NamedTuple):
    """What claims name by its id, looked up once for all claims of a report."""

    article: str | None
    names: dict[str, str]
    places: dict[str, Location]
    figures: dict[str, Figure]

    def named(self, idents: Iterable[str]) -> str | None:
        """The names of some actors in one cell."""
        return JOIN.join(self.names[ident] for ident in idents if ident in self.names) or None


def _row(known: Known, claim: Claim) -> Row:
    row = _common(known, claim) | _own(known, claim)
    return {column: row.get(column) for column in COLUMNS}


def _common(known: Known, claim: Claim) -> Row:
    """What every kind of claim has."""
    place = known.places.get(claim.location_id or "")
    when = claim.when
    return {
        "article_id": known.article,
        "claim_id": claim.id,
        "kind": claim.kind,
        "event": claim.event,
        "when_earliest": _iso(when.earliest) if when else None,
        "when_latest": _iso(when.latest) if when else None,
        "when_basis": when.basis if when else None,
        "where": place.name if place else None,
        "country": place.country if place else None,
        "via": known.named(claim.reported_by),
        "modality": claim.modality,
        "negated": claim.negated,
        "confidence": claim.confidence,
        "evidence": claim.evidence.text,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
    }


def _own(known: Known, claim: Claim) -> Row:
    """What only this kind of claim has."""
    match claim:
        case Quote():
            who = known.named(claim.speakers) or claim.speaker_label
            said = {"who": who, "says_who": who, "action": _text(claim.cue), "what": claim.text}
            return {**said, "whom": claim.addressee, "status": claim.form}
        case Agreement():
            title = claim.title.text if claim.title else claim.instrument
            what = JOIN.join(span.text for span in claim.items) or title
            count = known.figures.get(claim.count_id or "")
            parties = {"who": known.named(claim.parties), "action": claim.action, "what": what}
            return {**parties, "status": claim.status, **_amount(count)}
        case Meeting():
            first, *others = claim.participants or ("",)
            met = {"who": known.named([first]), "whom": known.named(others)}
            return {
                **met,
                "action": claim.form,
                "what": _text(claim.topics),
                "status": claim.status,
            }
        case Measurement():
            amount = _amount(known.figures.get(claim.figure_id))
            return {"what": claim.subject.text, "action": claim.verb, **amount}
        case Derivation():
            return {"action": claim.rule, "what": claim.explanation, "amount": claim.value}


def _amount(figure: Figure | None) -> Row:
    if figure is None:
        return {}
    value = f"{figure.low}..{figure.high}" if figure.value is None else format(figure.value, "f")
    return {"amount": value, "unit": figure.unit, "modifier": figure.modifier}


def _text(spans: Iterable[object]) -> str | None:
    return JOIN.join(str(getattr(span, "text", "")) for span in spans) or None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def to_pandas(report: Report) -> pandas.DataFrame:
    """The rows as a DataFrame; raises `MissingExtraError` without pandas."""
    try:
        import pandas
    except ImportError as error:
        raise MissingExtraError("pandas", "pandas") from error
    return pandas.DataFrame(rows(report), columns=list(COLUMNS))


def arrow_schema() -> pyarrow.Schema:
    """The Arrow schema of the rows; raises `MissingExtraError` without pyarrow."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError("pyarrow", "arrow") from error
    types = {name: TYPES.get(name, "string") for name in COLUMNS}
    return pyarrow.schema([(name, pyarrow.type_for_alias(kind)) for name, kind in types.items()])


def to_arrow(reports: Sequence[Report]) -> pyarrow.Table:
    """The rows of all reports as one Arrow table; raises `MissingExtraError` without pyarrow."""
    schema = arrow_schema()
    import pyarrow

    table = [row for report in reports for row in rows(report)]
    return pyarrow.Table.from_pylist(table, schema=schema)
