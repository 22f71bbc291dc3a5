"""Turn paragraphs into training examples: the tokenizer's tokens, with the gold of words they equal."""

from __future__ import annotations

from dataclasses import dataclass, field

from conllu import Paragraph
from spacy.language import Language

UNKNOWN = -1
"""In place of a head: nobody marked it, or its word is none of the tokens."""


@dataclass(slots=True)
class Example:
    """Columns over the tokens of a text that are no blanks; "" and UNKNOWN stand for no gold."""

    forms: list[str]
    gaps: list[str]
    """The blanks before each token."""
    tags: list[str] = field(default_factory=list)
    """UPOS and features, as ``NOUN Number=Sing``."""
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    """Index of the head; a root's own index."""
    rels: list[str] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)
    """Whether a sentence starts here."""
    names: list[str] | None = None
    """B-, I-, L-, U- and O tags, or None where nobody marked names."""
    corpus: str = ""


def example(nlp: Language, par: Paragraph) -> Example:
    """The example of a paragraph; a token that is no gold word has no gold."""
    doc = nlp.tokenizer(par.text)
    tokens = [t for t in doc if not t.is_space]
    ends = [0] + [t.idx + len(t) for t in tokens]
    out = Example(
        [t.text for t in tokens],
        [par.text[end : t.idx] for end, t in zip(ends, tokens, strict=False)],
        corpus=par.corpus,
    )
    place = {(t.idx, t.idx + len(t)): i for i, t in enumerate(tokens)}
    paired = [place.get((w.start, w.end)) for w in par.words]
    begins = {par.words[s].start for s in par.sents}
    out.starts = [t.idx in begins for t in tokens]
    out.tags, out.lemmas, out.rels = ([""] * len(tokens) for _ in range(3))
    out.heads = [UNKNOWN] * len(tokens)
    for w, i in zip(par.words, paired, strict=True):
        if i is not None:
            out.tags[i] = f"{w.upos} {w.feats}" if w.upos else ""
            out.lemmas[i] = w.lemma
            head = paired[w.head] if w.head >= 0 else None
            if head is not None:
                out.heads[i], out.rels[i] = head, w.rel
    if par.names is not None:
        out.names = name_tags(par, [(t.idx, t.idx + len(t)) for t in tokens])
    return out


def name_tags(par: Paragraph, tokens: list[tuple[int, int]]) -> list[str]:
    """The paragraph's names as tags over the tokens; a name that cuts a token is widened to it."""
    tags = ["O"] * len(tokens)
    for name in sorted(par.names or [], key=lambda n: (n.start, -n.end)):
        inside = [i for i, (a, b) in enumerate(tokens) if a < name.end and b > name.start]
        if not inside or any(tags[i] != "O" for i in inside):
            continue
        for i in inside:
            tags[i] = f"I-{name.label}"
        tags[inside[0]] = f"B-{name.label}"
        tags[inside[-1]] = f"L-{name.label}" if len(inside) > 1 else f"U-{name.label}"
    return tags
