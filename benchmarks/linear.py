"""Whether reading long monotonous texts takes time in their length, expressions' searches and all.

    python benchmarks/linear.py

Each unit is repeated to a size and to four times as much, and read by what could trip over it. Times are
CPU times, the best of a few rounds. The exit status is 1 where four times the text takes more than
eight times the time (and a tenth of a second over that). The tests count steps instead (`tests/steps.py`).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import spacy
from spacy.tokens import Doc

from summitparse.extractors.dates import resolve_dates
from summitparse.page import Article
from summitparse.text.quotation import quotations

SIZE, TIMES, ROUNDS = 15_000, 4, 3
WORDS = [
    "1 ",
    "a ",
    "one ",
    "and ",
    "a, ",
    "in ",
    "said ",
    "May ",
    "Paris ",
    "Soto said that ",
    "$ ",
]
MARKS = ["1", "'", " ", "\n", "()", "[", "[a", "\n ", '"', "“", "” ", "‘a’ ", '"a\n', "'' ", "a.m."]
TIMES_OF_DAY = [
    "1,",
    "twenty-",
    "5-",
    "1/",
    "1.",
    "9 past ",
    "0730-",
    "at 9 ",
    "1990s",
    "2024-01-0",
]
PHRASES = ["from last year ", "as many days ", "the first nine ", "of the ", "May and ", "’s"]
UNITS = [*WORDS, *MARKS, *TIMES_OF_DAY, *PHRASES]
BLANK = spacy.blank("en")


def dates(text: str) -> Callable[[], object]:
    doc = Doc(BLANK.vocab, words=[text], spaces=[False])
    article = Article.model_construct(text=text, paragraphs=(), boilerplate=(), segments=())
    return lambda: resolve_dates(doc, article=article)


def marks(text: str) -> Callable[[], object]:
    return lambda: quotations(text)


def seconds(run: Callable[[], object]) -> float:
    """The least CPU seconds of a few rounds."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        spent.append(time.process_time() - start)
    return min(spent)


def main() -> int:
    slow = 0
    for name, reading, size in (("dates", dates, SIZE), ("marks", marks, SIZE)):
        for unit in UNITS:
            text = unit * (size // len(unit))
            short, long = seconds(reading(text)), seconds(reading(text * TIMES))
            is_slow = long > 2 * TIMES * short + 0.1
            slow += is_slow
            print(f"{name:6} {unit!r:18} {short:8.3f} s {long:8.3f} s{'  SLOW' * is_slow}")
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
