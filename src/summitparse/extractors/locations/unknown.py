"""Places that no table knows: the model's places where the words around agree, "X, Georgia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitparse.extractors.locations.mention import Mention
from summitparse.extractors.locations.scan import gap, lists, shown, word_at
from summitparse.extractors.locations.scene import (
    Entity,
    Scene,
    beside,
    cased,
    cued,
    inside,
    noun_beside,
)
from summitparse.gazetteer import fold

__all__ = ["find_unknown"]

ACRONYM = 6


def find_unknown(scene: Scene, found: Sequence[Mention]) -> list[Mention]:
    """Mentions without a bearer in the gazetteer, in text order."""
    outer = {word_at(scene.words, mention.start): mention for mention in found}
    ends = {word_at(scene.words, mention.end) - 1 for mention in found}
    out = [_by_model(scene, entity, outer, ends) for entity in scene.entities]
    return [mention for mention in out if mention] + list(_qualified(scene, outer))


def _by_model(
    scene: Scene, entity: Entity, outer: dict[int, Mention], ends: set[int]
) -> Mention | None:
    """An entity LOC that a preposition, a noun or a list confirms."""
    text = scene.words.text[entity.start : entity.end]
    key, words = fold(text), lists()
    if entity.label != "LOC" or not cased(text) or not key or key in words["common"]:
        return None
    single = " " not in key
    if key in scene.bodies or (single and (key in scene.surnames or key in words["names"])):
        return None
    if (text.isupper() and len(text) < ACRONYM) or any(map(str.isdigit, text)):
        return None
    first, last = word_at(scene.words, entity.start), word_at(scene.words, entity.end) - 1
    listed = any(beside(scene.words, last, i) for i in (last + 1, last + 2) if i in outer) or any(
        beside(scene.words, i, first) for i in (first - 1, first - 2) if i in ends
    )
    cue = shown(scene.words, first - 1) in words["firm_cues"] and not _speaks(scene, first)
    loose = single and (listed or (cued(scene, first) and not _speaks(scene, first)))
    if not (cue or loose or noun_beside(scene, first, last)):
        return None
    return Mention(entity.start, entity.end, key, "other", ())


def _speaks(scene: Scene, first: int) -> bool:
    """Whether a verb of speaking goes before the preposition: "speaking in Swahili"."""
    return shown(scene.words, first - 2) in lists()["language_cues"]


def _qualified(scene: Scene, outer: dict[int, Mention]) -> Iterator[Mention]:
    """A capitalised word before a country or state, after a preposition: "in X, Georgia"."""
    words = scene.words
    for last_but, mention in outer.items():
        i = last_but - 1
        place = next((p for p in mention.places if p.kind in ("country", "state")), None)
        if place is None or i < 1 or gap(words, i) != ", " or not cased(shown(words, i)):
            continue
        first = i - 1 if cased(shown(words, i - 1)) and gap(words, i - 1) == " " else i
        entity = inside(scene, words.starts[first], words.ends[i])
        free = entity is None or entity.label == "LOC"
        if free and shown(words, first - 1) in lists()["firm_cues"]:
            start, end = words.starts[first], words.ends[i]
            key = fold(words.text[start:end])
            if key not in lists()["common"]:
                yield Mention(start, end, key, "city", (), (place.country, place.admin1))
