"""A further kind of claim needs its own model and a row of `STEPS`: nothing else knows the kinds."""

from typing import ClassVar, Literal

import pytest

from summitparse import Report, reading
from summitparse.models import Claim, ModelInfo, Span
from summitparse.models.claim import KINDS
from summitparse.models.report import complete
from summitparse.reading import STEPS, Step, read_doc
from summitparse.testing import check_report

MODEL = ModelInfo(name="en_test", version="0")
TEXT = "Norway imposed sanctions on Chile."


@pytest.fixture
def sanction(monkeypatch):
    """A made-up kind, forgotten afterwards."""

    class Sanction(Claim):
        letter: ClassVar[str] = "n"
        section: ClassVar[str] = "sanctions"
        colours: ClassVar[tuple[str, str]] = ("#ffdeeb", "#a61e4d")
        kind: Literal["sanction"] = "sanction"
        imposed_by: tuple[str, ...] = ()

        def references(self):
            yield from super().references()
            yield from self.imposed_by

        def row(self, look):
            return {"who": look.names(self.imposed_by), "action": "impose"}

    def find(view, *, actors=()):
        at = view.text.find("sanctions")
        evidence = Span.of(view.text, at, at + len("sanctions"))
        return [Sanction(id="n1", evidence=evidence, imposed_by=(actors[0].id,))]

    complete(Report)
    monkeypatch.setattr(reading, "STEPS", (*STEPS, Step(Sanction, find, ("actors",))))
    yield Sanction
    del KINDS["sanction"]
    complete(Report)


def test_a_new_kind_is_read_stored_and_shown(sanction, nlp):
    report = read_doc(nlp(TEXT), ("locations", "actors", "sanctions"), model=MODEL)
    [claim] = report.sanctions
    assert [report[ident].name for ident in claim.imposed_by] == ["Norway"]
    assert Report.model_validate_json(report.to_json()) == report
    assert [row["who"] for row in report.to_rows()] == ["Norway"]
    assert "mark.sanction { background: #ffdeeb" in report.to_html()
    check_report(report, TEXT)


def test_a_new_kind_is_checked_like_the_others(sanction):
    evidence = Span.of(TEXT, 0, 6)
    lost = sanction(id="n1", evidence=evidence, imposed_by=("a9",))
    with pytest.raises(ValueError, match="references to nothing"):
        Report(library_version="0", model=MODEL, article={"text": TEXT}, claims=(lost,))


def test_what_is_no_kind_is_refused():
    with pytest.raises(ValueError, match="sanction"):
        Report.model_validate(
            {
                "library_version": "0",
                "model": MODEL,
                "article": {"text": TEXT},
                "claims": [{"kind": "sanction", "id": "n1"}],
            }
        )
    with pytest.raises(AttributeError):
        Report(library_version="0", model=MODEL, article={"text": TEXT}).sanctions  # noqa: B018


def test_letters_and_sections_are_their_own():
    letters = [step.model.letter for step in STEPS]
    assert len(set(letters)) == len(letters)
    assert {step.name for step in STEPS if issubclass(step.model, Claim)} == {
        kind.section for kind in KINDS.values()
    }
