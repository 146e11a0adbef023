"""Memos that rules share: the last result of a preparation, and folded texts."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

from generator.thai.text import fold_for_comparison

A = TypeVar("A")
B = TypeVar("B")


class IdentityMemo(Generic[A, B]):
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


_LONGEST_CACHED = 200
"""Longer texts are not cached, so hostile input cannot fill the memory."""

_folded = lru_cache(maxsize=4096)(fold_for_comparison)


def folded(text: str) -> str:
    """Return a form that is equal for strings that a person would consider the same; the same texts are frequent."""
    return _folded(text) if len(text) <= _LONGEST_CACHED else fold_for_comparison(text)
