"""How far long work is: whoever calls may be shown every LAO as it goes by. Knows nothing of terminals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Watch(Protocol):
    """Passes on what comes, of which there will be so many, and may show how far it is."""

    def __call__(self, items: Iterable[T], total: int, /) -> Iterable[T]: ...


def unwatched(items: Iterable[T], total: int, /) -> Iterable[T]:  # noqa: ARG001  # the form of a Watch
    """Pass on what comes, and show nothing."""
    return items
