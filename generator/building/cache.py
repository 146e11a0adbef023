"""The cache of results between builds, and its commands: show, limit, clear."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.building.store import FolderStore, Layers, Store, open_store

FOLDER = ".phaen-cache"
"""Default folder, beside mkdocs.yml."""


@dataclass(frozen=True)
class Cache:
    """Cached results of one project."""

    address: str
    """A folder, or an address that fsspec supports."""
    others: tuple[str, ...] = ()
    """Read-only caches of other machines."""
    is_kept: bool = True
    """Whether results outlive the build."""

    @property
    def records(self) -> Path | None:
        """Folder for the records of finished sites; always on this machine, even if the cache is not."""
        if not self.is_kept:
            return None
        return Path(FOLDER if "://" in self.address else self.address) / "sites"

    def store(self) -> Store | None:
        """Return the store, or None if nothing is cached."""
        return open_store(self.address) if self.is_kept else None

    @contextmanager
    def opened(self) -> Iterator[Layers]:
        """Yield the stores; the temporary one is deleted on exit."""
        with tempfile.TemporaryDirectory(prefix="phaen-", ignore_cleanup_errors=True) as folder:
            spare = FolderStore(Path(folder))
            own: Store = open_store(self.address) if self.is_kept else spare
            yield Layers(own, spare, tuple(map(open_store, self.others)))

    def failure(self, store: Layers) -> str:
        """Return the cache's address if it could not be written to, else an empty string."""
        assert isinstance(store.spare, FolderStore)  # noqa: S101  # `opened` created it
        return self.address if self.is_kept and next(store.spare.entries(), None) else ""


@dataclass(frozen=True, slots=True)
class Kept:
    """Size of a cache folder."""

    units: int
    objects: int
    size: int
    """Bytes."""


def kept_in(folder: Path) -> Kept:
    """Return the size of a cache folder."""
    units = objects = size = 0
    for file in FolderStore(folder).entries():
        with suppress(OSError):  # another build may delete it meanwhile
            size += file.stat().st_size
            units += file.parts[-3] == "units"
            objects += file.parts[-3] == "objects"
    return Kept(units, objects, size)


def limit(folder: Path, most: int) -> Kept:
    """Delete the oldest results until at most `most` bytes are left; return what was deleted."""
    found = []
    for file in FolderStore(folder).entries():
        with suppress(OSError):
            status = file.stat()
            found.append((status.st_mtime_ns, file, status.st_size))
    left = sum(size for _, _, size in found)
    units = objects = size = 0
    for _, file, bytes_of_file in sorted(found):
        if left <= most:
            break
        file.unlink(missing_ok=True)
        left -= bytes_of_file
        size += bytes_of_file
        units += file.parts[-3] == "units"
        objects += file.parts[-3] == "objects"
    return Kept(units, objects, size)


def clear(folder: Path) -> Kept:
    """Delete all cached results, leaving other files in the folder; return what was deleted."""
    kept = kept_in(folder)
    for name in ("units", "objects", "sites"):
        shutil.rmtree(folder / name, ignore_errors=True)
    with suppress(OSError):
        folder.rmdir()  # fails, on purpose, if other files are in it
    return kept
