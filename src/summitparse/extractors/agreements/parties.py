"""Who agreed: the states behind the leaders of a clause, companies and blocs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summitparse import english
from summitparse.extractors.agreements.cues import Cue
from summitparse.extractors.agreements.lexicon import group_words, words
from summitparse.grounding import mentions_between
from summitparse.leads import (
    HOW_MANY,
    acts_privately,
    holds_office,
    leading,
    leading_states,
    names_nobody,
)
from summitparse.mentions import MentionIndex
from summitparse.models import Actor
from summitparse.syntax import appositions_of, conjuncts, logical_subject
from summitparse.syntax.sentences import Sentence

__all__ = ["Bench", "Parties", "find_parties", "make_bench"]

Range = tuple[int, int]

NUMBERS = {**HOW_MANY} | {"both": 2, "pair": 2, "twin": 2}
GROUP_REACH = 6
"""How many words before the cue a word like "sides" or "they" may stand."""
PARTNER_REACH = 25
COMPANY_REACH = 600
"""Characters before "the companies" in which they are named."""
MOST = 4
"""Most parties that words without a number are taken to mean."""
PLACED = english.words("preposition", "position") | english.words("preposition", "motion")
ARTICLES = english.words("determiner", "article")


@dataclass(frozen=True)
class Bench:
    """The actors of a text, ready to be asked for."""

    actors: tuple[Actor, ...]
    index: MentionIndex
    states: dict[str, Actor]
    """The country actor of each ISO code."""
    leading: tuple[Actor, ...]
    """The parties that lead the text."""
    official: bool
    """Whether anybody in the text acts for a state."""
    dateline: Range
    """The characters of the dateline, which names nobody who acts."""


class Parties(NamedTuple):
    """The parties of a claim and the words that name them."""

    actors: tuple[Actor, ...] = ()
    source: Range | None = None
    group: bool = False
    """Whether the words only say that several acted ("both sides")."""


def make_bench(actors: Sequence[Actor], start: int, end: int, dateline: Range) -> Bench:
    """The look-up of a text's actors, whose body lies between two offsets."""
    states: dict[str, Actor] = {}
    for actor in actors:
        if actor.type == "country" and actor.country:
            states.setdefault(actor.country, actor)
    heads = [_party(actor, states) for actor in leading(actors, start, end)]
    found = _distinct(party for party in heads if party is not None)
    if len(found) < max(2, len(heads)):
        found = _distinct([*found, *leading_states(actors, start)])[: max(2, len(heads))]
    official = bool(found) or any(map(holds_office, actors))
    return Bench(tuple(actors), MentionIndex(actors), states, found, official, dateline)


def find_parties(
    cue: Cue, bench: Bench, earlier: Sequence[tuple[Actor, ...]], previous: Sentence | None
) -> Parties:
    """The parties of a cue: named in its clause, else those that the group in it stands for.

    `earlier` are the parties of the claims before and `previous` is the sentence before in the
    paragraph: "they" and "both sides" mean those named there.
    """
    before = next((parties for parties in reversed(earlier) if len(parties) > 1), ())
    group = next((p for parties in reversed(earlier) for p in parties if p.type == "group"), None)
    found = _acting(cue, bench)
    actors = _distinct(_weighty([*found.actors, *_partners(cue, bench)]))
    informative = any(actor.type == "group" for actor in found.actors)
    enough = len(actors) > 1 or (bool(actors) and not found.group) or informative
    number = _number(cue)
    if number and not informative and (len(actors) < number or found.group):
        enough = number == len(actors)
    if not enough and (found.group or cue.passive or cue.witness is not None or not actors):
        several = _standing_for(cue, bench, before, group, previous, number)
        actors = several if len(several) > 1 else _distinct([*actors, *several])
    return Parties(actors, found.source, found.group)


def _number(cue: Cue) -> int | None:
    """How many the words before the cue say that there are."""
    lower = cue.sentence.lower
    said = [NUMBERS[word] for word in lower[max(0, cue.at - 8) : cue.at] if word in NUMBERS]
    return said[-1] if said else None


# ---------------------------------------------------------------- who stands in the clause


def _acting(cue: Cue, bench: Bench) -> Parties:
    """Who does it: the agent of a passive, the subject, or the actors before the cue."""
    if cue.noun is not None and cue.sentence.lower[cue.noun] in words("private"):
        firms = _firms_before(cue, bench)
        if len(firms) > 1:
            return Parties(firms, (cue.sentence.start, cue.sentence.to(max(1, cue.at))))
    if cue.passive:
        return _agents(cue, bench)
    at = cue.at if cue.witness is None else cue.witness
    near, parsed = _by_order(cue.sentence, at, bench), _by_parse(cue.sentence, at, bench)
    if near.group or set(near.actors) >= set(parsed.actors) or not parsed.source:
        return near
    overlap = near.source and near.source[0] <= parsed.source[0]
    return (
        Parties(_distinct(_weighty([*parsed.actors, *near.actors])), near.source)
        if overlap
        else parsed
    )


def _by_parse(sentence: Sentence, at: int, bench: Bench) -> Parties:
    """The parties in the subject that the parse gives, with its conjuncts and appositions."""
    subject = logical_subject(sentence.tokens[at])
    if subject is None or not sentence.start <= subject.idx < sentence.at(at):
        return Parties()
    heads = [part for each in conjuncts(subject) for part in (each, *appositions_of(each))]
    heads = [head for head in heads if sentence.start <= head.idx < sentence.at(at)]
    start = max(sentence.start, min(head.left_edge.idx for head in heads))
    span = (start, max(head.idx + len(head) for head in heads))
    return Parties(_parties(_named_in(span, sentence, bench), bench), span)


def _by_order(sentence: Sentence, at: int, bench: Bench) -> Parties:
    """The parties before the cue: behind the verb before it, else in all the sentence before it.

    A group right before the cue ("the two sides") stands for all.
    """
    start = _behind_verb(sentence, at)
    for first in (start, 0):
        span = (sentence.at(first), sentence.at(at))
        named = _named_in(span, sentence, bench)
        group = _nearest_group(named, span)
        if group is not None:
            return Parties((group,), (span[0], sentence.to(at)))
        found = _parties(named, bench)
        if found and (len(found) > 1 or _group_word(sentence, at) is None):
            return Parties(found, (span[0], sentence.to(at)))
        word = _group_word(sentence, at)
        if word is not None:
            here = _parties(bench.index.at(sentence.at(word), sentence.to(word + 1)), bench)
            return Parties(here, (sentence.at(word), sentence.to(word + 1)), group=True)
    return Parties()


def _nearest_group(named: Sequence[Actor], span: Range) -> Actor | None:
    """A group with a name of its own ("Gulf leaders") that stands behind all others in a range."""
    lasts = [
        (mentions[-1].start, actor)
        for actor in named
        if (mentions := mentions_between(actor, *span))
    ]
    if not lasts:
        return None
    _, last = max(lasts, key=lambda each: each[0])
    return last if last.type == "group" and not names_nobody(last) else None


def _group_word(sentence: Sentence, at: int) -> int | None:
    """Where right before a position a word says that several act, without naming them."""
    near = range(at - 1, max(-1, at - 1 - GROUP_REACH), -1)
    return next((n for n in near if sentence.lower[n] in group_words()), None)


def _behind_verb(sentence: Sentence, at: int) -> int:
    """The position behind the last full verb before the cue's own verb group."""
    n = at
    while n > 0 and (
        sentence.pos[n - 1] in ("AUX", "ADV", "PART") or sentence.lower[n - 1] == "to"
    ):
        n -= 1
    while n > 0 and sentence.pos[n - 1] not in ("VERB", "AUX", "SCONJ"):
        n -= 1
    return n


def _named_in(span: Range, sentence: Sentence, bench: Bench) -> list[Actor]:
    """The actors named in a range, those inside a group's name too ("the ministers of X and Y").

    Those that only say where ("in Russia", "from Oslo") are left out.
    """
    if span[0] <= bench.dateline[0] and bench.dateline[1] <= span[1]:
        span = (bench.dateline[1], span[1])
    found = list(bench.index.within(*span))
    inside = [actor for actor in found if actor.type == "group"]
    for group in inside:
        for mention in mentions_between(group, *span):
            found += _word_by_word(sentence, mention.start, mention.end, bench)
    return [actor for actor in found if not _only_placed(actor, span, sentence)]


def _word_by_word(sentence: Sentence, start: int, end: int, bench: Bench) -> Iterable[Actor]:
    for n in range(sentence.position(start), sentence.position(end)):
        for actor in bench.index.at(sentence.at(n), sentence.to(n + 1)):
            if actor.type != "group":
                yield actor


def _only_placed(actor: Actor, span: Range, sentence: Sentence) -> bool:
    here = mentions_between(actor, *span)
    return (
        actor.type in ("country", "organization")
        and bool(here)
        and all(_is_placed(sentence, mention.start) for mention in here)
    )


def _is_placed(sentence: Sentence, offset: int) -> bool:
    n = sentence.position(offset)
    before = sentence.lower[max(0, n - 4) : n]
    behind = [word for word in before if word not in ARTICLES][-1:]
    return bool(PLACED.intersection(behind)) and not words("officials").intersection(before)


def _firms_before(cue: Cue, bench: Bench) -> tuple[Actor, ...]:
    """Companies, and who may be one, in the clause before the cue; no state but its own."""
    start = cue.sentence.at(_behind_verb(cue.sentence, cue.at))
    found = bench.index.within(start, cue.sentence.at(cue.at))
    return tuple(
        actor
        for actor in found
        if not names_nobody(actor)
        and actor.country is None
        and not holds_office(actor)
        and actor.type in ("organization", "person")
    )


def _agents(cue: Cue, bench: Bench) -> Parties:
    """Behind "by": "signed by both foreign ministers"."""
    sentence = cue.sentence
    lower = sentence.lower
    for n in range(cue.behind, len(lower)):
        if lower[n] == "by" and not any(word[-1:].isdigit() for word in lower[n + 1 : n + 4]):
            span = (sentence.at(n + 1), max(sentence.at(n + 1), _clause_end(sentence, n + 1)))
            found = _parties(_named_in(span, sentence, bench), bench)
            group = bool(group_words().intersection(lower[n : n + 6]))
            return Parties(found, span, group) if found or group else Parties()
    return Parties()


def _clause_end(sentence: Sentence, n: int) -> int:
    """Offset at which the words behind position `n` stop naming somebody."""
    for k in range(n + 1, len(sentence.lower)):
        if sentence.lower[k] in words("ends_names"):
            return sentence.to(k)
    return sentence.end


def _partners(cue: Cue, bench: Bench) -> tuple[Actor, ...]:
    """Those that the cue or its document is "with" or "between"."""
    sentence = cue.sentence
    spans = [range(cue.behind, min(len(sentence.lower), cue.behind + PARTNER_REACH))]
    if cue.noun is not None and cue.passive:
        spans.append(range(cue.noun, cue.at))
    found: list[Actor] = []
    for span in spans:
        for n in span:
            if sentence.lower[n] in {",", ";", ":", "that", "which"}:
                break
            if sentence.lower[n] in {"with", "between"}:
                found += bench.index.within(sentence.at(n), _clause_end(sentence, n))
    return _parties(found, bench)


# ---------------------------------------------------------------- whom a group stands for


def _standing_for(
    cue: Cue,
    bench: Bench,
    before: tuple[Actor, ...],
    group: Actor | None,
    previous: Sentence | None,
    number: int | None,
) -> tuple[Actor, ...]:
    """Whom "both sides", or nobody in the clause, means.

    First those of the sentence before, then of the claim before, then those who lead the text.
    """
    if words("firms").intersection(cue.sentence.lower[max(0, cue.at - 4) : cue.at]):
        return _companies(cue.sentence.at(cue.at), bench)
    named = (
        ()
        if previous is None
        else _parties(_named_in((previous.start, previous.end), previous, bench), bench)
    )
    named = tuple(party for party in named if party.type == "country")
    if group is not None and number is None and not named:
        return (group,)
    for several in (named, before):
        if len(several) > 1 and number in (None, len(several)) and len(several) <= MOST:
            return several
    return bench.leading[:number] if number else bench.leading[:MOST]


def _companies(offset: int, bench: Bench) -> tuple[Actor, ...]:
    """The companies named last before an offset."""
    named = [
        actor
        for actor in bench.actors
        if actor.type == "organization"
        and mentions_between(actor, offset - COMPANY_REACH, offset)
        and not names_nobody(actor)
    ]
    return tuple(named[-2:])


def _parties(actors: Iterable[Actor], bench: Bench) -> tuple[Actor, ...]:
    found = [party for actor in actors if (party := _party(actor, bench.states))]
    return _distinct(_weighty(found))


def _weighty(parties: Sequence[Actor]) -> list[Actor]:
    """The parties without what only stands beside them: groups beside named ones, bodies beside states."""
    named = [party for party in parties if party.type != "group"] or list(parties)
    states = [party for party in named if party.type in ("country", "person")]
    blocs = [party for party in named if words("blocs").intersection(party.name.lower().split())]
    return [party for party in named if party in states or party in blocs] if states else named


def _party(actor: Actor, states: dict[str, Actor]) -> Actor | None:
    """Whom an actor binds: a person or an organ of state its country, others themselves."""
    if names_nobody(actor) or acts_privately(actor):
        return None
    official = actor.type == "organization" and words("organs").intersection(
        actor.name.lower().split()
    )
    if actor.type == "person" or official:
        return states.get(actor.country, actor) if actor.country else None
    return actor


def _distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Each party once; two persons of one country count once."""
    kept: dict[str, Actor] = {}
    for actor in actors:
        key = actor.country if actor.country and actor.type in ("person", "country") else actor.id
        kept.setdefault(key, actor)
    return tuple(kept.values())
