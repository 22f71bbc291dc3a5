"""Score a pipeline on the development sets with the project's scorers, as one table row.

``python training/evaluate.py MODEL`` needs the scorers and corpora beside the repository; the scorers
are run as they are, on raw text.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import spacy

PLACES = frozenset({"LOC", "GPE", "FAC"})


def scored(script: Path, *args: str) -> dict[str, object]:
    """The JSON that a scorer prints."""
    done = subprocess.run(
        [sys.executable, str(script), *args, "--json"], capture_output=True, text=True, check=True
    )
    result: dict[str, object] = json.loads(done.stdout)
    return result


def places(model: str, gold: Path, out: Path) -> None:
    """Write the pipeline's LOC entities for the texts of a locations gold file."""
    nlp = spacy.load(model)
    rows = [
        json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    with out.open("w", encoding="utf-8") as sink:
        for row, doc in zip(rows, nlp.pipe((r["text"] for r in rows), batch_size=16), strict=True):
            found = [
                {"start": e.start_char, "end": e.end_char} for e in doc.ents if e.label_ in PLACES
            ]
            sink.write(json.dumps({"id": row["id"], "locations": found}) + "\n")


def evaluation(model: str, shared: Path) -> dict[str, float]:
    """All figures of one pipeline; those of sets that are not there are left out."""
    bank, scoring = shared / "corpora/treebank", shared / "scoring"
    out: dict[str, float] = {}
    for name in ("gum-dev", "ewt-dev", "pud-dev"):
        args = ["--model", model, "--conllu", str(bank / f"{name}.conllu.gz")]
        ner = bank / f"{name}-ner.iob2.gz"
        figures = scored(
            scoring / "score_model.py", *args, *(["--ner", str(ner)] if ner.exists() else [])
        )
        out |= row(name.removesuffix("-dev"), figures)
    gold = shared / "corpora/locations/gwn-dev.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        pred = Path(folder) / "pred.jsonl"
        places(model, gold, pred)
        overlap = scored(scoring / "score_locations.py", "--gold", str(gold), "--pred", str(pred))[
            "overlap"
        ]
    assert isinstance(overlap, dict)
    return out | {"gwn.loc": overlap["f1"], "gwn.loc.p": overlap["p"], "gwn.loc.r": overlap["r"]}


def row(name: str, figures: dict[str, object]) -> dict[str, float]:
    """The figures worth a column, as ``set.measure``."""
    out: dict[str, float] = {}
    for key in (
        "tokens",
        "sents",
        "upos",
        "feats",
        "lemma",
        "uas",
        "las",
        "ner",
        "tokens_per_second",
    ):
        value = figures.get(key)
        value = value.get("f1") if isinstance(value, dict) else value
        if isinstance(value, int | float):
            out[f"{name}.{key}"] = value
    return out


def main() -> None:
    """Print the figures of one model as JSON."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("model")
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    args = ap.parse_args()
    print(json.dumps(evaluation(args.model, args.shared), indent=1))


if __name__ == "__main__":
    main()
