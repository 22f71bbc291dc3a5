"""One thread for numpy's matrices: faster for matrices of this size, and the same sums on a busy machine."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController

__all__ = ["one_thread"]


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[object]:
    """While it lasts, matrix products run in one thread; then as before."""
    limit: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limit
