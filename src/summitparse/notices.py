"""The warnings of a report: what its reader should know before trusting it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitparse.extractors.figures import unread_numbers
from summitparse.models import DateMention, Figure, Span, Warning
from summitparse.page import Article
from summitparse.text.condition import foreign, markdown, misread
from summitparse.text.markup import is_page

__all__ = ["notices"]


def notices(
    article: Article,
    dates: Sequence[DateMention],
    figures: Sequence[Figure],
    *,
    original: str | None = None,
) -> Iterator[Warning]:
    """The warnings that follow from what was found, in a fixed order.

    `original`: the text as the caller passed it, where the article's is the plain text in it.
    """
    yield from _condition(article.text, article.text if original is None else original)
    yield from _skipped(article)
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


def _condition(text: str, original: str) -> Iterator[Warning]:
    """What is the matter with the text as such, and what to do."""
    if is_page(original):
        yield Warning(
            code="html_in_text",
            message="the text holds HTML, of which only the words were read, menus and captions "
            "among them; pass the text of the story alone",
        )
    if span := markdown(text):
        yield Warning(
            code="markdown_in_text",
            message="the text holds links in Markdown, whose addresses were read as text; pass the "
            "text without them",
            span=Span.of(text, *span),
        )
    if span := misread(text):
        yield Warning(
            code="mojibake",
            message="the text was decoded with the wrong character set, so that names are broken; "
            "decode the source as UTF-8",
            span=Span.of(text, *span),
        )
    if foreign(text):
        yield Warning(
            code="not_english",
            message="the text isn't English, the one language that is read; translate it first",
        )


def _skipped(article: Article) -> Iterator[Warning]:
    """One warning for all lines that were taken for furniture of the page."""
    parts = article.boilerplate
    if parts:
        one = len(parts) == 1
        yield Warning(
            code="text_skipped",
            message=f"{len(parts)} {'part was' if one else 'parts were'} taken for furniture of the "
            "page and only read for dates; article.boilerplate lists what",
            span=parts[0],
        )
