"""Turn paragraphs into spaCy training examples: the tokenizer's own tokens against the gold words."""

from __future__ import annotations

from conllu import Paragraph
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab


def gold_doc(vocab: Vocab, par: Paragraph, *, annotate: bool = True) -> Doc:
    """The gold words of a paragraph as a Doc; with ``annotate`` its tags, lemmas and tree as well."""
    words = par.words
    after = [w.start for w in words[1:]] + [len(par.text)]
    spaces = [w.end < nxt for w, nxt in zip(words, after, strict=True)]
    starts = set(par.sents)
    doc = Doc(
        vocab,
        words=[w.form for w in words],
        spaces=spaces,
        pos=[w.upos for w in words] if annotate else None,
        tags=[w.xpos for w in words] if annotate else None,
        morphs=[w.feats for w in words] if annotate else None,
        lemmas=[w.lemma for w in words] if annotate else None,
        heads=[head_of(par, i) for i in range(len(words))] if annotate else None,
        deps=[w.rel for w in words] if annotate else None,
        sent_starts=None if annotate else [i in starts for i in range(len(words))],
    )
    if par.names is not None:
        set_names(doc, par)
    return doc


def head_of(par: Paragraph, index: int) -> int:
    """The head to write; an unannotated word hangs on its neighbour, with no label that could be learnt."""
    head = par.words[index].head
    if head >= 0:
        return head
    first = max(s for s in par.sents if s <= index)
    return index - 1 if index > first else index


def set_names(doc: Doc, par: Paragraph) -> None:
    """Write the paragraph's names as entities; a name that cuts a word is widened to the word."""
    spans: list[Span] = []
    taken = -1
    for name in sorted(par.names or [], key=lambda n: (n.start, -n.end)):
        inside = [i for i, w in enumerate(par.words) if w.start < name.end and w.end > name.start]
        if inside and inside[0] > taken:
            spans.append(Span(doc, inside[0], inside[-1] + 1, label=name.label))
            taken = inside[-1]
    doc.set_ents(spans)


def example(nlp: Language, par: Paragraph, *, annotate: bool = True) -> Example:
    """A training example: the text as the pipeline's tokenizer cuts it, and the gold."""
    return Example(nlp.make_doc(par.text), gold_doc(nlp.vocab, par, annotate=annotate))
