"""Trees against all trees there are, for sentences short enough to try them all."""

from itertools import product

import numpy as np
import pytest

from steps import steps
from summitparse.model.trees import best_heads

NO = -1000.0


def above(heads, word):
    """The words from this one up to the root, or None where they go round."""
    seen = []
    while word:
        if word in seen:
            return None
        seen.append(word)
        word = heads[word - 1]
    return seen


def is_tree(heads):
    return heads.count(0) == 1 and all(above(heads, word) for word in range(1, len(heads) + 1))


def crosses(heads):
    arcs = [sorted((word, head)) for word, head in enumerate(heads, 1) if head]
    covered = any(a < heads.index(0) + 1 < b for a, b in arcs)
    return covered or any(a < c < b < d for a, b in arcs for c, d in arcs)


def total(scores, heads):
    return sum(scores[word, head] for word, head in enumerate(heads))


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_trees_best_heads_are_the_best_there_are(size):
    rng = np.random.default_rng(size)
    every = [list(h) for h in product(range(size + 1), repeat=size) if is_tree(list(h))]
    projective = [h for h in every if not crosses(h)]
    for _ in range(40):
        scores = rng.normal(size=(size, size + 1)).astype(np.float32)
        scores[range(size), range(1, size + 1)] = NO
        greedy = scores.argmax(axis=1).tolist()
        found = best_heads(scores).tolist()
        if is_tree(greedy):
            assert found == greedy
        else:
            assert found == max(projective, key=lambda heads: total(scores, heads))


def test_trees_two_roots_become_one():
    scores = np.array([[5, NO, 1], [5.5, 4, NO]], dtype=np.float32)
    assert best_heads(scores).tolist() == [0, 1]


def test_trees_a_long_sentence_without_any_tree_takes_steps_in_its_length():
    rng = np.random.default_rng(0)
    half, whole = (rng.normal(size=(n, n + 1)).astype(np.float32) for n in (80, 160))
    assert not is_tree(whole.argmax(axis=1).tolist())
    assert is_tree(best_heads(whole).tolist())
    assert steps(best_heads, whole) < 2.2 * steps(best_heads, half)
