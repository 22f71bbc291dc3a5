"""Learn which candidates are attributions from PolNeAR's training part.

    python training/attribution.py TRAIN.jsonl [--model PATH] [--out FILE] [--docs CACHE.spacy]

Logistic regression (AdaGrad, L2) over the features of `summitparse.extractors.quotes.features`; a
candidate counts as right when a gold attribution shares half of its content (Dice) and its source.
Weights below a small size are left out of the file. Deterministic: same data, same file.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, DocBin

import summitparse
from summitparse.docdata import make_doc
from summitparse.extractors.quotes.candidate import Candidate
from summitparse.extractors.quotes.features import features
from summitparse.extractors.quotes.gather import gather
from summitparse.extractors.quotes.scene import Scene, lay_out
from summitparse.view import TextView

OUT = Path(summitparse.__file__).parent / "extractors" / "quotes" / "polnear" / "weights.tsv"
WORD = re.compile(r"\w+")
EPOCHS, RATE, L2, RARE, SMALL = 12, 0.15, 2e-6, 3, 0.04
Example = tuple[list[str], int]


def words(text: str, spans: list[list[int]]) -> set[int]:
    """Where the words inside the spans start."""
    return {m.start() for a, b in spans for m in WORD.finditer(text, a, b)}


def chars(doc: Doc, tokens: tuple[int, int]) -> list[int]:
    last = doc[tokens[1] - 1]
    return [doc[tokens[0]].idx, last.idx + len(last)]


def is_right(doc: Doc, found: Candidate, gold: list[tuple[set[int], set[int]]]) -> bool:
    content = words(doc.text, [chars(doc, piece) for piece in found.content])
    source = words(doc.text, [chars(doc, found.source)]) if found.source else set()
    for wanted, who in gold:
        dice = 2 * len(content & wanted) / max(1, len(content) + len(wanted))
        same = bool(source & who) if who and source else who == source
        # Later sentences that go on with a quotation aren't part of a candidate yet.
        inside = found.frame.startswith("quotation") and len(content & wanted) >= 0.8 * len(content)
        if (dice >= 0.5 or inside) and same:
            return True
    return False


def examples(docs: list[Doc], rows: list[dict[str, Any]]) -> list[Example]:
    found: list[Example] = []
    for doc, row in zip(docs, rows, strict=True):
        scene: Scene = lay_out(TextView.of(doc))
        gold = [
            (words(doc.text, a["content"]), words(doc.text, a["source"]))
            for a in row["attributions"]
        ]
        for each in gather(scene):
            found.append((features(scene, each), int(is_right(doc, each, gold))))
    return found


def learn(data: list[Example]) -> dict[str, float]:
    counts = Counter(name for names, _ in data for name in names)
    data = [([n for n in names if counts[n] >= RARE], y) for names, y in data]
    weight: dict[str, float] = dict.fromkeys((n for n, c in counts.items() if c >= RARE), 0.0)
    squares = dict.fromkeys(weight, 1e-6)
    shuffler = random.Random(0)
    for epoch in range(EPOCHS):
        shuffler.shuffle(data)
        loss = 0.0
        for names, y in data:
            p = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weight[n] for n in names)))))
            loss -= math.log(max(p if y else 1 - p, 1e-9))
            for n in names:
                g = (p - y) + L2 * len(data) * weight[n] / counts[n]
                squares[n] += g * g
                weight[n] -= RATE * g / math.sqrt(squares[n])
        print(f"epoch {epoch + 1}: loss {loss / len(data):.4f}")
    return {n: w for n, w in weight.items() if abs(w) >= SMALL}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("train", type=Path)
    parser.add_argument("--model", help="pipeline to parse with; the bundled one if left out")
    parser.add_argument("--docs", type=Path, help="parsed documents to reuse, written if missing")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.train.read_text("utf-8").splitlines()]
    if args.docs and args.docs.exists():
        docs = list(DocBin().from_disk(args.docs).get_docs(spacy.blank("en").vocab))
    else:
        nlp = spacy.load(args.model) if args.model else summitparse.load(exclude=["summitparse"])
        made = (
            make_doc(nlp, summitparse.Article(text=r["text"], published=r["date"])) for r in rows
        )
        docs = list(nlp.pipe(made, batch_size=16))
        if args.docs:
            DocBin(docs=docs, store_user_data=True).to_disk(args.docs)
    data = examples(docs, rows)
    print(f"{len(data)} candidates, {sum(y for _, y in data)} right")
    weights = learn(data)
    args.out.parent.mkdir(exist_ok=True)
    lines = [f"{name}\t{round(value, 3)}\n" for name, value in sorted(weights.items())]
    args.out.write_text("feature\tweight\n" + "".join(lines), encoding="utf-8")
    print(f"{len(weights)} weights in {args.out}")


if __name__ == "__main__":
    main()
