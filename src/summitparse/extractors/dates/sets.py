"""What comes again and again, and words that point vaguely: "every six months", "now"."""

from __future__ import annotations

import re
from fractions import Fraction

from summitparse.extractors.dates.amounts import length
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.lengths import MOST, SEASONS
from summitparse.extractors.dates.numerals import read_number
from summitparse.extractors.dates.parts import number_of
from summitparse.extractors.dates.scene import Reader, Reading, Scene
from summitparse.extractors.dates.side import cue_lists
from summitparse.extractors.dates.spoken import is_request
from summitparse.syntax.labels import ADJECTIVE, COPULA

__all__ = ["SETS"]

HYPHENED = re.compile(r"-[a-z]")
"""What makes "now" a part of an adjective ("the now-shut mine")."""
NOUN_NEXT = re.compile(r"\s(?!(?:and|or|in|on|at|by|for|from|to|with|as|since|until|but|if)\b)\w")


def set(piece: Piece, scene: Scene) -> Reading | None:  # noqa: A001 - named after TIMEX3's SET
    """What comes again and again: "every six months", "each Thursday", "annually"."""
    for group, form, why in (
        ("wd", "XXXX-WXX-{}", "every such day of the week"),
        ("wds", "XXXX-WXX-{}", "every such day of the week"),
        ("we", "P1WE", "every weekend"),
        ("mo", "XXXX-{:0>2}", "every such month"),
    ):
        if piece.has(group):
            part = f"T{piece.value('dp')}" if piece.has("dp") else ""
            return Reading("SET", form.format(piece.value(group)) + part, why)
    if piece.has("nth"):
        return _nth(piece)
    if piece.has("often"):
        return _often(piece)
    if piece.has("adv"):
        return _adverb(piece, scene) or _asked_for(piece, scene)
    if piece.has("adj"):
        return _asked_for(piece, scene)
    if piece.has("k") or piece.has("k2"):
        return _times(piece)
    return _every(piece)


def _asked_for(piece: Piece, scene: Scene) -> Reading | None:
    """An adjective in a request names what shall come again ("plan a weekly call"); in news it describes."""
    word = piece.words.raw(piece.first)
    if word[0].isupper() or not is_request(piece, scene):
        return None
    return Reading("SET", piece.value("adv") or piece.value("adj"), "again after each such time")


def nights(piece: Piece, _scene: Scene) -> Reading | None:
    """Forms like "Monday and Tuesday nights": the first of two days that come every week."""
    value = f"XXXX-WXX-{piece.value('wd')}T{piece.value('dp')}"
    return Reading("SET", value, "every such day of the week")


def _nth(piece: Piece) -> Reading | None:
    """Forms like "the 19th of every month"."""
    number = number_of(piece, "nth") or 0
    if piece.value("u") != "M" or not 1 <= number <= 31:
        return None
    return Reading("SET", f"XXXX-XX-{number:02}", "that day of every month")


def _every(piece: Piece) -> Reading | None:
    """Forms like "Every two years", "each morning", "every other week"."""
    unit = piece.value("u") or ""
    if unit in ("MO", "AF", "EV", "NI"):
        return Reading("SET", f"XXXX-XX-XXT{unit}", "every such part of a day")
    if unit in SEASONS:
        return Reading("SET", f"XXXX-{unit}", "every such season")
    if unit == "WE":
        return Reading("SET", "XXXX-WXX-WE", "every weekend")
    number = (
        read_number(piece.values("n"))
        if piece.has("n")
        else Fraction(2 if piece.holds("alternate") else 1)
    )
    if number is None or not 0 < number <= MOST or (unit == "TS" and not piece.has("n")):
        return None
    return Reading("SET", length(number, unit), "again after each such time")


def _often(piece: Piece) -> Reading | None:
    """Forms like "twice yearly", every six months."""
    count, period = read_number(piece.values("k")), piece.value("often") or ""
    value = f"P{12 // int(count)}M" if period == "P1Y" and count and count > 1 else period
    return Reading("SET", value, "so often in each such time")


def _times(piece: Piece) -> Reading | None:
    """Forms like "Twice a year" is every six months; "five times a week" is a set of weeks."""
    unit = piece.value("u") or ""
    count = read_number(piece.values("k") or piece.values("k2"))
    if unit == "Y" and count and count > 1 and 12 % count == 0:
        return Reading("SET", f"P{12 // int(count)}M", "so often a year")
    return Reading("SET", length(Fraction(1), unit), "so often in each such time")


def _adverb(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "annually", "weekly"; as an adjective ("daily call") it names no time of its own."""
    word, token = piece.words.raw(piece.first), scene.token(piece)
    if word.lower() in ("annually", "biannually"):
        return Reading("SET", piece.value("adv"), "again after each such time")
    if word[0].isupper() or (token is not None and token.pos_ != "ADV"):
        return None
    if NOUN_NEXT.match(piece.words.text[piece.end : piece.end + 12]):
        return None
    return Reading("SET", piece.value("adv"), "again after each such time")


def present(piece: Piece, scene: Scene) -> Reading | None:
    """Now, currently, these days; not the "now," that only opens a sentence."""
    word = piece.words.raw(piece.first)
    if piece.has("till") and word.lower() != "till":
        return None
    if word == "Now" and piece.next_is("comma", "for"):
        return None
    if HYPHENED.match(piece.words.text[piece.end : piece.end + 2]):
        return None
    if _describes(piece, scene) or (piece.has("c") and not _is_of_now(piece, scene)):
        return None
    if piece.previous == "then":
        return Reading("DATE", "PAST_REF", "the time spoken of, loosely")
    return Reading("DATE", "PRESENT_REF", "the time of writing, loosely")


def _is_of_now(piece: Piece, scene: Scene) -> bool:
    """Whether "current" is the adjective of time: not "the current account", "a strong current"."""
    token = scene.token(piece)
    after = piece.words.text[piece.end : piece.end + 20].lower().lstrip(" -‑–")
    if re.match(rf"(?:{'|'.join(cue_lists()['after_current'])})\b", after):
        return False
    return token is None or token.pos_ not in ("NOUN", "PROPN")


def _describes(piece: Piece, scene: Scene) -> bool:
    """Whether the adverb belongs to a noun or to its adjective: "the recently passed law"."""
    token = scene.token(piece)
    if token is None or token.pos_ != "ADV" or piece.holds("now"):
        return False
    head = token.head
    if head.dep_ in ADJECTIVE or head.pos_ != "NOUN":
        return head.dep_ in ADJECTIVE
    return head.i > token.i and not any(child.dep_ in COPULA for child in head.lefts)


def past(piece: Piece, scene: Scene) -> Reading | None:
    """Recently, the past."""
    if _describes(piece, scene) or piece.previous == "-":
        return None
    return Reading("DATE", "PAST_REF", "a vague time before the day of writing")


def future(_piece: Piece, _scene: Scene) -> Reading | None:
    """The near future, the short term."""
    return Reading("DATE", "FUTURE_REF", "a vague time after the day of writing")


SETS: dict[str, Reader] = {
    reader.__name__: reader for reader in (set, nights, present, past, future)
}
