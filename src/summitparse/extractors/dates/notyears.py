"""Four digits that are no year: amounts, counts, numbers of resolutions, products, rooms."""

from __future__ import annotations

import re

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.scene import Scene

__all__ = ["is_year"]

GLUED_BEFORE = re.compile(r"(?:[$€£¥₹#°]\s?|[\w][-./:@_+]|\d,|\d )$")
GLUED_AFTER = re.compile(r"\s?[%°€£¥]|[-/.:@]?\d|[:_@/=]\w|,\d{3}\b|[^\W\d_]|-[a-z]+-old\b")
NUMBERED = re.compile(
    r"\b(?:resolutions?|nos?|number|numbers|flight|route|room|version|iso|usd|eur|gbp|us|model|"
    r"article|section|page|order|directive|regulation|build|unit|suite|box)\.?\s$",
    re.IGNORECASE,
)
HEDGED = re.compile(r"\b(?:than|about|around|some|over|nearly|least|up to|almost|roughly)\s$")
COUNTED = re.compile(
    r"\s(?:people|men|women|children|troops|soldiers|workers|jobs|tonnes|tons|percent|per\scent|"
    r"met(?:re|er)s|kilomet(?:re|er)s|miles|dollars|euros|megawatts|shares|barrels|hectares|km|kg|"
    r"feet|votes|years?|months|days|hours|points|homes|houses|acres|yuan|rubles|mw)\b"
)
PLURAL = re.compile(r"\s[a-z]{3,20}s\b")
DATED = re.compile(r"\b(?:in|since|by|of|until|from|year|after|before|circa|c\.)\s$|\($")


def is_year(piece: Piece, scene: Scene) -> bool:
    """Whether four digits are a year: 1800 to 2099 unless something speaks against it.

    Other years from 1000 on need a preposition of time, a bracket or "about" before them.
    """
    text = scene.words.text
    before, after = text[max(0, piece.start - 25) : piece.start], text[piece.end : piece.end + 25]
    if GLUED_BEFORE.search(before) or GLUED_AFTER.match(after) or NUMBERED.search(before):
        return False
    if COUNTED.match(after) or (PLURAL.match(after) and HEDGED.search(before)):
        return False
    number = int(piece.value("y") or 0)
    if 1800 <= number <= 2099:
        return True
    return (
        number < 2200
        and bool(DATED.search(before) or piece.holds("approx"))
        and not PLURAL.match(after)
    )
