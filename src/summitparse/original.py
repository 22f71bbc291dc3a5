"""Reports on texts with HTML in them: read from the plain text, told in characters of the caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitparse.docdata import original_of
from summitparse.report import Report
from summitparse.text.markup import Plain, unmarked

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["on_original"]


def on_original(doc: Doc, report: Report) -> Report:
    """The report with its spans in the text that the Doc was made from, where that was marked up."""
    original = original_of(doc)
    plain = unmarked(original) if original is not None else None
    if original is None or plain is None:
        return report
    moved = _moved(report.model_dump(mode="json"), plain, original)
    assert isinstance(moved, dict)  # what was a dict stays one
    article = moved["article"]
    assert isinstance(article, dict)
    return Report.model_validate(moved | {"article": article | {"text": original}})


def _moved(value: object, plain: Plain, original: str) -> object:
    """A value of a report as JSON, with every range in it moved."""
    if isinstance(value, list):
        return [_moved(each, plain, original) for each in value]
    if not isinstance(value, dict):
        return value
    moved: dict[str, object] = {key: _moved(each, plain, original) for key, each in value.items()}
    start, end = value.get("start"), value.get("end")
    if isinstance(start, int) and isinstance(end, int):
        first, last = plain.there(start, end)
        moved |= {"start": first, "end": last}
        if "text" in value:
            moved["text"] = original[first:last]
    return moved
