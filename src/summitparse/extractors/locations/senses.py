"""What the words around a name say of its bearer: "Paris, Texas", "the state of Georgia"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from summitparse.english.titles import either_case
from summitparse.extractors.locations.scan import POSSESSIVE, Hit, gap, lists, shown
from summitparse.extractors.locations.scene import Scene, noun_beside

__all__ = ["apart_from", "elsewhere", "goes_on", "is_outer", "owner", "qualifier", "sense_of"]

Within: TypeAlias = tuple[str | None, str]
"""A country and a division of it, empty where only the country is named."""
MANY_KINDS = 2
LINKS = 5
"""Words that may stand between a town and its country: ", the capital of"."""
NEAR = 5
"""Words after a name among which its office stands: "Georgia's newly elected president"."""
APART = 8
"""Words that may stand between two names that are told apart."""
JOINTS = (", ", ",\n", " (")


def qualifier(scene: Scene, hit: Hit) -> Iterator[Within]:
    """Country and division named right after a hit that has a bearer there: "Paris, Texas"."""
    after = _after(scene, hit)
    for outer in after.places if after else ():
        fits = [place for place in hit.places if place.country == outer.country and place.country]
        if outer.kind == "country" and fits:
            yield outer.country, ""
        if outer.kind == "state" and any(
            place.admin1 == (outer.admin1 or place.admin1) and place != outer for place in fits
        ):
            yield outer.country, outer.admin1


def _after(scene: Scene, hit: Hit) -> Hit | None:
    """The name that what follows a hit leads to: ", X", " in northern X", ", the capital of X"."""
    words, between = scene.words, gap(scene.words, hit.last)
    nation = any(place.kind == "country" for place in hit.places)
    if between in JOINTS and hit.last + 1 in scene.taken:
        outer = scene.taken[hit.last + 1]
        return outer if not nation or between == " (" or _is_only_state(scene, outer) else None
    noun = between == " " and shown(words, hit.last + 1) in lists()["place_nouns"]
    start = hit.last + 2 if noun else hit.last + 1
    links, i = lists()["links"], start
    while i <= hit.last + LINKS and shown(words, i) in links:
        i += 1
    aside = {shown(words, n) for n in range(hit.last + 1, i)} if between == ", " else set()
    opened = aside & lists()["seats"] or (shown(words, start) == "in" and not nation)
    nation = nation and not aside & lists()["seats"] - {"in"}
    joined = all(gap(words, n) in (" ", "\n") for n in range(hit.last + 1, i))
    return scene.taken.get(i) if opened and joined and not nation else None


def _is_only_state(scene: Scene, outer: Hit) -> bool:
    """Whether a state ends what goes before: "Lebanon, Ohio, is small", no list of lands."""
    after = scene.words.text[outer.end : outer.end + 1]
    listed = goes_on(scene, outer)
    short = scene.words.text[outer.end - 1] == "."
    closed = short or (after in (",", ".", ";", ")", "") and not listed)
    return closed and {place.kind for place in outer.places} == {"state"}


def goes_on(scene: Scene, hit: Hit) -> bool:
    """Whether another place follows in one list: ", and Spain", ", Spain"."""
    joined = shown(scene.words, hit.last + 1) in ("and", "or")
    return hit.last + (2 if joined else 1) in scene.taken


def owner(scene: Scene, hit: Hit) -> Iterator[Within]:
    """The country that goes right before: "Lebanon's Tripoli", "Greek Macedonia"."""
    before = scene.by_last.get(hit.first - 1)
    if before is None or gap(scene.words, hit.first - 1) != " ":
        return
    owning = shown(scene.words, before.last).endswith(POSSESSIVE)
    for place in before.places:
        if place.kind == ("country" if owning else "demonym") and any(
            bearer.country == place.country and bearer.kind != place.kind for bearer in hit.places
        ):
            yield place.country, ""


def elsewhere(scene: Scene, hit: Hit) -> str | None:
    """The country that the text puts a province in, where no table has one of its name there:
    "the province of Limburg in Belgium".
    """
    outer = _after(scene, hit)
    nation = next((p.country for p in outer.places if p.kind == "country"), None) if outer else None
    if nation is None or {place.kind for place in hit.places} != {"state"}:
        return None
    told = noun_beside(scene, hit.first, hit.last)
    return nation if told and all(p.country != nation for p in hit.places) else None


def is_outer(scene: Scene, hit: Hit) -> bool:
    """Whether a place goes before that lies in this one: "Lyon, France"."""
    return next(_inner(scene, hit), None) is not None


def _inner(scene: Scene, hit: Hit) -> Iterator[Within]:
    """What the name says of a place that goes before it, if anything."""
    before = scene.by_last.get(hit.first - 1)
    if before is not None and gap(scene.words, hit.first - 1) in JOINTS:
        yield from qualifier(scene, before)


def sense_of(scene: Scene, hit: Hit) -> str | None:
    """The kind of bearer that the words around ask for, where the name has several kinds."""
    kinds = {place.kind for place in hit.places}
    if len(kinds) < MANY_KINDS:
        return None
    inner = next(_inner(scene, hit), None)
    if "state" in kinds and (_of_state(scene, hit) or (inner and inner[1])):
        return "state"
    if "country" in kinds and (_of_country(scene, hit) or inner):
        return "country"
    words = scene.words
    if "city" in kinds and shown(words, hit.first - 1) == "of":
        noun = shown(words, hit.first - 2).lower()
        return "city" if noun in lists()["city_nouns"] else None
    return None


def _of_state(scene: Scene, hit: Hit) -> bool:
    """Words of a state in its own right: "state of X", "X state", "Gov. Hart of X"."""
    words, marks = scene.words, lists()["state_words"]
    after = shown(words, hit.last + 1) if gap(words, hit.last) == " " else ""
    if after in marks or after in lists()["division_nouns"]:
        return True
    if shown(words, hit.first - 1) != "of":
        return (
            shown(words, hit.first - 1) in ("state", "State") and gap(words, hit.first - 1) == " "
        )
    if shown(words, hit.first - 2) in lists()["division_nouns"]:
        return True
    return any(shown(words, hit.first - n) in marks for n in (2, 3, 4, 5))


def _of_country(scene: Scene, hit: Hit) -> bool:
    """Words of a state among states: "the country of X", "X's foreign minister"."""
    words, marks = scene.words, lists()["nation_words"] | either_case("state")
    if shown(words, hit.first - 1) == "of":
        return shown(words, hit.first - 2) in marks | lists()["ministers"] | either_case("of-state")
    for n in range(hit.last + 1, hit.last + NEAR):
        if gap(words, n - 1) != " ":
            return False
        if shown(words, n) in marks:
            return True
    return False


# ------------------------------------------------------------------ told apart
def apart_from(scene: Scene, hit: Hit) -> frozenset[str]:
    """Countries beside which a name means another: "Congo and the Democratic Republic of Congo"."""
    kinds = {place.kind for place in hit.places}
    nations = {place.country for place in hit.places if place.kind in ("country", "state")}
    if "country" not in kinds or len(nations) < MANY_KINDS:
        return frozenset()
    reach = range(1, APART + 1)
    behind = (scene.taken.get(hit.last + n) for n in reach)
    before = (scene.by_last.get(hit.first - n) for n in reach)
    others = [other for other in (*behind, *before) if other and _told_apart(scene, hit, other)]
    found = {place.country for other in others for place in other.places if place.kind == "country"}
    return frozenset(country for country in found & nations if country)


def _told_apart(scene: Scene, hit: Hit, other: Hit) -> bool:
    """Whether two names are joined like two things, or one is called the other's neighbour."""
    one, two = sorted((hit, other))
    between = range(one.last + 1, two.first)
    if one.key == two.key or any(gap(scene.words, n - 1) not in (" ", "\n", ", ") for n in between):
        return False
    words = {shown(scene.words, n).lower() for n in between}
    return bool(words & lists()["neighbours"]) or (bool(words) and words <= lists()["pairing"])
