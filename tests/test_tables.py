import pandas as pd
import pyarrow as pa
import pytest

import summitparse
from summitparse import Article
from summitparse.export.tables import COLUMNS

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
