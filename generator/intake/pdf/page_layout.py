"""What the engines find on the pages of a PDF, as data that one process sends to another.

Lengths are in points; x from the left edge of the page, y from its top. Nothing is interpreted here.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import TypeAdapter


@dataclass
class TextLine:
    """Letters on one baseline, in file order."""

    text: str
    """As the first engine reads it; gaps become spaces only if both engines see them."""
    left: float
    right: float
    """End of its last non-blank letter."""
    baseline: float
    size: float
    """Largest letter size."""
    ends: list[float] = field(default_factory=list)
    """End of each letter; empty for rotated text, which is never joined."""
    is_doubtful: bool = False
    """Whether the second engine reads it differently."""
    odd: list[str] = field(default_factory=list)


@dataclass
class LaidCell:
    """A cell of a table, between its ruling lines."""

    left: float
    top: float
    right: float
    bottom: float
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    lines: list[TextLine] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines unchanged, separated by line breaks."""
        return "\n".join(line.text for line in self.lines)

    @property
    def is_blank(self) -> bool:
        """Whether the cell is empty."""
        return not self.text.strip() and not self.odd


@dataclass
class LaidTable:
    """A table formed by ruling lines."""

    edges: list[float]
    """The x of the vertical lines."""
    top: float
    bottom: float
    cells: list[LaidCell] = field(default_factory=list)

    @property
    def height(self) -> int:
        """Number of rows."""
        return max((cell.row + cell.rows for cell in self.cells), default=0)


@dataclass
class LaidPage:
    """One page."""

    number: int
    """From 1."""
    width: float
    height: float
    tables: list[LaidTable] = field(default_factory=list)
    """From top to bottom."""
    lines: list[TextLine] = field(default_factory=list)
    """Outside of tables, in the order of the file."""
    is_picture: bool = False
    """Whether it is a picture without visible text."""
    is_blank: bool = False
    odd: list[str] = field(default_factory=list)
    """What is on the page but was not read."""


PAGES = TypeAdapter(list[LaidPage])
"""Converts pages to JSON and back."""

ENGINES_DIFFER = "ตัวอ่าน PDF สองตัวอ่านได้ไม่เหมือนกัน"
ONE_ENGINE = "ตัวอักษรที่ตัวอ่าน PDF อ่านได้เพียงตัวเดียว"
UNKNOWN_LETTER = "ตัวอักษรหรือสัญลักษณ์ที่ไฟล์ PDF ไม่บอกว่าเป็นตัวใด"
LOST_TICK = "เครื่องหมายที่พิมพ์เป็นตัว ü เพราะไม่มีแบบอักษร Wingdings อ่านเป็นเครื่องหมายถูก"
STRUCK_OUT = "ข้อความที่ขีดฆ่า ซึ่งไม่ได้นำมา"
OUT_OF_ORDER = "ลำดับข้อความในไฟล์ PDF ไม่ตรงกับที่เห็นบนหน้า"
OUT_OF_CELLS = "ข้อความในตารางที่ไม่อยู่ระหว่างเส้นของช่องใด เก็บไว้เป็นย่อหน้า"
NOT_SEEN = "ข้อความที่ไม่เห็นบนหน้า ซึ่งไม่ได้นำมา"
A_FIELD = "ช่องกรอกหรือหมายเหตุที่วางบนหน้า ซึ่งไม่ได้อ่าน"
A_PICTURE_IN_CELL = "รูปภาพ"
