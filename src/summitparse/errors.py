"""The errors that summitparse raises: all for wrong *use*, none for odd text.

    SummitparseError
    ├── ArticleError       the caller's text or `published` can't be used
    ├── AnnotationError    the Doc lacks an annotation that an extractor needs
    ├── LexiconError       a word list shipped beside an extractor is malformed
    └── MissingExtraError  an optional dependency isn't installed

They don't derive from `ValueError`: raised inside a pydantic validator they reach the caller as they are.
"""

__all__ = [
    "AnnotationError",
    "ArticleError",
    "LexiconError",
    "MissingExtraError",
    "SummitparseError",
]


class SummitparseError(Exception):
    """Base of every error of this library."""


class ArticleError(SummitparseError):
    """The text isn't a `str`, it or what is known of it holds lone surrogates, or `published` is no date."""


class AnnotationError(SummitparseError):
    """The Doc lacks what an extractor needs; the message names it and how to get it."""


class LexiconError(SummitparseError):
    """A lexicon file is malformed; the message names file and row."""


class MissingExtraError(SummitparseError):
    """A feature needs an optional dependency; the message names the extra to install."""

    def __init__(self, package: str, extra: str) -> None:
        self._missing = package, extra
        super().__init__(
            f"this needs {package}, which isn't installed: pip install 'summitparse[{extra}]'"
        )

    def __reduce__(self) -> tuple[type["MissingExtraError"], tuple[str, str]]:
        """Pickled as it was made: errors come back from worker processes."""
        return MissingExtraError, self._missing
