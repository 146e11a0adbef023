"""Every object of a repository: whether its content has the hash that is its name, and whether it is there at all.

`git fsck` answers both in one pass on one processor: 64 to 147 s for 187,000 objects. Two other commands of git answer
the same in 30 s each, side by side. `git fsck` is run only where one of them fails, for its list of what is wrong.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator.history.git_command import Git
from generator.history.integrity import Trace, TraceKind

_DAMAGE = re.compile(r"^(?:missing|error|fatal|broken|bad)\b.*$", re.MULTILINE)
_ID = re.compile(r"\b[0-9a-f]{40}(?:[0-9a-f]{24})?\b")
_BLOCK = 1 << 16
"""Bytes: an object is hashed by blocks, for one of a few bytes may hold gigabytes."""


def damage(git: Git) -> list[Trace]:
    """Return every object that is missing or does not match its name."""
    with ThreadPoolExecutor() as threads:
        complete = threads.submit(_is_complete, git)
        hashes_match = threads.submit(_hashes_match, git)
        if hashes_match.result() and complete.result():
            return []
    return _listed(git)


def _is_complete(git: Git) -> bool:
    """Say whether every object that a commit leads to is there: what git itself asks after a fetch."""
    return git.run("rev-list", "--objects", "--all", "--quiet").code == 0


def _hashes_match(git: Git) -> bool:
    """Say whether the hash of every object, computed from its content, is its name."""
    for folder in _object_folders(git):
        packs = sorted(str(index) for index in folder.glob("pack/pack-*.idx"))
        if packs and git.run("verify-pack", "--", *packs).code != 0:
            return False
        if not all(_loose_object_matches(file) for file in folder.glob("[0-9a-f][0-9a-f]/*")):
            return False
    return True


def _object_folders(git: Git) -> Iterator[Path]:
    """Yield the folders in which git looks for objects: its own, and those of the repositories it borrows from."""
    for line in git.run("count-objects", "-v").lines:
        if line.startswith("alternate: "):
            yield Path(line.removeprefix("alternate: "))
    yield git.folder / git.run("rev-parse", "--git-path", "objects").out.decode("utf-8", "replace").strip()


def _loose_object_matches(file: Path) -> bool:
    name = file.parent.name + file.name
    if not _ID.fullmatch(name):  # what a killed git left behind
        return True
    content_hash = hashlib.new("sha1" if len(name) == 40 else "sha256", usedforsecurity=False)
    unpacker = zlib.decompressobj()
    try:
        with file.open("rb") as packed:
            while block := packed.read(_BLOCK):
                while block:
                    content_hash.update(unpacker.decompress(block, _BLOCK))
                    block = unpacker.unconsumed_tail
        content_hash.update(unpacker.flush())
    except (OSError, zlib.error):
        return False
    return content_hash.hexdigest() == name


def _listed(git: Git) -> list[Trace]:
    answer = git.run("fsck", "--full", "--no-dangling", "--no-reflogs", "--no-progress")
    found: dict[str, Trace] = {}
    unnamed = ""
    for line in _DAMAGE.findall(f"{answer.out.decode('utf-8', 'replace')}\n{answer.told}"):
        ids = _ID.findall(line)
        if ids:
            found.setdefault(ids[-1], Trace(TraceKind.OBJECT_DAMAGED, ids[-1], detail=line[:200]))
        unnamed = unnamed or ("" if ids else line)
    if not found and (answer.code or unnamed):
        detail = (unnamed or answer.told).strip().partition("\n")[0][:200]
        return [Trace(TraceKind.OBJECT_DAMAGED, "", detail=detail)]
    return list(found.values())
