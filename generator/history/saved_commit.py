"""Finds the commit that has the content of an LAO's folder as read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from generator.errors import UsageError
from generator.history.git_tree import GitTree
from generator.history.history_index import HistoryIndex
from generator.reading.recorded_folder import fingerprint_folder


def saved_commit(history: HistoryIndex, codes: Sequence[str], folder_path: str, digest: str) -> str | None:
    """Return the last commit that changed an LAO's folder; None if the folder differs from it.

    `digest` is the hash of the folder as read, below the content folder.
    """
    steps = history.of(codes)
    if not steps or f"plans/{steps[-1].folder}" != folder_path:
        return None
    try:
        tree = _tree(history.repository, history.head, history.prefix)
        # The folder has not changed since its last step, so HEAD has the same content, and one tree serves all LAOs.
        return steps[-1].commit if fingerprint_folder(tree, folder_path) == digest else None
    except UsageError:
        return None


@lru_cache(maxsize=1)
def _tree(repository: str, commit: str, prefix: str) -> GitTree:
    return GitTree(Path(repository), commit, prefix)
