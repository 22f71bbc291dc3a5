"""Fine-tune a pretrained encoder for all that the package reads; see `encoder/README.md`.

``python training/train_encoder.py`` from the repository's root, on a CPU, with fixed seeds; it goes on
from what lies in ``--kept``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from encoder.attributing import Telling
from encoder.attribution import Shape
from encoder.loop import learn
from encoder.plan import Plan
from encoder.syntax import Syntax, labels

WORDS, TOLD = 12_000_000, 2_500_000
"""Words that syntax and names are learnt from, and attribution."""
STEP = 1200
"""Words of a step, of all processes together."""


def main() -> None:
    """Read the command line and do what it asks."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--shared", type=Path, default=Path("../shared"), help="corpora and scorers")
    ap.add_argument("--kept", type=Path, default=Path("build/encoder"), help="for what is learnt")
    ap.add_argument("--stage", choices=("all", "syntax", "attribution"), default="all")
    ap.add_argument("--words", type=int, default=WORDS, help="how many to learn syntax from")
    ap.add_argument("--told", type=int, default=TOLD, help="how many to learn attribution from")
    ap.add_argument("--until", type=int, help="stop for now after so many")
    ap.add_argument("--base", type=int, default=3, help="layers that attribution shares")
    ap.add_argument("--own", type=int, default=3, help="layers of its own above them")
    ap.add_argument("--processes", type=int, choices=(1, 2), default=2)
    ap.add_argument("--every", type=float, default=900, help="seconds between two checks")
    args = ap.parse_args()
    torch.set_num_threads(1)
    bank = args.shared / "corpora/treebank"
    syntax = Syntax(bank, labels(bank, args.kept / "labels.pickle"))
    learnt = args.kept / "syntax"
    pace = {"processes": args.processes, "batch": STEP // args.processes, "every": args.every}
    if args.stage != "attribution":
        learn(syntax, Plan(args.words, args.until, **pace), learnt)
    if args.stage != "syntax":
        corpus, scorer = (
            args.shared / p for p in ("corpora/attribution", "scoring/score_attribution.py")
        )
        shape = Shape(args.base, args.own)
        telling = Telling(syntax, learnt / "learnt.pt", corpus, scorer, shape)
        learn(
            telling,
            Plan(args.told, args.until, **pace),
            args.kept / f"attribution-{args.base}-{args.own}",
        )


if __name__ == "__main__":
    main()
