"""Reads the tables and paragraphs of a text PDF in page order; every value must be reviewed.

Document properties are never read. Scans are refused: there is no text recognition.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from generator.errors import UsageError
from generator.intake.grids import Grid, GridCell, OfficeDocument, OfficeParagraph
from generator.intake.pdf.engine_process import pages_of_pdf
from generator.intake.pdf.line_joining import joined
from generator.intake.pdf.page_breaks import JoinedCell, PlacedTable, goes_on, joined_table
from generator.intake.pdf.page_layout import ENGINES_DIFFER, LaidPage
from generator.intake.pdf.prose_lines import PlacedLine, paragraphs, running_lines
from generator.intake.pdf.sara_am import TORN_VOWEL, has_lost_nikhahit, mended

REVIEW_ALL = "อ่านจาก PDF ทั้งฉบับ เทียบทุกค่ากับเอกสารก่อนนำเข้า"
A_SCAN = "หน้านี้เป็นภาพสแกน จึงไม่ได้อ่าน"
_MOST_CELLS = 200_000
Pages = Callable[[str, bytes], list[LaidPage]]


def read_pdf(name: str, content: bytes, pages_of: Pages = pages_of_pdf) -> OfficeDocument:
    """Return the content of a text PDF; UsageError for a scan, or a file that cannot be read safely."""
    pages = pages_of(name, content)
    if not any(map(_has_text, pages)):
        if any(page.is_picture for page in pages):
            raise UsageError(
                f"“{name}” เป็นภาพสแกน ไม่มีข้อความให้อ่าน ระบบไม่อ่านตัวเลขจากภาพ เพราะผิดได้โดยไม่มีใครเห็น "
                "ให้ใช้ไฟล์ Word หรือ Excel ต้นฉบับ หรือสั่ง phaen template แล้วกรอกในสมุดงานโดยเปิดภาพสแกนไว้ข้างกัน "
                "และเก็บไฟล์สแกนไว้เป็นเอกสารแนบของแผน (documents: ใน plan.yml)"
            )
        raise UsageError(f"“{name}” ไม่มีข้อความเลย ให้ขอไฟล์ใหม่")
    return _PdfReader(name, pages).document()


class _PdfReader:
    def __init__(self, name: str, pages: Sequence[LaidPage]) -> None:
        self._name, self._pages = name, pages
        self._document = OfficeDocument(name)
        texts = [line.text for page in pages for line in page.lines]
        texts += [cell.text for page in pages for table in page.tables for cell in table.cells]
        self._is_lost = has_lost_nikhahit(texts)
        self._paragraphs: dict[int, int] = {}
        self._cells = 0

    def document(self) -> OfficeDocument:
        self._document.odd.append((REVIEW_ALL, self._name))
        running, kinds = running_lines(self._pages)
        for one in kinds:  # once each, before any heading: kept, but in no section
            self._paragraphs_of([one])
        lines: list[PlacedLine] = []
        parts: list[PlacedTable] = []
        for page in self._pages:
            where = f"{self._name} หน้า {page.number}"
            self._document.odd += [(said, where) for said in dict.fromkeys(page.odd)]
            if page.is_picture:
                self._document.odd.append((A_SCAN, where))
            for number, block in enumerate(_blocks(page, running)):
                if isinstance(block, PlacedLine):
                    self._grid(parts)
                    lines.append(block)
                    continue
                self._paragraphs_of(lines)
                if parts and (number or not goes_on(parts[-1].table, block.table)):
                    self._grid(parts)
                parts.append(replace(block, source=f"{where} {block.source}"))
            if page.is_picture:
                self._grid(parts)
        self._grid(parts)
        self._paragraphs_of(lines)
        return self._document

    def _paragraphs_of(self, lines: list[PlacedLine]) -> None:
        """Add the paragraphs in the lines, and clear the list."""
        for one in paragraphs(lines):
            text, is_torn = mended(one.text, is_lost=self._is_lost)
            number = self._paragraphs[one.page] = self._paragraphs.get(one.page, 0) + 1
            source = f"{self._name} หน้า {one.page} ย่อหน้าที่ {number}"
            if text.strip():
                self._document.blocks.append(OfficeParagraph(text, source))
            self._document.odd += [(ENGINES_DIFFER, source)] * one.is_doubtful + [(TORN_VOWEL, source)] * is_torn
        lines.clear()

    def _grid(self, parts: list[PlacedTable]) -> None:
        """Add the grid of a table that may span pages, and clear the list."""
        if len(parts) == 1 and len(parts[0].table.cells) == 1:  # a frame around text is not a table
            (own,) = parts[0].table.cells
            self._document.odd += [(said, f"{parts[0].source} แถว 1 ช่อง 1") for said in own.odd]
            self._paragraphs_of([PlacedLine(self._pages[parts[0].page - 1], line) for line in own.lines])
        elif parts:
            cells = [self._cell(one) for one in joined_table(parts)]
            self._cells += len(cells)
            if self._cells > _MOST_CELLS:
                raise UsageError(f"“{self._name}” มีช่องในตารางมากเกิน {_MOST_CELLS:,} ช่อง")
            self._document.blocks.append(Grid(parts[0].source, cells))
        parts.clear()

    def _cell(self, one: JoinedCell) -> GridCell:
        cell = one.cell
        said, odd, is_unsure = joined(cell.lines, cell.left, cell.right)
        text, is_torn = mended(said, is_lost=self._is_lost)
        odd = [*cell.odd, *one.odd, *odd, *([TORN_VOWEL] if is_torn else [])]
        return GridCell(
            text,
            cell.row,
            cell.column,
            cell.rows,
            cell.columns,
            one.source,
            tuple(dict.fromkeys(odd)),
            tuple(text.split("\n")),
            is_unsure,
        )


def _blocks(page: LaidPage, running: Container[int]) -> list[PlacedLine | PlacedTable]:
    """Return lines and tables of a page from top to bottom; lines between two tables keep file order."""
    found: list[PlacedLine | PlacedTable] = []
    rest = [PlacedLine(page, line) for line in page.lines if id(line) not in running]
    for number, table in enumerate(page.tables, start=1):
        found += [one for one in rest if one.line.baseline <= table.top]
        rest = [one for one in rest if one.line.baseline > table.top]
        found.append(PlacedTable(f"ตารางที่ {number}", page.number, table))
    return [*found, *rest]


def _has_text(page: LaidPage) -> bool:
    return bool(page.lines) or any(cell.lines for table in page.tables for cell in table.cells)
