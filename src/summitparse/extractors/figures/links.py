"""What a figure measures, and its period: from the parse and the dates near it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from summitparse.extractors.figures.draft import Draft
from summitparse.extractors.figures.nouns import Tokens
from summitparse.extractors.figures.words import word_set
from summitparse.models import DateMention, Span
from summitparse.syntax import char_range, logical_subject, noun_phrase, object_of, prepositions_of
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Periods", "figure_head", "subject_of_figure", "verb_of"]

AFTER = 70
"""Characters between a figure and the date of its period behind it."""
BEFORE = 110
BREAK = re.compile(
    r"[.!?;:][\"'”’)]*\s|\n\n|\b(?:while|whereas|against|compared|from|than|versus)\b"
)
SENTENCE_BREAK = re.compile(r"[.!?;][\"'”’)]*\s|\n\n")
BRACKET = re.compile(r"\([^()]{0,60}\)")
LEVEL = re.compile(r"\s*(?:\(|to |or |,? ?up |,? ?down )")
"""What joins the amount of a change to the level reached: both have one period."""
CLIMB = 8
"""Steps from a figure up to its verb."""
MOVED_BY = frozenset(("to", "by", "at", "from"))
SHARE_OF = frozenset(("of", "in", "for"))
VERBS = frozenset(("VERB", "AUX"))
MODIFIES = rel.COMPOUND | rel.NUMBER | rel.ADJECTIVE | rel.BARE_OBLIQUE | rel.OBLIQUE
PERIODS = frozenset(("DATE",))
LED_BY = re.compile(r"that |of (?:the |its |their )?")
LAST_WORD = re.compile(r"[^\w]*\b([^\W\d_]+)[^\w]*$")
LONGEST_STOP = 24
"""Characters; longer than any word that ends a phrase."""
LONGEST_SUBJECT = 200
"""Characters; a longer phrase is a parsing accident."""
ENDED = 15
"""How many characters may stand between a length and the day named as its last."""


class Periods:
    """The dates a figure's period can be, by place."""

    def __init__(self, text: str, dates: Sequence[DateMention], kept: Sequence[Draft]) -> None:
        self._text = text
        self._dates = sorted(
            (date for date in dates if date.type in PERIODS), key=lambda date: date.span.start
        )
        self._whole = _wholes(dates)
        self._starts = [date.span.start for date in self._dates]
        self._kept = kept

    def of(self, made: Draft) -> str | None:
        """The id of the date that says when a figure holds: behind it, else before it."""
        if made.kind in ("duration", "ordinal") or not self._dates:
            return None
        found = self._behind(made) or self._ahead(made)
        return self._whole.get(found, found) if found else None

    def _behind(self, made: Draft) -> str | None:
        at = bisect_left(self._starts, made.end)
        if at >= len(self._dates) or self._starts[at] - made.end > AFTER:
            return None
        between = self._text[made.end : self._starts[at]]
        if BREAK.search(BRACKET.sub("", between)) or self._other(made.end, self._starts[at]):
            return None
        return self._dates[at].id

    def _ahead(self, made: Draft) -> str | None:
        at = bisect_left(self._starts, made.start) - 1
        if at < 0:
            return None
        end = self._dates[at].span.end
        between = self._text[end : made.start]
        if end > made.start or len(between) > BEFORE or SENTENCE_BREAK.search(between):
            return None
        return self._dates[at].id

    def _other(self, start: int, end: int) -> bool:
        """Whether a figure of its own stands between; a converted amount or level is none."""
        kept = self._kept
        at = bisect_left(kept, start, key=_start)
        while at < len(kept) and kept[at].start < end:
            if not LEVEL.match(self._text, start, kept[at].start + 1):
                return True
            start, at = kept[at].end, at + 1
        return False


def _wholes(dates: Sequence[DateMention]) -> dict[str, str]:
    """The period that a day only ends, by the day's id: "the fiscal year ended March 31"."""
    ordered = sorted(dates, key=lambda date: date.span.start)
    return {
        last.id: length.id
        for length, last in pairwise(ordered)
        if length.type == "DURATION" and length.latest is not None
        if length.latest == last.latest and last.span.start - length.span.end < ENDED
    }


def _start(made: Draft) -> int:
    return made.start


def subject_of_figure(tokens: Tokens, made: Draft) -> Span | None:
    """What a figure measures: what it is a share of, the subject of its verb, or what is counted."""
    if made.kind == "count" and made.head >= 0:
        token = tokens.doc[made.head]
        start = max(made.number.end, made.end) if made.end <= token.idx else made.number.end
        return _trimmed(tokens.text, start, token.idx + len(token))
    if not tokens.parsed or made.kind == "ordinal":
        return None
    head = figure_head(tokens, made.start, made.end)
    verb, taken = verb_of(tokens, head), tokens.taken
    through = _share(head, made) or _through_noun(tokens, head, made)
    measured = through or _of_verb(verb, head, taken)
    if measured is None or measured.i in taken:
        return None
    start, end = char_range(tokens.doc, noun_phrase(measured))
    if verb is not None and start < verb.idx < end and measured.i < verb.i:
        end = verb.idx
    return _trimmed(tokens.text, *_without(start, end, made))


def figure_head(tokens: Tokens, start: int, end: int) -> Token:
    """The token of a figure that the others of it hang on."""
    doc, first, last = tokens.doc, tokens.at(start), tokens.at(end - 1)
    for place in range(first, last):
        token = doc[place]
        if not first <= token.head.i <= last:
            return token
    return doc[last]


def verb_of(tokens: Tokens, head: Token) -> Token | None:
    """The verb a figure hangs on, or the word that carries its copula."""
    token = head
    for _ in range(CLIMB):
        if token.pos_ in VERBS or token.i in tokens.predicates:
            return token
        head = token.head
        if head.i == token.i:
            return None
        token = head
    return None


def _share(head: Token, made: Draft) -> Token | None:
    """'30 percent *of their waters*'."""
    if made.unit != "percent" and made.number.kind != "fraction":
        return None
    pairs = prepositions_of(head)
    return next((noun for case, noun in pairs if case.lower_ == "of" and noun.i > head.i), None)


def _through_noun(tokens: Tokens, head: Token, made: Draft) -> Token | None:
    """'a 3 % drop *in exports*', 'a rise *in trade* of 5 %', 'a $10 billion *target*'."""
    noun, taken = head.head, tokens.taken
    if noun.i == head.i or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if noun.lower_ in word_set("up_nouns") or noun.lower_ in word_set("down_nouns"):
        pairs = prepositions_of(noun)
        measured = (each for case, each in pairs if case.lower_ in SHARE_OF and each.i != head.i)
        return next(measured, None) or _of_verb(verb_of(tokens, noun), noun, taken)
    if noun.i in taken:
        return None
    return noun if head.dep_ in MODIFIES and made.kind != "percent" else None


def _of_verb(verb: Token | None, head: Token, taken: Container[int]) -> Token | None:
    """The verb's subject; its object where the figure only says how far that went."""
    if verb is None:
        return None
    moved = object_of(verb)
    named = moved is not None and moved.i < head.i and moved.i not in taken
    if moved is not None and named and _case(head) in MOVED_BY:
        return moved
    subject = logical_subject(verb)
    return subject if subject is not None and subject.i != head.i else None


def _case(head: Token) -> str:
    """The preposition of a figure ("raise it *to* 5 %"), in either scheme."""
    if head.head.dep_ in rel.PREPOSITION_HEAD:
        return head.head.lower_
    cases = (child.lower_ for child in head.children if child.dep_ in rel.PREPOSITION_CHILD)
    return next(cases, "")


def _without(start: int, end: int, made: Draft) -> tuple[int, int]:
    """A phrase without the figure in it: what stands before it, else what comes behind."""
    if not start <= made.start < end:
        return start, end
    before = min(made.span_start, made.start)
    return (start, before) if before - start > len("the ") else (made.end, end)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The words without marks and prepositions at their ends."""
    while start < end and not text[start].isalnum():
        start += 1
    if led := LED_BY.match(text, start, end):
        start = led.end()
    while (stop := _last_stop(text, start, end)) is not None:
        end = stop
    end = min(end, start + LONGEST_SUBJECT)
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ")\"'”’."):
        end -= 1
    return Span.of(text, start, end) if start < end else None


def _last_stop(text: str, start: int, end: int) -> int | None:
    """Where the last word begins, with the marks before it, if it is one that ends a phrase."""
    last = text[max(start, end - LONGEST_STOP) : end].rsplit(None, 1)[-1:]
    if last and last[0].isalpha() and last[0].lower() not in word_set("stops"):
        return None
    words = LAST_WORD.search(text, start, end)
    return words.start() if words and words[1].lower() in word_set("stops") else None
