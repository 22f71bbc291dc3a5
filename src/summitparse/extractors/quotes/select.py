"""From candidates to attributions: weighed, outermost only, continued over sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from summitparse.extractors.quotes.candidate import Candidate

if TYPE_CHECKING:
    from summitparse.extractors.quotes.scene import Marked, Scene

__all__ = ["continued", "outermost"]

REACH = 2
"""Paragraphs after which a quotation without a cue no longer goes on with the last one."""


def outermost(scene: Scene, found: Iterable[Candidate]) -> list[Candidate]:
    """The candidates whose cue lies in no other's content, in text order."""
    kept = sorted(found, key=lambda each: each.cue.i)
    covered = [False] * len(scene.doc)
    for each in sorted(kept, key=lambda each: -sum(b - a for a, b in each.content)):
        if not covered[each.cue.i]:
            for a, b in each.content:
                covered[a:b] = [True] * (b - a)
    return [each for each in kept if not covered[each.cue.i]]


def continued(scene: Scene, found: list[Candidate]) -> list[Candidate]:
    """The same, with the quotations of later sentences that go on with them."""
    taken = {i for each in found for a, b in each.content for i in range(a, b)}
    order = sorted(found, key=lambda each: max(b for _, b in each.content))
    at, last = 0, None
    for marked in scene.marked:
        while at < len(order) and max(b for _, b in order[at].content) <= marked.start:
            last = order[at]
            at += 1
        if last is None or marked.start in taken or not _goes_on(scene, last, marked):
            continue
        last.later.append((marked.start, marked.end))
    return found


def _goes_on(scene: Scene, last: Candidate, marked: Marked) -> bool:
    """Whether a quotation without a cue of its own belongs to the last attribution."""
    end = last.later[-1][1] if last.later else max(b for _, b in last.content)
    distance = scene.paragraph[marked.start] - scene.paragraph[end - 1]
    if marked.start in scene.skipped or not 0 <= distance < REACH:
        return False
    if marked.source.continues:
        return True
    start, stop = scene.sentence(marked.start)
    outside = [i for i in range(start, stop) if scene.inside[i] < 0 and scene.doc[i].is_alpha]
    quoted = any(scene.inside[i] >= 0 for a, b in last.content for i in range(a, b))
    return not outside and (quoted or distance == 0)
