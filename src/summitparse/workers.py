"""Several processes: articles go in, reports come out as JSON, never Docs (too dear to pickle)."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from summitparse.models import Article
from summitparse.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["pooled"]

AHEAD = 2
"""Batches per worker that are read ahead of the one being waited for."""


class Reader(Protocol):
    """A parser, as far as a worker process needs it."""

    def parse(self, article: str | Article) -> Report:
        """The report of one article."""


_parser: Reader | None = None
"""The parser of a worker process, set once when it starts."""


def pooled(
    articles: Iterable[Article],
    make: Callable[..., Reader],
    nlp: Language | None,
    extractors: Sequence[str],
    batch_size: int,
    workers: int,
) -> Iterator[Report]:
    """The reports of the articles in input order, made by `workers` processes.

    `make` builds a process's parser from a pipeline and `extractors`; `nlp` is None for the bundled
    pipeline, which every process loads itself.
    """
    own = None if nlp is None else (nlp.config.to_str(), nlp.to_bytes())
    batches = _batches(articles, batch_size)
    waiting: deque[Future[list[str]]] = deque()
    with ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start,
        initargs=(make, own, tuple(extractors)),
    ) as pool:
        for batch in batches:
            waiting.append(pool.submit(_read, batch))
            if len(waiting) >= workers * AHEAD:
                yield from map(Report.model_validate_json, waiting.popleft().result())
        while waiting:
            yield from map(Report.model_validate_json, waiting.popleft().result())


def _batches(articles: Iterable[Article], size: int) -> Iterator[list[str]]:
    rows = (article.model_dump_json() for article in articles)
    while batch := list(islice(rows, size)):
        yield batch


def _start(
    make: Callable[..., Reader], own: tuple[str, bytes] | None, extractors: tuple[str, ...]
) -> None:
    """Make this process's parser."""
    global _parser  # a pool has no other place for what its initializer made
    _parser = make(None if own is None else _rebuilt(*own), extractors=extractors)


def _rebuilt(config: str, data: bytes) -> Language:
    from spacy.util import load_config_from_str, load_model_from_config

    nlp = load_model_from_config(load_config_from_str(config), auto_fill=True)
    return nlp.from_bytes(data)


def _read(batch: list[str]) -> list[str]:
    assert _parser is not None, "the pool's initializer ran first"
    return [_parser.parse(Article.model_validate_json(row)).to_json() for row in batch]
