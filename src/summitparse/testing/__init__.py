"""For your own tests: the rules every report keeps, and Hypothesis strategies for articles.

`check_report` needs nothing; the strategies need Hypothesis (`pip install hypothesis`).
"""

from summitparse.testing.invariants import check_report

__all__ = ["check_report", "story_articles"]


def __getattr__(name: str) -> object:
    """The strategies load Hypothesis when they are asked for."""
    if name == "story_articles":
        from summitparse.testing.stories import story_articles

        return story_articles
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
