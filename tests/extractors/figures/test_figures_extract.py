"""Figures of made-up sentences: with tags and without, in both label schemes."""

import tomllib
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from summitparse.extractors.figures import find_figures
from summitparse.models import DateMention, Figure, Span
from summitparse.page import Article

DATA = Path(__file__).parent / "data"
BLANK = spacy.blank("en")


def cases(name: str) -> list[dict[str, object]]:
    loaded = tomllib.loads((DATA / name).read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["text"][:40]) for case in loaded]


def shown(figure: Figure) -> str:
    value = figure.value if figure.value is not None else f"{figure.low}..{figure.high}"
    return f"{value} {figure.unit or '.'} {figure.modifier} {figure.change or '.'}"


@pytest.mark.parametrize("case", cases("plain.toml"))
def test_figures_of_a_doc_without_tags(case: dict[str, str]) -> None:
    found = find_figures(BLANK(case["text"]))
    assert [shown(figure) for figure in found] == case["figures"]


@pytest.mark.parametrize("case", cases("plain.toml"))
def test_figures_are_the_same_with_the_pipeline(case: dict[str, str], nlp) -> None:
    found = find_figures(nlp(case["text"]))
    assert [shown(figure) for figure in found] == case["figures"]


@pytest.mark.parametrize("case", cases("parsed.toml"))
def test_figures_with_the_pipeline_have_subjects(case: dict[str, str], nlp) -> None:
    found = find_figures(nlp(case["text"]))
    assert [shown(figure) for figure in found] == case["figures"]
    assert [figure.subject.text if figure.subject else "." for figure in found] == case["subjects"]


SCHEMES = {
    "UD": (
        ["nummod", "amod", "nsubj:pass", "aux:pass", "root"],
        ["NUM", "ADJ", "NOUN", "AUX", "VERB"],
    ),
    "spaCy": (
        ["nummod", "amod", "nsubjpass", "auxpass", "ROOT"],
        ["NUM", "ADJ", "NOUN", "AUX", "VERB"],
    ),
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_counted_noun_in_both_schemes(scheme: str) -> None:
    deps, pos = SCHEMES[scheme]
    words = ["Seven", "new", "treaties", "were", "signed"]
    doc = Doc(BLANK.vocab, words=words, heads=[2, 2, 4, 4, 4], deps=deps, pos=pos)
    (figure,) = find_figures(doc)
    assert (figure.kind, figure.unit, str(figure.value)) == ("count", "treaty", "7")


def test_subject_of_a_share_in_spacys_labels() -> None:
    words = ["Laws", "protect", "30", "percent", "of", "waters"]
    deps = ["nsubj", "ROOT", "nummod", "dobj", "prep", "pobj"]
    pos = ["NOUN", "VERB", "NUM", "NOUN", "ADP", "NOUN"]
    doc = Doc(BLANK.vocab, words=words, heads=[1, 1, 3, 1, 3, 4], deps=deps, pos=pos)
    (figure,) = find_figures(doc)
    assert figure.subject is not None
    assert figure.subject.text == "waters"


def mention(text: str, words: str, kind: str, ident: str = "d1") -> DateMention:
    start = text.index(words)
    span = Span.of(text, start, start + len(words))
    return DateMention(id=ident, span=span, type=kind, value=None, reason="given")


def test_dates_are_no_figures_and_durations_are() -> None:
    text = "In the 15 years to 5 June it grew."
    dates = [mention(text, "15 years", "DURATION"), mention(text, "5 June", "DATE", "d2")]
    (figure,) = find_figures(BLANK(text), dates=dates)
    assert (figure.kind, figure.unit, str(figure.value)) == ("duration", "year", "15")


def test_period_is_the_date_behind_else_before() -> None:
    text = "In May prices rose 5 %. Output was 3 million tonnes in 2024, against 2 million in 2019."
    dates = [
        mention(text, "May", "DATE"),
        mention(text, "2024", "DATE", "d2"),
        mention(text, "2019", "DATE", "d3"),
    ]
    found = find_figures(BLANK(text), dates=dates)
    assert [figure.date_id for figure in found] == ["d1", "d2", "d3"]


def test_boilerplate_is_skipped() -> None:
    text = "Three ships came. Share 12 comments"
    article = Article(text=text).model_copy(update={"boilerplate": (Span.of(text, 18, 35),)})
    assert [figure.unit for figure in find_figures(BLANK(text), article=article)] == ["ship"]


def test_open_currency_names_the_alternatives() -> None:
    (figure,) = find_figures(BLANK("It cost 5 million pesos."))
    assert figure.unit == "MXN"
    assert "ARS" in figure.alternatives


def test_ids_are_numbered_in_text_order() -> None:
    found = find_figures(BLANK("Two men and 3 % of $5."))
    assert [figure.id for figure in found] == ["f1", "f2", "f3"]
