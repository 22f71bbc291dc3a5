"""The report as a whole: its ids, its references, and its frozen JSON schema."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from summitparse import Article, Report, Span
from summitparse.models import ModelInfo, Quote

SCHEMA = Path(__file__).parent.parent.parent / "docs" / "report.schema.json"


def report(*claims):
    return Report(
        library_version="0",
        model=ModelInfo(name="m", version="0"),
        article=Article(text="Yes."),
        claims=claims,
    )


def quote(ident="q1", **more):
    span = Span.of("Yes.", 0, 4)
    return Quote(id=ident, evidence=span, form="indirect", content=(span,), text="Yes.", **more)


def said_once(schema):
    """Without the list of one that pydantic before 2.10 writes beside a constant."""
    if isinstance(schema, list):
        return list(map(said_once, schema))
    if not isinstance(schema, dict):
        return schema
    double = "const" in schema and schema.get("enum") == [schema["const"]]
    return {key: said_once(part) for key, part in schema.items() if key != "enum" or not double}


def test_the_json_schema_is_the_published_one():
    """A change of the schema is a change of the contract: write it anew and raise SCHEMA_VERSION.

    python -c "import json, summitparse as s; print(json.dumps(s.Report.model_json_schema(), indent=1))"
    """
    published = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert said_once(Report.model_json_schema()) == published


def test_items_are_found_by_id():
    assert report(quote())["q1"].kind == "quote"
    with pytest.raises(KeyError):
        report()["q1"]


def test_an_id_cannot_stand_twice():
    with pytest.raises(ValidationError, match="twice"):
        report(quote(), quote())


def test_references_must_resolve():
    with pytest.raises(ValidationError, match="a7"):
        report(quote(speakers=("a7",)))


def test_optional_fields_are_null_and_never_missing():
    data = json.loads(report(quote()).to_json())
    assert set(data) == {
        *("schema_version", "library_version", "model", "article", "dates", "locations"),
        *("actors", "figures", "claims", "warnings"),
    }
    assert data["claims"][0]["addressee"] is None
    assert data["article"]["dateline"] is None
