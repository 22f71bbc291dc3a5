"""What is said once for several numbers: "two or three weeks", "26 primary and four high schools"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summitparse.english.inflection import is_plural
from summitparse.extractors.figures.context import is_year_like
from summitparse.extractors.figures.draft import Draft
from summitparse.extractors.figures.nouns import Counted, Tokens, counted_noun
from summitparse.extractors.figures.words import word_set

__all__ = ["shared_noun", "take_shared"]

ROW = 3
"""How many numbers behind one may say what it counts."""
JOINT = re.compile(
    r" (?P<last>or|and|by) (?:(?:maybe|perhaps|even|possibly) )?|(?P<by> ?[x×] ?)|, "
)
HYPHENED = re.compile(r"-[^\W\d_]")
SERIES = re.compile(r"(?: [^\W\d_][\w-]+){1,2}(?:,|,? (?:and|or)) ")
DESCRIBING = frozenset(("ADJ", "NOUN", "PROPN", "VERB"))


def take_shared(text: str, made: Draft, ahead: Sequence[Draft]) -> bool:
    """Give a number the unit behind the last of its row; whether there is one.

    'Two or three weeks', '2, 3 and 5 per cent', '160.8 x 78.1 mm'.
    """
    end, joined = made.end, ""
    for other in ahead[:ROW]:
        joint = JOINT.fullmatch(text, end, other.start)
        if joint is None or is_year_like(made):
            return False
        joined = joint["last"] or joint["by"] or ""
        if other.kind:
            return bool(joined) and _adopted(text, made, other)
        end = other.end
    return False


def _adopted(text: str, made: Draft, measured: Draft) -> bool:
    compound = HYPHENED.match(text, measured.number.end)
    if measured.prefixed or compound or not measured.unit or measured.kind == "ordinal":
        return False
    made.kind, made.unit, made.alternatives = measured.kind, measured.unit, measured.alternatives
    made.rate, made.reason = measured.rate, "the unit of the figure behind it, left out here"
    return True


def shared_noun(tokens: Tokens, made: Draft, ahead: Sequence[Draft]) -> Counted | None:
    """The plural behind the last of a series: '26 primary, six middle and four high schools'."""
    end = made.end
    if made.low != int(made.low):
        return None
    for other in ahead[:ROW]:
        if other.kind or not SERIES.fullmatch(tokens.text, end, other.start):
            return None
        if not _describe(tokens, end, other.start):
            return None
        first, last = tokens.at(other.number.start), tokens.at(other.number.end - 1)
        noun = counted_noun(tokens, first, last, one=False)
        if noun:
            return noun if is_plural(tokens.doc[noun.token].text) else None
        end = other.end
    return None


def _describe(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words of a series only describe what is named later."""
    between = tokens.doc[tokens.at(start) + 1 : tokens.at(end)]
    words = [each for each in between if each.is_alpha and each.pos_ != "CCONJ"]
    return bool(words) and all(
        each.pos_ in DESCRIBING
        and not (each.pos_ == "NOUN" and is_plural(each.text))
        and each.lower_ not in word_set("stops")
        for each in words
    )
