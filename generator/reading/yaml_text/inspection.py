"""Checks keys and values as written: rejected constructs, and likely mistakes.

The tree calls it for unusual values only; every finding goes into the report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.findings import Severity
from generator.reading.yaml_text import pasted, refusals, typing_mistakes
from generator.reading.yaml_text.advice import Explanation
from generator.reading.yaml_text.events import Node
from generator.reading.yaml_text.file_findings import FileFindings
from generator.reading.yaml_text.folding import Seam
from generator.reading.yaml_text.indicators import special_start, value_at
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.source import ValuePath
from generator.reading.yaml_text.special_characters import CURLY_QUOTES, FORBIDDEN, ODD_SPACES

_STUCK_KEY = re.compile(rf"(?P<key>[a-z_][a-z0-9_]*|{typing_mistakes.YEAR_KEY}):(?=[^\s/])(?P<value>.*)", re.DOTALL)
_STUCK_ITEM = re.compile(r"(?P<key>[a-z_]+):[\"'\u0e00-\u0e7f]")
_STUCK_DASH = re.compile(r"-[a-z_]+$")
_THOUSANDS = re.compile("[0-9๐-๙]{1,3}(?:,[0-9๐-๙]{3})+")
_THREE_DIGITS = re.compile("[0-9๐-๙]{3}(?![0-9๐-๙])")
_BEFORE_THOUSANDS = re.compile("(?P<start>^|[^0-9๐-๙])(?P<digits>[0-9๐-๙]{1,3}),$")
DIGITS_BETWEEN_COMMAS = 3
"""Shorter digits are not part of a number cut by a comma."""
_LONGEST_BEFORE = 5
"""Characters: three digits, a comma, and the part before them."""
_NODE_PROPERTY = re.compile(r"[&!]")
SUSPECT_BEGINNINGS = frozenset(
    {"", "<", "-", "(", "o", *CURLY_QUOTES, *ODD_SPACES, *pasted.ROUND_BULLETS, *pasted.DASHES}
)
"""First characters of unquoted keys that need a closer check, as do keys with a colon."""


@dataclass(slots=True)
class Cut:
    """A text within braces cut by a comma: offsets of its start, of the rest, and of its end."""

    start: int
    tail: int
    end: int
    path: ValuePath


class Inspection:
    """Findings of one text, collected while its values are read. Lines and columns count from 1."""

    def __init__(self, source: SourceText, name: str) -> None:
        """Take the text, and the file name for findings."""
        self.source = source
        self.report = FileFindings(name)
        self.odd_lines: list[int] = []
        """Lines (from 0) indented with characters that only look like spaces."""
        self.bullet_lines: list[int] = []
        """Lines that begin with a Word bullet instead of a dash."""
        self.dashless_lines: list[int] = []
        """Lines where a list item begins without a dash."""
        self.gapless_lines: list[int] = []
        """Lines with a key without a space after its colon."""
        self._anchors: set[str] = set()

    def second_look(self) -> Explanation | None:
        """Explain text that parsed with another meaning than intended, if it can be mended; most reliable first."""
        if self.odd_lines:
            return typing_mistakes.odd_indentation(self.source, self.odd_lines)
        if self.bullet_lines and (found := pasted.bullets(self.source, sorted(set(self.bullet_lines)))):
            return found
        if self.dashless_lines:
            return pasted.missing_dashes(self.source, self.dashless_lines)
        if self.gapless_lines:
            return typing_mistakes.fill_gaps(self.source, self.gapless_lines)
        return None

    # Keys.

    def refuse_key(self, line: int, column: int, path: ValuePath) -> None:
        """Report a key that is not a text."""
        text = self.source.line(line - 1)[column - 1 :]
        refusals.refuse_key(self.report, text, (line, column), path)

    def plain_key(self, key: str, line: int, column: int, path: ValuePath) -> bool:
        """Report mistakes in an unquoted key; return whether it can be used."""
        if not key:
            self.refuse_key(line, column, path)
            return False
        if key == "<<":
            refusals.refuse_merge(self.report, (line, column), path)
            return False
        if key[0] in ODD_SPACES and not self.source.line(line - 1)[: column - 1].strip():
            self.odd_lines.append(line - 1)
        if pasted.BULLET_KEY.match(key) and not self.source.line(line - 1)[: column - 1].strip():
            self.bullet_lines.append(line - 1)
            return False
        if found := _STUCK_KEY.match(key):
            self.report.advise(typing_mistakes.stuck_colon(key, found["key"], line, column + found.end("key")), path)
            return False
        if _STUCK_DASH.match(key):
            if self.source.line(line - 1)[: column - 1].strip():
                self.report.advise(typing_mistakes.stuck_dash(f"{key}:", line, column), path)
            else:
                self.bullet_lines.append(line - 1)
            return False
        if key[0] in CURLY_QUOTES:
            self.curly_quotes(key, line, column, path)
        return True

    # Values that are always rejected.

    def properties(self, event: Node, path: ValuePath) -> None:
        """Report an anchor or a tag, each at its position."""
        offset, end = event.start_mark.index, event.start_mark.index + 2_000
        wanted = {"&": event.anchor, "!": event.tag}
        for match in _NODE_PROPERTY.finditer(self.source.text, offset, end):
            name = wanted.pop(match[0], None)
            if name is None:
                continue
            place = self.source.place(match.start())
            if match[0] == "!":
                refusals.refuse_tag(self.report, self.source.line(place[0] - 1)[place[1] - 1 :], place, path)
            else:
                self._anchors.add(name)
                refusals.refuse_anchor(self.report, name, place, path)
            if not any(wanted.values()):
                return

    def alias(self, event: Node, path: ValuePath) -> None:
        """Report `*name` if the anchor exists, else a text that merely begins with `*`."""
        mark = event.start_mark
        if event.anchor in self._anchors:
            refusals.refuse_alias(self.report, event.anchor, (mark.line + 1, mark.column + 1), path)
        else:
            value = value_at(self.source, mark.line, mark.column)
            self.report.advise(special_start(value, mark.line + 1, mark.column + 1), path)

    def escapes(self, value: str, line: int, column: int, path: ValuePath) -> None:
        """Report a forbidden character written as an escape."""
        found = FORBIDDEN.search(value)
        if found is not None:
            refusals.refuse_escape(self.report, found[0], value, (line, column), path)

    def split_number(self, value: str, line: int, column: int, path: ValuePath) -> bool:
        """Report `10,000` within brackets, where YAML ends a value at each comma; return whether `value` is part of it.

        `value` begins with a digit. Reported once per number, at its start.
        """
        if _THREE_DIGITS.match(value) is None:
            return False
        text = self.source.line(line - 1)
        before = _BEFORE_THOUSANDS.search(text, max(0, column - 1 - _LONGEST_BEFORE), column - 1)
        if before is None:
            return False
        if before["start"] != ",":
            number = _THOUSANDS.match(text, before.start("digits"))
            self.report.advise(
                typing_mistakes.split_number(number[0] if number else "", line, before.start("digits") + 1), path
            )
        return True

    # Values that are allowed, but likely mistakes.

    def curly_quotes(self, text: str, line: int, column: int, path: ValuePath) -> None:
        """Warn of curly quotes around a text."""
        advice = typing_mistakes.curly_quotes(text, line, column, parsed=True)
        if advice is not None:
            self.report.advise(advice, path)

    def cut_off(self, value: str, offset: int, path: ValuePath) -> None:
        """Warn of ` #` after a value; after an empty one only if a word follows the `#` directly."""
        line, column = self.source.place(offset)
        comment = self.source.line(line - 1)[column:]
        if value or comment[1:2].strip():
            self.report.advise(typing_mistakes.cut_off(value, comment, line, column + 1), path)

    def stuck_pair(self, key: str) -> tuple[str, str] | None:
        """Return key and value of a key within braces that contains both, for lack of a space after its colon."""
        found = _STUCK_KEY.fullmatch(key)
        return (found["key"].strip(), found["value"]) if found else None

    def stuck_item(self, value: str, line: int, column: int, path: ValuePath) -> None:
        """Report `- name:text`, which YAML parses as a text, not a mapping."""
        if found := _STUCK_ITEM.match(value):
            self.report.advise(typing_mistakes.stuck_colon(value, found["key"], line, column + found.end("key")), path)

    def swallowed_keys(self, first: int, last: int, path: ValuePath, *, own_lines: bool) -> None:
        """Report keys in a text on lines `first` to `last` (from 0) whose space after the colon is missing.

        `own_lines`: the text starts its first line, so that the keys may be a group.
        """
        found = [
            number for number in range(first, last + 1) if typing_mistakes.MISSING_GAP.match(self.source.line(number))
        ]
        if own_lines and found and found[0] == first:
            self.gapless_lines += found
            return
        for number in found:
            if advice := typing_mistakes.missing_gap(self.source, number):
                self.report.advise(advice, path)

    def pasted_text(self, value: str, first: int, last: int, column: int, path: ValuePath, *, own_lines: bool) -> bool:
        """Report bullets and spreadsheet rows in an unquoted text on lines (from 0) `first` to `last`."""
        source = self.source
        if own_lines and pasted.is_bullet_text(source.line(first)):
            lines = [number for number in range(first, last + 1) if pasted.is_bullet_text(source.line(number))]
            if len(lines) > 1 or pasted.has_round_bullet(source.line(first)):
                self.bullet_lines += lines
                return True
        if pasted.has_cells(value):
            is_row = last > first or value.count("\t") > 1
            severity = Severity.ERROR if is_row else Severity.WARNING
            text = source.line(first)[column:].strip() if last > first else value
            self.report.advise(pasted.row(text, first + 1, column + 1, severity=severity), path)
            return True
        return False

    def seams(self, seams: list[Seam], line: int, column: int, path: ValuePath) -> None:
        """Warn of line breaks with an uncertain space in a text; once per text."""
        one = next((seam for seam in seams if not seam.joined), seams[0])
        advice = typing_mistakes.cut_word(one.before, one.after, line, column, joined=one.joined, more=len(seams) - 1)
        self.report.advise(advice, path)

    def cut_texts(self, cuts: list[Cut]) -> None:
        """Report the texts within braces that a comma has cut, each with all its parts."""
        for cut in cuts:
            line, column = self.source.place(cut.start)
            text = " ".join(self.source.text[cut.start : cut.end].split())
            tail = " ".join(self.source.text[cut.tail : cut.end].split())
            self.report.advise(typing_mistakes.comma_in_text(text, tail, line, column), cut.path)

    def bare_key(self, key: str, line: int, column: int, path: ValuePath) -> None:
        """Report a key within braces without colon and value that is not part of the text before it."""
        self.report.advise(typing_mistakes.key_without_colon(key, line, column), path)
