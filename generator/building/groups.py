"""Several LAOs at a time: the first page of each, then the second of each, and so on.

Views and templates are a few megabytes of code, more than a processor has at hand. With all pages of one LAO before
those of the next, each of them begins with code that has to be fetched anew: a tenth of a build's time. The rules gain
nothing by it and stay LAO by LAO.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest
from typing import TypeVar

T = TypeVar("T")

_NOTHING = object()


def in_groups(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the items a few at a time, in order."""
    rest = iter(items)
    while group := list(islice(rest, size)):
        yield group


def abreast(workers: Iterable[Iterable[T]]) -> Iterator[T]:
    """Yield the first of each worker, then the second of each, and so on; some may have more than others."""
    for row in zip_longest(*workers, fillvalue=_NOTHING):
        for one in row:
            if one is not _NOTHING:
                yield one  # type: ignore[misc]  # what fills up has just been left out
