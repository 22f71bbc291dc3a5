"""Characters per second of the location tagger alone, on parsed Docs, beside geotext in the same run.

    python benchmarks/locations_speed.py FILE.jsonl [--blank] [--repeat 5]

Lines of FILE hold `text`. The model's forward pass is not counted: Docs are made first. `--blank` uses
an empty pipeline. geotext is a dictionary look-up of cities and countries and is skipped with a note
when it isn't installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import spacy

import summitparse
from summitparse.docdata import make_doc
from summitparse.extractors.locations import tag_locations
from summitparse.page import Article


def speed(work: Callable[[Any], object], items: Sequence[Any], chars: int, repeat: int) -> float:
    """Best of several rounds, in million characters per second."""
    rounds = []
    for _ in range(repeat):
        begin = time.perf_counter()
        for item in items:
            work(item)
        rounds.append(time.perf_counter() - begin)
    return chars / min(rounds) / 1e6


def main() -> None:
    """Print the speeds and their ratio."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("file", type=Path)
    ap.add_argument("--blank", action="store_true")
    ap.add_argument("--repeat", type=int, default=5)
    args = ap.parse_args()
    lines = args.file.read_text(encoding="utf-8").splitlines()
    articles = [Article(text=json.loads(line)["text"]) for line in lines if line.strip()]
    nlp = spacy.blank("en") if args.blank else summitparse.load(exclude=["summitparse"])
    pairs = [(nlp(make_doc(nlp, article)), article) for article in articles]
    chars = sum(len(article.text) for article in articles)
    ours = speed(lambda pair: tag_locations(pair[0], article=pair[1]), pairs, chars, args.repeat)
    print(f"summitparse  {ours:.2f} million characters per second")
    if importlib.util.find_spec("geotext") is None:
        print("geotext      not installed")
        return
    from geotext import GeoText

    theirs = speed(GeoText, [article.text for article in articles], chars, args.repeat)
    print(f"geotext      {theirs:.2f} million characters per second; ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
