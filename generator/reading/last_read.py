"""How the files of one LAO are read: each by itself, or with a memo of the files that were read last.

From one version of a plan to the next, most files are the same. The memo parses and validates only those that changed.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from generator.findings import Finding
from generator.model.base import Names
from generator.reading.content_tree import ContentTree, UnreadableError
from generator.reading.records import read_record
from generator.reading.yaml_text import MAX_BYTES, YamlSource, read_yaml, unopened

R = TypeVar("R", bound=BaseModel)

_MOST_FILES = 16


class Reads:
    """Reads every file when asked."""

    def file(self, tree: ContentTree, path: str) -> tuple[YamlSource | None, list[Finding]]:
        """Return a parsed YAML file and its findings, as `read_yaml` does."""
        return read_yaml(tree, path)

    def record(
        self, source: YamlSource, model: type[R], names: Names | None
    ) -> tuple[R | None, YamlSource, list[Finding]]:
        """Return the record of a parsed file, the source of what it holds and its findings, as `read_record` does."""
        return read_record(source, model, names)


class _KeptRecord(NamedTuple):
    source: YamlSource
    names: Names | None
    record: Any
    rest: YamlSource
    findings: tuple[Finding, ...]


class LastReads(Reads):
    """Reads as `Reads` does, with a memo; callers share what it returns and must not change it."""

    def __init__(self, most: int = _MOST_FILES) -> None:
        """Take the number of parsed files to keep."""
        self._most = most
        self._files: dict[tuple[str, bytes], tuple[YamlSource | None, tuple[Finding, ...]]] = {}
        self._records: dict[tuple[str, type[BaseModel]], _KeptRecord] = {}

    def file(self, tree: ContentTree, path: str) -> tuple[YamlSource | None, list[Finding]]:
        """Parse a file unless one of the last few had the same path and bytes."""
        try:
            key = (path, tree.read(path, MAX_BYTES))
        except UnreadableError as error:
            return None, unopened(path, error)
        if key not in self._files:
            while len(self._files) >= self._most:
                del self._files[next(iter(self._files))]
            source, findings = read_yaml(tree, path)
            self._files[key] = source, tuple(findings)
        source, kept = self._files[key]
        return source, list(kept)

    def record(
        self, source: YamlSource, model: type[R], names: Names | None
    ) -> tuple[R | None, YamlSource, list[Finding]]:
        """Validate a parsed file unless it and the names in reach are those of the last time."""
        kept = self._records.get((source.file, model))
        if kept is None or kept.source is not source or kept.names != names:
            record, rest, findings = read_record(source, model, names)
            kept = _KeptRecord(source, names, record, rest, tuple(findings))
            self._records[source.file, model] = kept
        return kept.record, kept.rest, list(kept.findings)
