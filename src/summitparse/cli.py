"""The command line: `summitparse extract ARTICLE...`.

Reads files, or standard input for `-`; an article that can't be read is named on stderr, the others
are still done, and the exit status is 2. Nothing of an article or a file's name reaches a terminal as
a control character.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summitparse._version import __version__
from summitparse.errors import ArticleError, MissingExtraError, SummitparseError
from summitparse.page import Article

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from summitparse.report import Report

__all__ = ["main"]

FAILED = 2
INTERRUPTED, CUT_OFF = 130, 141
"""What shells give for a program ended by Ctrl-C, or by a reader that closed the pipe."""
CONTROLS = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What a terminal obeys instead of showing it (C0, DEL, C1, direction), line breaks, and surrogates."""
COLUMNS = {
    "id": ("claim_id",),
    "kind": ("kind",),
    "who": ("who",),
    "does": ("action", "whom"),
    "what": ("what", "amount", "unit"),
    "when": ("when_earliest",),
    "where": ("where",),
}
"""Columns of the table, made of those of `Report.to_rows()`; the JSON has everything."""
KEPT_WHOLE = ("id", "kind", "when")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    options = _arguments().parse_args(argv)
    try:
        status = _run(options)
        sys.stdout.flush()  # here, where a closed pipe can still be told from a fault
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the flush at exit
        return CUT_OFF
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _run(options: argparse.Namespace) -> int:
    try:
        show = _shower(options.format)
        _checked(options.published)
    except SummitparseError as error:
        return _complain(str(error))
    return _extract(options.articles, options.published, show)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="summitparse", description="Reads news text into structured, sourced claims."
    )
    parser.add_argument("--version", action="version", version=f"summitparse {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    extract = commands.add_parser("extract", help="print the claims of articles")
    extract.add_argument(
        "articles", nargs="+", metavar="ARTICLE", help="a UTF-8 text file; - is stdin"
    )
    extract.add_argument(
        "--published", metavar="DATE", help="day of publication, ISO 8601 (2026-05-20)"
    )
    extract.add_argument(
        "--format",
        choices=("json", "jsonl", "table"),
        default="json",
        help="json: one indented report after the other; jsonl: one report a line; table: claims",
    )
    return parser


def _extract(names: Sequence[str], published: str | None, show: Callable[[Report], None]) -> int:
    from summitparse.parser import Parser

    parser, status = None, 0
    for name in names:
        try:
            article = Article.model_validate(
                {"text": _read(name), "published": published, "id": _shown(name)}
            )
        except (OSError, UnicodeDecodeError, ArticleError) as error:
            status = _complain(f"{name}: {_reason(error)}")
            continue
        parser = parser or Parser()
        show(parser.parse(article))
    return status


def _read(name: str) -> str:
    """The text of a file or of standard input, line ends as they are."""
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return data.decode("utf-8")


def _shown(name: str) -> str:
    """A file's name as an id; one that isn't UTF-8 can't be written as JSON otherwise."""
    return os.fsencode(name).decode(errors="replace")


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 (byte {error.start}); convert it first"
    return str(getattr(error, "strerror", None) or error)


def _checked(published: str | None) -> None:
    """Raise `ArticleError` now for a date that can't be read, not once per file."""
    Article.model_validate({"text": "", "published": published})


def _complain(message: str) -> int:
    print(f"summitparse: {_visible(message)}", file=sys.stderr)
    return FAILED


def _visible(text: str) -> str:
    r"""Control characters as escapes.

    >>> print(_visible("red \x1b[31m"))
    red \x1b[31m
    """
    return CONTROLS.sub(lambda match: ascii(match.group())[1:-1], text)


def _shower(form: str) -> Callable[[Report], None]:
    if form == "table":
        return _tabled()
    indent = 2 if form == "json" else None
    return lambda report: print(_json(report, indent))


def _json(report: Report, indent: int | None) -> str:
    """All but ASCII escaped, and DEL, the one control character that JSON leaves alone."""
    text = json.dumps(report.model_dump(mode="json"), indent=indent)
    return text.replace("\x7f", "\\u007f")


def _tabled() -> Callable[[Report], None]:
    try:
        from rich.console import Console
    except ImportError as error:
        raise MissingExtraError("rich", "cli") from error
    console = Console()
    return lambda report: console.print(_table(report), *_warnings(report), sep="\n")


def _text(text: str) -> Text:
    """Words to show as they are: no markup, no control characters."""
    from rich.text import Text

    return Text(_visible(text))


def _table(report: Report) -> Table:
    from rich.table import Table

    table = Table(title=_text(report.article.id or ""), show_lines=True)
    for column in COLUMNS:
        table.add_column(column, no_wrap=column in KEPT_WHOLE)
    for row in report.to_rows():
        table.add_row(*(_text(_cell(row[name] for name in names)) for names in COLUMNS.values()))
    return table


def _cell(values: Iterable[object]) -> str:
    return " ".join(" ".join(str(value).split()) for value in values if value is not None)


def _warnings(report: Report) -> Iterator[Text]:
    yield from (_text(f"{warning.code}: {warning.message}") for warning in report.warnings)


if __name__ == "__main__":
    sys.exit(main())
