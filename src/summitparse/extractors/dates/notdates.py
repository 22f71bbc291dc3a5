"""What looks like a date and is none: amounts, counts, numbers of resolutions; May, April, June."""

from __future__ import annotations

import re
from functools import lru_cache

from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.scene import Scene
from summitparse.extractors.dates.side import cue_lists

__all__ = ["is_month", "is_numbered", "is_year"]

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
NAMED = re.compile(r"\b(?:called|named|dubbed)\s(?:[A-Z]\w{0,20}\s){1,3}$")
"""What makes the year after it a part of a name ("a firm called Vega 1980")."""
PLURAL = re.compile(r"\s[a-z]{3,20}s\b")
DATED = re.compile(r"\b(?:in|since|by|of|until|from|year|after|before|circa|c\.)\s$|\($")


def is_numbered(piece: Piece) -> bool:
    """Whether "No.", "version", "Resolution" or the like stands before."""
    return bool(NUMBERED.search(piece.words.text[max(0, piece.start - 15) : piece.start]))


def is_year(piece: Piece, scene: Scene) -> bool:
    """Whether four digits are a year: 1800 to 2099 unless something speaks against it.

    Other years from 1000 on need a preposition of time, a bracket or "about" before them.
    """
    text = scene.words.text
    before, after = text[max(0, piece.start - 40) : piece.start], text[piece.end : piece.end + 25]
    if (
        GLUED_BEFORE.search(before)
        or GLUED_AFTER.match(after)
        or is_numbered(piece)
        or NAMED.search(before)
    ):
        return False
    if piece.previous == "at" and _priced().search(before):
        return False
    if COUNTED.match(after) or (PLURAL.match(after) and HEDGED.search(before)):
        return False
    raw = piece.value("y") or ""
    if not raw.isdecimal():
        return piece.previous in ("in", "since", "of", "until", "by", "summer", "winter")
    number = int(raw)
    if 1800 <= number <= 2099:
        return True
    return (
        number < 2200
        and bool(DATED.search(before) or piece.holds("approx"))
        and not PLURAL.match(after)
    )


@lru_cache(maxsize=1)
def _priced() -> re.Pattern[str]:
    """A verb that a price follows: "stood at 1930"."""
    return re.compile(rf"\b(?:{'|'.join(cue_lists()['priced'])})\w*(?:\s\w+)?\sat\s$")


NAMES = frozenset(("may", "april", "june", "august", "march", "jan", "mar", "jun", "dec"))
"""Months that are names or verbs as well: alone they need a word of time before them."""
SURE = frozenset(
    "in since by until till of last next this early late mid during before after around each every "
    "previous coming following past its through".split()
)
"""What makes the word after it a month."""
LIKELY = frozenset("on from to for between and a an the or 's ’s , ( - – — /".split())
"""What makes it one unless a capital follows ("and April Ryan")."""


def is_month(piece: Piece, scene: Scene) -> bool:
    """Whether a month's name alone is the month: not the verb, a person or a ticker symbol."""
    if piece.words.text[max(0, piece.start - 1) : piece.start] in ("$", "#", "@"):
        return False
    word = piece.text("mo").rstrip(".")
    if word not in NAMES or piece.last - piece.first > (2 if piece.text("mo").endswith(".") else 1):
        return True
    if piece.next_is("genitive") and _is_measured(piece):
        return True
    token = scene.token(piece)
    if (token is not None and token.pos_ in ("AUX", "VERB")) or (
        token is not None and token.ent_type_ == "PERSON"
    ):
        return False
    starts = (
        piece.first == 0
        or piece.previous in (".", "!", "?", "”", '"')
        or not piece.previous.strip()
    )
    if starts:
        return token is not None and token.pos_ == "PROPN" and not _speaks(piece)
    named = piece.words.text[piece.end : piece.end + 2].strip().isupper()
    likely = piece.previous in SURE or (piece.previous in LIKELY and not named)
    return likely and not _speaks(piece)


def _is_measured(piece: Piece) -> bool:
    """Whether a month has an amount or a measure ("above May's 2.1%"), and nobody is named like it."""
    text = piece.words.text
    after, name = text[piece.end : piece.end + 60], piece.text("mo").rstrip(".").capitalize()
    if re.search(
        rf"\b(?!In |By |On |For |Since |Last |This |Next |From |Until |To )[A-Z][a-z]+ {name}\b(?! \d)",
        text,
    ):
        return False
    nouns = "|".join(cue_lists()["measured"])
    return bool(
        re.match(
            rf"['’]s\s(?:[$€£¥+-]?\d|(?:[\w-]{{1,15}}\s){{0,3}}(?:{nouns})|[\w-]{{1,15}}\s\d)",
            after,
        )
    )


def _speaks(piece: Piece) -> bool:
    """Whether "said" follows: then the name is a person's."""
    return bool(
        re.match(r"\s(?:said|says|told|added)\b", piece.words.text[piece.end : piece.end + 8])
    )
