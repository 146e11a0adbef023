"""Compares two git trees: two ids in, entries before and after out, up to a limit.

`git diff-tree -r` lists all paths before it prints one. Nested trees can expand to a billion paths in a push of a
kilobyte, so this comparison counts while it walks, and enters only differing folders. No renames: a moved file is
deleted at one path and new at another.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.publishing.pushed_objects import PushedObjects

FILE, FOLDER = 0o100644, 0o040000
MOST_PATHS = 2_000
"""Most paths changed by one commit, and most folders compared for it."""
MOST_LEVELS = 10
"""Nested folders; the content format has six levels."""


class GitEntry(NamedTuple):
    """An entry of a tree."""

    mode: int
    oid: str


class TreeChange(NamedTuple):
    """A path that differs before and after; never a folder."""

    path: str
    """Invalid UTF-8 bytes as surrogates."""
    before: GitEntry | None
    after: GitEntry | None


@dataclass
class TreeChanges:
    """Differences between two trees."""

    paths: list[TreeChange] = field(default_factory=list)
    collisions: list[tuple[str, str]] = field(default_factory=list)
    """A new path and a path beside it that are the same file on some systems."""
    too_many: bool = False
    too_deep: bool = False
    seen: int = 0
    """Number of folders compared."""


def tree_changes(objects: PushedObjects, before: str | None, after: str | None) -> TreeChanges:
    """Return the differences of two trees by id; None means no tree."""
    found = TreeChanges()
    waiting = [("", before, after)]
    while waiting and not found.too_many:
        folder, old, new = waiting.pop()
        found.seen += 1
        found.too_deep |= folder.count("/") >= MOST_LEVELS
        if found.seen > MOST_PATHS or found.too_deep:
            found.too_many = found.seen > MOST_PATHS
            break
        olds, news = _entries(objects, old), _entries(objects, new)
        differing = [name for name in {**olds, **news} if olds.get(name) != news.get(name)]
        for name in differing:
            path = folder + name.decode("utf-8", "surrogateescape")
            one, other = olds.get(name), news.get(name)
            inner = [entry.oid if entry and entry.mode == FOLDER else None for entry in (one, other)]
            if any(inner):
                waiting.append((f"{path}/", inner[0], inner[1]))
            one = None if inner[0] else one
            other = None if inner[1] else other
            if one or other:
                found.paths.append(TreeChange(path, one, other))
        found.collisions += _collisions(folder, news, {name for name in differing if name in news and name not in olds})
        found.too_many = len(found.paths) + len(waiting) > MOST_PATHS
    found.paths.sort()
    return found


def _entries(objects: PushedObjects, oid: str | None) -> dict[bytes, GitEntry]:
    """Parse git's tree format: mode, space, name, NUL, the id in 20 bytes."""
    raw = objects.read(oid) if oid else b""
    entries: dict[bytes, GitEntry] = {}
    start = 0
    while start < len(raw):
        end = raw.index(b"\0", start)
        mode, _, name = raw[start:end].partition(b" ")
        entries[name] = GitEntry(int(mode, 8), raw[end + 1 : end + 21].hex())
        start = end + 21
    return entries


def _collisions(folder_path: str, entries: Mapping[bytes, GitEntry], new: set[bytes]) -> Iterator[tuple[str, str]]:
    if not new:
        return
    known: dict[str, bytes] = {}
    for name in sorted(entries, key=lambda name: (name in new, name)):
        plain = folded(name.decode("utf-8", "replace"))
        other = known.setdefault(plain, name)
        if other != name:
            yield folder_path + name.decode("utf-8", "surrogateescape"), other.decode("utf-8", "replace")


def folded(name: str) -> str:
    """Return a name as compared by file systems that ignore case or decompose letters."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
