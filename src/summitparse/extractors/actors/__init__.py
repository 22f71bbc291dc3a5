"""The actors: persons, organizations, countries and groups, with every mention."""

from summitparse.extractors.actors.extract import find_actors

__all__ = ["find_actors"]
