"""The cycle collector while many LAOs go by: it has hardly anything to do, and should not look for it all the time.

Reference counting frees what an LAO leaves behind (`pages/contexts.py` sees to the templates); a whole build leaves the
collector 2,500 objects, however many LAOs it has. To find that out, it would walk everything that is still needed again
and again, which is a tenth of a build's time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

RARELY = 1_000_000
"""New objects that hold others, before the collector looks at them: the pages of 800 LAOs. Were there ever cycles, they
would take a few hundred megabytes before it does."""


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """Let the collector run now and then inside, and as before afterwards."""
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def collect_rarely() -> None:
    """Let the collector run now and then from here on: for a process that does nothing else."""
    _, *older = gc.get_threshold()
    gc.set_threshold(RARELY, *older)
