"""Settling what each number counts: its noun, a unit left out, or that it is no figure at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from summitparse.extractors.figures.context import is_label, is_year_like
from summitparse.extractors.figures.draft import Draft
from summitparse.extractors.figures.nouns import Counted, counted_noun
from summitparse.extractors.figures.numbers import MAX_DIGITS
from summitparse.extractors.figures.words import is_plural, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["settle"]

HYPHENED = re.compile(r"-[^\W\d_]")
OF = re.compile(r"\s+of\b|\s+(?:the|its|their|his|her|all|that|those)\b")
FRACTION_LEAD = re.compile(
    r"\b(?:by|about|nearly|almost|than|over|roughly|around|only|just|some|up|another) $", re.I
)
STOP_AFTER = re.compile(
    r"\s*(?:[.,;:)!?\n]|$|(?:to|as|in|for|and|or|from|by|at|on|are|is|were|was|had|have|has)\b)"
)
NOT_HALF = re.compile(
    r"\b(?:first|second|other|this|that|last|final|later|next|latter|and a|each|one) $", re.I
)
ONE_OF = re.compile(r"\s+of\b", re.I)
PRONOUN_ONE = re.compile(
    r"\b(?:no|any|every|each|the|this|that|which|some|another|only|last|next|first|number) $", re.I
)
THE = re.compile(r"\b(?:the|these|those|both|all|other) $", re.I)
CAPITAL_BEFORE = re.compile(r"(?<![.!?:] )(?<!^)\b([A-Z][\w&'’]*) $")
VERB_LIKE = re.compile(
    r"\s+(?:of (?:them|which|whom|these|those)|are|were|was|is|have|had|has|did|do|will|would|could|remain|remained|\w+ed)\b|\s*[.,;)]| (?:in|for|at|on|to|from|by|last|this|against)\b"
)
NEAR = (Decimal("0.02"), Decimal(50))
"""How much a number may differ from the one whose unit it takes over."""


class Tokens:
    """Which token a character is in."""

    def __init__(self, doc: Doc) -> None:
        self._starts = [token.idx for token in doc]

    def at(self, place: int) -> int:
        return max(0, bisect_right(self._starts, place) - 1)


def settle(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that are figures, each with kind and unit."""
    tokens = Tokens(doc)
    text, kept = doc.text, []
    for made in drafts:
        if _too_long(made):
            continue
        before = kept[-1] if kept else None
        if made.kind == "ordinal" or (made.number.kind == "fraction" and not made.kind):
            good = _ordinal(doc, tokens, made) if made.kind == "ordinal" else _fraction(text, made)
        elif made.kind == "bare":
            good = True
        elif made.kind:
            good = _measured(text, made, before)
        else:
            good = _count(doc, tokens, made, before)
        if good:
            kept.append(made)
    return kept


def _too_long(made: Draft) -> bool:
    return any(
        len(format(value, "f").strip("-").replace(".", "")) > MAX_DIGITS + 12
        or len(format(value.normalize(), "f").strip("-").replace(".", "")) > MAX_DIGITS
        for value in (made.low, made.high)
    )


def _measured(text: str, made: Draft, before: Draft | None) -> bool:
    """A number with a unit beside it; a 'second' or 'point' may be something else."""
    if made.unit == "year" and is_year_like(text, made):
        return False
    if made.kind == "duration" and made.number.raw and is_year_like(text, made):
        return False
    if made.unit == "point" and _after_percent(made, before):
        made.kind, made.unit = "percent", "percentage point"
    if (
        made.kind == "duration"
        and made.low == 1
        and made.number.kind == "words"
        and made.unit == "day"
    ):
        return False
    return True


def _after_percent(made: Draft, before: Draft | None) -> bool:
    return bool(
        before
        and before.unit == "percent"
        and made.start - before.end < 90
        and made.low < 50
        and made.number.kind == "words"
    )


def _fraction(text: str, made: Draft) -> bool:
    """'a third of it', 'by a fifth', 'half the cost'; 'a third phase' and 'a quarter' alone are none."""
    word = made.number.raw
    made.kind = "bare"
    after = OF.match(text, made.end)
    window = text[max(0, made.start - 12) : made.start]
    if word == "half":
        return not NOT_HALF.search(window) and bool(after or STOP_AFTER.match(text, made.end))
    if word in (
        "third",
        "quarter",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
    ):
        return bool(ONE_OF.match(text, made.end) or FRACTION_LEAD.search(window))
    if word and word[0].isdigit():
        return bool(after or re.match(r"[ -][a-z]", text[made.end : made.end + 2]))
    return True


ORDINAL_LEAD = re.compile(r"(?:\b(the|his|her|its|their|our|my|your|a|this|that)|['’]s?) $", re.I)


def _ordinal(doc: Doc, tokens: Tokens, made: Draft) -> bool:
    """'the 30th anniversary', 'his fifth term', 'the fourth of his initiatives'."""
    text = doc.text
    lead = ORDINAL_LEAD.search(text, max(0, made.start - 6), made.start)
    if made.low == 1 or not lead or (lead[1] or "").lower() in ("a", "this", "that"):
        return False
    if text[made.end : made.end + 1] == "-":
        return False
    last = tokens.at(made.end - 1)
    of = re.compile(r" of (?:(?:his|her|its|their|the|these|those) )?").match(text, made.end)
    if of:
        last = tokens.at(of.end() - 1)
    noun = counted_noun(doc, last, last, one=True, hyphen=False)
    if noun is None or noun.name.lower() in word_set("not_ordinal"):
        return False
    if of and not is_plural(doc[noun.index].text):
        return False
    made.unit, made.head = noun.name, noun.index
    return True


def _count(doc: Doc, tokens: Tokens, made: Draft, before: Draft | None) -> bool:
    text, year = doc.text, is_year_like(doc.text, made)
    hyphen = bool(HYPHENED.match(text, made.number.end)) and made.single
    one = made.low == 1 and made.single
    if one and made.number.kind == "words" and _pronoun(text, made):
        return False
    if made.number.kind == "digits" and is_label(text, made) and made.number.scale == 1:
        return False
    first, last = tokens.at(made.number.start), tokens.at(made.number.end - 1)
    noun = _noun(doc, made, first, last, one, hyphen)
    window = text[max(0, made.start - 24) : made.start]
    if noun and not (year and made.single) and not _name(doc, window, made, noun, last):
        made.kind, made.unit, made.head = "count", noun.name, noun.index
        if not hyphen:
            made.end = max(made.end, doc[noun.index].idx + len(doc[noun.index]))
        return noun.name.lower() not in word_set("vague")
    if (year and made.single) or hyphen:
        return False
    return _elided(text, made, before) or _bare(text, window, made)


def _noun(doc: Doc, made: Draft, first: int, last: int, one: bool, hyphen: bool) -> Counted | None:
    text = doc.text
    if (
        text[made.end : made.end + 4] == " of "
        and made.number.kind in ("plural", "words")
        and made.number.scale > 1
    ):
        last = made_last = first + 0
        at = last
        while at < len(doc) and doc[at].idx < made.end + 3:
            last, at = at, at + 1
        return counted_noun(doc, last, last, one=False, hyphen=False)
    return counted_noun(doc, first, last, one=one, hyphen=hyphen)


def _pronoun(text: str, made: Draft) -> bool:
    """'one of the', 'no one', 'the one', 'one another', 'one day'."""
    if ONE_OF.match(text, made.end) or text[made.end : made.end + 1] in ("'", "’"):
        return True
    window = text[max(0, made.start - 10) : made.start]
    return bool(PRONOUN_ONE.search(window))


def _name(doc: Doc, window: str, made: Draft, noun: Counted, last: int) -> bool:
    """'787 Dreamliner', '575 Wilbraham Road': a name follows the digits."""
    token = doc[noun.index]
    if made.number.kind != "digits" or (made.low == 1 and made.number.raw == "1"):
        return False
    return token.text[0].isupper() and not is_plural(token.text)


def _elided(text: str, made: Draft, before: Draft | None) -> bool:
    """A unit left out: 'nine members ... two were against', 'the first 28 %, the second 41'."""
    if (
        before is None
        or not before.unit
        or before.kind in ("ordinal", "bare", "duration")
        or made.low <= 0
    ):
        return False
    between = text[before.end : made.start]
    if len(between) > 90 or "\n\n" in between or re.search(r"[.!?]\s", between):
        return False
    ratio = made.low / before.low if before.low else Decimal(0)
    if not NEAR[0] <= abs(ratio) <= NEAR[1] or THE.search(between):
        return False
    if made.number.kind == "words" and (
        before.kind != "count" or not VERB_LIKE.match(text, made.end)
    ):
        return False
    if (
        before.kind == "percent"
        and re.search(r"\b(?:to|at) $", between)
        and not Decimal("0.2") < ratio < 5
    ):
        return False
    if before.change and before.kind == "percent":
        return False
    made.kind, made.unit = before.kind, before.unit
    made.reason = "the unit of the figure before, left out here"
    return True


def _bare(text: str, window: str, made: Draft) -> bool:
    """A number without any unit is a figure only if it looks like an amount."""
    raw = made.number.raw
    if made.number.kind == "words":
        return made.number.scale >= 1000
    if CAPITAL_BEFORE.search(window) and made.number.scale == 1 and not re.search(r"[.,]", raw):
        return False
    made.kind = "bare"
    amount = re.search(r"[.,]", raw) or made.number.scale > 1 or len(raw) > 4 or not made.single
    return bool(amount)
