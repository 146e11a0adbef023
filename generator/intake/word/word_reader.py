"""Reads the tables and paragraphs of a .docx file in document order.

Only the parts with text are opened: authors and comments are never read, properties only for the program's name.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as Xml
from xml.etree.ElementTree import Element

from generator.errors import UsageError
from generator.intake.grids import Grid, GridCell, OfficeDocument, OfficeParagraph
from generator.intake.word.numbering import Numbering, W, read_numbering
from generator.intake.word.repetition import written_once
from generator.intake.word.runs import A_NESTED_TABLE, ParagraphText

AUTO_NUMBER = "เลขลำดับอัตโนมัติจากไฟล์ที่แปลงมา"
INPUT_FIELD = "ช่องกรอกข้อความ ซึ่งโปรแกรมแปลงไฟล์อาจพิมพ์ข้อความซ้ำ"
"""LibreOffice writes the text of a content control twice."""
_LARGEST_PART = 60_000_000
_DEEPEST = 60
_MOST_CELLS = 200_000
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_PARTS = re.compile(r"word/(?:document|numbering|styles)\.xml")
_AROUND = re.compile(r"word/(?:header|footer)[0-9]*\.xml")
_PAGE_NUMBER = re.compile(r"[\s0-9๐-๙/()–—-]*(?:หน้า(?:ที่)?)?[\s0-9๐-๙/()–—-]*")
_MOST_TOLD = 120
"""Most characters of a header in a remark."""


def read_word(name: str, content: bytes, *, converted: bool = False) -> OfficeDocument:
    """Return the content of a .docx file; UsageError if it cannot be opened.

    `converted` means that another program created it, so automatic numbers are unreliable.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {part: _part(archive, part) for part in archive.namelist() if _PARTS.fullmatch(part)}
            around = [_part(archive, part) for part in sorted(archive.namelist()) if _AROUND.fullmatch(part)]
            made_by = archive.read("docProps/app.xml")[:20_000] if "docProps/app.xml" in archive.namelist() else b""
    except (zipfile.BadZipFile, Xml.ParseError, RuntimeError, KeyError, OSError, EOFError, ValueError) as error:
        raise UsageError(f"“{name}” เสียหาย เปิดไม่ได้ ให้เปิดด้วย Word แล้วบันทึกอีกครั้ง") from error
    root = parts.get("word/document.xml")
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise UsageError(f"“{name}” ไม่มีเนื้อหาของเอกสาร Word")
    numbering = read_numbering(parts.get("word/numbering.xml"), parts.get("word/styles.xml"))
    document = OfficeDocument(name, converted=converted or b"LibreOffice" in made_by)
    _WordReader(document, numbering).read(body)
    texts = dict.fromkeys(" ".join(one.text or "" for one in part.iter(f"{W}t")).strip() for part in around)
    document.odd += [(_said(text), name) for text in texts if not _PAGE_NUMBER.fullmatch(text)]
    return document


def _said(text: str) -> str:
    """Return the remark about the text of a header or footer."""
    return f"ข้อความในหัวกระดาษหรือท้ายกระดาษ: “{text[:_MOST_TOLD]}{'…' if len(text) > _MOST_TOLD else ''}”"


def _part(archive: zipfile.ZipFile, part: str) -> Element:
    if archive.getinfo(part).file_size > _LARGEST_PART:
        raise ValueError("too large")
    content = archive.read(part)
    if b"<!DOCTYPE" in content[:2_000] or b"<!ENTITY" in content:
        raise ValueError("no document of Word's has a DTD")
    return Xml.fromstring(content)  # noqa: S314  # no DTD, so no entities; sizes are limited


class _WordReader:
    def __init__(self, document: OfficeDocument, numbering: Numbering) -> None:
        self._document, self._numbering = document, numbering
        self._tables = self._paragraphs = self._cells = 0

    def read(self, body: Element) -> None:
        for block in _blocks(body):
            if block.tag == f"{W}tbl":
                self._tables += 1
                source = f"{self._document.name} ตารางที่ {self._tables}"
                self._document.blocks.append(Grid(source, list(self._table(block, source))))
                continue
            self._paragraphs += 1
            text = ParagraphText(self._numbering)
            said = _INVISIBLE.sub("", text.text(block)).replace("\u00a0", " ")
            source = f"{self._document.name} ย่อหน้าที่ {self._paragraphs}"
            self._document.odd += [(odd, source) for odd in text.odd]
            if said.strip():
                self._document.blocks.append(OfficeParagraph(said, source))

    def _table(self, table: Element, source: str) -> Iterator[GridCell]:
        open_cells: dict[int, GridCell] = {}
        found: list[GridCell] = []
        for place, row in enumerate(_rows(table)):
            column = _count(row.find(f"{W}trPr"), "gridBefore", 0)
            for number, cell in enumerate(_children(row, "tc"), start=1):
                properties = cell.find(f"{W}tcPr")
                span = min(max(_count(properties, "gridSpan", 1), 1), 200)
                merge = properties.find(f"{W}vMerge") if properties is not None else None
                continues = merge is not None and merge.get(f"{W}val", "continue") != "restart"
                paragraphs, odd = self._paragraphs_of(cell)
                text = "\n".join(paragraphs).strip("\n")
                self._cells += 1
                if self._cells > _MOST_CELLS:
                    raise UsageError(f"“{self._document.name}” มีช่องในตารางมากเกิน {_MOST_CELLS:,} ช่อง")
                above = open_cells.get(column)
                if continues and above is not None and not text.strip() and not odd:
                    taller = GridCell(
                        above.text,
                        above.row,
                        above.column,
                        place - above.row + 1,
                        above.columns,
                        above.source,
                        above.odd,
                    )
                    found[found.index(above)] = taller
                    open_cells[column] = taller
                else:
                    where = f"{source} แถว {place + 1} ช่อง {number}"
                    own = GridCell(text, place, column, 1, span, where, tuple(dict.fromkeys(odd)), tuple(paragraphs))
                    found.append(own)
                    if merge is not None:
                        open_cells[column] = own
                    else:
                        open_cells.pop(column, None)
                column += span
        yield from found

    def _paragraphs_of(self, cell: Element) -> tuple[list[str], list[str]]:
        collected = ParagraphText(self._numbering)
        lines = []
        odd: list[str] = []
        for block in _blocks(cell):
            if block.tag == f"{W}tbl":
                odd.append(A_NESTED_TABLE)
                for row in _rows(block):
                    inner = [self._paragraphs_of(one) for one in _children(row, "tc")]
                    lines.append(" ".join(text for texts, _ in inner for text in texts))
                    odd += [one for _, found in inner for one in found]
            else:
                lines.append(collected.text(block))
        odd += collected.odd
        if collected.has_number and self._document.converted:
            odd.append(AUTO_NUMBER)
        if collected.has_input_field and self._document.converted:
            odd.append(INPUT_FIELD)
        found = [_INVISIBLE.sub("", line).replace("\u00a0", " ") for line in lines]
        if self._document.converted:
            text, repeats = written_once("\n".join(found))
            found = text.split("\n")
            odd += [INPUT_FIELD] if repeats and INPUT_FIELD not in odd else []
        return found, odd


def _blocks(around: Element, depth: int = 0) -> Iterator[Element]:
    """Yield paragraphs and tables, including those inside content controls and insertions."""
    if depth > _DEEPEST:
        raise UsageError("เอกสาร Word ซ้อนกันลึกผิดปกติ จึงไม่เปิด")
    for child in around:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}smartTag", f"{W}moveTo"):
            yield from _blocks(child, depth + 1)


def _rows(table: Element) -> Iterator[Element]:
    for row in _children(table, "tr"):
        properties = row.find(f"{W}trPr")
        if properties is None or properties.find(f"{W}del") is None:
            yield row


def _children(around: Element, name: str, depth: int = 0) -> Iterator[Element]:
    for child in around:
        if child.tag == f"{W}{name}":
            yield child
        elif depth < _DEEPEST and child.tag in (
            f"{W}sdt",
            f"{W}sdtContent",
            f"{W}ins",
            f"{W}customXml",
            f"{W}moveTo",
        ):
            yield from _children(child, name, depth + 1)


def _count(properties: Element | None, name: str, otherwise: int) -> int:
    found = properties.find(f"{W}{name}") if properties is not None else None
    value = found.get(f"{W}val", "") if found is not None else ""
    return int(value) if value.isdecimal() else otherwise
