"""What the gazetteer adds to the network's scores for places."""

import numpy as np
import pytest

from summitparse.model.names import best_path, grammar, with_places
from summitparse.model.places import in_places

TAGS = ["O", "U-LOC", "U-ORG"]


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("in New York on Monday", "0 1 1 0 0"),
        ("Guinea - Bissau signed", "1 1 1 0"),
        ("the U.S. told us", "0 1 0 0"),
        ("IT firms in oslo", "0 0 0 0"),
        ("Chinese firms", "0 0"),
    ],
)
def test_places_longest_names_with_capitals(words, known):
    forms = words.split()
    assert in_places(forms, [(0, len(forms))]).tolist() == [k == "1" for k in known.split()]


def test_places_end_with_their_text():
    forms = ["New", "York"]
    whole, apart = in_places(forms, [(0, 2)]), in_places(forms, [(0, 1), (1, 2)])
    assert (whole.tolist(), apart.tolist()) == ([True, True], [False, True])


def test_places_move_the_score_of_places_alone():
    rules = grammar(TAGS)
    scores = np.array([[0.0, 1.0, 0.5], [0.0, 0.0, 0.5]], dtype=np.float32)
    unknown = with_places(scores, np.array([False, False]), rules)
    known = with_places(scores, np.array([True, True]), rules)
    assert [TAGS[i] for i in best_path(unknown, rules)] == ["U-ORG", "U-ORG"]
    assert [TAGS[i] for i in best_path(known, rules)] == ["U-LOC", "U-LOC"]
    assert np.array_equal(unknown[:, [0, 2]], scores[:, [0, 2]])
