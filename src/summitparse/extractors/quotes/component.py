"""The spaCy factory `summitparse_quotes`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["make_quotes"]


@Language.factory("summitparse_quotes")
def make_quotes(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Find the quotes of a Doc; their sentences go to `doc.spans["summitparse.quotes"]`."""

    def quotes(doc: Doc) -> Doc:
        from summitparse.docdata import article_of, store, stored
        from summitparse.extractors.quotes import find_quotes
        from summitparse.models import Actor, DateMention

        found = find_quotes(
            doc,
            actors=stored(doc, "actors", Actor),
            dates=stored(doc, "dates", DateMention),
            article=article_of(doc),
        )
        store(doc, "quotes", found, [(item.id, item.evidence) for item in found])
        return doc

    return quotes
