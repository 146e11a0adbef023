"""The queue between accepted pushes and the builder: a folder with one small JSON file per push.

Files are written atomically and deleted only after they are built: the next builder does the work of one that died. The
queue is a signal, not the record: main itself has what is accepted. If a server dies between moving main and writing
the file, only the signal is lost, so builders also start if main differs from the last build.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_REF = re.compile(r"refs/heads/(?:main|central|(?:lao|draft)/[0-9]{7})")
_COMMIT = re.compile(r"[0-9a-f]{40}")
_CODE = re.compile(r"[0-9]{7}")
_SUFFIX = ".json"
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class AcceptedPush:
    """An accepted push that waits for the builder."""

    ref: str
    """The pushed ref: `refs/heads/lao/5440502` (public) or `refs/heads/draft/5440502` (preview only)."""
    commit: str
    """Full id of the commit to build: main's after the landing; for a draft, its own tip."""
    codes: tuple[str, ...]
    """Changed LAOs, sorted; empty if the push changes only frameworks or pages, or deletes a draft."""
    accepted: str
    """Time of acceptance, such as `2026-11-28T16:30:05Z`."""

    @property
    def is_draft(self) -> bool:
        """Whether it is for a preview, never for the public site."""
        return self.ref.startswith("refs/heads/draft/")


@dataclass(frozen=True, slots=True)
class QueuedPush:
    """An accepted push with its file in the queue."""

    file: Path
    push: AcceptedPush


def put_push(queue: Path, push: AcceptedPush) -> Path:
    """Add a push to the queue and return its file, synced to disk. Raises OSError.

    Creates the queue if needed. File names sort by time; the order within one moment is undefined.
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
    """Return the queued pushes, oldest first; none without a queue. Invalid files are skipped.

    The builder builds the last commit for main and passes all of them to `remove_pushes` once it is live.
    """
    try:
        names = sorted(one.name for one in os.scandir(queue) if one.name.endswith(_SUFFIX) and one.name[0] != ".")
    except FileNotFoundError:
        return []
    found = ((queue / name, _read(queue / name)) for name in names)
    return [QueuedPush(file, push) for file, push in found if push]


def remove_pushes(pushes: Iterable[QueuedPush]) -> None:
    """Delete built pushes from the queue; missing files are ignored."""
    for one in pushes:
        one.file.unlink(missing_ok=True)


def moment(seconds: float) -> str:
    """Return a time in seconds since 1970 in the queue's format, in UTC."""
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
    # Hooks may run as another user than the builder, who makes paths and git arguments of these.
    if not (
        _REF.fullmatch(found["ref"])
        and _COMMIT.fullmatch(found["commit"])
        and all(map(_CODE.fullmatch, found["codes"]))
    ):
        return None
    return AcceptedPush(found["ref"], found["commit"], tuple(found["codes"]), found["accepted"])
