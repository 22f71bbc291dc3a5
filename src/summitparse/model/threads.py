"""One thread for numpy's matrices: faster for matrices of this size, and the same sums on a busy machine.

The limit is the whole process's, for numpy's matrix library knows no other. So it lasts no longer than a
network reads one text, and networks take turns: two that read at once would give back each other's
limits. Little is lost by that: what isn't matrix products is Python, which runs one thread at a time
as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from threadpoolctl import ThreadpoolController

from summitparse.turns import Turn

__all__ = ["one_thread"]

_turn = Turn()


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()


@contextmanager
def one_thread() -> Iterator[None]:
    """While it lasts, matrix products run in one thread; then as before. One caller at a time."""
    with _turn, _controller().limit(limits=1, user_api="blas"):
        yield
