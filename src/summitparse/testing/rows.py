"""Items of a report as dicts of plain strings, to be held against what a reader expects.

What was expected names only some keys; the item that has them all is the one that was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from summitparse.models import (
    Actor,
    Agreement,
    Claim,
    DateMention,
    Figure,
    Measurement,
    Meeting,
    Model,
    Quote,
    Span,
)
from summitparse.page import Article
from summitparse.report import Report

__all__ = ["SECTIONS", "described", "fits", "places_of"]

PAGE = "page"
"""The section that has the article itself as its one item."""
SECTIONS = (
    "dates",
    "locations",
    "actors",
    "figures",
    "quotes",
    "agreements",
    "meetings",
    "measurements",
    "derivations",
    "warnings",
    PAGE,
)
NONE = "-"
"""Stands for a field without a value."""

Row = dict[str, str]
Extra = dict[str, object]


def described(report: Report, section: str) -> list[Row]:
    """The items of a section, each with its plain fields, the words of its spans and names for ids.

    Examples:
        >>> import summitparse
        >>> report = summitparse.parse("Trade reached $5 million.")
        >>> [(row["mark"], row["unit"], row["change"]) for row in described(report, "figures")]
        [('$5 million', 'USD', '-')]
    """
    return [_row(report, item) for item in _items(report, section)]


def fits(wanted: Mapping[str, str], row: Row) -> bool:
    """Whether a row has all that is wanted."""
    return wanted.items() <= row.items()


def places_of(report: Report, section: str) -> list[Span]:
    """Every place in the text that an item of a section has."""
    return [span for item in _items(report, section) for span in _marks(item)]


def _items(report: Report, section: str) -> Iterable[Model]:
    items: Iterable[Model] = [report.article] if section == PAGE else getattr(report, section)
    return items


def _marks(item: Model) -> tuple[Span, ...]:
    if isinstance(item, Article):
        return ()
    span = getattr(item, "span", None) or getattr(item, "evidence", None)
    return (span,) if span else getattr(item, "mentions", ())


def _row(report: Report, item: Model) -> Row:
    plain: Extra = {
        key: value for key, value in item if isinstance(value, str | int | float | None)
    }
    marks = _marks(item) if not isinstance(item, Actor) else ()
    for span in marks:
        nth = report.article.text.count(span.text, 0, span.end)
        plain |= {"mark": span.text, "nth": nth}
    for kind, extra in EXTRAS.items():
        if isinstance(item, kind):
            plain |= extra(report, item)
    return {key: NONE if value in (None, "") else str(value) for key, value in plain.items()}


def _words(span: Span | None) -> str | None:
    return span.text if span else None


def _joined(spans: Iterable[Span], glue: str = "; ") -> str:
    return glue.join(span.text for span in spans)


def _marked(report: Report, ident: str | None) -> str | None:
    return report[ident].marks()[0].text if ident else None


def _names(report: Report, idents: Iterable[str]) -> str:
    names = {actor.id: actor.name for actor in report.actors}
    return "; ".join(sorted(names[ident] for ident in idents))


def _date(report: Report, item: DateMention) -> Extra:  # noqa: ARG001 - all extras are called alike
    return {"bounds": f"{item.earliest or ''}..{item.latest or ''}"}


def _figure(report: Report, item: Figure) -> Extra:
    value = f"{item.low:f}..{item.high:f}" if item.value is None else item.value
    period = _marked(report, item.date_id)
    return {"value": value, "subject": _words(item.subject), "period": period}


def _actor(report: Report, item: Actor) -> Extra:  # noqa: ARG001 - all extras are called alike
    return {"mentions": _joined(item.mentions)}


def _claim(report: Report, item: Claim) -> Extra:
    return {
        "period": _marked(report, item.date_id),
        "place": _marked(report, item.location_id),
        "via": _names(report, item.reported_by),
    }


def _quote(report: Report, item: Quote) -> Extra:
    return {
        "speaker": _names(report, item.speakers),
        "content": item.text,
        "cue": _joined(item.cue, " "),
        "source": _joined(item.source, " "),
    }


def _agreement(report: Report, item: Agreement) -> Extra:
    return {"parties": _names(report, item.parties), "items": _joined(item.items)}


def _meeting(report: Report, item: Meeting) -> Extra:
    return {"participants": _names(report, item.participants)}


def _measurement(report: Report, item: Measurement) -> Extra:
    other = item.comparison
    return {
        "figure": _marked(report, item.figure_id),
        "subject": item.subject.text,
        "comparison": other and other.kind,
        "than": other and _marked(report, other.figure_id),
    }


def _page(report: Report, item: Article) -> Extra:  # noqa: ARG001 - all extras are called alike
    line = item.dateline
    return {
        "title": _words(item.title),
        "dateline": line and line.span.text,
        "place": line and line.place,
        "boilerplate": _joined(item.boilerplate, " // "),
        "credits": _joined(item.credits, " // "),
        "paragraphs": _joined(item.paragraphs, " // "),
    }


EXTRAS: dict[type[Model], Callable[..., Extra]] = {
    DateMention: _date,
    Figure: _figure,
    Actor: _actor,
    Claim: _claim,
    Quote: _quote,
    Agreement: _agreement,
    Meeting: _meeting,
    Measurement: _measurement,
    Article: _page,
}
"""What a kind of item shows beside its plain fields; a claim shows what all claims do as well."""
