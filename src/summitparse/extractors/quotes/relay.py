"""Who passes on whose words: an outlet around somebody's statement becomes `reported_by`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from summitparse.extractors.quotes.candidate import Candidate
from summitparse.syntax import subject_of, verb_group

if TYPE_CHECKING:
    from summitparse.extractors.quotes.scene import Scene

__all__ = ["relayed", "share_sources"]

LEAST_INSIDE = 0.5
"""Share of an outlet's content that the statements inside it must make up."""


def relayed(
    found: list[Candidate], is_outlet: Callable[[Candidate], bool]
) -> tuple[list[Candidate], dict[Candidate, list[Candidate]]]:
    """The candidates without outlets that only pass on, and who passes on which."""
    via: dict[Candidate, list[Candidate]] = {}
    by_cue = {each.cue.i: each for each in found}
    outlets = [each for each in found if is_outlet(each)]
    for outer in sorted(outlets, key=_size):
        places = (i for a, b in outer.content for i in range(a, b) if i in by_cue)
        inner = [by_cue[i] for i in places if by_cue[i] is not outer]
        if inner and _share(inner, outer) >= LEAST_INSIDE:
            for each in inner:
                via.setdefault(each, []).append(outer)
    passing = {id(outer) for outers in via.values() for outer in outers}
    kept = [each for each in found if id(each) not in passing]
    return kept, {each: outers for each, outers in via.items() if id(each) not in passing}


def _size(found: Candidate) -> int:
    return sum(b - a for a, b in found.content)


def _inside(inner: Candidate, outer: Candidate) -> bool:
    return any(a <= inner.cue.i < b for a, b in outer.content)


def _share(inner: list[Candidate], outer: Candidate) -> float:
    """How much of the outer content the inner statements are, with their speech clauses."""
    tokens = {i for a, b in outer.content for i in range(a, b)}
    said: set[int] = set()
    for each in inner:
        ranges = [*each.content, each.cue_range, *([each.source] if each.source else [])]
        said.update(i for a, b in ranges for i in range(a, b))
    return len(tokens & said) / max(1, len(tokens))


def share_sources(scene: Scene, found: list[Candidate]) -> None:
    """Give a cue that goes on with the reporting the source of the cue before it.

    "He said that trade has grown, calling for more": the parser may hang "calling" on "grown".
    "He called it a success and said that ...": "said" has no subject of its own.
    """
    over = {i: each for each in found for a, b in each.content for i in range(a, b)}
    before: Candidate | None = None
    for each in sorted(found, key=lambda each: each.cue.i):
        if before is not None and _goes_on(scene, before, each):
            each.head, each.source = before.head, before.source
        elif each.head is not None and not _is_own(each):
            other = over.get(each.head.i)
            if other is not None and other is not each and not _inside(each, other):
                each.head, each.source = other.head or each.head, other.source or each.source
        before = each


def _is_own(found: Candidate) -> bool:
    return found.head is not None and any(c.i == found.head.i for c in found.cue.children)


def _goes_on(scene: Scene, before: Candidate, each: Candidate) -> bool:
    """Whether a verb without subject follows "and" in the sentence of the report before it."""
    start = verb_group(each.cue)[0]
    joined = start > 0 and scene.doc[start - 1].lower_ in ("and", "but")
    if not joined or before.source is None or subject_of(each.cue) is not None:
        return False
    same = scene.sentence(before.cue.i) == scene.sentence(each.cue.i)
    return same and each.cue.pos_ == "VERB" and not _inside(each, before)
