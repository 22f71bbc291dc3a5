"""The way of the data: article -> Doc -> extractors in their order -> derivations -> Report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import date, datetime
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from summitparse.docdata import make_doc
from summitparse.errors import ArticleError, SummitparseError
from summitparse.models import ModelInfo
from summitparse.original import on_original
from summitparse.page import Article
from summitparse.reading import DEFAULT, read_doc
from summitparse.report import Report
from summitparse.turns import Turn

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Parser", "load", "parse"]

SELF = "summitparse"
_turns: WeakKeyDictionary[Language, Turn] = WeakKeyDictionary()
"""Whose turn it is with a pipeline that the caller brought: nothing says what its components bear."""
_making = Turn()
"""Held while something is made that all threads share."""
OWN_PIPES = {SELF, *(f"{SELF}_{name}" for name in DEFAULT)}


def load(*, exclude: Iterable[str] = ()) -> Language:
    """The bundled English pipeline with `summitparse` at its end, from the package's own files.

    `exclude` names components to leave out, e.g. `["summitparse"]` for the language model alone.
    """
    from summitparse.model import load_pipeline

    left_out = set(exclude)
    nlp = load_pipeline(exclude=tuple(left_out - {SELF}))
    if SELF not in left_out:
        nlp.add_pipe(SELF)
    return nlp


def _turn(nlp: Language) -> Turn:
    with _making:
        return _turns.setdefault(nlp, Turn())


class Parser:
    """Reads articles with one loaded pipeline: the bundled one, or `nlp` if you have your own.

    Any number of threads may read with one parser: they get the reports that one thread would get,
    byte for byte. (More threads aren't quicker; `pipe` with `workers` is.)

    Raises `SummitparseError` for an unknown extractor, and `AnnotationError` on the first article
    when `nlp` has no dependency parser.

    Examples:
        >>> parser = Parser()
        >>> report = parser.parse("OSLO, May 20 - Norway and Chile signed a fisheries treaty.")
        >>> report.agreements[0].action
        'sign'
    """

    def __init__(self, nlp: Language | None = None, *, extractors: Sequence[str] = DEFAULT) -> None:
        unknown = sorted(set(extractors) - set(DEFAULT))
        if unknown:
            raise SummitparseError(f"no such extractor: {', '.join(unknown)} (of {DEFAULT})")
        self._given = nlp is not None
        self._nlp = nlp or load(exclude=[SELF])
        self._extractors = tuple(extractors)
        self._pipes = [pipe for name, pipe in self._nlp.pipeline if name not in OWN_PIPES]
        meta = self._nlp.meta
        self._model = ModelInfo(
            name=f"{meta['lang']}_{meta['name']}", version=str(meta.get("version", ""))
        )

    def parse(self, article: str | Article) -> Report:
        """The report of one article."""
        doc = self._annotated(_article(article))
        return on_original(doc, read_doc(doc, self._extractors, model=self._model))

    def pipe(
        self,
        articles: Iterable[str | Article],
        *,
        batch_size: int = 64,
        workers: int = 1,
        progress: bool = False,
    ) -> Iterator[Report]:
        """The reports of many articles, in input order; the same ones whatever the settings.

        `batch_size` is how many articles a worker process gets at a time, `workers` the number of
        processes (each loads the model), `progress` shows a bar on stderr. The processes end with the
        iterator. Raises `SummitparseError`, which names the article, when one of them ends before.
        """
        if workers < 1 or batch_size < 1:
            raise SummitparseError("workers and batch_size are at least 1")
        made = map(_article, articles)
        reports = self._pooled(made, batch_size, workers) if workers > 1 else map(self.parse, made)
        return _shown(reports, articles) if progress else iter(reports)

    def _pooled(self, articles: Iterable[Article], size: int, workers: int) -> Iterator[Report]:
        from summitparse.workers import pooled

        nlp = self._nlp if self._given else None
        return pooled(articles, Parser, nlp, self._extractors, size, workers)

    def _annotated(self, article: Article) -> Doc:
        """The article's Doc, gone through the language model.

        Every Doc goes through on its own, not in a batch with others: matrices of another shape
        round differently, and a report must not depend on its neighbours.
        """
        with _turn(self._nlp) if self._given else nullcontext():
            return make_doc(self._nlp, article, pipes=self._pipes)


def _article(article: str | Article) -> Article:
    if isinstance(article, Article):
        return article
    if isinstance(article, str):
        return Article(text=article)
    raise ArticleError(f"an article is a str or an Article, not {type(article).__name__}")


def _shown(reports: Iterable[Report], articles: Iterable[object]) -> Iterator[Report]:
    from tqdm import tqdm

    total = len(articles) if isinstance(articles, Sequence) else None
    return iter(tqdm(reports, total=total, unit="article"))


_kept: list[Parser] = []
"""The default parser, once there is one."""


def _default() -> Parser:
    with _making:
        if not _kept:
            _kept.append(Parser())
        return _kept[0]


def parse(
    text: str | Article,
    *,
    published: date | datetime | str | None = None,
    title: str | None = None,
    source: str | None = None,
    id: str | None = None,  # noqa: A002 - the contract's name
    nlp: Language | None = None,
) -> Report:
    """Read one article with the bundled pipeline (loaded at the first call and kept) or with `nlp`.

    `published` is the day relative dates count from: a date, a datetime or an ISO 8601 string.
    Raises `ArticleError` when text or `published` can't be read.

    Examples:
        >>> report = parse("Xi met Lula in Brasilia on Monday.", published="2024-11-20")
        >>> report.dates[0].value
        '2024-11-18'
    """
    known = {"published": published, "title": title, "source": source, "id": id}
    if isinstance(text, Article):
        if any(value is not None for value in known.values()):
            raise ArticleError("an Article brings published, title, source and id along")
        article = text
    else:
        article = Article.model_validate({"text": text, **known})
    return (Parser(nlp) if nlp else _default()).parse(article)
