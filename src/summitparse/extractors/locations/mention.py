"""A place in the text, before and after it is resolved."""

from __future__ import annotations

from typing import NamedTuple

from summitparse.gazetteer import Place

__all__ = ["Choice", "Mention"]


class Mention(NamedTuple):
    """A place in the text before it is resolved."""

    start: int
    end: int
    key: str
    kind: str | None
    """Kind read off the text; None: that of the bearer."""
    places: tuple[Place, ...]
    """Bearers of the name; empty for what no table knows."""
    within: tuple[str | None, str] | None = None
    """Country and division that the text itself names ("Paris, Texas")."""
    sense: str | None = None
    """The kind of bearer that the words around ask for: "the state of Georgia"."""
    inner: tuple[Place, ...] = ()
    """Bearers of a place name inside the mention ("Manila Cathedral")."""
    lead: bool = False
    """Whether it stands in the dateline."""
    aside: bool = False
    """One of a town and what it lies in, named together and not in the dateline."""
    apart: frozenset[str] = frozenset()
    """Countries that the words around tell the place apart from."""


class Choice(NamedTuple):
    """The bearer that was chosen, and why."""

    place: Place | None
    near: Place | None
    """The place of the context, where there is no bearer or one without its own coordinates."""
    reason: str
