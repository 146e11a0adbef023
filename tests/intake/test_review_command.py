"""From an office's Word file to a plan in content/, with an officer's commands; and refused files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result

from tests.building_blocks import CODE, SLUG
from tests.intake import office_commands
from tests.intake.four_offices import word_file
from tests.intake.office_commands import CYCLE, call
from tests.intake.some_books import real_content, saved
from tests.intake.word_files import docx, paragraph, run, table, tc

pytestmark = pytest.mark.usefixtures("content")
PROJECTS = [
    [tc("ที่"), tc("โครงการ"), tc("ตัวชี้วัด"), tc("งบประมาณ"), tc("ผู้รับผิดชอบ")],
    [tc("ยุทธศาสตร์ที่ ๑ พัฒนาความรู้", 5)],
    [tc("๑"), tc("โครงการอบรม"), tc("ร้อยละ ๘๐"), tc("๑๐,๐๐๐"), tc("กองคลัง")],
]


def review(document: bytes, name: str = "แผน.docx") -> Result:
    return office_commands.review(document, name)


def all_texts(book: str) -> str:
    with zipfile.ZipFile(book) as archive:
        return "".join(archive.read(part).decode() for part in archive.namelist() if part.endswith(".xml"))


def test_word_file_becomes_a_plan(content: Path) -> None:
    assert review(docx(table(PROJECTS))).exit_code == 0
    result = call("import", "review.xlsx", "--into", f"{CODE}/{CYCLE}")
    assert result.exit_code == 0, result.output
    folder = content / "plans" / f"{CODE}-{SLUG}" / CYCLE
    written = (folder / "projects.yml").read_text("utf-8")
    assert "responsible:\n      departments: [finance]\n      printed: กองคลัง" in written
    assert "entered_by: lao" in (folder / "plan.yml").read_text("utf-8")
    assert call("check", f"{CODE}").exit_code == 0


def test_wrong_ending_is_told_and_the_file_read_by_its_content() -> None:
    result = review(docx(table(PROJECTS)), "แผน.xlsx")
    assert result.exit_code == 0
    assert "“แผน.xlsx” เป็นไฟล์ .docx แม้ชื่อลงท้ายด้วย .xlsx" in result.output
    assert "โครงการ: 1 โครงการ" in result.output


@pytest.mark.parametrize("file", [docx(paragraph(" ")), docx(table([[tc(""), tc(" ")]]))], ids=["text", "table"])
def test_file_without_any_text_is_refused(file: bytes) -> None:
    result = review(file)
    assert (result.exit_code, "ไม่พบข้อความใน “แผน.docx”" in result.output) == (2, True)
    assert not Path("review.xlsx").exists()


def test_whole_plan_of_an_office_can_be_imported(content: Path) -> None:
    assert review(word_file(real_content(), "office")).exit_code == 0
    result = call("import", "review.xlsx", "--into", f"{CODE}/{CYCLE}", "--accept-doubts", "--dry-run")
    assert "projects.yml" in result.output


def test_open_doubts_block_the_import_until_checked(content: Path) -> None:
    review(docx(table([*PROJECTS, [tc("๒"), tc("โครงการสอง"), tc(""), tc(""), tc("หน่วยที่ไม่มี")]])))
    assert call("import", "review.xlsx", "--into", f"{CODE}/{CYCLE}").exit_code == 2
    book = openpyxl.load_workbook("review.xlsx")
    for row in book["สิ่งที่ต้องดู"].iter_rows(min_row=3):
        row[0].value = "ดูแล้ว"
    Path("review.xlsx").write_bytes(saved(book))
    assert call("import", "review.xlsx", "--into", f"{CODE}/{CYCLE}").exit_code == 0


def test_unknown_table_is_kept_whole() -> None:
    review(docx(table([[tc("สี"), tc("ขนาด")], [tc("แดง"), tc("ใหญ่")]])))
    kept = openpyxl.load_workbook("review.xlsx")["ที่ไม่ได้ใช้ 1"]
    assert [[cell.value for cell in row] for row in kept.iter_rows(min_row=3)] == [["สี", "ขนาด"], ["แดง", "ใหญ่"]]


def test_mapping_file_names_the_columns_of_another_form() -> None:
    rows = [[tc("เลข"), tc("สิ่งที่จะทำ"), tc("เงินที่ใช้"), tc("คนทำ")], [tc("๑"), tc("อบรม"), tc("๕,๐๐๐"), tc("กองคลัง")]]
    Path("map.yml").write_text("projects: {เลข: number, สิ่งที่จะทำ: name, เงินที่ใช้: budget, คนทำ: responsible}\n", "utf-8")
    Path("a.docx").write_bytes(docx(table(rows)))
    result = call("import", "a.docx", "--for", f"{CODE}/{CYCLE}", "--mapping", "map.yml", "--out", "review.xlsx")
    assert "โครงการ: 1 โครงการ" in result.output


def test_mapping_file_with_an_unknown_role_is_refused() -> None:
    Path("map.yml").write_text("projects: {เลข: เลขที่}\n", "utf-8")
    Path("a.docx").write_bytes(docx(table(PROJECTS)))
    result = call("import", "a.docx", "--mapping", "map.yml", "--out", "review.xlsx")
    assert (result.exit_code, "มีความหมาย" in result.output) == (2, True)


def test_no_persons_name_is_in_the_workbook_or_a_message() -> None:
    rows = [
        [tc("ที่"), tc("ชื่อ-สกุล"), tc("ตำแหน่ง"), tc("หน้าที่")],
        [tc("๑"), tc("สมชาย ใจดี"), tc("ปลัดเทศบาล"), tc("ประธานกรรมการ")],
        [tc("๒"), tc("นางสาวสมหญิง รักเรียน"), tc("นักทรัพยากรบุคคล"), tc("กรรมการ")],
    ]
    result = review(docx(paragraph(run("ลงชื่อ นายสมศักดิ์ มีสุข โทร. ๐๘๑-๒๓๔-๕๖๗๘")), table(rows)))
    said = result.output + all_texts("review.xlsx")
    assert not [one for one in ("สมชาย", "ใจดี", "สมหญิง", "รักเรียน", "สมศักดิ์", "มีสุข", "๕๖๗๘") if one in said]
    assert "ปลัดเทศบาล" in said


def _zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1")
REFUSED = {
    "empty": (b"", "ไฟล์ว่าง อาจคัดลอกหรือดาวน์โหลดไม่ครบ ให้คัดลอกใหม่"),
    "text": (b"hello", "ไม่ใช่ไฟล์ Word"),
    "damaged zip": (b"PK\x03\x04broken", "เสียหาย"),
    "macros": (_zip(**{"word__document.xml": b"<a/>", "word__vbaProject.bin": b"x"}), "มาโคร"),
    "zip bomb": (_zip(**{"word__document.xml": b"0" * 60_000_000}), "ใหญ่ผิดปกติ"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "รหัสผ่าน"),
    "another zip": (_zip(**{"a.txt": b"x"}), "ไม่ใช่ไฟล์ Word"),
    "no xml": (_zip(**{"word__document.xml": b"<a"}), "เสียหาย"),
    "no body": (_zip(**{"word__document.xml": b"<a/>"}), "ไม่มีเนื้อหา"),
    "pdf": (b"%PDF-1.7", "PDF"),
    "xlsx without sheets": (_zip(**{"xl__workbook.xml": b"<a/>"}), "เปิดไม่ได้"),
    "old Excel that is none": (OLE + "Workbook".encode("utf-16-le"), "เปิดไม่ได้"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_unreadable_file_is_refused_in_thai_and_nothing_is_written(name: str) -> None:
    document, said = REFUSED[name]
    result = review(document)
    assert (result.exit_code, said in result.output) == (2, True), result.output
    assert not Path("review.xlsx").exists()


def test_template_is_refused_as_a_document() -> None:
    call("template", CODE, "--out", "t.xlsx")
    result = call("import", "t.xlsx", "--out", "review.xlsx")
    assert (result.exit_code, "--into" in result.output) == (2, True)


def test_ten_thousand_rows_are_refused() -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("ตาราง")
    for _ in range(10_050):
        sheet.append(["x"])
    result = review(saved(book), "แผน.xlsx")
    assert (result.exit_code, "10,000 แถว" in result.output) == (2, True)
