"""Precision, recall and F1 on the gold set in `gold/`, section by section: no corpora needed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import summitparse
from summitparse.testing.rows import SECTIONS, described, fits

GOLD = Path(__file__).parent / "gold"


def scores() -> dict[str, float]:
    """The F1 of each section over all articles that tell it."""
    counts = {name: [0, 0, 0] for name in SECTIONS}
    parser = summitparse.Parser()
    for case in cases():
        report = parser.parse(summitparse.Article(text=case["text"], published=case["published"]))
        for name in set(SECTIONS) & set(case):
            rows = described(report, name)
            found = matched(case[name], rows)
            for place, number in enumerate((found, len(rows), len(case[name]))):
                counts[name][place] += number
    return {name: f1(*numbers) for name, numbers in counts.items() if numbers[2]}


def cases() -> list[dict]:
    files = sorted(GOLD.glob("*.toml"))
    return [case for file in files for case in tomllib.loads(file.read_text("utf-8"))["case"]]


def matched(wanted: list[dict], rows: list[dict]) -> int:
    """How many of the wanted items are found, each row used once."""
    free = list(rows)
    found = 0
    for item in wanted:
        row = next((row for row in free if fits(item, row)), None)
        if row is not None:
            free.remove(row)
            found += 1
    return found


def f1(found: int, rows: int, wanted: int) -> float:
    return round(2 * found / (rows + wanted), 3)


if __name__ == "__main__":
    for name, value in scores().items():
        print(f"own {name:16} {value:.3f}")
