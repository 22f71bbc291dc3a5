"""From chosen candidates to the quotes of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summitparse.extractors.quotes.lexicon import words
from summitparse.extractors.quotes.speakers import label_of
from summitparse.grounding import SpanIndex, told_day, when_of
from summitparse.mentions import MentionIndex
from summitparse.models import Actor, DateMention, Quote, Span
from summitparse.models.claim import Event
from summitparse.page import Article
from summitparse.syntax import is_negated, modality

if TYPE_CHECKING:
    from summitparse.extractors.quotes.candidate import Candidate, Range
    from summitparse.extractors.quotes.scene import Scene

__all__ = ["Ground", "build"]

Form = Literal["direct", "mixed", "indirect"]
EVENTS: tuple[tuple[Event, str], ...] = (
    ("REQUEST", "request"),
    ("ACCUSE", "accuse"),
    ("REJECT", "reject"),
    ("THREATEN", "threaten"),
    ("SUPPORT", "support"),
    ("AGREE", "commit"),
)
CHARACTERS_OF_DIRECT = 0.95
"""Share of the content's words inside marks from which on it is direct."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The text and the mentions that quotes are tied to."""

    scene: Scene
    article: Article
    actors: MentionIndex
    dates: SpanIndex[DateMention]

    def span(self, tokens: Range) -> Span:
        """The characters of a token range."""
        start, end = self.chars(tokens)
        return Span.of(self.scene.text, start, end)

    def chars(self, tokens: Range) -> Range:
        """The character offsets of a token range."""
        last = self.scene.doc[tokens[1] - 1]
        return self.scene.doc[tokens[0]].idx, last.idx + len(last)


def build(
    ground: Ground, number: int, found: Candidate, speakers: list[Actor], via: list[Actor]
) -> Quote:
    """The quote of one candidate; `via` are the outlets that pass it on, innermost first."""
    pieces = found.pieces
    evidence = _evidence(ground, found)
    dates = ground.dates.within(evidence.start, evidence.end)
    own = [each for each in dates if not _in_pieces(ground, each.span, pieces)]
    day = told_day(own, found.cue)
    return Quote(
        id=f"q{number}",
        evidence=evidence,
        event=_event(found),
        modality=modality(found.cue),
        negated=found.lemma in words("denial") or is_negated(found.cue),
        reported_by=tuple(actor.id for actor in via),
        date_id=day.id if day else None,
        date_ids=tuple(each.id for each in dates),
        when=when_of(day, ground.article, evidence.start),
        confidence=round(found.score, 3),
        form=_form(ground.scene, pieces),
        content=tuple(ground.span(piece) for piece in pieces),
        quoted=_quoted(ground.scene, pieces),
        cue=(ground.span(found.cue_range),),
        source=(ground.span(found.source),) if found.source else (),
        speakers=tuple(actor.id for actor in speakers),
        speaker_label=label_of(ground.scene, found, speakers),
        addressee=_addressee(ground, found),
        text=" ".join(" ".join(ground.span(piece).text.split()) for piece in pieces),
    )


def _evidence(ground: Ground, found: Candidate) -> Span:
    """The sentences of cue and content, from the first to the last."""
    places = [found.cue.i, *(at for a, b in found.pieces for at in (a, b - 1))]
    ranges = [ground.scene.sentence(at) for at in places]
    start, end = min(a for a, _ in ranges), max(b for _, b in ranges)
    while end > start + 1 and ground.scene.doc[end - 1].is_space:
        end -= 1
    while start < end - 1 and ground.scene.doc[start].is_space:
        start += 1
    return ground.span((start, end))


def _in_pieces(ground: Ground, span: Span, pieces: list[Range]) -> bool:
    ranges = (ground.chars(piece) for piece in pieces)
    return any(start <= span.start and span.end <= end for start, end in ranges)


def _event(found: Candidate) -> Event | None:
    phrase = found.cue.doc[slice(*found.cue_range)].text.lower().split()
    key = f"{found.lemma} {phrase[-1]}" if phrase else found.lemma
    for event, name in EVENTS:
        if found.lemma in words(name) or key in words(name):
            return event
    return None


def _form(scene: Scene, pieces: list[Range]) -> Form:
    tokens = [i for a, b in pieces for i in range(a, b) if scene.doc[i].is_alpha]
    quoted = sum(scene.inside[i] >= 0 for i in tokens)
    if tokens and quoted >= CHARACTERS_OF_DIRECT * len(tokens):
        return "direct"
    return "mixed" if quoted else "indirect"


def _quoted(scene: Scene, pieces: list[Range]) -> tuple[Span, ...]:
    """What stands inside the marks of the content, marks excluded."""
    numbers = {scene.inside[i] for a, b in pieces for i in range(a, b)} - {-1}
    marks = (scene.marked[number].source for number in sorted(numbers))
    return tuple(Span.of(scene.text, q.inner_start, q.inner_end) for q in marks)


def _addressee(ground: Ground, found: Candidate) -> str | None:
    """Who is spoken to: the actor's name, else the words."""
    if found.addressee is None:
        return None
    head = found.addressee
    actors = ground.actors.at(head.idx, head.idx + len(head))
    if actors:
        return " and ".join(actor.name for actor in actors)
    start, end = head.left_edge.i, head.i + 1
    return " ".join(head.doc[start:end].text.split())
