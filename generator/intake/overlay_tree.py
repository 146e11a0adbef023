"""A content tree in which some files say something else than on disk: what a workbook says, read like any content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.reading.content_tree import (
    ContentDigest,
    ContentTree,
    Entry,
    Kind,
    Listing,
    TooLargeError,
    UnreadableError,
    below,
    parts_of,
    split,
)


@dataclass(frozen=True)
class OverlayTree:
    """Files in memory laid over another tree; below the folders of these files, the other tree's shine through."""

    base: ContentTree
    files: Mapping[str, bytes]
    """Content by path."""
    gone: frozenset[str] = frozenset()
    """Files of the other tree that are not there."""

    def listing(self, folder: str) -> Listing:
        """Return the entries of both."""
        own: dict[str, Entry] = {}
        for path, content in self.files.items():
            parts, around = parts_of(path), parts_of(folder)
            if parts[: len(around)] == around and len(parts) > len(around):
                name = parts[len(around)]
                is_file = len(parts) == len(around) + 1
                own[name] = Entry(name, Kind.FILE, len(content)) if is_file else Entry(name, Kind.FOLDER)
        listed = self.base.listing(folder)
        others = [one for one in listed.entries if one.name not in own and below(folder, one.name) not in self.gone]
        return Listing(tuple(sorted([*own.values(), *others])), "" if own else listed.failure)

    def entry(self, path: str) -> Entry | None:
        """Return what lies at a path."""
        _, name = split(path)
        if path in self.files:
            return Entry(name, Kind.FILE, len(self.files[path]))
        if any(one.startswith(f"{path}/") for one in self.files):
            return Entry(name, Kind.FOLDER)
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
        """Return how messages call a path."""
        return self.base.place(path)

    def signature(self, folder: str) -> str | None:  # noqa: ARG002  # the protocol's signature
        """Return None: nobody reads the same memory twice."""
        return None


@dataclass(frozen=True)
class EmptyTree:
    """A content tree with nothing in it, under files in memory."""

    def listing(self, folder: str) -> Listing:  # noqa: ARG002  # the protocol's signature
        """Return no entries."""
        return Listing()

    def entry(self, path: str) -> Entry | None:  # noqa: ARG002
        """Return None."""
        return None

    def read(self, path: str, limit: int) -> bytes:  # noqa: ARG002
        """Raise UnreadableError."""
        raise UnreadableError(path)

    def digest(self, path: str, limit: int) -> ContentDigest:
        """Raise UnreadableError."""
        return ContentDigest.of(self.read(path, limit))

    def place(self, path: str) -> str:
        """Return how messages call a path."""
        return path

    def signature(self, folder: str) -> str | None:  # noqa: ARG002
        """Return None: there is nothing to know again."""
        return None
