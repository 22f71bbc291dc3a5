"""Which actors a stretch of text means: the link from words to actors that claims are made with.

A mention of a group ("both leaders", "they") is a mention of each of its members, so one place in
the text can mean several actors.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from summitparse.models import Actor

__all__ = ["MentionIndex", "actors_at", "actors_within"]

Range = tuple[int, int]


class MentionIndex:
    """The mentions of actors, ordered for quick look-up by character offsets.

    Build it once per text where many places are looked up; `actors_at` does for a few.

    >>> from summitparse.models import Span
    >>> text = "Chilean President Ana Soto"
    >>> chile = Actor(id="a1", name="Chile", type="country", mentions=(Span.of(text, 0, 7),))
    >>> soto = Actor(id="a2", name="Ana Soto", type="person", mentions=(Span.of(text, 0, 26),))
    >>> index = MentionIndex([chile, soto])
    >>> [actor.name for actor in index.at(22, 26)], [actor.name for actor in index.at(0, 7)]
    (['Ana Soto'], ['Chile'])
    """

    def __init__(self, actors: Iterable[Actor]) -> None:
        by_range: dict[Range, list[Actor]] = {}
        for actor in actors:
            for span in actor.mentions:
                by_range.setdefault((span.start, span.end), []).append(actor)
        self._actors = by_range
        self._ranges = sorted(by_range)
        self._starts = [start for start, _ in self._ranges]
        self._longest = max((end - start for start, end in self._ranges), default=0)

    def at(self, start: int, end: int) -> list[Actor]:
        """The actors that `text[start:end]` means: several for a group, none if it names nobody.

        The smallest mention around the range decides (ask with the head word of a phrase); where
        none holds all of it, the longest mention in it, the earlier of two alike.
        """
        touching = self._touching(start, end)
        around = [each for each in touching if each[0] <= start and end <= each[1]]
        if around:
            return self._actors[min(around, key=lambda each: (each[1] - each[0], each))]
        inside = [each for each in touching if start <= each[0] and each[1] <= end]
        if inside:
            return self._actors[min(inside, key=lambda each: (each[0] - each[1], each))]
        return []

    def within(self, start: int, end: int) -> list[Actor]:
        """Every actor with an outermost mention inside the range, in text order, each once.

        "Chinese" inside "Chinese President Xi" doesn't count: the outer mention means the person.
        """
        found: dict[str, Actor] = {}
        last = start
        for each in sorted(self._touching(start, end), key=lambda each: (each[0], -each[1])):
            if last <= each[0] and each[1] <= end:
                found |= {actor.id: actor for actor in self._actors[each]}
                last = each[1]
        return list(found.values())

    def _touching(self, start: int, end: int) -> list[Range]:
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_right(self._starts, max(start, end - 1))
        return [each for each in self._ranges[low:high] if each[1] > start]


def actors_at(actors: Sequence[Actor] | MentionIndex, start: int, end: int) -> list[Actor]:
    """The actors that the characters `start:end` of the text mean; see `MentionIndex.at`."""
    index = actors if isinstance(actors, MentionIndex) else MentionIndex(actors)
    return index.at(start, end)


def actors_within(actors: Sequence[Actor] | MentionIndex, start: int, end: int) -> list[Actor]:
    """Every actor mentioned in the characters `start:end`; see `MentionIndex.within`."""
    index = actors if isinstance(actors, MentionIndex) else MentionIndex(actors)
    return index.within(start, end)
