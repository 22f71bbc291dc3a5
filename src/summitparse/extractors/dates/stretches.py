"""Lengths beside the day of writing or without a number: "the past two months", "recent weeks", "a while"."""

from __future__ import annotations

from summitparse.extractors.dates.amounts import LONG, length
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.lengths import A_LENGTH, MOST, SEASONS, count_of, is_war
from summitparse.extractors.dates.named import named_year
from summitparse.extractors.dates.numerals import read_number
from summitparse.extractors.dates.parts import hedge_of, step_of
from summitparse.extractors.dates.scene import Reader, Reading, Scene, unread
from summitparse.models import Anchor

__all__ = ["STRETCHES"]


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
    if (number is not None and number > MOST) or is_war(piece):
        return None
    if unit in SEASONS:
        return Reading("DURATION", length(number, "Y"), "as many years as seasons")
    months = unit == "M" and piece.value("f") in ("1", "-1") and number is not None
    if (
        months
        and number is not None
        and number < 12
        and (piece.has("y") or piece.has("whole") or not scene.is_business)
    ):
        return _months_of(piece, scene, int(number))
    return Reading("DURATION", length(number, unit), A_LENGTH, mod=hedge_of(piece))


def _months_of(piece: Piece, scene: Scene, number: int) -> Reading | None:
    """The first or last months of a year: the one written or named just before, else the current."""
    if not piece.has("y") and piece.value("f") == "-1" and not piece.has("whole"):
        return Reading("DURATION", f"P{number}M", A_LENGTH)
    named, anchor = named_year(piece, scene), scene.anchor()
    written = piece.value("y") or named
    if written:
        anchor = Anchor(date=named, kind="date") if named else None
    elif scene.reference is None:
        return unread()
    else:
        written = f"{scene.reference.year + step_of(piece, 'whole'):04}"
    first, last = (1, number) if piece.value("f") == "1" else (13 - number, 12)
    ends = f"{written}-{first:02}", f"{written}-{last:02}"
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
            if piece.previous in ("for", "after")
            or (piece.previous == "in" and not _is_once(piece))
            else None
        )
    if piece.text_words()[:2] in (["the", "first"], ["the", "last"]) and unit not in ("Y", "Q"):
        return Reading("DURATION", length(None, unit), "a vague length of time")
    beside = piece.holds("ahead") or piece.next_is("later", "before", "after")
    if unit != "TS" and (beside or piece.previous in ("within", "for", "in", "after")):
        return Reading("DURATION", length(None, unit), "a vague length of time")
    return None


def _is_once(piece: Piece) -> bool:
    """Whether "once" stands before it: "once in a while" is now and then."""
    return piece.words.text[: piece.start].lower().endswith("once in ")


STRETCHES: dict[str, Reader] = {
    reader.__name__: reader for reader in (durationrange, stretch, bareunits)
}
