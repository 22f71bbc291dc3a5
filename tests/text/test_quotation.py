"""Pairing of quotation marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steps import steps
from summitparse.text.quotation import quotations


def _inner(text):
    return [text[q.inner_start : q.inner_end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('She said "yes" and "no".', ["yes", "no"]),
        ("She said “yes” and „ja“ and «oui».", ["yes", "ja", "oui"]),
        ("She said ''yes, we can'' to him.", ["yes, we can"]),
        ("She said ``yes'' to him.", ["yes"]),
        ("“They said ‘wait’ to us,” he noted.", ["They said ‘wait’ to us,"]),
        ("A ‘new dawn’ for the drivers’ union", ["new dawn"]),
        ("A 'new dawn' for the drivers' union", ["new dawn"]),
        ("the ministers' talks and the envoys' notes", []),
        ('a 6" pipe and a 4" pipe', []),
        ("“Now this” and “that", ["Now this", "that"]),
        ("»Ja«, he said", ["Ja"]),
        ("‚Ja‘, he said, ‹oui›", ["Ja", "oui"]),
        ("« Oui », he said. ”Ja”, she said.", [" Oui ", "Ja"]),
        ("'Stay,' he said. 'Go.'", ["Stay,", "Go."]),
        ("'The ministers' plan is dead,' he said", ["The ministers' plan is dead,"]),
        ("It's the '90s, 'tis said, not the '80s'.", []),
        ('He said "a "b" c" and "d".', ['a "b" c', "d"]),
        ("“a “b” c” and “d”", ["a “b” c", "d"]),
        ('" We go , " she said . " Now . "', [" We go , ", " Now . "]),
        ('"We go,"she said."Now."The rest', ["We go,", "Now."]),
        ('"A 6" pipe is too small," he said', ['A 6" pipe is too small,']),
        ('"Go. He left. "Stay," she said. "Now."', ["Go. He left.", "Stay,", "Now."]),
    ],
)
def test_quotations_marks(text, inner):
    assert _inner(text) == inner


def test_quotations_unclosed_ends_with_paragraph():
    text = 'He said: "We start.\n\nNobody answered.'
    (one,) = quotations(text)
    assert (text[one.start : one.end], one.closed) == ('"We start.', False)


def test_quotations_over_paragraphs_are_linked():
    text = '"We start," he said. "We go on.\n\n"We end."\n\n"New words."'
    assert [q.continues for q in quotations(text)] == [False, False, True, False]


def test_quotations_opening_mark_after_an_unclosed_one_starts_anew():
    text = "“One thing is left. “Another is closed” here"
    assert _inner(text) == ["One thing is left.", "Another is closed"]


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="ab. \n\"'“”‘’«»„`", max_size=200))
def test_quotations_any_text(text):
    last = 0
    for q in quotations(text):
        assert last <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
        last = q.end


@pytest.mark.parametrize("unit", ['"', "'", "“", "” ", "‘a’ ", '"a\n', "'' ", '‘a "b', "s' a "])
def test_quotations_linear(unit):
    short, long = (unit * (size // len(unit)) for size in (5_000, 20_000))
    quotations(short)  # word lists are read now, not below
    assert steps(quotations, long) < 4.2 * steps(quotations, short)
