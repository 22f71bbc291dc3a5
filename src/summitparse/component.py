"""The spaCy factories: `summitparse`, everything at once, and one for each step of the reading.

`summitparse` leaves the report at `doc._.summitparse`; each fills `doc.spans["summitparse.<section>"]`.
"""

from collections.abc import Callable, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from summitparse.docdata import store, stored
from summitparse.models import Item, ModelInfo
from summitparse.original import on_original
from summitparse.reading import DEFAULT, STEPS, Step, read_doc
from summitparse.report import Report

__all__ = ["make_summitparse"]

REPORT = "summitparse.report"
Pipe = Callable[[Doc], Doc]
Factory = Callable[[Language, str], Pipe]


@Language.factory("summitparse")
def make_summitparse(nlp: Language, name: str) -> Pipe:
    """Read a Doc; the report is at `doc._.summitparse`, the places of its items in `doc.spans`."""

    def summitparse(doc: Doc) -> Doc:
        meta = nlp.meta
        model = ModelInfo(name=f"{meta['lang']}_{meta['name']}", version=str(meta["version"]))
        report = read_doc(doc, model=model)
        for section in DEFAULT:
            store(doc, section, getattr(report, section))
        doc.user_data[REPORT] = on_original(doc, report).to_json()
        return doc

    return summitparse


def _factory(step: Step) -> Factory:
    """The factory `summitparse_<section>` of one step."""
    models = {each.name: each.model for each in STEPS}

    def make(nlp: Language, name: str) -> Pipe:
        def read(doc: Doc) -> Doc:
            given = {need: stored(doc, need, models[need]) for need in step.needs}
            found: Sequence[Item] = step.find(doc, **given)
            store(doc, step.name, found)
            return doc

        return read

    Language.factory(f"summitparse_{step.name}", func=make)
    return make


FACTORIES = {step.name: _factory(step) for step in STEPS if step.name in DEFAULT}


def __getattr__(name: str) -> Any:
    """The factories by their section's name, for the entry points in `pyproject.toml`."""
    if name in FACTORIES:
        return FACTORIES[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _report(doc: Doc) -> Report | None:
    """The report kept on a Doc; None where the component hasn't run."""
    kept = doc.user_data.get(REPORT)
    return None if kept is None else Report.model_validate_json(kept)


Doc.set_extension("summitparse", getter=_report, force=True)
