"""Builds data and positions from libyaml's events in one pass with an explicit stack, so that depth cannot overflow it.

Runs once per value of every plan in the country, so checks on each value must be cheap.
"""

from __future__ import annotations

import re
from itertools import islice
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
from generator.reading.yaml_text.advice import Complaint, Explanation
from generator.reading.yaml_text.events import Collection, DocumentEnd, EventMark, Node, Scalar
from generator.reading.yaml_text.folding import Seam, unfold
from generator.reading.yaml_text.inspection import DIGITS_BETWEEN_COMMAS, SUSPECT_BEGINNINGS, Cut, Inspection
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.source import Branch, Lost, PlainData, Position, ValuePath
from generator.reading.yaml_text.special_characters import CURLY_QUOTES
from generator.reading.yaml_text.typing_mistakes import stuck_colon

_Loader: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

NULLS = frozenset({"null", "Null", "NULL", "~"})
"""Unquoted words that mean no value in YAML."""
_BARE = re.compile(r"\s*[,}]")
_COMMENT = re.compile(r"(?<=\S) #")
_AFTER_DOCUMENT = re.compile(r"(?:(?:\.\.\.)?+[ \t]*+(?:#[^\r\n]*+)?+(?:[\r\n]++|\Z))*+")


class _Open:
    """An open mapping or list; the outermost one represents the file and contains its value."""

    __slots__ = ("around", "as_key", "at", "branch", "data", "in_braces", "is_mapping", "key", "wants_key")

    def __init__(
        self,
        data: dict[str, PlainData] | list[PlainData],
        branch: Branch,
        around: _Open | None,
        at: str | int | None,
        as_key: bool,
        is_flow: bool = False,
    ) -> None:
        self.data = data
        self.is_mapping = type(data) is dict and around is not None
        """Whether it is a mapping, neither a list nor the file."""
        self.in_braces = is_flow and self.is_mapping
        """Whether it is written within `{ }`."""
        self.branch = branch
        """Its positions; attached to nothing inside discarded parts, such as the value of a duplicate key."""
        self.around = around
        """The mapping or list that contains it."""
        self.at = at
        """Its key or index there; None if it is discarded."""
        self.as_key = as_key
        """Whether it is in the position of a key."""
        self.wants_key = self.is_mapping
        """Whether the next node is a key, not a value."""
        self.key: str | None = None
        """The key waiting for its value; None if that value is to be discarded."""

    @property
    def path(self) -> ValuePath:
        """Keys and indexes down to it, up to the first discarded one. Only for findings: most values never need it."""
        parts: list[str | int] = []
        open_: _Open | None = self
        while open_ is not None and open_.around is not None:
            parts = [] if open_.at is None else [open_.at, *parts]
            open_ = open_.around
        return tuple(parts[1:])


class Tree:
    """Data and positions, built from the parser's events."""

    def __init__(self, source: SourceText, name: str) -> None:
        """Take the text, and the file name for findings."""
        self.source = source
        self.inspection = Inspection(source, name)
        """Findings so far."""
        self.root = Branch(None)
        """The positions of all values."""
        self.too_deep: Position | None = None
        """Line and column (from 0) where nesting became too deep and reading stopped."""
        self.file: dict[str, PlainData] = {}
        """Holds the value of the file under the key `data`."""
        self.dropped: list[Lost] = []
        """Parts read but missing from the data: the value of a duplicate key, an alias, a second document."""
        outermost = _Open(self.file, self.root, None, None, False)
        outermost.key = "data"
        self._open = [outermost]
        self._last: Any = None
        self._text_spans: list[Position] = []
        self._cuts: dict[int, Cut] = {}
        text = source.text
        self._comments = {match.start() for match in _COMMENT.finditer(text)} if " #" in text else set()

    @property
    def data(self) -> PlainData:
        """The file's value; None if it has none."""
        return self.file.get("data")

    def text_lines(self) -> set[int]:
        """Return the lines (from 1) that continue a quoted or block text."""
        return {line for first, last in self._text_spans for line in range(first + 1, last + 1)}

    def read(self) -> Complaint | None:
        """Read to the end of the document; return the parser's error, if any."""
        parser: Any = _Loader(self.source.text)
        get_event, scalar, stack = parser.get_event, self._scalar, self._open
        commented, escaped, tabbed = bool(self._comments), "\\" in self.source.text, "\t" in self.source.text
        try:
            while (event := get_event()) is not None:
                kind = type(event)
                if kind is ScalarEvent:
                    # Inlined fast path for nearly all keys and values: on one line and without comment, plain with a
                    # first letter or digit, or quoted; in a list without colon and not part of a number cut by a comma.
                    # `_scalar` handles the rest.
                    open_, text, mark = stack[-1], event.value, event.start_mark
                    if event.anchor is not None or event.tag is not None:
                        scalar(event)
                    elif not open_.is_mapping:
                        data = open_.data
                        is_harmless = (
                            not (event.style or commented or tabbed or ":" in text or ")" in text or text in NULLS)
                            and (text[:1].isalpha() or (len(text) < DIGITS_BETWEEN_COMMAS and text.isalnum()))
                            and mark.line == event.end_mark.line
                        )
                        if is_harmless and type(data) is list:
                            open_.branch.values[len(data)] = mark
                            data.append(text)
                        else:
                            scalar(event)
                    elif event.style:
                        if open_.wants_key or open_.key is None or escaped or mark.line != event.end_mark.line:
                            scalar(event)
                        else:
                            open_.data[open_.key] = text  # type: ignore[call-overload]  # is_mapping: a mapping
                            open_.branch.values[open_.key] = mark
                            open_.wants_key = True
                    elif open_.wants_key:
                        if text.isidentifier() and text not in open_.branch.keys and not open_.in_braces:
                            open_.branch.keys[text] = mark
                            open_.key, open_.wants_key = text, False
                        else:
                            scalar(event)
                    elif (open_.key is None or commented or tabbed or not text[:1].isalnum()) or (
                        mark.line != event.end_mark.line or text in NULLS or ":" in text
                    ):
                        scalar(event)
                    else:
                        open_.data[open_.key] = text  # type: ignore[call-overload]  # is_mapping: a mapping
                        open_.branch.values[open_.key] = mark
                        open_.wants_key = True
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    if self._open.pop().as_key:
                        self._open[-1].wants_key = False
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    self._start(event, {} if kind is MappingStartEvent else [])
                    if len(self._open) > refusals.MAX_DEPTH + 1:
                        self.too_deep = _place(event.start_mark)
                        return None
                elif kind is AliasEvent:
                    self._alias(event)
                elif kind is DocumentEndEvent and self._ends_after(event):
                    return None
                elif kind is DocumentStartEvent and type(self._last) is DocumentEndEvent:
                    self._refuse_document(event.start_mark.index)
                    return None
                self._last = event
        except yaml.YAMLError as error:
            return self._complaint(error)
        finally:
            parser.dispose()
            self.inspection.cut_texts(list(self._cuts.values()))
        return None

    def second_look(self) -> Explanation | None:
        """Explain text that was read completely, or to the depth limit, with another meaning than intended."""
        if self.too_deep is not None:
            line, column = self.too_deep
            return Explanation([refusals.too_deep(line + 1, column + 1)])
        return self.inspection.second_look()

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
            several = mark.line != last.line
            value, seams = self._unfolded(event) if several and not value.isascii() else (value, [])
            at = self._put(open_, value, mark)
            if several:
                self._text_spans.append((mark.line + 1, last.line + 1))
            if seams:
                self.inspection.seams(seams, mark.line + 1, mark.column + 1, _path(open_, at))
            if event.style == '"' and "\\" in self.source.text:
                self.inspection.escapes(value, mark.line + 1, mark.column + 1, _path(open_, at))
            return
        if value in NULLS:
            value = ""
        if type(open_.data) is list and ")" in value and self._closes_item(open_, event):
            return
        self._plain(open_, event, value)

    def _plain(self, open_: _Open, event: Scalar, value: str) -> None:
        """Put an unquoted value in its position, after closer checks."""
        mark, last = event.start_mark, event.end_mark
        several = mark.line != last.line
        seams: list[Seam] = []
        if several and not value.isascii():
            value, seams = self._unfolded(event)
        if self._joins_number(open_, event, value):
            return
        at = self._put(open_, value or None, mark)
        path = _path(open_, at)
        own_lines = not self.source.line(mark.line)[: mark.column].strip(" ")
        pasted = bool(value) and self.inspection.pasted_text(
            value, mark.line, last.line, mark.column, path, own_lines=own_lines and open_.is_mapping
        )
        if (several or own_lines) and not pasted:
            alone = own_lines and type(open_.data) is dict
            self.inspection.swallowed_keys(mark.line + (not alone), last.line, path, own_lines=alone)
        if seams and not pasted:
            self.inspection.seams(seams, mark.line + 1, mark.column + 1, path)
        if self._comments and last.index in self._comments:
            self.inspection.cut_off(value, last.index, path)
        if not value:
            return
        if value[0] in CURLY_QUOTES:
            self.inspection.curly_quotes(value, mark.line + 1, mark.column + 1, path)
        if type(open_.data) is list and ":" in value:
            self.inspection.stuck_item(value, mark.line + 1, mark.column + 1, path)

    def _is_in_brackets(self, open_: _Open) -> bool:
        place = open_.branch.place
        return place is not None and self.source.text.startswith("[", place.index)

    def _unfolded(self, event: Scalar) -> tuple[str, list[Seam]]:
        """Return a text of several lines without the spaces that the parser put between Thai letters."""
        mark, last = event.start_mark, event.end_mark
        if event.style in ("|", ">"):
            return unfold(event.value, self.source.lines[mark.line + 1 : last.line + 1], mark.line + 1, event.style)
        quotes = 1 if event.style else 0
        written = SourceText(self.source.text[mark.index + quotes : last.index - quotes])
        return unfold(event.value, written.lines, mark.line, event.style)

    def _joins_number(self, open_: _Open, event: Scalar, value: str) -> bool:
        """Append the rest of a number that a comma within `[ ]` has cut to its start."""
        data, mark = open_.data, event.start_mark
        if type(data) is not list or not value[:1].isdigit():
            return False
        path = (*open_.path, max(0, len(data) - 1))
        if not self.inspection.split_number(value, mark.line + 1, mark.column + 1, path):
            return False
        before = data[-1] if data else None
        if isinstance(before, str):
            data[-1] = f"{before},{value}"
        return isinstance(before, str)

    def _closes_item(self, open_: _Open, event: Scalar) -> bool:
        """Append the rest of a text in round brackets that a comma within `[ ]` has cut to its start."""
        data, text = open_.data, self.source.text
        if (
            not isinstance(data, list)
            or event.value.count(")") <= event.value.count("(")
            or not self._is_in_brackets(open_)
        ):
            return False
        at, surplus = len(data) - 1, 0
        while at >= 0 and isinstance(item := data[at], str) and surplus <= 0:
            surplus += item.count("(") - item.count(")")
            at -= 1
        start = open_.branch.values[at + 1] if surplus > 0 else event.start_mark
        if surplus <= 0 or text[start.index] in "\"'":
            return False
        at += 1
        tail = open_.branch.values.get(at + 1, event.start_mark)
        data[at:] = [" ".join(text[start.index : event.end_mark.index].split())]
        for index in [index for index in open_.branch.values if index != at and int(index) > at]:
            del open_.branch.values[index]
        self._cuts[start.index] = Cut(start.index, tail.index, event.end_mark.index, (*open_.path, at))
        return True

    def _put(self, open_: _Open, value: PlainData, mark: EventMark) -> str | int | None:
        """Put a value in its position; return its key or index, None if it is discarded."""
        data = open_.data
        at: str | int | None
        if isinstance(data, dict):
            open_.wants_key = True
            at = open_.key
            if at is None:
                self._drop(value, mark, open_.path)
                return None
            if value is not None or not open_.is_mapping:
                data[at] = value
        else:
            at = len(data)
            data.append(value)
        open_.branch.values[at] = mark
        return at

    def _start(self, event: Collection, data: dict[str, PlainData] | list[PlainData]) -> None:
        open_ = self._open[-1]
        if event.anchor is not None or event.tag is not None:
            self.inspection.properties(event, open_.path)
        mark = event.start_mark
        branch = Branch(mark)
        at = None
        as_key = open_.wants_key
        if as_key:
            if not any(around.as_key for around in self._open):
                self.inspection.refuse_key(mark.line + 1, mark.column + 1, open_.path)
            open_.key = None
        else:
            at = self._put(open_, data, mark)
            if at is not None:
                open_.branch.branches[at] = branch
        self._open.append(_Open(data, branch, open_, at, as_key, event.flow_style))

    def _key(self, open_: _Open, event: Scalar) -> None:
        key: str = event.value
        mark = event.start_mark
        open_.wants_key, open_.key = False, key
        if event.style:
            if event.style == '"':
                self.inspection.escapes(key, mark.line + 1, mark.column + 1, (*open_.path, key))
        elif open_.in_braces and self._is_kept() and _BARE.match(self.source.text, event.end_mark.index):
            self._bare_key(open_, event)
            return
        elif self._is_no_key(open_, key, mark):
            open_.key = None
            return
        if key in open_.branch.keys:
            is_empty = isinstance(open_.data, dict) and key not in open_.data
            open_.key = key if is_empty else None  # of two, the one with a value counts
            if self._is_kept() and not self._lacks_dash(open_, key, mark):
                first, place = open_.branch.keys[key].line + 1, (mark.line + 1, mark.column + 1)
                refusals.refuse_duplicate(self.inspection.report, key, first, place, (*open_.path, key))
        else:
            open_.branch.keys[key] = mark

    def _is_no_key(self, open_: _Open, key: str, mark: EventMark) -> bool:
        """Return whether the node in a key's position is not a key; the reason has then been reported."""
        suspect, number = key[:1] in SUSPECT_BEGINNINGS or ":" in key, key[:1].isdigit()
        suspect = suspect or (number and not key.isalnum())
        if not (suspect or number):
            return False
        line, column = mark.line + 1, mark.column + 1
        if suspect and not self.inspection.plain_key(key, line, column, open_.path):
            return True
        return number and self.inspection.split_number(key, line, column, (*open_.path, key))

    def _bare_key(self, open_: _Open, event: Scalar) -> None:
        """Handle text within `{ }` without a colon: usually the rest of a text with a comma."""
        key, mark, branch, data = event.value, event.start_mark, open_.branch, open_.data
        line, column = mark.line + 1, mark.column + 1
        open_.key = None
        if not isinstance(data, dict):
            return
        pair = self.inspection.stuck_pair(key)
        if pair and pair[0] not in branch.keys:
            data[pair[0]] = pair[1]
            branch.keys[pair[0]] = branch.values[pair[0]] = mark
            path = (*open_.path, pair[0])
            self.inspection.report.advise(stuck_colon(key, pair[0], line, column + key.index(":")), path)
            return
        before = next(reversed(branch.keys), None)
        start = branch.values.get(before) if before is not None else None
        value = data.get(before) if before is not None else None
        joined = " ".join(self.source.text[start.index : event.end_mark.index].split()) if start else ""
        if before is not None and start and isinstance(value, str) and joined[:1] not in "\"'":
            path = (*open_.path, before)
            if self.inspection.split_number(key, line, column, path):
                data[before] = joined
                return
            if not (key.isascii() and key.isidentifier()):
                data[before] = joined
                cut = self._cuts.setdefault(start.index, Cut(start.index, mark.index, 0, path))
                cut.end = event.end_mark.index
                return
        self.inspection.bare_key(key, line, column, open_.path)
        self._drop(key, mark, open_.path)

    def _lacks_dash(self, open_: _Open, key: str, mark: EventMark) -> bool:
        """Return whether a duplicate key is due to a list item without a dash; it is then mended."""
        keys, around, line = open_.branch.keys, open_.around, mark.line
        if around is None or type(around.data) is not list or key not in islice(keys, 2) or mark.column < 2:
            return False
        following = self.source.next_entry(line)
        if (
            (open_.in_braces or self.source.indent(line) != mark.column)
            or (following is None or self.source.indent(following) != mark.column)
            or (self.source.is_item(following) or self.source.entry(following).key in (None, key))
        ):
            return False
        above, dashless = self.source.next_entry(line, -1), self.inspection.dashless_lines
        if key != next(iter(keys)) and (self.source.entry(following).key not in keys or above in dashless):
            return False  # an item whose first line is missing repeats its second key, then its third
        dashless.append(line)
        return True

    def _drop(self, value: PlainData, mark: EventMark, path: ValuePath) -> None:
        """Record a value that was read but is missing from the data."""
        if not value and value != [] and value != {}:
            return
        line = mark.line
        if isinstance(value, str):
            self.dropped.append(Lost(line + 1, line + 1, value, path))
        else:
            last = self.source.block(line)[1]
            text = "\n".join([self.source.line(line)[mark.column :], *self.source.lines[line + 1 : last + 1]])
            self.dropped.append(Lost(line + 1, last + 1, text, path))

    def _is_kept(self) -> bool:
        """Return whether the current node will be in the data."""
        return all(open_.at is not None for open_ in self._open[1:])

    def _alias(self, event: Node) -> None:
        open_ = self._open[-1]
        if open_.wants_key:
            open_.wants_key, open_.key = False, None
            path = open_.path
        else:
            path = _path(open_, self._put(open_, None, event.start_mark))
        self._drop(f"*{event.anchor}", event.start_mark, path)
        last = self._last
        if not (type(last) is ScalarEvent and last.value == "<<" and not last.style):  # else the merge key was reported
            self.inspection.alias(event, path)

    def _refuse_document(self, offset: int) -> None:
        """Report a second document, and record its content as dropped."""
        place = self.source.place(offset)
        refusals.refuse_document(self.inspection.report, place)
        self.dropped.append(Lost(place[0], len(self.source.lines), self.source.text[offset:], ()))

    def _ends_after(self, event: DocumentEnd) -> bool:
        """Return whether reading is over: nothing, or a second document, follows."""
        text = self.source.text
        rest = _AFTER_DOCUMENT.match(text, event.end_mark.index)
        offset = event.end_mark.index if rest is None else rest.end()
        if offset < len(text) and (event.explicit or text.startswith(("---", "%"), offset)):
            self._refuse_document(offset)
            return True
        return offset >= len(text)

    def _complaint(self, error: yaml.YAMLError) -> Complaint:
        """Return the parser's error as a Complaint, independent of PyYAML."""
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
            _place(self._open[-1].branch.place),
        )


def _path(open_: _Open, at: str | int | None) -> ValuePath:
    """Return the path of a value; for a discarded one, the path of its parent."""
    if open_.around is None:
        return ()
    return open_.path if at is None else (*open_.path, at)


def _place(mark: EventMark | None) -> Position | None:
    return (mark.line, mark.column) if mark else None
