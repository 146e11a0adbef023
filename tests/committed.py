"""A folder as a commit of a repository of its own, entry by entry, so that links and odd modes are what a test says."""

from __future__ import annotations

import os
from pathlib import Path

import pygit2
from pygit2.enums import FileMode, ObjectType

from generator.history.git_tree import GitTree

WHO = pygit2.Signature("test", "test@example.go.th", 1_700_000_000, 0)


def committed(content: Path, repository: Path) -> GitTree:
    """Commit a content folder as it lies on disk; folders that hold nothing are left out, as git does."""
    made = pygit2.init_repository(str(repository), bare=True)
    commit_tree(made, _written(made, content))
    return GitTree(repository, "HEAD")


def commit_tree(repository: pygit2.Repository, tree: pygit2.Oid) -> pygit2.Oid:
    """Commit a tree that is there."""
    return repository.create_commit("HEAD", WHO, WHO, "content", tree, [])


def _written(repository: pygit2.Repository, folder: Path) -> pygit2.Oid:
    # As raw bytes: names that are no UTF-8 are among what has to be read.
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
    # Git puts a folder where its name with a slash behind it belongs.
    entries.sort(key=lambda one: one[0] + b"/" if one[1] == FileMode.TREE else one[0])
    raw = b"".join(b"%o %s\0%s" % (mode, name, oid.raw) for name, mode, oid in entries)
    return repository.write(ObjectType.TREE, raw)
