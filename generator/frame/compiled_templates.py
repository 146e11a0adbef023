"""Compiled templates, kept beside Python's own bytecode: compiling all of them takes a second.

They follow the rules of Python's bytecode: the same folder, the same settings that move it or turn it off.
"""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(FileSystemBytecodeCache):
    """Keeps compiled templates by name and text; what cannot be written or read is compiled again."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was kept, if anything was."""
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has just been compiled."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


@cache
def compiled_templates(*sources: Path) -> CompiledTemplates | None:
    """Return the templates kept for this Python, Jinja and compiler; None where Python keeps no bytecode.

    `sources` are files of ours that decide what a template compiles to.
    """
    if sys.dont_write_bytecode:
        return None
    folder = Path(cache_from_source(__file__)).parent
    ours = sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12] if sources else "jinja"
    kept_for = f"{sys.implementation.cache_tag}.{version('jinja2')}.{ours}"
    return CompiledTemplates(str(folder), f"template-%s.{kept_for}.cache")
