"""The year, month or decade that "the year" takes up from the words before it."""

from __future__ import annotations

import re

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.scene import AS_WRITTEN, Scene
from summitparse.extractors.dates.values import at, days_of
from summitparse.syntax import clause_head
from summitparse.syntax import labels as rel

__all__ = ["TAKEN_UP", "named_whole", "named_year"]

BOUND = re.compile(r"\b(?:since|until|till) $", re.IGNORECASE)
"""What a year only begins or ends: "the best since 2019"."""
NEAR_WHOLE = 200
"""How many characters back the year may stand that "the year" means."""
TAKEN_UP = "the one named just before"
THE_YEAR = ("the year", "that year", "the same year")
"""The words for a year named before."""


def named_whole(piece: Piece, scene: Scene, unit: str) -> str | None:
    """The year, month, quarter or decade just named with its year, which "the year" takes up.

    Not where the sentence looks ahead from a year that is over; "by" in a report doesn't.
    """
    start, named = next(
        (each for each in reversed(scene.known[-3:]) if each[1].type != "DURATION"), (0, None)
    )
    sure = named is not None and named.reason in (AS_WRITTEN, TAKEN_UP)
    days = days_of(named.value) if named and sure and not _in_aside(start, piece, scene) else None
    near = piece.start - start <= NEAR_WHOLE and "\n" not in piece.words.text[start : piece.start]
    if unit not in ("Y", "M", "Q", "DE") or days is None or named is None or not near:
        return None
    value = at(days[0], unit)
    fits = value is not None and len(value) <= len(named.value or "") and not named.compared
    over, side = scene.reference is not None and days[1] < scene.reference, scene.side(piece)
    ahead = over and side.way in ("future", "aim", "present") and not side.deadline
    return value if fits and not ahead else None


def _in_aside(start: int, piece: Piece, scene: Scene) -> bool:
    """Whether what was named only tells of a noun ("The firm, founded in 2005, ...") or bounds a time."""
    if BOUND.search(piece.words.text[max(0, start - 8) : start]):
        return True
    here, there = scene.parse and scene.parse.token_at(start), scene.token(piece)
    head = clause_head(here) if here else None
    if head is None or there is None or head.dep_ not in rel.NOUN_CLAUSE:
        return False
    return there.i not in {token.i for token in head.subtree}


def named_year(piece: Piece, scene: Scene) -> str | None:
    """The year that a part of it belongs to: "2023 ... in *the second half of the year*"."""
    return named_whole(piece, scene, "Y") if piece.text("whole") in THE_YEAR else None
