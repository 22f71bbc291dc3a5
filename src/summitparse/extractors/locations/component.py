"""The spaCy factory `summitparse_locations`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["make_locations"]


@Language.factory("summitparse_locations")
def make_locations(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Tag the places of a Doc; they go to `doc.spans["summitparse.locations"]`."""

    def locations(doc: Doc) -> Doc:
        from summitparse.docdata import article_of, store
        from summitparse.extractors.locations import tag_locations

        found = tag_locations(doc, article=article_of(doc))
        store(doc, "locations", found, [(item.id, item.span) for item in found])
        return doc

    return locations
