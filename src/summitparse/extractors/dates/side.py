"""On which side of the day of writing a sentence points: by cue words and by the governing verb."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from summitparse.extractors.dates.behind import is_behind, is_over_until
from summitparse.extractors.dates.cues import cue_lists, text_before
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.values import Days
from summitparse.extractors.dates.words import letter_of
from summitparse.syntax import clause_head, is_root, tense
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Parse", "Side", "cue_lists", "side_of", "text_before"]

AIM = re.compile(
    r"\blook(?:s|ed|ing)? forward to [^.;:!?\"”]{3,60} $"
    r"|\bas soon as (?:\w{1,20} ){1,4}$"
    r"|\b(?:to be|(?:set|due|slated|poised|scheduled|ready) to) \w{3,20}(?: \w{1,12}){0,2} $"
)
"""An infinitive or "as soon as" before a date; in a headline no parser knows it."""
HAD_BEEN = re.compile(r"\bhad been (?:\w{1,12} ){0,4}$")
"""What turns a plan into one of the past: "had been due to end on Friday"."""
HALF_DAY = re.compile(r"\b[ap]\.\s?m\.")
DEADLINES = {"by": 2.0, "through": 1.0, "into": 1.0}
"""Before a date that may lie ahead of a verb in the past ("had it moved by June"): how likely."""
BESIDE_NOUN = 1.5
"""The same for a date that describes a noun, which needn't be of the verb's time: "the May visit"."""
CLIMB = 4
"""How many clauses up a verb with a tense is looked for."""
Way = Literal["past", "present", "future", "aim"]
"""Where a sentence points; an infinitive ("to meet in May") is an aim."""
PENALTY = {"cue": 50.0, "future": 10.0, "past": 10.0, "aim": 5.0, "present": 1.5}
"""How much nearer a date on the wrong side must be to win, by how the side is known."""


@dataclass(frozen=True, slots=True)
class Side:
    """On which side of the day of writing a sentence points, and how a date beyond it is punished."""

    way: Way | None = None
    penalty: float = 1.0
    planned: bool = False
    """Whether words of a plan say so ("set to meet on Friday")."""
    deadline: bool = False
    """Whether only "by" or the like may look ahead, from a verb in the past."""

    def cost(self, days: Days, reference: date) -> float:
        """How far days lie from the day of writing, farther on the wrong side."""
        if days[0] <= reference <= days[1]:
            return 0
        ahead = days[0] > reference
        distance = (days[0] - reference).days if ahead else (reference - days[1]).days
        wrong = self.way == "past" if ahead else self.way in ("future", "aim", "present")
        return distance * (self.penalty if wrong else 1)


class Parse:
    """A parsed Doc whose tokens are found by character offset."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._offsets: list[int] = doc.to_array("IDX").tolist()

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character, or the last before it."""
        index = bisect_right(self._offsets, offset) - 1
        return self._doc[index] if index >= 0 else None


def side_of(piece: Piece, token: Token | None) -> Side:
    """Where the sentence points: by a cue word directly before, by its verb, by words like "will"."""
    before = text_before(piece)
    if _cue("past").search(before) or HAD_BEEN.search(before):
        return Side("past", PENALTY["cue"])
    if _cue("future").search(before):
        over = token is not None and is_over_until(piece, token)
        return Side("past" if over else "future", PENALTY["cue"])
    if _cue("coming").search(before):
        return Side("future", PENALTY["future"])
    if is_behind(piece, token):
        return Side("past", PENALTY["cue"])
    if _is_attribute(piece, token):
        way = _verbal(token) if token is not None else None
        return (
            Side(way, BESIDE_NOUN) if way in ("past", "future") and not piece.has("wd") else Side()
        )
    if AIM.search(before):
        return Side("aim", PENALTY["aim"], planned=True)
    way = _verbal(token) if token is not None else None
    way = way or _plain(before)
    if piece.previous in DEADLINES and way == "past" and piece.kind != "weekday":
        return Side("aim", DEADLINES[piece.previous], deadline=True)
    return Side(way, PENALTY[way]) if way else Side()


def _is_attribute(piece: Piece, token: Token | None) -> bool:
    """Whether the date only describes a noun: "Tuesday's vote", "a June deal"."""
    follows = piece.words.letters[piece.last : piece.last + 2]
    night = letter_of("daypart") + letter_of("genitive")
    if piece.next_is("genitive") or follows == night:
        return True
    if piece.previous == "the" and token is not None and token.dep_ in rel.COMPOUND:
        return True
    return (
        piece.previous in ("a", "an")
        and piece.words.text[piece.end : piece.end + 2].strip().islower()
    )


@lru_cache(maxsize=8)
def _cue(name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in cue_lists()[name])
    if name.endswith("words"):
        return re.compile(rf"(?<!\bbe )(?<!\bto )\b(?:{words})\b")
    filler = "|".join(cue_lists()["fillers"])
    return re.compile(rf"\b(?:{words})\W{{1,2}}(?:(?:{filler})\W){{0,2}}$")


def _plain(before: str) -> Way | None:
    """The side by the last telling word before, without a parse."""
    clause = re.split(r"[.;!?\n]", HALF_DAY.sub("", before))[-1]
    ahead = max((hit.start() for hit in _cue("future_words").finditer(clause)), default=-1)
    behind = max((hit.start() for hit in _cue("past_words").finditer(clause)), default=-1)
    if ahead == behind:
        return None
    return "future" if ahead > behind else "past"


def _verbal(token: Token) -> Way | None:
    """The side by the verb that governs the token, or one above it that has a tense."""
    for step in range(CLIMB):
        head = clause_head(token)
        way = "past" if _is_since(token, head) else _way(head)
        if step and way == "present":
            return None
        if step == 0 and _is_aimed_beside(token, head):
            way = "past"
        if way or is_root(head):
            return way
        token = _reported(head) or head.head
    return None


def _reported(head: Token) -> Token | None:
    """The clause that a verb of saying reports, where a clause after it hangs on that verb.

    "She said they will tour the coast, arriving on Monday": they arrive.
    """
    between = head.head.rights if head.dep_ in rel.ADVERBIAL_CLAUSE and head.i > head.head.i else ()
    return next(
        (other for other in between if other.dep_ in rel.COMPLEMENT_CLAUSE and other.i < head.i),
        None,
    )


def _is_aimed_beside(token: Token, head: Token) -> bool:
    """Whether a date stands at the end of an aim that a past verb's noun has, beside that aim's object.

    "They extended their offers to buy the maker Friday": it is the day of the past verb.
    """
    noun = head.head
    return (
        token.dep_ in rel.BARE_OBLIQUE
        and token.head.i != head.i
        and head.dep_ in rel.NOUN_CLAUSE
        and tense(head) == "infinitive"
        and tense(clause_head(noun)) == "past"
    )


def _is_since(token: Token, head: Token) -> bool:
    """Whether "since" or "following" introduces a phrase that the token is in, up to its clause."""
    for _ in range(2 * CLIMB):
        if any(child.lower_ in ("since", "following") for child in token.lefts):
            return True
        if token.i == head.i or is_root(token):
            return False
        token = token.head
    return False


def _way(head: Token) -> Way | None:
    if head.lower_ == "dawn":
        return None  # a time of day ("before dawn on Tuesday"), whatever the tagger says
    if head.lemma_ in cue_lists()["planned"] and not _has(head, "as"):
        return "past" if _has(head, "had") else "future"
    if _has(head, "would"):
        return "aim"
    if _is_possible(head):
        return "future"
    found = tense(head)
    if found == "infinitive" and (_is_first(head.head) or _is_bare(head)):
        return None
    if found == "infinitive":
        return "past" if _has(head.head, "had") or _is_done(head.head) else "aim"
    if found == "present" and _has(head, "to"):
        return "future"
    if found == "past" and (_is_supposed(head) or (_has(head, "to") and _has(head, "was"))):
        return "aim"
    state = head.pos_ == "ADJ" or head.lemma_ in cue_lists()["states"]
    describes = found == "present" and state
    return None if found == "none" or describes else found


def _is_supposed(head: Token) -> bool:
    """Whether a clause only supposes what it tells: "if no ruling came by September"."""
    return _has(head, "if")


def _is_possible(head: Token) -> bool:
    """Whether a modal says what may come about: "may agree by autumn", not "could not agree"."""
    words = {child.lower_ for child in head.lefts}
    modal = any(
        child.lower_ in cue_lists()["modals"] and child.dep_ in rel.AUXILIARY
        for child in head.lefts  # "in May" is no modal
    )
    return modal and not words & {"have", "not", "n't", "n’t", "never"}


def _is_bare(head: Token) -> bool:
    """Whether an infinitive without "to" is told in its verb's time: "saw him speak on Monday"."""
    marked = any(child.dep_ in rel.MARKER | rel.AUXILIARY for child in head.lefts)
    told = tense(head.head) in ("past", "none")  # "let's go on Monday" isn't
    return head.dep_ in rel.OPEN_CLAUSE and told and not marked


def _is_first(noun: Token) -> bool:
    """Whether an infinitive tells what somebody was the first to do: "the first woman to win"."""
    return any(child.text.lower() in cue_lists()["firsts"] for child in noun.lefts)


def _is_done(governor: Token) -> bool:
    """Whether what a verb governs came about with it: "failed to agree on Monday"."""
    return governor.lemma_ in cue_lists()["implicative"] and tense(governor) in ("past", "none")


def _has(head: Token, word: str) -> bool:
    """Whether a word hangs on the verb before it."""
    return any(child.lower_ == word for child in head.lefts)
