"""Where results are kept between builds, and what an operator does with them: look, limit, clear."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.building.store import FolderStore, Layers, Store, open_store

FOLDER = ".phaen-cache"
"""Beside mkdocs.yml, where nothing else is said."""


@dataclass(frozen=True)
class Cache:
    """The kept results of a project."""

    address: str
    """A folder, or whatever fsspec knows."""
    others: tuple[str, ...] = ()
    """Results of other machines, only read."""
    is_kept: bool = True
    """Whether anything is kept after a build."""

    @property
    def records(self) -> Path | None:
        """Folder for what is known of finished sites; with results elsewhere it stays on this machine."""
        if not self.is_kept:
            return None
        return Path(FOLDER if "://" in self.address else self.address) / "sites"

    def store(self) -> Store | None:
        """Return where results are kept; None where nothing is."""
        return open_store(self.address) if self.is_kept else None

    @contextmanager
    def opened(self) -> Iterator[Layers]:
        """Hand out the stores; what is kept for this build alone is gone afterwards."""
        with tempfile.TemporaryDirectory(prefix="phaen-", ignore_cleanup_errors=True) as folder:
            spare = FolderStore(Path(folder))
            own: Store = open_store(self.address) if self.is_kept else spare
            yield Layers(own, spare, tuple(map(open_store, self.others)))

    def failure(self, store: Layers) -> str:
        """Return why results of a build could not be kept here; empty where they were."""
        assert isinstance(store.spare, FolderStore)  # noqa: S101  # `opened` made it
        return self.address if self.is_kept and next(store.spare.entries(), None) else ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a folder of results holds."""

    units: int
    objects: int
    size: int
    """Bytes."""


def kept_in(folder: Path) -> Kept:
    """Return what is kept in a folder."""
    units = objects = size = 0
    for file in FolderStore(folder).entries():
        with suppress(OSError):  # another build may just be taking it away
            size += file.stat().st_size
            units += file.parts[-3] == "units"
            objects += file.parts[-3] == "objects"
    return Kept(units, objects, size)


def limit(folder: Path, most: int) -> Kept:
    """Take out the oldest results until at most `most` bytes are kept; return what was taken out."""
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
    """Take out everything that builds have kept, and nothing else that may lie in the folder."""
    kept = kept_in(folder)
    for name in ("units", "objects", "sites"):
        shutil.rmtree(folder / name, ignore_errors=True)
    with suppress(OSError):
        folder.rmdir()  # only where nothing else lies in it
    return kept
