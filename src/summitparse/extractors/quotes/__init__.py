"""The quote finder: who said what, in whose words."""

from summitparse.extractors.quotes.extract import find_quotes

__all__ = ["find_quotes"]
