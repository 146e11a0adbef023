"""YAML text in; plain data, the line and column of every key and value, and findings out.

Every scalar stays text: what it means is the model's business. One pass over libyaml's events, without recursion, so
that neither depth nor size can bring the reader down. Nothing in a file raises: `read_yaml` answers with findings.
"""

from __future__ import annotations

import re
import stat
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol, TypeAlias

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

from generator.findings import Finding, Location, Severity
from generator.reading.yaml_advice import (
    CURLY_QUOTES,
    FORBIDDEN,
    INVISIBLES,
    MISSING_GAP,
    WIDE_SPACES,
    Advice,
    Complaint,
    SourceText,
    curly_quotes,
    cut_off,
    explain,
    missing_gap,
    odd_indentation,
    shorten,
    special_start,
    stuck_colon,
    stuck_dash,
    value_at,
)

PlainData: TypeAlias = "dict[str, PlainData] | list[PlainData] | str | None"
ValuePath: TypeAlias = tuple[str | int, ...]
Position: TypeAlias = tuple[int, int]

MAX_BYTES = 2_000_000
"""A real plan has 60 KB; more than this is not a plan."""
MAX_DEPTH = 40
"""The content format needs 8 levels."""
MAX_SAME_CODE = 50
"""So many findings of one kind are listed; the last one says how many more there are."""
_MAX_REPARSED = 3_000_000
"""Characters to be read over again, in all, on the way from one mistake to the next."""

_Loader: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_BREAKS_OF_OTHERS = "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_ODD_SPACES = frozenset(WIDE_SPACES + INVISIBLES)
_COMMENT = re.compile(r"(?<=\S) #")
_NOTHING = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:[\r\n]+|\Z))*")
_PROLOGUE = re.compile(r"(?:(?:[ \t]*(?:#[^\r\n]*)?|%[^\r\n]*)[\r\n]+)*")
_TAG_DIRECTIVE = re.compile(r"^%TAG\b[^\r\n]*", re.MULTILINE)
_AFTER_DOCUMENT = re.compile(r"(?:(?:[ \t]*(?:#[^\r\n]*)?|\.\.\.[ \t]*(?:#[^\r\n]*)?)(?:[\r\n]+|\Z))*")
_STUCK_KEY = re.compile(r"(?P<key>[a-z_][a-z0-9_]*):[^\s/]")
_STUCK_ITEM = re.compile(r"(?P<key>[a-z_]+):[\"'\u0e00-\u0e7f]")
_STUCK_DASH = re.compile(r"-[a-z_]+$")
_NODE_PROPERTY = re.compile(r"[&!]")


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


def read_yaml(file: Path, name: str) -> tuple[YamlSource | None, list[Finding]]:
    """Read a file that findings are to call `name`; None when it holds no data that can be used."""
    report = _Report(name)
    try:
        status = file.stat()
        if stat.S_ISREG(status.st_mode) and status.st_size <= MAX_BYTES:
            with file.open("rb") as stream:
                content = stream.read(MAX_BYTES + 1)
            size = len(content)
        else:
            content, size = b"", status.st_size
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
        report.add("YAML-013", f"เปิดไฟล์นี้ไม่ได้ ({reason})", "ตรวจว่าไฟล์ยังอยู่ที่เดิมและมีสิทธิ์อ่าน")
        return None, report.findings()
    if not stat.S_ISREG(status.st_mode):
        report.add("YAML-013", "สิ่งนี้ไม่ใช่ไฟล์ข้อมูล จึงเปิดอ่านไม่ได้", "ลบออก แล้วสร้างเป็นไฟล์ข้อความชื่อเดียวกัน")
        return None, report.findings()
    if size > MAX_BYTES:
        _refuse_size(report, size)
        return None, report.findings()
    text = _decode(content, report)
    return (None, report.findings()) if text is None else parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> tuple[YamlSource | None, list[Finding]]:
    """Read YAML text that findings are to say stands in `name`; None when it holds no data that can be used."""
    report = _Report(name)
    text = text.lstrip("\ufeff")
    if len(text) > MAX_BYTES:
        _refuse_size(report, len(text))
        return None, report.findings()
    readable = _without_tag_directives(_without_forbidden(text, report), report)
    if _NOTHING.fullmatch(readable):
        _refuse_empty(report)
        return None, report.findings()
    tree, usable = _grow(readable, report)
    if not usable:
        return None, report.findings()
    if tree.data is None:
        _refuse_empty(report)
        return None, report.findings()
    return YamlSource(name, tree.data, tree.positions, tree.key_positions, text), report.findings()


def _grow(text: str, report: _Report) -> tuple[_Tree, bool]:
    """Read until the end, past every mistake that can be stepped over; say whether the data can be used."""
    said: list[Advice] = []
    sure: set[int] = set()
    reparsed = 0
    while True:
        source = SourceText(text)
        tree = _Tree(source, report.name)
        complaint = tree.read()
        if complaint is not None:
            explanation = explain(source, complaint)
        elif tree.odd_lines:
            explanation = odd_indentation(source, tree.odd_lines)
            sure.update(advice.line for advice in explanation.advice)
        else:
            break
        redo = any(advice.code == "YAML-024" for advice in said)  # then its indentation is to be typed anew anyway
        said += [advice for advice in explanation.advice if not (redo and advice.code == "YAML-028")]
        reparsed += len(text)
        if explanation.repaired in (None, text) or reparsed > _MAX_REPARSED or len(said) > MAX_SAME_CODE:
            break
        text = explanation.repaired or ""
    innocent = tree.text_lines() - sure
    said = [advice for advice in said if advice.code != "YAML-024" or advice.line not in innocent] or said
    for advice in said:
        report.advise(advice)
    report.merge(tree.report)
    mended = all(advice.code == "YAML-024" for advice in said)
    no_keys = isinstance(tree.data, str) and tree.report.holds("YAML-029")  # `name:text` on every line
    return tree, complaint is None and mended and not tree.too_deep and not no_keys


# Bytes and characters.


def _decode(content: bytes, report: _Report) -> str | None:
    """Return the text of a file, or None when it is not UTF-8."""
    encoding = _other_encoding(content)
    line, column = 1, 0
    if encoding is None:
        try:
            return content.decode()
        except UnicodeDecodeError as error:
            before = content[: error.start].removeprefix(b"\xef\xbb\xbf")
            line = len(re.findall(rb"\r\n|\r|\n", before)) + 1
            column = len(re.split(rb"[\r\n]", before)[-1].decode("utf-8", "replace")) + 1
            high = [byte for byte in content if byte >= 0x80]
            thai = sum(0xA1 <= byte <= 0xDA or 0xDF <= byte <= 0xFB for byte in high)
            if thai >= 0.98 * len(high) and not _utf8_thai(content):
                encoding = "TIS-620 (Windows-874)"
    guess = f" ลักษณะเป็นรหัส {encoding}" if encoding else ""
    report.add(
        "YAML-001",
        f"ไฟล์นี้ไม่ได้บันทึกเป็นรหัส UTF-8 จึงอ่านไม่ได้ตั้งแต่บรรทัดที่ {line}{guess}",
        "เปิดไฟล์ในโปรแกรมแก้ไขข้อความ เลือก “บันทึกเป็น” (Save As) แล้วเลือกรหัสตัวอักษร (Encoding) เป็น UTF-8",
        line,
        column,
    )
    return None


def _other_encoding(content: bytes) -> str | None:
    """Recognise UTF-16 and UTF-32 by their marks, or by the zero bytes that no text in UTF-8 has."""
    if content.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content.count(0) * 8 > len(content):
        return "UTF-16 (Unicode)"
    return None


def _utf8_thai(content: bytes) -> bool:
    """Say whether the file is UTF-8 Thai for the most part: then a few bytes are damaged, not all in another code."""
    return content.count(b"\xe0\xb8") + content.count(b"\xe0\xb9") > 2


def _without_forbidden(text: str, report: _Report) -> str:
    """Report characters that no YAML file may hold; put others in their place, so that reading can go on."""
    if FORBIDDEN.search(text) is None:
        return text
    source, lines = SourceText(text), set()
    for match in FORBIDDEN.finditer(text):
        line, column = source.place(match.start())
        if line not in lines:
            lines.add(line)
            report.add(
                "YAML-012",
                f"มีอักขระควบคุมที่มองไม่เห็น (U+{ord(match[0]):04X}) ใน “{shorten(_clean(source.line(line - 1)))}”",
                "ลบอักขระนี้ออก หากมองไม่เห็น ให้ลบข้อความทั้งบรรทัดแล้วพิมพ์ใหม่ หรือวางข้อความแบบไม่มีรูปแบบ",
                line,
                column,
            )
    return _clean(text)


def _clean(text: str) -> str:
    return FORBIDDEN.sub(lambda match: " " if match[0] in _BREAKS_OF_OTHERS else "\ufffd", text)


def _without_tag_directives(text: str, report: _Report) -> str:
    """Report `%TAG` lines at the top and blank them: many of them would keep libyaml busy for minutes."""
    prologue = _PROLOGUE.match(text)
    if prologue is None or "%TAG" not in prologue[0]:
        return text
    source = SourceText(text)
    for match in _TAG_DIRECTIVE.finditer(prologue[0]):
        _report_tag(report, match[0], source.place(match.start()), ())
    return _TAG_DIRECTIVE.sub(lambda match: " " * len(match[0]), prologue[0]) + text[prologue.end() :]


# Findings.


class _Report:
    """The findings about one file, not more than `MAX_SAME_CODE` of a kind."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._findings: list[Finding] = []
        self._counts: Counter[str] = Counter()

    def add(
        self,
        code: str,
        message: str,
        remedy: str,
        line: int = 0,
        column: int = 0,
        path: ValuePath = (),
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Add a finding, unless there are plenty of its kind."""
        self._counts[code] += 1
        if self._counts[code] <= MAX_SAME_CODE:
            self._findings.append(Finding(code, severity, message, Location(self.name, line, column, path), remedy))

    def advise(self, advice: Advice, path: ValuePath = ()) -> None:
        """Add a piece of advice as a finding."""
        self.add(advice.code, advice.message, advice.remedy, advice.line, advice.column, path, advice.severity)

    def merge(self, other: _Report) -> None:
        """Add what another report on the same file holds."""
        self._findings += other._findings
        self._counts += other._counts

    def holds(self, code: str) -> bool:
        """Say whether there is a finding of one kind."""
        return self._counts[code] > 0

    def findings(self) -> list[Finding]:
        """Return the findings from the top of the file to its end."""
        findings = sorted(self._findings, key=lambda finding: (finding.location.line, finding.location.column))
        for code, count in self._counts.items():
            if count > MAX_SAME_CODE:
                last = max(index for index, finding in enumerate(findings) if finding.code == code)
                more = f" (และยังพบลักษณะเดียวกันอีก {count - MAX_SAME_CODE:,} แห่งในไฟล์นี้)"
                findings[last] = replace(findings[last], message=findings[last].message + more)
        return findings


def _refuse_size(report: _Report, size: int) -> None:
    report.add(
        "YAML-003",
        f"ไฟล์นี้มีขนาด {size / 1_000_000:,.1f} ล้านไบต์ เกินกว่า {MAX_BYTES // 1_000_000} ล้านไบต์ที่ระบบรับได้ จึงไม่ได้อ่าน",
        "ตรวจว่าวางไฟล์ถูกต้อง ไฟล์ข้อมูลแผนมีแต่ข้อความ ส่วนไฟล์ PDF หรือภาพสแกนให้วางในโฟลเดอร์ documents/",
    )


def _refuse_empty(report: _Report) -> None:
    report.add(
        "YAML-002",
        "ไฟล์นี้ว่างเปล่า ไม่มีข้อมูลใดนอกจากที่ว่างหรือหมายเหตุ",
        "กรอกข้อมูลตามรูปแบบใน docs/content-format.md หรือหากยังไม่ใช้ไฟล์นี้ ให้ลบออก",
        1,
    )


def _report_tag(report: _Report, text: str, place: Position, path: ValuePath) -> None:
    report.add(
        "YAML-009",
        f"มีป้ายกำกับชนิดข้อมูล (tag) ใน “{shorten(text)}” ซึ่งระบบไม่รับ",
        "ลบคำที่ขึ้นต้นด้วย ! ออก หาก ! เป็นส่วนหนึ่งของข้อความ ให้ใส่ค่าทั้งหมดไว้ในเครื่องหมายคำพูด",
        *place,
        path,
    )


# The tree.


class _Mark(Protocol):
    """A place in the text, counted from 0."""

    index: int
    line: int
    column: int


class _Event(Protocol):
    """What we use of PyYAML's events: every event of a text that was read has marks, whatever the stubs say."""

    start_mark: _Mark
    end_mark: _Mark


class _DocumentEndEvent(_Event, Protocol):
    explicit: bool


class _NodeEvent(_Event, Protocol):
    anchor: str | None
    tag: str | None


class _ScalarEvent(_NodeEvent, Protocol):
    value: str
    style: str | None


class _Open:
    """A mapping or list whose end has not been reached."""

    __slots__ = ("as_key", "awaiting", "data", "kept", "key", "path", "place")

    def __init__(
        self,
        data: dict[str, PlainData] | list[PlainData],
        path: ValuePath,
        place: Position,
        *,
        kept: bool,
        as_key: bool = False,
    ) -> None:
        self.data = data
        self.path = path
        self.place = place
        """Line and column, from 0, of its first character."""
        self.kept = kept
        """False inside of what is read and thrown away: the value of a duplicate key, for one."""
        self.as_key = as_key
        """It stands where a key should stand."""
        self.awaiting = False
        """A key has been read, its value has not."""
        self.key: str | None = None
        """The key that awaits its value; None when that value is to be thrown away."""


class _Tree:
    """Data and positions, built from the parser's events."""

    def __init__(self, source: SourceText, name: str) -> None:
        self.source = source
        self.report = _Report(name)
        self.data: PlainData = None
        self.positions: dict[ValuePath, Position] = {}
        self.key_positions: dict[ValuePath, Position] = {}
        self.odd_lines: list[int] = []
        """Lines (from 0) whose indentation is made of something that only looks like spaces."""
        self.too_deep = False
        self._open: list[_Open] = []
        self._anchors: set[str] = set()
        self._last: Any = None
        self._text_spans: list[Position] = []
        text = source.text
        self._comments = {match.start() for match in _COMMENT.finditer(text)} if " #" in text else set()
        self._has_curly = any(mark in text for mark in CURLY_QUOTES)
        self._has_odd = not _ODD_SPACES.isdisjoint(text)

    def text_lines(self) -> set[int]:
        """Return the lines (from 1) that are the second or a later one of a quoted or block text."""
        return {line for first, last in self._text_spans for line in range(first + 1, last + 1)}

    def read(self) -> Complaint | None:
        """Read to the end of the document; return what the parser complained of, if it did."""
        parser: Any = _Loader(self.source.text)
        try:
            while (event := parser.get_event()) is not None:
                kind = type(event)
                if kind is ScalarEvent:
                    self._scalar(event)
                elif kind is MappingStartEvent:
                    self._start(event, {})
                elif kind is SequenceStartEvent:
                    self._start(event, [])
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    if self._open.pop().as_key:
                        self._open[-1].awaiting = True
                elif kind is AliasEvent:
                    self._alias(event)
                elif kind is DocumentEndEvent and self._ends_after(event):
                    return None
                elif kind is DocumentStartEvent and type(self._last) is DocumentEndEvent:
                    self._refuse_document(event.start_mark.index)
                    return None
                if len(self._open) > MAX_DEPTH:
                    self._refuse_depth(event)
                    return None
                self._last = event
        except yaml.YAMLError as error:
            return self._complaint(error)
        finally:
            parser.dispose()
        return None

    # Values and keys.

    def _scalar(self, event: _ScalarEvent) -> None:
        open_ = self._open[-1] if self._open else None
        value = event.value
        plain = not event.style
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        if open_ is not None and not open_.awaiting and isinstance(open_.data, dict):
            self._key(open_, open_.data, event, plain)
            return
        mark = event.start_mark
        path, _ = self._put(value or None if plain else value, mark.line, mark.column)
        last = event.end_mark
        if plain:
            if open_ is None or mark.line != last.line:
                self._swallowed_keys(mark.line + (open_ is not None), last.line, path)
            if last.index in self._comments:
                self._cut_off(value, last.index, path)
            if self._has_curly and value and value[0] in CURLY_QUOTES:
                advice = curly_quotes(value, mark.line + 1, mark.column + 1, parsed=True)
                if advice is not None:
                    self.report.advise(advice, path)
            if (
                ":" in value
                and open_ is not None
                and isinstance(open_.data, list)
                and (found := _STUCK_ITEM.match(value))
            ):
                column = mark.column + found.end("key") + 1
                self.report.advise(stuck_colon(value, found["key"], mark.line + 1, column), path)
        else:
            if mark.line != last.line:
                self._text_spans.append((mark.line + 1, last.line + 1))
            if event.style == '"':
                self._escaped(value, mark.line + 1, mark.column + 1, path)

    def _put(self, value: PlainData, line: int, column: int) -> tuple[ValuePath, bool]:
        """Put a value where it belongs; return its path and whether it is kept."""
        if not self._open:
            self.data = value
            self.positions[()] = (line + 1, column + 1)
            return (), True
        open_ = self._open[-1]
        data = open_.data
        if isinstance(data, list):
            path: ValuePath = (*open_.path, len(data))
            data.append(value)
        else:
            open_.awaiting = False
            if open_.key is None:
                return open_.path, False
            data[open_.key] = value
            path = (*open_.path, open_.key)
        if open_.kept:
            self.positions[path] = (line + 1, column + 1)
        return path, open_.kept

    def _start(self, event: _NodeEvent, data: dict[str, PlainData] | list[PlainData]) -> None:
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        mark = event.start_mark
        open_ = self._open[-1] if self._open else None
        if open_ is not None and not open_.awaiting and isinstance(open_.data, dict):
            if not any(around.as_key for around in self._open):
                self._refuse_key(mark.line + 1, mark.column + 1, open_.path)
            open_.key = None
            self._open.append(_Open(data, open_.path, (mark.line, mark.column), kept=False, as_key=True))
        else:
            path, kept = self._put(data, mark.line, mark.column)
            self._open.append(_Open(data, path, (mark.line, mark.column), kept=kept))

    def _key(self, open_: _Open, data: dict[str, PlainData], event: _ScalarEvent, plain: bool) -> None:
        key, mark = event.value, event.start_mark
        line, column = mark.line + 1, mark.column + 1
        open_.awaiting, open_.key = True, key
        path = (*open_.path, key)
        if event.style == '"':
            self._escaped(key, line, column, path)
        if plain and not self._plain_key(open_, key, line, column):
            open_.key = None
        elif key in data:
            open_.key = None
            if open_.kept:
                first = self.key_positions[path][0]
                self.report.add(
                    "YAML-005",
                    f"หัวข้อ “{shorten(key)}” ซ้ำ มีอยู่แล้วที่บรรทัด {first} และมีอีกที่บรรทัด {line}",
                    "เก็บไว้เพียงหัวข้อเดียว หากเป็นคนละรายการ ให้ตรวจว่าแต่ละรายการขึ้นต้นด้วยเครื่องหมาย -",
                    line,
                    column,
                    path,
                )
        elif open_.kept:
            self.key_positions[path] = (line, column)

    def _plain_key(self, open_: _Open, key: str, line: int, column: int) -> bool:
        """Report what is wrong with a key written without quotes; say whether it can be used."""
        if not key:
            self._refuse_key(line, column, open_.path)
            return False
        if key == "<<":
            self.report.add(
                "YAML-008",
                "มีหัวข้อ << (การผสานข้อมูลจากที่อื่น) ซึ่งระบบไม่รับ",
                "ลบหัวข้อ << แล้วเขียนข้อมูลลงตรงนี้ให้ครบทุกหัวข้อ",
                line,
                column,
                open_.path,
            )
            return False
        if self._has_odd and key[0] in _ODD_SPACES and not self.source.line(line - 1)[: column - 1].strip():
            self.odd_lines.append(line - 1)
        if ":" in key and (found := _STUCK_KEY.match(key)):
            self.report.advise(stuck_colon(key, found["key"], line, column + found.end("key")), open_.path)
            return False
        if key[0] == "-" and _STUCK_DASH.match(key):
            self.report.advise(stuck_dash(f"{key}:", line, column), open_.path)
            return False
        if self._has_curly and key[0] in CURLY_QUOTES:
            advice = curly_quotes(key, line, column, parsed=True)
            if advice is not None:
                self.report.advise(advice, open_.path)
        return True

    def _alias(self, event: _NodeEvent) -> None:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        open_ = self._open[-1] if self._open else None
        if open_ is not None and not open_.awaiting and isinstance(open_.data, dict):
            open_.awaiting, open_.key, path = True, None, open_.path
        else:
            path, _ = self._put(None, mark.line, mark.column)
        last = self._last
        if type(last) is ScalarEvent and last.value == "<<" and not last.style:
            return  # the merge key has been reported
        if event.anchor in self._anchors:
            self.report.add(
                "YAML-007",
                f"มีการอ้างถึงค่าที่อื่น “*{shorten(event.anchor)}” ซึ่งระบบไม่รับ",
                "เขียนค่าจริงลงตรงนี้แทน แม้จะซ้ำกับที่อื่น",
                line,
                column,
                path,
            )
        else:
            value = value_at(self.source, mark.line, mark.column)
            self.report.advise(special_start(value, line, column), path)

    # What no file may hold.

    def _properties(self, event: _NodeEvent) -> None:
        """Report an anchor or a tag, each where it stands."""
        offset, end = event.start_mark.index, event.start_mark.index + 2_000
        path = self._open[-1].path if self._open else ()
        wanted = {"&": event.anchor, "!": event.tag}
        for match in _NODE_PROPERTY.finditer(self.source.text, offset, end):
            name = wanted.pop(match[0], None)
            if name is None:
                continue
            place = self.source.place(match.start())
            if match[0] == "!":
                _report_tag(self.report, self.source.line(place[0] - 1)[place[1] - 1 :], place, path)
            else:
                self._anchors.add(name)
                self.report.add(
                    "YAML-006",
                    f"มีการตั้งชื่อให้ค่า “&{shorten(name)}” ซึ่งระบบไม่รับ",
                    "ลบคำที่ขึ้นต้นด้วย & ออก หาก & เป็นส่วนหนึ่งของข้อความ ให้ใส่ค่าทั้งหมดไว้ในเครื่องหมายคำพูด",
                    *place,
                    path,
                )
            if not any(wanted.values()):
                return

    def _refuse_key(self, line: int, column: int, path: ValuePath) -> None:
        text = self.source.line(line - 1)[column - 1 :]
        self.report.add(
            "YAML-011",
            f"ชื่อหัวข้อใน “{shorten(text)}” ไม่ใช่ข้อความ",
            "ชื่อหัวข้อต้องเป็นคำภาษาอังกฤษตามรูปแบบ เช่น name: ตามด้วยวรรคและค่า หากเป็นรายการข้อความ ให้ใส่ค่าไว้ในเครื่องหมายคำพูด",
            line,
            column,
            path,
        )

    def _refuse_depth(self, event: _Event) -> None:
        self.too_deep = True
        self.report.add(
            "YAML-004",
            f"ข้อมูลซ้อนกันลึกเกิน {MAX_DEPTH} ชั้น จึงหยุดอ่านตรงนี้",
            "ตรวจย่อหน้าและวงเล็บ [ { ที่เปิดซ้อนกัน รูปแบบข้อมูลแผนใช้ไม่เกิน 8 ชั้น",
            event.start_mark.line + 1,
            event.start_mark.column + 1,
            self._open[-1].path[:8],
        )

    def _refuse_document(self, offset: int) -> None:
        self.report.add(
            "YAML-010",
            "ไฟล์นี้มีเอกสารมากกว่าหนึ่งชุด (คั่นด้วย --- หรือ ...) ข้อมูลตั้งแต่ตรงนี้ไปไม่ได้อ่าน",
            "ลบเครื่องหมายที่คั่นออก หรือแยกข้อมูลส่วนหลังเป็นอีกไฟล์หนึ่ง",
            *self.source.place(offset),
        )

    def _ends_after(self, event: _DocumentEndEvent) -> bool:
        """Say whether reading is over, because nothing follows the document, or a second one does."""
        text = self.source.text
        rest = _AFTER_DOCUMENT.match(text, event.end_mark.index)
        offset = event.end_mark.index if rest is None else rest.end()
        if offset < len(text) and (event.explicit or text.startswith(("---", "%"), offset)):
            self._refuse_document(offset)
            return True
        return offset >= len(text)

    def _escaped(self, value: str, line: int, column: int, path: ValuePath) -> None:
        found = FORBIDDEN.search(value)
        if found is not None:
            self.report.add(
                "YAML-012",
                f"ค่า “{shorten(_clean(value))}” มีอักขระควบคุม (U+{ord(found[0]):04X}) ที่เขียนด้วยเครื่องหมาย \\",
                "ลบเครื่องหมาย \\ และรหัสที่ตามมาออก หรือใช้เครื่องหมายคำพูดเดี่ยว (') แทนเครื่องหมายคำพูดคู่",
                line,
                column,
                path,
            )

    # What is allowed, and most likely a mistake.

    def _cut_off(self, value: str, offset: int, path: ValuePath) -> None:
        """Warn of ` #` behind a value; behind an empty one only where the `#` is stuck to a word."""
        line, column = self.source.place(offset)
        comment = self.source.line(line - 1)[column:]
        if value or comment[1:2].strip():
            self.report.advise(cut_off(value, comment, line, column + 1), path)

    def _swallowed_keys(self, first: int, last: int, path: ValuePath) -> None:
        """Look for keys that were swallowed by a text over several lines, for want of a space after their colon."""
        for number in range(first, last + 1):
            if MISSING_GAP.match(self.source.line(number)) and (advice := missing_gap(self.source, number)):
                self.report.advise(advice, path)

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
            self._open[-1].place if self._open else None,
        )
