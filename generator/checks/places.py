"""Where things stand in a file that was read: a value by its path, and the part of it that is meant."""

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
"""Keys under which a value says what it is, or is about."""
COMMENT = "#"
"""Stands for the comments of a file in paths: no key can be called so."""
_FARTHEST = 20_000
"""Characters after the beginning of a value in which its part is looked for."""
_MOST_BEFORE = 100
"""Of a part that stands in a value more often, the place is not counted out."""


class Places:
    """The places of one file; a file without YAML (narrative, a draft) has a line number for a path."""

    def __init__(self, file: str, text: str, source: YamlSource | None = None) -> None:
        """Take the name of the file relative to the content folder, its text, and its values where it has some."""
        self.file = file
        self._text = text
        self._source = source
        self._starts: list[int] | None = None
        """Where lines begin, for files without YAML and for comments; counted when it is first asked."""

    def location(self, path: Path, snippet: str = "", before: int = 0) -> Location:
        """Return where a value stands, or the part of it; the value where the part is written in another way.

        `before` says how often the part stands in the value before the place that is meant.
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

    def _start(self, place: Location) -> int:
        """Return the position in the text of a place."""
        if self._source and place.path[:1] != (COMMENT,):
            return self._source.offset(place.path)
        if self._starts is None:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(self._text))]
        return self._starts[min(place.line, len(self._starts)) - 1]

    def subjects(self, path: Path) -> tuple[str, ...]:
        """Return the ids that the LAO knows the value by: its own, and those of what it stands in."""
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
    """Return the comments of a YAML file by line, as data whose paths `Places` knows.

    Beyond `MOST_COMMENTS`, reading has reported an error, and the rest is not looked at.
    """
    found: dict[int, str] = {}
    # From sign to sign: most lines of a plan have none, and looking at each of them costs as much as reading it.
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
    """Return the comment at the end of a line; a sign within quotation marks or within a word begins none."""
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
