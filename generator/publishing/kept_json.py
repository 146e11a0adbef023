"""Small JSON files, written atomically: the builder's state between runs."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def read_json(file: Path) -> Any:
    """Return the content of a file; None if it is missing or invalid JSON."""
    try:
        return json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None


def write_json(file: Path, content: Any) -> None:
    """Write a file and sync it to disk. Raises OSError, leaving the previous file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            stream.write(json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8") + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise
