"""The repository of a hook, opened with the quarantine of the push.

Git keeps pushed objects in a separate folder until pre-receive has accepted them (git-receive-pack(1)). Only the path
of that folder is taken from the environment; all other settings are as in `history/git_command.py`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pygit2

from generator.errors import UsageError
from generator.history.git_command import Git
from generator.history.git_tree import GitTree, open_objects

_SETTINGS = {
    # The server's own commit-graph, which speeds up long histories; a push cannot bring one.
    "core.commitGraph": "true",
    # A file of another LAO must not count as a renamed file of this LAO.
    "merge.renames": "false",
    "merge.directoryRenames": "false",
    "core.quotePath": "false",
}
_IN_QUARANTINE = ("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH")


@dataclass(frozen=True)
class PushedObjects:
    """A bare repository with the objects of a push."""

    folder: Path
    quarantine: Path | None
    """None without quarantine: after a push, or if a push brought no object."""
    git: Git

    @cached_property
    def repository(self) -> pygit2.Repository:
        """The repository for reading single objects."""
        try:
            return open_objects(self.folder, self.quarantine)
        except pygit2.GitError as error:
            raise UsageError(f"เปิดคลังข้อมูล git {self.folder} ไม่ได้") from error

    def tree(self, commit: str, root: str) -> GitTree:
        """Return the content of a commit or a tree."""
        return GitTree(self.folder, commit, root, self.quarantine)

    def tree_id(self, commit: str) -> str:
        """Return the tree id of a commit."""
        return str(self.repository[commit].peel(pygit2.Tree).id)

    def names(self, tree: str, folder_path: str) -> list[bytes]:
        """Return the names in a folder of a tree; none if there is no such folder."""
        answer = self.git.run("ls-tree", "-z", "--name-only", f"{tree}:{folder_path}")
        return answer.out.split(b"\0")[:-1]

    def commit_of(self, ref: str) -> str | None:
        """Return the commit of a ref; None if there is no such ref."""
        answer = self.git.run("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
        return answer.out.decode("ascii").strip() or None if answer.code == 0 else None

    def size(self, oid: str) -> int | None:
        """Return the size of an object in bytes; None if missing."""
        try:
            return int(self.repository.odb.read_header(oid)[1])
        except (pygit2.GitError, KeyError, ValueError):
            return None

    def read(self, oid: str) -> bytes:
        """Return an object's bytes; empty if missing."""
        try:
            return bytes(self.repository.odb.read(oid)[1])
        except (pygit2.GitError, KeyError, ValueError):
            return b""


def open_push(folder: Path, environment: Mapping[str, str] | None = None) -> PushedObjects:
    """Return the bare repository in a folder, with the quarantine from the environment of a hook."""
    environment = os.environ if environment is None else environment
    place = environment.get("GIT_QUARANTINE_PATH")
    held = {name: environment[name] for name in _IN_QUARANTINE if name in environment} if place else {}
    git = Git(folder.resolve(), dict(_SETTINGS), {"GIT_DIR": str(folder.resolve()), **held})
    return PushedObjects(folder.resolve(), Path(place) if place else None, git)
