"""What is furniture of a page: a line of its own that tells nothing."""

import pytest

from summitparse import Article
from summitparse.page.words import words

REQUESTS = sorted(words("requests"))
LABELS = sorted(words("labels"))
PICTURES = sorted(words("pictures"))
TOLD = "Kenya and Peru signed a rail pact on Monday."


def skipped(line):
    page = Article(text=f"Kenya is near.\n\n{line}\n\nPeru is far.")
    return [span.text for span in page.boilerplate]


@pytest.mark.parametrize("request_", REQUESTS)
def test_a_request_is_furniture_and_a_sentence_with_its_words_is_not(request_):
    assert skipped(f"{request_.capitalize()} our letter") == [f"{request_.capitalize()} our letter"]
    assert skipped(f"They asked Kenya to {request_} the pact, an envoy said.") == []
    assert skipped(f'"{request_.capitalize()} it," Rose Wanja told Peru.') == []


@pytest.mark.parametrize("label", LABELS)
def test_a_label_is_furniture_with_its_value_and_alone_before_a_sentence(label):
    assert skipped(f"{label.title()}: Kenya") == [f"{label.title()}: Kenya"]
    assert skipped(f"{label.title()}: {TOLD}") == [f"{label.title()}:"]


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("form", ["({} : Vega/Gazette)", "[{} by Rose Vega]", "({}: Gazette)"])
def test_a_picture_s_credit_is_cut_off_a_line_that_tells(picture, form):
    credit = form.format(picture.capitalize())
    assert skipped(f"{TOLD} {credit}") == [credit]
    assert skipped(f"{credit} {TOLD}") == [credit]


@pytest.mark.parametrize("phrase", sorted(words("phrases")))
def test_a_phrase_is_furniture_alone_and_story_inside_a_sentence(phrase):
    assert skipped(f"5 {phrase}") == [f"5 {phrase}"]
    assert skipped(f"The envoys had {phrase} to them by the treaty, an aide said.") == []


@pytest.mark.parametrize(
    "source", ["Source: Gazette", "Sources: Gazette, Post", "Via Gazette", "Agencies"]
)
def test_credits(source):
    page = Article(text=f"Kenya is near.\n\n{source}\n\nPeru is far.")
    assert [span.text for span in page.credits] == ([source] if source != "Agencies" else [])


@pytest.mark.parametrize(
    "line",
    [
        "Sources close to the envoy say Peru will pay",
        "Source: the minister said the pact would hold.",
        "Agencies in Geneva warned of famine",
        "Via a spokesman, Kenya denied it",
        "Category 4 storm is near the coast",
        "Updated rules on 12 goods will take effect in July",
        "Copyright reform was agreed on Monday.",
        "The envoy, JosÃ© Vega, signed it.",
        "The talks failed. Video by the agency showed ships at sea.",
        "He left (the photo was taken in May, an aide said).",
    ],
)
def test_sentences_that_begin_like_furniture(line):
    assert skipped(line) == []


def test_parts_with_labels_of_their_own_are_furniture():
    line = "Last updated: Saturday, 21 February 2026 | Page views: 1,204"
    assert skipped(line) == [line]


@pytest.mark.parametrize(
    "line", ["| Engines | The yard has been picked |", "(c) visits of envoys; and"]
)
def test_rows_of_tables_and_items_of_lists_are_story(line):
    assert skipped(line) == []
