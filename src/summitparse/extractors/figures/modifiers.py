"""How exact a figure is said to be ("over", "up to"), and whether it is the amount of a change."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from summitparse.extractors.figures.draft import Draft, Modifier
from summitparse.extractors.figures.nouns import Tokens
from summitparse.extractors.figures.words import word_set, words

__all__ = ["set_change", "set_gloss", "set_modifier"]

Direction = Literal["up", "down"]
SIGNS: dict[str, Modifier] = {
    "more_than": ">",
    "at_least": ">=",
    "less_than": "<",
    "at_most": "<=",
    "about": "~",
}
AFTER_SIGNS: dict[str, Modifier] = {"more_after": ">=", "less_after": "<=", "about_after": "~"}
WINDOW = 44
"""Characters before a figure where its modifier stands."""
WORD = re.compile(r"[\w'’.%$€£-]+|[~≈,;:()]")
CHANGE_WINDOW = 90
CLAUSE_END = frozenset(",;:()")
LEVEL = frozenset("to at from between for with in".split())
"""Directly before a figure these say that it is no amount of a change."""
CLAUSE_MARK = re.compile(r"[,;:()]")
SENTENCE_END = re.compile(r"[.!?]\s|\n\n")
PASSED = {
    "up": frozenset(("above", "past", "beyond")),
    "down": frozenset(("below", "under", "past", "beyond")),
}
"""Behind a verb of that direction these say that a level was passed."""
OVER = frozenset(("over", "under"))
"""The same where it happened for the first time."""
FIRST_TIME = 40
MARKS = "([-“\"'‘—–"
"""What may be written on to a word of modification."""
AFTER = re.compile(r" (?!and up to\b)([a-zA-Z]+)(?: [a-zA-Z]+){0,2}")
VERBS_BEFORE = {"over": word_set("over_verbs"), "up to": word_set("up_to_verbs")}
MOVED = re.compile(
    r" (up|down|higher|lower)(?=\s*(?:[.,;:)!?\n]|$)"
    r"|\s(?:on|at|from|than|in|for|by|since|after|year|this|last)\b)"
)
"""Directly behind an amount these tell that it is one of a change: 'closed 2 % higher'."""
VERB_AFTER = re.compile(r" \w+ (?:the|a|an|its|their|his|her|this|that|these|those)\b")
"""A word that elsewhere is a noun of change, with an object: "10 grams cut the risk"."""
NOUN_AFTER = re.compile(r"(?: [a-z-]{3,14})? ([a-z]+)")


@cache
def _phrases(before: bool) -> dict[tuple[str, ...], Modifier]:
    names = SIGNS if before else AFTER_SIGNS
    return {tuple(phrase.split()): sign for name, sign in names.items() for phrase in words()[name]}


@cache
def _endings() -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in _phrases(True))


@cache
def _openings() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases(False))


def set_modifier(text: str, made: Draft) -> None:
    """Read the words directly before (else after) the figure; the span takes them in."""
    if made.modifier != "=":
        return
    start = made.span_start
    window = text[max(0, start - WINDOW) : start].lower()
    lowered = window.rsplit(None, 7)[-7:]
    if lowered[-3:] == ["the", "age", "of"]:
        lowered = lowered[:-3]
        start -= len(window) - window.rindex("the")
    if lowered and lowered[-1].strip(MARKS) in _endings():
        lowered = [word.strip(MARKS) for word in lowered]
        for size in range(min(4, len(lowered)), 0, -1):
            sign = _phrases(True).get(tuple(lowered[-size:]))
            if sign and not _other_sense(lowered, size, made):
                made.modifier, made.span_start = sign, _start_of(text, start, size)
                return
    if _or_more(text, made):
        made.modifier = ">="
        return
    if made.kind == "count" and (sign := _joined(text, made.number.end)):
        made.modifier = sign
        return
    after = _after(text, made.end)
    for size in range(len(after), 0, -1):
        if sign := _phrases(False).get(after[:size]):
            made.modifier = sign
            return


def _start_of(text: str, end: int, count: int) -> int:
    """Where the last `count` words before `end` begin."""
    found = list(WORD.finditer(text, max(0, end - WINDOW), end))
    return found[-count].start() if len(found) >= count else end


def set_gloss(text: str, before: Draft, made: Draft) -> None:
    """A converted amount in brackets is as exact as the one before: "over 7 m crowns ($1 m)"."""
    bracket = text[before.end : made.start]
    if bracket.strip() == "(" and before.kind == made.kind and made.modifier == "=":
        made.modifier = before.modifier
        made.change = before.change


def _joined(text: str, end: int) -> Modifier | None:
    """'20-odd ships', '30-plus countries'."""
    if text.startswith(("-odd", "-some"), end):
        return "~"
    return ">=" if text.startswith("-plus", end) else None


def _or_more(text: str, made: Draft) -> bool:
    """'500+ ships'."""
    digits = made.number.start + len(made.number.raw)
    return bool(made.number.raw) and text[digits : digits + 1] == "+"


def _after(text: str, end: int) -> tuple[str, ...]:
    match = AFTER.match(text, end)
    if not match or match[1].lower() not in _openings():
        return ()
    return tuple(match.group().lower().split())


def _other_sense(lowered: list[str], size: int, made: Draft) -> bool:
    """'over five years' is during them, 'under 4 %' may be anything; 'above', 'below' a place."""
    phrase = " ".join(lowered[-size:])
    led = lowered[-size - 1] if len(lowered) > size else ""
    if led in VERBS_BEFORE.get(phrase, frozenset()):
        return True
    if phrase == "past":
        return made.kind not in ("money", "percent", "quantity", "bare")
    if phrase == "over" and made.unit in word_set("spans"):
        return True
    if phrase in ("over", "within", "near", "beyond") and made.kind == "duration":
        return phrase != "over" or lowered[-2:-1] not in (
            ["for"],
            ["in"],
            ["of"],
            ["is"],
            ["was"],
            ["after"],
            ["just"],
        )
    return phrase == "short of" or (phrase == "near" and made.kind in ("", "bare"))


def set_change(tokens: Tokens, made: Draft) -> None:
    """Set `change` where a verb or noun of change makes the figure its amount."""
    text = tokens.text
    if (
        made.sign
        and made.kind in ("percent", "bare")
        and (made.sign == "+" or made.kind == "percent")
    ):
        made.change = "up" if made.sign == "+" else "down"
        return
    if made.kind == "ordinal" or (
        not made.single and made.kind not in ("percent", "money", "quantity")
    ):
        return
    if made.kind == "duration" and text[made.number.end : made.number.end + 1] == "-":
        return  # "fell to a five-year low"
    made.change = _led(tokens, made) or _followed(text, made)


def _led(tokens: Tokens, made: Draft) -> Direction | None:
    text = tokens.text
    start = made.span_start
    window = text[max(0, start - CHANGE_WINDOW) : start].lower()
    last = window.rsplit(None, 1)[-1:]
    if not last or (last[0].isalpha() and last[0] not in _leading()):
        return None
    clause = SENTENCE_END.split(window)[-1]
    ahead = CLAUSE_MARK.sub(r" \g<0> ", clause).split()
    if not ahead or ahead[-1] in LEVEL:
        return None
    by = False
    for count, word in enumerate(reversed(ahead[-12:])):
        by = by or (word == "by" and count < 3)
        direction = _direction(word)
        if (
            direction
            and not by
            and (_passes(text, made, direction) or _particle(tokens, word, start))
        ):
            return None
        if direction and made.kind == "count" and made.number.kind == "words":
            return None
        if direction and (
            by
            or word not in word_set("weak_change")
            or made.kind == "percent"
            or made.unit == "point"
        ):
            return direction if made.kind != "count" or by else None
        if direction or word in CLAUSE_END or (word not in word_set("change_fillers") and not by):
            return None
    return None


def _passes(text: str, made: Draft, direction: Direction) -> bool:
    """Whether the modifier is a mark passed: 'fell below 4 %', 'rose above 5 %'."""
    led = text[made.span_start : made.start].lower().split()
    if len(led) != 1:
        return False
    first = made.kind != "percent" and led[0] in OVER and _first_time(text, made.end)
    return first or led[0] in PASSED[direction]


def _first_time(text: str, end: int) -> bool:
    after = text[end : end + FIRST_TIME].lower()
    return any(after.startswith(f" {phrase}") for phrase in words()["first_times"])


def _particle(tokens: Tokens, word: str, start: int) -> bool:
    """Whether "up" or "down" belongs to a verb that moves nothing: 'make up', 'turned down'."""
    if word not in ("up", "down") or not tokens.tagged:
        return False
    at = tokens.text.lower().rfind(f" {word} ", max(0, start - CHANGE_WINDOW), start)
    verb = tokens.doc[tokens.at(at)] if at >= 0 else None
    if verb is None or verb.pos_ != "VERB" or _direction(verb.lower_):
        return False
    return verb.lemma_.lower() not in word_set("moves")


@cache
def _leading() -> frozenset[str]:
    """The words that may stand directly before the amount of a change."""
    return (word_set("up") | word_set("down") | word_set("change_fillers")) - LEVEL


def _direction(word: str) -> Direction | None:
    if word in word_set("up"):
        return "up"
    return "down" if word in word_set("down") else None


def _followed(text: str, made: Draft) -> Direction | None:
    """'a 3 % drop', 'a 2 per cent annual rise'."""
    if made.kind not in ("percent", "money", "quantity"):
        return None
    if moved := MOVED.match(text, made.end):
        return "up" if moved[1] in ("up", "higher") else "down"
    if VERB_AFTER.match(text, made.end):
        return None
    after = NOUN_AFTER.match(text, made.end)
    for word in (
        text[made.end + 1 : made.end + 14].split(" ")[0].strip(".,;"),
        after[1] if after else "",
    ):
        if direction := _nouns().get(word):
            return direction
    return None


@cache
def _nouns() -> dict[str, Direction]:
    found: dict[str, Direction] = dict.fromkeys(words()["down_nouns"], "down")
    found.update(dict.fromkeys(words()["up_nouns"], "up"))
    return found
