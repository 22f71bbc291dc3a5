"""Actors under construction, and which names belong to one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from summitparse.english.titles import titles
from summitparse.extractors.actors.words import rank_of

if TYPE_CHECKING:
    from summitparse.extractors.actors.names import Named
    from summitparse.extractors.actors.words import Gender, Rank
    from summitparse.models.mentions import ActorType

__all__ = ["Draft", "cluster", "cluster_bodies"]

Name = tuple[str, ...]
ALIKE = 0.9
"""Likeness (difflib's ratio) above which two spellings are one name."""
MOST_ALIKE = 50
"""Names compared with one; keeps the cost linear on lists of thousands."""


@dataclass(eq=False, slots=True)
class Draft:
    """An actor while its mentions are gathered; spans are character ranges."""

    kind: ActorType
    name: str
    words: tuple[str, ...] = ()
    role: str | None = None
    role_words: set[str] = field(default_factory=set)
    country: str | None = None
    gender: Gender | None = None
    spans: set[tuple[int, int]] = field(default_factory=set)
    anonymous: bool = False

    @property
    def untitled(self) -> bool:
        """Whether nothing but forms of address is known of the role."""
        return self.role_words <= titles("address", dotted=True)

    @property
    def rank(self) -> Rank | None:
        """Leader or minister, from the title's words."""
        return rank_of(frozenset(self.role_words))

    def learn(self, named: Named) -> None:
        """Take over what a mention says about its actor; what came first stays."""
        if named.role is not None:
            if not named.role.words <= titles("address", dotted=True):
                self.role = self.role or named.role.text or None
            self.role_words |= named.role.words
            self.country = self.country or named.role.country
        self.gender = self.gender or named.gender


def cluster(found: Sequence[Named], texts: Sequence[str]) -> list[Draft]:
    """The person of every mention, in the mentions' order; `texts` are the names as written.

    A shorter name belongs to a longer one that holds its words: as last word (the surname where
    the given name comes first), as first (where the surname does), or anywhere in it. Of several,
    the one named last before it, else the first after it.
    """
    full = _full_names(found, texts)
    by_word: dict[str, list[Name]] = {}
    for name in full:
        for word in dict.fromkeys(name):
            by_word.setdefault(word, []).append(name)
    holders = {name: _holders(name, by_word[name[0]][:MOST_ALIKE]) for name in full}
    last: dict[Name, int] = {}
    drafts: list[Draft] = []
    for at, named in enumerate(found):
        draft = _choose(named, holders[named.words], full, last)
        last[draft.words] = at
        draft.learn(named)
        drafts.append(draft)
    return drafts


def cluster_bodies(found: Sequence[Named], texts: Sequence[str]) -> list[Draft]:
    """The organization of every mention: same words, or the initials of another's."""
    full: dict[Name, Draft] = {}
    for named, text in zip(found, texts, strict=True):
        draft = full.setdefault(named.words, Draft(named.kind, text, named.words))
        if len(text) > len(draft.name):  # a bloc's name behind its short form
            draft.name = text
    initials = {"".join(word[0] for word in name): name for name in reversed(full) if len(name) > 2}
    drafts = []
    for named in found:
        short = len(named.words) == 1 and initials.get(named.words[0])
        draft = full[short] if short else full[named.words]
        draft.learn(named)
        drafts.append(draft)
    return drafts


def _full_names(found: Sequence[Named], texts: Sequence[str]) -> dict[Name, Draft]:
    """A draft for every distinct name; one for spellings that differ by a slip of the pen."""
    full: dict[Name, Draft] = {}
    by_last: dict[str, list[Name]] = {}
    for named, text in zip(found, texts, strict=True):
        if named.words in full:
            continue
        namesakes = by_last.setdefault(named.words[-1], [])
        twin = next((each for each in namesakes[:MOST_ALIKE] if _alike(each, named.words)), None)
        full[named.words] = full[twin] if twin else Draft(named.kind, text, named.words)
        namesakes.append(named.words)
    return full


def _alike(name: Name, other: Name) -> bool:
    """Whether two full names differ by a slip of the pen only (Vladmir, Vladimir)."""
    if len(name) != len(other) or len(name) < 2:
        return False
    return SequenceMatcher(None, " ".join(name), " ".join(other)).ratio() > ALIKE


def _holders(short: Name, names: Iterable[Name]) -> list[Name]:
    """The longer names that this one can be short for, the closest kind of match only."""
    ranked: dict[int, list[Name]] = {}
    for other in names:
        if len(other) > len(short) and set(short) <= set(other):
            ranked.setdefault(_match(short, other), []).append(other)
    return ranked[min(ranked)] if ranked else []


def _match(short: Name, other: Name) -> int:
    if other[-len(short) :] == short:
        return 0
    return 1 if other[: len(short)] == short else 2


def _choose(
    named: Named, holders: list[Name], full: dict[Name, Draft], last: dict[Name, int]
) -> Draft:
    allowed = [full[name] for name in holders if _agrees(named, full[name])]
    if not allowed:
        return full[named.words]
    return max(allowed, key=lambda each: last.get(each.words, -1))


def _agrees(named: Named, draft: Draft) -> bool:
    return not (named.gender and draft.gender and named.gender != draft.gender)
