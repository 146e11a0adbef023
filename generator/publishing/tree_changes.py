"""Which paths differ between two trees of git: two ids in, entries before and after out; never more than a limit.

`git diff-tree -r` lists all paths before it prints one. Trees that name each other can stand for a billion paths in a
push of a kilobyte, so the comparison here counts while it walks, and enters only folders that differ. Nothing is taken
for a rename: a file that is moved is gone at one path and new at another.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.publishing.pushed_objects import PushedObjects

FILE, FOLDER = 0o100644, 0o040000
MOST_PATHS = 2_000
"""Paths that one commit may change, and folders that are compared for them."""
MOST_LEVELS = 10
"""Folders within folders; the content format has six."""


class Entry(NamedTuple):
    """An entry of a tree."""

    mode: int
    oid: str


class Change(NamedTuple):
    """A path that is another one before and after; a folder never is one itself."""

    path: str
    """Bytes that are no UTF-8 as surrogates."""
    before: Entry | None
    after: Entry | None


@dataclass
class Changes:
    """What differs between two trees."""

    paths: list[Change] = field(default_factory=list)
    collisions: list[tuple[str, str]] = field(default_factory=list)
    """A new path and another one beside it that some computers cannot tell apart."""
    too_many: bool = False
    too_deep: bool = False
    seen: int = 0
    """Folders that were compared."""


def tree_changes(objects: PushedObjects, before: str | None, after: str | None) -> Changes:
    """Compare two trees by their ids; None for no tree at all."""
    found = Changes()
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
                found.paths.append(Change(path, one, other))
        found.collisions += _collisions(folder, news, {name for name in differing if name in news and name not in olds})
        found.too_many = len(found.paths) + len(waiting) > MOST_PATHS
    found.paths.sort()
    return found


def _entries(objects: PushedObjects, oid: str | None) -> dict[bytes, Entry]:
    """Read a tree as git stores it: mode, blank, name, NUL, the id in 20 bytes."""
    raw = objects.read(oid) if oid else b""
    entries: dict[bytes, Entry] = {}
    start = 0
    while start < len(raw):
        end = raw.index(b"\0", start)
        mode, _, name = raw[start:end].partition(b" ")
        entries[name] = Entry(int(mode, 8), raw[end + 1 : end + 21].hex())
        start = end + 21
    return entries


def _collisions(folder: str, entries: Mapping[bytes, Entry], new: set[bytes]) -> Iterator[tuple[str, str]]:
    if not new:
        return
    known: dict[str, bytes] = {}
    for name in sorted(entries, key=lambda name: (name in new, name)):
        plain = folded(name.decode("utf-8", "replace"))
        other = known.setdefault(plain, name)
        if other != name:
            yield folder + name.decode("utf-8", "surrogateescape"), other.decode("utf-8", "replace")


def folded(name: str) -> str:
    """Return a name as file systems compare it that ignore case or take letters apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
