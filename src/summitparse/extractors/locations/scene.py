"""What the tagger looks at: words, names, the model's entities; questions about their neighbours."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from summitparse.english.inflection import told_forms_of
from summitparse.english.titles import capitalized
from summitparse.extractors.locations.scan import Hit, Words, gap, lists, shown
from summitparse.gazetteer import fold

if TYPE_CHECKING:
    from summitparse.view import TextView

__all__ = [
    "Entity",
    "Scene",
    "beside",
    "cased",
    "cued",
    "entities",
    "inside",
    "is_head",
    "make_scene",
    "noun_beside",
]

LABELS = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG"} | dict.fromkeys(
    ("GPE", "LOC", "FAC"), "LOC"
)
HEADS = ("facilities", "roads", "waters", "regions", "org_heads", "bodies")
NATIONS = ("country", "demonym")
SMALL = 48
"""10 log10 of 63,000 inhabitants: governments of larger towns are quoted by the town's name."""


class Entity(NamedTuple):
    """A name that the model found: PERSON, ORG or LOC."""

    start: int
    end: int
    label: str


class Scene(NamedTuple):
    """Everything that is known about the text before places are told from other names."""

    words: Words
    hits: list[Hit]
    entities: list[Entity]
    starts: list[int]
    """Where the entities start, for the search by offset."""
    plain: frozenset[str]
    """Names of one word that the text also writes small."""
    surnames: frozenset[str]
    """Last words of persons named in full."""
    bodies: frozenset[str]
    """Names that the model calls a person or a body somewhere."""
    taken: dict[int, Hit]
    """First word of each hit."""
    by_last: dict[int, Hit]
    """Last word of each hit."""
    nations: frozenset[str]
    """Countries that the text names, or whose people."""
    lead: int
    """Where the dateline starts; -1 where there is none."""


def entities(view: TextView) -> list[Entity]:
    """The model's names, with the labels of OntoNotes (GPE, FAC) and of the bundled model alike."""
    spans = ((ent.start_char, ent.end_char, LABELS.get(ent.label_)) for ent in view.doc.ents)
    return [
        Entity(*part, label)
        for start, end, label in spans
        if label
        for part in _parts(view.text, start, end)
    ]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A name that the model drew over a mark of the page, in two: "ROME | Ann Lee"."""
    at = text.find(" | ", start, end)
    yield (start, end if at < 0 else at)
    if at >= 0:
        yield at + 3, end


def make_scene(words: Words, hits: list[Hit], found: list[Entity], lead: int = -1) -> Scene:
    """Bring words, hits and entities together."""
    others = [(fold(words.text[e.start : e.end]), e) for e in found if e.label != "LOC"]
    full = {key.rsplit(" ", 1)[1] for key, e in others if e.label == "PERSON" and " " in key}
    return Scene(
        words,
        hits,
        found,
        [entity.start for entity in found],
        _written_small(words, {hit.key for hit in hits if " " not in hit.key}),
        frozenset(full | _after_given_names(words, hits) | _speakers(words, hits)),
        frozenset(key for key, _ in others),
        {hit.first: hit for hit in hits},
        {hit.last: hit for hit in hits},
        frozenset(filter(None, map(_nation, hits))),
        lead,
    )


def _nation(hit: Hit) -> str | None:
    """The country that a name or a people tells of."""
    first = hit.places[0]
    return first.country if first.kind in NATIONS else None


def _written_small(words: Words, keys: set[str]) -> frozenset[str]:
    text = words.text
    return frozenset(
        word
        for start, end in zip(words.starts, words.ends, strict=True)
        if text[start].islower() and (word := text[start:end]) in keys
    )


def _after_given_names(words: Words, hits: list[Hit]) -> set[str]:
    """Names that follow a given name or a title: surnames, here."""
    named = lists()["given"] | lists()["names"]
    before = ((hit, shown(words, hit.first - 1)) for hit in hits if hit.first == hit.last)
    return {
        hit.key
        for hit, word in before
        if cased(word)
        and gap(words, hit.first - 1) in (" ", ". ")
        and (word.lower() in named or word in capitalized("prefix-only"))
    }


def _speakers(words: Words, hits: list[Hit]) -> set[str]:
    """Small towns and given names that say, think and own: persons; but "a reader in X asks"."""
    verbs, named, within = told_forms_of("personal"), lists()["names"], lists()["firm_cues"]
    return {
        hit.key
        for hit in hits
        if (hit.key in named or {place.kind for place in hit.places} == {"city"})
        and (hit.key in named or hit.places[0].weight < SMALL)
        and (
            (
                shown(words, hit.last + 1) in verbs
                and gap(words, hit.last) == " "
                and shown(words, hit.first - 1) not in within
            )
            or (shown(words, hit.first - 1) in verbs and gap(words, hit.first - 1) == " ")
        )
    }


def inside(scene: Scene, start: int, end: int) -> Entity | None:
    """The entity that covers any of these characters."""
    i = bisect_right(scene.starts, start) - 1
    for entity in scene.entities[max(i, 0) : i + 2]:
        if entity.start < end and start < entity.end:
            return entity
    return None


def cased(word: str) -> bool:
    """Whether a word begins with a capital letter."""
    return word[:1].isupper()


def is_head(word: str) -> bool:
    """Whether a word heads the name of a building, a road, a region or a public body."""
    return any(word in lists()[name] for name in HEADS)


def cued(scene: Scene, first: int) -> bool:
    """Whether a preposition or verb that goes with places stands before a word."""
    return shown(scene.words, first - 1).lower() in lists()["cues"]


def noun_beside(scene: Scene, first: int, last: int) -> bool:
    """A noun that says what it is: "the city of X", "X province"."""
    words, nouns = scene.words, lists()["place_nouns"]
    if shown(words, first - 1) == "of" and shown(words, first - 2).lower() in nouns:
        return True
    return gap(words, last) == " " and shown(words, last + 1) in nouns - {"capital", "community"}


def beside(words: Words, last: int, first: int) -> bool:
    """Whether two names stand in one list: "X, Y", "X and Y", "X, and Y"."""
    if first == last + 1:
        return gap(words, last) in (", ", ",\n", "/", " & ")
    return first == last + 2 and shown(words, last + 1) in lists()["listing"]
