"""Sentences that hold together: the parser's, joined where it cut one in two.

A statistical parser sometimes starts a sentence in the middle of a name or a clause. Claims are read
sentence by sentence, so such a cut would lose the subject. A start counts only behind a mark that can
end a sentence, or at the start of a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from summitparse.text.paragraphs import paragraph_ranges

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["Sentence", "sentences"]

ENDS = frozenset(".!?:;…")
CLOSERS = frozenset("\"'”’»)]")
BACK = 8
"""Most closing marks between the end of a sentence and the next."""
LONGEST = 400
"""Most tokens of a sentence, so that reading sentences stays linear whatever the text."""


@dataclass(frozen=True)
class Sentence:
    """A sentence as words; white space tokens are left out. Positions count from its first word."""

    tokens: tuple[Token, ...]
    lower: tuple[str, ...]
    """The words in small letters."""
    pos: tuple[str, ...]
    """Their parts of speech (UPOS)."""

    @property
    def start(self) -> int:
        """Offset of the first character in the text."""
        return self.at(0)

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.to(len(self.tokens))

    def at(self, n: int) -> int:
        """Offset in the text of the word at position `n`; behind the last one for `len(tokens)`."""
        return self.tokens[n].idx if n < len(self.tokens) else self.end

    def to(self, n: int) -> int:
        """Offset behind the word before position `n`."""
        return self.tokens[n - 1].idx + len(self.tokens[n - 1])

    def until(self, offset: int) -> Sentence:
        """The words that end at or before an offset (at least one)."""
        n = max(1, self.position(offset))
        return Sentence(self.tokens[:n], self.lower[:n], self.pos[:n])

    def position(self, offset: int) -> int:
        """Position of the first word that begins at or behind an offset (`len(tokens)` if none)."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.at(middle) < offset:
                low = middle + 1
            else:
                high = middle
        return low


def sentences(doc: Doc) -> list[Sentence]:
    """The sentences of a Doc in order; white space alone is none.

    >>> from spacy.tokens import Doc
    >>> from spacy.vocab import Vocab
    >>> doc = Doc(Vocab(), words=["Ana", "Soto", "left", "."], sent_starts=[1, 1, 0, 0])
    >>> [sentence.lower for sentence in sentences(doc)]
    [('ana', 'soto', 'left', '.')]
    """
    heads = {start for start, _ in paragraph_ranges(doc.text)}
    starts = [0] if len(doc) else []
    for token in doc[1:]:
        cut = token.is_sent_start and _can_start(token)
        if cut or token.idx in heads or token.i - starts[-1] > LONGEST:
            starts.append(token.i)
    made = (_sentence(doc[first:last]) for first, last in pairwise([*starts, len(doc)]))
    return [each for each in made if each.tokens]


def _sentence(span: Span) -> Sentence:
    words = tuple(token for token in span if not token.text.isspace())
    return Sentence(
        words, tuple(word.text.lower() for word in words), tuple(word.pos_ for word in words)
    )


def _can_start(token: Token) -> bool:
    """Whether a sentence may end before the token: behind a mark or a closed quotation."""
    at, first = token.i - 1, max(0, token.i - BACK)
    while at > first and (token.doc[at].text in CLOSERS or token.doc[at].text.isspace()):
        at -= 1
    return token.doc[at].text[-1] in ENDS
