"""Fractions and ordinals: when "a third" is a share, and which ordinals number what exists."""

from __future__ import annotations

import re
from decimal import Decimal

from summitparse.english.inflection import is_plural
from summitparse.extractors.figures.draft import Draft
from summitparse.extractors.figures.nouns import Tokens, counted_noun, named_noun
from summitparse.extractors.figures.units import unit_after
from summitparse.extractors.figures.words import word_set

__all__ = ["is_fraction", "is_ordinal"]

OF = re.compile(r"\s+of\b")
HALF_A = re.compile(r"\s+(?:of )?an?(?: US)?(?= )")
OF_A = re.compile(r"\s+of an?(?: US)?(?= )")
WHOLE = re.compile(r"\s+(?:of|the|its|their|his|her|all|that|those|as)\b")
FRACTION_LEAD = re.compile(
    r"\b(?:by|about|nearly|almost|than|over|roughly|around|only|just|up|another|at least|which|whom)\s$",
    re.I,
)
STOP_AFTER = re.compile(
    r"\s*(?:[.,;:)!?\n]|$|(?:to|as|in|for|and|or|from|by|at|on|are|is|were|was|had|have|has)\b)"
)
NOT_HALF = re.compile(
    r"\b(?:first|second|other|this|that|last|final|later|next|latter|and a|each|one|better)\s$",
    re.I,
)
DENOMINATORS = frozenset("third quarter fourth fifth sixth seventh eighth ninth tenth".split())
MEASURED = re.compile(r"[ -][a-z]")
LEAD = re.compile(r"(?:\b(the|his|her|its|their|our|my|your|a|this|that)|['’]s?)\s$", re.I)
OF_THESE = re.compile(r"\sof\s(?:(?:his|her|its|their|the|these|those|our)\s)?")
QUARTERS = re.compile(r"three quarters", re.I)
THESE = re.compile(
    r"\b(?:last|past|next|first|final|previous|prior|coming|following|preceding|these|those"
    r"|straight|every|other|remaining|latest|recent)\s$",
    re.I,
)
LASTING = re.compile(r"\b(?:for|in|over|after|within|during|of|than)\s$", re.I)
"""Before quarters that nothing is a part of."""
ROW = re.compile(r"\s(?:in a row|running|straight|to|through|ended|ending|ago|later|earlier)\b")
IN_A_ROW = re.compile(r"\b(?:straight|consecutive|successive|running|uninterrupted)\b")
NUMBERED_ALL = frozenset(("a", "this", "that", "my", "your"))


def is_fraction(text: str, made: Draft) -> bool:
    """'a third of it', 'by a fifth', 'half the cost'; 'a third phase', 'a quarter' alone are none."""
    word = made.number.raw
    made.kind = "bare"
    window = text[max(0, made.start - 12) : made.start]
    shares = HALF_A if word == "half" else OF_A
    if (of := shares.match(text, made.end)) and (unit := unit_after(text, of.end())):
        made.kind, made.unit, made.end = unit.kind, unit.name, unit.end
        return True
    if QUARTERS.fullmatch(text, made.number.start, made.number.end) and _of_a_year(text, made):
        made.kind, made.unit, made.low, made.high = "duration", "quarter", Decimal(3), Decimal(3)
        return True
    if word == "half":
        share = WHOLE.match(text, made.end) or STOP_AFTER.match(text, made.end)
        return bool(share) and not NOT_HALF.search(window)
    if word in DENOMINATORS:
        return bool(OF.match(text, made.end) or FRACTION_LEAD.search(window))
    if word[:1].isdigit():
        return bool(MEASURED.match(text, made.end))
    return True


def _of_a_year(text: str, made: Draft) -> bool:
    """'the last three quarters', 'for three quarters in a row', not 'three quarters of voters'."""
    if THESE.search(text, max(0, made.start - 14), made.start) or ROW.match(text, made.end):
        return True
    window = text[max(0, made.start - 12) : made.start]
    return bool(LASTING.search(window)) and not OF.match(text, made.end)


def is_ordinal(tokens: Tokens, made: Draft) -> bool:
    """'the 30th anniversary', 'his fifth term', 'the fourth of his initiatives'."""
    text = tokens.text
    lead = LEAD.search(text, max(0, made.start - 6), made.start)
    if made.low == 1 or not lead or (lead[1] or "").lower() in NUMBERED_ALL:
        return False
    if text[made.end : made.end + 1] == "-":
        return False
    of = OF_THESE.match(text, made.end)
    last = tokens.at(of.end() - 1 if of else made.end - 1)
    noun = None if of else named_noun(tokens, last)
    after = noun.token if noun else last
    plain = counted_noun(tokens, after, after, one=True)
    if noun is None or (plain and plain.name.islower() and plain.token == after + 1):
        noun = plain
    if noun is None:
        return False
    between = text[made.end : tokens.doc[noun.token].idx]
    if noun.name.lower() in word_set("not_ordinal") and not IN_A_ROW.search(between):
        return False
    if of and not is_plural(tokens.doc[noun.token].text):
        return False
    made.unit, made.head = noun.name, noun.token
    return True
