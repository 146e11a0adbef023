"""The handbook's pictures of an annotated workbook: a fictional plan, checked and printed by LibreOffice.

`python -m tests.intake.workbook_pictures DIR` writes the sheet of projects and the list of findings; `make pictures`
writes them to the handbook. Sarabun, which the pages use, stands in for TH Sarabun New, which offices have.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import fontpkg_sarabun
import openpyxl
import pypdfium2
from openpyxl.styles import Font
from openpyxl.worksheet.dimensions import ColumnDimension, DimensionHolder
from PIL import Image, ImageChops

from generator.exports.book_style import row_height
from generator.intake.converting import office_program
from tests.building_blocks import make_lao, make_site
from tests.intake import office_commands
from tests.intake.office_commands import call
from tests.intake.some_books import saved
from tests.intake.word_files import docx, paragraph, run, table, tc

WIDTH = 1280
_ROOM = 1.2
"""Characters of Sarabun per character of a column's width."""
_SECONDS = 120
_TODAY = "2569-09-01"
_HEADS = ("ที่", "โครงการ", "ตัวชี้วัด", "เป้าหมาย", "งบประมาณ", "ระยะเวลา", "ผู้รับผิดชอบ")
_ROWS = (
    ("๑", "โครงการฝึกอบรมกฎหมายสำหรับพนักงาน", "ร้อยละ ๘๐ ผ่านการทดสอบ", "๓๐ คน", "๓๐,๐๐๐", "ปีงบประมาณ ๒๕๗๐", "กองคลัง"),
    ("๒", "โครงการฝึกอบรมการใช้โปรแกรมบัญชี", "ร้อยละ ๑๕๐ ใช้โปรแกรมได้", "๑๐ คน", "ราวสองหมื่น", "ปีงบประมาณ ๒๕๗๐", "กองคลัง"),
    ("๔", "โครงการศึกษาดูงานด้านการคลัง", "จำนวนครั้งที่ดูงาน", "๑๐ คน", "๒๐,๐๐๐", "ไตรมาสที่ ๕", "กองคลัง"),
    ("๕", "โครงการส่งเสริมคุณธรรม (ประจำปี", "ร้อยละ ๙๐ เข้าร่วม", "๔๐ คน", "๑๐,๐๐๐", "ปีงบประมาณ ๒๕๗๑", "กองช่างศิลป์"),
)
"""A table of projects with the slips of an office."""
_PROSE = ("หลักการและเหตุผล", "เป้าหมายการพัฒนา", "หลักสูตรการพัฒนา", "วิธีการพัฒนา", "การติดตามและประเมินผล")
"""Sections that the officer adds to the review workbook."""
_TYPED = "กองคลัง โทร ๐๘๑-๒๓๔-๕๖๗๘"
"""What the officer types where a department belongs."""


class Part(NamedTuple):
    """The part of a sheet in a picture."""

    sheet: str
    columns: dict[str, float]
    """Shown columns with their widths in characters."""
    rows: int
    """Last row."""


PICTURES = {
    "workbook-sheet": Part("โครงการ", {"B": 12, "D": 4, "E": 32, "G": 25, "L": 12, "M": 18, "Q": 19, "R": 20}, 6),
    "workbook-findings": Part("ผลการตรวจ", {"A": 9, "B": 12, "C": 38, "D": 50, "F": 14}, 10),
}


def answer(folder: Path) -> bytes:
    """Return the annotated workbook of a fictional office's document, made by its commands."""
    make_lao(make_site(folder))
    rows = [[tc(text) for text in row] for row in (_HEADS, *_ROWS)]
    rows[1:1] = [[tc(text, len(_HEADS))] for text in ("ยุทธศาสตร์ที่ ๑ พัฒนาความรู้", "กลยุทธ์ที่ ๑ ส่งเสริมการฝึกอบรม")]
    with contextlib.chdir(folder):
        office_commands.review(docx(paragraph(run("รายละเอียดโครงการ")), table(rows)), "แผน.docx")
        review = openpyxl.load_workbook("review.xlsx")
        for number, heading in enumerate(_PROSE, start=3):
            review["ข้อความ"][f"B{number}"], review["ข้อความ"][f"E{number}"] = heading, f"{heading}ของแผนนี้"
        review["โครงการ"]["R5"] = _TYPED
        review.save("review.xlsx")
        call("check", "review.xlsx", "--today", _TODAY, "--annotate", "answer.xlsx")
        return Path("answer.xlsx").read_bytes()


def picture(book: bytes, part: Part) -> Image.Image:
    """Return a part of a sheet as LibreOffice prints it, with headings of rows and columns, cropped."""
    opened = openpyxl.load_workbook(io.BytesIO(book))
    for name in opened.sheetnames:
        if name != part.sheet:
            del opened[name]
    sheet: Any = opened[part.sheet]
    sheet.column_dimensions = DimensionHolder(sheet)  # those of the file are of several columns each
    for column in sheet.iter_cols(min_row=1, max_row=1):
        letter = column[0].column_letter
        width = part.columns.get(letter, 8)
        sheet.column_dimensions[letter] = ColumnDimension(sheet, letter, width=width, hidden=letter not in part.columns)
    for row in sheet.iter_rows(min_row=2, max_row=part.rows):
        texts = [(str(cell.value or ""), part.columns.get(cell.column_letter, 0)) for cell in row]
        sheet.row_dimensions[row[0].row].height = row_height((text, width * _ROOM) for text, width in texts if width)
        for cell in row:
            old = cell.font
            cell.font = Font(name="Sarabun", size=11, bold=old.bold, color=old.color, underline=old.underline)
    sheet.print_area = f"{next(iter(part.columns))}2:{list(part.columns)[-1]}{part.rows}"
    sheet.print_title_rows = None
    sheet.print_options.headings = sheet.print_options.gridLines = True
    page = pypdfium2.PdfDocument(_printed(saved(opened)))[0]
    image = page.render(scale=4).to_pil().convert("RGB")
    box = ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox()
    cropped = image.crop(box)
    height = round(cropped.height * WIDTH / cropped.width)
    return cropped.resize((WIDTH, height), Image.Resampling.LANCZOS).quantize(64, dither=Image.Dither.NONE)


def _printed(book: bytes) -> bytes:
    program = office_program()
    if program is None:
        sys.exit("needs LibreOffice: apt-get install libreoffice-calc")
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(fontpkg_sarabun.ROOT / "files", f"{place}/.fonts")
        Path(place, "in.xlsx").write_bytes(book)
        command = [
            program,
            f"-env:UserInstallation=file://{place}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "in.xlsx",
        ]
        environment = {"PATH": os.environ["PATH"], "HOME": place, "LANG": "C.UTF-8"}
        subprocess.run(command, cwd=place, env=environment, capture_output=True, check=True, timeout=_SECONDS)
        return Path(place, "in.pdf").read_bytes()


def main() -> None:
    """Write the pictures to the folder named on the command line."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        book = answer(Path(place))
    for name, part in PICTURES.items():
        picture(book, part).save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
