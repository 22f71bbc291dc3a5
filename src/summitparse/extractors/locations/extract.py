"""Tagging and resolving places: names, heads, the model's entities; then the document's context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summitparse.extractors.locations.accept import accepted
from summitparse.extractors.locations.compounds import find_compounds
from summitparse.extractors.locations.mention import Choice, Mention
from summitparse.extractors.locations.resolve import resolve
from summitparse.extractors.locations.scan import Hit, breaks, find_names, read_words
from summitparse.extractors.locations.scene import Scene, entities, make_scene
from summitparse.extractors.locations.senses import (
    apart_from,
    elsewhere,
    is_outer,
    owner,
    qualifier,
    sense_of,
)
from summitparse.extractors.locations.unknown import find_unknown
from summitparse.gazetteer import Place, fold
from summitparse.models import Location, Span
from summitparse.models.mentions import LocationKind
from summitparse.page import Article
from summitparse.view import Ranges, TextView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

__all__ = ["tag_locations"]

Precision = Literal["country", "region", "place"]
PRECISION: dict[str, Precision] = {
    "country": "country",
    "demonym": "country",
    "state": "region",
    "region": "region",
    "water": "region",
}
KINDS: dict[str, LocationKind] = {
    "country": "country",
    "state": "region",
    "region": "region",
    "water": "water",
    "city": "city",
    "facility": "facility",
    "institution": "institution",
    "demonym": "demonym",
    "other": "other",
}


def tag_locations(doc: Doc | TextView, *, article: Article | None = None) -> list[Location]:
    """The places of a text, in text order, each resolved to country and coordinates.

    Works on a Doc without any annotation (gazetteer and patterns); the model's entities make it
    better. Offsets are characters of `doc.text`; coordinates are WGS 84 degrees.

    Examples:
        >>> import spacy
        >>> doc = spacy.blank("en")("The French minister flew from Lyon to Cairo.")
        >>> [(item.span.text, item.kind, item.country) for item in tag_locations(doc)]
        [('French', 'demonym', 'FR'), ('Lyon', 'city', 'FR'), ('Cairo', 'city', 'EG')]
    """
    view = TextView.of(doc, article)
    words = read_words(view.text)
    line = view.article.dateline.span if view.article.dateline else None
    scene = make_scene(words, find_names(words), entities(view), line.start if line else -1)
    asides = view.asides("boilerplate")
    mentions = [
        _led(words.text, mention, line)
        for mention in _mentions(scene)
        if not _touches(mention, asides)
    ]
    choices = resolve(mentions, breaks(words))
    pairs = zip(mentions, choices, strict=True)
    return [_location(words.text, n, *pair) for n, pair in enumerate(pairs, 1)]


def _touches(mention: Mention, asides: Ranges) -> bool:
    return any(start < mention.end and mention.start < end for start, end in asides)


def _led(text: str, mention: Mention, line: Span | None) -> Mention:
    """The mention, marked where it stands in a dateline, which never speaks of a place aside."""
    inside = line is not None and line.start <= mention.start < line.end
    begins = mention.start == 0 or text[mention.start - 1] == "\n"
    shouted = mention.within is not None and text[mention.start : mention.end].isupper()
    return mention._replace(lead=True, aside=False) if inside or (begins and shouted) else mention


def _mentions(scene: Scene) -> list[Mention]:
    """Everything that is a place, in text order, without overlaps."""
    found = [
        Mention(
            item.start,
            item.end,
            fold(scene.words.text[item.start : item.end]),
            item.kind,
            item.places,
            inner=item.inner,
        )
        for item in find_compounds(scene)
    ]
    found += _free(found, (_known(scene, hit) for hit in accepted(scene)))
    found += _free(found, find_unknown(scene, found))
    return sorted(found)


def _known(scene: Scene, hit: Hit) -> Mention:
    country = elsewhere(scene, hit)
    if country is not None:
        return Mention(hit.start, hit.end, hit.key, "region", (), (country, ""), aside=True)
    said = next(qualifier(scene, hit), None)
    within, sense = said or next(owner(scene, hit), None), sense_of(scene, hit)
    aside, apart = said is not None or is_outer(scene, hit), apart_from(scene, hit)
    place = Mention(hit.start, hit.end, hit.key, None, hit.places, within, sense)
    return place._replace(aside=aside, apart=apart)


def _free(taken: Sequence[Mention], new: Iterable[Mention]) -> list[Mention]:
    """The new mentions that touch none of the taken ones and none of each other."""
    covered = {offset for item in taken for offset in range(item.start, item.end)}
    out = []
    for item in new:
        if covered.isdisjoint(range(item.start, item.end)):
            covered.update(range(item.start, item.end))
            out.append(item)
    return out


def _location(text: str, number: int, mention: Mention, choice: Choice) -> Location:
    known, place = choice.place, choice.near or choice.place
    return Location(
        id=f"l{number}",
        span=Span.of(text, mention.start, mention.end),
        name=known.name if known else text[mention.start : mention.end],
        kind=_kind(mention, known),
        country=(known or place).country if place else None,
        geonames_id=known.geonames_id if known else None,
        feature_code=known.code if known else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        precision=_precision(known, place),
        reason=choice.reason,
        alternatives=_alternatives(mention, known),
    )


def _kind(mention: Mention, place: Place | None) -> LocationKind:
    return KINDS[mention.kind or (place.kind if place else "other")]


def _precision(known: Place | None, place: Place | None) -> Precision | None:
    """What the coordinates stand for; of a borrowed place at best its surroundings."""
    if place is None:
        return None
    return PRECISION.get(place.kind, "place" if known else "region")


def _alternatives(mention: Mention, chosen: Place | None) -> tuple[str, ...]:
    others = [place for place in mention.places if place != chosen]
    return tuple(dict.fromkeys(_told(place) for place in others[:5]))


def _told(place: Place) -> str:
    state = place.admin1 if place.country == "US" else ""
    return ", ".join(filter(None, (place.name, state, place.country)))
