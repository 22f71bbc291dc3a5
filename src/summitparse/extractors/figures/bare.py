"""Which numbers without any unit are amounts: levels, proportions, what somebody is said to have done."""

from __future__ import annotations

import re
from functools import cache

from summitparse.extractors.figures.context import ends_phrase
from summitparse.extractors.figures.draft import Draft
from summitparse.extractors.figures.nouns import Tokens
from summitparse.extractors.figures.words import word_set

__all__ = ["MODIFIED", "is_bare"]

MODIFIED = re.compile(
    r"\b(?:(?:more|fewer|less|higher|lower|greater) than|at least|at most|up to|no more than|nearly"
    r"|almost|as many as|an estimated)\s$",
    re.I,
)
"""Words that make a bare number an amount: "at least 12 were killed"."""
CAPITAL = re.compile(r"\b[A-Z][\w&'’]*\s$")
CHANGED_BY = re.compile(
    r"\b(?:rose|fell|grew|dropped|declined|climbed|up|down|increased|decreased) by\s$"
)
PROPORTION = re.compile(r" (?:per|(?:in|for) every) (?:\d[\d,]*,000|million|thousand|hundred)\b")
"""Behind a number this makes it a proportion: "12 per 100,000 people"."""
A_LEVEL = re.compile(r"\b(?:an?|its|his|her|their) (?:[a-z-]+ ){1,3}of (?:about |around |over )?$")
"""A noun that a number gives the size of: "a strike rate of 148"."""


def is_bare(tokens: Tokens, made: Draft) -> bool:
    """A number without any unit is a figure only if it looks like an amount."""
    text = tokens.text
    window = text[max(0, made.start - 90) : made.start]
    made.kind = "bare"
    if PROPORTION.match(text, made.end) or _object(tokens, made):
        return True
    if (_reached().search(window) or (made.single and A_LEVEL.search(window))) and ends_phrase(
        text, made.end
    ):
        return True
    if MODIFIED.search(window) and made.low > 1 and _acts(tokens, made):
        return True
    if made.number.kind == "words":
        return made.number.scale >= 1000 or made.sign == "-"
    if CHANGED_BY.search(window) or (made.sign == "-" and text[made.start].isalpha()):
        return True
    raw, plain = made.number.raw, made.number.scale == 1
    if not made.single and "," in raw:
        return True
    if not ends_phrase(text, made.end):
        return False
    whole = made.low == int(made.low)
    if CAPITAL.search(window) and plain and whole and "," not in raw:
        return False
    return not plain or not whole or "," in raw or len(raw) > 3 or not made.single


def _acts(tokens: Tokens, made: Draft) -> bool:
    """Whether no noun follows a number: the phrase ends, or a verb comes ("at least 12 died")."""
    after = tokens.at(made.end - 1) + 1
    verb = tokens.tagged and after < len(tokens.doc) and tokens.doc[after].pos_ == "VERB"
    return verb or ends_phrase(tokens.text, made.end)


@cache
def _reached() -> re.Pattern[str]:
    """'The index rose to 54', 'the score fell by two points to 77'."""
    moved = (word_set("up") | word_set("down")) - word_set("weak_change")
    verbs = "|".join(sorted(word for word in moved if word not in ("up", "down")))
    return re.compile(
        rf"\b(?:{verbs})\b[^.;,()]{{0,30}}? to (?:about |around |nearly |over )?$", re.I
    )


def _object(tokens: Tokens, made: Draft) -> bool:
    """'struck out nine', 'made 156 from 212 balls': all that a verb is said to have done."""
    at = tokens.at(made.start) - 1
    if at > 0 and tokens.doc[at].lower_ in word_set("limiting"):
        at -= 1
    if not tokens.tagged or made.low < 2 or at < 0 or tokens.doc[at].pos_ != "VERB":
        return False
    return ends_phrase(tokens.text, made.end)
