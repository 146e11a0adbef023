"""Findings as text for a terminal: grouped by file, the gravest first, each with its line and a caret under the place.

What stands in content is hostile: control characters never reach the terminal.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from generator.findings import Finding, Severity, printable
from generator.reading.yaml_text.lines import SourceText

WORDS = {Severity.ERROR: "ผิดพลาด", Severity.WARNING: "ควรตรวจ", Severity.NOTICE: "ควรทราบ"}
"""What each severity is called."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
_GRAVITY = {severity: rank for rank, severity in enumerate(Severity)}
_INDENT = "    "
_WIDEST = 100
"""Columns of a source line that are shown; of longer lines, the part around the place."""
_BEFORE_PLACE = 40
_LARGEST = 2_000_000
"""Bytes; a larger file is refused by reading, and its findings name no line."""


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings: files with graver ones first, then by name; inside a file the gravest first, then by place."""
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


def findings_text(findings: Sequence[Finding], content: Path) -> str:
    """Return all findings as text, colours included; `content` is the folder their locations are relative to."""
    blocks = []
    for file, group in groupby(ordered(findings), key=lambda finding: finding.location.file):
        shown, source = shown_path(content / file), _source(content / file)
        blocks += ["\n".join(_finding_lines(finding, shown, source)) for finding in group]
    return "\n\n".join(blocks)


def counts_text(findings: Iterable[Finding]) -> str:
    """Return `ผิดพลาด 1 ควรตรวจ 2`, without what there is none of; empty without findings."""
    found = [finding.severity for finding in findings]
    return " ".join(f"{word} {found.count(severity):,}" for severity, word in WORDS.items() if severity in found)


def finding_record(finding: Finding, content: Path) -> dict[str, Any]:
    """Return a finding as JSON holds it."""
    place = finding.location
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "remedy": finding.remedy,
        "file": shown_path(content / place.file),
        "line": place.line,
        "column": place.column,
        "path": list(place.path),
    }


def shown_path(file: Path) -> str:
    """Return the path from the current folder, so that editors open it; the whole path where there is none."""
    try:
        relative = Path(os.path.relpath(file))
    except ValueError:  # another drive of a Windows computer
        return file.as_posix()
    return file.as_posix() if relative.parts[:1] == ("..",) and file.is_absolute() else relative.as_posix()


def display_width(text: str) -> int:
    """Return the columns that a terminal takes for a text: none for Thai vowels and marks above and below."""
    return sum(map(_character_width, text))


def _character_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _finding_lines(finding: Finding, file: str, source: SourceText | None) -> Iterator[str]:
    place = finding.location
    where = ":".join([printable(file)] + [str(number) for number in (place.line, place.column) if number])
    word = click.style(WORDS[finding.severity], fg=_COLOURS[finding.severity], bold=True)
    yield f"{click.style(where, bold=True)}  {word} {finding.code}  {_indented(finding.message)}"
    if source is not None and place.line and place.column:
        yield from _excerpt(source.line(place.line - 1), place.column)
    yield f"{_INDENT}วิธีแก้: {_indented(finding.remedy)}"


def _indented(text: str) -> str:
    return f"\n{_INDENT}".join(printable(line) for line in text.split("\n"))


def _excerpt(line: str, column: int) -> Iterator[str]:
    """Yield the line, or the part of it around the place, and a caret under the place."""
    index = min(column - 1, len(line))
    start = 0 if len(line) <= _WIDEST else max(0, min(index - _BEFORE_PLACE, len(line) - _WIDEST))
    shown = printable(line[start : start + _WIDEST].replace("\t", "→"))
    if not shown.strip():
        return
    left, right = "…" * (start > 0), "…" * (start + _WIDEST < len(line))
    yield f"{_INDENT}{left}{shown}{right}"
    place = index - start
    pad = display_width(left + shown[:place])
    if place < len(shown) and not display_width(shown[place]):
        pad -= 1  # a mark without width stands over the character before it
    yield f"{_INDENT}{' ' * max(pad, 0)}{click.style('^', fg='red', bold=True)}"


def _source(file: Path) -> SourceText | None:
    """Return the lines of a file, bytes that are no text shown as such; None where there is nothing to show."""
    if file.is_symlink() or not file.is_file() or file.stat().st_size > _LARGEST:
        return None
    return SourceText(file.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff"))
