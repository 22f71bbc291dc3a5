"""The spaCy factory `summitparse_figures`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["make_figures"]


@Language.factory("summitparse_figures")
def make_figures(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Find the figures of a Doc; they go to `doc.spans["summitparse.figures"]`."""

    def figures(doc: Doc) -> Doc:
        from summitparse.docdata import article_of, store, stored
        from summitparse.extractors.figures import find_figures
        from summitparse.models import DateMention

        found = find_figures(doc, dates=stored(doc, "dates", DateMention), article=article_of(doc))
        store(doc, "figures", found, [(item.id, item.span) for item in found])
        return doc

    return figures
