"""Explains tabs at the start of lines, and moves the lines to the column of their neighbours.

In: the text and its tabbed lines. Out: advice, the text with spaces, and how far each line has moved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.reading.yaml_text.advice import Explanation
from generator.reading.yaml_text.events import EventMark
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.source import Branch
from generator.reading.yaml_text.typing_mistakes import tab_indentation

_WIDTH = 4
"""Columns of a tab in most editors; decides only between the columns of two neighbours."""
_STEP = 2


def tabbed_lines(source: SourceText, tabbed: list[int], empty: set[int]) -> Explanation:
    """Explain the tabs of lines (from 0), and replace them; `empty` are lines with only a comment or nothing.

    A line between lines with spaces moves to their column. Elsewhere a tab becomes one space.
    """
    advice, replaced, moved = [], {}, []
    columns = _Columns(source, set(tabbed))
    for number in tabbed:
        line = source.line(number)
        text = line.lstrip(" \t")
        lead = len(line) - len(text)
        column = None if number in empty else columns.of(number)
        replaced[number] = " " * (lead if column is None else column) + text
        if column is not None and column != lead:
            moved.append((number, column - lead))
        if number not in empty:
            advice.append(tab_indentation(line, number + 1))
    return Explanation(advice, source.with_lines(replaced), moved=tuple(moved))


class _Columns:
    """The columns of tabbed lines, found from top to bottom."""

    def __init__(self, source: SourceText, tabbed: set[int]) -> None:
        self._source = source
        self._tabbed = tabbed
        self._known: dict[int, int] = {}
        self._of_lead: dict[str, int] = {}
        """Columns of the current run of tabbed lines, by what stands before their text."""

    def of(self, number: int) -> int | None:
        """Return the column (from 0) where a line begins, if its neighbours tell."""
        source = self._source
        line, above = source.line(number), source.next_entry(number, -1)
        if above not in self._tabbed:
            self._of_lead.clear()
        if above is None or (above in self._tabbed and above not in self._known):
            return None
        if source.entry(number).key is None and not source.is_item(number):
            return None
        lead = line[: len(line) - len(line.lstrip(" \t"))]
        column = self._of_lead.get(lead)
        if column is None:
            column = self._below_group(number, above) if not source.entry(above).value else self._beside(number, above)
        if column is not None:
            self._known[number] = self._of_lead[lead] = column
        return column

    def _begin(self, number: int) -> int:
        """Return the column of the first key of a line."""
        source = self._source
        if number not in self._known:
            return source.entry(number).lead
        line = source.line(number)
        return self._known[number] + source.entry(number).lead - (len(line) - len(line.lstrip(" \t")))

    def _below_group(self, number: int, above: int) -> int:
        """Return the column of the first line of a group that the line above opens."""
        begin, below = self._begin(above), self._source.next_entry(number)
        if below is not None and below not in self._tabbed and (self._source.indent(below) or 0) > begin:
            return self._source.indent(below) or 0
        return begin + _STEP

    def _beside(self, number: int, above: int) -> int | None:
        """Return the column of a line that follows a line with a value."""
        source = self._source
        if source.is_item(number):
            item: int | None = above
            while item is not None and not source.is_item(item):
                item = source.around(item)
            return None if item is None else self._known.get(item, source.indent(item))
        beside = self._begin(above)
        below = source.next_entry(number)
        if not beside or below is None or below in self._tabbed or source.is_item(below):
            return beside or None
        line = source.line(number)
        width = len(line[: len(line) - len(line.lstrip(" \t"))].expandtabs(_WIDTH))
        return min(source.indent(below) or beside, beside, key=lambda column: abs(column - width))


@dataclass(slots=True)
class _Written:
    """A mark in the text as written."""

    index: int
    line: int
    column: int


def move_back(root: Branch, moved: Mapping[int, int], text: str) -> None:
    """Return the marks of all values to where they are in the text; `moved` are the columns of each moved line."""
    starts = SourceText(text).starts

    def written(mark: EventMark) -> _Written:
        line = min(mark.line, len(starts) - 1)
        column = max(0, mark.column - moved.get(line, 0))
        return _Written(starts[line] + column, line, column)

    for _, branch in root.walk():
        branch.place = branch.place and written(branch.place)
        branch.keys = {key: written(mark) for key, mark in branch.keys.items()}
        branch.values = {at: written(mark) for at, mark in branch.values.items()}
