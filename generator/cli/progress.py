"""A progress bar for whatever turns out to take longer than two seconds; none when nobody is watching."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

from generator.building.watching import Watch

T = TypeVar("T")

_PATIENCE = 2.0
"""Seconds without a sign of life."""


def watched(label: str) -> Watch:
    """Return what shows how far some work of `building/` is."""

    def watch(items: Iterable[T], total: int, /) -> Iterable[T]:
        return tracked(items, label, total)

    return watch


def tracked(items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
    """Yield the items; from two seconds on, show on stderr how many are done.

    `total` says how many there are of items that do not know it themselves.
    """
    if total is None and isinstance(items, Sized):
        total = len(items)
    if not sys.stderr.isatty():
        yield from items
        return
    started = time.monotonic()
    remaining = iter(items)
    done = 0
    for item in remaining:
        yield item
        done += 1
        if time.monotonic() - started > _PATIENCE:
            break
    if done == total:
        return
    # Late: most runs are over by now.
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=total, completed=done)
        for item in remaining:
            yield item
            progress.advance(task)
