"""Python's cycle collector during a build: it looks at what is new, and never again at what stays.

Every page made so far is kept until it is written, and the collector would walk all of them again and again: a tenth of
a build's time. So it rests while pages are made, runs once per batch over the little that is neither freed by reference
counting nor kept, and what survives is set aside (`gc.freeze`).
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

BATCH = 50
"""LAOs; what they leave for it is little, see `pages/contexts.py`."""


def in_batches(items: Iterable[T], size: int = BATCH) -> Iterator[T]:
    """Yield the items; after every `size` of them, collect the garbage they left and set the rest aside."""
    was_enabled = gc.isenabled()
    gc.disable()
    if gc.get_freeze_count():
        gc.unfreeze()  # what an earlier build in this process set aside is garbage by now
        gc.collect()
    gc.freeze()
    try:
        for number, item in enumerate(items, start=1):
            yield item
            if number % size == 0:
                _settle()
    finally:
        _settle()
        if was_enabled:
            gc.enable()


def in_groups(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the items a few at a time, in order."""
    rest = iter(items)
    while group := list(islice(rest, size)):
        yield group


def _settle() -> None:
    gc.collect()
    gc.freeze()
