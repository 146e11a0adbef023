"""Moves lines that begin at a wrong column to the only column that fits their neighbours.

In: the text and the line where the parser failed. Out: advice on the misplaced line, and the text with the lines moved
and missing dashes inserted. Where two columns would fit, nothing is moved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.reading.yaml_text.advice import Advice, Explanation
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.pasted import missing_dash
from generator.reading.yaml_text.special_characters import shorten

_KEY = re.compile(r"[a-z_][a-z0-9_]*|[0-9๐-๙]{4}")
"""The keys of content files: only a line that begins with one is moved."""
_DASH = 2
"""Columns of a dash and the blank after it."""


def wrong_depth(source: SourceText, number: int, before: int | None) -> Advice:
    """Explain that a line (from 0) does not begin at the column of its neighbours; `before` is the entry above it."""
    place = "" if before is None else f" (บรรทัดก่อนหน้าคือบรรทัดที่ {before + 1})"
    return Advice(
        "YAML-028",
        number + 1,
        (source.indent(number) or 0) + 1,
        f"ย่อหน้าของ “{shorten(source.line(number))}” ไม่ตรงกับบรรทัดอื่นในกลุ่มเดียวกัน{place}",
        "จัดให้หัวข้อที่อยู่กลุ่มเดียวกันเริ่มที่คอลัมน์เดียวกัน และหัวข้อย่อยเยื้องเข้าไปสองวรรคจากหัวข้อใหญ่",
    )


def moved_lines(source: SourceText, number: int) -> Explanation | None:
    """Return the advice and the mended text for the line (from 0) where the parser failed; None if unsure."""
    if number in source.block_scalar_lines or not (_has_key(source, number) or source.is_item(number)):
        return None
    above = source.next_entry(number, -1)
    if above is None or above in source.block_scalar_lines:
        return None
    lines = _Neighbours(source, number, above)
    move = lines.of_item() if source.is_item(number) else lines.of_key()
    return move.explanation(source) if move else None


def _has_key(source: SourceText, number: int) -> bool:
    line = source.line(number)
    return (
        "\t" not in line[: source.indent(number)]
        and (key := source.entry(number).key) is not None
        and _KEY.fullmatch(key) is not None
    )


@dataclass(slots=True)
class _Move:
    """Lines to move, and the one to blame for it."""

    blamed: int
    columns: dict[int, int] = field(default_factory=dict)
    """Line (from 0) -> columns to the right; negative to the left."""
    dash_at: int | None = None
    """Column of the dash that the blamed line lacks."""

    def explanation(self, source: SourceText) -> Explanation:
        advice = (
            wrong_depth(source, self.blamed, source.next_entry(self.blamed, -1))
            if self.dash_at is None
            else missing_dash(source, self.blamed)
        )
        replaced = {}
        for number, columns in self.columns.items():
            line = source.line(number)
            replaced[number] = " " * columns + line if columns >= 0 else line[-columns:]
        if self.dash_at is not None:
            line = replaced.get(self.blamed, source.line(self.blamed))
            replaced[self.blamed] = f"{line[: self.dash_at]}-{line[self.dash_at + 1 :]}"
        return Explanation([advice], source.with_lines(replaced), moved=tuple(self.columns.items()))


class _Neighbours:
    """The lines around the one where the parser failed."""

    def __init__(self, source: SourceText, number: int, above: int) -> None:
        self._source = source
        self._line, self._above = number, above
        self._depth, self._depth_above = self._begin(number), self._begin(above)

    def _begin(self, number: int) -> int:
        """Return the column of the key of a line."""
        return self._source.entry(number).lead

    def _next(self, number: int) -> int | None:
        return self._source.next_entry(number)

    def _block(self, first: int, last: int, columns: int) -> dict[int, int]:
        """Return the move of all entries of some lines."""
        source = self._source
        return {number: columns for number in range(first, last + 1) if source.indent(number) is not None}

    def of_key(self) -> _Move | None:
        """Return the move for a line that begins with a key."""
        if self._depth > self._depth_above:
            return self._deeper_key()
        if self._depth == self._depth_above:
            return None
        return self._item_without_dash() or self._shallow_key() or self._first_group()

    def _deeper_key(self) -> _Move | None:
        """A key below a line whose value is complete: it is a sibling, or the line above begins too far left."""
        source, above = self._source, self._above
        if not source.entry(above).value or not _has_key(source, above):
            return None
        below = self._next(self._line)
        if not source.entry(self._line).value and below is not None and self._begin(below) == self._depth:
            return None  # what follows may be its content, or its siblings
        last = source.end_of_group(self._line)
        following, before = self._next(last), source.next_entry(above, -1)
        by = self._depth - self._depth_above
        is_next_item = following is not None and source.is_item(following) and self._begin(following) == self._depth
        dash_at = source.indent(following) if following is not None and is_next_item else None
        if dash_at == self._depth_above and not source.is_item(above):
            return _Move(above, {above: by}, dash_at)  # the dash of the first item was deleted
        if dash_at is not None and source.is_item(above) and not self._has_item_before(above):
            return _Move(above, {above: by})
        if before is not None and not source.entry(before).value and self._begin(before) == self._depth_above:
            return _Move(above, {above: by}) if not source.is_item(above) else None  # the first line of a group
        if before is not None and self._begin(before) == self._depth:
            is_inside = following is not None and (source.indent(following) or 0) > self._depth_above
            return _Move(above, {above: by}) if is_inside and not source.is_item(above) else None
        return _Move(self._line, self._block(self._line, last, -by))

    def _has_item_before(self, item: int) -> bool:
        """Return whether a list item stands at the same column above, in the same list."""
        source, indent = self._source, self._source.indent(item) or 0
        before = source.next_entry(item, -1)
        while before is not None and (source.indent(before) or 0) > indent:
            before = source.next_entry(before, -1)
        return before is not None and source.indent(before) == indent and source.is_item(before)

    def _first_group(self) -> _Move | None:
        """The keys above form the start of the block, and begin further right than this key."""
        source, around = self._source, self._source.around(self._line)
        if around is not None and (source.entry(around).value or self._begin(around) >= self._depth):
            return None
        first = self._next(-1 if around is None else around)
        if first is None or first >= self._line or not _has_key(source, first):
            return None
        by = self._begin(first) - self._depth
        if by <= 0 or source.is_item(first):
            return None
        following = self._next(self._line)
        is_one_of_many = following is not None and self._begin(following) == self._depth
        return _Move(first if is_one_of_many else self._line, self._block(first, self._line - 1, -by))

    def _shallow_key(self) -> _Move | None:
        """A key further left than the entries above and below, which belong together."""
        source, following = self._source, self._next(self._line)
        if following is None or source.is_item(following) or not _has_key(source, following):
            return None
        has_value = bool(source.entry(self._line).value)
        fits = self._begin(following) == self._depth_above if has_value else self._begin(following) > self._depth_above
        if not fits or self._item_above_like_this() is not None:
            return None
        return _Move(self._line, {self._line: self._depth_above - self._depth})

    def _item_without_dash(self) -> _Move | None:
        """A key at the column of the dashes above, which begin with the same key: its own dash was deleted."""
        source, item, following = self._source, self._item_above_like_this(), self._next(self._line)
        if item is None or source.indent(item) != self._depth:
            return None
        if following is not None and not source.is_item(following) and self._begin(following) != self._begin(item):
            return None
        by = self._begin(item) - self._depth
        return _Move(self._line, {self._line: by}, self._depth)

    def _item_above_like_this(self) -> int | None:
        """Return the item that the line above belongs to, if it begins with the same key as this line."""
        source, item = self._source, self._item_of(self._above)
        return item if item is not None and source.entry(item).key == source.entry(self._line).key else None

    def _item_of(self, number: int) -> int | None:
        """Return the first line of the list item that contains a line."""
        item: int | None = number
        while item is not None and not self._source.is_item(item):
            item = self._source.around(item)
        return item

    def of_item(self) -> _Move | None:
        """Return the move for a line that begins with a dash."""
        source, dash = self._source, self._source.indent(self._line) or 0
        sibling = self._item_above(self._above, dash)
        if sibling is not None:
            return self._deeper_item(sibling, dash)
        around = source.around(self._line)
        if around is not None and around == self._above and source.entry(around).value:
            if source.indent(around) == dash and self._is_like(around):
                return _Move(around, {around: _DASH}, dash)  # an item on one line, whose dash was deleted
            return self._last_key_of_item()
        if around is None or source.entry(around).value or source.entry(around).key is None:
            return None
        first = self._next(around)
        if first is None or first >= self._line:
            return None
        if not source.is_item(first):
            return self._first_without_dash(around, first, dash)
        by = (source.indent(first) or 0) - dash
        if by <= 0 or not self._is_like(first):
            return None
        below = self._next_like_this()
        if self._next(source.block(first)[1]) == self._line and below is not None and source.indent(below) == dash:
            return _Move(first, self._block(first, self._line - 1, -by))
        return self._item_to(first, by)

    def _next_like_this(self) -> int | None:
        """Return the next item that looks like this one, if no key at the margin comes first."""
        following = self._next(self._line)
        while following is not None and (self._source.is_item(following) or self._source.indent(following)):
            if self._source.is_item(following) and self._is_like(following):
                return following
            following = self._next(following)
        return None

    def _item_to(self, sibling: int, by: int) -> _Move:
        """Return the move of this item beside another one, with its keys unless they stand where they should."""
        source, following = self._source, self._next(self._line)
        is_alone = following is None or self._begin(following) == self._begin(sibling) or source.is_item(following)
        if is_alone:
            return _Move(self._line, {self._line: by})
        last, below = source.block(self._line)[1], self._next_like_this()
        return _Move(self._line, self._block(self._line, last if below is None else min(last, below - 1), by))

    def _is_like(self, item: int) -> bool:
        """Return whether an entry looks like this item: with the same first key, or both in braces."""
        here, there = self._source.entry(self._line), self._source.entry(item)
        return here.key == there.key and (here.key is not None or here.value[:1] == there.value[:1] == "{")

    def _item_above(self, start: int, dash: int) -> int | None:
        """Return the item further left that the line above belongs to, if it looks like this one."""
        item: int | None = start
        while item is not None:
            if self._source.is_item(item) and (self._source.indent(item) or 0) < dash and self._is_like(item):
                return item
            item = self._source.around(item)
        return None

    def _deeper_item(self, sibling: int, dash: int) -> _Move | None:
        """An item further right than the one before; or that one is the only one so far left."""
        source = self._source
        by = (source.indent(sibling) or 0) - dash
        below = self._next_like_this()
        if below is not None and source.indent(below) == dash and not self._has_item_before(sibling):
            return _Move(sibling, {sibling: -by}) if self._next(sibling) == self._line else None
        return self._item_to(sibling, by)

    def _last_key_of_item(self) -> _Move | None:
        """The line above is the last key of the item before, and begins too far left."""
        source, above = self._source, self._above
        before = source.next_entry(above, -1)
        if before is None or not _has_key(source, above) or self._begin(before) != self._depth:
            return None
        item = self._item_of(before)
        if item is None or source.indent(item) != source.indent(self._line):
            return None
        return _Move(above, {above: self._depth - self._depth_above})

    def _first_without_dash(self, around: int, first: int, dash: int) -> _Move | None:
        """The first item has no dash, or its first line is missing."""
        is_aligned = self._begin(first) == self._depth and dash > self._begin(around)
        if not (self._is_like(first) or (is_aligned and _has_key(self._source, first))):
            return None
        by = dash + _DASH - self._begin(first)
        if by == _DASH and self._next(first) == self._line:
            return _Move(first, {first: by}, dash)
        return _Move(first, {}, dash) if by <= 0 else None
