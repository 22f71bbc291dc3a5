import pandas as pd
import pyarrow as pa
import pytest

import summitparse
from steps import steps
from summitparse import Actor, Article, Figure, Location, Measurement, Meeting, Report, Span
from summitparse.export.tables import COLUMNS
from summitparse.models import ModelInfo

TEXT = (
    "LIMA, June 4 - Peru and Chile signed an agreement on trade, energy and tourism on Thursday. "
    '"We are ready," President Rosa Vidal said. '
    "Trade between Peru and Chile reached 4 billion U.S. dollars in 2025."
)


@pytest.fixture(scope="module")
def report(parser):
    return parser.parse(Article(text=TEXT, published="2026-06-04", id="lima"))


def test_rows_have_the_contract_columns_in_order(report):
    wanted = (
        "article_id claim_id kind who event action whom what amount unit modifier when_earliest when_latest "
        "when_basis where country says_who via status modality negated confidence evidence start end"
    )
    assert " ".join(COLUMNS) == wanted
    assert all(tuple(row) == COLUMNS for row in report.to_rows())


def test_there_is_one_row_a_claim(report):
    assert [row["claim_id"] for row in report.to_rows()] == [claim.id for claim in report.claims]


def test_evidence_slices_back(report):
    for row in report.to_rows():
        assert TEXT[row["start"] : row["end"]] == row["evidence"]


def test_pandas_and_arrow_hold_the_same_rows(report):
    frame, table = report.to_pandas(), report.to_arrow()
    assert isinstance(frame, pd.DataFrame)
    assert isinstance(table, pa.Table)
    assert list(frame.columns) == table.column_names == list(COLUMNS)
    assert table.to_pylist() == report.to_rows()


def test_an_empty_report_has_columns_all_the_same(parser):
    empty = parser.parse("")
    assert list(empty.to_pandas().columns) == list(COLUMNS)
    assert empty.to_arrow().num_rows == 0


def test_the_batch_extractor_gives_the_same_rows_after_pickling(report):
    import pickle

    extract = pickle.loads(pickle.dumps(summitparse.BatchExtractor()))
    batch = pa.table({"id": ["lima"], "text": [TEXT], "published": ["2026-06-04"]})
    assert extract(batch).to_pylist() == report.to_rows()
    assert extract(batch).schema == extract.schema


def test_the_batch_extractor_names_missing_columns():
    with pytest.raises(summitparse.ArticleError, match="published"):
        summitparse.BatchExtractor()(pa.table({"id": ["1"], "text": ["x"]}))


def crowded(size):
    """A report with as many actors, places, figures and meetings and measurements of them."""
    text = "Oslo " * size
    spans = [Span.of(text, at, at + 4) for at in range(0, len(text), 5)]
    return Report(
        library_version="0",
        model=ModelInfo(name="m", version="0"),
        article=Article(text=text, paragraphs=()),
        actors=[
            Actor(id=f"a{n}", name=f"A{n}", type="person", mentions=(s,))
            for n, s in enumerate(spans)
        ],
        locations=[
            Location(id=f"l{n}", span=s, name=f"L{n}", kind="city", country=None, reason="test")
            for n, s in enumerate(spans)
        ],
        figures=[
            Figure(id=f"f{n}", span=s, kind="bare", value=n, unit=None, reason="test")
            for n, s in enumerate(spans)
        ],
        claims=[
            claim
            for n, s in enumerate(spans)
            for claim in (
                Meeting(
                    id=f"m{n}",
                    evidence=s,
                    participants=(f"a{n}",),
                    location_id=f"l{n}",
                    form="talks",
                    status="held",
                ),
                Measurement(id=f"s{n}", evidence=s, figure_id=f"f{n}", subject=s),
            )
        ],
    )


@pytest.mark.parametrize("way", ["to_rows", "to_html", "to_arrow", "to_pandas", "to_json"])
def test_every_way_out_takes_steps_in_the_claims(way):
    short, long = (getattr(crowded(size), way) for size in (50, 200))
    long()  # modules are imported now, not below
    assert steps(long) < 4.4 * steps(short)
