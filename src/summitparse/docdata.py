"""What summitparse keeps on a spaCy Doc: the article it was made from and what was found in it.

`doc.user_data` serialises dicts, not models, so items are kept there as JSON-ready dicts and read
back into models; that survives `to_bytes` and `DocBin(store_user_data=True)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from summitparse.models import Item, Model, Span
from summitparse.page import Article
from summitparse.text.markup import unmarked

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

__all__ = ["article_of", "char_span", "make_doc", "original_of", "store", "stored"]

PREFIX = "summitparse."
ARTICLE = PREFIX + "article"
ORIGINAL = PREFIX + "original"
PIECE = 100_000
"""Characters of one pass through the model; memory grows with it, reports don't depend on it."""
LONG_RUN = re.compile(r"\S{500,}")
"""spaCy's tokenizer takes quadratic time on one run of characters without a blank."""
RUN = 250
GLUED = re.compile(
    r"(?<=[,.!?…][\"”])(?=[^\W\d_])|(?<=\w[.!?…])(?=[\"“”][^\W\d_])"
    r"|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z]*[ ,])|(?<=\d{4}\.)(?=[A-Z][a-z]*[ ,])"
    r"|(?<=[‚‹›])(?=\w)|(?<=[\w.!?])(?=[‘‹›])|(?<=[‘‹›])(?=[,.])"
)
"""Where a blank is missing behind a stop or a quotation mark (`left.The`, `end,"he`)."""
M = TypeVar("M", bound=Model)
Pipe = Callable[["Doc"], "Doc"]


def make_doc(nlp: Language, article: Article, *, pipes: Sequence[Pipe] = ()) -> Doc:
    """A Doc over the article's whole text that knows the article; run the pipeline on it.

    With `pipes` it has gone through them already, in pieces of bounded size. Of a text with HTML in
    it the Doc holds the plain text.

    Examples:
        >>> import spacy
        >>> nlp = spacy.blank("en")
        >>> doc = make_doc(nlp, Article(text="Talks began on Monday.", published="2026-05-20"))
        >>> article_of(doc).reference_date
        datetime.date(2026, 5, 20)
    """
    plain = unmarked(article.text)
    read = article if plain is None else _on_plain(article, plain.text)
    docs = [_piped(_tokenized(nlp, piece), pipes) for piece in _pieces(read.text)]
    doc = _joined(docs)
    doc.user_data[ARTICLE] = read.model_dump(mode="json", exclude={"text"})
    if plain is not None:
        doc.user_data[ORIGINAL] = article.text
    return doc


def _on_plain(article: Article, text: str) -> Article:
    """The article as it would be with another text."""
    known = {"published": article.published, "source": article.source, "id": article.id}
    return Article.model_validate({"text": text, "title": article.given_title, **known})


def original_of(doc: Doc) -> str | None:
    """The text with HTML that a Doc was made from; None where there was none in it."""
    kept = doc.user_data.get(ORIGINAL)
    return kept if isinstance(kept, str) else None


def _piped(doc: Doc, pipes: Sequence[Pipe]) -> Doc:
    for pipe in pipes:
        doc = pipe(doc)
    return doc


def _pieces(text: str) -> Iterator[str]:
    """The text cut at line ends (else at blanks, else anywhere) into bounded pieces."""
    start = 0
    while len(text) - start > PIECE:
        window = text[start : start + PIECE]
        cut = max(window.rfind("\n"), 0) or max(window.rfind(" "), 0) or PIECE - 1
        yield window[: cut + 1]
        start += cut + 1
    yield text[start:]


def _tokenized(nlp: Language, text: str) -> Doc:
    """The text as tokens; cut where a blank is missing, and runs without one so that time is linear."""
    cuts = {match.start() for match in GLUED.finditer(text)}
    for run in LONG_RUN.finditer(text):
        cuts |= {run.start(), *range(*run.span(), RUN), run.end()}
    edges = sorted({0, *cuts, len(text)})
    docs = [nlp.tokenizer(text[a:b]) for a, b in pairwise(edges)]
    if len(docs) < 2:
        return docs[0] if docs else nlp.tokenizer("")
    tokens = [token for doc in docs for token in doc]
    words, blanks = [token.text for token in tokens], [bool(token.whitespace_) for token in tokens]
    return type(docs[0])(nlp.vocab, words=words, spaces=blanks)


def _joined(docs: list[Doc]) -> Doc:
    if len(docs) == 1:
        return docs[0]
    from spacy.tokens import Doc

    return Doc.from_docs(docs, ensure_whitespace=False)


def article_of(doc: Doc) -> Article:
    """The article a Doc was made from; of any other Doc its text, with nothing known about it."""
    kept = doc.user_data.get(ARTICLE)
    return Article.model_validate({**kept, "text": doc.text}) if kept else Article(text=doc.text)


def store(doc: Doc, name: str, items: Sequence[Item]) -> None:
    """Keep an extractor's results: as dicts in `user_data`, as a span group labelled with the ids."""
    doc.user_data[PREFIX + name] = [item.model_dump(mode="json") for item in items]
    found = (char_span(doc, span, item.id) for item in items for span in item.marks())
    doc.spans[PREFIX + name] = [span for span in found if span is not None]


def stored(doc: Doc, name: str, model: type[M]) -> tuple[M, ...]:
    """What an earlier component found, read back into models; empty if none ran."""
    kept = doc.user_data.get(PREFIX + name, ())
    return tuple(model.model_validate(item) for item in kept)


def char_span(doc: Doc, span: Span, label: str = "") -> DocSpan | None:
    """The tokens that a character span touches, as a spaCy Span (None where it touches none)."""
    return doc.char_span(span.start, span.end, label=label, alignment_mode="expand")
