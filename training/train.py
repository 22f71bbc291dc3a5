"""Make the bundled pipeline: prepare data, train both halves, put them together, write and score it.

``python training/train.py`` from the repository's root does all of it, on a CPU, with fixed seeds.
Syntax and names are two processes that learn at the same time; each takes one core.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus import name_epoch, named, syntax_epoch, treebanks
from designs import Encoder, names, syntax
from evaluate import evaluation
from learn import Schedule, learn
from package import assemble, ship

VERSION = "0.1.0"
SYNTAX_ENCODER = Encoder(96, 4, (7000, 1200, 3000, 1500))
SYNTAX_PLAN = Schedule(10_000_000, rate=0.0015, batch=1200, drop=0.12)
NAMES_ENCODER = Encoder(96, 3, (5000, 1000, 2500, 1000))
NAMES_PLAN = Schedule(9_000_000, rate=0.0012, batch=1200, drop=0.2)
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}


def train_half(half: str, data: Path, work: Path) -> None:
    """Train one half and write its averaged weights to ``work/half``."""
    if half == "syntax":
        nlp, pars = syntax(SYNTAX_ENCODER), treebanks(data)
        sgd = learn(nlp, lambda rng, done: syntax_epoch(nlp, pars, rng, done), SYNTAX_PLAN)
    else:
        nlp, pars = names(NAMES_ENCODER), named(data)
        sgd = learn(nlp, lambda rng, done: name_epoch(nlp, pars, rng, done), NAMES_PLAN)
    with nlp.use_params(sgd.averages):
        nlp.to_disk(work / half)


def train_both(data: Path, work: Path) -> None:
    """Both halves side by side, each a process of one thread that logs to a file."""
    running = []
    for half in ("syntax", "names"):
        command = [
            sys.executable,
            __file__,
            "--data",
            str(data),
            "--work",
            str(work),
            "--only",
            half,
        ]
        with (work / f"{half}.log").open("w") as log:
            env = {**os.environ, **ONE_THREAD}
            running.append(subprocess.Popen(command, stderr=log, env=env))
    codes = [process.wait() for process in running]
    if any(codes):
        sys.exit(f"training failed: see the logs in {work}")


def finish(work: Path, out: Path, shared: Path | None) -> None:
    """Put the halves together, score the whole where the scorers are, and write it to ``out``."""
    nlp = assemble(work / "syntax", work / "names")
    figures: dict[str, float] = {}
    if shared is not None:
        nlp.to_disk(work / "whole")
        figures = evaluation(str(work / "whole"), shared)
        print(json.dumps(figures, indent=1))
    ship(nlp, out / "data", version=VERSION, figures=figures)


def main() -> None:
    """Read the command line and do what it asks."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=Path("../shared/corpora/treebank"))
    ap.add_argument("--out", type=Path, default=Path("src/summitparse/model"))
    ap.add_argument(
        "--shared", type=Path, help="folder of scorers and corpora; without it nothing is scored"
    )
    ap.add_argument(
        "--work", type=Path, help="where the halves and logs go; a temporary folder by default"
    )
    ap.add_argument("--only", choices=("syntax", "names", "finish"), help="do one step, in --work")
    args = ap.parse_args()
    work = args.work or Path(tempfile.mkdtemp(prefix="training-"))
    work.mkdir(parents=True, exist_ok=True)
    if args.only in ("syntax", "names"):
        train_half(args.only, args.data, work)
        return
    if args.only is None:
        train_both(args.data, work)
    finish(work, args.out, args.shared)


if __name__ == "__main__":
    main()
