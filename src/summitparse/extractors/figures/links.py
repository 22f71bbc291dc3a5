"""What a figure measures: the phrase that its clause, its noun or the figure before it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitparse.extractors.figures.clauses import Clause, clause_of, ends_clause
from summitparse.extractors.figures.draft import Draft
from summitparse.extractors.figures.nouns import Tokens
from summitparse.extractors.figures.verbs import case_of, figure_head, is_noun, verb_before
from summitparse.extractors.figures.words import forms_of, past_only, word_set
from summitparse.models import Span
from summitparse.syntax import char_range, is_finite, noun_phrase, prepositions_of
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["subject_of_figure"]

SHARE_OF = frozenset(("of", "in", "for"))
MODIFIES = rel.COMPOUND | rel.NUMBER | rel.ADJECTIVE | rel.BARE_OBLIQUE | rel.OBLIQUE
RATE = re.compile(r"\s*(?:=|equals?\b)\s*[^\s\d]{0,4}\d")
RATE_BEFORE = re.compile(r"\d[^\n()]{0,14}(?:=|\bequals?)\s*$")
GOES_ON = re.compile(
    r"[^.;:()\n]{0,60}, (?:or )?(?:up|down)(?: by| from)? |,? (?:valued at|worth) "
)
"""Between a figure and one that tells how far it moved, or what it is worth."""
ALIKE = re.compile(r",? (?:and |or |\()?$|,$")
"""Between figures that stand in one list, or convert one another."""
MORE = re.compile(r" (?:more|less|fewer|higher|lower|up|down)\b")
BASE = re.compile(r"[^.;:()\n]{0,60}\b(?:from|against|versus|than|compared (?:with|to)) ")
LED = re.compile(r",? (?:up |down )?(?:from|against|versus|compared (?:with|to)) (?:an? |the )?")
LED_BY = re.compile(r"that |(?:out )?of (?:the |its |their )?")
LAST_WORD = re.compile(r"[^\w]*\b([^\W\d_]+)[^\w]*$")
POSSESSIVE = re.compile(r"['’]s?\s*$")
OWNED = frozenset(("'s", "’s", "'", "’"))
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
    last, known = before or (made, None)
    alike = made.kind == last.kind == "count" and made.head < 0 and made.unit == last.unit
    if alike and known and not _new_clause(tokens, last, made):
        return known
    if made.kind == "count" and made.head >= 0:
        token = tokens.doc[made.head]
        start = max(made.number.end, made.end) if made.end <= token.idx else made.number.end
        return _trimmed(tokens.text, start, token.idx + len(token))
    if not tokens.parsed or made.kind == "ordinal" or _is_rate(tokens.text, made):
        return None
    if known is not None and (_goes_on(tokens, last, made) or _is_led(tokens.text, last, made)):
        return known
    return _of_clause(tokens, made) or (known if _is_base(tokens.text, last, made) else None)


def _new_clause(tokens: Tokens, last: Draft, made: Draft) -> bool:
    """Whether a verb of its own says a number: "the toll rose to 41 and *that of the hurt fell* to 12"."""
    first, here = tokens.at(last.end), tokens.at(made.span_start)
    verb = verb_before(tokens, here)
    if verb is None or verb.i <= first:
        return False
    between = tokens.doc[first : verb.i]
    return any(each.pos_ in ("NOUN", "PROPN") for each in between)


def _of_clause(tokens: Tokens, made: Draft) -> Span | None:
    owned = _owned(tokens, made)
    clause = clause_of(tokens, made.span_start, made.end)
    if owned or clause.words:
        return _named(tokens, *char_range(tokens.doc, owned or clause.words or (0, 1)))
    measured = _measured(tokens, made, clause)
    if measured is None or measured.i in tokens.taken:
        return None
    start, end = char_range(tokens.doc, _phrase(tokens, measured, clause.verb))
    return next(filter(None, (_named(tokens, *part) for part in _parts(start, end, made))), None)


def _owned(tokens: Tokens, made: Draft) -> tuple[int, int] | None:
    """'last year's $3bn *trade deficit*': the nouns behind a figure that somebody or some time has."""
    doc, start = tokens.doc, tokens.at(made.end - 1) + 1
    first = tokens.at(made.span_start)
    if first == 0 or doc[first - 1].text not in OWNED:
        return None
    end = start
    while end < len(doc) and doc[end].pos_ in ("NOUN", "PROPN", "ADJ") and not tokens.holds(end):
        end += 1
    named = end > start and doc[end - 1].pos_ in ("NOUN", "PROPN")
    return (start, end) if named and not _is_change(doc[end - 1]) else None


def _phrase(tokens: Tokens, noun: Token, verb: Token | None) -> tuple[int, int]:
    """A noun's phrase before its verb, without a clause before or behind that hangs on it by error."""
    doc = tokens.doc
    start, end = noun_phrase(noun)
    if verb is not None and noun.i < verb.i:
        end = min(end, verb.i)
    acts = (at for at in range(noun.i + 1, end) if _acts(tokens, at, end))
    end = next((at for at in acts if not is_noun(tokens, doc[at])), end)
    while verb is not None and end < verb.i and is_noun(tokens, doc[end]):
        end += 1
    if start == noun.i and start and doc[start - 1].pos_ == "DET":
        start -= 1
    other = (at for at in range(noun.i + 1, end) if at in tokens.taken)
    end = next(other, end)
    cuts = (at for at in range(start, noun.i) if ends_clause(tokens, at) or _own(tokens, start, at))
    return max(cuts, default=start - 1) + 1, end


def _acts(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a verb in a noun's phrase is rather the clause's: finite, or with a figure behind it."""
    token = tokens.doc[at]
    if is_finite(token) or token.lower_ in past_only():
        return True
    return token.pos_ == "VERB" and any(each in tokens.taken for each in range(at, end))


def _own(tokens: Tokens, start: int, at: int) -> bool:
    """Whether a figure that somebody has ends here: "May's 2.2 % *gain*" is a gain."""
    ends = at in tokens.taken and at + 1 not in tokens.taken
    return ends and any(each.text in OWNED for each in tokens.doc[start:at])


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


def _is_led(text: str, last: Draft, made: Draft) -> bool:
    """'swelled to $2bn, *from* $1.6bn': nothing but a word of comparison between the two."""
    return last.kind == made.kind and bool(LED.fullmatch(text, last.end, made.span_start))


def _is_base(text: str, last: Draft, made: Draft) -> bool:
    """'$98 billion in 2025, *compared to* $85 billion': another value of the same."""
    return last.kind == made.kind and bool(BASE.fullmatch(text, last.end, made.span_start))


def _measured(tokens: Tokens, made: Draft, clause: Clause) -> Token | None:
    head = figure_head(tokens, made.start, made.end)
    reached = clause.subject is not None and case_of(head) == "to" and made.change is None
    if reached and clause.subject is not None and _is_change(clause.subject):
        return _changed(tokens, clause.subject, head, clause)  # "a rise in *profit* to $2bn"
    if clause.moved and clause.subject is not None:
        return clause.subject
    whole = _share(head, made)
    if whole is not None:
        told = clause.subject is not None and clause.subject.i < head.i
        return clause.subject if told and _measures(clause) else whole
    noun = _change_noun(tokens, head, made)
    if noun is not None and noun != clause.verb:
        return _changed(tokens, noun, head, clause)
    return _through_noun(tokens, head, made, clause) or clause.subject


def _measures(clause: Clause) -> bool:
    verb = clause.verb
    if verb is None:
        return False
    shares = verb.lower_ in forms_of("share_verbs")
    up = verb.doc[verb.i + 1 : verb.i + 2].text.lower() == "up"
    return verb.lower_ in forms_of("measure_verbs") or (shares and up)


def _share(head: Token, made: Draft) -> Token | None:
    """'30 percent *of their waters*'."""
    if made.unit != "percent" and made.number.kind != "fraction":
        return None
    pairs = prepositions_of(head)
    return next((noun for case, noun in pairs if case.lower_ == "of" and noun.i > head.i), None)


def _change_noun(tokens: Tokens, head: Token, made: Draft) -> Token | None:
    """'a 3 % *drop*', 'a *rise* of 5 %'."""
    last = tokens.at(made.end - 1)
    nouns: list[Token] = [*tokens.doc[last + 1 : last + 2], head.head]
    for noun in nouns:
        named = noun.i != head.i and noun.pos_ in ("NOUN", "PROPN", "ADJ")
        if named and _is_change(noun):
            return noun
    return None


def _is_change(noun: Token) -> bool:
    return noun.lower_ in word_set("up_nouns") or noun.lower_ in word_set("down_nouns")


def _through_noun(tokens: Tokens, head: Token, made: Draft, clause: Clause) -> Token | None:
    """'a $10 billion *target*', '*goods* worth $5 million'; of a "record high" who reached it."""
    first = tokens.at(made.start)
    if first > 1 and tokens.doc[first - 1].lower_ == "worth":
        led = tokens.doc[first - 2]
        named = led.pos_ in ("NOUN", "PROPN") or led.dep_ in rel.SUBJECT | rel.OBJECT
        return led if named and not tokens.holds(led.i) else None
    noun = head.head
    named = noun.pos_ in ("NOUN", "PROPN") or is_noun(tokens, noun)
    if any(each.pos_ == "CCONJ" for each in tokens.doc[head.i + 1 : noun.i]):
        return None
    if noun.i == head.i or not named or noun == clause.verb or tokens.holds(noun.i):
        return None
    if noun.lower_ in word_set("reached") and clause.subject is not None and clause.subject != noun:
        return clause.subject
    return noun if head.dep_ in MODIFIES and made.kind != "percent" else None


def _changed(tokens: Tokens, noun: Token, head: Token, clause: Clause) -> Token | None:
    """What a rise or fall is of: "a drop *in exports*", else who the clause says had it."""
    pairs = prepositions_of(noun)
    free = (pair for pair in pairs if pair[1].i != head.i and not tokens.holds(pair[1].i))
    found = next((each for case, each in free if case.lower_ in SHARE_OF), None)
    if found is not None or clause.verb is None or noun.i < clause.verb.i:
        return found or noun
    verb = clause.verb.lower_
    has = verb in forms_of("having_verbs") or verb in forms_of("measure_verbs")
    return clause.subject if has else None


def _parts(start: int, end: int, made: Draft) -> tuple[tuple[int, int], ...]:
    """A phrase without the figure in it: what stands before it, else what comes behind."""
    if not start <= made.start < end:
        return ((start, end),)
    before = (start, min(made.span_start, made.start))
    return (before, (made.end, end)) if before[1] > start else ((made.end, end),)


def _named(tokens: Tokens, start: int, end: int) -> Span | None:
    """The phrase, if it has a noun besides figures: "the 15th" and "a record" name nothing."""
    if POSSESSIVE.search(tokens.text, start, end):
        return None
    span = _trimmed(tokens.text, _undated(tokens, start, end), end)
    if span is None:
        return None
    words = tokens.doc[tokens.at(span.start) : tokens.at(span.end - 1) + 1]
    if words[0].lower_ in past_only():  # the clause itself
        return None
    return span if any(_names(each) for each in words) else None


def _undated(tokens: Tokens, start: int, end: int) -> int:
    """Where a phrase begins behind a date: "*the second quarter* sales", but not "*May*'s sales"."""
    doc, at = tokens.doc, tokens.at(start)
    while at in tokens.dated or (at < len(doc) and doc[at].pos_ == "ADP"):
        at += 1
    goes_on = at < len(doc) and doc[at].idx < end and doc[at].text not in OWNED
    return doc[at].idx if at > tokens.at(start) and goes_on else start


def _names(word: Token) -> bool:
    if word.lower_ in word_set("nameless") or word.text[:1].isdigit():
        return False
    noun = word.pos_ in NAMES or word.lower_ in word_set("ing_nouns")
    opens = word.is_sent_start and word.pos_ == "VERB"
    return noun or opens or word.dep_ in rel.SUBJECT


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
