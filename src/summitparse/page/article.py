"""The article: made from a text and what the caller knows, it reads its page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pydantic import model_validator

from summitparse.errors import ArticleError
from summitparse.models.article import ArticleData, Dateline, Segment, checked_text, read_published
from summitparse.models.base import Span
from summitparse.page.read import read_page
from summitparse.text.markup import unmarked

__all__ = ["Article"]


class Article(ArticleData):
    """An article and what is known about it; its page is read when it is made.

    Raises `ArticleError` when the text isn't a `str` or `published` can't be read.

    Examples:
        >>> article = Article(text="OSLO, May 20 - Talks began on Wednesday.", published="2026-05-20")
        >>> article.reference_date
        datetime.date(2026, 5, 20)
        >>> article.dateline.place
        'OSLO'
    """

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
        text, published = checked_text(given.get("text")), read_published(given.get("published"))
        return given | _reading(text, published, title) | {"given_title": title}


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
