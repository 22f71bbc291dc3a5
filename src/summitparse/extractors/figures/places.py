"""Which countries a text names, and where: for money whose name several countries share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from summitparse.countries import country_by_demonym, country_by_name, country_of_capital

__all__ = ["Countries", "country_of"]

PLACE = re.compile(
    r"(?=[A-Z])(?!(?:In|At|On|From|For|The|To|By|But|And|When|While|After|Before|With|If|As|Of)\s)"
    r"[A-Z](?<!\w[A-Z])[\w.'’]+(?: (?:(?:of|and) )?(?:the )?[A-Z][\w.'’]+)?"
)
"""It begins with its set of letters, which makes the search run over the others."""
SENTENCE = 200
"""Characters in which a country before an amount is taken for its own."""
SENTENCE_END = re.compile(r"[a-z)\]\"”][.!?][\"”’]?\s+[A-Z\"“]|\n\n")
KEPT = 200
"""Mentions looked at on either side of an amount."""


class Countries:
    """Where a text names which country: read once, and only as far as a question needs."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = PLACE.finditer(text)
        self._reached = -1
        self._starts: list[int] = []
        self._names: list[str] = []
        self._all: set[str] = set()

    def near(self, place: int, wanted: Sequence[str]) -> str | None:
        """Of the wanted countries the one named last before `place`, else first after it."""
        self._read(len(self._text))
        at, names = bisect_right(self._starts, place), self._names
        order = [*reversed(names[max(0, at - KEPT) : at]), *names[at : at + KEPT]]
        return next((name for name in order if name in wanted), None)

    def names(self, code: str) -> bool:
        """Whether the text names a country at all."""
        self._read(len(self._text))
        return code in self._all

    def last_in_sentence(self, place: int, wanted: Sequence[str]) -> str | None:
        """The country named last before `place` in its sentence, if it is a wanted one."""
        self._read(place)
        starts, names = self._starts, self._names
        at = bisect_right(starts, place) - 1
        if at < 0 or names[at] not in wanted or place - starts[at] > SENTENCE:
            return None
        return None if SENTENCE_END.search(self._text, starts[at], place) else names[at]

    def _read(self, stop: int) -> None:
        """Go on reading up to the first place behind `stop`."""
        if self._reached > stop:
            return
        for match in self._places:
            if code := country_of(match.group()):
                self._starts.append(match.start())
                self._names.append(code)
                self._all.add(code)
            if match.start() > stop:
                self._reached = match.start()
                return
        self._reached = len(self._text) + 1


@lru_cache(maxsize=4096)
def country_of(words: str) -> str | None:
    """The country of a name, adjective or capital, or of the first word of it."""
    bare = words.rstrip(".,").removesuffix("'s").removesuffix("’s")
    for name in (words, bare, bare.partition(" ")[0].removesuffix("'s").removesuffix("’s")):
        found = country_of_capital(name) or country_by_name(name) or country_by_demonym(name)
        if found:
            return found
    return None
