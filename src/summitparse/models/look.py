"""Looking up what a claim's ids stand for, to write it into a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summitparse.models.base import Span
from summitparse.models.mentions import Actor, Figure, Location

__all__ = ["JOIN", "Look", "Row", "joined"]

Row = dict[str, str | float | bool | None]
JOIN = "; "
"""Between several names or items in one cell."""


class Look:
    """The actors, figures and places of one report by their ids; made once for all its rows."""

    def __init__(
        self, actors: Sequence[Actor], figures: Sequence[Figure], places: Sequence[Location]
    ) -> None:
        self._names = {actor.id: actor.name for actor in actors}
        self._figures = {figure.id: figure for figure in figures}
        self._places = {place.id: place for place in places}

    def names(self, idents: Iterable[str]) -> str | None:
        """The names of some actors in one cell."""
        return JOIN.join(self._names[ident] for ident in idents if ident in self._names) or None

    def place(self, ident: str | None) -> Location | None:
        """The place with this id."""
        return self._places.get(ident or "")

    def amount(self, ident: str | None) -> Row:
        """The columns of a figure: `low..high` for a range."""
        figure = self._figures.get(ident or "")
        if figure is None:
            return {}
        value = f"{figure.low}..{figure.high}" if figure.value is None else f"{figure.value:f}"
        return {"amount": value, "unit": figure.unit, "modifier": figure.modifier}


def joined(spans: Iterable[Span]) -> str | None:
    """The words of some spans in one cell."""
    return JOIN.join(span.text for span in spans) or None
