"""A content tree in, one folder of it out, with a record of every answer that was given.

Each folder is listed once and each file read once, so that whoever reads sees one state of the folder, even while it
changes on disk. The record is the hash of the very bytes and listings that were handed out.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TypeVar

from generator.reading.content_tree import (
    ContentDigest,
    ContentTree,
    Entry,
    Kind,
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
    """Everything that a reader was told about a folder."""

    folder: str
    kind: Kind | None
    """What the folder itself is: None where it is not there."""
    listings: tuple[tuple[str, Listing], ...]
    """Every folder that was listed, by path."""
    hashes: tuple[tuple[str, int, str], ...]
    """Every file that was asked for, by path: the limit, and the SHA-256 of the bytes or why there are none."""

    @property
    def digest(self) -> str:
        """One SHA-256 for all of it: equal digests, equal answers."""
        # json writes half characters of names as escapes, and keeps one value apart from the next.
        told = json.dumps([self.folder, self.kind, self.listings, self.hashes])
        return hashlib.sha256(told.encode("ascii")).hexdigest()


@dataclass(slots=True)
class RecordingTree:
    """One folder of a tree. Paths outside it raise OutsideError: nothing else can enter what is made of it."""

    tree: ContentTree
    folder: str
    _itself: list[Entry | None] = field(default_factory=list)
    _listings: dict[str, Listing] = field(default_factory=dict)
    _entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    _contents: dict[tuple[str, int], bytes | UnreadableError] = field(default_factory=dict)
    _hashes: dict[tuple[str, int], str | UnreadableError] = field(default_factory=dict)
    _digests: dict[tuple[str, int], ContentDigest | UnreadableError] = field(default_factory=dict)

    def recorded(self) -> Recorded:
        """Return what was told so far, in an order that does not depend on the order of the questions."""
        itself = self.entry(self.folder)
        return Recorded(
            self.folder,
            itself.kind if itself else None,
            tuple(sorted(self._listings.items())),
            tuple((*asked, _told(told)) for asked, told in sorted(self._hashes.items(), key=lambda item: item[0])),
        )

    def place(self, path: str) -> str:
        """Return how messages to the operator call a path."""
        return self.tree.place(path)

    def signature(self, folder: str) -> str | None:
        """Return what the tree says: it is nothing that a reader is told."""
        return self.tree.signature(folder)

    def entry(self, path: str) -> Entry | None:
        """Return what lies at a path, from the listing of its folder."""
        if path == self.folder:
            if not self._itself:
                self._itself.append(self.tree.entry(path))
            return self._itself[0]
        self._check(path)
        parent, name = split(path)
        self.listing(parent)
        return self._entries.get(parent, {}).get(name)

    def listing(self, folder: str) -> Listing:
        """Return the entries of a folder; it is listed once. That something is no folder, the folder above has told."""
        known = self._listings.get(folder)
        if known is None:
            entry = self.entry(folder)
            if entry is None or entry.kind is not Kind.FOLDER:
                return Listing()
            known = self._listings[folder] = self.tree.listing(folder)
            self._entries[folder] = {one.name: one for one in known.entries}
        return known

    def read(self, path: str, limit: int) -> bytes:
        """Return the bytes of a file; it is read once."""
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
        """Return hash and first bytes of a file, whose bytes are not kept."""
        asked = (path, limit)
        told = self._digests.get(asked)
        if told is None:
            self._check_file(path)
            try:
                told = self.tree.digest(path, limit)
                self._hashes[asked] = told.sha256
            except UnreadableError as error:
                told = self._hashes[asked] = error
            self._digests[asked] = told
        return _answer(told)

    def _check(self, path: str) -> None:
        if not path.startswith(f"{self.folder}/"):
            raise OutsideError("path outside the recorded folder")
        parts_of(path)

    def _check_file(self, path: str) -> None:
        """Raise UnreadableError for what the listing knows to be no file: nobody looks at the disk for it."""
        entry = self.entry(path)
        if entry is None:
            raise UnreadableError("No such file or directory")
        if entry.kind is not Kind.FILE:
            raise UnreadableError


def _answer(told: A | UnreadableError) -> A:
    if isinstance(told, UnreadableError):
        raise told.with_traceback(None)
    return told


def _told(told: str | UnreadableError) -> str:
    if isinstance(told, TooLargeError):
        return f"too large: {told.size}"
    return f"unreadable: {told.reason}" if isinstance(told, UnreadableError) else told
