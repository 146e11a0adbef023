"""Turns what a YAML parser rejects, and what those who write YAML for the first time get wrong, into advice.

In come the text and the place where the parser gave up; out comes one `Advice` in Thai: what is wrong, exactly where,
what to do, and, where the mistake is confined to one value, the text with that value blanked out (same length, so all
positions stay) from which reading can go on to the next mistake. Knows lines and characters, not plans, and not PyYAML.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.findings import Severity

CURLY_QUOTES = "“”„‟‘’‚‛"
WIDE_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Look like a space, but YAML takes them for a letter."""
INVISIBLES = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060"
"""Have no width at all; they come along when text is pasted from a document or a web page."""

ODD_INDENT = re.compile(rf"[ \t]*([{WIDE_SPACES}{INVISIBLES}])[ \t{WIDE_SPACES}{INVISIBLES}]*")
MISSING_GAP = re.compile(r"[ \t]*(?:-[ \t]+)*(?!(?:https?|mailto|tel|fax):)(?P<key>[a-z_][a-z0-9_]*)[ \t]*:[^\s/:]")
"""A key of ours with its value stuck to the colon; addresses and telephone numbers look alike and are none."""

FORBIDDEN = re.compile("[^\t\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML allows nowhere: control characters, line separators of word processors, halves of characters."""

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_ENTRY = re.compile(
    r"(?P<lead>[ \t]*(?:-[ \t]+)*)"
    r"(?:(?P<key>\"[^\"]*\"|'[^']*'|[^\s:#\"'\[\]{},&*!|>%@`-][^:#]*?|-[^\s:#][^:#]*?):(?:[ \t]+|$))?"
    r"(?P<value>.*)",
    re.DOTALL,
)
_BLOCK_SCALAR = re.compile(r".*(?::|-)[ \t]+[|>][0-9+-]{0,2}[ \t]*(?: #.*)?$")
LONGEST_QUOTE = 60
"""So many characters of a file at most are quoted in a message."""

_QUOTE_IT = "ใส่ค่านี้ทั้งหมดไว้ในเครื่องหมายคำพูด เช่น {example}"


@dataclass(frozen=True, slots=True)
class Complaint:
    """Where and why a parser gave up. Lines and columns count from 0, as the parser counts them."""

    problem: str
    """The parser's own words (English); compared, never shown."""
    context: str
    """What it was doing when it gave up; empty when it does not say."""
    line: int
    column: int
    context_line: int
    context_column: int
    quoted: tuple[int, int, int, int] | None = None
    """First line and column, last line and column of the last value, when that was a quoted one."""
    opened: tuple[int, int] | None = None
    """Where the innermost mapping or list begins that has no end yet."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One mistake, explained. Lines and columns count from 1."""

    code: str
    line: int
    column: int
    message: str
    remedy: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is to be said about one complaint, and the text to go on with, if there is one."""

    advice: list[Advice]
    repaired: str | None = None


@dataclass
class SourceText:
    """A text with its lines as editors count them: CR, LF and CRLF end a line, nothing else does."""

    text: str
    _cache: dict[int, Entry] = field(default_factory=dict, repr=False)

    @cached_property
    def starts(self) -> list[int]:
        """Return the offset at which each line begins."""
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

    def entry(self, number: int) -> Entry:
        """Return line `number` (from 0) taken apart."""
        if number not in self._cache:
            self._cache[number] = Entry.of(self.line(number))
        return self._cache[number]

    def next_entry(self, number: int, step: int = 1) -> int | None:
        """Return the number of the nearest line after (or before) `number` that holds more than a comment."""
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One line taken apart as its author most likely meant it: indentation and dashes, key, value."""

    lead: int
    """Number of characters before the key: spaces and dashes."""
    key: str | None
    value: str
    start: int
    """Column (from 0) at which the value begins."""

    @classmethod
    def of(cls, line: str) -> Entry:
        """Take a line apart."""
        match = _ENTRY.match(line)
        if match is None:  # cannot be: every part of the pattern may be empty
            return cls(0, None, line, 0)
        return cls(len(match["lead"]), match["key"], match["value"].rstrip(), match.start("value"))


def shorten(text: str) -> str:
    """Return a text for use in a message: on one line, at most 60 characters long, and safe to print."""
    text = _UNPRINTABLE.sub("\ufffd", " ".join(text[: 4 * LONGEST_QUOTE].split()))
    if len(text) <= LONGEST_QUOTE:
        return text
    end = LONGEST_QUOTE - 1
    while end > 1 and unicodedata.combining(text[end]):
        end -= 1  # a tone mark must not lose its letter
    return text[:end].rstrip() + "…"


def explain(source: SourceText, complaint: Complaint) -> Explanation:
    """Say what the parser stumbled over, in the terms of the person who wrote the line."""
    for diagnosis in _DIAGNOSES:
        found = diagnosis(source, complaint)
        if found is not None:
            return found
    return _general(source, complaint)


# What the parser lets pass, and is a mistake all the same.


def odd_indentation(source: SourceText, lines: list[int]) -> Explanation:
    """Explain spaces that are no YAML spaces at the beginning of `lines` (from 0), and replace them."""
    advice, replaced = [], {}
    for number in lines:
        line = source.line(number)
        match = ODD_INDENT.match(line)
        if match is None:
            continue
        lead = "".join("" if mark in INVISIBLES else " " for mark in match[0])
        replaced[number] = (lead + line[match.end() :]).ljust(len(line))
        if line[match.end() :].lstrip()[:1] in ("", "#"):
            continue  # an empty line to all who look at it
        name = "อักขระที่มองไม่เห็น" if match[1] in INVISIBLES else "ช่องว่างชนิดพิเศษ"
        advice.append(
            Advice(
                "YAML-024",
                number + 1,
                match.start(1) + 1,
                f"ย่อหน้าของ “{shorten(line[match.end() :])}” มี{name} (U+{ord(match[1]):04X}) ซึ่ง YAML ไม่นับเป็นย่อหน้า",
                "ลบที่ว่างหน้าบรรทัดนี้ทั้งหมด แล้วเคาะเว้นวรรคใหม่ด้วยแป้นวรรคธรรมดา",
            )
        )
    return Explanation(advice, source.with_lines(replaced))


def curly_quotes(value: str, line: int, column: int, *, parsed: bool) -> Advice | None:
    """Explain curly quotes that were meant as quotes; None when they look like a part of the text.

    `“ก” และ “ข”` or `“ก” ข` quote a word inside the text: such a value is left alone when it was read.
    """
    if parsed and any(mark in CURLY_QUOTES for mark in value[1:-1]):
        return None
    return Advice(
        "YAML-023",
        line,
        column,
        f"ค่า {shorten(value)} ขึ้นต้นด้วยเครื่องหมายคำพูดแบบโค้ง ({value[0]}) ซึ่ง YAML ไม่ถือเป็นเครื่องหมายคำพูด"
        + (" จึงถูกเก็บเป็นส่วนหนึ่งของข้อความ" if parsed else ""),
        'เปลี่ยนเป็นเครื่องหมายคำพูดแบบตรง (") ทั้งหน้าและหลังค่า '
        + "หรือหากเครื่องหมายนี้เป็นส่วนหนึ่งของข้อความ ให้ใส่ค่าทั้งหมดไว้ในเครื่องหมาย ' '",
        Severity.WARNING if parsed else Severity.ERROR,
    )


def cut_off(kept: str, comment: str, line: int, column: int) -> Advice:
    """Explain that ` #` began a comment, so that the rest of the value is lost."""
    left = f"เหลือเพียง “{shorten(kept)}”" if kept else "ค่าจึงว่าง"
    return Advice(
        "YAML-026",
        line,
        column,
        f"ข้อความตั้งแต่ “{shorten(comment)}” ถูกตัดออก เพราะเครื่องหมาย # ที่อยู่หลังวรรคเริ่มหมายเหตุ {left}",
        "หาก # เป็นส่วนหนึ่งของข้อความ ให้ใส่ค่าทั้งหมดไว้ในเครื่องหมายคำพูด หากเป็นหมายเหตุ ให้เว้นสองวรรคก่อน #",
        Severity.WARNING,
    )


def missing_gap(source: SourceText, number: int) -> Advice | None:
    """Explain `key:value` on line `number` (from 0); None when the line does not look like that."""
    line = source.line(number)
    match = MISSING_GAP.match(line)
    if match is None:
        return None
    return stuck_colon(line[match.start("key") :], match["key"], number + 1, match.end() - 1)


def stuck_colon(text: str, key: str, line: int, column: int) -> Advice:
    """Explain a colon without a space behind it."""
    return Advice(
        "YAML-029",
        line,
        column,
        f"ไม่มีวรรคหลังเครื่องหมาย : ใน “{shorten(text)}”",
        f"เว้นหนึ่งวรรคหลังเครื่องหมาย : เช่น {key}: ค่า",
    )


def stuck_dash(text: str, line: int, column: int) -> Advice:
    """Explain a list dash without a space behind it."""
    return Advice(
        "YAML-029",
        line,
        column,
        f"ไม่มีวรรคหลังเครื่องหมาย - ที่ขึ้นต้นรายการ “{shorten(text)}”",
        "เว้นหนึ่งวรรคหลังเครื่องหมาย - เช่น - name: ค่า",
    )


def value_at(source: SourceText, number: int, column: int) -> str:
    """Return the value that begins at a column of line `number` (both from 0): to the next comma within brackets."""
    entry, rest = source.entry(number), source.line(number)[column:].rstrip()
    if column > entry.start and entry.value[:1] in _CLOSING:
        rest = re.split(r"[,\]}]", rest, maxsplit=1)[0].rstrip() or rest
    return rest


def special_start(value: str, line: int, column: int) -> Advice:
    """Explain a value whose first character has a meaning of its own in YAML."""
    return Advice(
        "YAML-025",
        line,
        column,
        f"ค่า “{shorten(value)}” ขึ้นต้นด้วยเครื่องหมาย {value[0]} ซึ่งมีความหมายพิเศษใน YAML {_MEANINGS[value[0]]}",
        _remedy_of_start(value),
    )


def _remedy_of_start(value: str) -> str:
    """Return what to do about a value that begins with a character of YAML's own, meant as text or not."""
    mark, remedy = value[0], _QUOTE_IT.format(example=_quoted(value))
    if mark == "-":
        return f"{remedy} หรือหากเป็นรายการ ให้ขึ้นบรรทัดใหม่แล้วเยื้องเข้าไปก่อนเครื่องหมาย -"
    if mark not in _CLOSING:
        return remedy
    closing, kind = _CLOSING[mark]
    if value == mark:
        return f"ปิด{kind}ด้วยเครื่องหมาย {closing} หลังค่าสุดท้าย"
    if _balanced(value.partition(" #")[0]):
        return f"{remedy} หรือหากเป็น{kind} ต้องไม่มีข้อความต่อท้ายเครื่องหมาย {closing}"
    return f"{remedy} หรือหากเป็น{kind} ให้ปิดด้วยเครื่องหมาย {closing}"


_CLOSING = {"[": ("]", "รายการ"), "{": ("}", "กลุ่มหัวข้อ")}
_MEANINGS = {
    "-": "(เริ่มรายการ)",
    "*": "(อ้างถึงค่าที่อื่น)",
    "&": "(ตั้งชื่อให้ค่า)",
    "!": "(กำหนดชนิดของค่า)",
    "%": "(คำสั่งของ YAML)",
    "@": "(สงวนไว้)",
    "`": "(สงวนไว้)",
    "[": "(เริ่มรายการ)",
    "]": "(ปิดรายการ)",
    "{": "(เริ่มกลุ่มหัวข้อ)",
    "}": "(ปิดกลุ่มหัวข้อ)",
    "|": "(เริ่มข้อความหลายบรรทัด ต้องขึ้นบรรทัดใหม่ทันที)",
    ">": "(เริ่มข้อความหลายบรรทัด ต้องขึ้นบรรทัดใหม่ทันที)",
    ",": "(คั่นรายการ)",
    "?": "(เริ่มหัวข้อแบบซับซ้อน)",
    ":": "(คั่นหัวข้อกับค่า)",
}


# One function for one kind of mistake, in the order in which they are tried: the surest sign first.


def _odd_spaces(source: SourceText, complaint: Complaint) -> Explanation | None:
    hidden = set(_block_scalar_lines(source))
    numbers = [n for n, line in enumerate(source.lines) if ODD_INDENT.match(line) and n not in hidden]
    if not any(number <= complaint.line for number in numbers):
        return None
    return odd_indentation(source, numbers)


def _tabs(source: SourceText, complaint: Complaint) -> Explanation | None:
    line = source.line(complaint.line)
    lead = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" not in lead or not (complaint.column <= len(lead) or "tab" in complaint.problem):
        return None
    hidden = set(_block_scalar_lines(source)) - {complaint.line}
    tabbed = [n for n, text in enumerate(source.lines) if n not in hidden and re.match(r" *\t", text)]
    empty = {n for n in tabbed if not source.lines[n].strip() or source.lines[n].lstrip().startswith("#")}
    if complaint.line in empty:  # nothing on the line but a tab, or a comment: no mistake that anybody could see
        return Explanation([], source.with_lines({n: source.lines[n].replace("\t", " ") for n in empty}))
    return Explanation(
        [
            Advice(
                "YAML-022",
                number + 1,
                source.lines[number].index("\t") + 1,
                f"ย่อหน้าของ “{shorten(source.lines[number])}” ใช้แท็บ (Tab) ซึ่ง YAML ไม่รับ",
                "ลบแท็บหน้าบรรทัดนี้ แล้วเคาะวรรคด้วยแป้นวรรคแทน ให้ตรงกับบรรทัดอื่นในกลุ่มเดียวกัน",
            )
            for number in tabbed
            if number not in empty
        ]
    )


def _unclosed_quote(source: SourceText, complaint: Complaint) -> Explanation | None:
    if "quoted scalar" in complaint.context and ("stream" in complaint.problem or "document" in complaint.problem):
        line, column = complaint.context_line, complaint.context_column
    elif complaint.quoted is not None and complaint.quoted[0] < complaint.quoted[2]:
        line, column, last, _ = complaint.quoted
        swallowed = (source.entry(number).key for number in range(line + 1, last + 1))
        if last != complaint.line or not any(swallowed):
            return None
    else:
        return None
    mark, text = source.line(line)[column : column + 1], source.line(line)[column:]
    advice = Advice(
        "YAML-027",
        line + 1,
        column + 1,
        f"เครื่องหมายคำพูด {mark} ที่เปิดไว้ใน “{shorten(text)}” ไม่มีเครื่องหมายปิด",
        f"เติมเครื่องหมาย {mark} ที่ท้ายค่า หากในข้อความมีเครื่องหมาย {mark} ด้วย ให้ใช้เครื่องหมายคำพูดอีกแบบครอบค่าทั้งหมด",
    )
    return Explanation([advice], _without_value(source, line))


def _after_quote(source: SourceText, complaint: Complaint) -> Explanation | None:
    if complaint.quoted is None:
        return None
    first, _, line, column = complaint.quoted
    rest = source.line(line)[column:]
    if line != complaint.line or complaint.column < column or source.line(line)[column : complaint.column].strip():
        return None
    if "key" in complaint.context and source.line(complaint.line)[complaint.column : complaint.column + 1] == ":":
        return None
    mark = source.line(line)[column - 1 : column]
    advice = Advice(
        "YAML-020",
        line + 1,
        complaint.column + 1,
        f"มีข้อความ “{shorten(rest)}” ต่อท้ายเครื่องหมายคำพูดปิด ({mark})",
        "ให้เครื่องหมายคำพูดครอบค่าทั้งหมด หากในข้อความมีเครื่องหมายคำพูดแบบเดียวกัน ให้ใช้อีกแบบครอบ เช่น 'โครงการ \"เก่งดี\" ปี ๒๕๖๗'",
    )
    return Explanation([advice], _without_value(source, line) if first == line else None)


def _curly(source: SourceText, complaint: Complaint) -> Explanation | None:
    entry = source.entry(complaint.line)
    if not entry.value or entry.value[0] not in CURLY_QUOTES or complaint.column < entry.start:
        return None
    advice = curly_quotes(entry.value, complaint.line + 1, entry.start + 1, parsed=False)
    return None if advice is None else Explanation([advice], _without_value(source, complaint.line))


def _special_start(source: SourceText, complaint: Complaint) -> Explanation | None:
    """Find a value that begins with a character of YAML's own, where that is what the parser stumbled over."""
    in_context = any(word in complaint.context for word in ("alias", "anchor", "tag", "directive", "block scalar"))
    line, column = complaint.line, complaint.column
    if in_context:
        line, column = complaint.context_line, complaint.context_column
        if "block scalar" in complaint.context and complaint.line != line:
            return None
    mark = source.line(line)[column : column + 1]
    refused = in_context or any(
        words in complaint.problem
        for words in ("cannot start any token", "sequence entries are not", "mapping keys are not", "node content")
    )
    if not refused or mark not in _MEANINGS or (mark == "," and "flow" in complaint.context):
        return None
    entry = source.entry(line)
    in_entry = entry.key is not None or "-" in source.line(line)[: entry.lead]
    return Explanation(
        [special_start(value_at(source, line, column), line + 1, column + 1)],
        _without_value(source, line) if in_entry and column >= entry.start else None,
    )


def _brackets(source: SourceText, complaint: Complaint) -> Explanation | None:
    """Find `[` and `{` that are not closed, or closed before the value ends."""
    line, column = complaint.line, complaint.column
    if "flow" in complaint.context:
        if source.line(line)[column : column + 1] == ":" and line == complaint.context_line:
            return None  # a colon inside a value, within the brackets
        line, column = complaint.context_line, complaint.context_column
        if "flow node" in complaint.context and complaint.opened is not None:
            line, column = complaint.opened
        whole = source.line(line)[column:].rstrip()
        at_end = not source.line(complaint.line).strip() and source.next_entry(complaint.line) is None
        if whole[:1] not in _CLOSING or (_balanced(whole.partition(" #")[0]) and not at_end):
            return None
        return Explanation([special_start(whole, line + 1, column + 1)], _without_value(source, line))
    entry = source.entry(line)
    if entry.value[:1] not in _CLOSING or column <= entry.start or "character" in complaint.problem:
        return None
    if not _balanced(source.line(line)[entry.start : column]):
        return None
    return Explanation([special_start(entry.value, line + 1, entry.start + 1)], _without_value(source, line))


def _missing_gap(source: SourceText, complaint: Complaint) -> Explanation | None:
    if "could not find expected ':'" in complaint.problem:
        first, last = complaint.context_line, complaint.context_line
    elif "not allowed" in complaint.problem or "expected" in complaint.problem:
        before = source.next_entry(complaint.line, -1)
        first, last = complaint.line if before is None else before, complaint.line
    else:
        return None
    for number in range(first, last + 1):
        advice = missing_gap(source, number)
        if advice is not None:
            line = source.line(number)
            gap = line[: advice.column] + " " + "x" * (len(line) - advice.column - 1)
            return Explanation([advice], source.with_line(number, gap) if _stands_alone(source, number) else None)
    text = source.line(first)
    dash = re.match(r"[ \t]*-[^\s-]", text)
    if dash and "':'" in complaint.problem:
        return Explanation([stuck_dash(text, first + 1, dash.end() - 1)])
    return None


def _colon_in_value(source: SourceText, complaint: Complaint) -> Explanation | None:
    line, column = complaint.line, complaint.column
    if source.line(line)[column : column + 1] != ":":
        return None
    entry = source.entry(line)
    own_key = entry.key is not None and column < entry.start
    before = source.next_entry(line, -1)
    if own_key and (before is None or re.fullmatch(r"[a-z_][a-z0-9_]*", entry.key or "")):
        return None
    if "not allowed" not in complaint.problem and "flow" not in complaint.context:
        return None
    value = source.line(line).strip() if own_key else entry.value
    if "flow" in complaint.context:
        value = _within_brackets(source.line(line), column)
        value = value if "sequence" in complaint.context else value.partition(": ")[2]
    return Explanation(
        [
            Advice(
                "YAML-021",
                line + 1,
                column + 1,
                f"ค่า “{shorten(value)}” มีเครื่องหมาย : ตามด้วยวรรคอยู่ในข้อความ YAML จึงเข้าใจว่าเป็นหัวข้อใหม่",
                _QUOTE_IT.format(example=_quoted(value)),
            )
        ],
        None if own_key else _without_value(source, line),
    )


def _indentation(source: SourceText, complaint: Complaint) -> Explanation | None:
    line = complaint.line
    text = source.line(line)
    indent = len(text) - len(text.lstrip(" "))
    if "flow" in complaint.context or not text.strip():
        return None
    at_start = complaint.column == indent and text[indent] != ":"
    at_key = "mapping values are not allowed" in complaint.problem and complaint.column < source.entry(line).start
    if not (at_start or at_key) or not any(word in complaint.problem for word in ("expected", "not allowed")):
        return None
    if "could not find" in complaint.problem:
        return None
    before = source.next_entry(line, -1)
    if at_key and before is not None and source.entry(before).key is None:
        above = source.line(before)
        if len(above) - len(above.lstrip(" ")) == indent and not above.lstrip().startswith("-"):
            return _general(source, replace(complaint, problem="could not find expected ':'", context_line=before))
    place = "" if before is None else f" (บรรทัดก่อนหน้าคือบรรทัดที่ {before + 1})"
    return Explanation(
        [
            Advice(
                "YAML-028",
                line + 1,
                indent + 1,
                f"ย่อหน้าของ “{shorten(text)}” ไม่ตรงกับบรรทัดอื่นในกลุ่มเดียวกัน{place}",
                "จัดให้หัวข้อที่อยู่กลุ่มเดียวกันเริ่มที่คอลัมน์เดียวกัน และหัวข้อย่อยเยื้องเข้าไปสองวรรคจากหัวข้อใหญ่",
            )
        ]
    )


_DIAGNOSES: tuple[Callable[[SourceText, Complaint], Explanation | None], ...] = (
    _odd_spaces,
    _tabs,
    _unclosed_quote,
    _after_quote,
    _curly,
    _special_start,
    _brackets,
    _missing_gap,
    _colon_in_value,
    _indentation,
)


# The rest: no mistake that we know by name.


def _general(source: SourceText, complaint: Complaint) -> Explanation:
    line, column = complaint.line, complaint.column
    if not source.line(line).strip() and complaint.context_line < line:  # the end of the text tells nobody anything
        line, column = complaint.context_line, complaint.context_column
    if not source.line(line).strip():
        line, column = source.next_entry(line, -1) or 0, 0
    said = f"{complaint.context} {complaint.problem}"
    explanation, remedy = next((thai for words, *thai in _SAID if words in said), _SAID_NOTHING)
    if "could not find expected ':'" in said:
        line = complaint.context_line
        column = len(source.line(line)) - len(source.line(line).lstrip())
    advice = Advice(
        "YAML-020",
        line + 1,
        column + 1,
        f"รูปแบบ YAML ไม่ถูกต้องที่ “{shorten(source.line(line))}”: {explanation}",
        remedy,
    )
    confined = "escape" in said and complaint.line == complaint.context_line
    return Explanation([advice], _without_value(source, complaint.context_line) if confined else None)


_SAID = (
    (
        "could not find expected ':'",
        "ไม่พบเครื่องหมาย : หลังชื่อหัวข้อ",
        "ถ้าบรรทัดนี้เป็นหัวข้อ ให้เติม : และวรรคหลังชื่อหัวข้อ ถ้าเป็นข้อความต่อจากบรรทัดก่อน ให้เยื้องเข้าไปมากกว่าหัวข้อของข้อความนั้น",
    ),
    (
        "escape",
        'เครื่องหมาย \\ ในเครื่องหมายคำพูดคู่ (") มีความหมายพิเศษ',
        "เปลี่ยนเครื่องหมายคำพูดคู่ (\") ที่ครอบค่านี้เป็นเครื่องหมายคำพูดเดี่ยว (')",
    ),
    (
        "flow node",
        "ในวงเล็บ [ ] หรือ { } มีช่องที่ไม่ได้ใส่ค่าไว้ระหว่างเครื่องหมาย ,",
        'ลบเครื่องหมาย , ที่เกินออก หรือหากช่องนั้นว่างจริง ให้ใส่ "" ไว้แทน',
    ),
    (
        "flow",
        "ในวงเล็บ [ ] หรือ { } ต้องคั่นด้วยเครื่องหมาย , และต้องปิดด้วยวงเล็บชนิดเดียวกับที่เปิด",
        "ตรวจเครื่องหมาย , และวงเล็บเปิดปิดให้ครบคู่ หรือเขียนเป็นรายการบรรทัดละหนึ่งค่าที่ขึ้นต้นด้วย - แทน",
    ),
    (
        "mapping values are not allowed",
        "มีเครื่องหมาย : ในที่ที่มีหัวข้อใหม่ไม่ได้",
        "ถ้า : เป็นส่วนหนึ่งของข้อความ ให้ใส่ค่าทั้งหมดไว้ในเครื่องหมายคำพูด ถ้าเป็นหัวข้อ ให้ตรวจย่อหน้าให้ตรงกับหัวข้ออื่น",
    ),
    (
        "block scalar",
        "ข้อความหลายบรรทัดหลังเครื่องหมาย | หรือ > จัดย่อหน้าไม่ถูกต้อง",
        "ให้ทุกบรรทัดของข้อความเยื้องเข้าไปเท่ากันด้วยวรรค และมากกว่าหัวข้อของข้อความนั้น",
    ),
    (
        "quoted scalar",
        "ข้อความในเครื่องหมายคำพูดเขียนไม่ถูกต้อง",
        "ตรวจเครื่องหมายคำพูดเปิดปิดให้ครบคู่ และให้อยู่ในบรรทัดเดียวกัน",
    ),
    (
        "expected key",
        "ควรเป็นชื่อหัวข้อ ตามด้วยเครื่องหมาย : และวรรค แต่พบอย่างอื่น",
        "ตรวจว่าบรรทัดนี้และบรรทัดก่อนหน้าเขียนครบเป็น หัวข้อ: ค่า และย่อหน้าตรงกัน",
    ),
    (
        "<block end>",
        "ควรเป็นชื่อหัวข้อหรือรายการถัดไป แต่พบอย่างอื่น",
        "ตรวจว่าบรรทัดนี้และบรรทัดก่อนหน้าเขียนครบเป็น หัวข้อ: ค่า และย่อหน้าตรงกัน",
    ),
    (
        "'-' indicator",
        "ควรเป็นรายการถัดไปที่ขึ้นต้นด้วยเครื่องหมาย - แต่พบอย่างอื่น",
        "ตรวจว่าทุกรายการในชุดเดียวกันขึ้นต้นด้วย - และย่อหน้าตรงกัน",
    ),
    (
        "document start",
        "มีข้อความต่อจากส่วนที่จบไปแล้ว",
        "ตรวจย่อหน้าของบรรทัดนี้ให้ตรงกับหัวข้ออื่น และลบเครื่องหมาย --- หรือ ... ที่ไม่จำเป็น",
    ),
    (
        "tab",
        "มีแท็บ (Tab) ในที่ที่ YAML ไม่รับ",
        "ลบแท็บ แล้วเคาะวรรคด้วยแป้นวรรคแทน",
    ),
)
_SAID_NOTHING = [
    "เขียนไม่เป็นไปตามรูปแบบ หัวข้อ: ค่า",
    "ตรวจบรรทัดนี้และบรรทัดก่อนหน้า หากข้อความมีเครื่องหมายพิเศษ ให้ใส่ค่าทั้งหมดไว้ในเครื่องหมายคำพูด",
]


# Small questions about lines.


def _quoted(value: str) -> str:
    """Return the value as it should have been written."""
    mark = "'" if '"' in value else '"'
    return f"{mark}{shorten(value.strip(CURLY_QUOTES)).replace(mark, mark * 2)}{mark}"


def _within_brackets(line: str, column: int) -> str:
    """Return the one value between brackets and commas that column `column` belongs to."""
    start = max(line.rfind(mark, 0, column) for mark in ",[{") + 1
    ends = [end for mark in ",]}" if (end := line.find(mark, column)) >= 0]
    return line[start : min(ends, default=len(line))].strip()


def _balanced(text: str) -> bool:
    """Say whether as many brackets are closed as opened."""
    return text.count("[") <= text.count("]") and text.count("{") <= text.count("}")


def _stands_alone(source: SourceText, number: int) -> bool:
    """Say whether the value of line `number` ends on that line: what follows is not indented more deeply."""
    following = source.next_entry(number)
    if following is None:
        return True
    text, next_text = source.line(number), source.line(following)
    indent = len(text) - len(text.lstrip(" "))
    return len(next_text) - len(next_text.lstrip(" ")) <= max(indent, source.entry(number).lead)


def _without_value(source: SourceText, number: int) -> str | None:
    """Return the text with the value of line `number` blanked out, or None when it may go on in the next line."""
    line, entry = source.line(number), source.entry(number)
    if not entry.value or set(entry.value) == {"x"} or not _stands_alone(source, number):
        return None
    return source.with_line(number, line[: entry.start] + "x" * (len(line) - entry.start))


def _block_scalar_lines(source: SourceText) -> Iterator[int]:
    """Yield the lines that are the text of a `|` or `>` value: nothing in them is a mistake."""
    depth: int | None = None
    for number, line in enumerate(source.lines):
        indent = len(line) - len(line.lstrip(" \t" + WIDE_SPACES + INVISIBLES))
        if depth is not None and (not line.strip() or indent > depth):
            yield number
            continue
        depth = indent if line.rstrip().endswith(("|", ">", "-", "+")) and _BLOCK_SCALAR.match(line) else None
