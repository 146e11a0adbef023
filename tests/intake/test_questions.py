"""Questions about unknown columns: answers re-read the document, and work for every office with the form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result

from generator.intake.questions import KINDS, ROLES
from generator.intake.table_headings import IGNORED, heading_words
from tests.building_blocks import CODE
from tests.intake import office_commands
from tests.intake.office_commands import CYCLE, call
from tests.intake.some_books import read_back, saved
from tests.intake.word_files import docx, paragraph, run, table, tc

pytestmark = pytest.mark.usefixtures("content")
SHEET = "ถามความหมายคอลัมน์"
UNKNOWN = [["เลข", "สิ่งที่จะทำ", "เงินที่ใช้", "คนทำ"], ["๑", "อบรม", "๕,๐๐๐", "กองคลัง"]]
KNOWN = [["ที่", "โครงการ", "ตัวชี้วัด", "งบประมาณ", "ที่จัด"], ["๑", "อบรม", "ร้อยละ ๘๐", "๕,๐๐๐", "ห้องประชุม"]]


def review(rows: Sequence[Sequence[str]], *more: str, out: str = "review.xlsx") -> Result:
    title = paragraph(run("๓.๑๖ ปฏิทินการพัฒนาบุคลากร"))
    document = docx(title, table([[tc(text) for text in row] for row in rows]))
    return office_commands.review(document, "แผน.docx", *more, out=out)


def answer(*answers: str) -> None:
    """Choose an answer to each question in order, as an officer would in a spreadsheet."""
    book = openpyxl.load_workbook("review.xlsx")
    for row, text in enumerate(answers, start=3):
        book[SHEET].cell(row, 5).value = text or None
    Path("review.xlsx").write_bytes(saved(book))


def questions(book: str = "review.xlsx") -> list[list[str | None]]:
    sheets = openpyxl.load_workbook(book)
    if SHEET not in sheets.sheetnames:
        return []
    return [[cell.value for cell in row] for row in sheets[SHEET].iter_rows(min_row=3)]


def test_every_column_of_an_unknown_table_has_a_question_with_examples() -> None:
    assert "คอลัมน์ที่ถามความหมาย: 4 คอลัมน์" in review(UNKNOWN).output
    assert [row[2:4] for row in questions()] == [list(one) for one in zip(*UNKNOWN, strict=True)]


def test_only_the_unknown_column_of_a_known_table_has_a_question() -> None:
    review(KNOWN)
    assert [(row[0], row[2]) for row in questions()] == [("projects", "ที่จัด")]


def test_list_of_answers_is_that_of_the_table() -> None:
    review(KNOWN)
    book = openpyxl.load_workbook("review.xlsx")
    (validation,) = [one for one in book[SHEET].data_validations.dataValidation if "E3" in str(one.sqref)]
    ((sheet, cells),) = book.defined_names[validation.formula1.lstrip("=")].destinations
    words = [cell[0].value for cell in book[sheet][cells.replace("$", "")]]
    assert words == [*ROLES["projects"].values(), "ไม่ใช้คอลัมน์นี้"]


def test_answers_in_the_workbook_re_read_the_document() -> None:
    review(UNKNOWN)
    words = ROLES["projects"]
    answer(*(f"{KINDS['projects']}: {words[role]}" for role in ("number", "name", "budget", "responsible")))
    result = review(UNKNOWN, "--mapping", "review.xlsx", out="again.xlsx")
    assert result.exit_code == 0, result.output
    (project,) = read_back(Path("again.xlsx").read_bytes()).content.files["projects"]["projects"]
    assert (project["name"], project["budget"], project["responsible"]["departments"]) == ("อบรม", "๕,๐๐๐", ["finance"])
    assert questions("again.xlsx") == []


def test_answers_are_saved_as_a_file_for_other_offices() -> None:
    review(KNOWN)
    answer(ROLES["projects"]["place"])
    assert call("import", "review.xlsx", "--save-mapping", "form.yml").exit_code == 0
    assert Path("form.yml").read_text("utf-8") == "projects:\n  ที่จัด: place\n"
    review(KNOWN, "--mapping", "form.yml", out="again.xlsx")
    (project,) = read_back(Path("again.xlsx").read_bytes()).content.files["projects"]["projects"]
    assert project["place"] == "ห้องประชุม"


@pytest.mark.parametrize("old", ["# ของจังหวัด\nidp: {สมรรถนะ: skills}\n", "projects: {ที่จัด: name}\n", "ไม่ใช่ไฟล์จับคู่\n"])
def test_saved_mapping_does_not_overwrite_another_file_and_says_what_to_add(old: str) -> None:
    review(KNOWN)
    answer(ROLES["projects"]["place"])
    Path("form.yml").write_text(old, "utf-8")
    result = call("import", "review.xlsx", "--save-mapping", "form.yml")
    assert (result.exit_code, Path("form.yml").read_text("utf-8")) == (2, old)
    assert all(part in result.output for part in ("จึงไม่เขียนทับ ให้ระบุชื่ออื่น", "projects:\n  ที่จัด: place"))


def test_mapping_that_a_file_has_already_leaves_it_unchanged() -> None:
    review(KNOWN)
    answer(ROLES["projects"]["place"])
    old = "# ของจังหวัด\nprojects: {ที่ จัด: place, วงเงินรวม: budget}\n"
    Path("form.yml").write_text(old, "utf-8")
    result = call("import", "review.xlsx", "--save-mapping", "form.yml")
    assert (result.exit_code, "จึงไม่ได้เปลี่ยน" in result.output, Path("form.yml").read_text("utf-8")) == (0, True, old)


@pytest.mark.parametrize("out", ["form.xlsx", "missing/form.yml"])
def test_mapping_is_not_saved_under_another_ending_or_into_a_missing_folder(out: str) -> None:
    review(KNOWN)
    answer(ROLES["projects"]["place"])
    assert call("import", "review.xlsx", "--save-mapping", out).exit_code == 2
    assert not Path(out).exists()


CALENDAR = [["เดือน", "เรื่อง"], ["ตุลาคม", "ปฐมนิเทศ"], ["มีนาคม", ""]]


def test_table_to_keep_is_kept_as_printed_with_its_title() -> None:
    review(CALENDAR)
    answer("เก็บตารางนี้ไว้ตามที่พิมพ์")
    review(CALENDAR, "--mapping", "review.xlsx", out="again.xlsx")
    (kept,) = read_back(Path("again.xlsx").read_bytes()).content.files["plan"]["other_tables"]
    assert kept == {
        "section": "๓.๑๖",
        "title": "ปฏิทินการพัฒนาบุคลากร",
        "columns": ["เดือน", "เรื่อง"],
        "rows": [{"cells": ["ตุลาคม", "ปฐมนิเทศ"]}, {"cells": ["มีนาคม", ""]}],
    }


def test_kept_table_is_imported_into_the_plan(content: Path) -> None:
    review(CALENDAR)
    answer("", "เก็บตารางนี้ไว้ตามที่พิมพ์")
    review(CALENDAR, "--mapping", "review.xlsx", out="again.xlsx")
    result = call("import", "again.xlsx", "--into", f"{CODE}/{CYCLE}", "--accept-doubts")
    assert result.exit_code == 0, result.output
    (written,) = content.glob(f"plans/*/{CYCLE}/plan.yml")
    assert "other_tables:" in written.read_text("utf-8")


def test_left_out_column_is_kept_at_the_end_without_a_doubt() -> None:
    review(KNOWN)
    answer("ไม่ใช้คอลัมน์นี้")
    review(KNOWN, "--mapping", "review.xlsx", out="again.xlsx")
    book = openpyxl.load_workbook("again.xlsx")
    kept = [name for name in book.sheetnames if name.startswith("ที่ไม่ได้ใช้")]
    assert "ห้องประชุม" in [cell.value for name in kept for row in book[name] for cell in row]
    assert not [one for one in read_back(Path("again.xlsx").read_bytes()).open_notes if "ห้องประชุม" in one[1]]


def test_table_of_which_every_column_is_left_out_is_kept_at_the_end_and_not_asked_about_again() -> None:
    review(CALENDAR)
    answer("ไม่ใช้คอลัมน์นี้", "ไม่ใช้คอลัมน์นี้")
    assert call("import", "review.xlsx", "--save-mapping", "form.yml").exit_code == 0
    assert review(CALENDAR, "--mapping", "form.yml", out="again.xlsx").exit_code == 0
    again = read_back(Path("again.xlsx").read_bytes())
    assert (questions("again.xlsx"), again.open_notes) == ([], [])
    assert "other_tables" not in again.content.of("plan")
    assert "ปฐมนิเทศ" in str(again.carried.kept_tables)


def word(*tables: Sequence[Sequence[str]]) -> bytes:
    return docx(*(table([[tc(text) for text in row] for row in rows]) for rows in tables))


def excel(*tables: Sequence[Sequence[str]]) -> bytes:
    book = openpyxl.Workbook()
    del book[book.sheetnames[0]]
    for number, rows in enumerate(tables, start=1):
        sheet = book.create_sheet(f"ตาราง {number}")
        for row in rows:
            sheet.append(row)
    return saved(book)


TWO_YEARS = [["เลข", "สิ่งที่จะทำ", "เงินที่ใช้", ""], ["", "", "๒๕๖๗", "๒๕๖๘"], ["๑", "ดูงาน", "๖,๐๐๐", "๗,๐๐๐"]]


@pytest.mark.parametrize(("ending", "make"), [("docx", word), ("xlsx", excel)])
def test_answers_of_one_office_read_the_form_of_another_without_a_question(
    ending: str, make: Callable[..., bytes]
) -> None:
    assert office_commands.review(make(KNOWN, UNKNOWN), f"แผน.{ending}").exit_code == 0
    book = openpyxl.load_workbook("review.xlsx")
    lists = {str(one.sqref): one.formula1 for one in book[SHEET].data_validations.dataValidation}
    assert lists == {"E3": "list_meaning_projects", **{f"E{row}": "list_meaning_any" for row in range(4, 8)}}
    assert "คอลัมน์นี้คืออะไร" in str(book[SHEET]["E2"].value)
    words = ROLES["projects"]
    roles = ("number", "name", "budget", "responsible")
    answer(words["place"], *(f"{KINDS['projects']}: {words[role]}" for role in roles))
    assert call("import", "review.xlsx", "--save-mapping", "form.yml").exit_code == 0
    others = (
        [KNOWN[0], ["๑", "ประชุม", "ร้อยละ ๗๐", "๗,๐๐๐", "หอประชุม"]],
        [UNKNOWN[0], ["๒", "ดูงาน", "๘,๐๐๐", "กองคลัง"]],
    )
    result = office_commands.review(make(*others), f"อื่น.{ending}", "--mapping", "form.yml", out="other.xlsx")
    assert result.exit_code == 0, result.output
    first, second = read_back(Path("other.xlsx").read_bytes()).content.of("projects")["projects"]
    assert (first["name"], first["budget"], first["place"]) == ("ประชุม", "๗,๐๐๐", "หอประชุม")
    assert (second["name"], second["budget"], second["responsible"]["departments"]) == ("ดูงาน", "๘,๐๐๐", ["finance"])
    assert questions("other.xlsx") == []


def test_answer_about_a_column_with_years_below_it_reads_each_year() -> None:
    review(TWO_YEARS)
    assert [row[2] for row in questions()] == ["เลข", "สิ่งที่จะทำ", "เงินที่ใช้"]
    words = ROLES["projects"]
    answer(*(f"{KINDS['projects']}: {words[role]}" for role in ("number", "name", "budget")))
    review(TWO_YEARS, "--mapping", "review.xlsx", out="again.xlsx")
    (project,) = read_back(Path("again.xlsx").read_bytes()).content.of("projects")["projects"]
    assert project["budget"] == {"2567": "๖,๐๐๐", "2568": "๗,๐๐๐"}


def test_answer_that_is_not_on_the_list_is_refused_at_its_cell() -> None:
    review(KNOWN)
    answer("อะไรก็ได้")
    result = review(KNOWN, "--mapping", "review.xlsx", out="again.xlsx")
    assert (result.exit_code, f"{SHEET}!E3" in result.output) == (2, True)


def test_unused_answers_block_the_import() -> None:
    review(KNOWN)
    answer(ROLES["projects"]["place"])
    result = call("import", "review.xlsx", "--into", f"{CODE}/{CYCLE}")
    assert (result.exit_code, "คำตอบเรื่องคอลัมน์ที่ยังไม่ได้ใช้" in result.output) == (2, True)


@pytest.mark.parametrize("option", ["--mapping", "--save-mapping"])
def test_workbook_without_answers_is_refused_as_a_mapping(option: str) -> None:
    review(KNOWN)
    arguments = ("แผน.docx", "--out", "again.xlsx") if option == "--mapping" else ("review.xlsx",)
    value = "review.xlsx" if option == "--mapping" else "form.yml"
    result = call("import", *arguments, option, value)
    assert (result.exit_code, "ยังไม่มีคำตอบ" in result.output) == (2, True)


def test_every_role_of_a_heading_has_an_answer() -> None:
    for kind, roles in ROLES.items():
        unnamed = set(heading_words()[kind]) - {*roles, IGNORED}
        assert unnamed == set(), "name it for the officer in ROLES of generator/intake/questions.py"


def test_the_same_questions_give_the_same_bytes() -> None:
    review(UNKNOWN)
    first = Path("review.xlsx").read_bytes()
    review(UNKNOWN)
    assert Path("review.xlsx").read_bytes() == first


def test_edits_in_the_answered_workbook_become_doubts_in_the_new_one() -> None:
    review(KNOWN)
    book = openpyxl.load_workbook("review.xlsx")
    sheet = book["โครงการ"]
    names = {str(cell.value): cell for row in sheet.iter_rows() for cell in row}
    names["อบรม"].value = "อบรมจริยธรรม"
    names["๕,๐๐๐"].value = None
    edited = names["อบรม"].coordinate
    Path("review.xlsx").write_bytes(saved(book))
    answer("สถานที่ดำเนินการ")
    assert review(KNOWN, "--mapping", "review.xlsx", out="second.xlsx").exit_code == 0
    notes = [one for one in read_back(Path("second.xlsx").read_bytes()).open_notes if "สมุดงานก่อนหน้า" in one[1]]
    assert [message.partition(": ")[2].partition(" ")[0] for _, message in notes] == ["พิมพ์", "ลบ"]
    assert "“อบรมจริยธรรม”" in notes[0][1]
    assert edited in str(
        [[cell.value for cell in row] for row in openpyxl.load_workbook("second.xlsx")["สิ่งที่ต้องดู"].iter_rows()]
    )


def test_workbook_with_only_answers_has_no_doubt_about_edits() -> None:
    review(UNKNOWN)
    answer("โครงการ: ลำดับที่", "โครงการ: ชื่อโครงการหรือกิจกรรม", "โครงการ: งบประมาณ", "โครงการ: ผู้รับผิดชอบ")
    assert review(UNKNOWN, "--mapping", "review.xlsx", out="second.xlsx").exit_code == 0
    assert not [one for one in read_back(Path("second.xlsx").read_bytes()).open_notes if "สมุดงานก่อนหน้า" in one[1]]
