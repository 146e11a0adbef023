"""Reads our workbooks from disk: detected by their bytes, in any spreadsheet format they were saved in."""

from __future__ import annotations

from pathlib import Path

from generator.errors import UsageError
from generator.intake.office_limits import OfficeKind, kind_of_office_file, read_office_file
from generator.intake.spreadsheets.old_sheets import read_old_sheets
from generator.intake.spreadsheets.xlsx_cells import BookCells, read_xlsx
from generator.intake.workbook.book_reader import ReadBook, is_our_workbook, read_book


def read_cells(name: str, content: bytes) -> BookCells:
    """Return the cells of a spreadsheet; UsageError for any other file."""
    kind = kind_of_office_file(name, content)
    if kind is OfficeKind.XLSX:
        return read_xlsx(name, content)
    if kind in (OfficeKind.XLS, OfficeKind.ODS):
        return read_old_sheets(name, content)
    raise UsageError(f"“{name}” ไม่ใช่สมุดงาน ให้ใช้ phaen import {name} --out ตรวจทาน.xlsx ก่อน")


def refuse_published_data(name: str, book: BookCells) -> None:
    """Raise UsageError for the workbook that the site publishes: its figures are computed, not printed."""
    if any(text == "project_id" for sheet in book.sheets for at, text in sheet.texts.items() if at == (1, 1)):
        raise UsageError(
            f"“{name}” เป็นไฟล์ข้อมูลที่เผยแพร่ (plan.xlsx) ซึ่งมีตัวเลขที่คำนวณแล้วรวมอยู่ ให้แก้ในสมุดงานจาก phaen template แทน"
        )


def read_our_book(file: Path) -> ReadBook:
    """Return the content of one of our workbooks; UsageError for other files and our published data files."""
    book = read_cells(file.name, read_office_file(file))
    if is_our_workbook(book):
        return read_book(book)
    refuse_published_data(file.name, book)
    raise UsageError(
        f"“{file.name}” ไม่ใช่สมุดงานของระบบนี้ ถ้าเป็นแผนของ อปท. ให้สั่ง phaen import {file.name} --out ตรวจทาน.xlsx ก่อน"
    )
