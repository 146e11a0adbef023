"""Packs several files into one byte string, and unpacks it."""

from __future__ import annotations

import json
from collections.abc import Mapping


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
