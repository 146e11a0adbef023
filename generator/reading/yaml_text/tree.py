"""Builds data and positions from libyaml's events: one pass with a stack of its own, so that no depth brings it down.

Runs once for every value of every plan in the country: what is asked of each value here is asked millions of times.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.reading.yaml_text import refusals
from generator.reading.yaml_text.advice import Complaint
from generator.reading.yaml_text.characters import CURLY_QUOTES
from generator.reading.yaml_text.events import DocumentEnd, Event, Node, Scalar
from generator.reading.yaml_text.inspection import SUSPECT_BEGINNINGS, Inspection
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.source import PlainData, Position, ValuePath

_Loader: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_COMMENT = re.compile(r"(?<=\S) #")
_AFTER_DOCUMENT = re.compile(r"(?:(?:[ \t]*(?:#[^\r\n]*)?|\.\.\.[ \t]*(?:#[^\r\n]*)?)(?:[\r\n]+|\Z))*")


class _Open:
    """A mapping or list whose end has not been reached; the outermost one stands for the file and holds its value."""

    __slots__ = ("as_key", "data", "kept", "key", "path", "place", "value_path", "wants_key")

    def __init__(
        self, data: dict[str, PlainData] | list[PlainData], path: ValuePath, place: Position, kept: bool, as_key: bool
    ) -> None:
        self.data = data
        self.path = path
        self.place = place
        """Line and column, from 0, of its first character."""
        self.kept = kept
        """False inside of what is read and thrown away: the value of a duplicate key, for one."""
        self.as_key = as_key
        """It stands where a key should stand."""
        self.wants_key = type(data) is dict
        """The next node is a key, not a value."""
        self.key: str | None = None
        """The key that awaits its value; None when that value is to be thrown away."""
        self.value_path: ValuePath = path
        """The path of the value that is awaited."""


class Tree:
    """Data and positions, built from the parser's events."""

    def __init__(self, source: SourceText, name: str) -> None:
        """Take the text, and the name by which findings call its file."""
        self.source = source
        self.inspection = Inspection(source, name)
        """What was found on the way."""
        self.positions: dict[ValuePath, Position] = {}
        self.key_positions: dict[ValuePath, Position] = {}
        self.too_deep = False
        self._file: dict[str, PlainData] = {}
        outermost = _Open(self._file, (), (0, 0), True, False)
        outermost.wants_key, outermost.key = False, "data"
        self._open = [outermost]
        self._last: Any = None
        self._text_spans: list[Position] = []
        text = source.text
        self._comments = {match.start() for match in _COMMENT.finditer(text)} if " #" in text else set()

    @property
    def data(self) -> PlainData:
        """The file's value; None when it has none."""
        return self._file.get("data")

    def text_lines(self) -> set[int]:
        """Return the lines (from 1) that are the second or a later one of a quoted or block text."""
        return {line for first, last in self._text_spans for line in range(first + 1, last + 1)}

    def read(self) -> Complaint | None:
        """Read to the end of the document; return what the parser complained of, if it did."""
        parser: Any = _Loader(self.source.text)
        get_event, scalar = parser.get_event, self._scalar
        try:
            while (event := get_event()) is not None:
                kind = type(event)
                if kind is ScalarEvent:
                    scalar(event)
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    if self._open.pop().as_key:
                        self._open[-1].wants_key = False
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    self._start(event, {} if kind is MappingStartEvent else [])
                    if len(self._open) > refusals.MAX_DEPTH + 1:
                        self._too_deep(event)
                        return None
                elif kind is AliasEvent:
                    self._alias(event)
                elif kind is DocumentEndEvent and self._ends_after(event):
                    return None
                elif kind is DocumentStartEvent and type(self._last) is DocumentEndEvent:
                    refusals.refuse_document(self.inspection.report, self.source.place(event.start_mark.index))
                    return None
                self._last = event
        except yaml.YAMLError as error:
            return self._complaint(error)
        finally:
            parser.dispose()
        return None

    # Values and keys.

    def _scalar(self, event: Scalar) -> None:
        open_ = self._open[-1]
        if event.anchor is not None or event.tag is not None:
            self.inspection.properties(event, open_.path)
        if open_.wants_key:
            self._key(open_, event)
            return
        value: str = event.value
        mark, last = event.start_mark, event.end_mark
        if event.style:
            path = self._put(open_, value, mark.line, mark.column)
            if mark.line != last.line:
                self._text_spans.append((mark.line + 1, last.line + 1))
            if event.style == '"':
                self.inspection.escapes(value, mark.line + 1, mark.column + 1, path)
            return
        path = self._put(open_, value or None, mark.line, mark.column)
        if mark.line != last.line or len(self._open) == 1:
            self.inspection.swallowed_keys(mark.line + (len(self._open) > 1), last.line, path)
        if self._comments and last.index in self._comments:
            self.inspection.cut_off(value, last.index, path)
        if value and value[0] in CURLY_QUOTES:
            self.inspection.curly_quotes(value, mark.line + 1, mark.column + 1, path)
        if value[:1].isdigit() and type(open_.data) is list:
            self.inspection.split_number(value, mark.line + 1, mark.column + 1, path)
        if ":" in value and type(open_.data) is list:
            self.inspection.stuck_item(value, mark.line + 1, mark.column + 1, path)

    def _put(self, open_: _Open, value: PlainData, line: int, column: int) -> ValuePath:
        """Put a value where it belongs; return its path."""
        data = open_.data
        if isinstance(data, dict):
            open_.wants_key = True
            path = open_.value_path
            if open_.key is None:
                return path
            data[open_.key] = value
        else:
            path = (*open_.path, len(data))
            data.append(value)
        if open_.kept:
            self.positions[path] = (line + 1, column + 1)
        return path

    def _start(self, event: Node, data: dict[str, PlainData] | list[PlainData]) -> None:
        open_ = self._open[-1]
        if event.anchor is not None or event.tag is not None:
            self.inspection.properties(event, open_.path)
        mark = event.start_mark
        place = (mark.line, mark.column)
        if open_.wants_key:
            if not any(around.as_key for around in self._open):
                self.inspection.refuse_key(mark.line + 1, mark.column + 1, open_.path)
            open_.key, open_.value_path = None, open_.path
            self._open.append(_Open(data, open_.path, place, False, True))
        else:
            kept = open_.kept and (open_.key is not None or type(open_.data) is list)
            self._open.append(_Open(data, self._put(open_, data, *place), place, kept, False))

    def _key(self, open_: _Open, event: Scalar) -> None:
        key: str = event.value
        mark = event.start_mark
        place = (mark.line + 1, mark.column + 1)
        path = (*open_.path, key)
        open_.wants_key, open_.key, open_.value_path = False, key, path
        if event.style:
            if event.style == '"':
                self.inspection.escapes(key, *place, path)
        elif (
            (key[:1] in SUSPECT_BEGINNINGS or ":" in key) and not self.inspection.plain_key(key, *place, open_.path)
        ) or (key[:1].isdigit() and self.inspection.split_number(key, *place, open_.path)):
            open_.key, open_.value_path = None, open_.path
            return
        if key in open_.data:
            open_.key, open_.value_path = None, open_.path
            if open_.kept:
                refusals.refuse_duplicate(self.inspection.report, key, self.key_positions[path][0], place, path)
        elif open_.kept:
            self.key_positions[path] = place

    def _alias(self, event: Node) -> None:
        open_ = self._open[-1]
        if open_.wants_key:
            open_.wants_key, open_.key, open_.value_path = False, None, open_.path
            path = open_.path
        else:
            path = self._put(open_, None, event.start_mark.line, event.start_mark.column)
        last = self._last
        if not (type(last) is ScalarEvent and last.value == "<<" and not last.style):  # else the merge key was reported
            self.inspection.alias(event, path)

    def _too_deep(self, event: Event) -> None:
        self.too_deep = True
        mark = event.start_mark
        refusals.refuse_depth(self.inspection.report, mark.line + 1, mark.column + 1, self._open[-1].path[:8])

    def _ends_after(self, event: DocumentEnd) -> bool:
        """Say whether reading is over, because nothing follows the document, or a second one does."""
        text = self.source.text
        rest = _AFTER_DOCUMENT.match(text, event.end_mark.index)
        offset = event.end_mark.index if rest is None else rest.end()
        if offset < len(text) and (event.explicit or text.startswith(("---", "%"), offset)):
            refusals.refuse_document(self.inspection.report, self.source.place(offset))
            return True
        return offset >= len(text)

    def _complaint(self, error: yaml.YAMLError) -> Complaint:
        """Put the parser's own error into terms that know nothing of PyYAML."""
        mark = getattr(error, "problem_mark", None)
        context_mark = getattr(error, "context_mark", None) or mark
        last, quoted = self._last, None
        if type(last) is ScalarEvent and last.style in ('"', "'"):
            start, end = self._last.start_mark, self._last.end_mark
            quoted = (start.line, start.column, end.line, end.column)
        return Complaint(
            getattr(error, "problem", None) or "",
            getattr(error, "context", None) or "",
            mark.line if mark else 0,
            mark.column if mark else 0,
            context_mark.line if context_mark else 0,
            context_mark.column if context_mark else 0,
            quoted,
            self._open[-1].place if len(self._open) > 1 else None,
        )
