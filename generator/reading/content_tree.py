"""Interface of a content folder: list a folder, kind and size of an entry, bytes of a file.

Paths are text below the content root with forward slashes (`plans/5440502-phon-thong/lao.yml`); "" is the root. No tree
follows a symlink. `DiskTree` reads from disk, `history/git_tree.py` from a commit.

UnreadableError      an unreadable file: missing, forbidden, not a regular file
├── TooLargeError    larger than the caller's limit
└── OutsideError     a path that could lead out of the content root; also raised by listings and entries
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol, Self

_SETTLED_NS = 2_000_000_000
"""Some file systems have time stamps in steps of two seconds."""
_MOST_SIGNED = 10_000
"""Most entries below a folder for a signature; above it, the folder is read, within the limits of reading."""


class EntryKind(StrEnum):
    """Kind of an entry of a folder."""

    FILE = "file"
    FOLDER = "folder"
    SYMLINK = "symlink"
    OTHER = "other"
    """A pipe, a device, a submodule: never read."""


class FolderEntry(NamedTuple):
    """One entry of a folder."""

    name: str
    kind: EntryKind
    size: int = 0
    """Bytes of a file; 0 for all other kinds."""


class Listing(NamedTuple):
    """The entries of a folder, by name."""

    entries: tuple[FolderEntry, ...] = ()
    failure: str = ""
    """Why an existing folder cannot be listed; it then has no entries."""


class UnreadableError(Exception):
    """An unreadable file."""

    def __init__(self, reason: str | None = None) -> None:
        """Take the system's reason; None if the entry is not a regular file."""
        super().__init__(reason)
        self.reason = reason


class TooLargeError(UnreadableError):
    """A file above the caller's limit; its bytes are not read."""

    def __init__(self, size: int) -> None:
        """Take the size in bytes."""
        super().__init__(f"{size} bytes")
        self.size = size


class OutsideError(UnreadableError):
    """A path not below the content root: absolute, with `..`, or with NUL."""


class ContentDigest(NamedTuple):
    """Hash and first bytes of a file."""

    sha256: str
    start: bytes
    """First bytes, to recognise the kind of file."""

    @classmethod
    def of(cls, content: bytes) -> Self:
        """Return the digest of a file's bytes."""
        return cls(hashlib.sha256(content).hexdigest(), content[:16])


class ContentTree(Protocol):
    """A content folder, on disk or in a commit."""

    def listing(self, folder_path: str) -> Listing:
        """Return the entries of a folder; none if it is missing or not a folder."""

    def entry(self, path: str) -> FolderEntry | None:
        """Return the entry at a path; None if missing or below a symlink."""

    def read(self, path: str, limit: int) -> bytes:
        """Return the bytes of a file of at most `limit` bytes; raise UnreadableError if that fails."""

    def digest(self, path: str, limit: int) -> ContentDigest:
        """Return hash and first bytes of what `read` would return; raise the same errors."""

    def place(self, path: str) -> str:
        """Return the name of a path in messages to the operator."""

    def signature(self, folder_path: str) -> str | None:
        """Return a text that changes whenever anything below a folder changes; None if unknown.

        Cheaper than reading; used to skip folders that were read before.
        """


def below(folder_path: str, name: str) -> str:
    """Return the path of an entry of a folder."""
    return f"{folder_path}/{name}" if folder_path else name


def split(path: str) -> tuple[str, str]:
    """Return the parent folder and the name of a path."""
    folder, _, name = path.rpartition("/")
    return folder, name


def kind_of(tree: ContentTree, path: str) -> EntryKind | None:
    """Return the kind of the entry at a path; None if missing."""
    entry = tree.entry(path)
    return entry.kind if entry else None


def parts_of(path: str) -> list[str]:
    """Return the names along a path; raise OutsideError for a path that may not be below the root."""
    if not path:
        return []
    parts = path.split("/")
    if "\0" in path or any(part in ("", ".", "..") for part in parts):
        raise OutsideError("path outside the content folder")
    return parts


@dataclass(frozen=True, slots=True)
class DiskTree:
    """A content folder on disk. Does not cache: `RecordingTree` does."""

    root: Path
    """May itself be reached through a symlink."""

    def place(self, path: str) -> str:
        """Return the path on disk."""
        return str(self.root / path)

    def signature(self, folder_path: str) -> str | None:
        """Return a hash of names, sizes, times and inodes, the fields of git's index.

        None if anything changed within the last seconds: another change might leave its time the same.
        """
        place = self._place(parts_of(folder_path))
        if place is None:
            return None
        found: list[tuple[str, int, int, int, int, int]] = []
        waiting, newest = [place], 0
        try:
            while waiting:
                with os.scandir(waiting.pop()) as entries:
                    for entry in entries:
                        status = entry.stat(follow_symlinks=False)
                        newest = max(newest, status.st_mtime_ns, status.st_ctime_ns)
                        times = (status.st_mtime_ns, status.st_ctime_ns)
                        found.append((entry.path, status.st_mode, status.st_size, *times, status.st_ino))
                        if stat.S_ISDIR(status.st_mode):
                            waiting.append(entry.path)
        except OSError:
            return None
        if len(found) > _MOST_SIGNED or newest > time.time_ns() - _SETTLED_NS:
            return None
        return hashlib.sha256(repr(sorted(found)).encode("utf-8", "surrogateescape")).hexdigest()

    def listing(self, folder_path: str) -> Listing:
        """Return the entries of a folder, from one scan."""
        place = self._place(parts_of(folder_path))
        if place is None:
            return Listing()
        try:
            if folder_path and not stat.S_ISDIR(os.lstat(place).st_mode):
                return Listing()
            with os.scandir(place) as found:
                entries = [entry for one in found if (entry := _scanned(one))]
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return Listing()
        except OSError as error:
            return Listing(failure=_reason(error))
        return Listing(tuple(sorted(entries)))

    def entry(self, path: str) -> FolderEntry | None:
        """Return the entry at a path."""
        parts = parts_of(path)
        place = self._place(parts)
        try:
            status = os.lstat(place) if place and parts else os.stat(self.root)  # noqa: PTH116 - text paths, as scandir
        except (OSError, ValueError):
            return None
        return _entry(parts[-1] if parts else "", status) if place else None

    def read(self, path: str, limit: int) -> bytes:
        """Return the bytes of a file."""
        place = self._place(parts_of(path))
        if place is None:
            raise UnreadableError(os.strerror(2))
        try:
            # Does not block on a pipe, and does not open an entry that became a symlink after listing.
            flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
            status = os.lstat(place)
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableError
            if status.st_size > limit:
                raise TooLargeError(status.st_size)
            with os.fdopen(os.open(place, flags), "rb", buffering=0) as stream:
                content = _at_most(stream.fileno(), limit + 1)
        except (OSError, ValueError) as error:
            raise UnreadableError(_reason(error)) from error
        if len(content) > limit:  # it has grown since
            raise TooLargeError(len(content))
        return content

    def digest(self, path: str, limit: int) -> ContentDigest:
        """Return hash and first bytes of a file."""
        return ContentDigest.of(self.read(path, limit))

    def _place(self, parts: list[str]) -> str | None:
        """Return the path on disk; None if a parent is a symlink or not a folder."""
        place = str(self.root)
        if os.sep != "/" and any(os.sep in part or ":" in part for part in parts):
            raise OutsideError("path outside the content folder")
        for part in parts[:-1]:
            place = f"{place}{os.sep}{part}"
            try:
                if not stat.S_ISDIR(os.lstat(place).st_mode):
                    return None
            except (OSError, ValueError):
                return None
        return f"{place}{os.sep}{parts[-1]}" if parts else place


def _scanned(found: os.DirEntry[str]) -> FolderEntry | None:
    """Return the entry; None if it vanished after its folder was opened."""
    if found.is_symlink():
        return FolderEntry(found.name, EntryKind.SYMLINK)
    if found.is_dir(follow_symlinks=False):
        return FolderEntry(found.name, EntryKind.FOLDER)
    try:
        return _entry(found.name, found.stat(follow_symlinks=False))
    except OSError:
        return None


def _entry(name: str, status: os.stat_result) -> FolderEntry:
    if stat.S_ISREG(status.st_mode):
        return FolderEntry(name, EntryKind.FILE, status.st_size)
    if stat.S_ISDIR(status.st_mode):
        return FolderEntry(name, EntryKind.FOLDER)
    return FolderEntry(name, EntryKind.SYMLINK if stat.S_ISLNK(status.st_mode) else EntryKind.OTHER)


def _at_most(file: int, most: int) -> bytes:
    parts = []
    while most > 0 and (part := os.read(file, min(most, 1 << 20))):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
