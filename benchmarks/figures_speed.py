"""The figure extractor's sentences per second on one core, against quantulum3 in the same run.

    python benchmarks/figures_speed.py [FILE_OR_FOLDER] [--floor TIMES]

FILE_OR_FOLDER holds texts: .txt files, or a .jsonl file with a "text" a line; without it the example
articles are read. The pipeline's own pass is done before: its rules alone are measured. Times are CPU
seconds, the best of five rounds. quantulum3 is compared where it is installed (it is no dependency);
with --floor the exit status is 1 when the extractor is fewer than TIMES times as fast.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import summitparse
from summitparse.docdata import article_of, make_doc
from summitparse.extractors.figures import find_figures
from summitparse.page import Article

EXAMPLES = Path(__file__).parent.parent / "examples"
ROUNDS = 5


def texts_of(path: Path) -> list[str]:
    if path.suffix == ".jsonl":
        lines = path.read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["text"] for line in lines if line.strip()]
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    return [file.read_text(encoding="utf-8") for file in files]


def best(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least CPU seconds of a few rounds, the first of them not counted."""
    run()
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        seconds.append(time.process_time() - start)
    return min(seconds)


def quantulum_seconds(sentences: Sequence[str]) -> float | None:
    if find_spec("quantulum3") is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser

        return best(lambda: [_parsed(parser.parse, sentence) for sentence in sentences], rounds=1)


def _parsed(parse: Callable[[str], object], sentence: str) -> object:
    try:
        return parse(sentence)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, ZeroDivisionError):
        return None  # it raises on some sentences; that is its result there


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("path", nargs="?", type=Path, default=EXAMPLES)
    options.add_argument("--floor", type=float, default=0.0)
    given = options.parse_args()
    nlp = summitparse.load(exclude=["summitparse"])
    pipes = [pipe for _, pipe in nlp.pipeline]
    docs = [make_doc(nlp, Article(text=text), pipes=pipes) for text in texts_of(given.path)]
    read = [(doc, article_of(doc)) for doc in docs]
    sentences = [sentence.text for doc in docs for sentence in doc.sents]
    found = sum(len(find_figures(doc, article=article)) for doc, article in read)
    seconds = best(lambda: [find_figures(doc, article=article) for doc, article in read])
    speed = len(sentences) / seconds
    print(f"texts {len(docs)}  sentences {len(sentences)}  figures {found}")
    print(f"summitparse  {speed:9.0f} sentences/s  {found / seconds:9.0f} figures/s")
    other = quantulum_seconds(sentences)
    if other is None:
        print("quantulum3   not installed")
        return 0
    print(
        f"quantulum3   {len(sentences) / other:9.0f} sentences/s  ({other / seconds:.1f} times slower)"
    )
    return int(other / seconds < given.floor)


if __name__ == "__main__":
    sys.exit(main())
