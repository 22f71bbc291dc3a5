"""What an agreement covers: the list behind its cue, on the next lines, or in a later sentence."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from summitparse.english.inflection import is_plural
from summitparse.extractors.agreements.cues import Cue
from summitparse.extractors.agreements.lexicon import words
from summitparse.lexicon import either
from summitparse.syntax.sentences import Sentence
from summitparse.text.bullets import read_bullets
from summitparse.text.enumeration import Enumeration, Word, read_enumeration, read_range

__all__ = ["Items", "find_items", "later_items"]

Range = tuple[int, int]

BULLETS = re.compile(
    r"[^.;\n]{0,80}?:\s*(?=[\n(])|[^.;\n]{0,40}?\bfollowing\b[^.\n]{0,20}:?\s*(?=\n)"
)
"""From the cue to the colon that a list on the next lines follows."""
BULLETS_REACH = 4000
RANGING = re.compile(r"\branging from\s", re.IGNORECASE)
WEAK = re.compile(r"\b(?:on|in|across)\b(?=\s)|:(?=\s)", re.IGNORECASE)
"""Words that a list may follow: they count behind a document or a noun of cooperation."""


@cache
def _announcing() -> re.Pattern[str]:
    """Words that a list of fields follows; two items are enough."""
    fields, announcing = either(words("field_nouns")), either(words("announcing"))
    return re.compile(
        rf"\b(?:{announcing}|(?:in|across|over|on|for) (?:the |various |many |several |such |key ){{0,3}}"
        rf"(?:{fields})(?: of| such as| including| like|:)?)(?=[\s:])",
        re.IGNORECASE,
    )


@cache
def _later() -> re.Pattern[str]:
    """A sentence that says what the documents of an earlier one are about."""
    return re.compile(
        r"(?:as published, )?(?:(?:the|these|those|this|such|all|both) (?:\w+ ){0,2}?(?P<noun>\w+)|it|they|"
        r"(?P<among>among (?:them|these|those)))(?: also| together| mainly)?"
        rf" (?:{either(words('has_topic'))}|are|is|were|was)\b:?\s*",
        re.IGNORECASE,
    )


class Items(NamedTuple):
    """The items as characters, whether there are more, and the range that the list was read in."""

    spans: tuple[Range, ...] = ()
    open_ended: bool = False
    end: int = 0


def find_items(cue: Cue, text: str, stops: Collection[int], end: int | None = None) -> Items:
    """The list that a cue's own sentence holds up to the offset `end`, or the lines behind it."""
    sentence = cue.sentence if end is None else cue.sentence.until(end)
    cue = replace(cue, sentence=sentence)
    start = sentence.at(cue.behind)
    bullets = BULLETS.match(text, start, min(len(text), start + 200))
    if bullets is not None:
        spans = read_bullets(text, bullets.end(), min(len(text), bullets.end() + BULLETS_REACH))
        if len(spans) > 1:
            return Items(spans, end=spans[-1][1])
    for read in (_documents, _fields, _steps, _objects):
        items = read(cue, text, frozenset(stops))
        if items.spans:
            return items
    return Items(open_ended=_is_open(text[start : sentence.end]))


def _read(sentence: Sentence, text: str, start: int, stops: frozenset[int]) -> Enumeration:
    words_in = [
        Word(token.idx, token.idx + len(token), pos)
        for token, pos in zip(sentence.tokens, sentence.pos, strict=True)
        if token.idx >= start
    ]
    return read_enumeration(text, start, sentence.end, words=words_in, stops=stops)


def _kept(found: Enumeration, least: int) -> Items:
    enough = len(found.items) + found.open_ended >= least
    return Items(found.items, found.open_ended, found.end) if enough else Items()


def _documents(cue: Cue, text: str, stops: frozenset[int]) -> Items:
    """Documents of different kinds, each with its topic: "a memorandum on X and a protocol on Y"."""
    sentence = cue.sentence
    if cue.noun is None or cue.passive:
        return Items()
    found = _read(sentence, text, sentence.at(cue.behind), stops)
    kinds = words("instruments") | words("documents")
    for start, end in found.items:
        inside = re.findall(r"\w+", text[start:end].lower())
        if not kinds.intersection(inside[:6]) or not words("before_topic").intersection(inside):
            return Items()
    if re.match(r"\s*,\s*\w+(?: \w+)? and\b", text[found.end : found.end + 60]):
        return Items()
    return _kept(found, 2)


def _fields(cue: Cue, text: str, stops: frozenset[int]) -> Items:
    """A list that a word announces: "covering ...", "in the fields of ...", "agreements on ..."."""
    sentence = cue.sentence
    start, end = _scope(cue)
    ranging = RANGING.search(text, start, end)
    if ranging is not None:
        return Items(read_range(text, ranging.end(), end), end=end)
    for opening in _announcing().finditer(text, start, end):
        items = _kept(_read(sentence, text, opening.end(), stops), 2)
        if items.spans:
            return items
    for opening in WEAK.finditer(text, start, end):
        items = _weak(cue, text, opening, stops)
        if items.spans:
            return items
    return Items()


def _scope(cue: Cue) -> Range:
    """Where the list of a cue can stand: behind it; of a passive, behind its document."""
    sentence = cue.sentence
    if cue.passive and cue.noun is not None:
        return sentence.at(cue.noun), sentence.end
    return sentence.at(min(cue.behind, len(sentence.tokens))), sentence.end


def _weak(cue: Cue, text: str, opening: re.Match[str], stops: frozenset[int]) -> Items:
    """A list behind a bare preposition or colon, if a document or a noun of cooperation precedes."""
    sentence = cue.sentence
    n = sentence.position(opening.start())
    before = [
        word for word in sentence.lower[max(0, n - 3) : n] if word not in {",", "–", "—", "-"}
    ]
    if not before:
        return Items()
    document = before[-1] in words("instruments") | words("documents") | {"one", "understanding"}
    document = document or bool({before[-1], " ".join(before[-2:])} & words("bodies"))
    if not document and before[-1] not in words("fields"):
        return Items()
    behind = _read(sentence, text, opening.end(), stops)
    repeated = _read(sentence, text, sentence.at(n - (before[-1] == "one")), stops)
    if _repeats(repeated, text) and opening.group() != ":":
        return _kept(repeated, 2)
    return _kept(behind, 2 if _is_plural(before) else 3)


def _repeats(found: Enumeration, text: str) -> bool:
    """Whether every item begins with the same word."""
    heads = {text[start:end].split(None, 1)[0].lower() for start, end in found.items}
    return len(found.items) > 1 and len(heads) == 1


def _is_plural(before: list[str]) -> bool:
    return is_plural(before[-1]) or before[-1] in words("fields")


def _steps(cue: Cue, text: str, stops: frozenset[int]) -> Items:
    """Three or more steps agreed on: "to open X, to build Y and to share Z"."""
    sentence = cue.sentence
    if cue.behind >= len(sentence.lower) or sentence.lower[cue.behind] != "to":
        return Items()
    found = _read(sentence, text, sentence.at(cue.behind), stops)
    return _kept(found, 3) if _repeats(found, text) else Items()


def _objects(cue: Cue, text: str, stops: frozenset[int]) -> Items:
    """Three or more things right behind the verb: "strengthening trade, transport and tourism"."""
    sentence = cue.sentence
    n = cue.behind + (sentence.lower[cue.behind : cue.behind + 1] == ("on",))
    while n < len(sentence.lower) and (
        sentence.lower[n] == "to" or sentence.pos[n] in ("VERB", "PART", "ADV")
    ):
        n += 1
    if cue.passive or n >= len(sentence.lower):
        return Items()
    found = _read(sentence, text, sentence.at(n), stops)
    short = all(len(text[start:end].split()) <= 9 for start, end in found.items)
    return _kept(found, 3) if short else Items()


def _is_open(rest: str) -> bool:
    """Whether the words say that there is more than they name."""
    return (
        re.search(r"\b(?:wide|broad|full|whole) range of\b|\bother (?:areas|fields)\b", rest)
        is not None
    )


def later_items(sentence: Sentence, text: str) -> Items:
    """The list of a sentence that tells what documents named before are about."""
    head = _later().match(text, sentence.start, sentence.end)
    if head is None or not _speaks_of_documents(head):
        return Items()
    return _kept(_read(sentence, text, head.end(), frozenset()), 2 if head["among"] else 3)


def _speaks_of_documents(head: re.Match[str]) -> bool:
    copula = head.group().rstrip(": \n").lower().endswith((" are", " is", " were", " was"))
    if copula:
        return head["among"] is not None
    noun = (head["noun"] or "").lower()
    return not noun or noun in words("instruments") | words("documents")
