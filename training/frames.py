"""Made-up sentences of the domain: who met whom where, and lists of what was agreed.

The treebanks have few foreign ministries in them.  A frame is text with slots in angle brackets; a slot
PER, ORG or LOC is filled by a made-up name and is gold, the others (roles, nationalities, days) are not.
"""

from __future__ import annotations

import random
import re

from conllu import Name, Paragraph, Word
from lexicon import drawn, organisation, person, place

SLOT = re.compile(r"<(\w+)>")


def news_sentence(rng: random.Random) -> Paragraph:
    """One made-up sentence with its names; its words are what blanks part."""
    par = Paragraph(sents=[0], names=[])
    assert par.names is not None
    at = 0
    frame = drawn(rng, "frames", "frames")
    for slot in SLOT.finditer(frame):
        par.text += frame[at : slot.start()]
        text, label = fill(slot[1], rng)
        if label:
            par.names.append(Name(len(par.text), len(par.text) + len(text), label))
        par.text += text
        at = slot.end()
    par.text += frame[at:]
    return par


def fill(slot: str, rng: random.Random) -> tuple[str, str]:
    """Text for a slot, and its label or nothing."""
    if slot == "PER":
        return person(rng, rng.choice((1, 2, 2, 2, 3))), "PERSON"
    if slot == "SUR":
        return person(rng, 1), "PERSON"
    if slot == "LOC":
        return place(rng), "LOC"
    if slot in {"ORG", "ACRO"}:
        name = organisation(rng)
        while (slot == "ACRO") != name.isupper():
            name = organisation(rng)
        return name, "ORG"
    if slot == "NATION":
        return drawn(rng, "organisations", "nationalities"), ""
    return drawn(rng, "frames", slot), ""


def with_words(par: Paragraph, tokens: list[tuple[str, int]]) -> Paragraph:
    """The paragraph with a tokenizer's words in it."""
    par.words = [Word(form, at) for form, at in tokens]
    return par
