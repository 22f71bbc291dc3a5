"""Several processes: articles go in, reports come out as JSON, never Docs (too dear to pickle).

Each process has a pipe of its own, and a thread here that feeds it. So it is known which article a
process was reading when it ended, and a process whose parent is gone finds its pipe closed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, suppress
from itertools import islice
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple, Protocol

from summitparse.errors import SummitparseError
from summitparse.page import Article
from summitparse.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["pooled"]

AHEAD = 2
"""Batches per worker that are read ahead of the one being waited for."""
PATIENCE = 1.0
"""Seconds that a process has to end when it is asked to."""
READY = "ready"


class Reader(Protocol):
    """A parser, as far as a worker process needs it."""

    def parse(self, article: str | Article) -> Report:
        """The report of one article."""


class Plan(NamedTuple):
    """How a process makes its parser."""

    make: Callable[..., Reader]
    own: tuple[str, bytes] | None
    """Config and contents of the caller's pipeline; None for the bundled one."""
    extractors: tuple[str, ...]


class Task(NamedTuple):
    """An article on its way: what an error calls it, its JSON, and where its report will be."""

    name: str
    row: str
    report: Future[str]


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
    pipeline, which every process loads itself. Raises `SummitparseError`, which names the article, when
    a process ends while it reads. The processes end with the iterator, however that ends.
    """
    own = None if nlp is None else (nlp.config.to_str(), nlp.to_bytes())
    plan = Plan(make, own, tuple(extractors))
    queue: SimpleQueue[list[Task]] = SimpleQueue()
    waiting: deque[list[Task]] = deque()
    with ExitStack() as crew:
        for _ in range(workers):
            crew.enter_context(_Worker(plan, queue))
        crew.callback(_dismiss, queue, workers)
        for batch in _batches(articles, batch_size):
            queue.put(batch)
            waiting.append(batch)
            if len(waiting) >= workers * AHEAD:
                yield from _reports(waiting.popleft())
        while waiting:
            yield from _reports(waiting.popleft())


def _dismiss(queue: SimpleQueue[list[Task]], workers: int) -> None:
    """Tell every thread that waits for a batch that there is none."""
    for _ in range(workers):
        queue.put([])


def _batches(articles: Iterable[Article], size: int) -> Iterator[list[Task]]:
    tasks = (_task(number, article) for number, article in enumerate(articles, 1))
    while batch := list(islice(tasks, size)):
        yield batch


def _task(number: int, article: Article) -> Task:
    name = f"article {number}" + (f" ({article.id!r})" if article.id is not None else "")
    return Task(name, article.model_dump_json(), Future())


def _reports(batch: list[Task]) -> Iterator[Report]:
    for task in batch:
        yield Report.model_validate_json(task.report.result())


class _Worker:
    """A process, from its start to its end, and the thread that feeds it from a queue."""

    def __init__(self, plan: Plan, queue: SimpleQueue[list[Task]]) -> None:
        context = multiprocessing.get_context("spawn")
        self._queue = queue
        self._pipe, self._theirs = context.Pipe()
        # Daemons, so that an interpreter that exits waits for neither.
        self._process = context.Process(target=_serve, args=(self._theirs, plan), daemon=True)
        self._thread = Thread(target=self._feed, daemon=True)
        self._is_ready = self._is_reading = False

    def __enter__(self) -> None:
        self._process.start()
        self._theirs.close()  # so that the pipe ends with the process
        self._thread.start()

    def __exit__(self, *error: object) -> None:
        self._process.terminate()
        self._process.join(PATIENCE)
        self._process.kill()
        self._thread.join()
        self._pipe.close()

    def _feed(self) -> None:
        """Have batches read until there is none, or the process ends.

        Whoever takes reports in order meets the error: what comes before that article was taken from
        the queue before.
        """
        while batch := self._queue.get():
            left = deque(batch)
            try:
                self._read(left)
            except (EOFError, OSError):
                return
            finally:  # whatever it was: nobody may wait for what won't come
                if left:
                    left[0].report.set_exception(SummitparseError(self._end(left[0])))

    def _read(self, left: deque[Task]) -> None:
        """Have a batch read; `left` are those without a report yet."""
        self._is_reading = False
        self._is_ready = self._is_ready or self._pipe.recv() == READY
        self._pipe.send([task.row for task in left])
        self._is_reading = True
        while left:
            answer = self._pipe.recv()
            report = left.popleft().report
            if isinstance(answer, SummitparseError):
                report.set_exception(answer)
            else:
                report.set_result(answer)

    def _end(self, task: Task) -> str:
        """What to say of a process that is there no longer."""
        self._process.join(PATIENCE)
        code = self._process.exitcode or 0
        how = f"status {code}" if code >= 0 else f"signal {-code} ({signal.strsignal(-code)})"
        when = "while it read" if self._is_reading else "before it could read"
        advice = "" if self._is_ready else "; what it wrote to stderr says why"
        return f"a worker process ended with {how} {when} {task.name}{advice}"


def _serve(pipe: Connection, plan: Plan) -> None:
    """What a process does: make a parser, and answer rows with reports until its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # its parent hears Ctrl-C and ends it
    Thread(target=_end_with_parent, daemon=True).start()
    parser = plan.make(
        None if plan.own is None else _rebuilt(*plan.own), extractors=plan.extractors
    )
    pipe.send(READY)
    for row in _rows(pipe):
        answer = _answer(parser, row)
        with suppress(ConnectionError):  # nobody is there to read it; nor are more rows then
            pipe.send(answer)


def _rows(pipe: Connection) -> Iterator[str]:
    while True:
        try:
            yield from pipe.recv()
        except (EOFError, ConnectionError):
            return


def _end_with_parent() -> None:
    """End this process when its parent has ended, whatever it is at."""
    parent = multiprocessing.parent_process()
    assert parent is not None, "a worker has a parent"
    wait([parent.sentinel])
    os._exit(1)


def _answer(parser: Reader, row: str) -> str | SummitparseError:
    try:
        return parser.parse(Article.model_validate_json(row)).to_json()
    except SummitparseError as error:
        return error


def _rebuilt(config: str, data: bytes) -> Language:
    from spacy.util import load_config_from_str, load_model_from_config

    nlp = load_model_from_config(load_config_from_str(config), auto_fill=True)
    return nlp.from_bytes(data)
