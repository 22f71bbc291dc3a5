"""Joining neighbours: ranges ("3 to 5 %"), shares ("one in five"), sums ("3 dollars 50 cents")."""

from __future__ import annotations

import re
from decimal import Decimal

from summitparse.extractors.figures.draft import SUBUNITS, Draft
from summitparse.extractors.figures.numbers import fraction
from summitparse.extractors.figures.words import word_set

__all__ = ["joined"]

TO = re.compile(r" to |[ \u00a0]?[-–—][ \u00a0]?| ?\n?to ?\n?")
AND = re.compile(r"\sand\s")
OR = re.compile(r"-? (?:or|to|and) ")
SLASH = re.compile(r"/")
SHARE = re.compile(r"(?: \w{2,15})?\s(?:in|out of|of|in every|out of every)(?: every)?\s")
BETWEEN = re.compile(r"(?<!\w)between (?:about |around |roughly |some )?$", re.I)
LED_BY = re.compile(r"(?<!\w)(?:(from)|(by)|(\w+)) $", re.I)
RATIO = 5
"""How far a descending range with one scale may reach ("9 to 7 million")."""
LARGEST_SHARE = 1000


def joined(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts with neighbours joined where the words between them say so."""
    kept: list[Draft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        whole = before and _join(text, before, draft)
        if whole:
            kept[-1] = whole
        else:
            kept.append(draft)
    return kept


def _join(text: str, first: Draft, second: Draft) -> Draft | None:
    gap = text[first.end : second.start]
    if (
        len(gap) > 24
        or "ordinal" in (first.kind, second.kind)
        or not (first.single and second.single)
    ):
        return None
    if _is_range(text, first, second, gap):
        return _range(text, first, second)
    if SHARE.fullmatch(gap):
        return _share(first, second, gap)
    if gap in (" ", " and ") and second.unit in SUBUNITS and first.kind == "money":
        return _sum(first, second)
    if OR.fullmatch(gap) and not first.kind and gap.startswith("-") and second.unit:
        first.kind, first.unit = second.kind, second.unit
    return None


def _is_range(text: str, first: Draft, second: Draft, gap: str) -> bool:
    between = BETWEEN.search(text, max(0, first.start - 18), first.start)
    if between and AND.fullmatch(gap):
        return _alike(first, second)
    if SLASH.fullmatch(gap):
        return first.kind == second.kind == "money" and second.prefixed
    if not TO.fullmatch(gap) or not _alike(first, second):
        return False
    if gap.strip() in ("-", "–", "—"):
        return _hyphened(first, second, gap)
    return not _level_reached(text, first, second)


def _alike(first: Draft, second: Draft) -> bool:
    """Whether the bounds can share a unit: the same, or one of them has none."""
    if first.sign == "+" or second.sign == "+":
        return False
    if first.rate and first.rate != second.rate:
        return False
    if first.unit == second.unit or not first.unit:
        return True
    return not second.unit and first.prefixed


def _hyphened(first: Draft, second: Draft, gap: str) -> bool:
    """A hyphen makes a range of rising numbers of one style; of bare ones it may be a score."""
    return second.low > first.low and (first.number.kind == second.number.kind)


def _level_reached(text: str, first: Draft, second: Draft) -> bool:
    """'rose by 212 to 4,067', 'fell 3 points to 1,478 points': amount and level, no range."""
    led = LED_BY.search(text, max(0, first.start - 14), first.start)
    if not led or led[1]:
        return False
    changing = led[2] or led[0].strip().lower() in word_set("up") | word_set("down")
    if not changing:
        return False
    far = second.low > first.low * 3 or second.low < first.low
    return bool(far) if not first.unit else True


def _range(text: str, first: Draft, second: Draft) -> Draft:
    low, high = first.low, second.low
    bare = second.low / second.number.scale
    shares_scale = first.number.scale == 1 and second.number.scale > 1 and low < 1000
    if shares_scale and (low <= bare or low < bare * RATIO):
        low *= second.number.scale
    main = second if second.unit else first
    between = BETWEEN.search(text, max(0, first.start - 18), first.start)
    made = Draft(
        second.number, first.start, second.end, min(low, high), max(low, high), main.kind, main.unit
    )
    made.rate, made.prefixed = second.rate or first.rate, first.prefixed
    made.alternatives = main.alternatives
    made.span_start = between.start() if between else first.start
    return made


def _share(first: Draft, second: Draft, gap: str) -> Draft | None:
    """'one in five', 'two out of three', 'one climber in nine': the quotient."""
    top, bottom = first.low, second.low
    worded = len(gap.split()) > 1 + gap.count("out") + gap.count("every")
    whole = top == int(top) and bottom == int(bottom) and 0 < top < bottom <= LARGEST_SHARE
    if not whole or second.kind or first.kind or (bottom < 3 and top != 1) or (worded and top != 1):
        return None
    if " of " in gap and "out" not in gap:
        return None
    value = fraction(top, bottom)
    made = Draft(first.number, first.start, second.end, value, value, "bare")
    made.span_start, made.reason = first.start, f"{top} in {bottom}"
    return made


def _sum(first: Draft, second: Draft) -> Draft | None:
    if first.number.scale > 1 or second.low >= 100 or first.low != int(first.low):
        return None
    first.low = first.high = first.low + second.low / Decimal(SUBUNITS[second.unit or "cent"])
    first.end = second.end
    return first
