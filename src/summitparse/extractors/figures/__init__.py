"""The figure extractor: numbers with unit, modifier and meaning."""

from summitparse.extractors.figures.digits import unread_numbers
from summitparse.extractors.figures.extract import find_figures
from summitparse.extractors.figures.measurements import find_measurements

__all__ = ["find_figures", "find_measurements", "unread_numbers"]
