"""Claims as flat rows: the same columns for every kind, for spreadsheets, pandas and Arrow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from summitparse.errors import MissingExtraError
from summitparse.models import Claim, Reading
from summitparse.models.look import Look, Row

if TYPE_CHECKING:
    import pandas
    import pyarrow

__all__ = ["COLUMNS", "arrow_schema", "rows", "to_arrow", "to_pandas"]

COLUMNS = (
    "article_id",
    "claim_id",
    "kind",
    "who",
    "event",
    "action",
    "whom",
    "what",
    "amount",
    "unit",
    "modifier",
    "when_earliest",
    "when_latest",
    "when_basis",
    "where",
    "country",
    "says_who",
    "via",
    "status",
    "modality",
    "negated",
    "confidence",
    "evidence",
    "start",
    "end",
)
TYPES = {"negated": "bool", "confidence": "float64", "start": "int64", "end": "int64"}
"""Arrow types of the columns that aren't strings."""


def rows(report: Reading) -> list[Row]:
    """One flat dict a claim, with the keys of `COLUMNS` in that order; ids become names.

    Dates are ISO 8601 strings, amounts plain decimal strings, offsets characters of the text.
    """
    look = Look(report.actors, report.figures, report.locations)
    return [_row(report.article.id, claim, look) for claim in report.claims]


def _row(article_id: str | None, claim: Claim, look: Look) -> Row:
    row = {"article_id": article_id} | _common(claim, look) | claim.row(look)
    return {column: row.get(column) for column in COLUMNS}


def _common(claim: Claim, look: Look) -> Row:
    """What every kind of claim has."""
    place = look.place(claim.location_id)
    when = claim.when
    return {
        "claim_id": claim.id,
        "kind": claim.kind,
        "event": claim.event,
        "when_earliest": _iso(when.earliest) if when else None,
        "when_latest": _iso(when.latest) if when else None,
        "when_basis": when.basis if when else None,
        "where": place.name if place else None,
        "country": place.country if place else None,
        "via": look.names(claim.reported_by),
        "modality": claim.modality,
        "negated": claim.negated,
        "confidence": claim.confidence,
        "evidence": claim.evidence.text,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def to_pandas(report: Reading) -> pandas.DataFrame:
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


def to_arrow(reports: Sequence[Reading]) -> pyarrow.Table:
    """The rows of all reports as one Arrow table; raises `MissingExtraError` without pyarrow."""
    schema = arrow_schema()
    import pyarrow

    table = [row for report in reports for row in rows(report)]
    return pyarrow.Table.from_pylist(table, schema=schema)
