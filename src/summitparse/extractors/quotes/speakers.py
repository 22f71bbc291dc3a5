"""From the words of a source to actors and a readable label."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summitparse import english
from summitparse.extractors.quotes.lexicon import lemma_of, words
from summitparse.extractors.quotes.source import head_of
from summitparse.mentions import MentionIndex
from summitparse.models import Actor
from summitparse.syntax import appositions_of, char_range
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summitparse.extractors.quotes.candidate import Candidate, Range
    from summitparse.extractors.quotes.scene import Scene

__all__ = ["actors_of", "is_outlet", "label_of", "speakers_of"]

RELATIVE = english.words("relative")


def speakers_of(scene: Scene, index: MentionIndex, found: Candidate) -> list[Actor]:
    """The actors that the source of a candidate means, each once."""
    if found.head is None or found.source is None:
        return []
    return actors_of(scene, index, _antecedent(found), found.source)


def _antecedent(found: Candidate) -> Token:
    """Whom a relative pronoun stands for: the noun that its clause hangs on."""
    head = found.head
    assert head is not None  # the caller tested it
    if head.lower_ in RELATIVE:
        for verb in (found.cue, found.cue.head):
            if verb.dep_ in rel.NOUN_CLAUSE:
                return verb.head
    return head


def actors_of(scene: Scene, index: MentionIndex, head: Token, phrase: Range) -> list[Actor]:
    """The actors of a noun phrase and of what is joined to its head.

    "A statement by the ministry" speaks for the ministry: a document means whom its phrase names.
    """
    named = _named_inside(index, head, phrase) or _apposed(scene, index, phrase)
    if named:
        return named
    found: dict[str, Actor] = {}
    for each in _heads(scene, head, phrase):
        for actor in index.at(each.idx, each.idx + len(each)):
            found.setdefault(actor.id, actor)
    if not found and lemma_of(head) in words("document"):
        inside = index.within(*char_range(scene.doc, phrase))
        found = {actor.id: actor for actor in inside[:1]}
    kinds = {actor.type for actor in found.values()}
    if kinds > {"country"}:
        # "Peru's Ana Soto", "unions in Peru and Chile": the countries only say whose they are.
        found = {key: actor for key, actor in found.items() if actor.type != "country"}
    return list(found.values())


def _named_inside(index: MentionIndex, head: Token, phrase: Range) -> list[Actor]:
    """The person whose name the phrase itself ends with: "an adviser to the premier, Ana Soto"."""
    if head.pos_ == "PROPN":
        return []
    for name in appositions_of(head):
        actors = index.at(name.idx, name.idx + len(name)) if name.i < phrase[1] else []
        if name.pos_ == "PROPN" and len(actors) == 1 and actors[0].type == "person":
            return actors
    return []


def _apposed(scene: Scene, index: MentionIndex, phrase: Range) -> list[Actor]:
    """The person named right after a title: "the envoy of Peru, Ana Soto, said"."""
    comma = phrase[1]
    if comma + 1 >= len(scene.doc) or scene.doc[comma].text != ",":
        return []
    name = scene.doc[comma + 1]
    if name.pos_ != "PROPN" or scene.doc[comma - 1].pos_ == "PROPN":
        return []
    actors = index.at(name.idx, name.idx + len(name))
    end = next(
        (i for i in range(comma + 2, min(len(scene.doc), comma + 8)) if scene.doc[i].text == ","),
        None,
    )
    return actors if end is not None and len(actors) == 1 and actors[0].type == "person" else []


def _heads(scene: Scene, head: Token, phrase: Range) -> list[Token]:
    """The head of a phrase and the heads of what "and" joins in it."""
    start, end = phrase
    joints = [i for i in range(start + 1, end - 1) if scene.doc[i].lower_ in ("and", "&", ",")]
    edges = [start - 1, *joints, end]
    parts = [head_of(scene, (a + 1, b)) for a, b in pairwise(edges) if a + 1 < b]
    return [head, *parts] if any(scene.doc[i].text != "," for i in joints) else [head]


def label_of(scene: Scene, found: Candidate, speakers: list[Actor]) -> str | None:
    """A readable name of the source: the actors' names, else its words."""
    if speakers:
        return " and ".join(actor.name for actor in speakers)
    if found.source is None:
        return None
    return " ".join(scene.doc[slice(*found.source)].text.split())


def is_outlet(scene: Scene, found: Candidate, speakers: list[Actor]) -> bool:
    """Whether a source passes on what others say: a news medium, by its kind of name or verb."""
    if found.head is None or any(actor.type == "person" for actor in speakers):
        return False
    start, end = found.source or (found.head.i, found.head.i + 1)
    if any(token.lower_ in words("outlet") for token in scene.doc[start:end]):
        return True
    named = bool(speakers) and all(actor.type == "organization" for actor in speakers)
    return named and found.lemma in words("relaying")
