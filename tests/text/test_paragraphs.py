import pytest
import spacy

from summitparse.text.paragraphs import paragraph_ranges


def cut(text):
    return [text[start:end] for start, end in paragraph_ranges(text)]


def test_blank_lines_end_paragraphs():
    assert cut("One.\n\nTwo.\r\n\r\nThree.") == ["One.", "Two.", "Three."]


def test_single_line_breaks_end_paragraphs_of_unwrapped_pages():
    assert cut("Ports sign pact\nTwo ports signed a pact on Monday.") == [
        "Ports sign pact",
        "Two ports signed a pact on Monday.",
    ]


def test_wrapped_lines_are_joined_up_to_the_short_last_one():
    wrapped = (
        "The ministers of four coastal states met in the old customs house to\n"
        "talk about dredging, pilots, tugboats and the price of harbour water.\n"
        "They parted early.\n"
        "The next meeting is planned for the first week of the coming spring,\n"
        "in a place that none of them would name."
    )
    assert [len(p) for p in cut(wrapped)] == [157, 109]


def test_an_indented_line_begins_a_paragraph():
    text = "a" * 70 + "\n" + "b" * 70 + "\n " + "c" * 70 + "\n" + "d" * 70
    assert len(cut(text)) == 2


def test_bullets_stand_alone():
    assert len(cut("They agreed on:\n- trade,\n- water.")) == 3


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u2028"])
def test_nothing_has_no_paragraphs(text):
    assert cut(text) == []


def test_paragraph_starts_are_sentence_starts_and_long_runs_are_cut():
    nlp = spacy.blank("en")
    nlp.add_pipe("summitparse_paragraphs")
    doc = nlp("Ports sign pact\n\n" + "word " * 700)
    starts = [token.i for token in doc if token.is_sent_start]
    assert doc[starts[1]].text == "word"
    assert len(starts) == 4
