"""The date resolver's speed on one core, against dateparser.search in the same run.

    python benchmarks/dates_speed.py [FILE_OR_FOLDER_OF_TXT] [--chars N] [--floor CHARS_PER_SECOND]

Without a path the example articles are read. Texts are repeated up to N characters (default
400,000); dateparser gets a tenth of them. Documents are blank: the resolver alone is measured, not
tokenizer and parser. Times are CPU times, the best of three rounds. With --floor the exit status is
1 when the resolver is slower.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import spacy
from dateparser.search import search_dates

from summitparse.extractors.dates import resolve_dates
from summitparse.page import Article

HERE = Path(__file__).parent
PUBLISHED = "2026-05-20"
ROUNDS = 3


def texts_of(path: Path) -> list[str]:
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    return [file.read_text(encoding="utf-8") for file in files]


def repeated(texts: Sequence[str], chars: int) -> list[str]:
    found: list[str] = []
    size = 0
    while size < chars:
        found.append(texts[len(found) % len(texts)])
        size += max(1, len(found[-1]))
    return found


def best(run: Callable[[], object]) -> float:
    """The least CPU seconds of a few rounds."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        seconds.append(time.process_time() - start)
    return min(seconds)


def ours(texts: Sequence[str]) -> float:
    blank = spacy.blank("en")
    docs = [blank(text) for text in texts]
    articles = [Article(text=text, published=PUBLISHED) for text in texts]
    pairs = list(zip(docs, articles, strict=True))
    resolve_dates(docs[0], article=articles[0])  # lexicon and grammar warm
    return best(lambda: [resolve_dates(doc, article=article) for doc, article in pairs])


def theirs(texts: Sequence[str]) -> float:
    settings = {"RELATIVE_BASE": datetime.fromisoformat(PUBLISHED)}

    def run() -> object:
        return [search_dates(text, languages=["en"], settings=settings) for text in texts]

    return best(run)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, default=HERE.parent / "examples")
    parser.add_argument("--chars", type=int, default=400_000)
    parser.add_argument("--floor", type=float, default=0)
    options = parser.parse_args()
    texts = texts_of(options.path)
    many, few = repeated(texts, options.chars), repeated(texts, options.chars // 10)
    speeds = [
        sum(map(len, some)) / max(run(some), 1e-9) for some, run in ((many, ours), (few, theirs))
    ]
    for name, speed in zip(("summitparse", "dateparser.search"), speeds, strict=True):
        print(f"{name:20} {speed:12,.0f} chars/s")
    print(f"{'ratio':20} {speeds[0] / speeds[1]:12.1f}")
    return int(speeds[0] < options.floor)


if __name__ == "__main__":
    sys.exit(main())
