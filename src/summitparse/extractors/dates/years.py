"""Years, decades and centuries; fiscal years and seasons."""

from __future__ import annotations

import re
from functools import lru_cache

from summitparse.extractors.dates.fourdigits import is_year_a_clock
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.notdates import is_year
from summitparse.extractors.dates.numerals import read_year
from summitparse.extractors.dates.parts import (
    full_year,
    mod_of,
    nth_of,
    number_of,
    step_of,
    year_of,
)
from summitparse.extractors.dates.scene import AS_WRITTEN, COUNTED, Reader, Reading, Scene, unread
from summitparse.extractors.dates.side import cue_lists
from summitparse.extractors.dates.spoken import sentence_of
from summitparse.extractors.dates.values import days_of

__all__ = ["YEARS"]

AGE = re.compile(
    r"\b(?:his|her|their|my|your|our|its)(?:[\s-](?:early|mid|late|to|or)){0,3}[\s-]$",
    re.IGNORECASE,
)
"""What stands before the tens of somebody's age."""
MODEL = re.compile(r"(?<![^\W\d_])(?!MID)[A-Z]{1,4}-$")
"""What stands before the number of a model."""
COMPANY = re.compile(r"Century [A-Z]")
"""What goes on as a name ("20th Century Fox")."""
COMPARED = re.compile(r"\b(?:than|against|versus|compared with|compared to)\b[^.;,]{0,25}$")
"""What makes a year one that another is compared with, from which nothing counts."""


def year(piece: Piece, scene: Scene) -> Reading | None:
    """A year in digits."""
    found = year_of(piece, scene)
    if found is None or not is_year(piece, scene) or is_year_a_clock(piece):
        return None
    against = COMPARED.search(scene.before(piece)) is not None
    return Reading("DATE", f"{found:04}", AS_WRITTEN, mod=mod_of(piece), compared=against)


def hijri(piece: Piece, _scene: Scene) -> Reading | None:
    """A day of the Islamic calendar, whose months begin by sighting: found, not converted."""
    if piece.text_words().count("al") == piece.last - piece.first - 1:
        return None
    return Reading("DATE", None, "a day of the Islamic calendar, which isn't converted")


def wordyear(piece: Piece, _scene: Scene) -> Reading | None:
    """A year in words: "nineteen ninety-six", "the year two thousand"."""
    found = read_year(piece.values("k"))
    return Reading("DATE", f"{found:04}", AS_WRITTEN) if found else None


def yearrange(piece: Piece, scene: Scene) -> Reading | None:
    """Two years in one piece: "2019-2023", "2024/25"."""
    first = int(piece.value("y") or 0)
    raw = piece.value("y2") or piece.value("yy") or ""
    last = first // 100 * 100 + int(raw) if len(raw) == 2 else int(raw)
    last += 100 * (last < first and len(raw) == 2)  # "1999-00"
    if " " in piece.words.text[piece.start : piece.end]:  # "2019 - 2023" are two dates
        return None
    if not first < last <= first + 200 or not 1500 <= first <= 2200 or not is_year(piece, scene):
        return None
    return Reading("DATE", None, "the years " + AS_WRITTEN, pair=(f"{first:04}", f"{last:04}"))


def decade(piece: Piece, scene: Scene) -> Reading | None:
    """A decade: "the 1980s", "the early '80s", "the nineties" (of the last century)."""
    mod = mod_of(piece, "p")
    if piece.has("nth"):
        return _decade_of(piece, scene)
    if _is_age(piece) or _is_on_scale(piece) or _is_model(piece):
        return None
    digits = re.sub(r"\D", "", piece.value("d") or piece.value("w") or "")
    if len(digits) == 4:
        return Reading("DATE", digits[:3], AS_WRITTEN, mod=mod)
    if piece.words.letters[piece.first] and not piece.holds("the") and piece.has("w"):
        return None
    if digits[0] in "012":
        return Reading("DATE", ("19" if piece.has("w") else "20") + digits[0], AS_WRITTEN, mod=mod)
    return Reading("DATE", "19" + digits[0], "a decade of the 20th century", mod=mod)


def _is_age(piece: Piece) -> bool:
    """Whether "20s" is the age of somebody: "in his 20s", "in her late 30s", "his mid-to-late 40s"."""
    return AGE.search(piece.words.text[max(0, piece.start - 30) : piece.start]) is not None


def _is_model(piece: Piece) -> bool:
    """Whether "50s" ends the name of a model, in the plural: "12 FA-50s"."""
    before = piece.words.text[max(0, piece.start - 6) : piece.start]
    return MODEL.search(before) is not None


def _is_on_scale(piece: Piece) -> bool:
    """Whether "50s" are degrees or per cent: "the low 50s", "his approval sank into the 30s"."""
    digits = piece.value("d") or ""
    if not re.fullmatch(r"\d0s", digits):
        return False
    if piece.previous in cue_lists()["on_scale"]:
        return True
    return _scales().search(sentence_of(piece)[1]) is not None


@lru_cache(maxsize=1)
def _scales() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(cue_lists()['scales'])})", re.IGNORECASE)


def _decade_of(piece: Piece, scene: Scene) -> Reading | None:
    """Forms like "the first decade of this century", "the last decade of the 20th century"."""
    if piece.value("u") != "DE" or piece.value("c") != "CE" or scene.reference is None:
        return None
    step = -1 if piece.words.raw(piece.last - 2).lower() == "last" else 0
    hundreds = (number_of(piece, "n") or scene.reference.year // 100 + 1 + step) - 1
    number = nth_of(piece, "nth", 10) or 0
    value = f"{hundreds:02}{number - 1}"
    return Reading("DATE", value, COUNTED) if 1 <= number <= 10 and hundreds < 100 else None


def century(piece: Piece, _scene: Scene) -> Reading | None:
    """A century: "the 13th century" is `12`."""
    number = number_of(piece, "n")
    if piece.value("u") != "CE" or number is None or not 1 < number < 30:
        return None
    if COMPANY.search(piece.words.text[piece.start : piece.end + 3]):
        return None
    return Reading("DATE", f"{number - 1:02}", AS_WRITTEN, mod=mod_of(piece, "p"))


def fiscal(piece: Piece, scene: Scene) -> Reading | None:
    """A fiscal year, as the calendar year that it is named after."""
    if piece.has("y"):
        year, raw = year_of(piece, scene) or 0, piece.value("yy")
        if raw is None:
            return Reading("DATE", f"{year:04}", "the fiscal year, named after its year")
        last = year // 100 * 100 + int(raw) if len(raw) < 4 else full_year(raw, None)
        if last != year + 1:
            return None
        ends = f"{year:04}", f"{last:04}"
        return Reading("DATE", None, "the fiscal year " + AS_WRITTEN, pair=ends)
    if scene.reference is None:
        return unread()
    if piece.next_is("ended") or piece.previous == "throughout":
        return Reading("DURATION", "P1Y", "a length of time")
    value = f"{scene.reference.year + step_of(piece):04}"
    return Reading("DATE", value, COUNTED, anchor=scene.anchor())


def season(piece: Piece, scene: Scene) -> Reading | None:
    """A season: of the year written, of this, last or next year, or the nearest that fits."""
    code, mod = piece.value("s") or "", mod_of(piece, "p")
    if piece.has("y"):
        return Reading("DATE", f"{piece.value('y')}-{code}", AS_WRITTEN, mod=mod)
    if not piece.has("r") and not _in_time(piece, code):
        return None
    if scene.reference is None:
        return unread(mod=mod)
    words = piece.text("r")
    if piece.has("r") and not piece.holds("coming") and words.split()[-1] not in ("past", "that"):
        begun = code == "WI" and scene.reference.month < 3  # this winter is named after last year
        year = scene.reference.year + step_of(piece) - begun
        return Reading("DATE", f"{year:04}-{code}", COUNTED, mod=mod, anchor=scene.anchor())
    if "past" in words:
        first = days_of(f"{scene.reference.year:04}-{code}")
        found = scene.reference.year - bool(first and first[1] >= scene.reference)
    else:
        found = scene.nearest_year(code, piece) or scene.reference.year
    why = "the nearest such season that fits the sentence"
    return Reading("DATE", f"{found:04}-{code}", why, mod=mod, anchor=scene.anchor())


def _in_time(piece: Piece, code: str) -> bool:
    """Whether a season without a word beside it stands where a time stands: "in spring"."""
    if piece.previous not in (
        "in",
        "until",
        "since",
        "by",
        "over",
        "during",
        "throughout",
        "through",
        "of",
        "into",
        "last",
        "before",
        "after",
        "early",
        "late",
    ) and not piece.has("p"):
        return False
    after = piece.words.text[piece.end : piece.end + 4].lower()
    return not (code in ("FA", "SP") and after.startswith((" of", "-")))


YEARS: dict[str, Reader] = {
    reader.__name__: reader
    for reader in (year, hijri, wordyear, yearrange, decade, century, fiscal, season)
}
