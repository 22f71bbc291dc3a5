"""spaCy's English tokenizer, bent towards the word division of the treebanks.

Everything is data of the standard tokenizer (patterns and exceptions), so it is stored with the model
and needs no code where the model is loaded.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from spacy.lang.char_classes import ALPHA
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

Piece: TypeAlias = dict[int | str, str]

# The treebanks split "policy-makers" and leave "co-chair" whole.
BOUND_PREFIXES = (
    "non e mid co re anti pre pro cross post semi over multi sub counter ex mini inter un socio super "
    "pseudo extra intra micro macro trans bi tri de infra"
).split()
HYPHENS = "-|–|—|--|---|——|~"
HYPHEN_INFIX_MARK = "|——|~)(?="
TIGHT_CONTRACTIONS: dict[str, tuple[str, ...]] = {
    "wanna": ("wan", "na"),
    "lotta": ("lot", "ta"),
    "outta": ("out", "ta"),
}
ABBREVIATIONS = (
    "al. etc. Nos. ca. approx. vol. Ft. Inc. Ltd. Corp. Co."
    " Gen. Sen. Rep. Gov. Sgt. Lt. Col. Capt. Maj. Prof."
).split()
NO_FACES = ("):", "]:")
"""Marks after each other that spaCy takes for a face."""
UNITS_AFTER_NUMBER = "bn|mn|tn|trn|m|k"


def adapt(nlp: Language) -> None:
    """Replace the pipeline's tokenizer by the adapted one."""
    base = nlp.Defaults
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    infixes = [str(x) for x in base.infixes or [] if HYPHEN_INFIX_MARK not in str(x)]
    prefixes = [str(x) for x in base.prefixes or [] if x != "#"]
    tokenizer.infix_finditer = compile_infix_regex([*infixes, *our_infixes()]).finditer
    tokenizer.prefix_search = compile_prefix_regex([*prefixes, *our_prefixes()]).search
    tokenizer.suffix_search = compile_suffix_regex([*(base.suffixes or []), *our_suffixes()]).search
    tokenizer.rules = {k: v for k, v in (tokenizer.rules or {}).items() if k not in NO_FACES}
    for form, parts in exceptions().items():
        tokenizer.add_special_case(form, parts)


def our_infixes() -> list[str]:
    """Hyphens but after a bound prefix, ranges, slashes and brackets inside a run without blanks."""
    forms = (p for prefix in BOUND_PREFIXES for p in (prefix, prefix.capitalize(), prefix.upper()))
    bound = "".join(rf"(?<!\b{re.escape(p)})" for p in dict.fromkeys(forms))
    return [
        rf"(?<=[{ALPHA}]){bound}-(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}])(?:–|—|--|---|——|~)(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}]){bound}(?:-|–)(?=[0-9])",
        rf"(?<=[0-9])(?:-|–)(?=[{ALPHA}])",
        r"(?<=[0-9])(?:–|—)(?=[0-9$£€])",
        r"(?<=[0-9])-(?=[$£€])",
        rf"(?<=[{ALPHA}0-9.])(?:—|--)(?=[{ALPHA}0-9“\"'‘])",
        rf"(?<=[{ALPHA}0-9.,;:!?”\"'’])(?:—|--)(?=[{ALPHA}0-9“\"'‘])",
        rf"(?<=[{ALPHA}])/(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])[()\[\]](?=[{ALPHA}0-9])",
        rf"(?<=[{ALPHA}])[;!?](?=[{ALPHA}])",
        r"(?<=[\])])(?:–|—|-)(?=[\[(])|(?<=[0-9])\](?=(?:–|—|-)\[)|(?<=\](?:–|—|-))\[(?=[0-9])",
    ]


def our_prefixes() -> list[str]:
    """What spaCy's own lack: the long dashes before a word; `#` but before a word that it marks."""
    return ["—", "–", "--", "#(?![A-Za-z])"]


def our_suffixes() -> list[str]:
    """Short units after a number, and a hyphen or dash left hanging on a word."""
    return [
        rf"(?<=[0-9])(?:{UNITS_AFTER_NUMBER})",
        rf"(?<=[{ALPHA}0-9”\"'’])(?:—|--|–)",
        r"(?<=[0-9])(?:am|pm|AM|PM|a\.m\.|p\.m\.)",
        r"(?<=[)\]]):",
    ]


def exceptions() -> dict[str, list[Piece]]:
    """Words with a division, or a full stop, of their own."""
    out: dict[str, list[Piece]] = {}
    for form, parts in TIGHT_CONTRACTIONS.items():
        out[form] = [{"ORTH": p} for p in parts]
        out[form.capitalize()] = [{"ORTH": p} for p in (parts[0].capitalize(), *parts[1:])]
    for form in ABBREVIATIONS:
        out[form] = [{"ORTH": form}]
    out["and/or"] = [{"ORTH": "and"}, {"ORTH": "/"}, {"ORTH": "or"}]
    return out
