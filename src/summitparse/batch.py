"""Batch runs on engines that speak Arrow (Spark, Ray, DuckDB, Polars): a picklable extractor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitparse.errors import ArticleError
from summitparse.export.tables import arrow_schema, to_arrow
from summitparse.page import Article
from summitparse.parser import Parser

if TYPE_CHECKING:
    import pyarrow

__all__ = ["BatchExtractor"]

NEEDED = ("id", "text", "published")


class BatchExtractor:
    """Callable on a batch with columns `id`, `text`, `published`; gives one row per claim.

    Pickles without the model: each process loads the bundled pipeline at its first batch.

    Examples:
        >>> import pyarrow
        >>> extract = BatchExtractor()
        >>> batch = {"id": ["1"], "text": ["Peru signed a treaty."], "published": ["2026-01-05"]}
        >>> extract(pyarrow.table(batch)).column("kind").to_pylist()
        ['agreement']
    """

    def __init__(self) -> None:
        self._parser: Parser | None = None

    @property
    def schema(self) -> pyarrow.Schema:
        """The Arrow schema of the result: the columns of `Report.to_rows()`."""
        return arrow_schema()

    def __call__(self, batch: pyarrow.RecordBatch | pyarrow.Table) -> pyarrow.Table:
        """One row per claim; raises `ArticleError` when a column is missing or can't be read."""
        missing = [name for name in NEEDED if name not in batch.schema.names]
        if missing:
            raise ArticleError(f"the batch lacks the columns {', '.join(missing)}")
        if self._parser is None:
            self._parser = Parser()
        articles = [Article.model_validate(row) for row in batch.select(NEEDED).to_pylist()]
        return to_arrow(list(self._parser.pipe(articles)))

    def __getstate__(self) -> dict[str, None]:
        return {"_parser": None}
