"""Names of treaties, firms, papers and diseases that hold the name of a place: "Bank of England"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from summitparse.extractors.locations.scan import Words, gap, lists, shown
from summitparse.extractors.locations.scene import cased

__all__ = ["in_other_name", "in_union"]

FOLLOWING = 3
"""Capitalised words after a place among which the head of the longer name stands."""


def in_other_name(words: Words, first: int, last: int, kinds: Collection[str]) -> bool:
    """Whether the words `first` to `last` only belong to the name of something that is no place."""
    lexicon, following = lists(), list(_capitals_after(words, last))
    if not {"country", "demonym"} & set(kinds) and lexicon["instruments"] & set(following):
        return True
    pacts = lexicon["small_instruments"]
    if set(kinds) == {"city"} and gap(words, last) == " " and shown(words, last + 1) in pacts:
        return True
    if "demonym" not in kinds and following and following[0] in lexicon["org_heads"]:
        return True
    if not {"country", "demonym"} & set(kinds) and lexicon["firm_ends"] & set(following):
        return True
    if shown(words, last + 1) in lexicon["diseases"]:
        return True
    if gap(words, first - 1) != " " or "demonym" in kinds:
        return False
    before = shown(words, first - 1)
    return before in lexicon["firm_fronts"] or _headed(words, first)


def in_union(words: Words, last: int) -> bool:
    """Whether a body's name goes on behind the name of a continent or people: "African Union"."""
    following = list(_capitals_after(words, last))
    return not lists()["unions"].isdisjoint(following)


def _headed(words: Words, first: int) -> bool:
    """Whether the head goes before, with "of": "University of Ghana"; a crown prince's is a place."""
    of, head = shown(words, first - 1) == "of", shown(words, first - 2)
    return of and head in lists()["org_of"] and shown(words, first - 3) != "Crown"


def _capitals_after(words: Words, last: int) -> Iterator[str]:
    """Up to three capitalised words that follow in the same name."""
    for i in range(last + 1, last + 1 + FOLLOWING):
        word = shown(words, i)
        if gap(words, i - 1) != " " or not cased(word):
            return
        yield word
