"""Persons who bear the name of a place."""

from __future__ import annotations

from summitparse.english.titles import capitalized
from summitparse.extractors.locations.scan import Hit, gap, lists, shown
from summitparse.extractors.locations.scene import Scene, cased, inside, is_head

__all__ = ["is_full_name", "is_person", "is_titled"]


def is_person(scene: Scene, hit: Hit) -> bool:
    """Whether model, title, given name or surname say that a person is meant."""
    entity = inside(scene, hit.start, hit.end)
    if entity and entity.label == "PERSON":
        return True
    if entity and entity.label == "LOC" and entity.start <= hit.start:
        return False
    return is_titled(scene, hit) or _after_given_name(scene, hit) or _before_surname(scene, hit)


def is_full_name(scene: Scene, hit: Hit) -> bool:
    """Whether a country's name is one of the two names of a person: "Kenya Moore", "Tom Ireland"."""
    entity, words, named = inside(scene, hit.start, hit.end), scene.words, lists()["names"]
    if entity is None or hit.first != hit.last or hit.last + 1 >= len(words.ends):
        return False
    person = entity.label == "PERSON"
    if (entity.start, entity.end) == (hit.start, words.ends[hit.last + 1]):
        alone = gap(words, hit.last) == " " and _is_surname(shown(words, hit.last + 1))
        return alone and (person or hit.key in named)
    given = shown(words, hit.first - 1).lower() in lists()["given"] | named
    whole = hit.first > 0 and (entity.start, entity.end) == (words.starts[hit.first - 1], hit.end)
    return person and given and whole and gap(words, hit.first - 1) == " "


def _is_surname(word: str) -> bool:
    return cased(word) and not is_head(word) and word not in capitalized("prefix")


def is_titled(scene: Scene, hit: Hit) -> bool:
    """Whether a title goes before: "Mr. Jordan", "Minister Roman Ivanov"."""
    before = shown(scene.words, hit.first - 1)
    return before in capitalized("prefix") and gap(scene.words, hit.first - 1) in (" ", ". ")


def _after_given_name(scene: Scene, hit: Hit) -> bool:
    before = shown(scene.words, hit.first - 1)
    if gap(scene.words, hit.first - 1) != " " or not cased(before):
        return False
    return before.lower() in lists()["given"] | lists()["names"]


def _before_surname(scene: Scene, hit: Hit) -> bool:
    """A given name before a capitalised word that heads nothing: "Paris Hilton"."""
    after, names = shown(scene.words, hit.last + 1), lists()["names"]
    either = hit.key in names or after.lower() in names
    if not either or gap(scene.words, hit.last) != " ":
        return False
    return cased(after) and not after.isupper() and not is_head(after)
