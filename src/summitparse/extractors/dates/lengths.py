"""Lengths of time, sets, and words that point vaguely."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from summitparse.extractors.dates.absolute import NO_REFERENCE
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.numerals import read_number
from summitparse.extractors.dates.scene import Reading, Scene

__all__ = ["LENGTHS"]

Reader = Callable[[Piece, Scene], Reading | None]
SMALLER = {
    "Y": ("M", 12),
    "M": ("D", 30),
    "W": ("D", 7),
    "D": ("TH", 24),
    "TH": ("TM", 60),
    "TM": ("TS", 60),
    "DE": ("Y", 10),
    "CE": ("Y", 100),
    "Q": ("M", 3),
    "ML": ("Y", 1000),
}


def length(number: Fraction | None, unit: str) -> str:
    """The TIMEX3 value of a length: `P15Y`, `PT1H30M`, `P2Y6M`; `PXD` where the number is vague."""
    if unit in ("2W", "6M", "12M"):
        number, unit = number and number * int(unit[:-1]), unit[-1]
    if unit == "DE" or unit == "CE" or unit == "ML":
        if number is not None:
            number, unit = number * SMALLER[unit][1], "Y"
    if unit in ("SP", "SU", "FA", "WI"):
        unit = unit
    if number is None:
        return f"PTX{unit[1:]}" if unit.startswith("T") else f"PX{unit}"
    whole = number.numerator // number.denominator
    rest = number - whole
    parts = [(whole, unit)] if whole or not rest else []
    if rest and unit in SMALLER:
        small, factor = SMALLER[unit]
        parts.append((round(rest * factor), small))
    return _written(parts)


def _written(parts: list[tuple[int, str]]) -> str:
    days = "".join(f"{n}{u}" for n, u in parts if not u.startswith("T"))
    clock = "".join(f"{n}{u[1:]}" for n, u in parts if u.startswith("T"))
    return "P" + days + ("T" + clock if clock else "")


def hedge_mod(piece: Piece) -> str | None:
    """The modifier that "nearly", "more than", "at least", "up to" give."""
    words = piece.text("h")
    for cues, mod in (
        (("no more", "up to", "at most", "not more"), "EQUAL_OR_LESS"),
        (("no less", "at least", "not less", "no fewer"), "EQUAL_OR_MORE"),
        (("more", "over"), "MORE_THAN"),
        (("less", "fewer", "under"), "LESS_THAN"),
    ):
        if any(cue in words for cue in cues):
            return mod
    return "APPROX" if words and words not in ("just", "only", "exactly") else None


def duration(piece: Piece, scene: Scene) -> Reading | None:
    """ "Two years", "a two-day", "nearly an hour and a half"."""
    if piece.has("qh"):
        return Reading(
            "DURATION", length(Fraction(1, 4), piece.value("u") or ""), "a length of time"
        )
    if piece.has("hu"):
        return Reading(
            "DURATION", length(Fraction(1, 2), piece.value("hu") or ""), "a length of time"
        )
    unit = piece.value("u") or ""
    if unit in ("SP", "SU", "FA", "WI"):
        return None
    number = read_number(piece.values("n")) if piece.has("n") else None
    if piece.has("one"):
        number = Fraction(1)
    if piece.has("x") and "couple" in piece.text("x"):
        number = Fraction(2)
    if number is None and not piece.has("x"):
        return None
    if number is not None and (piece.has("plus") or piece.has("plus2")):
        number += Fraction(1, 2)
    if number is not None and number > 10**6:
        return None
    if not _is_length(piece, scene, unit):
        return None
    return Reading("DURATION", length(number, unit), "a length of time", mod=hedge_mod(piece))


def _is_length(piece: Piece, scene: Scene, unit: str) -> bool:
    """Not "a second" (another one), nor "a quarter" (a fourth), nor an age."""
    text = scene.words.text
    after = text[piece.end : piece.end + 12].lower()
    if unit == "TS" and piece.words.raw(piece.last - 1).lower() == "second" and not piece.has("n"):
        return False
    if unit == "Q" and not piece.holds("units"):
        return False
    if after.startswith((" old", "-old")) and not piece.holds("old"):
        return False
    return True


def durationrange(piece: Piece, scene: Scene) -> Reading | None:
    """ "Two to three weeks": a length between two."""
    low, high = read_number(piece.values("n")), read_number(piece.values("n2"))
    unit = piece.value("u") or ""
    if low is None or high is None or low >= high:
        return None
    return Reading(
        "DURATION", None, "a length between two", pair=(length(low, unit), length(high, unit))
    )


def stretch(piece: Piece, scene: Scene) -> Reading | None:
    """ "The past two months", "the first nine months": a length that lies beside a day."""
    unit = piece.value("u") or ""
    number = read_number(piece.values("n")) if piece.has("n") else None
    if piece.has("x") and "couple" in piece.text("x"):
        number = Fraction(2)
    if unit in ("SP", "SU", "FA", "WI"):
        return None
    if piece.has("f"):
        return _first_of(piece, scene, number)
    return Reading("DURATION", length(number, unit), "a length of time", mod=hedge_mod(piece))


def _first_of(piece: Piece, scene: Scene, number: Fraction | None) -> Reading | None:
    """ "The first nine months of last year": months of a known year."""
    unit = piece.value("u")
    if unit != "M" or piece.text("f") != "first" or number is None or number > 12:
        return Reading("DURATION", length(number, unit or ""), "a length of time")
    year = int(piece.value("y") or 0)
    if not year:
        if scene.reference is None:
            return Reading("DATE", None, NO_REFERENCE)
        values = [value for value in piece.values("r") if value in ("-1", "0", "1")]
        year = scene.reference.year + int(values[-1] if values else 0)
    return Reading(
        "DATE",
        None,
        "months counted from the start of the year",
        pair=(f"{year:04}-01", f"{year:04}-{int(number):02}"),
        anchor=None if piece.has("y") else scene.anchor(),
    )


def bareunits(piece: Piece, scene: Scene) -> Reading | None:
    """ "Weeks", "recent months", "the weeks ahead": lengths without a number."""
    unit = piece.value("u") or ""
    if piece.has("r"):
        word = piece.text("r")
        if word == "recent" or word == "past":
            return Reading("DATE", "PAST_REF", "a vague time before the reference date")
        if word == "coming":
            return Reading("DATE", "FUTURE_REF", "a vague time after the reference date")
        return None
    if piece.holds("ahead"):
        return Reading("DURATION", length(None, unit), "a vague length of time")
    before = scene.before(piece).rstrip()
    if before.endswith((" within", " for", " in", " after", " over", " of")) and unit not in (
        "TS",
    ):
        return Reading("DURATION", length(None, unit), "a vague length of time")
    return None


def set(piece: Piece, scene: Scene) -> Reading | None:  # noqa: A001 - the kind's name
    """What comes again and again: "every six months", "each Thursday", "annually"."""
    if piece.has("wd") or piece.has("wds"):
        return Reading(
            "SET",
            f"XXXX-WXX-{piece.value('wd') or piece.value('wds')}",
            "every such day of the week",
        )
    if piece.has("mo"):
        return Reading("SET", f"XXXX-{int(piece.value('mo') or 0):02}", "every such month")
    if piece.has("adv"):
        return _adverb(piece, scene)
    unit = piece.value("u") or ""
    if unit in ("MO", "AF", "EV", "NI"):
        return Reading("SET", f"XXXX-XX-XXT{unit}", "every such part of a day")
    if unit in ("WE",):
        return Reading("SET", "P1WE", "every weekend")
    if unit in ("SP", "SU", "FA", "WI"):
        return Reading("SET", f"XXXX-{unit}", "every such season")
    if piece.has("k"):
        count = read_number(piece.values("k"))
        whole = {"Y": 12, "M": 1}.get(unit)
        if count and whole and count > 1 and whole % count == 0:
            return Reading("SET", f"P{whole // int(count)}M", "so often in the time named")
        return Reading("SET", length(Fraction(1), unit), "so often in the time named")
    number = read_number(piece.values("n")) if piece.has("n") else Fraction(1)
    return Reading("SET", length(number, unit), "again after each such time")


def _adverb(piece: Piece, scene: Scene) -> Reading | None:
    """ "Annually"; an adjective ("daily call") names no time of its own."""
    word = piece.words.raw(piece.first)
    token = scene.token(piece)
    if word.lower() not in ("annually", "biannually"):
        if (token is not None and token.pos_ == "ADJ") or word[0].isupper():
            return None
        after = scene.words.text[piece.end : piece.end + 2]
        if after[:1] == " " and after[1:].isalpha() and token is None:
            return None
    return Reading("SET", piece.value("adv"), "again after each such time")


def rate(piece: Piece, scene: Scene) -> Reading | None:
    """ "A year" in "50,000 a year"."""
    return None


def present(piece: Piece, scene: Scene) -> Reading | None:
    """Now."""
    return Reading("DATE", "PRESENT_REF", "the time of writing, loosely")


def past(piece: Piece, scene: Scene) -> Reading | None:
    """Recently."""
    return Reading("DATE", "PAST_REF", "a vague time before the time of writing")


def future(piece: Piece, scene: Scene) -> Reading | None:
    """The future."""
    return Reading("DATE", "FUTURE_REF", "a vague time after the time of writing")


LENGTHS: dict[str, Reader] = {
    reader.__name__: reader
    for reader in (duration, durationrange, stretch, bareunits, set, rate, present, past, future)
}
