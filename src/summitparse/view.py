"""One view of a text: what every extractor looks at, laid out once for an article.

Sentences, paragraphs and quotations, what is story and what is not, the day that an offset counts from, and
which tokens some characters touch. A reading makes one view and hands it to every extractor; whoever
calls an extractor with a Doc gets one made there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from summitparse.docdata import article_of
from summitparse.syntax.sentences import Sentence, sentences
from summitparse.text.paragraphs import paragraph_ranges
from summitparse.text.quotation import Quotation, quotations

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from summitparse.page import Article

__all__ = ["Aside", "Ranges", "TextView", "is_inside"]

Range = tuple[int, int]
Ranges = tuple[Range, ...]
"""Half-open ranges of characters, in order and without overlaps."""
Aside = Literal["boilerplate", "title", "dateline"]
"""Why words are no story: page furniture, the headline, the place and day at the head of a story."""

QUOTED_WORDS = 3
"""A quotation of more words is somebody's speech; a shorter one quotes a name or a phrase."""


class TextView:
    """A Doc with its article, and what was read from both; parts are made when first asked for.

    Examples:
        >>> import spacy
        >>> from summitparse.page import Article
        >>> article = Article(text="LIMA, May 4 - Ana Soto said: “We will sign it soon.”")
        >>> view = TextView.of(spacy.blank("en")(article.text), article)
        >>> view.aside(2), view.aside(20), [view.text[start:end] for start, end in view.speech]
        ('dateline', None, ['We will sign it soon.'])
    """

    def __init__(self, doc: Doc, article: Article) -> None:
        self.doc = doc
        self.article = article
        self.text = article.text
        """The text; `doc.text` equals it, but spaCy puts that together anew each time."""

    @classmethod
    def of(cls, doc: Doc | TextView, article: Article | None = None) -> TextView:
        """The view of a Doc, with the article it was made from if none is given; a view as it is."""
        if isinstance(doc, TextView):
            return doc
        return cls(doc, article_of(doc) if article is None else article)

    @cached_property
    def paragraphs(self) -> Ranges:
        """The article's paragraphs."""
        known = tuple((each.start, each.end) for each in self.article.paragraphs)
        return known or tuple(paragraph_ranges(self.text))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The parser's sentences, joined where it cut one in two."""
        return tuple(sentences(self.doc))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The outermost quotations, in order, each paired once."""
        return tuple(quotations(self.text, self.paragraphs))

    @cached_property
    def speech(self) -> Ranges:
        """What stands between marks where somebody speaks.

        What is agreed or met there is told by the speaker, not by the text.
        """
        inner = ((each.inner_start, each.inner_end) for each in self.quotations)
        return tuple(each for each in inner if self._words(*each) > QUOTED_WORDS)

    def _words(self, start: int, end: int) -> int:
        return len(self.text[start:end].split(None, QUOTED_WORDS))

    @cached_property
    def _asides(self) -> dict[Aside, Ranges]:
        title, line = self.article.title, self.article.dateline
        return {
            "boilerplate": tuple((each.start, each.end) for each in self.article.boilerplate),
            "title": ((title.start, title.end),) if title else (),
            "dateline": ((line.span.start, line.span.end),) if line else (),
        }

    def asides(self, *reasons: Aside) -> Ranges:
        """The characters that are no story for one of some reasons."""
        return tuple(sorted(each for reason in reasons for each in self._asides[reason]))

    def aside(self, offset: int) -> Aside | None:
        """Why the character at an offset is no story; None where it is."""
        return next(
            (why for why, ranges in self._asides.items() if is_inside(ranges, offset)), None
        )

    def reference_date(self, offset: int) -> date | None:
        """The day that relative dates at an offset count from: that of its part, else the article's."""
        parts = self.article.segments
        part = next((part for part in parts if part.start <= offset < part.end), None)
        return (part and part.reference_date) or self.article.reference_date

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.doc]

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens, as a half-open range of their numbers, that characters `start:end` touch."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return first, max(first, bisect_left(self._starts, end))

    @cached_property
    def _ends(self) -> list[int]:
        return [sentence.end for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that an offset lies in, or the next one behind it."""
        at = bisect_right(self._ends, offset)
        return self.sentences[at] if at < len(self.sentences) else None


def is_inside(ranges: Ranges, offset: int) -> bool:
    """Whether an offset lies in one of some ranges that are in order and don't overlap.

    Examples:
        >>> is_inside(((0, 3), (8, 9)), 2), is_inside(((0, 3), (8, 9)), 3)
        (True, False)
    """
    n = bisect_right(ranges, offset, key=lambda each: each[0]) - 1
    return n >= 0 and offset < ranges[n][1]
