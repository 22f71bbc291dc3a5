"""Which country the words of a text stand for: from the locations found before, else by name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitparse.countries import (
    country_by_demonym,
    country_by_name,
    country_name,
    country_of_capital,
)
from summitparse.models import Location

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Place", "places_of", "token_range"]

LOOKUPS = (
    (country_by_name, "country"),
    (country_by_demonym, "demonym"),
    (country_of_capital, "city"),
)
LONGEST_NAME = 4
"""Tokens of a country's name looked up together."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place name as token range `[start, end)` and character range, with what it stands for."""

    start: int
    end: int
    chars: tuple[int, int]
    country: str | None
    kind: str
    name: str


def places_of(doc: Doc, locations: Sequence[Location]) -> list[Place]:
    """The places of a text in order; without `locations`, its country names and demonyms."""
    if locations:
        starts = [token.idx for token in doc]
        return [_from_location(doc, starts, each) for each in locations]
    return list(_by_name(doc))


def token_range(doc: Doc, starts: list[int], first: int, last: int) -> tuple[int, int]:
    """The tokens that the characters `first:last` touch."""
    left = bisect_left(starts, first)
    if left == len(starts) or starts[left] > first:
        left = max(0, left - 1)
        if left < len(doc) and doc[left].idx + len(doc[left]) <= first:
            left += 1
    return left, max(left, bisect_left(starts, last))


def _from_location(doc: Doc, starts: list[int], found: Location) -> Place:
    chars = (found.span.start, found.span.end)
    left, right = token_range(doc, starts, *chars)
    return Place(left, right, chars, found.country, found.kind, found.name)


def _by_name(doc: Doc) -> Iterator[Place]:
    at, text = 0, doc.text
    while at < len(doc):
        place = _named_at(doc, text, at) if doc[at].text[:1].isupper() else None
        if place is not None:
            yield place
        at = place.end if place is not None else at + 1


def _named_at(doc: Doc, whole: str, at: int) -> Place | None:
    """The longest country name or demonym that starts at a token."""
    for end in range(min(len(doc), at + LONGEST_NAME), at, -1):
        last = doc[end - 1]
        chars = doc[at].idx, last.idx + len(last)
        text = whole[chars[0] : chars[1]]
        for lookup, kind in LOOKUPS:
            iso = lookup(text)
            if iso is not None:
                name = text if kind == "city" else country_name(iso) or text
                return Place(at, end, chars, iso, kind, name)
    return None
