"""Tagging and resolving places: names, heads, the model's entities; then the document's context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summitparse.extractors.locations.accept import accepted, qualifier, sense_of
from summitparse.extractors.locations.compounds import find_compounds
from summitparse.extractors.locations.mention import Choice, Mention
from summitparse.extractors.locations.resolve import resolve
from summitparse.extractors.locations.scan import Hit, find_names, read_words
from summitparse.extractors.locations.scene import Scene, entities, make_scene
from summitparse.extractors.locations.unknown import find_unknown
from summitparse.gazetteer import Place, fold
from summitparse.models import Article, Location, Span
from summitparse.models.mentions import LocationKind
from summitparse.view import TextView

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

    >>> import spacy
    >>> doc = spacy.blank("en")("The French minister flew from Lyon to Cairo.")
    >>> [(item.span.text, item.kind, item.country) for item in tag_locations(doc)]
    [('French', 'demonym', 'FR'), ('Lyon', 'city', 'FR'), ('Cairo', 'city', 'EG')]
    """
    view = TextView.of(doc, article)
    words = read_words(view.text)
    scene = make_scene(words, find_names(words), entities(view.doc))
    mentions = [mention for mention in _mentions(scene) if not _skipped(mention, view)]
    choices = resolve(mentions)
    pairs = zip(mentions, choices, strict=True)
    return [_location(words.text, n, *pair) for n, pair in enumerate(pairs, 1)]


def _skipped(mention: Mention, view: TextView) -> bool:
    asides = view.asides("boilerplate")
    return any(start < mention.end and mention.start < end for start, end in asides)


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
    within = next(qualifier(scene, hit), None)
    return Mention(hit.start, hit.end, hit.key, None, hit.places, within, sense_of(scene, hit))


def _free(taken: Sequence[Mention], new: Iterable[Mention]) -> list[Mention]:
    """The new mentions that touch none of the taken ones."""
    covered = {offset for item in taken for offset in range(item.start, item.end)}
    return [item for item in new if covered.isdisjoint(range(item.start, item.end))]


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
