"""What holds for every report of every text: the contract's rules, as one check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pydantic import BaseModel

from summitparse.models import Span
from summitparse.reading import STEPS
from summitparse.report import Report

__all__ = ["check_report"]

PLAIN = re.compile(r"-?\d+(?:\.\d+)?")


def check_report(report: Report, text: str) -> None:
    """Raise `AssertionError` unless the report keeps the rules that always hold.

    Spans slice back to the caller's text, ids are of their kind and numbered without gaps, mentions
    and claims stand in text order, bounds are ordered, numbers are plain decimals, and JSON gives an
    equal report back.

    Examples:
        >>> import summitparse
        >>> text = "Peru and Chile signed two accords on Friday."
        >>> check_report(summitparse.parse(text), text)
    """
    assert report.article.text == text, "the text was rewritten"
    for span in _spans(report):
        assert text[span.start : span.end] == span.text, f"{span!r} doesn't slice back"
    for step in STEPS:
        _check_ids(step.name, step.model.letter, [item.id for item in getattr(report, step.name)])
    _check_order(report)
    _check_values(report)
    assert Report.model_validate_json(report.to_json()) == report, "JSON lost something"


def _spans(node: object) -> Iterator[Span]:
    if isinstance(node, Span):
        yield node
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from _spans(getattr(node, name))
    elif isinstance(node, tuple):
        for item in node:
            yield from _spans(item)


def _check_ids(kind: str, letter: str, ids: list[str]) -> None:
    wanted = {f"{letter}{number}" for number in range(1, len(ids) + 1)}
    assert set(ids) == wanted, f"{kind} have the ids {ids}"
    assert len(ids) == len(wanted), f"{kind} have an id twice: {ids}"


def _check_order(report: Report) -> None:
    for group in (report.dates, report.locations, report.figures):
        starts = [item.span.start for item in group]
        assert starts == sorted(starts), "mentions stand in text order"
        assert [item.id[1:] for item in group] == [str(n) for n in range(1, len(group) + 1)]
    places = [claim.evidence.start for claim in report.claims]
    assert places == sorted(places), "claims stand in text order"
    for actor in report.actors:
        assert all(a.start <= b.start for a, b in pairwise(actor.mentions)), actor.id


def _check_values(report: Report) -> None:
    for day in report.dates:
        if day.earliest and day.latest:
            assert day.earliest <= day.latest, day.id
    for figure in report.figures:
        for number in (figure.value, figure.low, figure.high):
            assert number is None or PLAIN.fullmatch(format(number, "f")), figure.id
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high, figure.id
            assert figure.value is None, figure.id
