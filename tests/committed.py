"""Commits a folder to its own repository, entry by entry, so that tests control links and file modes."""

from __future__ import annotations

import os
from pathlib import Path

import pygit2
from pygit2.enums import FileMode, ObjectType

from generator.history.git_tree import GitTree

WHO = pygit2.Signature("test", "test@example.go.th", 1_700_000_000, 0)


def committed(content: Path, repository: Path) -> GitTree:
    """Commit a content folder from disk; empty folders are left out, as by git."""
    made = pygit2.init_repository(str(repository), bare=True)
    commit_tree(made, _written(made, content))
    return GitTree(repository, "HEAD")


def commit_tree(repository: pygit2.Repository, tree: pygit2.Oid) -> pygit2.Oid:
    """Commit an existing tree."""
    return repository.create_commit("HEAD", WHO, WHO, "content", tree, [])


def _written(repository: pygit2.Repository, folder: Path) -> pygit2.Oid:
    # Raw bytes: some names are not valid UTF-8.
    entries: list[tuple[bytes, FileMode, pygit2.Oid]] = []
    for entry in os.scandir(folder):
        path, name = Path(entry.path), os.fsencode(entry.name)
        if entry.is_symlink():
            entries.append((name, FileMode.LINK, repository.create_blob(os.fsencode(path.readlink()))))
        elif entry.is_dir():
            below = _written(repository, path)
            if len(repository[below]):
                entries.append((name, FileMode.TREE, below))
        elif entry.is_file():
            mode = FileMode.BLOB_EXECUTABLE if os.access(path, os.X_OK) and os.name != "nt" else FileMode.BLOB
            entries.append((name, mode, repository.create_blob(path.read_bytes())))
    # Git sorts a folder as if its name ended in a slash.
    entries.sort(key=lambda one: one[0] + b"/" if one[1] == FileMode.TREE else one[0])
    raw = b"".join(b"%o %s\0%s" % (mode, name, oid.raw) for name, mode, oid in entries)
    return repository.write(ObjectType.TREE, raw)
