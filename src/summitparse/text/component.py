"""The spaCy factory `summitparse_paragraphs`: paragraph starts are sentence starts."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["make_paragraphs"]

LONGEST = 300
"""Tokens after which a sentence is cut where no full stop does; real sentences are shorter."""


@Language.factory("summitparse_paragraphs", assigns=["token.is_sent_start"])
def make_paragraphs(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Mark paragraph starts as sentence starts; stands before the parser, which keeps them.

    A run of hundreds of tokens without a full stop (a table, a menu, noise) is cut too: questions to
    the parse cost as much as its sentences are long.
    """

    def paragraphs(doc: Doc) -> Doc:
        from summitparse.text.paragraphs import paragraph_ranges

        starts = {start for start, _ in paragraph_ranges(doc.text)}
        run = 0
        for token in doc[1:]:
            run = 0 if token.text in ".!?" or token.idx in starts else run + 1
            if token.idx in starts or run == LONGEST:
                token.is_sent_start = True
                run = 0
        return doc

    return paragraphs
