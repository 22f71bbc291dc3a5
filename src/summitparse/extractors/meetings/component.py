"""The spaCy factory `summitparse_meetings`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["make_meetings"]


@Language.factory("summitparse_meetings")
def make_meetings(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Find the meetings of a Doc; their clauses go to `doc.spans["summitparse.meetings"]`."""

    def meetings(doc: Doc) -> Doc:
        from summitparse.docdata import article_of, store, stored
        from summitparse.extractors.meetings import find_meetings
        from summitparse.models import Actor, DateMention, Location

        found = find_meetings(
            doc,
            actors=stored(doc, "actors", Actor),
            dates=stored(doc, "dates", DateMention),
            locations=stored(doc, "locations", Location),
            article=article_of(doc),
        )
        store(doc, "meetings", found, [(item.id, item.evidence) for item in found])
        return doc

    return meetings
