"""Make the bundled pipeline: learn from the treebanks and the sets of names, write it and score it.

``python training/train.py`` from the repository's root does all of it, on a CPU, with fixed seeds.
"""

from __future__ import annotations

import argparse
import json
import random
from functools import cache, partial
from pathlib import Path

from batches import CORPORA, Rows
from conllu import Paragraph
from corpus import epoch, name_columns, treebanks
from evaluate import evaluation
from examples import Example
from learn import Plan, learn
from network import Sizes, weights
from package import assemble, blank, ship

VERSION = "0.3.0"
PLAN = Plan(tokens=15_000_000)
SYNTAX_HABIT, NAMES_HABIT = CORPORA.index("gum"), CORPORA.index("pud")
"""Whose habits the shipped network has, where corpora differ."""


@cache
def annotated(data: Path) -> tuple[list[Paragraph], list[Paragraph]]:
    """The treebanks, and the sets that have names alone."""
    return treebanks(data), name_columns(data)


def make_epoch(data: Path, number: int, progress: float) -> list[Example]:
    """The examples of an epoch; the same ones whenever it is made."""
    return epoch(blank(), *annotated(data), random.Random(1000 + number), progress)


def main() -> None:
    """Read the command line and do what it asks."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=Path("../shared/corpora/treebank"))
    ap.add_argument("--out", type=Path, default=Path("src/summitparse/model/data"))
    ap.add_argument("--shared", type=Path, help="scorers and corpora; without it nothing is scored")
    ap.add_argument(
        "--kept", type=Path, default=Path("build/training"), help="for what is half learnt"
    )
    ap.add_argument("--tokens", type=int, default=PLAN.tokens, help="how many to learn from")
    args = ap.parse_args()
    make = partial(make_epoch, args.data)
    rows = Rows.of([*make(0, 0.0), *make(1, 0.0)])
    tags, lemmas, relations, names = map(len, rows.labels)
    sizes = Sizes(len(rows.words), tags, lemmas, relations, names, len(CORPORA))

    args.kept.parent.mkdir(parents=True, exist_ok=True)
    learnt = learn(rows, sizes, make, Plan(args.tokens), args.kept)
    package = assemble(weights(learnt, SYNTAX_HABIT, NAMES_HABIT), rows)
    ship(package, args.out, version=VERSION, figures={})
    if args.shared is not None:
        figures = evaluation(str(args.out), args.shared)
        print(json.dumps(figures, indent=1))
        ship(package, args.out, version=VERSION, figures=figures)


if __name__ == "__main__":
    main()
