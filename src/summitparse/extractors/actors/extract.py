"""The actor finder: names first, then one pass that gives every mention to its actor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from summitparse.countries import country_name, country_of_capital
from summitparse.extractors.actors.drafts import Draft, cluster, cluster_bodies
from summitparse.extractors.actors.names import Named, named_organizations, named_persons
from summitparse.extractors.actors.places import Place, places_of
from summitparse.extractors.actors.refer import Reader, is_subject
from summitparse.extractors.actors.words import begins
from summitparse.models import Actor, Location, Span
from summitparse.page import Article
from summitparse.syntax import first_conjunct
from summitparse.view import Ranges, TextView, is_inside

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_actors"]

NATIONAL = frozenset(("country", "demonym"))


def find_actors(
    doc: Doc | TextView, *, locations: Sequence[Location] = (), article: Article | None = None
) -> list[Actor]:
    """Find who acts and speaks: persons, organizations, countries and groups, with every mention.

    `locations` are those of `tag_locations`; without them country names and adjectives are looked
    up by name. Spans are characters of `doc.text`; ids are `a1`, `a2`, ... in the order of the
    first mention; `country` is an ISO 3166-1 alpha-2 code. A mention by a pronoun, a title or a
    group word ("both leaders") is listed with each actor that it means. Entities come from the
    model; on a Doc without them, only titles before names and countries are found.
    """
    view = TextView.of(doc, article)
    doc = view.doc
    skipped = _within(view.asides("boilerplate", "dateline"))
    places = [place for place in places_of(doc, locations) if not skipped(place.chars[0])]
    by_token = {i: place for place in places for i in range(place.start, place.end)}
    persons = [n for n in named_persons(doc, by_token) if not skipped(doc[n.start].idx)]
    taken = {i for each in persons for i in range(each.start, each.end)}
    bodies = named_organizations(doc, taken, by_token)
    bodies = [each for each in bodies if not skipped(doc[each.start].idx)]
    named = sorted([*persons, *bodies], key=lambda each: each.start)
    drafts = _drafts(doc, persons, cluster) | _drafts(doc, bodies, cluster_bodies)
    quoted = tuple((each.start, each.end) for each in view.quotations)
    reader = Reader(doc, by_token, _within(quoted))
    _read(reader, named, drafts, places, skipped)
    people = list(dict.fromkeys(drafts[id(each)] for each in named))
    return _actors(view.text, [*people, *reader.countries.values(), *reader.unnamed.values()])


def _drafts(
    doc: Doc,
    found: Sequence[Named],
    clustered: Callable[[Sequence[Named], Sequence[str]], list[Draft]],
) -> dict[int, Draft]:
    """The actor of every named mention, by the mention's identity."""
    texts = [" ".join(doc[each.name_start : each.end].text.split()) for each in found]
    return {id(each): draft for each, draft in zip(found, clustered(found, texts), strict=True)}


def _read(
    reader: Reader,
    named: Iterable[Named],
    drafts: dict[int, Draft],
    places: Iterable[Place],
    skipped: Callable[[int], bool],
) -> None:
    """Walk the tokens; what a mention by name covers isn't read again."""
    starts = {each.start: each for each in named}
    beside = {each.after.start: each for each in named if each.after and each.after.text}
    countries = {each.start: each for each in places if _is_national(reader.doc, each)}
    covered = 0
    for token in reader.doc:
        if begins(token):
            reader.state.sentence += 1
        if token.is_space or skipped(token.idx):
            continue
        if token.i in countries:
            reader.country(countries[token.i], inside=token.i in starts or token.i < covered)
        if token.i in starts and token.i >= covered:
            each = starts[token.i]
            reader.named(drafts[id(each)], each.start, each.end)
            covered = each.end
        elif token.i in beside and token.i >= covered:
            each = beside[token.i]
            covered = reader.beside(drafts[id(each)], each)
        elif token.i >= covered and token.i not in reader.places:
            reader.word(token)


def _is_national(doc: Doc, place: Place) -> bool:
    """A country's name, or its capital where that stands for the government ("Lima agreed")."""
    if place.country is None or place.end <= place.start:
        return False
    if place.kind in NATIONAL:
        return True
    capital = place.kind == "city" and country_of_capital(place.name) == place.country
    if not capital:
        return False
    first = first_conjunct(doc[place.start : place.end].root)
    return is_subject(first) and first.head.pos_ == "VERB"


def _within(ranges: Ranges) -> Callable[[int], bool]:
    """Whether a character offset lies in one of some ranges."""
    return lambda offset: is_inside(ranges, offset)


def _actors(text: str, drafts: Iterable[Draft]) -> list[Actor]:
    kept = sorted((each for each in drafts if each.spans), key=lambda each: min(each.spans))
    return [_actor(text, number, draft) for number, draft in enumerate(kept, 1)]


def _actor(text: str, number: int, draft: Draft) -> Actor:
    name = draft.name
    if draft.kind == "country" and draft.country:
        name = country_name(draft.country) or name
    return Actor(
        id=f"a{number}",
        name=name,
        type=draft.kind,
        role=draft.role,
        country=draft.country,
        mentions=tuple(Span.of(text, start, end) for start, end in sorted(draft.spans)),
    )
