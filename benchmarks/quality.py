"""Run the scorers on the development data and hold the headline figures against `floors.toml`.

    python benchmarks/quality.py [--shared ../shared] [--only NAME,...] [--json FILE]

A figure more than 0.01 below its floor fails the run. Floors only rise: whoever improves a figure
raises its floor in the same change.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import own_gold

SLACK = 0.01
HERE = Path(__file__).parent


def main() -> int:
    options = arguments()
    shared = Path(options.shared)
    suites = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
    wanted = options.only.split(",") if options.only else list(suites)
    if not shared.is_dir():
        print(f"quality: {shared} isn't here, only our own gold set is measured")
        wanted = [name for name in wanted if "run" not in suites[name]]
    with tempfile.TemporaryDirectory() as folder:
        measured = {name: measure(name, suites[name], shared, Path(folder)) for name in wanted}
    if options.json:
        Path(options.json).write_text(json.dumps(measured, indent=1), encoding="utf-8")
    return report(suites, measured)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", default=str(HERE.parent.parent / "shared"))
    parser.add_argument("--only", help="suites of floors.toml, separated by commas")
    parser.add_argument("--json", help="file for the figures")
    return parser.parse_args()


def measure(name: str, suite: dict, shared: Path, folder: Path) -> dict[str, float]:
    """The figures of one suite: predict, then score, as `scoring/README.md` has it; or our own."""
    if "run" not in suite:
        return own_gold.scores()
    predictions = folder / f"{name}.jsonl"
    places = {"shared": str(shared), "pred": str(predictions)}
    for command in suite["run"]:
        script, *rest = (word.format(**places) for word in command.split())
        run = subprocess.run(
            [sys.executable, str(shared / script), *rest],
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            sys.exit(f"quality: {command}\n{run.stderr}")
    return {key: found(key, run.stdout) for key in suite["floors"]}


def found(key: str, output: str) -> float:
    """A figure from a scorer's JSON, by its path of keys ("value_f1/f1"); a key may hold a slash."""
    value = walked(json.loads(output), key)
    if not isinstance(value, int | float):
        sys.exit(f"quality: the scorer gave no figure {key}")
    return float(value)


def walked(tree: object, path: str) -> object:
    if not isinstance(tree, dict):
        return None
    if path in tree:
        return tree[path]
    cuts = [at for at, sign in enumerate(path) if sign == "/" and path[:at] in tree]
    return next((walked(tree[path[:at]], path[at + 1 :]) for at in cuts), None)


def report(suites: dict, measured: dict[str, dict[str, float]]) -> int:
    """Print every figure beside its floor; the exit status says whether one fell."""
    fallen = 0
    for name, figures in measured.items():
        for key, value in figures.items():
            floor = suites[name]["floors"][key]
            low = value < floor - SLACK
            fallen += low
            print(f"{name:16} {key:24} {value:.3f}  floor {floor:.3f}{'  FELL' if low else ''}")
    print(f"quality: {fallen} figures below their floor" if fallen else "quality: all floors hold")
    return int(fallen > 0)


if __name__ == "__main__":
    sys.exit(main())
