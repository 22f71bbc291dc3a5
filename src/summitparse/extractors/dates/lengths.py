"""Lengths of time: "two years", "a two-day", "the past two months"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from summitparse.extractors.dates.amounts import INSIDE, LONG, length, written
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.numerals import read_number
from summitparse.extractors.dates.parts import counted, hedge_of, step_of
from summitparse.extractors.dates.scene import Reader, Reading, Scene, unread
from summitparse.extractors.dates.side import cue_lists
from summitparse.extractors.dates.words import letter_of

__all__ = ["LENGTHS", "MOST", "SEASONS"]

MOST = 10**6
COUNTING = ("ordword", "second", "ordinal", "ones", "day")
LOOK_BACK = 8
"""How many words before "as many" the number stands that it takes up."""
SEASONS = ("SP", "SU", "FA", "WI")
A_LENGTH = "a length of time"
ONCE_AFTER = frozenset(
    "will would could may might can must should to he she it they we i that and".split()
)
WAR = re.compile(r"['’]?\sWars?\b")
PREPOSITIONS = frozenset(
    "in within for after over of than about nearly almost just least to by during before until "
    "under less every only takes took take lasted lasts last spent spend spends another and or "
    "barely some around roughly throughout inside beyond without with from took".split()
)


def count_of(piece: Piece) -> Fraction | None:
    """How many units a form names; None where it is vague ("several")."""
    if piece.has("x"):
        return Fraction(2) if "couple" in piece.text("x") else None
    number = Fraction(1) if piece.has("one") else read_number(piece.values("n"))
    if number is not None and (piece.has("plus") or piece.has("plus2")):
        number += Fraction(1, 4 if piece.holds("quarter") else 2)
    return number


def duration(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "Two years", "a two-day", "nearly an hour and a half"."""
    for group, part in (("qu", Fraction(1, 4)), ("hu", Fraction(1, 2))):
        if piece.has(group):
            return Reading("DURATION", length(part, piece.value(group) or ""), A_LENGTH)
    if piece.has("long"):
        long = piece.words.raw(piece.last - 1).lower() == "long"
        return (
            Reading("DURATION", length(Fraction(1), piece.value("long") or ""), A_LENGTH)
            if long
            else None
        )
    if piece.has("we"):
        count = count_of(piece)
        return Reading("DURATION", f"P{count}WE", A_LENGTH) if count and count <= MOST else None
    if piece.has("u2"):
        return _two_lengths(piece)
    unit = piece.value("u") or piece.value("one") or ""
    if piece.has("asmany"):
        return Reading("DURATION", length(_number_before(piece), unit), "as many as counted before")
    if unit == "1" or not unit or (unit == "Q" and not piece.holds("units")):
        return None
    number = count_of(piece)
    if _is_year(piece):
        return None
    if not piece.has("x") and (number is None or number > MOST):
        return None
    if not _is_length(piece, scene, unit):
        return None
    if _is_once(piece):
        return Reading("DATE", "FUTURE_REF", "some day to come")
    if number is not None and _is_due(piece, scene, unit):
        assert scene.reference is not None
        return counted(scene.reference, unit, int(number), scene)
    return Reading("DURATION", length(number, unit), A_LENGTH, mod=hedge_of(piece))


def _number_before(piece: Piece) -> Fraction | None:
    """The number that "as many" takes up: "the third time in as many weeks"."""
    words, counting = piece.words, [letter_of(name) for name in COUNTING]
    for index in range(piece.first - 1, max(-1, piece.first - LOOK_BACK), -1):
        if words.letters[index] in counting:
            return read_number([re.sub(r"(?<=\d)\D+$", "", words.values[index]).replace("TS", "2")])
    return None


def _two_lengths(piece: Piece) -> Reading | None:
    """Forms like "an hour and 20 minutes", "three years, two months": one length of two units."""
    first, second = count_of(piece), read_number(piece.values("n2"))
    large, small = piece.value("u") or "", piece.value("u2") or ""
    if (
        first is None
        or second is None
        or max(first, second) > MOST
        or small not in INSIDE.get(large, ())
    ):
        return None
    parts = [(int(first), large), (int(second), small)]
    return Reading("DURATION", written(parts), A_LENGTH, mod=hedge_of(piece))


def _is_year(piece: Piece) -> bool:
    """Whether a year stands before the unit, not a number of units: "the Games of 2018, day five"."""
    only = piece.span("n")[1] - piece.span("n")[0] == 1
    year = only and piece.words.letters[piece.span("n")[0]] == letter_of("year")
    return year and not piece.holds("dash") and not piece.holds("units")


def _is_length(piece: Piece, scene: Scene, unit: str) -> bool:
    """Not a rate ("50,000 a year"), an age, a fraction ("three-quarters") or "a second time"."""
    after = piece.words.text[piece.end : piece.end + 12].lower()
    if _is_war(piece):
        return False
    ages = (" old", "-old") if not piece.has("one") else (" old", "-old", "-long")
    if (unit == "TS" and not piece.has("n")) or after.startswith(ages):
        return False
    if unit == "Q" and piece.has("n") and (piece.holds("dash") or after.startswith(" of")):
        return False
    if piece.has("one") and "calendar" in piece.text_words():
        return False
    if piece.has("one") and piece.text("one") == "a" and piece.last - piece.first == 2:
        return not _is_rate(piece, scene)
    return not (piece.holds("old") and _aged().match(after))


@lru_cache(maxsize=1)
def _aged() -> re.Pattern[str]:
    return re.compile(rf"[\s-](?:{'|'.join(cue_lists()['people'])})")


def _is_war(piece: Piece) -> bool:
    """Whether a war is named after its length."""
    return bool(WAR.match(piece.words.text[piece.end : piece.end + 8]))


def _is_rate(piece: Piece, scene: Scene) -> bool:
    """Whether "a year" says per year: a number or what is counted stands before it."""
    if piece.previous in PREPOSITIONS or piece.next_is("and", "after"):
        return False
    token = scene.token(piece)
    if token is not None and piece.first:
        index = max(0, token.i - 2)
        return token.doc[index].pos_ not in (
            "VERB",
            "AUX",
            "PUNCT",
            "PRON",
            "SPACE",
            "ADP",
            "SCONJ",
        )
    return piece.previous.isalnum()


def _is_once(piece: Piece) -> bool:
    """Whether "one day" is some day: "will one day be", "hopes to one day follow"."""
    words = piece.words.text[piece.start : piece.end].lower()
    return words == "one day" and piece.previous in ONCE_AFTER


def _is_due(piece: Piece, scene: Scene, unit: str) -> bool:
    """Whether "in two weeks" is a day to come: "will meet in two weeks"."""
    if piece.previous != "in" or piece.has("h") or scene.reference is None or unit.startswith("T"):
        return False
    return scene.side(piece).way in ("future", "aim") and not piece.holds("dash")


def durationrange(piece: Piece, _scene: Scene) -> Reading | None:
    """Forms like "two to three weeks": `P2W` at least, as TimeBank writes it; `P3W` is an alternative."""
    low, high = read_number(piece.values("n")), read_number(piece.values("n2"))
    unit = piece.value("u") or ""
    if low is None or high is None or not low < high <= MOST:
        return None
    others = (length(high, unit),)
    return Reading(
        "DURATION",
        length(low, unit),
        "the shorter of two lengths",
        mod="EQUAL_OR_MORE",
        alternatives=others,
    )


def stretch(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "the past two months", a length; "the first nine months of 2025", those months."""
    unit, number = piece.value("u") or "", count_of(piece)
    if (number is not None and number > MOST) or _is_war(piece):
        return None
    if unit in SEASONS:
        return Reading("DURATION", length(number, "Y"), "as many years as seasons")
    months = unit == "M" and piece.text("f") in ("first", "last") and number is not None
    if (
        months
        and number is not None
        and number < 12
        and (piece.has("y") or piece.has("whole") or not scene.is_business)
    ):
        return _months_of(piece, scene, int(number))
    return Reading("DURATION", length(number, unit), A_LENGTH, mod=hedge_of(piece))


def _months_of(piece: Piece, scene: Scene, number: int) -> Reading | None:
    """The first or last months of a year, the current one if none is named."""
    year = int(piece.value("y") or 0)
    if not year:
        if piece.text("f") == "last" and not piece.has("whole"):
            return Reading("DURATION", f"P{number}M", A_LENGTH)
        if scene.reference is None:
            return unread()
        year = scene.reference.year + step_of(piece, "whole")
    first, last = (1, number) if piece.text("f") == "first" else (13 - number, 12)
    ends = f"{year:04}-{first:02}", f"{year:04}-{last:02}"
    anchor = None if piece.has("y") else scene.anchor()
    return Reading("DATE", None, "months of the calendar year", pair=ends, anchor=anchor)


def bareunits(piece: Piece, _scene: Scene) -> Reading | None:
    """Forms like "Weeks", "recent months", "the weeks ahead", "a while": lengths without a number."""
    word, unit = piece.text("r"), piece.value("u") or ""
    if word == "recent" and unit not in ("Y", *LONG) and piece.last - piece.first == 2:
        return Reading("DURATION", length(None, unit), "a vague length of time, just over")
    if word:
        value = (
            "FUTURE_REF" if word in ("coming", "upcoming", "forthcoming", "future") else "PAST_REF"
        )
        return Reading("DATE", value, "a vague time beside the day of writing")
    if piece.has("w"):
        return (
            Reading("DURATION", "PXX", "a vague length of time")
            if piece.previous in ("for", "in", "after")
            else None
        )
    if piece.text_words()[:2] in (["the", "first"], ["the", "last"]) and unit not in ("Y", "Q"):
        return Reading("DURATION", length(None, unit), "a vague length of time")
    beside = piece.holds("ahead") or piece.next_is("later", "before", "after")
    if unit != "TS" and (beside or piece.previous in ("within", "for", "in", "after")):
        return Reading("DURATION", length(None, unit), "a vague length of time")
    return None


LENGTHS: dict[str, Reader] = {
    reader.__name__: reader for reader in (duration, durationrange, stretch, bareunits)
}
