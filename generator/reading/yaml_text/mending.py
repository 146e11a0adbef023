"""Records what is mended and blanked out while reading past mistakes, and what is lost.

Explanations of mistakes in; out the text to continue with and finally the data without stand-ins, with the values
whose text is certain, and the list of everything missing from the data.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.reading.yaml_text.advice import Advice, Explanation
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.source import Branch, Lost, PlainData, ValuePath

_SHIFTS = frozenset({"YAML-004", "YAML-022", "YAML-024", "YAML-028", "YAML-029", "YAML-032", "YAML-033"})
"""Mistakes whose mending may leave other lines of the item at a wrong depth."""


@dataclass(frozen=True, slots=True)
class LinePaths:
    """Positions in the data, by line."""

    paths: dict[int, ValuePath]
    """Line (from 0) -> the first value that begins there."""

    @classmethod
    def of(cls, root: Branch) -> LinePaths:
        """Return the positions of all values below a branch."""
        paths: dict[int, ValuePath] = {}
        branches = list(root.walk())
        for path, branch in branches:
            for key, mark in branch.keys.items():
                paths.setdefault(mark.line, (*path, key)[1:])
        for path, branch in branches:
            for at, mark in branch.values.items():
                paths.setdefault(mark.line, (*path, at)[1:])
        return cls(paths)

    def at(self, line: int) -> ValuePath:
        """Return the path of the key or value that begins on a line (from 0); empty if none does."""
        return self.paths.get(line, ())

    def item_at(self, line: int) -> ValuePath:
        """Return the path of the list item that begins on a line."""
        path = self.at(line)
        indexes = [number for number, part in enumerate(path) if isinstance(part, int)]
        return path[: indexes[-1] + 1] if indexes else path


class Mending:
    """Changes to one text so far. Lines count from 0."""

    def __init__(self, text: str) -> None:
        """Take the original text."""
        self.original = SourceText(text)
        self.said: list[Advice] = []
        self.sure: set[int] = set()
        """Lines (from 1) that are certainly a mistake, even if they look like the text of a value."""
        self._lines: set[int] = set()
        self._items: set[int] = set()
        self._blanked: set[int] = set()
        self._stand_ins: dict[int, tuple[int, str]] = {}
        self._kept: dict[int, tuple[str, str]] = {}
        self._found: set[int] = set()
        """Lines whose stand-ins were found in the data."""
        self.moved: dict[int, int] = {}
        """Columns by which lines have moved to the right; negative for the left."""

    @property
    def codes(self) -> set[str]:
        """Return the codes of all advice so far."""
        return {one.code for one in self.said}

    def say(self, explanation: Explanation, gave_up: int | None) -> None:
        """Add the advice of an explanation, unless it only follows from earlier advice."""
        advice = [one for one in explanation.advice if not self._follows(one, gave_up)]
        for one in advice:
            column = max(1, one.column - self.moved.get(one.line - 1, 0))
            self.said.append(replace(one, column=column))
            self._lines.add(one.line - 1)
            if one.code in _SHIFTS:
                self._items.add(self._item(one.line - 1))

    def _follows(self, advice: Advice, gave_up: int | None) -> bool:
        line, codes = advice.line - 1, self.codes
        if advice.code in ("YAML-004", "YAML-025") and "YAML-004" in codes:
            return True  # unclosed brackets
        if advice.code == "YAML-028" and codes & {"YAML-022", "YAML-024"}:
            return True  # the whole indentation must be retyped anyway
        if line in self._lines or line in self._blanked or (gave_up is not None and gave_up in self._blanked):
            return True
        return gave_up is not None and bool(self._items) and self._item(line) in self._items

    def _item(self, line: int) -> int:
        """Return the first line of the list item that contains a line; else its outermost key."""
        up: int | None = line
        while up is not None:
            line = up
            if self.original.is_item(line):
                return line
            up = self.original.around(line)
        return line

    def repair(self, source: SourceText, explanation: Explanation) -> str | None:
        """Return the text as mended by the explanation; None if it does not mend."""
        repaired = explanation.repaired
        if repaired is None or repaired == source.text:
            return None
        for line, columns in explanation.moved:
            self.moved[line] = self.moved.get(line, 0) + columns
        kept = {line: (key, text) for line, key, text in explanation.known_values}
        after = SourceText(repaired)
        touched = {one.line - 1 for one in explanation.advice} | kept.keys()
        for line in touched:
            if line in kept:
                self._kept[line] = kept[line]
            elif set(after.entry(line).value) == {"x"}:
                start = after.entry(line).start
                if source.line(line)[start:] != after.line(line)[start:]:
                    self._stand_ins[line] = (start, self.original.line(line)[start - self.moved.get(line, 0) :].strip())
        return repaired

    def blank(self, source: SourceText, explanation: Explanation, gave_up: int) -> str | None:
        """Return the text without the smallest part around a remaining mistake; None if there is none."""
        for first, last in self._parts(explanation, gave_up):
            numbers = [number for number in range(first, last + 1) if source.line(number).strip()]
            if numbers:
                self._blanked.update(numbers)
                for number in numbers:
                    self._stand_ins.pop(number, None)
                    self._kept.pop(number, None)
                self._items.add(self._item(first))
                return source.without_lines(first, last)
        return None

    def _parts(self, explanation: Explanation, gave_up: int) -> Iterator[tuple[int, int]]:
        """Yield first and last lines of growing parts, from the mistake alone to the rest of the file."""
        if explanation.blanked is not None:
            yield explanation.blanked
        cause = explanation.advice[-1].line - 1 if explanation.advice else gave_up
        yield self.original.block(cause)
        if gave_up != cause:
            yield self.original.block(gave_up)
        up = self.original.around(max(cause, gave_up))
        while up is not None:
            yield self.original.block(up)
            up = self.original.around(up)
        yield min(cause, gave_up), len(self.original.lines) - 1
        yield 0, len(self.original.lines) - 1

    def stop(self, line: int) -> None:
        """Stop reading: everything from a line on is unread."""
        lines = self.original.lines
        self._blanked.update(number for number in range(line, len(lines)) if lines[number].strip())

    def settle(self, file: dict[str, PlainData], root: Branch, places: LinePaths) -> tuple[Lost, ...]:
        """Insert known values into the data, remove stand-ins, and return everything missing from it, in order."""
        lost = list(self._lost_lines(places))
        if self._stand_ins or self._kept:
            waiting: list[tuple[ValuePath, Branch, PlainData]] = [((), root, file)]
            while waiting:
                path, branch, data = waiting.pop()
                lost += self._settle_one(path, branch, data)
                for key, inner in branch.branches.items():
                    waiting.append(((*path, key), inner, data[key]))  # type: ignore[index]
        for line, (_, text) in self._stand_ins.items():
            if line not in self._found:  # it became part of a text that began above
                lost.append(Lost(line + 1, line + 1, text, ()))
        return tuple(lost)

    def _settle_one(self, path: ValuePath, branch: Branch, data: PlainData) -> Iterator[Lost]:
        for key, mark in branch.keys.items():
            name, text = self._kept.get(mark.line, (None, ""))
            if name == key and key in branch.branches:  # a later repair reads the lines below as the value
                yield Lost(mark.line + 1, mark.line + 1, text, (*path, key)[1:])
            elif name == key and isinstance(data, dict):
                data[key] = text
                branch.values.setdefault(key, mark)
                written = {name: data[name] for name in branch.keys if name in data}
                data.clear()
                data.update(written)
        for at, mark in branch.values.items():
            column, text = self._stand_ins.get(mark.line, (-1, ""))
            if mark.line in self._kept:
                if self._kept[mark.line][0] == "" and isinstance(data, list) and _holds_stand_in(data, at):
                    data[int(at)] = self._kept[mark.line][1]
                continue
            if column != mark.column or not _holds_stand_in(data, at):
                continue
            if isinstance(data, dict):
                del data[str(at)]
            elif isinstance(data, list):
                data[int(at)] = None
            self._found.add(mark.line)
            yield Lost(mark.line + 1, mark.line + 1, text, (*path, at)[1:])

    def _lost_lines(self, places: LinePaths) -> Iterator[Lost]:
        lines, numbers = self.original.lines, sorted(self._blanked)
        start = 0
        for end in range(1, len(numbers) + 1):
            if end < len(numbers) and not any(line.strip() for line in lines[numbers[end - 1] + 1 : numbers[end]]):
                continue
            first, last = numbers[start], numbers[end - 1]
            yield Lost(first + 1, last + 1, "\n".join(lines[first : last + 1]), self._path_around(first, places))
            start = end

    def _path_around(self, line: int, places: LinePaths) -> ValuePath:
        """Return the path of the value that contains a lost line."""
        if "\t" in self.original.lines[line][: self.original.indent(line)]:  # the depth of a tab is unknown
            above = self.original.next_entry(line, -1)
            return () if above is None else places.at(above)[:-1]
        around = self.original.around(line)
        if around is None:
            return ()
        return places.item_at(around) if self.original.is_item(around) else places.at(around)


def _holds_stand_in(data: PlainData, at: str | int) -> bool:
    value = data.get(str(at)) if isinstance(data, dict) else data[int(at)] if isinstance(data, list) else None
    return isinstance(value, str) and set(value) <= {"x", " "}
