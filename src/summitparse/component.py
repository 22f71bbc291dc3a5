"""The spaCy factory `summitparse`: everything at once, with the report at `doc._.summitparse`."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["make_summitparse"]


@Language.factory("summitparse")
def make_summitparse(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Read a Doc; the report is at `doc._.summitparse`, the places of its items in `doc.spans`."""

    def summitparse(doc: Doc) -> Doc:
        from summitparse.parser import annotate

        return annotate(doc)

    return summitparse


def _report(doc: Doc) -> object:
    from summitparse.parser import kept_report

    return kept_report(doc)


Doc.set_extension("summitparse", getter=_report, force=True)
