"""Caches the index of a repository's history, so that a build reads only new commits."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from generator.history.history_index import HistoryIndex, index_from_json, read_history


def kept_history(content: Path, folder: Path | None) -> HistoryIndex:
    """Return the history of a content folder; `folder` is the cache, None for no cache."""
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
