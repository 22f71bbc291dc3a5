"""The quote finder: candidates from cues and marks, weighed, joined, given to their speakers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summitparse.extractors.quotes.build import Ground, build
from summitparse.extractors.quotes.gather import gather
from summitparse.extractors.quotes.lexicon import words
from summitparse.extractors.quotes.relay import relayed, share_sources
from summitparse.extractors.quotes.scene import lay_out
from summitparse.extractors.quotes.select import continued, outermost
from summitparse.extractors.quotes.speakers import is_outlet, speakers_of
from summitparse.extractors.quotes.told import without_days
from summitparse.extractors.quotes.weigh import LEAST, weigh
from summitparse.grounding import SpanIndex
from summitparse.mentions import MentionIndex
from summitparse.models import Actor, DateMention, Quote
from summitparse.page import Article
from summitparse.syntax import require_parse
from summitparse.view import TextView

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from summitparse.extractors.quotes.candidate import Candidate
    from summitparse.extractors.quotes.scene import Scene

__all__ = ["find_quotes"]


def find_quotes(
    doc: Doc | TextView,
    *,
    actors: Sequence[Actor] = (),
    dates: Sequence[DateMention] = (),
    article: Article | None = None,
) -> list[Quote]:
    """Find who said what: direct, mixed and indirect quotes with source, cue and content.

    `actors` are those of `find_actors`; a source that names none of them still has its
    `speaker_label`. Only the outermost attribution is given, but for an outlet that passes on
    somebody's statement: that is the statement's `reported_by`. Spans are characters of
    `doc.text`, quotation marks belong to the content; ids are `q1`, `q2`, ... in text order.
    Raises `AnnotationError` on a Doc without dependency parse.
    """
    view = TextView.of(doc, article)
    require_parse(view.doc, "find_quotes")
    if not len(view.doc):
        return []
    scene = lay_out(view)
    index = MentionIndex(actors)
    days = SpanIndex(dates)
    found = [each for each in weigh(gather(scene), scene) if each.score >= LEAST]
    share_sources(scene, found)
    without_days(scene, found, days)

    def passes_on(each: Candidate) -> bool:
        return is_outlet(scene, each, speakers_of(scene, index, each))

    kept, via = relayed(found, passes_on)
    chosen = continued(scene, outermost(scene, kept))
    ground = Ground(scene, view.article, index, days)
    chosen.sort(key=lambda each: min(each.cue.i, each.pieces[0][0]))
    quotes: list[Quote] = []
    last: tuple[int, list[Actor]] = (-1, [])
    for number, each in enumerate(chosen, 1):
        speakers = _same_voice(scene, each, last) or speakers_of(scene, index, each)
        last = (scene.sentence(max(b for _, b in each.pieces) - 1)[1], speakers)
        outlets = [who for outer in via.get(each, ()) for who in speakers_of(scene, index, outer)]
        quotes.append(build(ground, number, each, speakers, outlets))
    return quotes


def _same_voice(scene: Scene, found: Candidate, last: tuple[int, list[Actor]]) -> list[Actor]:
    """The speaker of the sentence right before, where the source is only "he" or "she"."""
    end, speakers = last
    head = found.head
    start, _ = scene.sentence(min(found.cue.i, found.pieces[0][0]))
    if head is None or head.lower_ not in words("same_voice") or start != end:
        return []
    return speakers if len(speakers) == 1 and speakers[0].type == "person" else []
