"""Today, yesterday, tomorrow: days that count from the day of writing, and what only looks like them."""

from __future__ import annotations

import re
from fractions import Fraction

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.numerals import read_number
from summitparse.extractors.dates.parts import mod_of, on_day
from summitparse.extractors.dates.scene import COUNTED, Reader, Reading, Scene, unread
from summitparse.extractors.dates.side import cue_lists
from summitparse.extractors.dates.values import stepped
from summitparse.syntax import clause_head, tense

__all__ = ["TODAY"]

STATE = re.compile(r"\bstill\s(?:\w{1,15}\s){1,2}$|\b(?:it|they|we|he|she)\s(?:is|are)\s$")
"""What stands before a "today" that means these days."""
AS = re.compile(r"\bas\s(?:\w{1,20}\s){1,3}$")
"""The first half of "as strong today as"."""
MANY_OF = re.compile(r"\b(?:many|most|some|few|all|much|none|half) of $")
OPENING = re.compile(r"(?:^|[.!?:”\"\n]\s*)(?:(?:and|but|yet)\s)?$")


def deictic(piece: Piece, scene: Scene) -> Reading | None:
    """Today, yesterday, tomorrow; "the day after tomorrow", "two weeks from today"."""
    unit = piece.value("u") or "D"
    if scene.reference is None or unit.startswith("T"):
        return unread() if scene.reference is None else None
    named = piece.value("w") or "0"
    base = stepped(scene.reference, "D", int(named) if named.lstrip("-").isdigit() else 0)
    if piece.words.raw(piece.first)[0] == "T" and _is_title(piece, scene):
        return None
    if not piece.has("s"):
        if _is_modern(piece, scene):
            return None
        if named == "0" and _nowadays(piece, scene):
            return Reading("DATE", "PRESENT_REF", "today as against the past, no day")
        return on_day(base, scene, COUNTED, mod_of(piece))
    count = read_number(piece.values("n")) if piece.has("n") else Fraction(1)
    sign = -1 if piece.text("s") == "before" else 1
    if base is None or count is None or count > 10**5:
        return None
    return on_day(stepped(base, unit, sign * int(count)), scene, COUNTED)


def _is_title(piece: Piece, scene: Scene) -> bool:
    """Whether "Today" ends a name: "USA Today"."""
    token = scene.token(piece)
    inside = token is not None and token.i > token.sent.start and token.text == "Today"
    if re.match(r"\s(?:programme|program|show)\b", piece.words.text[piece.end : piece.end + 11]):
        return True
    named = token is not None and inside and token.nbor(-1).pos_ == "PROPN"
    return named or piece.previous in cue_lists()["before_today"]


def _is_modern(piece: Piece, scene: Scene) -> bool:
    """Whether "today's" only says modern: "in today's world", "many of today's looms"."""
    nouns = "|".join(cue_lists()["after_todays"])
    after = piece.words.text[piece.end : piece.end + 20]
    modern = re.match(rf"['’]s\s(?:{nouns})\b", after) or MANY_OF.search(scene.before(piece))
    return bool(modern) and piece.next_is("genitive") and piece.text("w") == "today"


def _nowadays(piece: Piece, scene: Scene) -> bool:
    """Whether "today" means these days: "as strong today as", "what it is today"."""
    text = piece.words.text
    after, before = text[piece.end : piece.end + 6], scene.before(piece)
    if re.match(r"\sthan\s", after) or (re.match(r"\sas\s", after) and AS.search(before)):
        return True
    return bool(STATE.search(before)) or _opens_a_state(piece, scene)


def _opens_a_state(piece: Piece, scene: Scene) -> bool:
    """Whether "Today," opens a sentence in the simple present: "Today, most farms have wells"."""
    token = scene.token(piece)
    if token is None or not piece.next_is("comma") or not OPENING.search(scene.before(piece)):
        return False
    head = clause_head(token)
    return tense(head) == "present" and "VerbForm=Part" not in str(head.morph)


TODAY: dict[str, Reader] = {"deictic": deictic}
