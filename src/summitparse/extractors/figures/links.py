"""What a figure measures: the phrase that its clause, its noun or the figure before it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitparse.extractors.figures.clauses import Clause, clause_of, figure_head
from summitparse.extractors.figures.draft import Draft
from summitparse.extractors.figures.nouns import Tokens
from summitparse.extractors.figures.words import forms_of, past_only, word_set
from summitparse.models import Span
from summitparse.syntax import char_range, noun_phrase, prepositions_of
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["subject_of_figure"]

SHARE_OF = frozenset(("of", "in", "for"))
MODIFIES = rel.COMPOUND | rel.NUMBER | rel.ADJECTIVE | rel.BARE_OBLIQUE | rel.OBLIQUE
RATE = re.compile(r"\s*(?:=|equals?\b)\s*[^\s\d]{0,4}\d")
RATE_BEFORE = re.compile(r"\d[^\n()]{0,14}(?:=|\bequals?)\s*$")
GOES_ON = re.compile(r"[^.;:()\n]{0,60}, (?:or )?(?:up|down)(?: by)? |,? (?:valued at|worth) ")
"""Between a figure and one that tells how far it moved, or what it is worth."""
ALIKE = re.compile(r",? (?:and |or |\()?$|,$")
"""Between figures that stand in one list, or convert one another."""
MORE = re.compile(r" (?:more|less|fewer|higher|lower|up|down)\b")
LED_BY = re.compile(r"that |of (?:the |its |their )?")
LAST_WORD = re.compile(r"[^\w]*\b([^\W\d_]+)[^\w]*$")
POSSESSIVE = re.compile(r"(?:[\w.-]+ )*[\w.-]+(?:['’]s?|s['’])\s*$")
LONGEST_STOP = 24
"""Characters; longer than any word that ends a phrase."""
LONGEST_SUBJECT = 200
"""Characters; a longer phrase is a parsing accident."""
NAMES = frozenset(("NOUN", "PROPN", "PRON", "X", "SYM"))


def subject_of_figure(
    tokens: Tokens, made: Draft, before: tuple[Draft, Span | None] | None = None
) -> Span | None:
    """What a figure measures: what its clause says it of, what it is a share of, what is counted.

    `before`: the figure before it with its subject, of which it may say how far it moved.
    """
    if made.kind == "count" and made.head >= 0:
        token = tokens.doc[made.head]
        start = max(made.number.end, made.end) if made.end <= token.idx else made.number.end
        return _trimmed(tokens.text, start, token.idx + len(token))
    if not tokens.parsed or made.kind == "ordinal" or _is_rate(tokens.text, made):
        return None
    if before is not None and before[1] is not None and _goes_on(tokens, before[0], made):
        return before[1]
    clause = clause_of(tokens, made.span_start, made.end)
    if clause.words:
        return _named(tokens, *char_range(tokens.doc, clause.words))
    measured = _measured(tokens, made, clause)
    if measured is None or measured.i in tokens.taken:
        return None
    start, end = char_range(tokens.doc, noun_phrase(measured))
    if clause.verb is not None and start < clause.verb.idx < end and measured.i < clause.verb.i:
        end = clause.verb.idx
    return _named(tokens, *_without(tokens.text, start, end, made))


def _is_rate(text: str, made: Draft) -> bool:
    """'$1 = 32.50 baht': what one currency is worth says nothing of the clause around it."""
    led = RATE_BEFORE.search(text, max(0, made.span_start - 24), made.span_start)
    return bool(led or RATE.match(text, made.end))


def _goes_on(tokens: Tokens, before: Draft, made: Draft) -> bool:
    """'revenue of $3.4bn, *up 5 %*', 'a budget of $4bn, *6 % more* than this year'."""
    text = tokens.text
    between = text[before.end : made.span_start]
    if GOES_ON.fullmatch(between) or (between == ", " and MORE.match(text, made.end)):
        return True
    return before.kind == made.kind != "count" and bool(ALIKE.fullmatch(between))


def _measured(tokens: Tokens, made: Draft, clause: Clause) -> Token | None:
    head = figure_head(tokens, made.start, made.end)
    if clause.moved and clause.subject is not None:
        return clause.subject
    whole = _share(head, made)
    if whole is not None:
        told = clause.subject is not None and clause.subject.i < head.i
        return clause.subject if told and _measures(clause) else whole
    return _through_noun(tokens, head, made, clause) or clause.subject


def _measures(clause: Clause) -> bool:
    verb = clause.verb
    return verb is not None and verb.lower_ in forms_of("measure_verbs") | forms_of("share_verbs")


def _share(head: Token, made: Draft) -> Token | None:
    """'30 percent *of their waters*'."""
    if made.unit != "percent" and made.number.kind != "fraction":
        return None
    pairs = prepositions_of(head)
    return next((noun for case, noun in pairs if case.lower_ == "of" and noun.i > head.i), None)


def _through_noun(tokens: Tokens, head: Token, made: Draft, clause: Clause) -> Token | None:
    """'a 3 % drop *in exports*', 'a rise *in trade* of 5 %', 'a $10 billion *target*'."""
    after = tokens.doc[tokens.at(made.end - 1) + 1 : tokens.at(made.end - 1) + 2].text
    change = after in word_set("up_nouns") or after in word_set("down_nouns")
    noun = tokens.doc[tokens.at(made.end - 1) + 1] if change else head.head
    if noun.i == head.i or noun.pos_ not in ("NOUN", "PROPN", "ADJ") or noun == clause.verb:
        return None
    if noun.lower_ in word_set("up_nouns") or noun.lower_ in word_set("down_nouns"):
        pairs = prepositions_of(noun)
        measured = (each for case, each in pairs if case.lower_ in SHARE_OF and each.i != head.i)
        own = clause.verb is not None and noun.i < clause.verb.i
        return next(measured, None) or (noun if own else clause.subject)
    if noun.i in tokens.taken or noun.pos_ == "ADJ":
        return None
    if noun.lower_ in word_set("reached") and clause.subject is not None and clause.subject != noun:
        return clause.subject
    return noun if head.dep_ in MODIFIES and made.kind != "percent" else None


def _without(text: str, start: int, end: int, made: Draft) -> tuple[int, int]:
    """A phrase without the figure in it: what stands before it, else what comes behind."""
    if not start <= made.start < end:
        return start, end
    before = min(made.span_start, made.start)
    told = before - start > len("the ") and not POSSESSIVE.fullmatch(text[start:before])
    return (start, before) if told else (made.end, end)


def _named(tokens: Tokens, start: int, end: int) -> Span | None:
    """The phrase, if it has a noun besides figures: "the 15th" and "a record" name nothing."""
    first = tokens.at(start)
    while (
        first in tokens.dated and first + 1 < len(tokens.doc) and _goes_beyond(tokens, first, end)
    ):
        first += 1
        start = tokens.doc[first].idx
    span = _trimmed(tokens.text, start, end)
    if span is None:
        return None
    words = tokens.doc[tokens.at(span.start) : tokens.at(span.end - 1) + 1]
    if words[0].lower_ in past_only():  # the clause itself
        return None
    return span if any(_names(each) for each in words) else None


def _goes_beyond(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the phrase goes on behind a date that it begins with: "*the second quarter* sales"."""
    following = tokens.doc[at + 1]
    return following.idx < end and following.text not in ("'s", "’s", "'", "’")


def _names(word: Token) -> bool:
    if word.lower_ in word_set("nameless") or word.text[:1].isdigit():
        return False
    noun = word.pos_ in NAMES or word.lower_ in word_set("ing_nouns")
    return noun or word.is_sent_start or word.dep_ in rel.SUBJECT


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
