"""Which names of the gazetteer mean a place here, and not a person, a body or a plain word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from summitparse import english
from summitparse.extractors.locations.bodies import in_other_name, in_union
from summitparse.extractors.locations.persons import is_full_name, is_person, is_titled
from summitparse.extractors.locations.scan import Hit, gap, lists, shown
from summitparse.extractors.locations.scene import (
    Entity,
    Scene,
    beside,
    cased,
    cued,
    inside,
    is_head,
    noun_beside,
)
from summitparse.extractors.locations.senses import goes_on, qualifier
from summitparse.gazetteer import Place

__all__ = ["accepted"]

CITY, TOWN, VILLAGE = 50, 42, 37
"""10 log10 of 100,000, 15,000 and 5,000 inhabitants."""
METROPOLIS = 57
CLOSING = frozenset(",.;)")
ADJECTIVES = ("sh", "ch", "ese", "an", "ic")
ARTICLES = english.words("determiner", "article")
ACRONYM = 5
Verdict = Literal["yes", "no", "open"]
"""`open`: a place only if the same name is one elsewhere in the text, or beside a sure one."""


def accepted(scene: Scene) -> list[Hit]:
    """The hits that are places, in text order."""
    verdicts = [_verdict(scene, hit) for hit in scene.hits]
    _spread(scene, verdicts, range(len(verdicts)))
    _spread(scene, verdicts, range(len(verdicts) - 1, -1, -1))
    pairs = list(zip(scene.hits, verdicts, strict=True))
    sure = {hit.key for hit, verdict in pairs if verdict == "yes"}
    return [hit for hit, v in pairs if v == "yes" or (v == "open" and hit.key in sure)]


def _spread(scene: Scene, verdicts: list[Verdict], order: Iterable[int]) -> None:
    """In a list ("Vigo, Braga and Porto") one sure place vouches for the others."""
    previous = -1
    for i in order:
        if previous >= 0 and verdicts[i] == "open" and verdicts[previous] == "yes":
            one, other = sorted((scene.hits[i], scene.hits[previous]))
            plain = not {"demonym"} & {place.kind for place in scene.hits[previous].places}
            if plain and beside(scene.words, one.last, other.first):
                verdicts[i] = "yes"
        previous = i


def _verdict(scene: Scene, hit: Hit) -> Verdict:
    kinds = {place.kind for place in hit.places}
    if in_other_name(scene.words, hit.first, hit.last, kinds) or _bare_abbreviation(scene, hit):
        return "no"
    if "demonym" in kinds:
        if _is_of_many(scene, hit) and in_union(scene.words, hit.last):
            return "no"
        titled = is_titled(scene, hit) and is_full_name(scene, hit)
        return "no" if titled or _language(scene, hit) else "yes"
    if kinds == {"city"}:
        return _city_verdict(scene, hit)
    if kinds == {"region"} and hit.places[0].country is None and hit.first == hit.last:
        return "no" if in_union(scene.words, hit.last) else "yes"
    if _longer_name(scene, hit, kinds) or _is_titled_given_name(scene, hit):
        return "no"
    if kinds & {"country", "state"}:
        return _land_verdict(scene, hit, kinds)
    return "no" if is_person(scene, hit) else "yes"


def _is_of_many(scene: Scene, hit: Hit) -> bool:
    """A people without a country of their own: "Arab", "African"; the American ones of the OAS."""
    within = shown(scene.words, hit.first - 1) == "of" and cased(shown(scene.words, hit.first - 2))
    return within or hit.places[0].country is None


def _land_verdict(scene: Scene, hit: Hit, kinds: set[str]) -> Verdict:
    """Countries and states, of which some are also names of persons: Jordan, Virginia."""
    if is_full_name(scene, hit):
        return "no"
    if "country" not in kinds:
        if _qualified(scene, hit):
            return "yes"
        if hit.key in scene.surnames and not cued(scene, hit.first):
            return "open"
    named = hit.key in lists()["names"] and is_person(scene, hit)
    if named and any(place.code == "PPLC" for place in hit.places):
        return _lone_name_verdict(scene, hit, inside(scene, hit.start, hit.end))
    return "open" if named and hit.key not in scene.surnames else ("no" if named else "yes")


def _city_verdict(scene: Scene, hit: Hit) -> Verdict:
    words, size = lists(), hit.places[0].weight
    if _is_titled_person(scene, hit) or _misplaced(scene, hit):
        return "no"
    if _qualified(scene, hit) or _begins_dateline(scene, hit) or _is_seat(scene, hit):
        return "yes"
    if hit.key in words["common"] and _lone_city(scene, hit):
        return "yes"
    if hit.key in words["common"] or hit.key in scene.plain or _longer_name(scene, hit, {"city"}):
        return "no"
    if size < METROPOLIS and (hit.key in scene.surnames or _acronym(scene, hit)):
        return "no"
    entity = inside(scene, hit.start, hit.end)
    if noun_beside(scene, hit.first, hit.last):
        return "yes"
    if is_person(scene, hit):
        return _lone_name_verdict(scene, hit, entity)
    before = shown(scene.words, hit.first - 1)
    firm = before in words["firm_cues"]
    if size < CITY and before.lower() in ARTICLES:
        return "open"
    if hit.key in words["names"]:
        return "yes" if size >= METROPOLIS or (firm and size >= VILLAGE) else "open"
    if entity and entity.label == "LOC":
        return "yes" if size >= TOWN or cued(scene, hit.first) else "open"
    if entity and entity.label == "ORG" and hit.start > entity.start and not firm:
        return "open"
    if size >= CITY or (size >= TOWN and not _names_around(scene, hit)):
        return "yes"
    return "yes" if firm and not _names_around(scene, hit) else "open"


def _is_titled_person(scene: Scene, hit: Hit) -> bool:
    """A person of one name behind a title, for the model too: "Lord Bristol", "Envoy Sato (Japan)"."""
    entity = inside(scene, hit.start, hit.end)
    return entity is not None and entity.label == "PERSON" and is_titled(scene, hit)


def _is_titled_given_name(scene: Scene, hit: Hit) -> bool:
    """A given name between a title and a surname: "Judge Victoria Lake"."""
    after = shown(scene.words, hit.last + 1)
    surname = cased(after) and gap(scene.words, hit.last) == " "
    return hit.key in lists()["names"] and surname and is_titled(scene, hit)


def _misplaced(scene: Scene, hit: Hit) -> bool:
    """A small town that what stands behind its name says it isn't: "in Port Magee, Ireland"."""
    outer = scene.taken.get(hit.last + 1)
    if outer is None or gap(scene.words, hit.last) not in (", ", ",\n") or _qualified(scene, hit):
        return False
    place = outer.places[0]
    fits = any(p.country == place.country for p in hit.places) and place.kind == "country"
    listed = goes_on(scene, outer)
    closed = scene.words.text[outer.end : outer.end + 1] in CLOSING and not listed
    named = cased(shown(scene.words, hit.first - 1)) and gap(scene.words, hit.first - 1) == " "
    first = hit.first - 1 if named else hit.first
    joined = shown(scene.words, first - 1) in ("and", "or") and first - 2 in scene.by_last
    short = scene.words.text[outer.start : outer.end].count(".") == 1
    outside = place.kind in ("country", "state") and not fits
    told = noun_beside(scene, hit.first, hit.last)
    introduced = short or told or (closed and (joined or cued(scene, first)))
    return outside and introduced and (told or hit.places[0].weight < CITY)


def _begins_dateline(scene: Scene, hit: Hit) -> bool:
    """In capitals at the head of a dateline; not a speaker's name ("CLINTON: Thank you")."""
    return (
        hit.start == scene.lead
        and scene.words.text[hit.start : hit.end].isupper()
        and hit.key not in lists()["common"] - {hit.key for _ in _seats(scene, hit)}
        and scene.words.text[hit.end : hit.end + 1] != ":"
    )


def _seats(scene: Scene, hit: Hit) -> list[Place]:
    """The capitals of this name whose country the text names."""
    return [p for p in hit.places if p.code == "PPLC" and p.country in scene.nations]


def _is_seat(scene: Scene, hit: Hit) -> bool:
    """A capital with the name of a plain word, after a preposition: "flew to Male"."""
    return (
        bool(_seats(scene, hit)) and cased(shown(scene.words, hit.first)) and cued(scene, hit.first)
    )


def _lone_city(scene: Scene, hit: Hit) -> bool:
    """A city with the name of a plain word, which the model takes for a place: "in Reading"."""
    entity = inside(scene, hit.start, hit.end)
    alone = entity is not None and (entity.start, entity.end) == (hit.start, hit.end)
    named = alone and entity is not None and entity.label == "LOC"
    firm = shown(scene.words, hit.first - 1) in lists()["firm_cues"]
    return named and firm and hit.places[0].weight >= CITY


def _acronym(scene: Scene, hit: Hit) -> bool:
    """A few capitals that begin no dateline are an acronym: NATO, though there is such a town."""
    word = shown(scene.words, hit.first)
    short = hit.first == hit.last and len(word) <= ACRONYM and word.isupper()
    return short and gap(scene.words, hit.last)[:2] not in (", ", " —", " –", " -", " (")


def _lone_name_verdict(scene: Scene, hit: Hit, entity: Entity | None) -> Verdict:
    """A town that the model takes for a person of one name: models err, prominence and cues weigh."""
    size = hit.places[0].weight
    if entity is None or entity.end > hit.end + 2 or entity.start < hit.start:
        return "no"
    capital = any(place.code == "PPLC" for place in hit.places)
    rare = size < METROPOLIS and not capital
    if hit.key in scene.surnames or (hit.key in lists()["names"] and rare):
        return "no"
    return "yes" if size >= CITY or (size >= VILLAGE and cued(scene, hit.first)) else "open"


# ------------------------------------------------------------------ the words around
def _bare_abbreviation(scene: Scene, hit: Hit) -> bool:
    """Calif., NY count after a place only ("Fresno, Calif."), save those with two dots."""
    if hit.key.islower() or any(place.kind != "state" for place in hit.places):
        return False
    dots = scene.words.text.count(".", hit.start, hit.end)
    return dots < 2 and gap(scene.words, hit.first - 1) not in (", ", ",\n", " (")


def _qualified(scene: Scene, hit: Hit) -> bool:
    """Whether the words behind say where it lies; of a plain word only right behind a comma."""
    plain = hit.key in lists()["common"] and gap(scene.words, hit.last)[:1] != ","
    return not plain and next(qualifier(scene, hit), None) is not None


def _names_around(scene: Scene, hit: Hit) -> bool:
    """Whether a capitalised word that is no place stands directly beside the hit."""
    words = scene.words
    before, after = shown(words, hit.first - 1), shown(words, hit.last + 1)
    left = gap(words, hit.first - 1) == " " and cased(before) and not before.isupper()
    right = gap(words, hit.last) == " " and cased(after) and not is_head(after)
    return left or (right and hit.last + 1 not in scene.taken)


def _longer_name(scene: Scene, hit: Hit, kinds: set[str]) -> bool:
    """A town's name inside a longer name that the model takes for a place: "Kasba Bonli"."""
    entity = inside(scene, hit.start, hit.end)
    if kinds != {"city"} or not entity or entity.label != "LOC" or entity.end <= hit.end + 2:
        return False
    rest = scene.words.text[hit.end : entity.end]
    return hit.places[0].weight < METROPOLIS and rest[0] == " " and rest[1:2].isupper()


def _language(scene: Scene, hit: Hit) -> bool:
    """The tongue, not the people: "in English", "although French is spoken"."""
    word, before = shown(scene.words, hit.last), shown(scene.words, hit.first - 1)
    if not word.endswith(ADJECTIVES) or before.lower() == "the" or hit.first != hit.last:
        return False
    after = scene.taken.get(hit.last + 1) or scene.taken.get(hit.last + 2)
    if after and beside(scene.words, hit.last, after.first):
        return False
    between = gap(scene.words, hit.last)
    ends = (
        between[:1] in '.,;:)!?\n”"'
        or shown(scene.words, hit.last + 1) in lists()["after_language"]
    )
    return ends and (before in lists()["language_cues"] or word in lists()["languages"])
