"""Trees from the scores of heads and of relations."""

from types import SimpleNamespace

import numpy as np

from summitparse.model.answers import _trees

LOW = -np.inf


class Told:
    """A network of which only the scores of two relations are asked, head by head (-1: the root)."""

    def __init__(self, table):
        self.table = table

    def relations(self, states, choices):
        rows = [[self.table[i][int(c)] for c in row] for i, row in enumerate(choices)]
        return np.array(rows, dtype=np.float32)


def trees(arcs, table):
    scores = SimpleNamespace(arcs=[np.array(arcs, dtype=np.float32)], states=None)
    heads, relations = _trees(Told(table), scores, [(0, len(arcs))])
    return heads.tolist(), relations.tolist()


ARCS = [[3, LOW, 0, 0], [0, 3, LOW, 2.9], [0, 3, 0, LOW]]
SURE, UNSURE = (0, 9), (0, 0.1)


def test_answers_a_surer_relation_decides_between_two_likely_heads():
    same = [{-1: SURE, 0: SURE, 1: SURE, 2: SURE}] * 3
    assert trees(ARCS, same) == ([-1, 0, 0], [1, 1, 1])
    table = [same[0], {-1: SURE, 0: UNSURE, 1: SURE, 2: SURE}, same[0]]
    assert trees(ARCS, table) == ([-1, 2, 0], [1, 1, 1])


def test_answers_relation_is_that_of_the_head_taken():
    table = [{-1: (9, 0), 0: SURE, 1: SURE, 2: SURE}] * 3
    assert trees(ARCS, table) == ([-1, 0, 0], [0, 1, 1])


def test_answers_a_head_the_tree_needs_has_its_relation_too():
    # both words would hang on each other; the tree takes a head that is neither word's likeliest two
    arcs = [[0, LOW, 5, 4], [1, 5, LOW, 6], [2, 4, 5, LOW]]
    table = [{-1: (9, 0), 0: SURE, 1: SURE, 2: SURE}] * 3
    heads, relations = trees(arcs, table)
    assert heads.count(-1) == 1
    assert relations == [0 if head == -1 else 1 for head in heads]
