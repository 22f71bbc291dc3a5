"""Worker processes: what happens when they, or their parent, end before their time.

Nothing here waits for a time that somebody guessed. A process that has ended is known by its end of a
pipe; the limits are nets for what never ends.
"""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import summitparse
from readers import read
from summitparse import AnnotationError, Article, MissingExtraError, SummitparseError
from summitparse.workers import _batches

NET = 120
needs_posix = pytest.mark.skipif(os.name != "posix", reason="needs named pipes and signals")
HERE = Path(__file__).parent
CODE = """
import sys
from readers import read
for _ in read(["hang " + sys.argv[1]] * 2, batch_size=1):
    pass
"""


class Pipe:
    """A named pipe that hanging workers write to: a line each, and its end when the last has ended."""

    def __init__(self, folder):
        self.path = folder / "pipe"
        os.mkfifo(self.path)
        self._read = os.open(self.path, os.O_RDONLY | os.O_NONBLOCK)

    def line(self):
        while self._some() != b"\n":
            pass

    def wait_for_end(self):
        while self._some():
            pass
        os.close(self._read)

    def _some(self):
        readable, _, _ = select.select([self._read], [], [], NET)
        assert readable, "nobody wrote, and somebody is still there"
        return os.read(self._read, 1)


@pytest.fixture
def pipe(tmp_path):
    return Pipe(tmp_path)


@pytest.fixture
def parent(pipe):
    """A process of its own session whose two workers are both reading."""
    path = os.pathsep.join([str(HERE), *filter(None, [os.environ.get("PYTHONPATH")])])
    process = subprocess.Popen(
        [sys.executable, "-c", CODE, str(pipe.path)],
        env={**os.environ, "PYTHONPATH": path},
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with process:
        pipe.line()
        pipe.line()
        yield process
        process.kill()


@needs_posix
def test_workers_end_when_their_parent_is_killed(parent, pipe):
    parent.kill()
    pipe.wait_for_end()


@needs_posix
@pytest.mark.parametrize("to_all", [True, False])
def test_an_interrupt_ends_everything_at_once(to_all, parent, pipe):
    """As Ctrl-C in a terminal does it, which tells the workers too, and as another process may."""
    (os.killpg if to_all else os.kill)(parent.pid, signal.SIGINT)
    _, said = parent.communicate(timeout=NET)
    assert parent.returncode == -signal.SIGINT
    assert said.count(b"Traceback") == 1
    pipe.wait_for_end()


def test_reports_come_in_input_order():
    texts = [str(n) for n in range(23)]
    assert [report.article.text for report in read(texts, workers=3)] == texts


def test_no_articles_give_no_reports():
    assert list(read([])) == []


@needs_posix
def test_an_iterator_that_is_left_ends_its_processes(pipe):
    reports = read(["first", "second", f"hang {pipe.path}", f"hang {pipe.path}"], batch_size=1)
    assert next(reports).article.text == "first"
    pipe.line()
    reports.close()
    pipe.wait_for_end()


def test_a_process_that_is_killed_is_an_error_that_names_its_article():
    reports = read(["a", "b", "die", "c", "d"], batch_size=4)
    assert [next(reports).article.text for _ in "ab"] == ["a", "b"]
    with pytest.raises(SummitparseError, match=r"signal 9 .* while it read article 3 \('id-die'\)"):
        next(reports)


def test_every_process_may_be_killed():
    reports = read(["a"] + ["die"] * 9, batch_size=1)
    next(reports)
    with pytest.raises(SummitparseError, match="while it read article 2 "):
        next(reports)


def test_an_article_without_id_is_named_by_its_number():
    articles = [Article(text="one", id="x"), Article(text="two")]
    names = [task.name for batch in _batches(articles, 5) for task in batch]
    assert names == ["article 1 ('x')", "article 2"]


def test_a_process_that_cannot_start_says_so():
    with pytest.raises(
        SummitparseError, match="ended with status 3 before it could read article 1 "
    ):
        next(read(["a", "b"], workers=1, extractors=["no start"]))


def test_an_error_of_the_library_comes_back_as_it_is_after_the_reports_before_it():
    reports = read(["a", "odd", "b"], workers=1, batch_size=3)
    assert next(reports).article.text == "a"
    with pytest.raises(AnnotationError, match="no parse"):
        next(reports)


def test_errors_can_be_pickled():
    import pickle

    for error in (MissingExtraError("rich", "cli"), summitparse.ArticleError("text")):
        assert str(pickle.loads(pickle.dumps(error))) == str(error)
