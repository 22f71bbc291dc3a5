"""Places named by a head word: "Royal Palace", "Harrison Street", "Douglas County", "Ems River"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summitparse.english.titles import capitalized
from summitparse.extractors.locations.scan import POSSESSIVE, gap, lists, shown
from summitparse.extractors.locations.scene import Scene, cased, inside
from summitparse.gazetteer import Place, county_states, fold, state_names

__all__ = ["Compound", "find_compounds"]

LONGEST = 5
"""Words before the head."""
COUNTY_WEIGHT = 45
INNER_WEIGHT = 45
MIN_LENGTH = 7
SHORTEST_CAPITALS = 3


class Compound(NamedTuple):
    """A place with its kind read off its head; `places` where the gazetteer has it."""

    start: int
    end: int
    kind: str
    places: tuple[Place, ...]
    inner: tuple[Place, ...] = ()
    """Bearers of a place name inside it: the Manila of "Manila Cathedral"."""


def find_compounds(scene: Scene) -> list[Compound]:
    """All such names, left to right, without overlaps."""
    out: list[Compound] = []
    for compound in _all(scene):
        if not out or compound.start >= out[-1].end:
            out.append(compound)
    return out


def _all(scene: Scene) -> Iterator[Compound]:
    heads = _heads()
    words = scene.words
    text = words.text
    for i, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)):
        if text[start].isupper():
            kind = heads.get(_bare(text[start:end]))
            compound = (_compound(scene, i, kind) if kind else None) or _headed(scene, i)
            if compound:
                yield compound


def _bare(word: str) -> str:
    """A head without its possessive; of a line in capitals, as otherwise written."""
    word = word[:-2] if word.endswith(POSSESSIVE) else word
    return word.capitalize() if word.isupper() and len(word) > SHORTEST_CAPITALS else word


def _heads() -> dict[str, str]:
    words = lists()
    kinds = {"facilities": "facility", "roads": "facility", "waters": "water", "regions": "region"}
    return {word: kind for name, kind in kinds.items() for word in words[name]}


def _compound(scene: Scene, head: int, kind: str) -> Compound | None:
    words = scene.words
    first = _first(scene, head)
    start, end = words.starts[first], words.ends[head]
    end -= 2 if shown(words, head).endswith(POSSESSIVE) else 0
    known = scene.taken.get(first)
    whole = scene.by_last.get(head)
    if first == head or end - start < MIN_LENGTH or (known and known.end >= end):
        return None
    if whole and whole.first <= first:
        return None
    if _bare(shown(words, head)) in ("County", "Parish"):
        for i in range(first, head):
            states = county_states().get(fold(words.text[words.starts[i] : end]))
            if states:
                span = words.starts[i], end
                return Compound(*span, "region", _counties(words.text[slice(*span)], states))
    if gap(words, head) == " " and cased(shown(words, head + 1)):
        return None
    entity = inside(scene, start, end)
    if (entity and entity.label == "PERSON") or _is_titled(scene, first):
        return None
    return Compound(start, end, kind, (), _inner(scene, first, head))


def _is_titled(scene: Scene, first: int) -> bool:
    """Whether a title begins the words and no preposition goes before: "Judge Victoria Lake ruled"."""
    titled = shown(scene.words, first) in capitalized("prefix")
    place = shown(scene.words, first - 1).lower()
    return titled and place not in lists()["cues"] | lists()["before_places"]


def _headed(scene: Scene, head: int) -> Compound | None:
    """A building named "Palace of X", "Palais de X": the head, a particle, capitalised words."""
    words, lexicon = scene.words, lists()
    named = head in scene.taken or head in scene.by_last
    if shown(words, head) not in lexicon["front_heads"] or named:
        return None
    last = head + 1
    while shown(words, last) in lexicon["genitives"] and last < head + 3:
        last += 1
    if (
        last == head + 1
        or not cased(shown(words, last))
        or shown(words, last) in lexicon["chambers"]
    ):
        return None
    while gap(words, last) == " " and cased(shown(words, last + 1)) and last < head + LONGEST:
        last += 1
    if any(gap(words, i) != " " for i in range(head, last)):
        return None
    end = words.ends[last] - (2 if shown(words, last).endswith(POSSESSIVE) else 0)
    return Compound(words.starts[head], end, "facility", (), _inner(scene, head, last + 1))


def _first(scene: Scene, head: int) -> int:
    """The first word of the name that ends with the head."""
    words = scene.words
    first = head
    for i in range(head - 1, max(head - 1 - LONGEST, -1), -1):
        word = shown(words, i)
        if gap(words, i) not in (" ", "\n", "-") or not cased(word) or word in lists()["openers"]:
            break
        if word.endswith(POSSESSIVE) and i < head - 1:
            break
        first = i
    return first


def _inner(scene: Scene, first: int, head: int) -> tuple[Place, ...]:
    for i in range(first, head):
        hit = scene.taken.get(i)
        plain = hit and hit.key in lists()["common"] | lists()["names"]
        if hit and not plain and hit.last < head and hit.places[0].weight >= INNER_WEIGHT:
            return hit.places
    return ()


def _counties(name: str, states: tuple[str, ...]) -> tuple[Place, ...]:
    out = []
    for code in states:
        state = state_names().get(("US", code))
        if state:
            point = (state.latitude, state.longitude, None)
            out.append(Place(name, "region", "US", code, *point, "ADM2", COUNTY_WEIGHT))
    return tuple(out)
