"""The article: the caller's text, untouched, and what was read from it as a page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    PlainSerializer,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from summitparse.errors import ArticleError
from summitparse.models.base import Model, Span
from summitparse.page import read_page
from summitparse.text.markup import unmarked

__all__ = ["Article", "Dateline", "Segment"]

LONGEST_SHOWN = 60


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ArticleError(f"an article's text is a str, not {type(value).__name__}")
    return _encodable(value, "text")


def _encodable(value: str, name: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ArticleError(
            f"the {name} holds a lone surrogate at {error.start}, which can't be encoded; "
            "decode the source with the right encoding"
        ) from error
    return value


def _known(value: str | None, info: ValidationInfo) -> str | None:
    name = (info.field_name or "").removeprefix("given_")
    return value if value is None else _encodable(value, name)


def _published(value: object) -> date | datetime | None:
    """A date or datetime as it is; a string read strictly as ISO 8601."""
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str):
        for read in (date.fromisoformat, datetime.fromisoformat):
            try:
                return read(value.strip())
            except ValueError:
                continue
    shown = repr(value)[:LONGEST_SHOWN]
    raise ArticleError(f"published is a date, a datetime or ISO 8601 ('2025-05-08'), not {shown}")


Published = Annotated[
    date | datetime | None,
    BeforeValidator(_published),
    PlainSerializer(lambda value: value and value.isoformat(), return_type=str | None),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "null"}]}),
]


Known = Annotated[str | None, AfterValidator(_known)]
"""What the caller knows about the article: any string that can be encoded."""


class Dateline(Model):
    """Place and day at the head of a wire story."""

    span: Span
    place: str | None
    country: str | None
    date: date | None


class Segment(Model):
    """A part of the page with a reference day of its own (two texts glued on one page)."""

    start: int
    end: int
    reference_date: date | None


class Article(Model):
    """An article and what is known about it; its page is read when it is made.

    Raises `ArticleError` when the text isn't a `str` or `published` can't be read.

    >>> article = Article(text="OSLO, May 20 - Talks began on Wednesday.", published="2026-05-20")
    >>> article.reference_date
    datetime.date(2026, 5, 20)
    >>> article.dateline.place
    'OSLO'
    """

    id: Known = None
    text: Annotated[str, BeforeValidator(_text)]
    title: Span | None = None
    """The headline, where it stands in the text."""
    given_title: Known = None
    """The headline as the caller passed it."""
    published: Published = None
    source: Known = None
    reference_date: date | None = None
    """The day that relative dates count from (`published`, else dateline, else page date)."""
    dateline: Dateline | None = None
    credits: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    segments: tuple[Segment, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: object) -> object:
        """Read the page, unless this is a stored article that brings its reading along."""
        if not isinstance(data, Mapping) or "paragraphs" in data:
            return data
        given = dict(data)
        title = given.pop("title", None)
        if title is not None and not isinstance(title, str):
            raise ArticleError(f"title is a str, not {type(title).__name__}")
        text, published = _text(given.get("text")), _published(given.get("published"))
        return given | _reading(text, published, title) | {"given_title": title}

    @model_validator(mode="after")
    def _spans_slice_back(self) -> Self:
        spans = (*self.paragraphs, *self.boilerplate, *self.credits)
        if any(self.text[span.start : span.end] != span.text for span in spans):
            raise ValueError("a span doesn't hold the text that it claims")
        return self


def _reading(text: str, published: date | None, title: str | None) -> dict[str, object]:
    """The page as field values of `Article`; of a text with HTML in it the plain text is read."""
    plain = unmarked(text)
    page = read_page(plain.text if plain else text, published=published, title=title)

    def here(start: int, end: int) -> tuple[int, int]:
        return plain.there(start, end) if plain else (start, end)

    def span(start: int, end: int) -> Span:
        return Span.of(text, *here(start, end))

    def spans(ranges: list[tuple[int, int]]) -> tuple[Span, ...]:
        return tuple(span(start, end) for start, end in ranges)

    line = page.dateline
    return {
        "title": span(*page.title) if page.title else None,
        "reference_date": page.reference_date,
        "dateline": line
        and Dateline(
            span=span(line.start, line.end),
            place=line.place,
            country=None,
            date=line.date,
        ),
        "credits": spans(page.credits),
        "paragraphs": spans(page.paragraphs),
        "boilerplate": spans(page.boilerplate),
        "segments": tuple(
            Segment(start=start, end=end, reference_date=part.reference_date)
            for part in page.segments
            for start, end in [here(part.start, part.end)]
        ),
    }
