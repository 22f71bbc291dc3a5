from itertools import product

import numpy as np
import pytest

from summitparse.model.names import best_path, grammar

TAGS = ["O", "B-LOC", "I-LOC", "L-LOC", "U-LOC", "B-ORG", "L-ORG"]


def whole(path):
    """Whether tags make whole names."""
    open_label = ""
    for tag in (TAGS[i] for i in path):
        place, label = tag[0], tag[2:]
        if (place in "IL") != bool(open_label) or (open_label and label != open_label):
            return False
        open_label = label if place in "BI" else ""
    return not open_label


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_names_best_path_is_the_best_of_whole_names(size):
    rng = np.random.default_rng(size)
    paths = [p for p in product(range(len(TAGS)), repeat=size) if whole(p)]
    for _ in range(30):
        scores = rng.normal(size=(size, len(TAGS))).astype(np.float32)
        best = max(paths, key=lambda path: sum(scores[i, t] for i, t in enumerate(path)))
        assert best_path(scores, grammar(TAGS)).tolist() == list(best)
