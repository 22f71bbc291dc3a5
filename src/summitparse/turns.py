"""Taking turns: locks for what threads share."""

from __future__ import annotations

import os
from threading import Lock
from weakref import WeakSet

__all__ = ["Turn"]


class Turn:
    """A lock that a forked process starts with free: the thread that may have held it isn't there.

    >>> turn = Turn()
    >>> with turn:
    ...     pass
    """

    def __init__(self) -> None:
        self.renew()
        _all.add(self)

    def renew(self) -> None:
        """Forget who holds it."""
        self._lock = Lock()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *error: object) -> None:
        self._lock.release()


_all: WeakSet[Turn] = WeakSet()


def _renew_all() -> None:
    for turn in _all:
        turn.renew()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_renew_all)
