"""The agreement parser: what was agreed, signed, pledged or ended, by whom and about what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitparse.extractors.agreements.cues import Cue, find_cues
from summitparse.extractors.agreements.details import (
    action_of,
    confidence_of,
    count_of,
    day_of,
    event_of,
    instrument_of,
    modality_of,
    place_of,
    status_of,
    title_of,
)
from summitparse.extractors.agreements.items import Items, find_items, later_items
from summitparse.extractors.agreements.lexicon import words
from summitparse.extractors.agreements.parties import Bench, Parties, find_parties, make_bench
from summitparse.grounding import SpanIndex, when_of
from summitparse.models import Actor, Agreement, DateMention, Figure, Location, Span
from summitparse.page import Article
from summitparse.syntax.sentences import Sentence
from summitparse.view import Ranges, TextView, is_inside

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["parse_agreements"]

EARLIER = 8
"""How many claims back "they" may reach."""
OVER = ("suspended", "ended")
"""Of a cue: what it tells of, done or expected, is no PLOVER act of agreeing."""
FAR = 8
"""How many sentences later a list of what the documents cover may stand."""


@dataclass(frozen=True)
class _Ground:
    """The text and the mentions that claims are tied to."""

    text: str
    article: Article
    bench: Bench
    dates: SpanIndex[DateMention]
    figures: SpanIndex[Figure]
    locations: SpanIndex[Location]
    speech: Ranges

    def span(self, start: int, end: int) -> Span:
        return Span.of(self.text, start, end)


@dataclass
class _Draft:
    """A claim in the making."""

    cue: Cue
    parties: Parties
    items: Items
    evidence: tuple[int, int]
    number: int
    """The number of its sentence in the text."""


def parse_agreements(
    doc: Doc | TextView,
    *,
    actors: Sequence[Actor] = (),
    dates: Sequence[DateMention] = (),
    figures: Sequence[Figure] = (),
    locations: Sequence[Location] = (),
    article: Article | None = None,
) -> list[Agreement]:
    """The agreements of a Doc, in text order.

    `actors`, `dates`, `figures` and `locations` are the Doc's own; parties, days, counts and places are
    taken from them. Headlines, quotations, denials and questions give nothing.

    Examples:
        >>> from spacy.tokens import Doc
        >>> from spacy.vocab import Vocab
        >>> words = "They agreed to open a port".split()
        >>> doc = Doc(Vocab(), words=words, pos=["PRON", "VERB", "PART", "VERB", "DET", "NOUN"])
        >>> [claim.action for claim in parse_agreements(doc)]
        []
    """
    view = TextView.of(doc, article)
    article = view.article
    start = article.title.end if article.title else 0
    line = article.dateline.span if article.dateline else None
    ground = _Ground(
        view.text,
        article,
        make_bench(actors, start, len(view.text) + 1, (line.start, line.end) if line else (0, 0)),
        SpanIndex(dates),
        SpanIndex(figures),
        SpanIndex(locations),
        view.speech,
    )
    claims = [_claim(draft, ground) for draft in _drafts(view, ground)]
    return [claim.model_copy(update={"id": f"g{number}"}) for number, claim in enumerate(claims, 1)]


def _drafts(view: TextView, ground: _Ground) -> list[_Draft]:
    """The claims sentence by sentence; a list in a later sentence goes to the document it tells of."""
    drafts: list[_Draft] = []
    closed = view.asides("boilerplate", "title")
    before: Sentence | None = None
    for number, sentence in enumerate(view.sentences):
        previous, before = before, sentence
        if is_inside(closed, sentence.start) and is_inside(closed, sentence.end - 1):
            continue
        later = later_items(sentence, ground.text)
        if later.spans:
            _attach(drafts, later, number)
        cues = find_cues(sentence)
        for cue, after in zip(cues, [*cues[1:], None], strict=False):
            end = sentence.at(after.at) if after else sentence.end
            draft = _draft(cue, end, ground, drafts, _joined(previous, sentence, ground), number)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _joined(before: Sentence | None, sentence: Sentence, ground: _Ground) -> Sentence | None:
    """The sentence before, if it stands in the same paragraph."""
    if before is None or "\n\n" in ground.text[before.end : sentence.start]:
        return None
    return before


def _draft(
    cue: Cue,
    end: int,
    ground: _Ground,
    drafts: list[_Draft],
    previous: Sentence | None,
    number: int,
) -> _Draft | None:
    at = cue.sentence.at(cue.at)
    if is_inside(ground.speech, at) or at < _listed_to(drafts):
        return None
    if _is_told_again(cue, drafts, number):
        return None
    earlier = [draft.parties.actors for draft in drafts[-EARLIER:]]
    parties = find_parties(cue, ground.bench, earlier, previous)
    several = len(parties.actors) > 1 or any(actor.type == "group" for actor in parties.actors)
    if cue.verb.base in words("joint") and not several:
        return None
    if not parties.actors and not (ground.bench.official and cue.noun is not None):
        return None
    stops = [date.span.start for date in ground.dates.within(at, cue.sentence.end)]
    items = find_items(cue, ground.text, stops, end)
    return _Draft(cue, parties, items, _clause(cue, end, items), number)


def _listed_to(drafts: list[_Draft]) -> int:
    """Offset up to which the list of the claim before goes; steps in it are no claims of their own."""
    items = drafts[-1].items if drafts else Items()
    return items.end if items.spans else 0


def _is_told_again(cue: Cue, drafts: list[_Draft], number: int) -> bool:
    """Whether the words only picture a signing told of just before ("put pen to paper")."""
    return cue.verb.frame == "act" and any(
        number - draft.number <= 2 and draft.cue.status == cue.status for draft in drafts[-2:]
    )


def _clause(cue: Cue, end: int, items: Items) -> tuple[int, int]:
    """The characters that say it: the sentence up to the next cue, with the lines of its list."""
    last = cue.sentence.position(end)
    while last > cue.behind and cue.sentence.lower[last - 1] in words("joins_clauses"):
        last -= 1
    return cue.sentence.start, max(cue.sentence.to(last), items.end if items.spans else 0)


def _attach(drafts: list[_Draft], later: Items, number: int) -> None:
    for draft in reversed(drafts):
        if number - draft.number > FAR:
            return
        if draft.cue.noun is not None and not draft.items.spans:
            draft.items = later
            return


def _outside(
    sentence: Sentence, dates: Sequence[DateMention], places: Sequence[Location]
) -> list[int]:
    """Where days begin, and places that only say where ("in Lisbon")."""
    spots = [place.span.start for place in places]
    told = [at for at in spots if sentence.lower[sentence.position(at) - 1] in ("in", "at")]
    return [*told, *(date.span.start for date in dates)]


def _claim(draft: _Draft, ground: _Ground) -> Agreement:
    cue, items, sentence = draft.cue, draft.items, draft.cue.sentence
    start, end = draft.evidence
    dates = ground.dates.within(start, end)
    figures = ground.figures.within(start, end)
    day = day_of(cue, dates, items)
    count = count_of(cue, figures)
    places = ground.locations.within(start, end)
    place = place_of(cue, places, items)
    at = sentence.at(cue.at)
    reference = ground.article.reference_date
    status = status_of(cue, day, reference)
    return Agreement(
        id="g1",
        evidence=ground.span(start, end),
        event=None if cue.verb.status in OVER else event_of(status),
        modality=modality_of(status, day, reference),
        parties=tuple(actor.id for actor in draft.parties.actors),
        party_source=ground.span(*draft.parties.source) if draft.parties.source else None,
        cue=(ground.span(at, sentence.to(cue.at + 1)),),
        action=action_of(cue),
        instrument=instrument_of(cue),
        title=ground.span(*name)
        if (name := title_of(cue, end, _outside(sentence, dates, places)))
        else None,
        status=status,
        items=tuple(ground.span(*item) for item in items.spans),
        open_ended=items.open_ended,
        count_id=count.id if count else None,
        date_id=day.id if day else None,
        date_ids=tuple(date.id for date in dates),
        figure_ids=tuple(figure.id for figure in figures),
        location_id=place.id if place else None,
        when=when_of(day, ground.article, at),
        confidence=confidence_of(cue, named=bool(draft.parties.source)),
    )
