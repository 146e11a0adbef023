"""What builds keep for the next one: objects named by their content, and units named by what they were made from.

Comes in: an address, a folder or whatever fsspec knows (`s3://...`). Nothing is ever changed in place: an object's name
is the SHA-256 of its bytes, a file appears whole or not at all, so two builds may use one store at once and any of them
may be killed. What does not match its name is taken for missing, and made again.
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
"""Of compression: pages shrink to a seventh, at a tenth of the time it takes to make them."""


class Store(Protocol):
    """Keeps bytes by name."""

    def read(self, name: str) -> bytes | None:
        """Return what is kept under a name; None where nothing is."""

    def write(self, name: str, content: bytes) -> None:
        """Keep bytes under a name; OSError where that cannot be done."""


class FolderStore:
    """A folder on disk."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made when something is kept."""
        self.folder = folder

    def read(self, name: str) -> bytes | None:
        """Return what a file holds."""
        try:
            return (self.folder / name).read_bytes()
        except OSError:
            return None

    def write(self, name: str, content: bytes) -> None:
        """Write a file beside its place and move it there, so that no reader ever sees half of it."""
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
        """Yield every file kept, what killed builds left behind included."""
        for folder in (self.folder / "objects", self.folder / "units"):
            yield from (file for file in folder.rglob("*") if file.is_file())


class RemoteStore:
    """Anything that fsspec has a file system for, such as an object store that several machines share."""

    def __init__(self, address: str) -> None:
        """Take an address such as `s3://bucket/phaen`."""
        self.address = address

    @cached_property
    def _root(self) -> tuple[Any, str]:
        import fsspec  # late: most builds use a folder

        return fsspec.core.url_to_fs(self.address)  # type: ignore[no-any-return]  # fsspec has no types

    def read(self, name: str) -> bytes | None:
        """Return what is kept there."""
        system, root = self._root
        try:
            return system.cat_file(f"{root}/{name}")  # type: ignore[no-any-return]
        except (OSError, ValueError):
            return None

    def write(self, name: str, content: bytes) -> None:
        """Keep bytes there; object stores show an object only when it is whole."""
        system, root = self._root
        try:
            system.pipe_file(f"{root}/{name}", content)
        except FileNotFoundError:
            system.makedirs(f"{root}/{name}".rpartition("/")[0], exist_ok=True)
            system.pipe_file(f"{root}/{name}", content)


def open_store(address: str) -> Store:
    """Return the store at an address: a folder, or `protocol://...`."""
    return RemoteStore(address) if "://" in address else FolderStore(Path(address))


class Layers(NamedTuple):
    """A store to write to, one for when it cannot be written to, and others that are only read."""

    own: Store
    spare: Store
    """For this build alone: a full or read-only disk stops nobody."""
    others: tuple[Store, ...] = ()
    """Results of other machines, say."""

    def read(self, name: str) -> bytes | None:
        """Return what the first of them has."""
        stores = (self.own, self.spare, *self.others)
        return next((found for store in stores if (found := store.read(name)) is not None), None)

    def write(self, name: str, content: bytes) -> None:
        """Keep it in the own one, else in the spare one."""
        try:
            self.own.write(name, content)
        except OSError:
            self.spare.write(name, content)


def put_object(store: Store, content: bytes) -> str:
    """Keep bytes and return their name."""
    packed = zlib.compress(content, _LEVEL)
    name = hashlib.sha256(packed).hexdigest()
    store.write(_object(name), packed)
    return name


def get_object(store: Store, name: str) -> bytes | None:
    """Return the bytes of that name; None where they are not there, or are other ones."""
    packed = store.read(_object(name))
    if packed is None or hashlib.sha256(packed).hexdigest() != name:
        return None
    return zlib.decompress(packed)


def put_record(store: Store, key: str, record: Mapping[str, Any]) -> None:
    """Keep what is known of a unit under the key of its inputs."""
    text = json.dumps(record, sort_keys=True)  # ASCII: names of files may hold halves of characters
    store.write(_unit(key), f"{hashlib.sha256(f'{key}{text}'.encode()).hexdigest()}\n{text}".encode())


def get_record(store: Store, key: str) -> dict[str, Any] | None:
    """Return what is known of a unit; None where nothing is, or where the file holds something else."""
    content = store.read(_unit(key))
    if content is None:
        return None
    digest, _, text = content.decode("utf-8", "replace").partition("\n")
    if digest != hashlib.sha256(f"{key}{text}".encode()).hexdigest():
        return None
    return json.loads(text)  # type: ignore[no-any-return]  # written above


def is_spoilt(store: Store, key: str) -> bool:
    """Say whether something is kept under a key that no build has written like this."""
    return store.read(_unit(key)) is not None and get_record(store, key) is None


def _object(name: str) -> str:
    return f"objects/{name[:2]}/{name[2:]}"


def _unit(key: str) -> str:
    return f"units/{key[:2]}/{key[2:]}"
