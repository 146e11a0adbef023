"""The manifests of a site: hashes of its files, and the content that each LAO's files were made from.

`lao/<code>/manifest.json` lists every file of an LAO, `text/manifest.json` those of the full text, and `/manifest.json`
both of them and every national file. Builds write them; `phaen verify` and the page `/verify/` read them. They have no
time stamps: the same content gives the same manifests. See docs/decisions/0014-integrity.md.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

SCHEMA = 1
"""Increase when a key changes, or when the hash of an LAO's folder is computed differently."""
ROOT = "manifest.json"
TEXT = "text/manifest.json"
LEFT_OUT = {
    ROOT: "this file itself",
    ".phaen-site": "an empty file by which a build knows its folder again",
}
"""Files of a site that no manifest hashes, with the reason."""


COMMIT_ID = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")


class ManifestError(ValueError):
    """Bytes that are not a manifest."""


class SchemaError(ManifestError):
    """A manifest of another schema, written by another version of the program."""


class FileMark(NamedTuple):
    """A file in a manifest."""

    sha256: str
    size: int


class LaoMark(NamedTuple):
    """An LAO in the root manifest."""

    manifest: str
    """SHA-256 of the LAO's manifest."""
    content: str
    """Hash of the LAO's folder as read; empty if its job failed."""
    commit: str | None = None
    """The last commit that changed the folder; None if no history is known."""


UNMARKED = LaoMark("", "")
"""Mark of an LAO without results."""


@dataclass(frozen=True, slots=True)
class LaoManifest:
    """The manifest of one LAO."""

    code: str
    content: str
    commit: str | None
    files: Mapping[str, FileMark]
    """By path below the site."""

    def to_bytes(self) -> bytes:
        """Return the bytes of the file."""
        return _bytes(
            {
                "schema": SCHEMA,
                "code": self.code,
                "content": self.content,
                "commit": self.commit,
                "files": {path: mark._asdict() for path, mark in self.files.items()},
            }
        )


@dataclass(frozen=True, slots=True)
class RootManifest:
    """The manifest of a site."""

    site: str
    """Address of the site; empty if unknown."""
    commit: str | None
    """The commit of the built content; None if no history is known."""
    laos: Mapping[str, LaoMark]
    """By code."""
    files: Mapping[str, str]
    """SHA-256 of every national file, by path."""
    text: str | None = None
    """SHA-256 of the manifest of the full text; None if it is not written yet."""
    left_out: Mapping[str, str] = field(default_factory=lambda: LEFT_OUT)

    def to_bytes(self) -> bytes:
        """Return the bytes of the file."""
        left_out = {**self.left_out, **({} if self.text else {"text/": "still being written when this was"})}
        return _bytes(
            {
                "schema": SCHEMA,
                "site": self.site,
                "commit": self.commit,
                "laos": {code: mark._asdict() for code, mark in self.laos.items()},
                "files": dict(self.files),
                "text": self.text,
                "left_out": left_out,
            }
        )


def lao_manifest_path(code: str) -> str:
    """Return the path of an LAO's manifest below the site."""
    return f"lao/{code}/{ROOT}"


def text_manifest(files: Mapping[str, str]) -> bytes:
    """Return the manifest of the full text, from the SHA-256 of its files by path."""
    return _bytes({"schema": SCHEMA, "files": dict(files)})


def mark_of(content: bytes) -> FileMark:
    """Return the mark of a file."""
    return FileMark(sha256_of(content), len(content))


def sha256_of(content: bytes) -> str:
    """Return a hash in the form of manifests."""
    return hashlib.sha256(content).hexdigest()


def read_lao_manifest(content: bytes) -> LaoManifest:
    """Return the manifest of an LAO; raise ManifestError for anything else."""
    data = _read(content)
    files = _mapping(data, "files")
    try:
        marks = {path: FileMark(_text(mark["sha256"]), int(mark["size"])) for path, mark in files.items()}
        return LaoManifest(_text(data["code"]), _text(data["content"]), _commit(data["commit"]), marks)
    except (LookupError, TypeError, ValueError) as error:
        raise ManifestError(str(error)) from error


def read_root_manifest(content: bytes) -> RootManifest:
    """Return the manifest of a site; raise ManifestError for anything else."""
    data = _read(content)
    laos, files, left_out = _mapping(data, "laos"), _mapping(data, "files"), _mapping(data, "left_out")
    try:
        marks = {
            code: LaoMark(_text(mark["manifest"]), _text(mark["content"]), _commit(mark["commit"]))
            for code, mark in laos.items()
        }
        hashes = {path: _text(mark) for path, mark in files.items()}
        text = None if data["text"] is None else _text(data["text"])
        reasons = {path: _text(reason) for path, reason in left_out.items()}
        return RootManifest(_text(data["site"]), _commit(data["commit"]), marks, hashes, text, reasons)
    except (LookupError, TypeError, ValueError) as error:
        raise ManifestError(str(error)) from error


def read_text_manifest(content: bytes) -> dict[str, str]:
    """Return the SHA-256 of the files of the full text, by path; raise ManifestError for anything else."""
    files = _mapping(_read(content), "files")
    try:
        return {path: _text(mark) for path, mark in files.items()}
    except TypeError as error:
        raise ManifestError(str(error)) from error


def _bytes(data: dict[str, Any]) -> bytes:
    return json.dumps(data, sort_keys=True, separators=(",", ":")).encode("ascii") + b"\n"


def _read(content: bytes) -> dict[str, Any]:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ManifestError("not JSON") from error
    if not isinstance(data, dict) or "schema" not in data:
        raise ManifestError("not a manifest")
    if data["schema"] != SCHEMA:
        raise SchemaError(f"schema {data['schema']!r:.20}")
    return data


def _mapping(data: dict[str, Any], key: str) -> dict[str, Any]:
    found = data.get(key)
    if not isinstance(found, dict):
        raise ManifestError(f"no {key}")
    return found


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _commit(value: object) -> str | None:
    """Return the id of a commit, validated strictly because it may become an argument of git."""
    if value is not None and not COMMIT_ID.fullmatch(_text(value)):
        raise ValueError("not the id of a commit")
    return None if value is None else _text(value)
