"""Cache of compiled templates beside Python's bytecode: compiling all of them takes a second.

Follows the rules of Python's bytecode cache: same folder, same settings to move it or turn it off.
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
    """Caches compiled templates by name and text; on any read or write error they are compiled again."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket from the cache, if the template is in it."""
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write a compiled template to the cache."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


@cache
def compiled_templates(*sources: Path, variant: str = "") -> CompiledTemplates | None:
    """Return the cache for this Python, Jinja and compiler; None if Python writes no bytecode.

    `sources` are files of ours that affect what templates compile to; `variant` is anything else that does.
    """
    if sys.dont_write_bytecode:
        return None
    folder = Path(cache_from_source(__file__)).parent
    ours = sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12] if sources else "jinja"
    kept_for = f"{sys.implementation.cache_tag}.{version('jinja2')}.{ours}{variant and f'.{variant}'}"
    return CompiledTemplates(str(folder), f"template-%s.{kept_for}.cache")
