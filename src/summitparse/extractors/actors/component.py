"""The spaCy factory `summitparse_actors`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["make_actors"]


@Language.factory("summitparse_actors")
def make_actors(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Find the actors of a Doc; their mentions go to `doc.spans["summitparse.actors"]`."""

    def actors(doc: Doc) -> Doc:
        from summitparse.docdata import article_of, store, stored
        from summitparse.extractors.actors import find_actors
        from summitparse.models import Location

        found = find_actors(
            doc, locations=stored(doc, "locations", Location), article=article_of(doc)
        )
        store(doc, "actors", found, [(item.id, span) for item in found for span in item.mentions])
        return doc

    return actors
