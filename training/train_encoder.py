"""Fine-tune a pretrained encoder for all that the package reads; `encoder/README.md` says how and what came of it.

``python training/train_encoder.py`` from the repository's root, on a CPU, with fixed seeds; called again, it goes on.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from encoder.loop import Plan, learn
from encoder.syntax import Syntax, labels

WORDS = 15_000_000


def main() -> None:
    """Read the command line and do what it asks."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=Path("../shared/corpora/treebank"))
    ap.add_argument("--kept", type=Path, default=Path("build/encoder"), help="for what is learnt")
    ap.add_argument("--words", type=int, default=WORDS, help="how many to learn from")
    ap.add_argument("--until", type=int, help="stop for now after so many")
    ap.add_argument("--every", type=float, default=900, help="seconds between two checks")
    args = ap.parse_args()
    torch.set_num_threads(1)
    task = Syntax(args.data, labels(args.data, args.kept / "labels.pickle"))
    plan = Plan(args.words, args.until, every=args.every)
    learn(task, plan, args.kept / "syntax")


if __name__ == "__main__":
    main()
