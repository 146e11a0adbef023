"""Compiled templates, kept for the next environment of this process: a server makes one at every change."""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class KeptTemplates(BytecodeCache):
    """Keeps what a template was compiled to by its name and its text."""

    def __init__(self) -> None:
        """Begin with none."""
        self._compiled: dict[str, CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002  # the text decides, not the place
        """Return the name; Jinja adds the checksum of the text."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was kept, if anything was."""
        bucket.code = self._compiled.get(bucket.key + bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has just been compiled."""
        if bucket.code:
            self._compiled[bucket.key + bucket.checksum] = bucket.code
