"""What follows by arithmetic or comparison from what the text says.

Each rule is a small function from the text's findings to drafts; it fires only where the words leave no
choice, since a wrong derivation looks as solid as a right one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summitparse.derivations.basis import Basis, Draft
from summitparse.derivations.counts import count_checks
from summitparse.derivations.names import acronyms
from summitparse.derivations.years import (
    anniversaries,
    intervals,
    previous_events,
    stays,
    years_by_weekday,
    years_of_datelines,
)
from summitparse.models import Actor, Claim, DateMention, Derivation, Figure, Span
from summitparse.page import Article
from summitparse.view import TextView

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["derive"]

RULES = (
    anniversaries,
    years_of_datelines,
    years_by_weekday,
    intervals,
    stays,
    previous_events,
    count_checks,
    acronyms,
)


def derive(
    doc: Doc | TextView,
    *,
    dates: Sequence[DateMention] = (),
    figures: Sequence[Figure] = (),
    actors: Sequence[Actor] = (),  # noqa: ARG001 - the signature all claim makers share
    claims: Sequence[Claim] = (),
    article: Article | None = None,
) -> list[Derivation]:
    """The derivations of a Doc, in text order, each value of a rule once.

    `rule` and `value`: `anniversary_year` and `dateline_year` a year ("1980"); `interval` two years or
    days ("2008/2019", both inclusive); `previous_event` a TIMEX3 date; `count_check` "consistent" or
    "inconsistent"; `acronym` "SHORT = Long Form". `from_ids` are the dates, figures and claims used.

    >>> import spacy
    >>> doc = spacy.blank("en")("The West Nile Water Commission (WNWC) met.")
    >>> [(claim.rule, claim.value) for claim in derive(doc)]
    [('acronym', 'WNWC = West Nile Water Commission')]
    """
    view = TextView.of(doc, article)
    basis = Basis.of(view, dates, figures, claims)
    drafts = sorted(
        (draft for rule in RULES for draft in rule(basis)),
        key=lambda draft: (draft.start, draft.end, draft.rule),
    )
    kept: dict[tuple[str, str, str], Draft] = {}
    for draft in drafts:
        first = kept.setdefault((draft.rule, draft.value, draft.subject), draft)
        if first is not draft:
            first.from_ids += [ident for ident in draft.from_ids if ident not in first.from_ids]
    return [_claim(draft, number, view.text) for number, draft in enumerate(kept.values(), start=1)]


def _claim(draft: Draft, number: int, text: str) -> Derivation:
    return Derivation(
        id=f"x{number}",
        evidence=Span.of(text, draft.start, draft.end),
        rule=draft.rule,
        value=draft.value,
        explanation=draft.explanation,
        from_ids=tuple(draft.from_ids),
        date_ids=tuple(ident for ident in draft.from_ids if ident.startswith("d")),
        figure_ids=tuple(ident for ident in draft.from_ids if ident.startswith("f")),
    )
