"""The report: what was read from one article, with its ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitparse.export import render, tables
from summitparse.models import Reading
from summitparse.page import Article

if TYPE_CHECKING:
    import pandas
    import pyarrow

__all__ = ["Report"]


class Report(Reading):
    """All that was read from one article; every value is tied to characters of `article.text`."""

    article: Article

    def to_json(self, *, indent: int | None = None) -> str:
        """The report as JSON; `Report.model_validate_json` gives an equal report back."""
        return self.model_dump_json(indent=indent)

    def to_rows(self) -> list[dict[str, str | float | bool | None]]:
        """One flat dict a claim, the same columns for every kind (`summitparse.export.tables.COLUMNS`)."""
        return tables.rows(self)

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a DataFrame; raises `MissingExtraError` without pandas."""
        return tables.to_pandas(self)

    def to_arrow(self) -> pyarrow.Table:
        """The rows as an Arrow table; raises `MissingExtraError` without pyarrow."""
        return tables.to_arrow([self])

    def to_html(self) -> str:
        """A self-contained HTML page: the article with its claims marked, and a table."""
        return render.to_html(self)

    def _repr_html_(self) -> str:
        return render.fragment(self)
