"""Watches files for a server: only plans being shown, and without stopping when a watched file is replaced.

The content folder and the codes of the LAOs in; an observer for MkDocs' server out. A folder moved away and back (git
checkout, a sync program, cut and paste), or a file that an editor replaces, is missing for a moment; watchdog's poller
then stops without an error.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter, PollingObserver

_INTERVAL = 0.5
"""Seconds between polls, as in MkDocs."""


class SteadyObserver(PollingObserver):
    """Polls like MkDocs' own observer, but only the chosen LAOs below `plans/`, and survives missing paths."""

    def __init__(self, content: Path, only: Collection[str]) -> None:
        """Take the content folder and the codes of the LAOs to watch; all if empty."""
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
                """Return the status of a path; for the watched root, the last known one while it is missing."""
                if path != self.watch.path:
                    return Path(path).stat()
                try:
                    self._last = Path(path).stat()
                except OSError:
                    if self._last is None:
                        raise
                return self._last

        BaseObserver.__init__(self, Emitter, timeout=_INTERVAL)
