"""Locate values in a file by path, and the parts of values that findings are about."""

from __future__ import annotations

import re
from typing import Any

from generator.checks.items import Path
from generator.findings import Location
from generator.reading.file_limits import MOST_COMMENTS
from generator.reading.yaml_text import YamlSource

_LINE_END = re.compile("\n")
_MARK = re.compile("[\"'#]")
_IDS = ("id", "project", "strategy", "department")
"""Keys with the id of a value, or of what it is about."""
COMMENT = "#"
"""Path key for the comments of a file: no YAML key can have this name."""
_FARTHEST = 20_000
"""Characters from the beginning of a value in which its part is searched."""
_MOST_BEFORE = 100
"""Most occurrences before a part that are counted to locate it."""


class ValuePositions:
    """The places of one file; in a file without YAML (narrative, draft) a path is a line number."""

    def __init__(self, file: str, text: str, source: YamlSource | None = None) -> None:
        """Store the file name relative to the content folder, its text, and its YAML values if any."""
        self.file = file
        self._text = text
        self._source = source
        self._starts: list[int] | None = None
        """Line starts, for files without YAML and for comments; computed on first use."""

    def location(self, path: Path, snippet: str = "", before: int = 0) -> Location:
        """Return the location of a value or of a part of it; of the value if the part is written differently there.

        `before` is the number of earlier occurrences of the part to skip.
        """
        if path[:1] == (COMMENT,):
            place = Location(self.file, int(path[1]), 1, path)
        elif self._source is None:
            place = Location(self.file, int(path[0]) if path else 0, 1 if path else 0, path)
        else:
            place = self._source.location(path)
        if not snippet or not place.line:
            return place
        start = self._start(place)
        found = self._text.find(snippet, start, start + _FARTHEST)
        for _ in range(min(before, _MOST_BEFORE)):
            further = self._text.find(snippet, found + len(snippet), start + _FARTHEST)
            found = further if further >= 0 else found
        if found < 0:
            return place
        lines = self._text.count("\n", start, found)
        column = found - self._text.rfind("\n", start, found) if lines else place.column + found - start
        return Location(self.file, place.line + lines, column, path)

    def _start(self, location: Location) -> int:
        """Return the text position of a location."""
        if self._source and location.path[:1] != (COMMENT,):
            return self._source.offset(location.path)
        if self._starts is None:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(self._text))]
        return self._starts[min(location.line, len(self._starts)) - 1]

    def subjects(self, path: Path) -> tuple[str, ...]:
        """Return the ids of a value: its own, and those of its parents."""
        ids: dict[str, None] = {}
        data = self._source.data if self._source else None
        for key in (*path, None):
            if type(data) is dict:
                for name in _IDS:
                    if isinstance(one := data.get(name), str):
                        ids[one] = None
            data = _below(data, key)
        return tuple(ids)


def comments(text: str) -> dict[str, dict[int, str]]:
    """Return the comments of a YAML file by line, as data whose paths `ValuePositions` supports.

    Only the first `MOST_COMMENTS`; beyond, reading has reported an error.
    """
    found: dict[int, str] = {}
    # Find `#` by `#`: most lines of a plan have none, and looking at each line costs as much as reading the file.
    at, number, counted = text.find("#"), 1, 0
    while at >= 0 and len(found) < MOST_COMMENTS:
        start = text.rfind("\n", 0, at) + 1
        number += text.count("\n", counted, start)
        counted = start
        end = text.find("\n", at)
        line = text[start : end if end >= 0 else len(text)]
        if comment := _comment(line):
            found[number] = comment
        at = text.find("#", start + len(line))
    return {COMMENT: found}


def _comment(line: str) -> str:
    """Return the comment at the end of a line; a `#` within quotation marks or within a word begins none."""
    is_open = {'"': False, "'": False}
    for match in _MARK.finditer(line):
        if match[0] != "#":
            is_open[match[0]] = not is_open[match[0]]
        elif not any(is_open.values()) and not line[max(match.start() - 1, 0) : match.start()].strip():
            return line[match.start() :]
    return ""


def _below(data: Any, key: str | int | None) -> Any:
    try:
        return data[key]
    except (KeyError, IndexError, TypeError):
        return None
