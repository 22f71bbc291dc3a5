"""Units left out: "nine members backed it, two were against", "at 2.2 %, Germany at 2.4"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from summitparse.english.inflection import is_plural, verb_forms
from summitparse.extractors.figures.context import ends_phrase
from summitparse.extractors.figures.draft import Draft
from summitparse.extractors.figures.words import forms_of, word_set, words

__all__ = ["OF_THEM", "take_from_next", "take_over"]

REACH = 90
"""Characters between a figure and the number that shares its unit."""
LOOK_BACK = 3
"""Figures looked at, the nearest first; those in brackets only convert another."""
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n\n")
DEFINITE = re.compile(r"\b(?:the|these|those|both|all|other|another|no|any)\s$", re.I)
VERB = r"\s+(?:are|were|was|have|had|has|did|do|will|would|could|remain|remained|[a-z]+ed)\b"
GOES_ON = re.compile(
    VERB + r"|\s+of (?:them|which|whom|these|those)\b|\s*[.,;)]"
    r"|\s(?:in|for|at|on|to|from|by|last|this|against|behind|ahead|above|below|clear)\b"
)
ACTS = re.compile(VERB)
"""Behind a number these say that it counts somebody: "at least 12 were hurt"."""
NAMED = re.compile(r"[A-Z][\w’'-]*\s$")
"""Before a number these make it part of a name: "Apollo 11 had"."""
NEW_SENTENCE = re.compile(r"\s+(?:are|were|have|had)\b")
INCLUDING = re.compile(r"\b(?:including|and|while)\s$")
PARTICIPLE = re.compile(r"\s[a-z]+(?:ed|ing|wn|en)\b")
COMPARED = re.compile(r"\b(?:against|from|than|versus|to|of|with|and|or)\s$")
LEVEL = re.compile(r"\b(?:to|at)\s$")
OF_TIME = r"\s(?:out )?of (?:the|its|their|his|her|our|these|those) (?:(?:{}) )?"
OF_WHOLE = re.compile(r"\s(?:out )?of (?:the|its|their|a total of) ")
OF_THEM = re.compile(r"\s+of (?:them|which|whom|these|those)\b")
NEXT_CLAUSE = re.compile(r"(?:, (?:and|but)|,? (?:while|whereas)) (?:the|its|his|her|their) ")
WORD = re.compile(r"[\w&]+")
POINTS = re.compile(r"\s(?:up|down)\s")
COMPARATIVE = re.compile(r"\s(?:higher|lower|more|fewer|less|larger|smaller)\b")
OWN_NOUN = re.compile(r"(\w+) of $")
"""A noun that says itself what the number is: "a strike rate of 148"."""
FIGURES_WITHOUT = frozenset(("ordinal", "bare", "duration", ""))
NEAR = (Decimal("0.02"), Decimal(50))
"""How much a number may differ from the one whose unit it takes over."""
NEAR_ACTS = (Decimal("0.0005"), Decimal(50))
"""Of many that were counted, few may be told of: "of 1,500 women, six had cancer"."""
NEAR_PERCENT = (Decimal("0.2"), Decimal(5))


def take_from_next(text: str, made: Draft, after: Draft | None) -> bool:
    """'280 million of the 1.5 billion shekels': the unit of the figure that follows."""
    if after is None or not after.unit or not _leads_to(text, made, after):
        return False
    _adopt(made, after)
    return True


def take_over(text: str, made: Draft, kept: Sequence[Draft]) -> bool:
    """Give a number without unit that of a figure before it; whether there was one."""
    spelled = made.number.kind == "words"
    if made.low <= 0 or (made.low == 1 and spelled):
        return False
    acts = bool(ACTS.match(text, made.end)) and not NAMED.search(
        text, max(0, made.start - 24), made.start
    )
    acts = acts or ("," in made.number.raw and bool(COMPARATIVE.match(text, made.end)))
    if not (
        spelled
        or acts
        or OF_THEM.match(text, made.end)
        or ends_phrase(text, made.end)
        or _some_of(text, made)
    ):
        return False
    for before in _candidates(text, kept):
        if _follows(text, made, before):
            _adopt(made, before)
            return True
    return False


def _some_of(text: str, made: Draft) -> bool:
    """'109 hostages, including 36 believed dead', '90 people died and 40 were hurt'."""
    before = text[max(0, made.start - 12) : made.start]
    return bool(INCLUDING.search(before) and PARTICIPLE.match(text, made.end))


def _adopt(made: Draft, other: Draft) -> None:
    made.kind, made.unit, made.alternatives = other.kind, other.unit, other.alternatives
    made.reason = "the unit of a figure near it, left out here"
    if other.kind == "quantity":
        made.rate = other.rate


def _leads_to(text: str, made: Draft, after: Draft) -> bool:
    """'280 million of the 1.5 billion shekels', '16,369 up 58 points'."""
    between = text[made.end : after.start]
    if after.kind == "duration" and made.low < after.low and after.single:
        return bool(_of_time().fullmatch(between)) and _free(text, after)
    if OF_WHOLE.fullmatch(between):
        return after.kind in ("money", "quantity") and made.low <= after.low and _free(text, after)
    return after.unit == "point" and bool(POINTS.fullmatch(between))


@cache
def _of_time() -> re.Pattern[str]:
    """'two of the past four quarters'."""
    return re.compile(OF_TIME.format("|".join(words()["of_times"])))


def _free(text: str, made: Draft) -> bool:
    """Whether the unit stands for itself and isn't part of a compound ("three-ton")."""
    return text[made.number.end : made.number.end + 1] != "-"


def _candidates(text: str, kept: Sequence[Draft]) -> list[Draft]:
    last = reversed(kept[-LOOK_BACK:])
    return [each for each in last if text[max(0, each.start - 1) : each.start] != "("]


def _follows(text: str, made: Draft, before: Draft) -> bool:
    between = text[before.end : made.start]
    if not before.unit or before.kind in FIGURES_WITHOUT or len(between) > REACH:
        return False
    if DEFINITE.search(between) or _scaled_like(made, before, between) or "\n\n" in between:
        return not DEFINITE.search(between) and "\n\n" not in between
    if before.kind == "money" and _other_subject(between):
        return False
    near = NEAR_PERCENT if before.kind == "percent" else NEAR
    if before.kind == "count" and ACTS.match(text, made.end):
        near = NEAR_ACTS
    last = between.rsplit(None, 1)[-1:][0] if between.strip() else ""
    if before.kind == "money" and is_plural(last) and last not in word_set("stops"):
        return False  # "$10 for children 12 and under"
    if (before.unit == "times" and not COMPARED.search(between)) or (
        before.kind == "count" and _measures(between)
    ):
        return False
    if between == " to " and before.kind == "count":
        return True  # "213 votes to three"
    if not before.low or not near[0] <= abs(made.low / before.low) <= near[1]:
        return False
    if before.kind in ("quantity", "percent") and ACTS.match(text, made.end):
        return False
    if before.change and LEVEL.search(between):
        return False
    if SENTENCE_END.search(between):
        return before.kind == "count" and bool(NEW_SENTENCE.match(text, made.end))
    if made.number.kind == "words":
        return before.kind == "count" and bool(GOES_ON.match(text, made.end))
    return True


def _other_subject(between: str) -> bool:
    """'passed $1,000, and the index cleared 50,000': what is said next is no money, or of another."""
    if not word_set("in_points").isdisjoint(WORD.findall(between.lower())):
        return True
    clause = NEXT_CLAUSE.search(between)
    said = WORD.findall(between[clause.end() :]) if clause else []
    alike = word_set("level_nouns") | word_set("foreseen")  # "while the low was 74"
    nouns = word_set("measure_verbs")  # "the contract to": but for the last, a base is a noun
    return alike.isdisjoint(said) and not _moving().isdisjoint(
        word for place, word in enumerate(said, 1) if place == len(said) or word not in nouns
    )


@cache
def _moving() -> frozenset[str]:
    """Forms of the verbs of measure but "be", which tells more of the same thing."""
    return forms_of("measure_verbs") - frozenset(verb_forms("be"))


def _measures(between: str) -> bool:
    """Whether a noun says itself what the number is: 'a strike rate of 148', not 'a total of 12'."""
    noun = OWN_NOUN.search(between)
    if noun is None:
        return False
    alike = (word_set(name) for name in ("level_nouns", "up_nouns", "down_nouns"))
    return not any(noun[1].lower() in words for words in alike)


def _scaled_like(made: Draft, before: Draft, between: str) -> bool:
    """'NOK 9.2 to 9.6 billion, against 8.8 to 9.1': the scale is left out as well."""
    scale = before.number.scale
    decimal = made.number.scale == 1 and "." in made.number.raw
    if before.kind != "money" or scale == 1 or not decimal or not COMPARED.search(between):
        return False
    if not Decimal("0.2") < made.low * scale / before.low < 5:
        return False
    made.low, made.high = made.low * scale, made.high * scale
    return True
