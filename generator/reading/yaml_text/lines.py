"""A text as lines, and one line parsed as its author probably meant it. Knows neither parser nor plans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.reading.yaml_text.special_characters import INVISIBLES, WIDE_SPACES

_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_ENTRY = re.compile(
    r"(?P<lead>[ \t]*(?:-[ \t]+)*)"
    r"(?:(?P<key>\"[^\"]*\"|'[^']*'|[^\s:#\"'\[\]{},&*!|>%@`-][^:#]*?|-[^\s:#][^:#]*?):(?:[ \t]+|$))?"
    r"(?P<value>.*)",
    re.DOTALL,
)
_BLOCK_SCALAR = re.compile(r".*(?::|-)[ \t]+[|>][0-9+-]{0,2}[ \t]*(?: #.*)?$")


@dataclass
class SourceText:
    """A text with lines as editors count them: only CR, LF and CRLF end a line."""

    text: str
    _cache: dict[int, LineEntry] = field(default_factory=dict, repr=False)

    @cached_property
    def starts(self) -> list[int]:
        """Return the offset of the start of each line."""
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    @cached_property
    def lines(self) -> list[str]:
        """Return the lines without their ends."""
        return _LINE_BREAK.split(self.text)

    def line(self, number: int) -> str:
        """Return line `number` (from 0), empty beyond the end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column (from 1) of an offset."""
        line = bisect_right(self.starts, offset) - 1
        return line + 1, offset - self.starts[line] + 1

    def entry(self, number: int) -> LineEntry:
        """Return line `number` (from 0), parsed."""
        if number not in self._cache:
            self._cache[number] = LineEntry.of(self.line(number))
        return self._cache[number]

    def next_entry(self, number: int, step: int = 1) -> int | None:
        """Return the number of the nearest line after (or before) `number` with more than a comment."""
        number += step
        while 0 <= number < len(self.lines):
            if self.lines[number].strip() and not self.lines[number].lstrip().startswith("#"):
                return number
            number += step
        return None

    def with_line(self, number: int, line: str) -> str:
        """Return the text with line `number` (from 0) replaced."""
        return self.with_lines({number: line})

    def with_lines(self, lines: dict[int, str]) -> str:
        """Return the text with some of its lines (from 0) replaced."""
        parts, done = [], 0
        for number in sorted(lines):
            start = self.starts[number]
            parts += [self.text[done:start], lines[number]]
            done = start + len(self.lines[number])
        return "".join([*parts, self.text[done:]])

    def indent(self, number: int) -> int | None:
        """Return the indentation of line `number` (from 0); None for a blank or comment line."""
        line = self.line(number)
        text = line.lstrip(" \t")
        return None if not text.strip() or text.startswith("#") else len(line) - len(text)

    def is_item(self, number: int) -> bool:
        """Return whether a list item begins on line `number` (from 0)."""
        return re.match(r"[ \t]*-(?:[ \t]|$)", self.line(number)) is not None

    def block(self, number: int) -> tuple[int, int]:
        """Return the first and last line of the block of line `number`: itself and all more deeply indented lines.

        Lines at the same column after a key or dash, as list items may be, belong to it.
        """
        indent, last = self.indent(number) or 0, number
        flush = not self.is_item(number) and self.entry(number).key is not None and not self.entry(number).value
        following = self.next_entry(number)
        while following is not None:
            depth = self.indent(following) or 0
            if depth < indent or (depth == indent and not (flush and self.is_item(following))):
                break
            last = following
            following = self.next_entry(following)
        return number, last

    def around(self, number: int) -> int | None:
        """Return the parent of line `number`: the nearest less indented line above; None at the top."""
        return self._around.get(number)

    @cached_property
    def _around(self) -> dict[int, int]:
        """Return the parent of each line; computed in one pass, as there may be as many mistakes as lines."""
        around: dict[int, int] = {}
        open_lines: list[tuple[int, int, bool]] = []
        """Lines that may still get children, outermost first: number, depth, whether a list item begins there."""
        for number in range(len(self.lines)):
            depth = self.indent(number)
            if depth is None:
                continue
            is_item = self.is_item(number)
            while open_lines:
                above, depth_above, is_item_above = open_lines[-1]
                if depth_above < depth or (depth_above == depth and is_item and not is_item_above):
                    around[number] = above
                    break
                open_lines.pop()
            open_lines.append((number, depth, is_item))
        return around

    def end_of_group(self, number: int) -> int:
        """Return the last line of the sibling keys from line `number` on, including their contents."""
        last = self.block(number)[1]
        following = self.next_entry(last)
        while following is not None and self.indent(following) == self.indent(number) and not self.is_item(following):
            last = self.block(following)[1]
            following = self.next_entry(last)
        return last

    def without_lines(self, first: int, last: int) -> str:
        """Return the text with some lines (from 0) blanked out."""
        numbers = range(first, min(last, len(self.lines) - 1) + 1)
        return self.with_lines({number: " " * len(self.lines[number]) for number in numbers})

    def stands_alone(self, number: int) -> bool:
        """Return whether the value of line `number` ends there: the next line is not indented more deeply."""
        following = self.next_entry(number)
        if following is None:
            return True
        text, next_text = self.line(number), self.line(following)
        indent = len(text) - len(text.lstrip(" "))
        return len(next_text) - len(next_text.lstrip(" ")) <= max(indent, self.entry(number).lead)

    def without_value(self, number: int) -> str | None:
        """Return the text with the value of line `number` blanked out, or None if the value may continue below."""
        line, entry = self.line(number), self.entry(number)
        if not entry.value or set(entry.value) == {"x"} or not self.stands_alone(number):
            return None
        return self.with_line(number, line[: entry.start] + "x" * (len(line) - entry.start))

    @cached_property
    def block_scalar_lines(self) -> frozenset[int]:
        """Return the lines inside `|` or `>` values: nothing in them is a mistake."""
        return frozenset(self._block_scalar_lines()) if "|" in self.text or ">" in self.text else frozenset()

    def _block_scalar_lines(self) -> Iterator[int]:
        depth: int | None = None
        for number, line in enumerate(self.lines):
            indent = len(line) - len(line.lstrip(" \t" + WIDE_SPACES + INVISIBLES))
            if depth is not None and (not line.strip() or indent > depth):
                yield number
                continue
            depth = indent if line.rstrip().endswith(("|", ">", "-", "+")) and _BLOCK_SCALAR.match(line) else None


@dataclass(frozen=True, slots=True)
class LineEntry:
    """One line parsed as its author probably meant it: indentation and dashes, key, value."""

    lead: int
    """Number of characters before the key: spaces and dashes."""
    key: str | None
    value: str
    start: int
    """Column (from 0) of the value's start."""

    @classmethod
    def of(cls, line: str) -> LineEntry:
        """Return a parsed line."""
        match = _ENTRY.match(line)
        if match is None:  # impossible: every part of the pattern may be empty
            return cls(0, None, line, 0)
        return cls(len(match["lead"]), match["key"], match["value"].rstrip(), match.start("value"))
