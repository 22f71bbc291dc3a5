"""What the two halves of the model learn from: streams of examples, varied anew in every epoch."""

from __future__ import annotations

import random
from collections.abc import Iterator
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
from draft import Draft
from examples import Example, example
from frames import news_sentence, with_words
from harmony import harmonise
from item_lists import list_sentence
from lexicon import listed, places
from names_gold import column_sentences, gum_names, put_names, tidy
from spacy.language import Language

MOST_WEB, LEAST_WEB = 0.85, 0.5
"""Share of EWT in the first and the last epochs, drawn anew each time; GUM and PUD are read whole."""
GUM_AGAIN, PUD_AGAIN = 0.5, 2
"""How much of the treebanks with names is read once more with other names put in; PUD is news."""
LISTS = 60
"""Made-up list sentences in an epoch."""
MOST_FRAMES, LEAST_FRAMES = 1800, 600
"""Made-up sentences of the domain in the first and the last epoch."""
LONGEST = 80
"""Words of a text at most, where its sentences allow."""
FULL_SETS = ("gum-train", "ewt-train", "pud-train")


def treebanks(data: Path) -> list[Paragraph]:
    """All annotated paragraphs, GUM's and PUD's with names."""
    out: list[Paragraph] = []
    for name in FULL_SETS:
        pars = paragraphs(data / f"{name}.conllu.gz")
        for par in pars:
            par.corpus = name.removesuffix("-train")
            if par.corpus == "gum":
                par.names = gum_names(par)
        if name.startswith("pud"):
            put_names(pars, data / f"{name}-ner.iob2.gz")
        out += pars
    gum = [p for p in out if p.corpus == "gum"]
    harmonise(gum, (p for p in out if p.corpus != "gum"))
    return out


def name_columns(data: Path) -> list[Paragraph]:
    """The sentences of the sets that mark names alone."""
    out: list[Paragraph] = []
    for corpus in ("wikigold", "re3d"):
        for par in column_sentences(data / f"{corpus}.conll.gz", hyphens=corpus == "re3d"):
            tidy(par)
            countries_are_places(par)
            par.corpus = corpus
            out.append(par)
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
        par.text[at:stop],
        words,
        [s - first for s in par.sents if first <= s < end],
        names,
        par.corpus,
    )


def epoch(
    nlp: Language,
    pars: list[Paragraph],
    columns: list[Paragraph],
    rng: random.Random,
    progress: float,
) -> list[Example]:
    """One pass over all that is annotated, in new variants; ``progress`` runs from 0 to 1."""
    drafts = [*syntax_variants(pars, rng, progress), *name_variants(pars, columns, rng, progress)]
    out = [example(nlp, par) for par in drafts]
    out += [example(nlp, list_sentence(rng)) for _ in range(LISTS)]
    for _ in range(round(MOST_FRAMES + (LEAST_FRAMES - MOST_FRAMES) * progress)):
        par = news_sentence(rng)
        par = with_words(par, [(t.text, t.idx) for t in nlp.make_doc(par.text)])
        out.append(example(nlp, looks(Draft.of(par), rng).paragraph()))
    return out


def syntax_variants(
    pars: list[Paragraph], rng: random.Random, progress: float
) -> Iterator[Paragraph]:
    """The treebanks' paragraphs, each in one variant, some joined or with a dateline.

    The share of web text (other habits, other annotators) falls as the training goes on.
    """
    share = max(LEAST_WEB, MOST_WEB * (1 - progress))
    held: Paragraph | None = None
    for par in pars:
        if par.corpus == "ewt" and rng.random() > share:
            continue
        draft = Draft.of(par)
        if draft.names and rng.random() < 0.15:
            swap_names(draft, rng, share=0.7)
        if rng.random() < 0.02:
            dateline(draft, rng)
        new = varied(draft.paragraph(), rng, SYNTAX_CHANGES)
        if len(new.words) > LONGEST:
            yield from pieces(new, rng.randint(30, LONGEST))
        elif held is not None and held.corpus == new.corpus:
            yield join(held, new, rng)
            held = None
        elif held is None and len(par.words) < 60 and rng.random() < 0.12:
            held = new
        else:
            yield new


def name_variants(
    pars: list[Paragraph], columns: list[Paragraph], rng: random.Random, progress: float
) -> Iterator[Paragraph]:
    """Paragraphs with names, in a share with other names that becomes smaller as the training goes on."""
    swapped = 0.6 - 0.25 * progress
    named = [p for p in pars if p.corpus == "gum" and rng.random() < GUM_AGAIN]
    named += [p for p in pars if p.corpus == "pud" and p.names is not None] * PUD_AGAIN
    for par in (*named, *columns):
        draft = Draft.of(par)
        if rng.random() < swapped:
            swap_names(draft, rng, share=0.8)
        if rng.random() < 0.04:
            dateline(draft, rng)
        new = looks(draft, rng).paragraph()
        yield from pieces(new, rng.randint(30, LONGEST)) if len(new.words) > LONGEST else [new]


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
