"""A text laid out for the quote finder: its sentences, paragraphs and quotations as token ranges."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitparse.text.quotation import Quotation
from summitparse.view import TextView

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Marked", "Scene", "lay_out"]

Range = tuple[int, int]

LONGEST_SENTENCE = 400
"""Tokens; lists without a stop are cut, so that no cue has to look further."""
SENTENCE_END = frozenset(".!?:…")
CLOSERS = "\"'”’»)“‘› "
SHORTEST_SINGLE = 4
"""Words from which on single marks are taken for a quotation, where no stop stands inside them."""
STOPS = frozenset(",.!?…")


@dataclass(frozen=True, slots=True)
class Marked:
    """A quotation as tokens `[start, end)`, its marks included."""

    start: int
    end: int
    source: Quotation

    @property
    def chars(self) -> Range:
        """Its characters, marks included."""
        return self.source.start, self.source.end


@dataclass(frozen=True, slots=True)
class Scene:
    """What the finder looks at again and again, computed once."""

    doc: Doc
    text: str
    """The Doc's text, which spaCy puts together anew each time it is asked."""
    sentences: tuple[Range, ...]
    marked: tuple[Marked, ...]
    inside: tuple[int, ...]
    """For every token the index of the quotation it stands in, or -1."""
    paragraph: tuple[int, ...]
    """For every token the index of its paragraph."""
    starts: tuple[int, ...]
    """Where the sentences start."""
    skipped: frozenset[int]
    """Tokens of the page's boilerplate and dateline."""

    def sentence(self, at: int) -> Range:
        """The sentence that a token is in."""
        return self.sentences[bisect_right(self.starts, at) - 1]

    def quotation(self, at: int) -> Marked | None:
        """The quotation that a token is in."""
        number = self.inside[at]
        return self.marked[number] if number >= 0 else None


def lay_out(view: TextView) -> Scene:
    """The scene of a text; sentences end at the parser's breaks that follow a stop or a line."""
    doc = view.doc
    offsets = [token.idx for token in doc]
    found = _marked(view, offsets)
    inside = [-1] * len(doc)
    for number, each in enumerate(found):
        inside[each.start : each.end] = [number] * (each.end - each.start)
    numbers = _paragraph_numbers(offsets, view.paragraphs)
    sentences = _sentences(doc, inside, numbers)
    skipped = _skipped(offsets, view)
    starts = tuple(start for start, _ in sentences)
    return Scene(
        doc,
        view.text,
        tuple(sentences),
        tuple(found),
        tuple(inside),
        tuple(numbers),
        starts,
        skipped,
    )


def _marked(view: TextView, offsets: list[int]) -> list[Marked]:
    found = []
    for each in view.quotations:
        start, end = bisect_right(offsets, each.start) - 1, bisect_left(offsets, each.end)
        words = sum(token.is_alpha for token in view.doc[start:end])
        stopped = view.text[each.inner_end - 1] in STOPS
        spoken = not each.single or words >= SHORTEST_SINGLE or stopped
        if start >= 0 and end > start and words and spoken:
            found.append(Marked(start, end, each))
    return found


def _paragraph_numbers(offsets: list[int], paragraphs: Sequence[Range]) -> list[int]:
    starts = [start for start, _ in paragraphs]
    return [bisect_right(starts, offset) - 1 for offset in offsets]


def _sentences(doc: Doc, inside: list[int], numbers: list[int]) -> list[Range]:
    """Sentences as the eye sees them: a quotation isn't cut in its middle."""
    breaks = [0]
    for token in doc[1:]:
        new_paragraph = numbers[token.i] != numbers[token.i - 1]
        within = inside[token.i] >= 0 and inside[token.i] == inside[token.i - 1]
        broken = not within and not token.text[0].islower() and _ended(doc[token.i - 1])
        sure = token.is_sent_start or _stopped_inside(doc, inside, token)
        sure = sure or (inside[token.i] >= 0 and doc[token.i - 1].text == ".")
        endless = token.i - breaks[-1] >= LONGEST_SENTENCE
        if new_paragraph or (broken and sure) or endless:
            breaks.append(token.i)
    return list(zip(breaks, [*breaks[1:], len(doc)], strict=True))


def _stopped_inside(doc: Doc, inside: list[int], token: Token) -> bool:
    """Whether a quotation that ends with a full stop stands right before a capitalised word."""
    before = token.i - 1
    return (
        inside[before] >= 0
        and inside[token.i] != inside[before]
        and token.text[0].isupper()
        and doc[max(0, before - 1) : token.i].text.rstrip().rstrip(CLOSERS)[-1:] == "."
    )


def _ended(before: Token) -> bool:
    """Whether a sentence can end with this token."""
    text = before.text.rstrip(CLOSERS)
    if before.is_space:
        return True
    if not text:
        # A closing mark: the stop stands before it, and a comma there means that more follows.
        return before.i > 0 and before.nbor(-1).text[-1] in SENTENCE_END
    return text[-1] in SENTENCE_END


def _skipped(offsets: list[int], view: TextView) -> frozenset[int]:
    tokens: set[int] = set()
    for start, end in view.asides("boilerplate", "dateline"):
        tokens.update(range(bisect_left(offsets, start), bisect_left(offsets, end)))
    return frozenset(tokens)
