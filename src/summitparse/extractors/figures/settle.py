"""Settling what each number counts: its noun, a unit left out, or that it is no figure at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summitparse.english.inflection import is_plural
from summitparse.extractors.figures.ages import is_age
from summitparse.extractors.figures.bare import MODIFIED, is_bare
from summitparse.extractors.figures.context import is_label, is_year_like
from summitparse.extractors.figures.digits import MAX_DIGITS
from summitparse.extractors.figures.draft import Draft
from summitparse.extractors.figures.elided import OF_THEM, take_from_next, take_over
from summitparse.extractors.figures.levels import counted_level, people_counted
from summitparse.extractors.figures.names import (
    ABBREVIATION,
    NET,
    PLAN,
    is_pronoun,
    is_proper,
    is_titled,
)
from summitparse.extractors.figures.nouns import Counted, Tokens, counted_noun, joined_noun
from summitparse.extractors.figures.parts import is_fraction, is_ordinal
from summitparse.extractors.figures.shared import shared_noun, take_shared
from summitparse.extractors.figures.units import unit_named
from summitparse.extractors.figures.words import word_set

__all__ = ["settle"]

VAGUE_END = re.compile(r"-(?:odd|some|plus)(?!\w)")
"""Joined to a number it makes it vague and counts nothing: "20-odd ships"."""
HYPHENED = re.compile(r"-[^\W\d_]")
OF_THESE = re.compile(
    r"\sof (?:(?:all )?(?:the|its|his|her|their|these|those|our|my|your) "
    r"|(?:[A-Z][\w.]* ){0,2}[A-Z]\w+['’]s? )?"
)
OF_WHOLE = re.compile(
    r"\s(?:out )?of (?:the |its |their |a total of )?"
    r"(?:about |some |around |roughly |nearly |almost |over |more than )?"
)
IN_SERIES = re.compile(r"(?:,|\b(?:and|or)) $")
AHEAD = 3
"""Numbers looked at behind one that may share its noun or unit."""
FEW_DIGITS = 12
FEW_SCALES = 10**15
"""Up to here no number gets too long."""
SOME = re.compile(r"\b(?:some|roughly|approximately|over|than|only)\s$", re.I)
FIRST_YEAR = 1700
THE = re.compile(r"\b(?:the|both|these|those|other)\s$", re.I)
AT = re.compile(r"\bat $", re.I)
PER = re.compile(r"\b(?:per|every)\s$|/$")


def settle(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that are figures, each with kind and unit."""
    kept: list[Draft] = []
    for number, made in enumerate(drafts, 1):
        if not _too_long(made) and _settled(tokens, made, kept, drafts[number : number + AHEAD]):
            kept.append(made)
    return kept


def _settled(tokens: Tokens, made: Draft, kept: list[Draft], ahead: Sequence[Draft]) -> bool:
    text = tokens.text
    close = bool(kept) and kept[-1].end >= made.start - 6
    if close and PER.search(text, max(0, made.start - 7), made.start):
        return False
    if made.kind == "ordinal":
        return is_ordinal(tokens, made)
    if made.kind == "bare":
        return True
    if made.kind:
        return _measured(text, made, kept[-1] if kept else None)
    if made.number.kind == "fraction":
        return is_fraction(text, made)
    return _count(tokens, made, kept, ahead)


def _too_long(made: Draft) -> bool:
    """More digits than a figure may have."""
    if len(made.number.raw) < FEW_DIGITS and made.number.scale < FEW_SCALES:
        return False
    plain = (format(value.normalize(), "f") for value in (made.low, made.high))
    return any(len(value.strip("-").replace(".", "")) > MAX_DIGITS for value in plain)


def _measured(text: str, made: Draft, before: Draft | None) -> bool:
    """A number with a unit beside it, unless both are something else ("2016 Stone", "one day")."""
    duration = made.kind == "duration"
    if (
        made.unit == "point"
        and made.low == 1
        and AT.search(text, max(0, made.start - 4), made.start)
    ):
        return False  # some time
    if duration and (is_proper(text, made) or PLAN.match(text, made.start)):
        return False
    if (
        is_year_like(made)
        and made.single
        and (duration or (text[made.end - 1 : made.end].isalpha() and is_titled(text, made)))
    ):
        return False
    if made.unit == "point" and before and before.unit == "percent" and _near(before, made):
        made.kind, made.unit = "percent", "percentage point"
    return not (duration and made.low == 1 and made.number.kind == "words" and made.unit == "day")


def _near(before: Draft, made: Draft) -> bool:
    spelled = made.number.kind == "words" or before.end > made.start - 40
    return made.start - before.end < 90 and made.low < 50 and spelled


def _count(tokens: Tokens, made: Draft, kept: list[Draft], ahead: Sequence[Draft]) -> bool:
    text, after = tokens.text, ahead[0] if ahead else None
    small_word = made.number.kind == "words" and made.low == 1
    if (small_word and made.single and is_pronoun(text, made)) or is_proper(text, made):
        return False
    if made.high == 0 and NET.search(text, max(0, made.start - 5), made.start):
        return False
    if is_age(text, made):
        return True
    if made.number.scale == 1 and is_label(text, made):
        return False
    if take_from_next(text, made, after) or take_shared(text, made, ahead):
        return True
    year = is_year_like(made) and made.single and not _no_year(tokens, made)
    vague = VAGUE_END.match(text, made.number.end)
    hyphen = bool(HYPHENED.match(text, made.number.end)) and made.single and not vague
    spelled = hyphen and made.number.kind == "words"
    noun = None if spelled else _of_whole(tokens, made, after) or _noun(tokens, made, hyphen)
    if noun and _beyond(tokens, made, noun, after):
        noun = None
    if noun is None and not spelled:
        noun = shared_noun(tokens, made, ahead)
    if noun and not year:
        named = _name(tokens, made, noun, kept)
        return not named and _counted(tokens, made, noun, hyphen, after)
    score = made.paired and not made.single and not OF_THEM.match(text, made.end)
    if year or hyphen or (score and not noun):
        return False
    if _level(tokens, made) or _people(text, made, kept):
        return True
    return take_over(text, made, kept) or is_bare(tokens, made)


def _no_year(tokens: Tokens, made: Draft) -> bool:
    """'1200 people', 'more than 2000 homes', 'sent 1990 men': too early for a year, or an amount."""
    window = tokens.text[max(0, made.start - 20) : made.start]
    if made.low < FIRST_YEAR or MODIFIED.search(window) or SOME.search(window):
        return True
    first = tokens.at(made.start)
    return first > 0 and tokens.doc[first - 1].pos_ == "VERB"


def _beyond(tokens: Tokens, made: Draft, noun: Counted, after: Draft | None) -> bool:
    """Whether an amount of its own stands before the noun."""
    if after is None or after.kind not in ("money", "percent", "quantity", "duration"):
        return False
    joined = len(tokens.text[made.end : after.start]) <= 1  # "two $5 million grants"
    joined = joined or tokens.text[after.number.end] == "-"  # "five of the three-ton ships"
    return not joined and after.start < tokens.doc[noun.token].idx


def _counted(tokens: Tokens, made: Draft, noun: Counted, hyphen: bool, after: Draft | None) -> bool:
    token = tokens.doc[noun.token]
    made.kind, made.unit, made.head = "count", noun.name, noun.token
    unit = unit_named(token.text)
    if unit and unit[1] in ("duration", "percent") and not hyphen:
        made.unit, made.kind = unit
    if not hyphen and not (after and after.start < token.idx and after.number.kind != "ordinal"):
        made.end = max(made.end, token.idx + len(token))
    if made.kind != "count":
        return True
    plural = is_plural(token.text) and not hyphen
    return noun.name.lower() not in word_set("vague_plurals" if plural else "vague")


def _of_whole(tokens: Tokens, made: Draft, whole: Draft | None) -> Counted | None:
    """What is counted by the figure behind "of": '151 of 300 seats', '60 out of 75 fires'."""
    if whole is None or whole.kind or made.low >= whole.low:
        return None
    if not OF_WHOLE.fullmatch(tokens.text, made.end, whole.start):
        return None
    first, last = tokens.at(whole.number.start), tokens.at(whole.number.end - 1)
    noun = counted_noun(tokens, first, last, one=False)
    return noun if noun and is_plural(tokens.doc[noun.token].text) else None


def _noun(tokens: Tokens, made: Draft, hyphen: bool) -> Counted | None:
    """The counted noun, behind "of (the)" too: "dozens of homes", "five of the satellites"."""
    text = tokens.text
    vague = VAGUE_END.match(text, made.number.end)
    first = tokens.at(made.number.start)
    last = tokens.at((vague.end() if vague else made.number.end) - 1)
    if hyphen:
        return joined_noun(tokens, last)
    of = OF_THESE.match(text, made.end)
    if of and (made.number.scale > 1 or len(of.group()) > len(" of ")):
        behind = tokens.at(of.end() - 1)
        noun = counted_noun(tokens, behind, behind, one=False)
        return noun if noun and is_plural(tokens.doc[noun.token].text) else None
    return counted_noun(tokens, first, last, one=made.low == 1 and made.single)


def _name(tokens: Tokens, made: Draft, noun: Counted, kept: list[Draft]) -> bool:
    """'787 Dreamliner', 'two new 737 Max jets', 'HIV 2 drug': digits that belong to a name."""
    if made.number.kind != "digits" or made.number.scale > 1 or "," in made.number.raw:
        return False
    token, text = tokens.doc[noun.token], tokens.text
    if token.text[0].isupper() and not is_plural(token.text) and made.low != 1:
        return True
    if kept and kept[-1].head == noun.token:
        apart = OF_WHOLE.match(text, kept[-1].end, made.start)
        return not (apart or IN_SERIES.search(text, kept[-1].end, made.start))
    return bool(ABBREVIATION.search(text, max(0, made.start - 8), made.start)) and tokens.tagged


def _level(tokens: Tokens, made: Draft) -> bool:
    """'the toll rose to 41': what is counted stands before the number."""
    unit = counted_level(tokens, made)
    if unit:
        made.kind, made.unit = "count", unit
    return unit is not None


def _people(text: str, made: Draft, kept: list[Draft]) -> bool:
    unit = (
        None
        if THE.search(text, max(0, made.start - 8), made.start)
        else people_counted(text, made, kept)
    )
    if unit:
        made.kind, made.unit = "count", unit
    return unit is not None
