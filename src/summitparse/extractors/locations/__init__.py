"""The location tagger: place names resolved to country and coordinates."""

from summitparse.extractors.locations.extract import tag_locations

__all__ = ["tag_locations"]
