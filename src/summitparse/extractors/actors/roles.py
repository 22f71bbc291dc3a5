"""Titles around a name: which words, and for which country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summitparse import english
from summitparse.extractors.actors.words import TITLES, begins, is_title, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from summitparse.extractors.actors.places import Place

__all__ = [
    "Role",
    "country_in",
    "joined",
    "phrase_start",
    "role_after",
    "role_before",
    "role_of_head",
]

REACH = 8
"""Tokens a title phrase holds at most before its head."""
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ"))
POSSESSIVE = english.words("possessive mark")
HYPHENS = frozenset(("-", "–"))
LINKS = words("title_links")
OFFICIAL = frozenset(("country", "demonym", "institution"))


@dataclass(frozen=True, slots=True)
class Role:
    """A title phrase: tokens `[start, head]`, the title as written, its words, and the country."""

    start: int
    head: int
    text: str
    words: frozenset[str]
    country: str | None


def joined(before: Role, after: Role | None) -> Role:
    """What the titles on both sides of a name say together; the one before goes first."""
    if after is None:
        return before
    return replace(
        before,
        text=before.text or after.text,
        words=before.words | after.words,
        country=before.country or after.country,
    )


def role_before(doc: Doc, name: int, places: Mapping[int, Place]) -> Role | None:
    """The title right before a name ("Peru's foreign minister", also with a comma after it)."""
    at = name - 1
    if at >= 0 and doc[at].text in POSSESSIVE and at - 1 in places:
        return _owner_only(at, places)
    apart = at > 0 and doc[at].text == ","
    at -= apart
    head = _title_head(doc, at)
    if head is None or (apart and not _is_phrase(doc, head, places)):
        return None
    return role_of_head(doc, head, places)


def _owner_only(mark: int, places: Mapping[int, Place]) -> Role | None:
    """A country but no title: "Uruguay's Ana Soto"."""
    place = places[mark - 1]
    return (
        Role(place.start, mark, "", frozenset(), place.country) if place.kind in OFFICIAL else None
    )


def _title_head(doc: Doc, at: int) -> int | None:
    """The title word that ends at a token, or heads "minister of foreign affairs" ending there."""
    if at < 0:
        return None
    if is_title(doc[at].lower_):
        return _outer_title(doc, at)
    for i in range(at - 1, max(-1, at - 6), -1):
        if doc[i + 1].lower_ in LINKS and doc[i].lower_ in TITLES:
            return i
        if not (doc[i + 1].text[0].isupper() or doc[i + 1].lower_ in ("and", "the", *LINKS)):
            return None
    return None


def _outer_title(doc: Doc, at: int) -> int:
    """The adviser, in "an adviser to the president": the title that another title belongs to."""
    link = at - 1 - (at > 1 and doc[at - 1].lower_ == "the")
    if link > 0 and doc[link].lower_ in LINKS and is_title(doc[link - 1].lower_):
        return link - 1
    return at


def _is_phrase(doc: Doc, head: int, places: Mapping[int, Place]) -> bool:
    """Before a comma only a whole phrase is a title: "the minister, Ana Soto", not a list of names."""
    start = phrase_start(doc, head, places)
    opener = doc[start - 1].lower_ if start else ""
    owned = any(token.text in POSSESSIVE for token in doc[start:head])
    own = owned or start in places or opener in words("pointing")
    return own and doc[head].text[0].islower()


def role_of_head(doc: Doc, head: int, places: Mapping[int, Place]) -> Role:
    """The role phrase around a title word: what stands before it, and its country."""
    start = phrase_start(doc, head, places)
    country = country_in(start, head + 1, places) or _country_after(doc, head, places)
    first = _after_owner(doc, start, head, places)
    text = doc[first : head + 1].text
    lower = frozenset(token.lower_ for token in doc[first : head + 1])
    return Role(start, head, text, lower, country)


def phrase_start(doc: Doc, head: int, places: Mapping[int, Place]) -> int:
    """Where the words before a title that belong to it begin."""
    start = head
    while start > max(0, head - REACH) and _belongs(doc[start - 1], doc[start], places):
        start -= 1
    while start < head and (doc[start].text in POSSESSIVE or doc[start].text in HYPHENS):
        start += 1
    return start


def _belongs(token: Token, following: Token, places: Mapping[int, Place]) -> bool:
    if begins(following) and token.i not in places:
        return False
    if token.i in places or token.lower_ in words("title_modifier"):
        return True
    if token.text in POSSESSIVE:
        return token.i > 0 and not token.doc[token.i - 1].is_space
    if token.text in HYPHENS:
        return not _is_dash(token)
    return token.pos_ in NOMINAL and token.lower_ not in words("not_name")


def _is_dash(token: Token) -> bool:
    """A hyphen with a blank before it is a dash, which ends a dateline or a clause, not a part of a title."""
    before = token.doc[token.i - 1] if token.i else None
    return before is None or bool(before.whitespace_) or before.is_space


def country_in(start: int, end: int, places: Mapping[int, Place]) -> str | None:
    """The country that a phrase names by name, adjective or institution; the last one named."""
    for i in range(end - 1, start - 1, -1):
        if i in places and places[i].kind in OFFICIAL:
            return places[i].country
    return None


def _country_after(doc: Doc, head: int, places: Mapping[int, Place]) -> str | None:
    """The country named after a title: "president of France", "spokesman for the Kremlin"."""
    if head + 1 < len(doc) and doc[head + 1].lower_ in LINKS:
        return country_in(head + 2, min(len(doc), head + 5), places)
    return None


def _after_owner(doc: Doc, start: int, head: int, places: Mapping[int, Place]) -> int:
    """The first token of the title itself, past "China's" or "Chinese"."""
    first = start
    for i in range(start, head):
        if i in places or doc[i].text in POSSESSIVE:
            first = i + 1
    return first


def role_after(doc: Doc, end: int, places: Mapping[int, Place]) -> Role | None:
    """The title set beside a name: ", the foreign minister of Peru,"; or the country alone."""
    if end + 1 < len(doc) and doc[end].lower_ in ("(", "of") and end + 1 in places:
        return Role(end + 1, end + 1, "", frozenset(), places[end + 1].country)
    if end >= len(doc) or doc[end].text != ",":
        return None
    for i in range(end + 1, min(len(doc), end + 2 + REACH)):
        token = doc[i]
        if token.lower_ in TITLES and not _goes_on(doc, i):
            return role_of_head(doc, i, places)
        fits = token.pos_ in NOMINAL or token.pos_ in ("DET", "PRON", "PART") or i in places
        if not fits and token.lower_ not in words("title_modifier") and token.text not in HYPHENS:
            return None
    return None


def _goes_on(doc: Doc, at: int) -> bool:
    """Whether the phrase doesn't end with this title: a name or a further noun follows."""
    return at + 1 < len(doc) and doc[at + 1].pos_ in ("NOUN", "PROPN")
