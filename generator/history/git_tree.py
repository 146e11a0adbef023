"""The content tree of a commit, with the interface of a folder on disk; nothing is checked out.

Symlinks and submodules are reported as such and never followed. Objects missing from a repository (a partial or damaged
clone) are unreadable, which is a finding like any other.
"""

from __future__ import annotations

from pathlib import Path

import pygit2
from pygit2.enums import FileMode

from generator.errors import UsageError
from generator.reading.content_tree import (
    ContentDigest,
    EntryKind,
    FolderEntry,
    Listing,
    TooLargeError,
    UnreadableError,
    below,
    parts_of,
)

_KINDS = {
    FileMode.BLOB: EntryKind.FILE,
    FileMode.BLOB_EXECUTABLE: EntryKind.FILE,
    FileMode.TREE: EntryKind.FOLDER,
    FileMode.LINK: EntryKind.SYMLINK,
}
_LARGE = 256
"""Entries from which a folder is cached: git would parse the folder of all LAOs for every path below it."""
_MISSING = "object missing in the repository"


class GitTree:
    """The content folder of a commit, or of an uncommitted tree."""

    def __init__(self, repository: Path, commit: str, root: str = "", objects: Path | None = None) -> None:
        """Take the repository, a commit in any form that git accepts, and the content folder within it.

        A full tree id is accepted too. `objects` is a folder of additional objects: those of a push before acceptance.
        Raises UsageError if there is no such repository or commit.
        """
        try:
            self._repository = open_objects(repository, objects)
            named = self._repository.revparse_single(commit)
            found = named if isinstance(named, pygit2.Tree) else named.peel(pygit2.Commit)
        except (pygit2.GitError, KeyError, ValueError, TypeError) as error:
            raise UsageError(f"ไม่พบเวอร์ชัน “{commit[:60]}” ในคลังข้อมูล git {repository}") from error
        self.commit = str(found.id)
        """The full id of the commit or tree."""
        self._root = root
        self._top = found.id if isinstance(found, pygit2.Tree) else found.tree_id
        self.top = str(self._top)
        """Git's id of the top tree."""
        self._large: dict[pygit2.Oid, pygit2.Tree] = {}
        parts_of(root)

    def place(self, path: str) -> str:
        """Return the path in git's notation: `commit:path`."""
        return f"{self.commit[:12]}:{below(self._root, path) if path else self._root}"

    def signature(self, folder_path: str) -> str | None:
        """Return git's id of the folder, which is a hash of everything below it."""
        found = self._find(folder_path)
        return f"git {found[0]}" if found and found[1] is EntryKind.FOLDER else None

    def listing(self, folder_path: str) -> Listing:
        """Return the entries of a folder."""
        found = self._find(folder_path)
        if found is None or found[1] is not EntryKind.FOLDER:
            return Listing()
        tree = self._tree(found[0])
        if tree is None:
            return Listing(failure=_MISSING)
        named = [(_name(one), one.id, _kind(one)) for one in tree]
        return Listing(tuple(sorted(self._entry(*one) for one in named if _is_plain(one[0]))))

    def entry(self, path: str) -> FolderEntry | None:
        """Return the entry at a path."""
        found = self._find(path)
        return self._entry(path.rpartition("/")[2], *found) if found else None

    def read(self, path: str, limit: int) -> bytes:
        """Return the bytes of a file."""
        found = self._find(path)
        if found is None:
            raise UnreadableError("No such file or directory")
        oid, kind = found
        if kind is not EntryKind.FILE:
            raise UnreadableError
        size = self._size(oid)
        if size is None:
            raise UnreadableError(_MISSING)
        if size > limit:
            raise TooLargeError(size)
        try:
            return self._repository.odb.read(oid)[1]
        except (pygit2.GitError, KeyError, ValueError) as error:
            raise UnreadableError(_MISSING) from error

    def digest(self, path: str, limit: int) -> ContentDigest:
        """Return hash and first bytes of a file."""
        return ContentDigest.of(self.read(path, limit))

    def _find(self, path: str) -> tuple[pygit2.Oid, EntryKind] | None:
        """Look a path up, name by name; return None if it does not exist, or a parent is not a folder."""
        oid, kind = self._top, EntryKind.FOLDER
        for name in (*parts_of(self._root), *parts_of(path)):
            tree = self._tree(oid) if kind is EntryKind.FOLDER else None
            found = _inside(tree, name) if tree is not None else None
            if found is None:
                return None
            oid, kind = found.id, _kind(found)
        return oid, kind

    def _tree(self, oid: pygit2.Oid) -> pygit2.Tree | None:
        if oid in self._large:
            return self._large[oid]
        try:
            found = self._repository[oid]
        except (pygit2.GitError, KeyError, ValueError):
            return None
        if isinstance(found, pygit2.Tree) and len(found) >= _LARGE:
            self._large = {oid: found}
        return found if isinstance(found, pygit2.Tree) else None

    def _entry(self, name: str, oid: pygit2.Oid, kind: EntryKind) -> FolderEntry:
        return FolderEntry(name, kind, (self._size(oid) or 0) if kind is EntryKind.FILE else 0)

    def _size(self, oid: pygit2.Oid) -> int | None:
        """Return the size of a file from its object header; None if the repository lacks it."""
        try:
            return int(self._repository.odb.read_header(oid)[1])
        except (pygit2.GitError, KeyError, ValueError):
            return None


def open_objects(repository: Path, objects: Path | None = None) -> pygit2.Repository:
    """Open a repository with the objects of another folder added. Raises pygit2.GitError if that fails."""
    opened = pygit2.Repository(str(repository))
    if objects:
        opened.odb.add_disk_alternate(str(objects))
    return opened


def _inside(tree: pygit2.Tree, name: str) -> pygit2.Object | None:
    try:
        return tree[name]
    except KeyError:
        return None
    except UnicodeEncodeError:  # not UTF-8, and pygit2 looks up str only
        return next((one for one in tree if _name(one) == name), None)


def _name(found: pygit2.Object) -> str:
    # As Python decodes file names that are not UTF-8.
    return (found.raw_name or b"").decode("utf-8", "surrogateescape")


def _is_plain(name: str) -> bool:
    """Return whether a name is valid in a folder: a crafted tree may contain `..`, which git never writes to disk."""
    return name not in ("", ".", "..") and "/" not in name


def _kind(found: pygit2.Object) -> EntryKind:
    return _KINDS.get(FileMode(int(found.filemode)), EntryKind.OTHER)
