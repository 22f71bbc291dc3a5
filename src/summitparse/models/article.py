"""The data of an article: the caller's text, untouched, and what was read from it as a page."""

from __future__ import annotations

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

__all__ = ["ArticleData", "Dateline", "Segment", "checked_text", "read_published"]

LONGEST_SHOWN = 60


def checked_text(value: object) -> str:
    """The text of an article; raises `ArticleError` for what is none or can't be encoded."""
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


def read_published(value: object) -> date | datetime | None:
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
    BeforeValidator(read_published),
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


class ArticleData(Model):
    """An article and what is known about it, as data; `summitparse.Article` reads it when it is made."""

    id: Known = None
    text: Annotated[str, BeforeValidator(checked_text)]
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

    @model_validator(mode="after")
    def _spans_slice_back(self) -> Self:
        spans = (*self.paragraphs, *self.boilerplate, *self.credits)
        if any(self.text[span.start : span.end] != span.text for span in spans):
            raise ValueError("a span doesn't hold the text that it claims")
        return self
