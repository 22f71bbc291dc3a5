"""Who agreed: the states behind the leaders of a clause, companies and blocs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from summitparse.extractors.agreements.cues import Cue
from summitparse.mentions import MentionIndex
from summitparse.models import Actor
from summitparse.syntax import appositions_of, conjuncts, logical_subject
from summitparse.syntax.sentences import Sentence

__all__ = ["Bench", "Parties", "find_parties", "make_bench"]

Range = tuple[int, int]

LEAD = 1200
"""Characters at the head of a text in which those who matter are named."""
NUMBERS = {"two": 2, "both": 2, "pair": 2, "three": 3, "four": 4, "five": 5, "six": 6, "twin": 2}
TOGETHER = frozenset(
    "both two three four five sides parties leaders ministers presidents premiers they countries delegations"
    " nations governments heads members states experts officials companies states neighbours neighbors"
    " their themselves".split()
)
"""Words for several who act together, without naming them."""
STATE = frozenset(
    "government ministry parliament cabinet embassy delegation presidency office senate congress"
    " kremlin administration assembly".split()
)
"""Words in the name of an organization that acts for its state."""
PARTNER = frozenset(["with", "and", "between"])


class Bench(NamedTuple):
    """The actors of a text, ready to be asked for."""

    index: MentionIndex
    states: dict[str, Actor]
    """The country actor of each ISO code."""
    leading: tuple[Actor, ...]
    """The parties named at the head of the text, the weightiest first."""


class Parties(NamedTuple):
    """The parties of a claim and the words that name them."""

    actors: tuple[Actor, ...] = ()
    source: Range | None = None
    group: bool = False
    """Whether the words only say that several acted ("both sides")."""


def make_bench(actors: Sequence[Actor], start: int) -> Bench:
    """The look-up of a text's actors; `start` is the offset where its body begins."""
    states: dict[str, Actor] = {}
    for actor in actors:
        if actor.type == "country" and actor.country:
            states.setdefault(actor.country, actor)
    weights: Counter[str] = Counter()
    by_id: dict[str, Actor] = {}
    for actor in actors:
        party = _party(actor, states)
        near = sum(start <= span.start < start + LEAD for span in actor.mentions)
        if party is not None and near and actor.type in ("person", "country"):
            weights[party.id] += near * (3 if actor.type == "person" else 1)
            by_id[party.id] = party
    return Bench(
        MentionIndex(actors), states, tuple(by_id[ident] for ident, _ in weights.most_common())
    )


def find_parties(cue: Cue, bench: Bench, before: tuple[Actor, ...]) -> Parties:
    """The parties of a cue: named in its clause, else those that the group in it stands for.

    `before` are the parties of the claim before, which "they" and "both sides" mean first of all.
    """
    found = _acting(cue, bench)
    partners = _partners(cue, bench)
    actors = _distinct([*found.actors, *partners])
    if found.actors and (len(actors) > 1 or not found.group):
        return Parties(actors, found.source, found.group)
    if found.group or cue.passive or cue.witness is not None or not found.actors:
        several = _standing_for(found, cue, bench, before)
        actors = _distinct([*actors, *several])
    return Parties(actors, found.source, found.group)


def _acting(cue: Cue, bench: Bench) -> Parties:
    """Who does it: the agent of a passive, the subject, or the actors before the cue."""
    if cue.passive:
        return _agents(cue, bench)
    at = cue.at if cue.witness is None else cue.witness
    near, parsed = _by_order(cue.sentence, at, bench), _by_parse(cue.sentence, at, bench)
    if near.group or set(near.actors) >= set(parsed.actors) or not parsed.source:
        return near
    overlap = near.source and near.source[0] <= parsed.source[0]
    return Parties(_distinct([*parsed.actors, *near.actors]), near.source) if overlap else parsed


def _by_parse(sentence: Sentence, at: int, bench: Bench) -> Parties:
    """The parties in the subject that the parse gives, with its conjuncts and appositions."""
    subject = logical_subject(sentence.tokens[at])
    if subject is None or not sentence.start <= subject.idx < sentence.at(at):
        return Parties()
    heads = [part for each in conjuncts(subject) for part in (each, *appositions_of(each))]
    heads = [head for head in heads if sentence.start <= head.idx < sentence.at(at)]
    start = max(sentence.start, min(head.left_edge.idx for head in heads))
    span = (start, max(head.idx + len(head) for head in heads))
    found = [actor for head in heads for actor in bench.index.at(head.idx, head.idx + len(head))]
    found += bench.index.within(*span)
    return Parties(_parties(found, bench), span)


def _by_order(sentence: Sentence, at: int, bench: Bench) -> Parties:
    """The parties before the cue: behind the verb before it, else in all the sentence before it.

    A group right before the cue ("the two sides") stands for all.
    """
    for n in range(at - 1, max(-1, at - 7), -1):
        if sentence.lower[n] in TOGETHER:
            here = bench.index.at(sentence.at(n), sentence.to(n + 1))
            return Parties(_parties(here, bench), (sentence.at(n), sentence.to(n + 1)), group=True)
    for start in (_behind_verb(sentence, at), 0):
        span = (sentence.at(start), sentence.at(at))
        found = _parties(_acting_in(span, sentence, bench), bench)
        if found:
            return Parties(found, (span[0], sentence.to(at)))
    return Parties()


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


def _acting_in(span: Range, sentence: Sentence, bench: Bench) -> list[Actor]:
    """The actors named in a range, but for those that only say where ("in Russia", "from Oslo")."""
    found = bench.index.within(*span)
    return [actor for actor in found if not _only_placed(actor, span, sentence)]


def _only_placed(actor: Actor, span: Range, sentence: Sentence) -> bool:
    here = [m for m in actor.mentions if span[0] <= m.start and m.end <= span[1]]
    return bool(here) and all(_is_placed(sentence, mention.start) for mention in here)


def _is_placed(sentence: Sentence, offset: int) -> bool:
    n = sentence.position(offset)
    return n > 0 and sentence.lower[n - 1] in {"in", "at", "to", "from", "near", "off", "through"}


def _agents(cue: Cue, bench: Bench) -> Parties:
    """Behind "by", and what the document says of itself ("the treaty between A and B")."""
    sentence = cue.sentence
    lower = sentence.lower
    for n in range(cue.behind, len(lower)):
        if lower[n] == "by" and not _is_day(sentence, n + 1):
            end = _clause_end(sentence, n + 1)
            found = _parties(bench.index.within(sentence.at(n), end), bench)
            group = any(word in TOGETHER for word in lower[n : n + 6])
            return Parties(found, (sentence.at(n + 1), end), group)
    return Parties()


def _is_day(sentence: Sentence, n: int) -> bool:
    """Whether "by" names a time limit."""
    words = sentence.lower[n : n + 3]
    return any(
        word[:1].isdigit() or word in ("the", "end", "year", "month") for word in words[:2]
    ) and ("ministers" not in words and "leaders" not in words and "two" not in words)


def _clause_end(sentence: Sentence, n: int) -> int:
    """Where the words behind position `n` stop naming the doer."""
    for k in range(n + 1, len(sentence.lower)):
        if sentence.lower[k] in {".", ";", ":", "in", "on", "after", "which", "who", "that", "at"}:
            return sentence.to(k)
    return sentence.end


def _partners(cue: Cue, bench: Bench) -> list[Actor]:
    """Those that the cue or its document is "with" or "between"."""
    sentence = cue.sentence
    lower = sentence.lower
    spans = [range(cue.behind, min(len(lower), cue.behind + 25))]
    if cue.noun is not None and cue.passive:
        spans.append(range(cue.noun, cue.at))
    found: list[Actor] = []
    for n in (n for span in spans for n in span):
        if lower[n] in {",", ";", ":", "that", "which"}:
            break
        if lower[n] in {"with", "between"}:
            found += bench.index.within(sentence.at(n), _clause_end(sentence, n))
    return list(_parties(found, bench))


def _standing_for(
    found: Parties, cue: Cue, bench: Bench, before: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Those whom "both sides" or nobody in the clause means: the parties before, else the leading ones."""
    lower = cue.sentence.lower
    said = [NUMBERS[word] for word in lower[max(0, cue.at - 8) : cue.at] if word in NUMBERS]
    number = said[-1] if said else None
    if found.actors and not found.group and number is None:
        return ()
    if len(before) > 1 and (number is None or number == len(before)):
        return before
    leading = bench.leading[: number or 2]
    return leading if len(leading) > 1 else ()


def _parties(actors: Sequence[Actor], bench: Bench) -> tuple[Actor, ...]:
    return _distinct([party for actor in actors if (party := _party(actor, bench.states))])


def _party(actor: Actor, states: dict[str, Actor]) -> Actor | None:
    """Whom an actor binds: a person or an organ of state its country, others themselves."""
    if actor.type == "group":
        return actor
    if actor.type == "organization":
        official = any(word in STATE for word in actor.name.lower().split())
        return states.get(actor.country or "", actor) if official else actor
    if actor.type == "person":
        return states.get(actor.country, actor) if actor.country else None
    return actor


def _distinct(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Each party once; two persons of one country count once."""
    kept: dict[str, Actor] = {}
    for actor in actors:
        key = actor.country if actor.country and actor.type in ("person", "country") else actor.id
        kept.setdefault(key, actor)
    return tuple(kept.values())
