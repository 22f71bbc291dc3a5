"""The spaCy factory `summitparse_paragraphs`: paragraph starts are sentence starts."""

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["make_paragraphs"]

LONGEST = 300
"""Tokens after which a sentence is cut where no full stop does; real sentences are shorter."""

STOPS = frozenset(".!?")
GLUED = re.compile(r"(?<=\w[.!?])[\"“”](?=[^\W\d_])")


@Language.factory("summitparse_paragraphs", assigns=["token.is_sent_start"])
def make_paragraphs(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Mark paragraph starts as sentence starts; stands before the parser, which keeps them.

    A run of hundreds of tokens without a full stop (a table, a menu, noise) is cut too: questions to
    the parse cost as much as its sentences are long.
    """

    def paragraphs(doc: Doc) -> Doc:
        from summitparse.text.paragraphs import paragraph_ranges

        text = doc.text
        starts = {start for start, _ in paragraph_ranges(text)} | _glued_quotations(text)
        run = 0
        for token in doc[1:]:
            begins = token.idx in starts or _is_glued(doc, token.i)
            run = 0 if token.text in ".!?" or begins else run + 1
            if begins or run == LONGEST:
                token.is_sent_start = True
                run = 0
        return doc

    return paragraphs


def _glued_quotations(text: str) -> set[int]:
    """Where quotations open right behind a stop, without a blank (`the end."We go`)."""
    from summitparse.text.quotation import quotations

    if not GLUED.search(text):
        return set()
    return {each.start for each in quotations(text) if GLUED.match(text, each.start)}


def _is_glued(doc: Doc, at: int) -> bool:
    """Whether a token starts a sentence without a blank before it ("in 2024.The minister")."""
    if at < 2 or doc[at - 1].text not in STOPS or doc[at - 1].whitespace_:
        return False
    word = doc[at - 2].text
    ends = len(word) > 1 and (word[-1].islower() or word[-1].isdigit())
    return ends and doc[at].is_title
