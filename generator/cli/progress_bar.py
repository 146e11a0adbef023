"""A progress bar for work of more than two seconds; none if stderr is not a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

from generator.building.work_progress import Watch

T = TypeVar("T")

_PATIENCE = 2.0
"""Seconds before the bar appears."""


def watched(label: str) -> Watch:
    """Return a Watch that shows the progress of work in `building/`."""

    def watch(items: Iterable[T], total: int, /) -> Iterable[T]:
        return tracked(items, label, total)

    return watch


def tracked(items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
    """Yield the items; after two seconds, show the number done on stderr.

    `total` is their number, for iterables without a length.
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
    # Late: most runs end before.
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=total, completed=done)
        for item in remaining:
            yield item
            progress.advance(task)
