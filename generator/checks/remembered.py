"""Single-entry memo, keyed by identity."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Remembered(Generic[A, B]):
    """A function that caches its last result: rules run LAO by LAO, and several need the same preparation.

    Keyed by identity: records are frozen, and comparing two LAOs would cost more than the work saved.
    """

    def __init__(self, work_out: Callable[[A], B]) -> None:
        """Store the function."""
        self._work_out = work_out
        self._last: tuple[A, B] | None = None

    def __call__(self, of: A) -> B:
        """Return the result for this object."""
        if self._last is None or self._last[0] is not of:
            self._last = (of, self._work_out(of))
        return self._last[1]
