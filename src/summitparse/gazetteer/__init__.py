"""The gazetteer: the places that a name can mean, from GeoNames and hand-kept tables.

A leaf that the language model and the extractors both ask: it knows names, not texts.
"""

from summitparse.gazetteer.keys import fold
from summitparse.gazetteer.tables import (
    LONGEST_ABBREVIATION,
    Gazetteer,
    Place,
    county_states,
    gazetteer,
    outer_place,
    places_named,
    state_names,
)

__all__ = [
    "LONGEST_ABBREVIATION",
    "Gazetteer",
    "Place",
    "county_states",
    "fold",
    "gazetteer",
    "outer_place",
    "places_named",
    "state_names",
]
