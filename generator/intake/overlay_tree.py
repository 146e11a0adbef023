"""A content tree with files in memory over those on disk, so that a workbook is read like content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.reading.content_tree import (
    ContentDigest,
    ContentTree,
    EntryKind,
    FolderEntry,
    Listing,
    TooLargeError,
    UnreadableError,
    below,
    parts_of,
    split,
)


@dataclass(frozen=True)
class OverlayTree:
    """Files in memory over another tree; other files of that tree stay visible."""

    base: ContentTree
    files: Mapping[str, bytes]
    """Content by path."""
    gone: frozenset[str] = frozenset()
    """Paths to hide in the other tree."""

    def listing(self, folder_path: str) -> Listing:
        """Return the merged entries."""
        own: dict[str, FolderEntry] = {}
        for path, content in self.files.items():
            parts, around = parts_of(path), parts_of(folder_path)
            if parts[: len(around)] == around and len(parts) > len(around):
                name = parts[len(around)]
                is_file = len(parts) == len(around) + 1
                own[name] = (
                    FolderEntry(name, EntryKind.FILE, len(content)) if is_file else FolderEntry(name, EntryKind.FOLDER)
                )
        listed = self.base.listing(folder_path)
        others = [
            one for one in listed.entries if one.name not in own and below(folder_path, one.name) not in self.gone
        ]
        return Listing(tuple(sorted([*own.values(), *others])), "" if own else listed.failure)

    def entry(self, path: str) -> FolderEntry | None:
        """Return the entry at a path."""
        _, name = split(path)
        if path in self.files:
            return FolderEntry(name, EntryKind.FILE, len(self.files[path]))
        if any(one.startswith(f"{path}/") for one in self.files):
            return FolderEntry(name, EntryKind.FOLDER)
        return None if path in self.gone else self.base.entry(path)

    def read(self, path: str, limit: int) -> bytes:
        """Return the bytes of a file."""
        content = self.files.get(path)
        if content is None:
            return self.base.read(path, limit)
        if len(content) > limit:
            raise TooLargeError(len(content))
        return content

    def digest(self, path: str, limit: int) -> ContentDigest:
        """Return hash and first bytes of a file."""
        return ContentDigest.of(self.read(path, limit)) if path in self.files else self.base.digest(path, limit)

    def place(self, path: str) -> str:
        """Return the path as shown in messages."""
        return self.base.place(path)

    def signature(self, folder_path: str) -> str | None:  # noqa: ARG002  # the protocol's signature
        """Return None: files in memory are read once, so caching is useless."""
        return None


@dataclass(frozen=True)
class EmptyTree:
    """An empty content tree, as the base for files in memory."""

    def listing(self, folder_path: str) -> Listing:  # noqa: ARG002  # the protocol's signature
        """Return no entries."""
        return Listing()

    def entry(self, path: str) -> FolderEntry | None:  # noqa: ARG002  # the protocol has this parameter
        """Return None."""
        return None

    def read(self, path: str, limit: int) -> bytes:  # noqa: ARG002  # the protocol has this parameter
        """Raise UnreadableError."""
        raise UnreadableError(path)

    def digest(self, path: str, limit: int) -> ContentDigest:
        """Raise UnreadableError."""
        return ContentDigest.of(self.read(path, limit))

    def place(self, path: str) -> str:
        """Return the path as shown in messages."""
        return path

    def signature(self, folder_path: str) -> str | None:  # noqa: ARG002  # the protocol has this parameter
        """Return None: nothing to cache."""
        return None
