"""Bring EWT's and PUD's morphology to GUM's habits, so that the model isn't taught two answers.

GUM marks the degree of adverbs by their lemma and the number of "you"; EWT and PUD don't.  What can't be
mapped by rule and never occurs in GUM is left out: the word then has no gold tag.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from conllu import Paragraph, Word

SECOND_PERSON = frozenset({"you", "your", "yours", "ya", "u"})


def harmonise(model: list[Paragraph], others: Iterable[Paragraph]) -> None:
    """Change the features of the other paragraphs' words, in place, to those of the model's."""
    known = Counter((w.upos, w.feats) for p in model for w in p.words)
    graded = adverb_degrees(model)
    for par in others:
        for w in par.words:
            w.feats = with_features(w, graded)
            if known[w.upos, w.feats] < 2:
                w.upos = w.feats = ""


def adverb_degrees(pars: list[Paragraph]) -> dict[str, bool]:
    """For each adverb's lemma whether it mostly has a positive degree."""
    seen: dict[str, Counter[bool]] = defaultdict(Counter)
    for par in pars:
        for w in par.words:
            if w.upos == "ADV":
                seen[w.lemma]["Degree=Pos" in w.feats] += 1
    return {lemma: counts[True] > counts[False] for lemma, counts in seen.items()}


def with_features(w: Word, graded: dict[str, bool]) -> str:
    """The word's features as GUM would write them."""
    found = dict(f.split("=", 1) for f in w.feats.split("|") if f)
    if w.upos == "ADV" and w.feats in {"", "Degree=Pos"}:
        return "Degree=Pos" if graded.get(w.lemma, w.form.endswith("ly")) else ""
    if w.upos == "PRON" and w.form.lower() in SECOND_PERSON and found.get("Person") == "2":
        found.setdefault("Number", "Sing")
    if found.get("Mood") == "Imp":
        found.setdefault("Person", "2")
    if w.upos == "PRON" and found.get("Poss") == "Yes" and found.get("PronType") == "Prs":
        found.setdefault("Case", "Gen")
    return "|".join(f"{k}={v}" for k, v in sorted(found.items(), key=lambda item: item[0].lower()))
