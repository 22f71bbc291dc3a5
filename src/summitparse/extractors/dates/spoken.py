"""Whether a time of day is left without its day: in a request or a question, or in a week or month to come.

A report tells of the day it was written on; "Let's meet at 3 pm" doesn't say of which day it speaks,
and "next week at 3 pm" leaves it open. TIMEX3 writes such times `T15:00` (TimeML 1.2.1).
"""

from __future__ import annotations

import re
from functools import lru_cache

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.scene import Scene
from summitparse.extractors.dates.side import cue_lists
from summitparse.extractors.dates.values import unit_of

__all__ = ["in_sentence", "is_request", "is_spoken", "is_undated", "sentence_of"]

AROUND = 200
"""How many characters to either side belong to the sentence at most."""
BREAK = re.compile(r"[.!?][\"”’)]?(?=\s+[^a-z])|\n")
IT_IS = re.compile(r"\bit(?:['’]s| is)\s$")
"""What tells the time."""
REQUEST = re.compile(r"(?:please|let['’]s|can you|could you|will you)\b", re.IGNORECASE)
WHOLES = ("W", "WE", "M")


def is_undated(piece: Piece, scene: Scene) -> bool:
    """Whether nothing says which day a time of day belongs to."""
    if is_spoken(piece, scene):
        return True
    return in_sentence(piece, scene) and unit_of(scene.known[-1][1].value) in WHOLES


def is_spoken(piece: Piece, scene: Scene) -> bool:
    """Whether the sentence is said to somebody, no report: a question, a request, "I", "we", "you"."""
    told = IT_IS.search(scene.before(piece)) or _spoken().search(sentence_of(piece)[1])
    return bool(told) or is_request(piece, scene)


def in_sentence(piece: Piece, scene: Scene) -> bool:
    """Whether the date named last stands in the same sentence."""
    return bool(scene.known) and scene.known[-1][0] >= sentence_of(piece)[0]


def sentence_of(piece: Piece) -> tuple[int, str]:
    """Where the sentence begins, and its text."""
    text, first = piece.words.text, max(0, piece.start - AROUND)
    breaks = [match.end() for match in BREAK.finditer(text, first, piece.start)]
    start = breaks[-1] if breaks else first
    end = BREAK.search(text, piece.end, piece.end + AROUND)
    return start, text[start : end.start() if end else piece.end + AROUND].strip()


@lru_cache(maxsize=1)
def _spoken() -> re.Pattern[str]:
    words, opening = "|".join(cue_lists()["spoken"]), "|".join(cue_lists()["questions"])
    return re.compile(rf"\b[Ii]\b(?!\.)|\b(?i:{words})\b|^(?i:{opening})\b")


def is_request(piece: Piece, scene: Scene) -> bool:
    """Whether the sentence begins with its verb: "Book a table for 8 pm"."""
    if REQUEST.match(sentence_of(piece)[1]):
        return True
    token = scene.token(piece)
    if token is None:
        return False
    verb = token.doc[token.sent.start]
    return verb.pos_ == "VERB" and any(
        mark in str(verb.morph) for mark in ("Mood=Imp", "VerbForm=Inf")
    )
