"""The queue between accepted pushes and the builder: a folder with one small JSON file per accepted push.

A file appears whole or not at all, and is taken away only by whoever has built it: a builder that dies leaves its work
to the next one. The queue is a signal, not the record: main itself says what is accepted. A server that dies between
moving main and writing the file loses the signal alone, so a builder also starts where main is not what it built last.
"""

from __future__ import annotations

import json
import os
import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SUFFIX = ".json"
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class AcceptedPush:
    """One accepted push that waits to be built."""

    ref: str
    """What was pushed: `refs/heads/lao/5440502` (public) or `refs/heads/draft/5440502` (preview only)."""
    commit: str
    """Whole id of the commit to build: main's after the landing; of a draft, its own tip."""
    codes: tuple[str, ...]
    """LAOs that it changes, sorted; empty where it changes what belongs to none, such as frameworks or pages."""
    accepted: str
    """When, as `2026-11-28T16:30:05Z`."""

    @property
    def is_draft(self) -> bool:
        """Whether it is for a preview, and never part of the public site."""
        return self.ref.startswith("refs/heads/draft/")


@dataclass(frozen=True, slots=True)
class QueuedPush:
    """An accepted push and the file of the queue that holds it."""

    file: Path
    push: AcceptedPush


def put_push(queue: Path, push: AcceptedPush) -> Path:
    """Add a push to the queue and return its file; it is on disk when this returns. Raises OSError.

    The queue is made where it does not exist. Names sort by time; pushes of one moment stand in no order.
    """
    queue.mkdir(parents=True, exist_ok=True)
    name = f"{time.time_ns():020d}-{push.commit[:12]}-{secrets.token_hex(4)}{_SUFFIX}"
    record = {"ref": push.ref, "commit": push.commit, "codes": list(push.codes), "accepted": push.accepted}
    partial = queue / f".{name}.part"
    try:
        with partial.open("xb") as stream:
            stream.write(json.dumps(record, indent=1).encode("ascii") + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
        partial.rename(queue / name)
    except OSError:
        partial.unlink(missing_ok=True)
        raise
    return queue / name


def waiting_pushes(queue: Path) -> list[QueuedPush]:
    """Return what waits, the oldest first; none where there is no queue. Files that are no record are left out.

    A builder builds the last commit of those for main and hands all of them to `remove_pushes` when it is live.
    """
    try:
        names = sorted(one.name for one in os.scandir(queue) if one.name.endswith(_SUFFIX) and one.name[0] != ".")
    except FileNotFoundError:
        return []
    found = ((queue / name, _read(queue / name)) for name in names)
    return [QueuedPush(file, push) for file, push in found if push]


def remove_pushes(pushes: Iterable[QueuedPush]) -> None:
    """Take away what has been built; a file that is gone already is no error."""
    for one in pushes:
        one.file.unlink(missing_ok=True)


def moment(seconds: float) -> str:
    """Return a time in seconds since 1970 as the queue writes it, in UTC."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def _read(file: Path) -> AcceptedPush | None:
    try:
        with file.open("rb") as stream:
            found: Any = json.loads(stream.read(_MOST_BYTES))
        texts = (found["ref"], found["commit"], found["accepted"], *found["codes"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not all(isinstance(text, str) for text in texts):
        return None
    return AcceptedPush(found["ref"], found["commit"], tuple(found["codes"]), found["accepted"])
