"""Which names of the gazetteer mean a place here, and not a person, a body or a plain word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from summitparse.extractors.locations.scan import Hit, Words, gap, lists, shown

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Entity", "Scene", "accepted", "entities", "inside", "label_at", "make_scene"]

LABELS = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG"} | dict.fromkeys(
    ("GPE", "LOC", "FAC"), "LOC"
)
CITY, TOWN, VILLAGE = 50, 42, 37
"""10 log10 of 100,000, 15,000 and 5,000 inhabitants."""
METROPOLIS = 57


class Entity(NamedTuple):
    """A name that the model found: PERSON, ORG or LOC."""

    start: int
    end: int
    label: str


class Scene(NamedTuple):
    """What the tagger looks at."""

    words: Words
    hits: list[Hit]
    entities: list[Entity]
    starts: list[int]
    """Where the entities start, for the search by offset."""
    plain: frozenset[str]
    """Words that the text also writes small."""
    taken: dict[int, Hit]
    """First word of each hit."""


def entities(doc: Doc) -> list[Entity]:
    """The model's names, labels of OntoNotes (GPE, FAC) and of the bundled model alike."""
    spans = ((ent.start_char, ent.end_char, LABELS.get(ent.label_)) for ent in doc.ents)
    return [Entity(start, end, label) for start, end, label in spans if label]


def make_scene(words: Words, hits: list[Hit], found: list[Entity]) -> Scene:
    """Bring words, hits and entities together."""
    text = words.text
    candidates = {hit.key for hit in hits if " " not in hit.key}
    plain = {
        word
        for start, end in zip(words.starts, words.ends, strict=True)
        if text[start].islower() and (word := text[start:end]) in candidates
    }
    starts = [entity.start for entity in found]
    taken = {hit.first: hit for hit in hits}
    return Scene(words, hits, found, starts, frozenset(plain), taken)


def inside(scene: Scene, start: int, end: int) -> Entity | None:
    """The entity that covers any of these characters."""
    i = bisect_right(scene.starts, start) - 1
    for entity in scene.entities[max(i, 0) : i + 2]:
        if entity.start < end and start < entity.end:
            return entity
    return None


def label_at(scene: Scene, hit: Hit) -> str | None:
    """The label of the entity around a hit."""
    entity = inside(scene, hit.start, hit.end)
    return entity.label if entity else None


def accepted(scene: Scene) -> list[Hit]:
    """The hits that are places; a name taken once is taken wherever nothing speaks against it."""
    verdicts = [_verdict(scene, hit) for hit in scene.hits]
    sure = {hit.key for hit, verdict in zip(scene.hits, verdicts, strict=True) if verdict == "yes"}
    return [
        hit
        for hit, verdict in zip(scene.hits, verdicts, strict=True)
        if verdict == "yes" or (verdict == "open" and hit.key in sure)
    ]


def _verdict(scene: Scene, hit: Hit) -> str:
    """`yes`, `no`, or `open`: only if the same name is a place elsewhere in the text."""
    kinds = {place.kind for place in hit.places}
    if _part_of_other_name(scene, hit, kinds) or _bare_abbreviation(scene, hit):
        return "no"
    if kinds & {"demonym", "institution", "water", "facility"}:
        return "no" if _person(scene, hit) and "demonym" not in kinds else "yes"
    if kinds == {"city"}:
        return _city_verdict(scene, hit)
    return "open" if _person(scene, hit) else "yes"


def _city_verdict(scene: Scene, hit: Hit) -> str:
    qualified = _qualified(scene, hit)
    if _person(scene, hit) and not qualified:
        return "open" if hit.places[0].weight >= CITY and not _names_around(scene, hit) else "no"
    label = label_at(scene, hit)
    if qualified or (label == "LOC" and hit.key not in lists()["common"]):
        return "yes"
    if hit.key in lists()["common"] or hit.key in scene.plain:
        return "open" if label == "LOC" else "no"
    size = hit.places[0].weight
    cued = shown(scene.words, hit.first - 1) in lists()["firm_cues"]
    if hit.key in lists()["names"]:
        return "yes" if size >= METROPOLIS or (cued and size >= VILLAGE) else "open"
    if size >= CITY or (size >= TOWN and (cued or not scene.entities)):
        return "yes"
    return "yes" if cued and not _names_around(scene, hit) else "open"


def _bare_abbreviation(scene: Scene, hit: Hit) -> bool:
    """Calif., NY count after a place only ("Fresno, Calif."), save those with two dots."""
    if hit.key.islower() or any(place.kind != "state" for place in hit.places):
        return False
    return hit.key.count(".") < 2 and gap(scene.words, hit.first - 1) not in (", ", ",\n", " (")


def _qualified(scene: Scene, hit: Hit) -> bool:
    """Whether a country or state follows that has such a place: "Paris, Texas"."""
    return any(True for _ in qualifier(scene, hit))


def qualifier(scene: Scene, hit: Hit) -> Iterator[tuple[str | None, str]]:
    """Countries and divisions named right after a hit, where the hit has a bearer in them."""
    after = scene.taken.get(hit.last + 1)
    if after is None or gap(scene.words, hit.last) not in (", ", ",\n", " ("):
        return
    for outer in after.places:
        for place in hit.places:
            if outer.kind == "country" and place.country == outer.country:
                yield outer.country, ""
                break
            if outer.kind == "state" and (place.country, place.admin1) == (
                outer.country,
                outer.admin1 or place.admin1,
            ):
                yield outer.country, outer.admin1
                break


# ------------------------------------------------------------------ persons
def _person(scene: Scene, hit: Hit) -> bool:
    entity = inside(scene, hit.start, hit.end)
    if entity and entity.label == "PERSON":
        return entity.end - entity.start > hit.end - hit.start + 2 or hit.key in lists()["names"]
    if entity and entity.label == "LOC" and entity.start <= hit.start:
        return False
    return _titled(scene, hit) or _given_name_before(scene, hit) or _surname_after(scene, hit)


def _titled(scene: Scene, hit: Hit) -> bool:
    before = shown(scene.words, hit.first - 1)
    return before in lists()["titles"] and gap(scene.words, hit.first - 1) in (" ", ". ")


def _given_name_before(scene: Scene, hit: Hit) -> bool:
    before = shown(scene.words, hit.first - 1)
    if gap(scene.words, hit.first - 1) != " " or not before[:1].isupper():
        return False
    named = before.lower() in lists()["names"] and before not in lists()["titles"]
    return named and {place.kind for place in hit.places} <= {"city", "country", "state"}


def _surname_after(scene: Scene, hit: Hit) -> bool:
    """ "Paris Hilton", "Chad Smith": a given name before a capitalised word that heads nothing."""
    after = shown(scene.words, hit.last + 1)
    if hit.key not in lists()["names"] or gap(scene.words, hit.last) != " ":
        return False
    return after[:1].isupper() and not after.isupper() and not _is_head(after)


def _is_head(word: str) -> bool:
    words = lists()
    names = ("facilities", "roads", "waters", "regions", "org_heads", "bodies")
    return any(word in words[name] for name in names)


def _names_around(scene: Scene, hit: Hit) -> bool:
    """Whether a capitalised word that is no place stands directly beside the hit."""
    before, after = shown(scene.words, hit.first - 1), shown(scene.words, hit.last + 1)
    left = gap(scene.words, hit.first - 1) == " " and before[:1].isupper()
    right = gap(scene.words, hit.last) == " " and after[:1].isupper()
    return left or (right and not _is_head(after) and hit.last + 1 not in scene.taken)


# ------------------------------------------------------------------ other names around
def _part_of_other_name(scene: Scene, hit: Hit, kinds: Iterable[str]) -> bool:
    """Agreements named after their city, firms and media, "Bank of England"."""
    following = list(_capitals_after(scene.words, hit.last))
    words = lists()
    if not {"country", "demonym"} & set(kinds) and words["instruments"] & set(following):
        return True
    if following and following[0] in words["org_heads"] and "demonym" not in kinds:
        return True
    of = shown(scene.words, hit.first - 1)
    head = shown(scene.words, hit.first - 2)
    return of == "of" and head in words["org_of"]


def _capitals_after(words: Words, last: int) -> Iterator[str]:
    """Up to three capitalised words that follow in the same name."""
    for i in range(last + 1, last + 4):
        word = shown(words, i)
        if gap(words, i - 1) != " " or not word[:1].isupper():
            return
        yield word
