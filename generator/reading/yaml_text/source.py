"""The data of one file with positions, from which findings, rules and pages get line numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.findings import Location
from generator.reading.yaml_text.events import EventMark
from generator.reading.yaml_text.lines import SourceText

PlainData: TypeAlias = "dict[str, PlainData] | list[PlainData] | str | None"
ValuePath: TypeAlias = tuple[str | int, ...]
Position: TypeAlias = tuple[int, int]


class Branch:
    """Positions of the values of one mapping or list, as parser marks; must be cheap, because all have one."""

    __slots__ = ("branches", "keys", "place", "values")

    def __init__(self, place: EventMark | None) -> None:
        """Take the mark of its first character; None for the root of the file."""
        self.place = place
        self.keys: dict[str, EventMark] = {}
        """The mark of every key of a mapping."""
        self.values: dict[str | int, EventMark] = {}
        """The mark of every value, by key or index."""
        self.branches: dict[str | int, Branch] = {}
        """The branches of those values that are mappings or lists."""

    def walk(self, path: ValuePath = ()) -> Iterator[tuple[ValuePath, Branch]]:
        """Yield this branch and all below it, with their paths."""
        yield path, self
        for key, branch in self.branches.items():
            yield from branch.walk((*path, key))


@dataclass(frozen=True, slots=True)
class Lost:
    """An unreadable part of a file, missing from the data. Lines count from 1."""

    first_line: int
    last_line: int
    text: str
    """The text there, as far as known."""
    path: ValuePath
    """The value, or its nearest ancestor in the data; the empty path for the file."""


@dataclass(frozen=True, slots=True)
class YamlSource:
    """The data of one file, with positions."""

    file: str
    """Path relative to the content folder, with forward slashes."""
    data: PlainData
    """Mappings, lists and text. A key without value is left out (*not stated*); elsewhere an empty value is None."""
    text: str
    """The text as read, without a byte order mark."""
    root: Branch = field(compare=False, repr=False)
    """The positions of all values: `root` represents the file, with its value under the key `data`."""
    complete: bool = True
    """Whether everything written is in `data`; False if a mistake was skipped, which a finding reports."""
    lost: tuple[Lost, ...] = ()
    """Parts of the file missing from `data`, in file order; empty if complete."""

    @property
    def positions(self) -> Mapping[ValuePath, Position]:
        """Return line and column (from 1, in characters) of every value, by path."""
        return {
            (*path, key)[1:]: _position(mark)
            for path, branch in self.root.walk()
            for key, mark in branch.values.items()
        }

    @property
    def key_positions(self) -> Mapping[ValuePath, Position]:
        """Return line and column of every key, by path of its value."""
        return {
            (*path, key)[1:]: _position(mark) for path, branch in self.root.walk() for key, mark in branch.keys.items()
        }

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the lines without their ends; not cached."""
        return tuple(SourceText(self.text).lines)

    def keys(self, path: ValuePath) -> tuple[str, ...]:
        """Return the keys written in a mapping, with or without a value; none if it is no mapping."""
        branch = self._branch(path)
        return tuple(branch.keys) if branch else ()

    def has_key(self, path: ValuePath) -> bool:
        """Return whether a key is written there, with or without a value."""
        return self._key_mark(path) is not None

    def location(self, path: ValuePath, *, of_key: bool = False) -> Location:
        """Return the location of a value (or its key), or of its nearest ancestor with a position."""
        mark = self._key_mark(path) if of_key else None
        mark = mark or self._nearest_mark(path)
        return Location(self.file, *(_position(mark) if mark else (0, 0)), path)

    def offset(self, path: ValuePath) -> int:
        """Return the offset in `text` of the value, or of its nearest ancestor with a position."""
        mark = self._nearest_mark(path)
        return mark.index if mark else 0

    def _nearest_mark(self, path: ValuePath) -> EventMark | None:
        branch, mark = self.root, None
        for key in ("data", *path):
            if key not in branch.values:
                return mark
            mark = branch.values[key]
            if key not in branch.branches:
                return mark
            branch = branch.branches[key]
        return mark

    def _key_mark(self, path: ValuePath) -> EventMark | None:
        branch = self._branch(path[:-1]) if path else None
        return branch.keys.get(str(path[-1])) if branch else None

    def _branch(self, path: ValuePath) -> Branch | None:
        branch: Branch | None = self.root
        for key in ("data", *path):
            branch = branch.branches.get(key) if branch else None
        return branch


def _position(mark: EventMark) -> Position:
    return mark.line + 1, mark.column + 1
