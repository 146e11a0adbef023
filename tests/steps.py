"""Measures cost without a stopwatch, so that no test fails on a busy machine.

Where Python does the work, calls are counted: the same number on every machine. Where C does it (regular expressions,
libyaml) nothing can be counted; there the same work is done for one size and for sixteen times that, by turns,
and the processor time of the two is compared with each other. Bars in seconds are in `make bench`.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from types import FrameType

_MOST_TIMES = 42.0
"""Sixteen times as much may cost so many times as much: what the large size takes if two thirds of it grow
with the square. Work that grows with the square alone costs 256 times."""
_ROUNDS = 12
"""A disturbed measurement is taken again so many times; work that grows too fast stays so."""
_TOO_LITTLE = 0.002
"""Seconds of the processor below which a difference is the clock's and the caches', not the work's."""
_NEVER = 1_000_000_000
"""Threshold of the garbage collector's last generation that nothing here reaches."""


def calls(work: Callable[[], object]) -> int:
    """Return how many calls of functions are made, those of C included."""
    count = 0

    def counting(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def grows_with_its_size(work: Callable[[int], Callable[[], object]], size: int) -> bool:
    """Say whether twice a size costs about sixteen times what an eighth costs; `work` prepares what is measured.

    The least of several runs counts for each size: other processes only ever add to a run. Each run has a slightly
    smaller size, so that nothing is answered from a memo.
    """
    least_small = least_large = float("inf")
    for number in range(_ROUNDS):
        smaller = size - number * (size // 100)
        least_small = min(least_small, processor_seconds(work(smaller // 8)))
        least_large = min(least_large, processor_seconds(work(2 * smaller)))
        if least_large <= _MOST_TIMES * least_small + _TOO_LITTLE:
            return True
    return False


def processor_seconds(work: Callable[[], object]) -> float:
    """Return what one run takes of the processor; for comparisons, not for bars.

    The garbage collector leaves old objects alone meanwhile: it walks through all of them after so many new ones, so
    that only the large size would pay for what earlier tests left.
    """
    young, middle, old = gc.get_threshold()
    gc.collect(1)  # not the old ones: with all tests collected that takes 0.3 seconds, a hundred times most work here
    gc.set_threshold(young, middle, _NEVER)
    try:
        started = time.process_time()
        work()
        return time.process_time() - started
    finally:
        gc.set_threshold(young, middle, old)
