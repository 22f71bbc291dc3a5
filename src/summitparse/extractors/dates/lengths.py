"""Lengths of time: "two years", "a two-day", "half an hour", "as many weeks"."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache

from summitparse.extractors.dates.amounts import INSIDE, length, written
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.numerals import read_number
from summitparse.extractors.dates.parts import counted, hedge_of
from summitparse.extractors.dates.scene import Reader, Reading, Scene
from summitparse.extractors.dates.side import cue_lists
from summitparse.extractors.dates.words import letter_of
from summitparse.syntax import clause_head, tense

__all__ = ["A_LENGTH", "LENGTHS", "MOST", "SEASONS", "count_of", "is_war"]

MOST = 10**6
COUNTING = ("ordword", "second", "ordinal", "ones", "day")
HOURS = 24
LOOK_BACK = 8
"""How many words before "as many" the number stands that it takes up."""
SEASONS = ("SP", "SU", "FA", "WI")
A_LENGTH = "a length of time"
ONCE_AFTER = frozenset(
    "will would could may might can must should to he she it they we i that and".split()
)
SPAN = re.compile(
    r"\btime in $|\b(?:first|second|third|last|only|most|\w{3,10}est)\b[^.;,]{0,40}(?<!\bis)(?<!\bare) in $"
)
"""What stands before a length that lies behind: "for the first time *in a decade*"."""
MONEY = re.compile(r"[$£€¥]\d[^()]{0,15}\) $")
"""An amount in brackets, before "a year"."""
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
    unit = piece.value("u") or piece.value("one") or ""
    for group, read in SPECIAL.items():
        if piece.has(group):
            return read(piece)
    number = count_of(piece)
    if (
        unit in ("", "1")
        or _is_clock(piece, unit)
        or (unit == "Q" and not piece.holds("units"))
        or _is_year(piece)
    ):
        return None
    if not piece.has("x") and (number is None or number > MOST):
        return None
    if not _is_length(piece, scene, unit):
        return None
    if _is_once(piece, scene):
        return Reading("DATE", "FUTURE_REF", "some day to come")
    ahead, step = _in_days(number or 0, unit)
    if number is not None and scene.reference and _is_due(piece, scene, step):
        return counted(scene.reference, step, int(ahead), scene)
    return Reading("DURATION", length(number, unit), A_LENGTH, mod=hedge_of(piece))


def _quarter_of(piece: Piece) -> Reading:
    """Forms like "a quarter of a century"."""
    return Reading("DURATION", length(Fraction(1, 4), piece.value("qu") or ""), A_LENGTH)


def _half_of(piece: Piece) -> Reading:
    """Forms like "half an hour"."""
    return Reading("DURATION", length(Fraction(1, 2), piece.value("hu") or ""), A_LENGTH)


def _long(piece: Piece) -> Reading | None:
    """Forms like "month-long"."""
    if piece.words.raw(piece.last - 1).lower() != "long":
        return None
    number = None if piece.holds("units") else Fraction(1)
    return Reading("DURATION", length(number, piece.value("long") or ""), A_LENGTH)


def _weekends(piece: Piece) -> Reading | None:
    count = count_of(piece)
    return Reading("DURATION", f"P{count}WE", A_LENGTH) if count and count <= MOST else None


def _as_many(piece: Piece) -> Reading:
    """Forms like "the third time in as many weeks"."""
    value = length(_number_before(piece), piece.value("u") or "")
    return Reading("DURATION", value, "as many as counted before")


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


def _is_clock(piece: Piece, unit: str) -> bool:
    """Whether it is a time of day: "by 1800 hours"."""
    digits = re.fullmatch(r"[012]\d[0-5]\d", piece.text("n")) is not None
    return digits and unit == "TH" and piece.previous in ("at", "by", "until", "till", "from")


def _is_length(piece: Piece, scene: Scene, unit: str) -> bool:
    """Not a rate ("50,000 a year"), an age, a fraction ("three-quarters") or "a second time"."""
    after = piece.words.text[piece.end : piece.end + 12].lower()
    if is_war(piece):
        return False
    ages = (" old", "-old") if not piece.has("one") else (" old", "-old", "-long")
    second = unit == "TS" and not piece.has("n") and not piece.holds("units")
    if second or after.startswith(ages):
        return False
    if unit == "Q" and piece.has("n") and (piece.holds("dash") or after.startswith(" of")):
        return False
    if piece.previous == "-" and piece.text("one") in ("a", "an"):
        return False  # "a $4-million-a-year business"
    if piece.has("one") and "calendar" in piece.text_words():
        return False
    if piece.has("one") and piece.text("one") in ("a", "an") and piece.last - piece.first == 2:
        return not _is_rate(piece, scene)
    return not (piece.holds("old") and _aged().match(after))


@lru_cache(maxsize=1)
def _aged() -> re.Pattern[str]:
    return re.compile(rf"[\s-](?:{'|'.join(cue_lists()['people'])})")


def is_war(piece: Piece) -> bool:
    """Whether a war is named after its length."""
    return bool(WAR.match(piece.words.text[piece.end : piece.end + 8]))


def _is_rate(piece: Piece, scene: Scene) -> bool:
    """Whether "a year" says per year: a number or what is counted stands before it."""
    if MONEY.search(scene.before(piece)):
        return True
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


def _is_once(piece: Piece, scene: Scene) -> bool:
    """Whether "one day" is some day: "will one day be", "hopes to return one day"."""
    if piece.words.text[piece.start : piece.end].lower() != "one day":
        return False
    if piece.previous in ONCE_AFTER:
        return True
    after = piece.next_is("before", "after", "later", "earlier", "ago", "ahead", "dash", "of")
    ahead = scene.side(piece).way in ("future", "aim")
    return ahead and not after and piece.previous not in PREPOSITIONS


def _in_days(number: Fraction | int, unit: str) -> tuple[Fraction | int, str]:
    """Whole days where so many hours make them: "in 48 hours"."""
    return (number // HOURS, "D") if unit == "TH" and number % HOURS == 0 else (number, unit)


def _is_due(piece: Piece, scene: Scene, unit: str) -> bool:
    """Whether "in two weeks" is a day to come: "will meet in two weeks"."""
    if piece.previous != "in" or piece.has("h") or unit.startswith("T"):
        return False
    if SPAN.search(scene.before(piece)) or _is_told_of(piece):
        return False
    way = scene.side(piece).way
    return (way in ("future", "aim") or _is_timetable(piece, scene)) and not piece.holds("dash")


def _is_told_of(piece: Piece) -> bool:
    """Whether something is said of the time itself: "in a year when prices fell"."""
    words = "|".join(cue_lists()["told_of"])
    after = piece.words.text[piece.end : piece.end + 12]
    return re.match(rf"\s(?:{words})\b", after) is not None


def _is_timetable(piece: Piece, scene: Scene) -> bool:
    """Whether the present is that of a timetable: "takes effect in six months", "is in six months"."""
    token = scene.token(piece)
    head = clause_head(token) if token is not None else None
    if token is None or head is None or tense(head) != "present":
        return False
    return head.i == token.i or head.lemma_ in cue_lists()["timetable"]


SPECIAL: dict[str, Callable[[Piece], Reading | None]] = {
    "qu": _quarter_of,
    "hu": _half_of,
    "long": _long,
    "we": _weekends,
    "u2": _two_lengths,
    "asmany": _as_many,
}
"""How a form of a length is read that has such a part."""
LENGTHS: dict[str, Reader] = {"duration": duration}
