"""The spaCy factory `summitparse`: everything at once, with the report at `doc._.summitparse`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from summitparse.models import Report

__all__ = ["make_summitparse"]

REPORT = "summitparse.report"


@Language.factory("summitparse")
def make_summitparse(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Read a Doc; the report is at `doc._.summitparse`, the places of its items in `doc.spans`."""

    def summitparse(doc: Doc) -> Doc:
        from summitparse.models import ModelInfo
        from summitparse.reading import read_doc

        meta = nlp.meta
        model = ModelInfo(name=f"{meta['lang']}_{meta['name']}", version=str(meta["version"]))
        return _keep(doc, read_doc(doc, model=model))

    return summitparse


def _keep(doc: Doc, report: "Report") -> Doc:
    """Store the report as JSON, and the places of its items as span groups."""
    from summitparse.docdata import store
    from summitparse.original import on_original

    for name in ("dates", "locations", "figures"):
        items = getattr(report, name)
        store(doc, name, items, [(item.id, item.span) for item in items])
    actors = report.actors
    store(doc, "actors", actors, [(actor.id, span) for actor in actors for span in actor.mentions])
    for name in ("quotes", "agreements", "meetings"):
        claims = getattr(report, name)
        store(doc, name, claims, [(claim.id, claim.evidence) for claim in claims])
    doc.user_data[REPORT] = on_original(doc, report).to_json()
    return doc


def _report(doc: Doc) -> "Report | None":
    """The report kept on a Doc; None where the component hasn't run."""
    kept = doc.user_data.get(REPORT)
    if kept is None:
        return None
    from summitparse.models import Report

    return Report.model_validate_json(kept)


Doc.set_extension("summitparse", getter=_report, force=True)
