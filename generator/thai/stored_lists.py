"""Stores data derived from word lists beside Python's bytecode: deriving it takes half a second per process.

Follows the rules of Python's bytecode cache: same folder, same settings to move it or turn it off. In: a function that
returns built-in types. Out: a function that returns the same, from a file where there is one.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache, wraps
from hashlib import sha256
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_SOURCES = ("dictionary.py", "near_words.py", "stored_lists.py", "word_costs.py")
"""Modules that decide what is derived."""


def stored(derive: Callable[[], T]) -> Callable[[], T]:
    """Return a function that reads its result from a file; without one it derives the result and writes the file."""

    @wraps(derive)
    def read_or_derive() -> T:
        if sys.dont_write_bytecode:
            return derive()
        file = _folder() / f"{derive.__name__.strip('_')}.{_stored_for()}.cache"
        try:
            result: T = marshal.loads(file.read_bytes())  # noqa: S302  # trusted like the bytecode beside it
        except (OSError, EOFError, ValueError, TypeError):
            result = derive()
            _write(file, marshal.dumps(result))  # type: ignore[arg-type]  # built-in types, by the promise above
        return result

    return read_or_derive


def _folder() -> Path:
    return Path(cache_from_source(__file__)).parent


@cache
def _stored_for() -> str:
    """Return the Python, the word lists and the modules of ours that the files are valid for."""
    ours = sha256(b"".join((Path(__file__).parent / name).read_bytes() for name in _SOURCES))
    return f"{sys.implementation.cache_tag}.{version('pythainlp')}.{ours.hexdigest()[:12]}"


def _write(file: Path, data: bytes) -> None:
    """Write a file in one step, so that another process never reads half of it; nothing where that is not allowed."""
    beside = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        beside.write_bytes(data)
        beside.replace(file)
