"""The counted noun of a number: from the tags and the parse, else from the words that follow."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from summitparse.countries import country_by_demonym
from summitparse.english.inflection import is_plural, singular, unmarked_plurals
from summitparse.extractors.figures.words import word_set
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Counted", "Tokens", "counted_noun", "named_noun"]

REACH = 9
"""How many tokens after the number its noun may stand."""
NOUNS = frozenset(("NOUN", "PROPN"))
BEFORE_NOUN = frozenset(("ADJ", "NOUN", "PROPN", "ADV", "VERB", "NUM", "X", "SYM"))
ENDS_PHRASE = frozenset((".", ";", ":", "(", ")", "?", "!", "\u2014"))
WORDLIKE = re.compile(r"[^\W\d_][\w'’.-]*$")
COMPARED = frozenset(("more", "other", "less", "fewer", "additional", "such", "or"))
"""Words that elsewhere end what is counted, but not directly after the number."""
IN_A_ROW = frozenset(("straight", "consecutive", "successive", "running", "uninterrupted"))
HYPHENS = frozenset(("-", "/", "\u2010", "\u2011"))
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
NAME_JOINTS = frozenset(("and", "&", "-"))
MODELS = re.compile(r"(?<![\w-])((?:[A-Z][A-Za-z]{0,3}-?)?\d+[A-Z]*)s$")
"""Several of a model: "24 F-16s", "two A380s"."""
AHEAD = re.compile(r"(?:[A-Z]\w+ )?((?:[A-Z][A-Za-z]{0,3}-?)\d+[A-Z]*)s|([A-Z]\w+ \d+|\d+)s")


class Counted(NamedTuple):
    """Token index of the head noun and its singular."""

    token: int
    name: str


class Tokens:
    """A Doc with quick ways from characters to tokens."""

    def __init__(self, doc: Doc, text: str) -> None:
        self.doc = doc
        self.text = text
        """Kept, because spaCy puts a Doc's text together anew at each question."""
        columns = doc.to_array(["IDX", "POS", "DEP"]).T.tolist() if len(doc) else ([], [], [])
        self._starts: list[int] = columns[0]
        self._labels: list[int] = columns[2]
        self.tagged = any(columns[1]) or doc.has_annotation("TAG")
        self.parsed = any(self._labels)
        self.taken: set[int] = set()
        """Tokens of figures, which name nothing that is measured."""
        self.dated: set[int] = set()
        """Tokens of dates, which don't either."""

    @cached_property
    def predicates(self) -> frozenset[int]:
        """Tokens that carry a copula."""
        doc, strings = self.doc, self.doc.vocab.strings
        copula = [strings[label] for label in rel.COPULA]
        return frozenset(doc[at].head.i for at, dep in enumerate(self._labels) if dep in copula)

    def take(self, start: int, end: int) -> None:
        """Mark the tokens of a figure."""
        self.taken.update(range(self.at(start), self.at(end - 1) + 1))

    def date(self, start: int, end: int) -> None:
        """Mark the tokens of a date."""
        self.dated.update(range(self.at(start), self.at(end - 1) + 1))

    def holds(self, at: int) -> bool:
        """Whether a token is of a figure or a date."""
        return at in self.taken or at in self.dated

    def at(self, place: int) -> int:
        """The token that a character stands in (the one before, in white space)."""
        return max(0, bisect_right(self._starts, place) - 1)


def counted_noun(tokens: Tokens, first: int, last: int, *, one: bool) -> Counted | None:
    """The noun that the number in tokens `first` to `last` counts; `one`: its value is 1."""
    doc = tokens.doc
    while last + 1 < len(doc) and doc[last + 1].is_space:  # a line's end
        last += 1
    if models := _models(doc, last):
        return models
    if tokens.tagged:
        return _parsed(doc, first, last, one) or _tagged(doc, last, one) or _untagged(doc, last)
    return _guessed(doc, last, one)


def joined_noun(tokens: Tokens, last: int) -> Counted | None:
    """The noun joined to a number by a hyphen: "four-cylinder"."""
    doc, at = tokens.doc, last + 1
    while at < len(doc) and doc[at].text == "-":
        at += 1
    if at >= len(doc) or not WORDLIKE.match(doc[at].text) or doc[at].lower_ in word_set("stops"):
        return None
    return Counted(at, singular(doc[at].text.split("-")[0]))


def named_noun(tokens: Tokens, last: int) -> Counted | None:
    """The head of a name in capitals after the number: "3rd Belt and Road *Forum*"."""
    doc, at, best = tokens.doc, last + 1, None
    while at < len(doc) and at <= last + REACH:
        text = doc[at].text
        if at + 1 < len(doc) and doc[at + 1].lower_ in POSSESSIVE:
            break
        if text[0].isupper() and WORDLIKE.match(text):
            best = at
        elif text not in NAME_JOINTS or best is None:
            break
        at += 1
    return Counted(best, singular(doc[best].text)) if best is not None else None


def _models(doc: Doc, last: int) -> Counted | None:
    """Several of a model directly after the number, however its name is cut: "12 Su-57s"."""
    for at in range(last + 1, min(last + 5, len(doc))):
        if doc[at].text.endswith("s") and doc[at].text[0].isdigit() | doc[at].text[0].isupper():
            name = AHEAD.fullmatch(doc[last + 1 : at + 1].text)
            if name:
                return Counted(at, name[1] or name[2])
    return None


def _counted(token: Token) -> Counted | None:
    if model := MODELS.search(token.doc[max(0, token.i - 2) : token.i + 1].text):
        return Counted(token.i, model[1])
    text = token.text.rsplit("-", 1)[-1]
    if not WORDLIKE.match(text) or text.lower() in word_set("stops"):
        return None
    return Counted(token.i, singular(text))


def _people(token: Token) -> bool:
    """A people's name that is its own plural: "the three Japanese"."""
    alike = token.text.endswith(("ese", "sh", "ch", "ss"))
    return alike and token.text[0].isupper() and country_by_demonym(token.text) is not None


def _parsed(doc: Doc, first: int, last: int, one: bool) -> Counted | None:
    for place in range(first, last + 1):
        token = doc[place]
        if token.dep_ not in rel.NUMBER:
            continue
        head = token.head
        near = last < head.i <= last + REACH
        if near and head.pos_ in NOUNS and (one or is_plural(head.text)):
            between = doc[last + 1 : head.i]
            if not any(map(_ends, between)):
                return _counted(_whole(head))
    return None


def _ends(token: Token) -> bool:
    """Whether a noun phrase cannot go on past a token: a mark, a preposition, "had"."""
    verb = token.pos_ == "VERB" and token.lower_ in word_set("stops")
    return verb or token.text in ENDS_PHRASE or token.pos_ in ("ADP", "AUX")


def _whole(head: Token) -> Token:
    """The last of plurals in a row: "20 fisheries *agreements*"."""
    following = _word_after(head)
    while following is not None and following.pos_ == "NOUN" and is_plural(following.text):
        head, following = following, _word_after(following)
    return head


def _word_after(token: Token) -> Token | None:
    """The next token, past a line's end."""
    following = token.doc[token.i + 1 : token.i + 3]
    return next((each for each in following if not each.is_space), None)


def _tagged(doc: Doc, last: int, one: bool) -> Counted | None:
    """The last noun of the run of adjectives and nouns after the number."""
    best: Token | None = None
    if doc[last + 1 : last + 2].text == ",":
        return None
    for token in doc[last + 1 : last + 1 + REACH]:
        if token.is_space:
            continue
        if token.text in HYPHENS or token.lower_ in POSSESSIVE:
            best = None  # what it joins is one modifier: "gas-only options", "bachelor's degrees"
            continue
        if token.lower_ in ("and", "or") and _goes_on(token, best, last):
            continue
        if doc[token.i + 1 : token.i + 2].text in HYPHENS:
            continue
        if token.lower_ in word_set("stops") and not _modifies(token, last):
            break
        if token.pos_ in NOUNS:
            if best is not None and is_plural(best.text) and not is_plural(token.text):
                break
            best = token
        elif best is not None or (token.pos_ not in BEFORE_NOUN and token.text != ","):
            break
    if best is None:
        return None
    together = best.lower_ in word_set("gatherings")
    if one or together or is_plural(best.text) or _people(best):
        return _counted(best)
    after = doc[last + 1]
    modifying = after.i < best.i and after.pos_ == "NOUN"
    return _counted(after) if modifying else None


def _modifies(token: Token, last: int) -> bool:
    """Whether a word that elsewhere ends the phrase goes on with it: "five *more* ships"."""
    first = token.i == last + 1 and token.lower_ in COMPARED
    return first or token.doc[token.i - 1].text in HYPHENS


def _goes_on(token: Token, best: Token | None, last: int) -> bool:
    """Whether "and" joins two words before one noun: "200 current *and* former staff"."""
    doc, at = token.doc, token.i
    if at <= last + 1 or at + 2 >= len(doc) or (best is not None and is_plural(best.text)):
        return False
    ahead = doc[at + 1].pos_ in BEFORE_NOUN - {"NUM"} and doc[at + 2].pos_ in BEFORE_NOUN
    return ahead and doc[at - 1].pos_ in BEFORE_NOUN


def _untagged(doc: Doc, last: int) -> Counted | None:
    """A plural directly after the number that was tagged as something else."""
    while last + 2 < len(doc) and doc[last + 1].lower_ in COMPARED - {"or"}:
        last += 1
    token = doc[last + 1] if last + 1 < len(doc) else None
    if token is None or token.pos_ == "AUX":
        return None
    if token.lower_ in unmarked_plurals():
        return _counted(token)
    if not token.text.endswith(("s", "S")):
        return None
    return _counted(token) if is_plural(token.text) and len(token.text) > 3 else None


def _guessed(doc: Doc, last: int, one: bool) -> Counted | None:
    """Without tags: the first plural among the next words of the phrase, for one the next word."""
    for token in doc[last + 1 : last + 5]:
        word = token.lower_
        if not WORDLIKE.match(token.text) or word in word_set("stops"):
            return None
        if (one and word not in IN_A_ROW) or is_plural(word):
            return _counted(token)
    return None
