"""A commit in, the content tree of its files out: the same questions as of a folder on disk, nothing checked out.

Symbolic links and submodules are told as such and never followed. Objects that a repository lacks (a partial or a
damaged clone) cannot be read, which is a finding like any other.
"""

from __future__ import annotations

from pathlib import Path

import pygit2
from pygit2.enums import FileMode

from generator.errors import UsageError
from generator.reading.content_tree import (
    ContentDigest,
    Entry,
    Kind,
    Listing,
    TooLargeError,
    UnreadableError,
    below,
    parts_of,
)

_KINDS = {
    FileMode.BLOB: Kind.FILE,
    FileMode.BLOB_EXECUTABLE: Kind.FILE,
    FileMode.TREE: Kind.FOLDER,
    FileMode.LINK: Kind.SYMLINK,
}
_LARGE = 256
"""Entries from which on a folder is kept: git reads the folder of all LAOs anew for every path below it."""
_MISSING = "object missing in the repository"


class GitTree:
    """The content folder of one commit, or of one tree that no commit has yet."""

    def __init__(self, repository: Path, commit: str, root: str = "", objects: Path | None = None) -> None:
        """Take the repository, a commit by anything that git understands, and the content folder inside the commit.

        The whole id of a tree stands for itself. `objects` is a folder with further objects: those of a push that is
        not accepted yet. Raises UsageError when there is no such repository or commit.
        """
        try:
            self._repository = open_objects(repository, objects)
            named = self._repository.revparse_single(commit)
            found = named if isinstance(named, pygit2.Tree) else named.peel(pygit2.Commit)
        except (pygit2.GitError, KeyError, ValueError, TypeError) as error:
            raise UsageError(f"ไม่พบเวอร์ชัน “{commit[:60]}” ในคลังข้อมูล git {repository}") from error
        self.commit = str(found.id)
        """The whole id of the commit, or of the tree."""
        self._root = root
        self._top = found.id if isinstance(found, pygit2.Tree) else found.tree_id
        self.top = str(self._top)
        """Git's id of the whole tree."""
        self._large: dict[pygit2.Oid, pygit2.Tree] = {}
        parts_of(root)

    def place(self, path: str) -> str:
        """Return the path as git shows it: `commit:path`."""
        return f"{self.commit[:12]}:{below(self._root, path) if path else self._root}"

    def signature(self, folder: str) -> str | None:
        """Return the id of the folder in git, which is a hash of everything below it."""
        found = self._find(folder)
        return f"git {found[0]}" if found and found[1] is Kind.FOLDER else None

    def listing(self, folder: str) -> Listing:
        """Return the entries of a folder."""
        found = self._find(folder)
        if found is None or found[1] is not Kind.FOLDER:
            return Listing()
        tree = self._tree(found[0])
        if tree is None:
            return Listing(failure=_MISSING)
        named = [(_name(one), one.id, _kind(one)) for one in tree]
        return Listing(tuple(sorted(self._entry(*one) for one in named if _is_plain(one[0]))))

    def entry(self, path: str) -> Entry | None:
        """Return what lies at a path."""
        found = self._find(path)
        return self._entry(path.rpartition("/")[2], *found) if found else None

    def read(self, path: str, limit: int) -> bytes:
        """Return the bytes of a file."""
        found = self._find(path)
        if found is None:
            raise UnreadableError("No such file or directory")
        oid, kind = found
        if kind is not Kind.FILE:
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

    def _find(self, path: str) -> tuple[pygit2.Oid, Kind] | None:
        """Walk down by name; None where nothing lies there, or where a folder above is none."""
        oid, kind = self._top, Kind.FOLDER
        for name in (*parts_of(self._root), *parts_of(path)):
            tree = self._tree(oid) if kind is Kind.FOLDER else None
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

    def _entry(self, name: str, oid: pygit2.Oid, kind: Kind) -> Entry:
        return Entry(name, kind, (self._size(oid) or 0) if kind is Kind.FILE else 0)

    def _size(self, oid: pygit2.Oid) -> int | None:
        """Return the size of a file from the head of its object; None where the repository does not hold it."""
        try:
            return int(self._repository.odb.read_header(oid)[1])
        except (pygit2.GitError, KeyError, ValueError):
            return None


def open_objects(repository: Path, objects: Path | None = None) -> pygit2.Repository:
    """Open a repository, and beside its objects those of another folder. Raises pygit2.GitError."""
    opened = pygit2.Repository(str(repository))
    if objects:
        opened.odb.add_disk_alternate(str(objects))
    return opened


def _inside(tree: pygit2.Tree, name: str) -> pygit2.Object | None:
    try:
        return tree[name]
    except KeyError:
        return None
    except UnicodeEncodeError:  # a name that is no UTF-8: pygit2 looks up text alone
        return next((one for one in tree if _name(one) == name), None)


def _name(found: pygit2.Object) -> str:
    # As Python names files on disk whose names are no UTF-8.
    return (found.raw_name or b"").decode("utf-8", "surrogateescape")


def _is_plain(name: str) -> bool:
    """Say whether a name can lie in a folder: a crafted tree may hold `..`, which no git would write to disk."""
    return name not in ("", ".", "..") and "/" not in name


def _kind(found: pygit2.Object) -> Kind:
    return _KINDS.get(FileMode(int(found.filemode)), Kind.OTHER)
