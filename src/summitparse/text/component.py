"""The spaCy factory `summitparse_paragraphs`: paragraph starts are sentence starts."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["make_paragraphs"]


@Language.factory("summitparse_paragraphs", assigns=["token.is_sent_start"])
def make_paragraphs(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Mark paragraph starts as sentence starts; stands before the parser, which keeps them."""

    def paragraphs(doc: Doc) -> Doc:
        from summitparse.text.paragraphs import paragraph_ranges

        starts = {start for start, _ in paragraph_ranges(doc.text)}
        for token in doc[1:]:
            if token.idx in starts:
                token.is_sent_start = True
        return doc

    return paragraphs
