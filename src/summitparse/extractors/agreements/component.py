"""The spaCy factory `summitparse_agreements`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["make_agreements"]


@Language.factory("summitparse_agreements")
def make_agreements(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Find the agreements of a Doc; their clauses go to `doc.spans["summitparse.agreements"]`."""

    def agreements(doc: Doc) -> Doc:
        from summitparse.docdata import article_of, store, stored
        from summitparse.extractors.agreements import parse_agreements
        from summitparse.models import Actor, DateMention, Figure, Location

        found = parse_agreements(
            doc,
            actors=stored(doc, "actors", Actor),
            dates=stored(doc, "dates", DateMention),
            figures=stored(doc, "figures", Figure),
            locations=stored(doc, "locations", Location),
            article=article_of(doc),
        )
        store(doc, "agreements", found, [(item.id, item.evidence) for item in found])
        return doc

    return agreements
