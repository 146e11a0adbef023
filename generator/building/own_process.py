"""Runs work in a process of its own, whose memory is free when it ends."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import TypeVar

Result = TypeVar("Result")

SPAWN = get_context("spawn")
"""How processes start. Windows has no fork, and one method everywhere behaves the same."""


def begin(work: Callable[..., Result], *given: object) -> Callable[[], Result]:
    """Start work in a new process; return the function that waits for its result, or raises what the work raised.

    If the operating system kills the process, that function does the work in this one.
    """
    pool = ProcessPoolExecutor(1, SPAWN, follow_parent)
    begun = pool.submit(work, *given)
    pool.shutdown(wait=False)

    def result() -> Result:
        try:
            return begun.result()
        except BrokenProcessPool:
            return work(*given)

    return result


def follow_parent() -> None:
    """In a new process: ignore Ctrl+C, which every process of a terminal gets, and end when the parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    # Without this, a worker whose parent was killed waits for its next batch for ever.
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)
