"""The warnings of a report: what its reader should know before trusting it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitparse.extractors.figures import unread_numbers
from summitparse.models import Article, DateMention, Figure, Warning

__all__ = ["notices"]


def notices(
    article: Article, dates: Sequence[DateMention], figures: Sequence[Figure]
) -> Iterator[Warning]:
    """The warnings that follow from what was found, in a fixed order."""
    yield from _no_reference(article, dates)
    line = article.dateline
    if line and line.date is None and any(char.isdigit() for char in line.span.text):
        yield Warning(
            code="dateline_year_unknown",
            message="the dateline's year isn't written and nothing in the text tells it; "
            "pass published",
            span=line.span,
        )
    for number in unread_numbers(article.text):
        yield Warning(
            code="number_too_long",
            message="a number of more than 28 digits was passed over",
            span=number,
        )
    for figure in figures:
        if figure.kind == "money" and figure.alternatives:
            others = ", ".join(figure.alternatives)
            yield Warning(
                code="ambiguous_currency",
                message=f"read as {figure.unit}; may also be {others}",
                span=figure.span,
            )


def _no_reference(article: Article, dates: Sequence[DateMention]) -> Iterator[Warning]:
    """One warning for all relative dates that nothing anchors."""
    open_dates = [date for date in dates if date.value is None and date.edtf is None]
    if article.reference_date is None and open_dates:
        yield Warning(
            code="no_reference_date",
            message=f"{len(open_dates)} relative dates stay unresolved: neither published nor the "
            "page gives a day to count from",
            span=open_dates[0].span,
        )
