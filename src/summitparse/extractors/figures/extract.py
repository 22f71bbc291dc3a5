"""Finding figures: numbers, what they measure or count, how exact they are, and of what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summitparse.extractors.figures.context import Blocked, is_code
from summitparse.extractors.figures.draft import Draft, draft
from summitparse.extractors.figures.links import subject_of_figure
from summitparse.extractors.figures.modifiers import set_change, set_gloss, set_modifier
from summitparse.extractors.figures.nouns import Tokens
from summitparse.extractors.figures.numbers import read_numbers
from summitparse.extractors.figures.periods import Periods
from summitparse.extractors.figures.places import Countries
from summitparse.extractors.figures.ranges import joined
from summitparse.extractors.figures.settle import settle
from summitparse.models import DateMention, Figure, Span
from summitparse.page import Article
from summitparse.view import TextView

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_figures"]


def find_figures(
    doc: Doc | TextView, *, dates: Sequence[DateMention] = (), article: Article | None = None
) -> list[Figure]:
    """The figures of a Doc in text order: numbers with unit, modifier, change, subject and period.

    `dates` are the date mentions found before: what they cover as a point in time is no figure,
    durations are both. Works on a Doc without tags too, with less certain nouns and no subjects.

    Examples:
        >>> import spacy
        >>> doc = spacy.blank("en")("Exports rose by 4.5 % to over $2.1 billion.")
        >>> [(str(f.value), f.unit, f.modifier, f.change) for f in find_figures(doc)]
        [('4.5', 'percent', '=', 'up'), ('2100000000', 'USD', '>', None)]
    """
    view = TextView.of(doc, article)
    text = view.text
    drafts = list(_drafts(view, dates))
    if not drafts:
        return []
    tokens = Tokens(view.doc, text)
    kept = settle(tokens, joined(text, drafts))
    for before, made in zip([None, *kept], kept, strict=False):
        set_modifier(text, made)
        set_change(tokens, made)
        if before:
            set_gloss(text, before, made)
        if made.kind != "count":
            tokens.take(made.start, made.end)
    for date in dates:
        tokens.date(date.span.start, date.span.end)
    periods = Periods(text, dates, kept)
    return list(_figures(tokens, kept, periods))


def _drafts(view: TextView, dates: Sequence[DateMention]) -> Iterator[Draft]:
    text = view.text
    blocked = Blocked(dates, view.asides("boilerplate"))
    countries = Countries(text)
    end = 0
    for number in read_numbers(text):
        if number.start < end or blocked.holds(number.start, number.end):
            continue
        made = draft(text, number, countries)
        if not is_code(text, made, end):
            end = made.end
            yield made


def _figures(tokens: Tokens, kept: Sequence[Draft], periods: Periods) -> Iterator[Figure]:
    before: tuple[Draft, Span | None] | None = None
    for number, made in enumerate(kept, 1):
        subject = subject_of_figure(tokens, made, before)
        yield _figure(tokens, made, number, subject, None if made.converts else periods.of(made))
        before = (made, subject)


def _figure(
    tokens: Tokens, made: Draft, number: int, subject: Span | None, period: str | None
) -> Figure:
    return Figure(
        id=f"f{number}",
        span=Span.of(tokens.text, min(made.span_start, made.start), made.end),
        kind=made.kind or "bare",
        value=made.low if made.single else None,
        low=None if made.single else made.low,
        high=None if made.single else made.high,
        unit=f"{made.unit}/{made.rate}" if made.unit and made.rate else made.unit,
        modifier=made.modifier,
        change=made.change,
        subject=None if made.converts else subject,
        date_id=period,
        reason=made.reason,
        alternatives=made.alternatives,
    )
