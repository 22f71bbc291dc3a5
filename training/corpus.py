"""What the two halves of the model learn from: streams of examples, varied anew in every epoch."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from augment import (
    SYNTAX_CHANGES,
    dateline,
    headline,
    join,
    quotes,
    swap_names,
    upper,
    varied,
    wrap,
)
from conllu import Name, Paragraph, paragraphs
from docs import example
from draft import Draft
from frames import news_sentence, with_words
from harmony import harmonise
from item_lists import list_sentence
from lexicon import listed, places
from names_gold import column_sentences, gum_names, put_names, tidy
from spacy.language import Language
from spacy.training import Example

MOST_WEB, LEAST_WEB = 0.75, 0.4
"""Share of EWT in the first and the last epochs, drawn anew each time; GUM and PUD are read whole."""
NEWS_TIMES = 3
"""How often an epoch of names holds PUD, whose names are hand-made and of news."""
LISTS = 60
"""Made-up list sentences in an epoch."""
LONGEST = 80
"""Words of a text at most, where its sentences allow."""
FULL_SETS = ("gum-train", "ewt-train", "pud-train")


def treebanks(data: Path) -> list[Paragraph]:
    """All annotated paragraphs, GUM's and PUD's with names."""
    out: list[Paragraph] = []
    for name in FULL_SETS:
        pars = paragraphs(data / f"{name}.conllu.gz")
        if name.startswith("gum"):
            for par in pars:
                par.names = gum_names(par)
        if name.startswith("pud"):
            put_names(pars, data / f"{name}-ner.iob2.gz")
        out += pars
    gum = [p for p in out if p.doc.startswith("GUM")]
    harmonise(gum, (p for p in out if not p.doc.startswith("GUM")))
    return out


def named(data: Path) -> list[Paragraph]:
    """All paragraphs and sentences with names, of one definition."""
    out = [p for p in treebanks(data) if p.names is not None]
    out += [p for p in out if not p.doc.startswith("GUM")] * (NEWS_TIMES - 1)
    for file in ("wikigold.conll.gz", "re3d.conll.gz"):
        extra = column_sentences(data / file, hyphens=file.startswith("re3d"))
        for par in extra:
            tidy(par)
            countries_are_places(par)
        out += extra
    return out


def countries_are_places(par: Paragraph) -> None:
    """re3d and wikigold call a country that acts an organisation; elsewhere it is a place."""
    known = {*places()[0], *listed("places")["aliases"]}
    par.names = [
        Name(n.start, n.end, "LOC" if par.text[n.start : n.end] in known else n.label)
        for n in par.names or []
    ]


def pieces(par: Paragraph, longest: int = 70) -> list[Paragraph]:
    """A paragraph cut between sentences, so that no piece is much longer than it has to be.

    The parser's training takes time by the square of a text's length.
    """
    bounds = [*par.sents[1:], len(par.words)]
    cuts, start = [0], 0
    for before, end in zip(par.sents, bounds, strict=True):
        if end - start > longest and before > start:
            cuts.append(before)
            start = before
    return [part(par, a, b) for a, b in zip(cuts, [*cuts[1:], len(par.words)], strict=True)]


def part(par: Paragraph, first: int, end: int) -> Paragraph:
    """The words from ``first`` to ``end`` as a paragraph of their own."""
    at = par.words[first].start
    stop = par.words[end].start if end < len(par.words) else len(par.text)
    words = [
        replace(w, start=w.start - at, head=w.head - first if w.head >= 0 else -1)
        for w in par.words[first:end]
    ]
    names = None
    if par.names is not None:
        names = [Name(n.start - at, n.end - at, n.label) for n in par.names if at <= n.start < stop]
    return Paragraph(
        par.text[at:stop], words, [s - first for s in par.sents if first <= s < end], names, par.doc
    )


def syntax_epoch(
    nlp: Language, pars: list[Paragraph], rng: random.Random, progress: float
) -> list[Example]:
    """One pass over the treebanks, each paragraph in one variant, some joined or with a dateline.

    The share of web text (other habits, other annotators) falls as the training goes on.
    """
    share = max(LEAST_WEB, MOST_WEB * (1 - progress))
    out: list[Example] = []
    held: Paragraph | None = None
    for par in pars:
        if par.names is None and rng.random() > share:
            continue
        draft = Draft.of(par)
        if draft.names and rng.random() < 0.15:
            swap_names(draft, rng, share=0.7)
        if rng.random() < 0.02:
            dateline(draft, rng)
        new = varied(draft.paragraph(), rng, SYNTAX_CHANGES)
        if len(new.words) > LONGEST:
            out += [example(nlp, piece) for piece in pieces(new, rng.randint(30, LONGEST))]
            continue
        if held is not None:
            new, held = join(held, new, rng), None
        elif len(par.words) < 60 and rng.random() < 0.12:
            held = new
            continue
        out.append(example(nlp, new))
    out += [example(nlp, list_sentence(rng)) for _ in range(LISTS)]
    return out


def name_epoch(
    nlp: Language, pars: list[Paragraph], rng: random.Random, progress: float
) -> list[Example]:
    """One pass over the named paragraphs in one variant each, and some made-up sentences.

    Both kinds of invention become fewer as the training goes on, so that it ends on real text.
    """
    swapped = 0.6 - 0.25 * progress
    out = [example(nlp, name_variant(par, rng, swapped), annotate=False) for par in pars]
    for _ in range(int(1800 - 1200 * progress)):
        par = news_sentence(rng)
        par = with_words(par, [(t.text, t.idx) for t in nlp.make_doc(par.text)])
        out.append(example(nlp, looks(Draft.of(par), rng).paragraph(), annotate=False))
    return out


def name_variant(par: Paragraph, rng: random.Random, swapped: float) -> Paragraph:
    """The paragraph itself or, in a share ``swapped``, with other names; and then in another look."""
    draft = Draft.of(par)
    if rng.random() < swapped:
        swap_names(draft, rng, share=0.8)
    if rng.random() < 0.04:
        dateline(draft, rng)
    return looks(draft, rng).paragraph()


def looks(draft: Draft, rng: random.Random) -> Draft:
    """Another look of the same words: quotation marks, case, lines."""
    if rng.random() < 0.3:
        quotes(draft, rng)
    if rng.random() < 0.08:
        wrap(draft, rng)
    roll = rng.random()
    if roll < 0.05:
        upper(draft, rng)
    elif roll < 0.10 and len(draft.words) < 40:
        headline(draft, rng)
    return draft
