"""The index of a repository's history, kept between builds: a build reads only commits that are new."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from generator.history.history_index import HistoryIndex, index_from_json, read_history


def kept_history(content: Path, folder: Path | None) -> HistoryIndex:
    """Return the history of a content folder; `folder` holds what an earlier build kept of it, None keeps nothing."""
    if folder is None:
        return read_history(content)
    name = hashlib.sha256(str(content.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    file = folder / f"history-{name}.json"
    known = None
    with suppress(OSError):
        known = index_from_json(file.read_bytes())
    index = read_history(content, known)
    if index.head and index != known:
        part = file.with_suffix(".part")
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(index.to_json())
            part.replace(file)
    return index
