"""Progress of long work: callers may wrap the iterator of LAOs. Independent of terminals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Watch(Protocol):
    """Yields the given items, of which there are `total`, and may show progress."""

    def __call__(self, items: Iterable[T], total: int, /) -> Iterable[T]: ...


def unwatched(items: Iterable[T], total: int, /) -> Iterable[T]:  # noqa: ARG001  # signature of Watch
    """Yield the items without showing progress."""
    return items
