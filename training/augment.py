"""Variants of paragraphs: names, quotation marks, case, wrapped lines, datelines and joins.

Every variant keeps its annotation; what it teaches is that the annotation doesn't hang on the page's looks.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from conllu import Paragraph, Word
from draft import Draft
from lexicon import forms, organisation, person, place

QUOTES = frozenset(['"', "“", "”", "''", "``", "„", "«", "»"])
QUOTE_STYLES = (
    ("“", "”"),
    ("“", "”"),
    ('"', '"'),
    ('"', '"'),
    ("''", "''"),
    ("``", "''"),
    ("‘", "’"),
    ("«", "»"),
)
APOSTROPHES = (("'", "’"), ("’", "'"))
SMALL = frozenset("a an the of in on at to for and or but with by from as is nor".split())
MONTHS = (
    "January February March April May June July August September October November December".split()
)
SHORT_MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
AGENCIES = "AP|AFP|Reuters|Xinhua|TASS|ANI|KUNA|PTI|Agencies|News Agency".split("|")


def quotes(draft: Draft, rng: random.Random) -> None:
    """Another style of quotation marks and apostrophes, the same through the paragraph."""
    opening, closing = rng.choice(QUOTE_STYLES)
    inside = False
    for i, w in enumerate(draft.words):
        if w.form in QUOTES and w.upos in {"PUNCT", ""}:
            opens = w.form in {"“", "``", "„", "«"} or (
                w.form == '"' and not inside and draft.blanks[i] == ""
            )
            w.form = opening if opens else closing
            inside = opens
    old, new = rng.choice(APOSTROPHES)
    for w in draft.words:
        if old in w.form and len(w.form) > 1 and w.form not in {"''", "’’"}:
            w.form = w.form.replace(old, new)


def upper(draft: Draft, _: random.Random) -> None:
    """All capitals, as in a wire's headline."""
    for w in draft.words:
        if len(w.form.upper()) == len(w.form):
            w.form = w.form.upper()


def headline(draft: Draft, _: random.Random) -> None:
    """Capitals on every long word, and no full stop at the end."""
    for i, w in enumerate(draft.words):
        if i in draft.sents or w.form.lower() not in SMALL:
            w.form = w.form[0].upper() + w.form[1:]
    last = len(draft.words) - 1
    free = all(w.head != last for w in draft.words) and all(
        b <= last for _, b, _ in draft.names or []
    )
    if free and draft.words[-1].form == "." and last > 1 and draft.sents[-1] < last:
        draft.words.pop()
        draft.blanks.pop()


def lower(draft: Draft, _: random.Random) -> None:
    """No capitals at all."""
    for w in draft.words:
        if len(w.form.lower()) == len(w.form):
            w.form = w.form.lower()


def wrap(draft: Draft, rng: random.Random) -> None:
    """Lines broken at a width, as pasted from a mail or a page."""
    width = rng.randint(40, 85)
    column = 0
    for i, w in enumerate(draft.words[:-1]):
        column += len(w.form) + len(draft.blanks[i])
        if draft.blanks[i] and column + len(draft.words[i + 1].form) > width:
            draft.blanks[i] = "\n"
            column = 0


def swap_names(draft: Draft, rng: random.Random, *, share: float = 1.0) -> None:
    """Other persons, places and organisations in the place of the paragraph's own."""
    same: dict[str, str] = {}
    for a, b, label in sorted(draft.names or [], reverse=True):
        old = " ".join(w.form for w in draft.words[a:b])
        if rng.random() < share and draft.one_top(a, b):
            new = same.setdefault(old, other(label, b - a, rng))
            was_upper = old.isupper() and len(old) > 4
            draft.swap(a, b, forms(new.upper() if was_upper else new))


def other(label: str, length: int, rng: random.Random) -> str:
    """A name of the same kind."""
    if label == "PERSON":
        return person(rng, length)
    return place(rng) if label == "LOC" else organisation(rng)


def dateline(draft: Draft, rng: random.Random) -> None:
    """``BEIJING, May 20 —`` before the first sentence, hung on its root."""
    root = next((i for i, w in enumerate(draft.words) if w.head == i), 0)
    city = place(rng)
    city = city.upper() if rng.random() < 0.7 else city
    words, blanks = dateline_words(city, rng)
    n, k = len(words), len(forms(city))
    for w in draft.words:
        w.head = w.head + n if w.head >= 0 else -1
    for i, w in enumerate(words):
        w.head = root + n if i == 0 else 0
        if w.upos == "PUNCT":
            w.head = root + n if i == n - 1 else 0
    draft.words[:0], draft.blanks[:0] = words, blanks
    draft.sents = [0] + [s + n for s in draft.sents[1:]]
    if draft.names is not None:
        agency = [(i, i + 1, "ORG") for i, w in enumerate(words) if w.rel == "appos"]
        draft.names = [(0, k, "LOC"), *agency] + [(a + n, b + n, x) for a, b, x in draft.names]


def dateline_words(city: str, rng: random.Random) -> tuple[list[Word], list[str]]:
    """The words of a dateline and their blanks."""
    out = [
        (Word(f, 0, f, "PROPN", "NNP", "Number=Sing", 0, "flat" if i else "parataxis"), b)
        for i, (f, b) in enumerate(forms(city))
    ]
    if rng.random() < 0.35:
        out += [
            (mark("("), ""),
            (propn(rng.choice(AGENCIES).split()[0], "appos"), ""),
            (mark(")"), " "),
        ]
    if rng.random() < 0.7:
        out[-1] = (out[-1][0], "")
        day = Word(
            str(rng.randint(1, 31)), 0, "", "NUM", "CD", "NumForm=Digit|NumType=Card", 0, "nummod"
        )
        month = propn(rng.choice(MONTHS if rng.random() < 0.7 else SHORT_MONTHS), "nmod:unmarked")
        day.lemma = day.form
        out += [
            (mark(","), " "),
            *([(month, " "), (day, " ")] if rng.random() < 0.7 else [(day, " "), (month, " ")]),
        ]
    dash = rng.choice(("—", "–", "-", "--", ":"))
    before = "" if dash in {"—", ":"} and rng.random() < 0.6 else " "
    out[-1] = (out[-1][0], before)
    out.append((mark(dash), " "))
    return [w for w, _ in out], [b for _, b in out]


def mark(form: str) -> Word:
    """A punctuation mark."""
    tags = {"(": "-LRB-", ")": "-RRB-", ",": ",", "-": "HYPH"}
    return Word(form, 0, form, "PUNCT", tags.get(form, ":"), "", 0, "punct")


def propn(form: str, rel: str) -> Word:
    """A proper noun."""
    return Word(form, 0, form, "PROPN", "NNP", "Number=Sing", 0, rel)


def join(first: Paragraph, second: Paragraph, rng: random.Random) -> Paragraph:
    """Two paragraphs as one text, a line break or two between them."""
    a, b = Draft.of(first), Draft.of(second)
    n = len(a.words)
    a.blanks[-1] = rng.choice(("\n", "\n\n", "\n\n", " "))
    for w in b.words:
        w.head = w.head + n if w.head >= 0 else -1
    names = (
        None
        if a.names is None or b.names is None
        else a.names + [(x + n, y + n, k) for x, y, k in b.names]
    )
    return Draft(
        a.words + b.words, a.blanks + b.blanks, a.sents + [s + n for s in b.sents], names, a.corpus
    ).paragraph()


Change = Callable[[Draft, random.Random], None]
SYNTAX_CHANGES: tuple[tuple[float, Change], ...] = (
    (0.35, quotes),
    (0.012, upper),
    (0.012, lower),
    (0.08, wrap),
)


def varied(
    par: Paragraph, rng: random.Random, changes: tuple[tuple[float, Change], ...]
) -> Paragraph:
    """One random variant of a paragraph; often the paragraph itself."""
    draft = Draft.of(par)
    for share, change in changes:
        if rng.random() < share:
            change(draft, rng)
    return draft.paragraph()
