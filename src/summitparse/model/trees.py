"""From scores of arcs to a tree."""

from __future__ import annotations

import numpy as np

from summitparse.model.network import Array, Numbers

__all__ = ["best_heads"]

NEVER = np.float32(-1e9)


def best_heads(scores: Array) -> Numbers:
    """The head of each word: 0 for the root, else the head's number from 1 on.

    `scores[i, j]` is how well head j fits word i + 1. Each word's own best head is taken where that
    gives a tree with one root; else the best tree without crossing arcs (Eisner 1996).
    """
    heads: Numbers = scores.argmax(axis=1)
    return heads if _is_tree(heads) else _projective(scores)


def _is_tree(heads: Numbers) -> bool:
    """Whether exactly one word hangs on the root, and every word in the end on it."""
    if np.count_nonzero(heads == 0) != 1:
        return False
    above = np.concatenate([[0], heads])
    # Jumping twice as far each time, all words reach the root's place, or some go round.
    for _ in range(len(above).bit_length()):
        above = above[above]
    return not above.any()


def _projective(scores: Array) -> Numbers:
    """The best tree with one root and no crossing arcs, in time cubic in the sentence's bounded length.

    Spans end at words 1..n. `closed[0]` are trees whose top is their right end, `closed[1]` whose top is
    their left end; `opened` likewise, where the arc between the ends has just been drawn.
    """
    n = len(scores)
    arc = scores[:, 1:].T  # arc[head, word], words from 0
    closed = np.full((2, n, n), NEVER, dtype=np.float32)
    opened = np.full((2, n, n), NEVER, dtype=np.float32)
    closed[:, range(n), range(n)] = 0
    cut_open = np.zeros((n, n), dtype=np.int64)
    cut_closed = np.zeros((2, n, n), dtype=np.int64)
    for size in range(1, n):
        left = np.arange(n - size)
        right = left + size
        step = np.arange(size)
        # left tree from `left` to the cut, right tree from the next word to `right`
        pairs = (
            closed[1][left[:, None], left[:, None] + step]
            + closed[0][left[:, None] + step + 1, right[:, None]]
        )
        at = pairs.argmax(axis=1)
        best = pairs[left, at]
        cut_open[left, right] = left + at
        opened[0][left, right] = best + arc[right, left]
        opened[1][left, right] = best + arc[left, right]
        ends_right = (
            closed[0][left[:, None], left[:, None] + step]
            + opened[0][left[:, None] + step, right[:, None]]
        )
        at = ends_right.argmax(axis=1)
        closed[0][left, right] = ends_right[left, at]
        cut_closed[0][left, right] = left + at
        ends_left = (
            opened[1][left[:, None], left[:, None] + step + 1]
            + closed[1][left[:, None] + step + 1, right[:, None]]
        )
        at = ends_left.argmax(axis=1)
        closed[1][left, right] = ends_left[left, at]
        cut_closed[1][left, right] = left + at + 1
    top = int((closed[0][0, :] + closed[1][:, n - 1] + scores[:, 0]).argmax())
    heads: Numbers = np.zeros(n, dtype=np.int64)
    _read(heads, cut_open, cut_closed, [(0, 0, top, False), (1, top, n - 1, False)])
    return heads


def _read(
    heads: Numbers,
    cut_open: Numbers,
    cut_closed: Numbers,
    spans: list[tuple[int, int, int, bool]],
) -> None:
    """Follow the cuts down from the whole spans, and write each arc's head."""
    while spans:
        side, left, right, is_open = spans.pop()
        if left == right:
            continue
        if is_open:
            word, head = (left, right) if side == 0 else (right, left)
            heads[word] = head + 1
            cut = int(cut_open[left, right])
            spans += [(1, left, cut, False), (0, cut + 1, right, False)]
            continue
        cut = int(cut_closed[side, left, right])
        if side == 0:
            spans += [(0, left, cut, False), (0, cut, right, True)]
        else:
            spans += [(1, left, cut, True), (1, cut, right, False)]
