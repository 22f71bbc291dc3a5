"""Where the time goes: the language model's forward pass against all rules together, per extractor.

    python benchmarks/speed.py [FOLDER_OF_TXT] [--repeat N]

Prints characters per second on one core. The model's pass is the budget: the rules together should
cost less.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import summitparse
from summitparse.docdata import make_doc
from summitparse.models import ModelInfo
from summitparse.reading import STEPS, read_doc, run
from summitparse.view import TextView

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default=str(HERE.parent / "examples"))
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    texts = [path.read_text("utf-8") for path in sorted(Path(options.folder).glob("*.txt"))]
    articles = [
        summitparse.Article(text=text, published="2026-05-20") for text in texts
    ] * options.repeat
    chars = sum(len(article.text) for article in articles)
    nlp = summitparse.load(exclude=["summitparse"])
    pipes = [pipe for _, pipe in nlp.pipeline]
    summitparse.Parser(nlp).parse(articles[0])  # lexicons and caches warm
    start = time.perf_counter()
    docs = [make_doc(nlp, article, pipes=pipes) for article in articles]
    show("language model", chars, time.perf_counter() - start)
    spent = {step.name: 0.0 for step in STEPS}
    for doc in docs:
        view, found = TextView.of(doc), {}
        for step in STEPS:
            start = time.perf_counter()
            found[step.name] = run(step, view, found)
            spent[step.name] += time.perf_counter() - start
    for name, seconds in spent.items():
        show(f"  {name}", chars, seconds)
    show("extractors together", chars, sum(spent.values()))
    model = ModelInfo(name="", version="")
    start = time.perf_counter()
    for doc in docs:
        read_doc(doc, model=model)
    show("with derivations and Report", chars, time.perf_counter() - start)


def show(name: str, chars: int, seconds: float) -> None:
    print(f"{name:30} {seconds:7.2f} s {chars / max(seconds, 1e-9):12,.0f} chars/s")


if __name__ == "__main__":
    main()
