"""Who is being talked about: salience that fades from sentence to sentence.

A mention as subject counts more than another, one inside a quotation little, and every sentence
that passes weakens what was before. Pronouns and titles mean the most salient actor that fits: a
simple form of the centering idea (Grosz, Joshi, Weinstein 1995) without gender knowledge beyond
what titles give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice

from summitparse.extractors.actors.drafts import Draft

__all__ = ["Discourse"]

MEMORY = 100
"""Actors that a pronoun or title is looked for among; keeps the cost linear."""
FADE = 0.5
"""What is left of a salience after one sentence."""
WEIGHT = {"subject": 3.0, "other": 1.0, "quoted": 0.3}
REPEATED = 0.1
"""How much a further mention adds: who was named often must not outdo the last subject."""
LEAST = 0.1
COLLECTIVE = 1.4
"""A body as salient as the last sentence's subject can be "they"."""
PLURAL_REACH = 4
"""Sentences after which "they" no longer means a group."""


@dataclass(slots=True)
class Discourse:
    """The state of the text up to a place."""

    sentence: int = 0
    _values: dict[Draft, tuple[float, int]] = field(default_factory=dict)
    _plurals: list[tuple[int, tuple[Draft, ...]]] = field(default_factory=list)

    def mention(self, draft: Draft, how: str) -> None:
        """Note that an actor is mentioned, as `subject`, `other` or `quoted`."""
        before = self.salience(draft)
        value = max(before, WEIGHT[how]) + REPEATED * min(before, WEIGHT[how])
        self._values.pop(draft, None)  # so that the order is that of the last mentions
        self._values[draft] = (value, self.sentence)

    def salience(self, draft: Draft) -> float:
        """How present an actor is now; 0 before the first mention."""
        value, sentence = self._values.get(draft, (0.0, self.sentence))
        return value * FADE ** min(self.sentence - sentence, 60)

    def ranked(self, fits: Callable[[Draft], bool]) -> list[Draft]:
        """The actors that fit, the most salient first."""
        found = [each for each in self.known(fits) if self.salience(each) > LEAST]
        return sorted(found, key=self.salience, reverse=True)

    def known(self, fits: Callable[[Draft], bool]) -> list[Draft]:
        """The same however long ago, the last mentioned first."""
        recent = islice(reversed(self._values), MEMORY)
        return [each for each in recent if fits(each)]

    def group(self, members: Iterable[Draft]) -> None:
        """Note that several were mentioned together."""
        self._plurals.append((self.sentence, tuple(dict.fromkeys(members))))

    def plural(self) -> tuple[Draft, ...]:
        """Those last mentioned together, if that wasn't long ago."""
        sentence, members = self._plurals[-1] if self._plurals else (self.sentence, ())
        if self.sentence - sentence >= PLURAL_REACH:
            return ()
        if self.sentence - sentence > 1:
            collective = self.ranked(lambda each: each.kind != "person")
            if collective and self.salience(collective[0]) > COLLECTIVE:
                return (collective[0],)
        return members
