"""Store of cached results: objects named by the hash of their content, units named by the key of their inputs.

Comes in: a folder, or an address that fsspec supports (`s3://...`). Nothing is modified in place: an object's name is
the SHA-256 of its bytes and files appear atomically, so several builds may share a store and any may be killed. An
object that does not match its name counts as missing and is made again. Several files are packed into one object.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Protocol

_LEVEL = 1
"""Compression level: pages shrink to a seventh, in a tenth of the time it takes to make them."""


class Store(Protocol):
    """Stores bytes by name."""

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a name, None if missing."""

    def write(self, name: str, content: bytes) -> None:
        """Store bytes under a name; raise OSError if that fails."""


class FolderStore:
    """A folder on disk."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; the first write creates it."""
        self.folder = folder

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, None if missing."""
        try:
            return (self.folder / name).read_bytes()
        except OSError:
            return None

    def write(self, name: str, content: bytes) -> None:
        """Write to a temporary file and rename it, so that readers never see half a file."""
        file = self.folder / name
        part = file.with_name(f"{file.name}.{os.getpid()}.part")
        try:
            part.write_bytes(content)
        except FileNotFoundError:
            file.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(content)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        part.replace(file)

    def entries(self) -> Iterator[Path]:
        """Yield every stored file, including leftovers of killed builds."""
        for folder in (self.folder / "objects", self.folder / "units"):
            yield from (file for file in folder.rglob("*") if file.is_file())


class RemoteStore:
    """Any file system that fsspec supports, such as an object store shared by several machines."""

    def __init__(self, address: str) -> None:
        """Take an address such as `s3://bucket/phaen`."""
        self.address = address

    @cached_property
    def _root(self) -> tuple[Any, str]:
        import fsspec  # late: most builds use a folder

        return fsspec.core.url_to_fs(self.address)  # type: ignore[no-any-return]  # fsspec has no types

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a name, None if missing."""
        system, root = self._root
        try:
            return system.cat_file(f"{root}/{name}")  # type: ignore[no-any-return]
        except (OSError, ValueError):
            return None

    def write(self, name: str, content: bytes) -> None:
        """Store bytes; object stores show an object only when complete."""
        system, root = self._root
        try:
            system.pipe_file(f"{root}/{name}", content)
        except FileNotFoundError:
            system.makedirs(f"{root}/{name}".rpartition("/")[0], exist_ok=True)
            system.pipe_file(f"{root}/{name}", content)


def open_store(address: str) -> Store:
    """Return the store at an address: a folder or `protocol://...`."""
    return RemoteStore(address) if "://" in address else FolderStore(Path(address))


class Layers(NamedTuple):
    """A store to write to, a spare for when that fails, and read-only ones."""

    own: Store
    spare: Store
    """For this build only: a full or read-only disk does not stop the build."""
    others: tuple[Store, ...] = ()
    """For example the results of other machines."""

    def read(self, name: str) -> bytes | None:
        """Return the bytes from the first store that has them."""
        stores = (self.own, self.spare, *self.others)
        return next((found for store in stores if (found := store.read(name)) is not None), None)

    def write(self, name: str, content: bytes) -> None:
        """Write to the own store, or to the spare one if that fails."""
        try:
            self.own.write(name, content)
        except OSError:
            self.spare.write(name, content)


def put_object(store: Store, content: bytes) -> str:
    """Store bytes and return their name."""
    packed = zlib.compress(content, _LEVEL)
    name = hashlib.sha256(packed).hexdigest()
    store.write(_object(name), packed)
    return name


def get_object(store: Store, name: str) -> bytes | None:
    """Return the bytes of a name, None if missing or corrupt."""
    packed = store.read(_object(name))
    if packed is None or hashlib.sha256(packed).hexdigest() != name:
        return None
    return zlib.decompress(packed)


def put_record(store: Store, key: str, record: Mapping[str, Any]) -> None:
    """Store the record of a unit under the key of its inputs."""
    text = json.dumps(record, sort_keys=True)  # ASCII: file names may contain lone surrogates
    store.write(_unit(key), f"{hashlib.sha256(f'{key}{text}'.encode()).hexdigest()}\n{text}".encode())


def get_record(store: Store, key: str) -> dict[str, Any] | None:
    """Return the record of a unit, None if missing or corrupt."""
    content = store.read(_unit(key))
    if content is None:
        return None
    digest, _, text = content.decode("utf-8", "replace").partition("\n")
    if digest != hashlib.sha256(f"{key}{text}".encode()).hexdigest():
        return None
    return json.loads(text)  # type: ignore[no-any-return]  # written above


def is_spoilt(store: Store, key: str) -> bool:
    """Return whether the entry of a key exists but was not written by this format."""
    return store.read(_unit(key)) is not None and get_record(store, key) is None


def _object(name: str) -> str:
    return f"objects/{name[:2]}/{name[2:]}"


def _unit(key: str) -> str:
    return f"units/{key[:2]}/{key[2:]}"


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return the files as bytes: one line of JSON with paths and sizes, then the contents."""
    head = json.dumps([[path, len(content)] for path, content in files.items()], ensure_ascii=False)
    return b"".join((head.encode("utf-8", "surrogateescape"), b"\n", *files.values()))


def unpack(content: bytes) -> dict[str, bytes]:
    """Return the files of a packed byte string."""
    head, _, rest = content.partition(b"\n")
    files, start = {}, 0
    for path, size in json.loads(head):
        files[path] = rest[start : start + size]
        start += size
    return files
