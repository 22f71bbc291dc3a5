"""What no table knows, or knows without coordinates, is placed by its surroundings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from summitparse.extractors.locations.mention import Choice, Mention
from summitparse.gazetteer import Place, outer_place

__all__ = ["with_context"]

Anchor = tuple[Mention, Place]
AFTER = 30
"""Characters within which the place that follows belongs to a facility: "... Hall in Accra"."""
OWNING = 3
"""Characters between an owner and what follows: "Riga's National Library"."""
FAR = 200
"""Characters that count as much as another sentence, or as a country instead of a city."""
LEAD = 1
"""What the dateline's place costs at most, however far."""
UNBOUND = frozenset({"demonym", "water", "other"})
"""Kinds that say of nothing near by where it lies."""
COUNTY = "ADM2"
LOOK = 4
"""Anchors looked at on either side."""


def with_context(
    mentions: Sequence[Mention], choices: Sequence[Choice], breaks: Sequence[int] = ()
) -> list[Choice]:
    """Facilities and unknown towns take the place near by; counties its coordinates.

    `breaks` are the offsets of sentence ends, in order.
    """
    anchors = [
        (mention, choice.place)
        for mention, choice in zip(mentions, choices, strict=True)
        if choice.place and choice.place.country and choice.place.kind not in UNBOUND
    ]
    starts = [mention.start for mention, _ in anchors]
    lead = [anchor for anchor in anchors[:LOOK] if anchor[0].lead][:1]
    out = []
    for mention, choice in zip(mentions, choices, strict=True):
        i = bisect_right(starts, mention.start)
        around = [*anchors[max(i - LOOK, 0) : i + LOOK], *lead]
        out.append(_placed(mention, choice, around, anchors, breaks))
    return out


def _placed(
    mention: Mention,
    choice: Choice,
    around: list[Anchor],
    anchors: list[Anchor],
    breaks: Sequence[int],
) -> Choice:
    place = choice.place
    if place is None:
        near = choice.near or _said(mention) or _nearest(mention, around, breaks)
        told = f"; placed by {near.name}, named near by" if near else ""
        return Choice(None, near, choice.reason + told)
    if place.code == COUNTY:
        inside = [a for a in (*around, *anchors[:20]) if _same_state(a[1], place)]
        return choice._replace(near=_nearest(mention, inside, breaks))
    return choice


def _said(mention: Mention) -> Place | None:
    """The country or state that the text names right after an unknown place."""
    return outer_place(*mention.within) if mention.within else None


def _same_state(one: Place, other: Place) -> bool:
    return one.kind == "city" and (one.country, one.admin1) == (other.country, other.admin1)


def _nearest(mention: Mention, around: Sequence[Anchor], breaks: Sequence[int]) -> Place | None:
    """What stands beside the name, then cities of the sentence, the dateline, what else is near."""

    def cost(anchor: Anchor) -> tuple[int, int]:
        other, place = anchor
        apart = max(other.start - mention.end, mention.start - other.end, 0)
        gap = min(other.end, mention.end), max(other.start, mention.start)
        same = bisect_left(breaks, gap[0]) == bisect_right(breaks, gap[1])
        follows = other.start >= mention.end and apart <= AFTER
        if same and (follows or apart <= OWNING):
            return 0, apart
        coarse = 1 + apart // FAR + (place.kind != "city") + (not same) + other.aside
        return min(coarse, LEAD) if other.lead else coarse, apart

    return min(around, key=cost)[1] if around else None
