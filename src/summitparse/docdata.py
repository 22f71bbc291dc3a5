"""What summitparse keeps on a spaCy Doc: the article it was made from and what was found in it.

`doc.user_data` serialises dicts, not models, so items are kept there as JSON-ready dicts and read
back into models; that survives `to_bytes` and `DocBin(store_user_data=True)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from summitparse.models import Article, Model, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["article_of", "char_span", "make_doc", "store", "stored"]

PREFIX = "summitparse."
ARTICLE = PREFIX + "article"


class Item(Protocol):
    """Anything with an id and one place in the text."""

    @property
    def id(self) -> str: ...

    @property
    def span(self) -> Span: ...


M = TypeVar("M", bound=Model)


def make_doc(nlp: Language, article: Article) -> Doc:
    """A Doc over the article's whole text that knows the article; run the pipeline on it.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> doc = make_doc(nlp, Article(text="Talks began on Monday.", published="2026-05-20"))
    >>> article_of(doc).reference_date
    datetime.date(2026, 5, 20)
    """
    doc = nlp.make_doc(article.text)
    doc.user_data[ARTICLE] = article.model_dump(mode="json", exclude={"text"})
    return doc


def article_of(doc: Doc) -> Article:
    """The article a Doc was made from; of a Doc made otherwise, its text with nothing known about it."""
    kept = doc.user_data.get(ARTICLE)
    return Article.model_validate({**kept, "text": doc.text}) if kept else Article(text=doc.text)


def store(doc: Doc, name: str, items: Sequence[Model], spans: Iterable[tuple[str, Span]]) -> None:
    """Keep an extractor's results: as dicts in `user_data`, as a span group labelled with the ids."""
    doc.user_data[PREFIX + name] = [item.model_dump(mode="json") for item in items]
    found = (char_span(doc, span, ident) for ident, span in spans)
    doc.spans[PREFIX + name] = [span for span in found if span is not None]


def stored(doc: Doc, name: str, model: type[M]) -> tuple[M, ...]:
    """What an earlier component found, read back into models; empty if none ran."""
    kept = doc.user_data.get(PREFIX + name, ())
    return tuple(model.model_validate(item) for item in kept)


def char_span(doc: Doc, span: Span, label: str = "") -> object:
    """The tokens that a character span touches, as a spaCy Span (None where it touches none)."""
    return doc.char_span(span.start, span.end, label=label, alignment_mode="expand")
