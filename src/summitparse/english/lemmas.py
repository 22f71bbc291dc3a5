"""The base of a verb's form: from irregular forms, and from endings, so that only what can be comes out.

A learnt lemmatizer spells by analogy and errs on rare verbs ("trimmed": trimm, "plummeted": plummete).
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from summitparse.english.inflection import verb_forms
from summitparse.english.verbs import irregular_forms, verbs

__all__ = ["verb_lemma"]

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
PREFIX = re.compile(r"(?:re|over|under|out|un|mis|fore|pre|up|inter)-?(?=\w{3})")
ENDINGS = ("ing", "ied", "ies", "ed", "es", "s")
"""Of regular forms; "ied" and "ies" stand for "y"."""
DOUBLED = re.compile(r"\w([^aeiouslfz])\1$|\w[aeiou]\w*[^l]el{2}$")
"""Stems that are no base, but double its last letter: "trimm", "levell"."""
DOUBLES = re.compile(r"(?:[^aeiou]|qu)+[aeiou][bdglmnprt]$")
"""Bases of one syllable that must double their last letter: "staring" is not of "star"."""
SILENT_E = re.compile(r"(?:[cgsuvz]|at|[^aeioul]l)$")
"""Stems that mostly lack a silent e: "reduc", "estimat", "trebl"."""


@cache
def _bases_of_form() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for base, forms in irregular_forms().items():
        for form in forms:
            found.setdefault(form, set()).add(base)
    return {form: frozenset(bases) for form, bases in found.items()}


def verb_lemma(form: str, told: str, known: Container[str] = (), *, past: bool = False) -> str:
    """The lemma that was told of a verb's form if it can be, else the likeliest that can.

    `known`: words in use, in small letters, which settle it where spelling leaves it open; `past`: the
    form is a past one, and so no base itself.

    >>> verb_lemma("trimmed", "trimm"), verb_lemma("rose", "r"), verb_lemma("rated", "rate")
    ('trim', 'rise', 'rate')
    """
    low = form.lower()
    if not WORD.match(low) or told[:1].isupper():
        return told
    bases = _irregular(low)
    if told == low and not past and (not bases or low in verbs("base") or low in irregular_forms()):
        return told
    if bases:
        return told if told in bases else min(bases)
    spelt = _spelt(low)
    listed = [base for base in spelt if base in verbs("base")]
    sure = [base for base in spelt if base in known]
    if listed:
        return listed[0]
    if told in sure or told in spelt[:1] or not spelt:
        return told
    if sure:
        return sure[0]
    return told if told in spelt and not DOUBLED.search(told) else spelt[0]


def _irregular(form: str) -> frozenset[str]:
    """The bases of an irregular form, also behind a prefix: "outsold"."""
    bases = _bases_of_form()
    if form in bases or (prefix := PREFIX.match(form)) is None:
        return bases.get(form, frozenset())
    return frozenset(prefix.group() + base for base in bases.get(form[prefix.end() :], ()))


def _spelt(form: str) -> list[str]:
    """The bases that have this form by rule, likeliest spelling first."""
    ending = next((each for each in ENDINGS if form.endswith(each)), "")
    stem = form[: -len(ending)]
    if not ending or not stem:
        return []
    if ending in ("ied", "ies"):
        found = [stem + "ie" if stem + "ie" in irregular_forms() else stem + "y"]
    elif ending == "s":
        found = [stem]
    else:
        silent = [stem + "e", stem] if SILENT_E.search(stem) else [stem, stem + "e"]
        found = [stem[:-1], *silent] if DOUBLED.search(stem) else [*silent, stem[:-1]]
    return [base for base in found if form in _forms(base) and not _is_past(base)]


def _is_past(word: str) -> bool:
    """Whether a word is only the past of a verb: "rang" is no base of "ranged"."""
    return word in _bases_of_form() and word not in irregular_forms() and word not in verbs("base")


def _forms(base: str) -> frozenset[str]:
    """A verb's forms; of an irregular one without its regular past, of a short one doubled only."""
    forms = verb_forms(base)
    return forms - {base + "ed", base + "ing"} if DOUBLES.match(base) else forms
