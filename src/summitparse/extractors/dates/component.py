"""The spaCy factory `summitparse_dates`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["make_dates"]


@Language.factory("summitparse_dates")
def make_dates(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Resolve the dates of a Doc; they go to `doc.spans["summitparse.dates"]`."""

    def dates(doc: Doc) -> Doc:
        from summitparse.docdata import article_of, store
        from summitparse.extractors.dates import resolve_dates

        found = resolve_dates(doc, article=article_of(doc))
        store(doc, "dates", found, [(item.id, item.span) for item in found])
        return doc

    return dates
