"""Measurements: figures that say something about a subject, and comparisons."""

import pytest
import spacy

from summitparse.extractors.figures import find_figures, find_measurements
from summitparse.models import DateMention, Measurement, Span


def measured(text: str, nlp, dates: tuple[str, ...] = ()) -> list[Measurement]:
    doc = nlp(text)
    mentions = []
    for number, words in enumerate(dates, 1):
        span = Span.of(text, text.index(words), text.index(words) + len(words))
        mentions.append(
            DateMention(id=f"d{number}", span=span, type="DATE", value=None, reason="given")
        )
    figures = find_figures(doc, dates=mentions)
    return find_measurements(doc, figures=figures, dates=mentions)


def test_a_level_has_subject_verb_and_period(nlp) -> None:
    (claim,) = measured(
        "Trade between Chile and Peru reached $4.8 billion in 2024.", nlp, ("2024",)
    )
    assert claim.subject.text == "Trade between Chile and Peru"
    assert (claim.verb, claim.date_id, claim.figure_ids) == ("reach", "d1", ("f1",))
    assert claim.evidence.text == "Trade between Chile and Peru reached $4.8 billion in 2024."


def test_a_change_leads_to_the_level_reached(nlp) -> None:
    change, level = measured("Unemployment rose 0.3 percentage points to 5.4 percent.", nlp)
    assert change.comparison is not None
    assert (change.comparison.kind, change.comparison.figure_id) == ("to", level.figure_id)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Output was 3 million tonnes, up from 2 million tonnes in May.", "from"),
        ("Revenue reached $5 million, compared with $4 million in May.", "than"),
    ],
)
def test_levels_are_compared_with_levels(text: str, kind: str, nlp) -> None:
    claim = measured(text, nlp, ("May",))[0]
    assert claim.comparison is not None
    assert (claim.comparison.kind, claim.comparison.figure_id) == (kind, "f2")
    assert claim.comparison.date_id == "d1"


def test_the_level_before_may_stand_first(nlp) -> None:
    claims = measured(
        "Trade grew from $4 billion in 2020 to $6 billion in 2024.", nlp, ("2020", "2024")
    )
    last = claims[-1]
    assert last.comparison is not None
    assert (last.comparison.kind, last.comparison.date_id) == ("from", "d1")


def test_records_and_years_are_comparisons(nlp) -> None:
    (low,) = measured("Inflation fell to 2.1 percent, the lowest since 2019.", nlp, ("2019",))
    assert low.comparison is not None
    assert (low.comparison.kind, low.comparison.date_id) == ("lowest_since", "d1")
    (year,) = measured("Exports rose 8 percent year on year.", nlp)
    assert year.comparison is not None
    assert year.comparison.kind == "year_on_year"


def test_what_somebody_does_is_no_measurement(nlp) -> None:
    assert measured("The ministers signed 20 agreements and met for two hours.", nlp) == []


def test_negation_and_future_are_kept(nlp) -> None:
    (claim,) = measured("Costs will not exceed $5 million.", nlp)
    assert claim.negated
    assert claim.modality == "future"


def test_a_doc_without_a_parse_has_none() -> None:
    doc = spacy.blank("en")("Trade reached $5 million.")
    assert find_measurements(doc, figures=find_figures(doc)) == []


def test_ids_are_numbered_in_text_order(nlp) -> None:
    claims = measured("Trade rose 5 percent. Output fell 3 percent.", nlp)
    assert [claim.id for claim in claims] == ["s1", "s2"]
