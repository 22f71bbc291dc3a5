"""Attributions against gold, by the project's scorer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from encoder.telling import Guess, Thresholds, by_article

CHOICES = (
    ("whole", (0.1, 0.2, 0.3, 0.35, 0.4, 0.45, 0.5)),
    ("cue", (0.2, 0.3, 0.4, 0.5, 0.6)),
    ("source", (0.1, 0.2, 0.3, 0.4, 0.5)),
)
"""What is tried of each threshold."""


class Scorer:
    """The script `score_attribution.py` as a module."""

    def __init__(self, script: Path) -> None:
        spec = spec_from_file_location("score_attribution", script)
        assert spec is not None
        assert spec.loader is not None
        self.module: Any = module_from_spec(spec)
        spec.loader.exec_module(self.module)

    def figures(
        self, rows: list[dict[str, Any]], found: Sequence[Guess], at: Thresholds
    ) -> dict[str, float]:
        """F1 of relations, of direct and indirect ones, and accuracy of sources."""
        m, told = self.module, by_article(found, at)
        counts = []
        for row in rows:
            doc = m.Text(row["text"])
            gold = [r for r in self.relations(row["attributions"], doc) if r.content]
            counts.append(
                m.count_article(doc, self.relations(told.get(row["id"], []), doc), gold)[0]
            )
        out = m.figures(m.total(counts))
        return {
            "relation": out["relation_f1"],
            "direct": out["direct_f1"],
            "indirect": out["indirect_f1"],
            "source": out["attribution"]["accuracy"] or 0.0,
        }

    def relations(self, attributions: list[dict[str, Any]], doc: Any) -> list[Any]:
        """Attributions as the scorer has them."""
        return [
            self.module.Rel(self.module.check_rel(a, doc.text, "here"), doc) for a in attributions
        ]


def chosen(
    scorer: Scorer, rows: list[dict[str, Any]], found: Sequence[Guess]
) -> tuple[Thresholds, float]:
    """The thresholds that are best for relations, chosen one after the other, and how good they are."""

    def good(at: Thresholds) -> float:
        return scorer.figures(rows, found, at)["relation"]

    at = Thresholds()
    for name, values in CHOICES:
        at = max((replace(at, **{name: value}) for value in values), key=good)
    return at, good(at)
