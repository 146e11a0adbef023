"""What one file says, and where it says it: the record that findings, checks and pages ask for lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.findings import Location
from generator.reading.yaml_text.lines import SourceText

PlainData: TypeAlias = "dict[str, PlainData] | list[PlainData] | str | None"
ValuePath: TypeAlias = tuple[str | int, ...]
Position: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class YamlSource:
    """What one file says, and where it says it."""

    file: str
    """Path relative to the content folder, with forward slashes."""
    data: PlainData
    """Mappings, lists and text; an empty value is None."""
    positions: Mapping[ValuePath, Position]
    """Line and column (from 1, in characters) of every value, by its keys and indexes."""
    key_positions: Mapping[ValuePath, Position]
    """Line and column of every key, by the path of its value."""
    text: str
    """The file as it was read, without a byte order mark."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the lines without their ends; cut anew at each call, for those who print them."""
        return tuple(SourceText(self.text).lines)

    def location(self, path: ValuePath, *, of_key: bool = False) -> Location:
        """Return where a value (or its key) stands, or the nearest thing around it that stands anywhere."""
        line, column = 0, 0
        if of_key and path in self.key_positions:
            line, column = self.key_positions[path]
        else:
            for length in range(len(path), -1, -1):
                if path[:length] in self.positions:
                    line, column = self.positions[path[:length]]
                    break
        return Location(self.file, line, column, path)
