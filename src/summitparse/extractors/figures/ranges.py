"""Joining neighbours: ranges ("3 to 5 %"), shares ("one in five"), sums ("3 dollars 50 cents")."""

from __future__ import annotations

import re
from decimal import Decimal

from summitparse.english.inflection import is_plural
from summitparse.extractors.figures.context import ends_phrase, is_year_like
from summitparse.extractors.figures.digits import fraction
from summitparse.extractors.figures.draft import SUBUNITS, Draft, set_rate
from summitparse.extractors.figures.words import word_set

__all__ = ["joined"]

LONGEST_GAP = 24
TO = re.compile(r"\s?(?:-\s)?to\s|[ \u00a0]?[-–—][ \u00a0]?")
AND = re.compile(r"\sand\s")
OR = re.compile(r"- (?:or|and) ")
SHARE = re.compile(r"(?: (\w{2,15}))?\s(?:in|out of|in every|out of every)\s")
BETWEEN = re.compile(r"(?<!\w)between (?:about |around |roughly |some )?$", re.I)
LED_BY = re.compile(r"(?<!\w)(\w+) $", re.I)
HYPHENS = frozenset("-–—")
FAR = 3
"""From this ratio on, an amount and what follows it are no bounds of one range."""
RATIO = 5
"""How far a descending range with one scale may reach ("9 to 7 million")."""
LARGEST_SHARE = 1000
ROUND = frozenset(map(Decimal, (20, 50, 100, 200, 500, 1000)))
THOUSAND = 1000
EQUALS = re.compile(r"\s?=\s?")
NOUN = re.compile(r"\s(?:[a-z-]+\s)?([a-z]+)\b")
CONTEST = 60
"""Characters before two numbers in which a vote or a game is named."""
FROM = re.compile(r"\b(?:from|between)\s(?:about |around |some )?$", re.I)
CLAUSE = re.compile(r"[.;:!?]\s|, ")


def joined(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts with neighbours joined where the words between them say so."""
    kept: list[Draft] = []
    for draft in drafts:
        whole = _join(text, kept[-1], draft) if kept else None
        if whole:
            kept[-1] = whole
        else:
            kept.append(draft)
    return [draft for draft in kept if not (draft.paired and draft.single and not draft.kind)]


def _join(text: str, first: Draft, second: Draft) -> Draft | None:
    gap = text[first.end : second.start]
    if len(gap) > LONGEST_GAP or "ordinal" in (first.kind, second.kind):
        return None
    if not (first.single and second.single):
        return None
    if (
        gap == " to "
        and second.kind == "percent"
        and not first.kind
        and _contest(text, first, second)
    ):
        first.kind, first.unit = second.kind, second.unit
    if _is_range(text, first, second, gap):
        return _range(text, first, second)
    share = SHARE.fullmatch(gap)
    if share and not _parted(text, second, gap) and not (share[1] and _counts(text, second)):
        return _share(first, second, share[1])
    if gap == " and " and second.number.raw == "half" and first.kind in ("duration", "quantity"):
        return _sum(first, second)
    if gap == " or " and not first.kind:
        _lend_scale(first, second)
    if EQUALS.fullmatch(gap) and first.kind == second.kind == "money" and first.low == 1:
        first.converts = second.converts = True
    if (
        gap in (" ", " and ")
        and second.unit in SUBUNITS
        and first.kind == "money"
        and first.unit not in SUBUNITS
    ):
        return _sum(first, second)
    if OR.fullmatch(gap) and not first.kind and second.unit:
        first.kind, first.unit = second.kind, second.unit
    return None


def _is_range(text: str, first: Draft, second: Draft, gap: str) -> bool:
    if not _alike(first, second) or _year_before(first, second):
        return False
    if AND.fullmatch(gap):
        return bool(_between(text, first))
    if gap == "/":
        return first.kind == second.kind == "money" and second.prefixed
    if not TO.fullmatch(gap):
        return False
    if gap.strip() in HYPHENS:
        return second.low > first.low and first.number.kind == second.number.kind
    if first.prefixed and not second.unit and _given_to(text, first, second):
        return False
    if first.unit and second.unit and _contest(text, first, second):
        return False
    return not _level_reached(text, first, second)


def _given_to(text: str, first: Draft, second: Draft) -> bool:
    """'lent $30 million to 12 towns': no upper bound of the money, but who gets it."""
    after = NOUN.match(text, second.end)
    return second.low < first.low or bool(after and is_plural(after[1]))


def _contest(text: str, first: Draft, second: Draft) -> bool:
    """Whether two numbers are those of a vote, a game or odds: 'ruled 6 to 3', 'won 54 % to 46 %'.

    The larger comes first, but where it is told what there was before ("from 9 to 7").
    """
    before = text[max(0, first.start - CONTEST) : first.start]
    if FROM.search(before) or first.rate or second.rate:
        return False
    words = CLAUSE.split(before)[-1].lower().split()
    return second.low < first.low or not word_set("contests").isdisjoint(words)


def _year_before(first: Draft, second: Draft) -> bool:
    """'in 2008 to 29 mpg': a year and an amount."""
    return is_year_like(first) and not first.kind and second.low < first.low and bool(second.kind)


def _between(text: str, first: Draft) -> re.Match[str] | None:
    return BETWEEN.search(text, max(0, first.start - 18), first.start)


def _alike(first: Draft, second: Draft) -> bool:
    """Whether the bounds can share a unit: the same, or one of them has none."""
    if "+" in (first.sign, second.sign) or (first.rate and first.rate != second.rate):
        return False
    if first.unit == second.unit or not first.unit:
        return True
    return not second.unit and first.prefixed


def _level_reached(text: str, first: Draft, second: Draft) -> bool:
    """'rose by 212 to 4,067', 'fell 3 points to 1,478 points': amount and level, no range."""
    led = LED_BY.search(text, max(0, first.start - 14), first.start)
    word = led[1].lower() if led else ""
    if word != "by" and word not in word_set("up") | word_set("down"):
        return False
    return bool(first.unit) or second.low > first.low * FAR or second.low < first.low


def _range(text: str, first: Draft, second: Draft) -> Draft:
    _lend_scale(first, second)
    low, high = first.low, second.low
    main = second if second.unit else first
    made = Draft(second.number, first.start, second.end, min(low, high), max(low, high))
    made.kind, made.unit, made.alternatives = main.kind, main.unit, main.alternatives
    made.rate, made.prefixed = second.rate or first.rate, first.prefixed
    joint = text[first.end : second.start].strip()
    made.paired = joint in HYPHENS or (joint == "to" and _contest(text, first, second))
    if made.kind == "money" and not (second.kind or made.rate):
        set_rate(text, made)  # "£3-4,000 a year"
    between = _between(text, first)
    made.span_start = between.start() if between else first.start
    return made


def _lend_scale(first: Draft, second: Draft) -> None:
    """'2 to 3 million', '10-12,000', '5 or 6 billion': the scale said once counts for both."""
    low, scale = first.low, second.number.scale
    if first.number.scale > 1 or low >= THOUSAND or "," in first.number.raw:
        return
    if scale < 1 and not first.unit:
        first.low = first.high = low * scale  # "8 to 9 euro cents"
    elif scale > 1 and low < second.low / scale * RATIO:
        first.low = first.high = low * scale
    elif scale == 1 and "," in second.number.raw and not (first.unit and second.unit):
        low *= THOUSAND
        if low < second.low < low * RATIO:
            first.low = first.high = low


def _parted(text: str, whole: Draft, gap: str) -> bool:
    """'60 out of 75 fires': two counts, where no round number stands for all."""
    proportion = whole.low <= 10 or whole.low in ROUND
    return "out of" in gap and not proportion and not ends_phrase(text, whole.end)


def _counts(text: str, second: Draft) -> bool:
    """'one goal in six games': what the second number counts is no whole of the first."""
    after = NOUN.match(text, second.end)
    return bool(after and is_plural(after[1]) and not ends_phrase(text, second.end))


def _share(first: Draft, second: Draft, noun: str | None) -> Draft | None:
    """'one in five', 'two out of three', 'one climber in nine': the quotient."""
    top, bottom = first.low, second.low
    parts = "," in second.number.raw or second.number.scale > 1
    largest = LARGEST_SHARE**2 if parts else LARGEST_SHARE  # "one in 10,000"
    whole = top == int(top) and bottom == int(bottom) and 0 < top < bottom <= largest
    if not whole or first.kind or second.kind or (noun and top != 1):
        return None
    value = fraction(top, bottom)
    made = Draft(first.number, first.start, second.end, value, value, "bare")
    made.span_start, made.reason = first.start, f"the quotient of {top} and {bottom}"
    return made


def _sum(first: Draft, second: Draft) -> Draft | None:
    """'3 dollars 50 cents', 'two years and a half'."""
    if first.number.scale > 1 or second.low >= 100 or first.low != int(first.low):
        return None
    part = Decimal(SUBUNITS[second.unit]) if second.unit else Decimal(1)
    first.low = first.high = first.low + second.low / part
    first.end = second.end
    return first
