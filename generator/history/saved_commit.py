"""An LAO's folder as it was read in, the commit that it is the content of out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from generator.errors import UsageError
from generator.history.git_tree import GitTree
from generator.history.history_index import HistoryIndex
from generator.reading.recorded_folder import fingerprint_folder


def saved_commit(history: HistoryIndex, codes: Sequence[str], folder: str, digest: str) -> str | None:
    """Return the last commit that changed an LAO's folder; None where the folder is not as it was committed.

    `digest` is the hash of the folder as it was read, below the content folder.
    """
    steps = history.of(codes)
    if not steps or f"plans/{steps[-1].folder}" != folder:
        return None
    try:
        tree = _tree(history.repository, history.head, history.prefix)
        # Since its last step the folder has not changed: HEAD has it as that commit has it, and is read once for all.
        return steps[-1].commit if fingerprint_folder(tree, folder) == digest else None
    except UsageError:
        return None


@lru_cache(maxsize=1)
def _tree(repository: str, commit: str, prefix: str) -> GitTree:
    return GitTree(Path(repository), commit, prefix)
