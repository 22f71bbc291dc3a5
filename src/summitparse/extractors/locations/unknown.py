"""Places that no table knows: the model's places where the words around agree, "X, Georgia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitparse.extractors.locations.bodies import in_other_name
from summitparse.extractors.locations.mention import Mention
from summitparse.extractors.locations.scan import POSSESSIVE, gap, lists, shown, word_at
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
CLOSING = (",", ".", ";", ")")
LONGEST = 3
"""Words of a town that no table knows."""


def find_unknown(scene: Scene, found: Sequence[Mention]) -> list[Mention]:
    """Mentions without a bearer in the gazetteer, in text order."""
    outer = {word_at(scene.words, mention.start): mention for mention in found}
    ends = {word_at(scene.words, mention.end) - 1 for mention in found}
    out = [_by_model(scene, entity, outer, ends) for entity in scene.entities]
    return [*_qualified(scene, outer), *filter(None, out)]


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
    first, last = word_at(scene.words, entity.start), word_at(scene.words, entity.end) - 1
    if in_other_name(scene.words, first, last, ()):
        return None
    if (text.isupper() and len(text) < ACRONYM) or any(map(str.isdigit, text)):
        return None
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
    """Capitalised words before a country or state: "in X, Georgia", "in Y, Ohio, and X, Conn."."""
    ends: set[int] = set()
    for at, mention in sorted(outer.items()):
        place = next((p for p in mention.places if p.kind in ("country", "state")), None)
        first = _name_before(scene, at) if place else None
        if place is None or first is None:
            continue
        introduced = _introduced(scene, first, mention, ends)
        if introduced or at - 1 in scene.by_last:
            ends.add(word_at(scene.words, mention.end) - 1)
        if introduced and _free(scene, first, at - 1):
            start, end = scene.words.starts[first], scene.words.ends[at - 1]
            key, within = fold(scene.words.text[start:end]), (place.country, place.admin1)
            entity = inside(scene, start, end)
            kind = "other" if entity and entity.label == "LOC" else "city"
            yield Mention(start, end, key, kind, (), within, aside=True)


def _name_before(scene: Scene, at: int) -> int | None:
    """The first word of the capitalised words before a comma and word `at`."""
    words, first, between = scene.words, at, ", "
    while first > at - LONGEST and gap(words, first - 1) == between:
        word = shown(words, first - 1)
        if not cased(word) or word.endswith(POSSESSIVE):
            break
        first, between = first - 1, " "
    return first if first < at else None


def _introduced(scene: Scene, first: int, outer: Mention, ends: set[int]) -> bool:
    """Whether a preposition, a list of such towns or a short form behind shows that a town is named."""
    before = shown(scene.words, first - 1)
    if before in lists()["firm_cues"] or first - 1 in ends:
        return True
    if first - 2 in ends and before in ("and", "or"):
        return True
    text = scene.words.text
    if text.count(".", outer.start, outer.end) == 1 and text[outer.end - 1] == ".":
        return True
    entity = inside(scene, scene.words.starts[first], outer.start)
    closed = text[outer.end : outer.end + 1] in CLOSING
    if closed and entity and entity.label == "LOC" and entity.start == scene.words.starts[first]:
        return True
    return closed and before in lists()["cues"] and (entity is None or entity.label != "ORG")


def _free(scene: Scene, first: int, last: int) -> bool:
    """Whether the words may name a town: no person of two names, no plain word."""
    start, end = scene.words.starts[first], scene.words.ends[last]
    entity = inside(scene, start, end)
    person = entity is not None and entity.label == "PERSON" and first < last
    return not person and fold(scene.words.text[start:end]) not in lists()["common"]
