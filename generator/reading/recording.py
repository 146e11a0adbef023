"""Wraps one folder of a content tree and records every answer.

Each folder is listed once and each file read once, so that callers see one state of the folder, even if it changes on
disk. The record is a hash of the bytes and listings returned.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TypeVar

from generator.reading.content_tree import (
    ContentDigest,
    ContentTree,
    EntryKind,
    FolderEntry,
    Listing,
    OutsideError,
    TooLargeError,
    UnreadableError,
    parts_of,
    split,
)

A = TypeVar("A", bytes, ContentDigest)


@dataclass(frozen=True, slots=True)
class Recorded:
    """Every answer that a reader got about a folder."""

    folder: str
    kind: EntryKind | None
    """Kind of the folder itself; None if it is missing."""
    listings: tuple[tuple[str, Listing], ...]
    """Every listed folder, by path."""
    hashes: tuple[tuple[str, int, str], ...]
    """Every requested file, by path: the limit, and the SHA-256 of its bytes or the reason why they are missing."""

    @property
    def digest(self) -> str:
        """One SHA-256 of the whole record: equal digests mean equal answers."""
        # JSON escapes lone surrogates in names, and separates values.
        written = json.dumps([self.folder, self.kind, self.listings, self.hashes])
        return hashlib.sha256(written.encode("ascii")).hexdigest()


@dataclass(slots=True)
class RecordingTree:
    """One folder of a tree. Paths outside raise OutsideError, so that no other file can influence the result."""

    tree: ContentTree
    folder: str
    _itself: list[FolderEntry | None] = field(default_factory=list)
    _listings: dict[str, Listing] = field(default_factory=dict)
    _entries: dict[str, dict[str, FolderEntry]] = field(default_factory=dict)
    _contents: dict[tuple[str, int], bytes | UnreadableError] = field(default_factory=dict)
    _hashes: dict[tuple[str, int], str | UnreadableError] = field(default_factory=dict)
    _digests: dict[tuple[str, int], ContentDigest | UnreadableError] = field(default_factory=dict)

    def recorded(self) -> Recorded:
        """Return the record so far, in an order independent of the order of requests."""
        itself = self.entry(self.folder)
        hashes = sorted(self._hashes.items(), key=lambda item: item[0])
        return Recorded(
            self.folder,
            itself.kind if itself else None,
            tuple(sorted(self._listings.items())),
            tuple((*asked, _as_text(answer)) for asked, answer in hashes),
        )

    def place(self, path: str) -> str:
        """Return the name of a path in messages to the operator."""
        return self.tree.place(path)

    def signature(self, folder_path: str) -> str | None:
        """Return the tree's signature; not recorded, as readers do not see it."""
        return self.tree.signature(folder_path)

    def entry(self, path: str) -> FolderEntry | None:
        """Return the entry at a path, from the listing of its folder."""
        if path == self.folder:
            if not self._itself:
                self._itself.append(self.tree.entry(path))
            return self._itself[0]
        self._check(path)
        parent, name = split(path)
        self.listing(parent)
        return self._entries.get(parent, {}).get(name)

    def listing(self, folder_path: str) -> Listing:
        """Return the entries of a folder, listed once; the parent's listing shows whether it is a folder."""
        known = self._listings.get(folder_path)
        if known is None:
            entry = self.entry(folder_path)
            if entry is None or entry.kind is not EntryKind.FOLDER:
                return Listing()
            known = self._listings[folder_path] = self.tree.listing(folder_path)
            self._entries[folder_path] = {one.name: one for one in known.entries}
        return known

    def read(self, path: str, limit: int) -> bytes:
        """Return the bytes of a file, read once."""
        asked = (path, limit)
        content = self._contents.get(asked)
        if content is None:
            self._check_file(path)
            try:
                content = self.tree.read(path, limit)
                self._hashes[asked] = hashlib.sha256(content).hexdigest()
            except UnreadableError as error:
                content = self._hashes[asked] = error
            self._contents[asked] = content
        return _answer(content)

    def digest(self, path: str, limit: int) -> ContentDigest:
        """Return hash and first bytes of a file, without keeping its bytes."""
        asked = (path, limit)
        answer = self._digests.get(asked)
        if answer is None:
            self._check_file(path)
            try:
                answer = self.tree.digest(path, limit)
                self._hashes[asked] = answer.sha256
            except UnreadableError as error:
                answer = self._hashes[asked] = error
            self._digests[asked] = answer
        return _answer(answer)

    def _check(self, path: str) -> None:
        if not path.startswith(f"{self.folder}/"):
            raise OutsideError("path outside the recorded folder")
        parts_of(path)

    def _check_file(self, path: str) -> None:
        """Raise UnreadableError if the listing shows that this is no file, without asking the disk."""
        entry = self.entry(path)
        if entry is None:
            raise UnreadableError("No such file or directory")
        if entry.kind is not EntryKind.FILE:
            raise UnreadableError


def _answer(answer: A | UnreadableError) -> A:
    if isinstance(answer, UnreadableError):
        raise answer.with_traceback(None)
    return answer


def _as_text(answer: str | UnreadableError) -> str:
    if isinstance(answer, TooLargeError):
        return f"too large: {answer.size}"
    return f"unreadable: {answer.reason}" if isinstance(answer, UnreadableError) else answer
