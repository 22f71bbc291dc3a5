"""summitparse reads news text into structured, sourced claims."""

from summitparse._version import __version__
from summitparse.models import Article, Report
from summitparse.parser import DEFAULT, Parser, load, parse

__all__ = ["DEFAULT", "Article", "Parser", "Report", "__version__", "load", "parse"]
