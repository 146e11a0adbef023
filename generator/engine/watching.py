"""Watching files for a server: of the plans only those that are shown, and never blind because one was replaced.

Comes in: the content folder and the codes of the LAOs that are shown. Goes out: an observer for MkDocs' server. A
folder that is moved away and back (git checkout, a sync program, cut and paste) or a file that an editor writes anew is
missing for a moment; watchdog's own poller stops at that and never tells anyone.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter, PollingObserver

_INTERVAL = 0.5
"""Seconds between two looks at the files, as MkDocs has it."""


class SteadyObserver(PollingObserver):
    """Polls like MkDocs' own observer, looks only at the chosen LAOs below `plans/`, and outlives what it watches."""

    def __init__(self, content: Path, only: Collection[str]) -> None:
        """Take the content folder and the codes that are shown; none stands for all."""
        plans = str((content / "plans").absolute())

        def listed(folder: str | None) -> Iterator[os.DirEntry[str]]:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if not only or folder != plans or entry.name.partition("-")[0] in only:
                        yield entry

        class Emitter(PollingEmitter):
            def __init__(self, *arguments: Any, **options: Any) -> None:
                self._last: os.stat_result | None = None
                super().__init__(*arguments, **options, stat=self._looked_at, listdir=listed)

            def _looked_at(self, path: str) -> os.stat_result:
                """Return the state of a path; of what is watched itself the last known one while it is away."""
                if path != self.watch.path:
                    return Path(path).stat()
                try:
                    self._last = Path(path).stat()
                except OSError:
                    if self._last is None:
                        raise
                return self._last

        BaseObserver.__init__(self, Emitter, timeout=_INTERVAL)
