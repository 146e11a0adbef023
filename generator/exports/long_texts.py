"""Texts too long for a spreadsheet cell: truncated in their cell, complete on a separate sheet.

A cell allows 32,767 UTF-16 code units.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.exports.data_tables.data_table import DataColumn, DataType, Row

LONGEST = 32_767
_PIECE = 15_000
"""Characters per piece: at most twice as many UTF-16 code units."""
CUT = "… (ข้อความยาวเกินหนึ่งช่อง อ่านทั้งหมดได้ในแผ่นงาน “ข้อความยาว”)"


class _Piece(NamedTuple):
    table: str
    row_id: str
    column: str
    part: int
    text: str


_Column = DataColumn[_Piece]

LONG_TEXTS: tuple[_Column, ...] = (
    _Column("table", "ตาราง", "รหัสตาราง", lambda one: one.table),
    _Column("row_id", "รหัสแถว", "รหัสของแถวในตาราง", lambda one: one.row_id),
    _Column("column", "คอลัมน์", "รหัสคอลัมน์", lambda one: one.column),
    _Column("part", "ตอนที่", "ลำดับของตอน เริ่มที่ 1", lambda one: one.part, DataType.INTEGER),
    _Column("text", "ข้อความ", "ต่อกันตามลำดับโดยไม่เว้นวรรคเพิ่ม", lambda one: one.text, width=80),
)


class LongTexts:
    """The pieces of a workbook's long texts."""

    def __init__(self) -> None:
        """Start without pieces."""
        self.rows: list[Row] = []

    def fitted(self, text: str, table: str, row_id: str, column: str) -> str:
        """Return a text truncated to fit its cell; the pieces of a longer text are stored."""
        if len(text) <= _PIECE or utf16_length(text) <= LONGEST:
            return text
        pieces = [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]
        self.rows += [_Piece(table, row_id, column, part, piece) for part, piece in enumerate(pieces, start=1)]
        return pieces[0] + CUT


def utf16_length(text: str) -> int:
    """Return the length of a text in UTF-16 code units, as spreadsheets count."""
    return len(text.encode("utf-16-le")) // 2
