"""A report as HTML: the article with its claims marked, and a table. Everything is escaped."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summitparse.export.tables import rows
from summitparse.models import Reading
from summitparse.models.claim import KINDS

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["fragment", "to_html"]

SHOWN = (
    "kind",
    "who",
    "action",
    "whom",
    "what",
    "amount",
    "unit",
    "when_earliest",
    "where",
    "status",
)
"""Columns of the table; the others are in `Report.to_rows()`."""


def to_html(report: Reading) -> str:
    """A self-contained page (no scripts, no outside resources)."""
    return _template("page.html").render(**_view(report))


def fragment(report: Reading) -> str:
    """The same as a fragment for a notebook cell."""
    return _template("report.html").render(**_view(report))


def _template(name: str) -> Template:
    from jinja2 import Environment, PackageLoader

    return Environment(loader=PackageLoader("summitparse.export"), autoescape=True).get_template(
        name
    )


def _view(report: Reading) -> dict[str, object]:
    table = [{name: row[name] for name in (*SHOWN, "claim_id")} for row in rows(report)]
    return {
        "title": report.article.given_title or (report.article.title and report.article.title.text),
        "pieces": _pieces(report),
        "columns": SHOWN,
        "rows": table,
        "colours": {name: kind.colours for name, kind in KINDS.items()},
        "warnings": report.warnings,
    }


def _pieces(report: Reading) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The text cut where a claim's evidence begins or ends: (piece, claim ids, kinds)."""
    text, claims = report.article.text, report.claims
    cuts = sorted(
        {0, len(text)} | {at for c in claims for at in (c.evidence.start, c.evidence.end)}
    )
    starting: dict[int, list[int]] = {}
    for number, claim in enumerate(claims):
        starting.setdefault(claim.evidence.start, []).append(number)
    pieces, running = [], list[int]()
    for start, end in pairwise(cuts):
        running = [n for n in running if claims[n].evidence.end > start] + starting.get(start, [])
        ids = tuple(claims[n].id for n in running)
        kinds = tuple(dict.fromkeys(str(claims[n].kind) for n in running))
        pieces.append((text[start:end], ids, kinds))
    return pieces
