"""The files of findings: their paths from the current folder, and their text."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.findings import Finding, Location, Severity
from generator.reading.yaml_text import MAX_BYTES
from generator.reading.yaml_text.lines import SourceText

_GRAVITY = {severity: rank for rank, severity in enumerate(Severity)}


class FindingFiles:
    """The files of a set of findings."""

    def __init__(self, root: Path, texts: Mapping[str, str] | None = None) -> None:
        """Take the folder that locations are relative to, and the texts of files that are not on disk."""
        self._root = root
        self._texts = texts or {}
        self._names: dict[str, str] = {}

    def name(self, file: str) -> str:
        """Return the path of a file from the current folder."""
        if file not in self._names:
            self._names[file] = file if file in self._texts else shown_path(self._root / file)
        return self._names[file]

    def source(self, file: str) -> SourceText | None:
        """Return the lines of a file, with invalid bytes replaced; None if it cannot be shown."""
        if file in self._texts:
            return SourceText(self._texts[file])
        path = self._root / file
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_BYTES:
            return None
        return SourceText(path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff"))


def shown_path(file: Path) -> str:
    """Return the path relative to the current folder, which editors can open; the absolute path if there is none."""
    try:
        relative = Path(os.path.relpath(file))
    except ValueError:  # another drive on Windows
        return file.as_posix()
    return file.as_posix() if relative.parts[:1] == ("..",) and file.is_absolute() else relative.as_posix()


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by file, files with the gravest first, then by name; within a file by severity, then location."""
    found = list(findings)
    gravest: dict[str, int] = {}
    for finding in found:
        rank = _GRAVITY[finding.severity]
        gravest[finding.location.file] = min(rank, gravest.get(finding.location.file, rank))

    def key(finding: Finding) -> tuple[int, str, int, int, int, str, str]:
        place = finding.location
        rank = _GRAVITY[finding.severity]
        return gravest[place.file], place.file, rank, place.line, place.column, finding.code, finding.message

    return sorted(found, key=key)


def lines_text(places: Iterable[Location], file: str, most: int) -> str:
    """Return `บรรทัด 4, 9, idp.yml บรรทัด 2`: at most `most` locations, those in `file` without its name."""
    lines: dict[str, list[int]] = {}
    for place in sorted(set(places)):
        lines.setdefault(place.file, []).append(place.line)
    parts, left = [], most
    for name in sorted(lines, key=lambda name: (name != file, name)):
        numbers = sorted({line for line in lines[name] if line})
        shown = ", ".join(str(line) for line in numbers[: max(left, 0)]) + (", …" if len(numbers) > left else "")
        own = [] if name == file else [name.rpartition("/")[2]]
        parts.append(" ".join([*own, *([f"บรรทัด {shown}"] if numbers and left > 0 else [])]))
        left -= len(numbers)
    return ", ".join(part for part in parts if part)
