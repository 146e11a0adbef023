"""Two plans, two copies or two LAOs in the documents of one import are told with both places."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import openpyxl
import pytest

from generator.intake.reviewing import Review, review_documents
from generator.reading.content_tree import DiskTree
from generator.thai.years import Cycle
from tests.building_blocks import CODE, PUBLISHED
from tests.intake.office_commands import CYCLE, call, review
from tests.intake.some_books import saved
from tests.intake.word_files import docx, paragraph, run, table, tc

TARGET = ("5440502", Cycle.parse("2567-2569"))
Rows = Sequence[tuple[str, ...]]
HEADS = ("ที่", "โครงการ", "ตัวชี้วัด", "งบประมาณ", "ผู้รับผิดชอบ")
PLAN = [
    HEADS,
    ("ยุทธศาสตร์ที่ ๑ พัฒนาความรู้",),
    ("๑", "อบรมกฎหมาย", "ร้อยละ ๘๐", "๑๐,๐๐๐", "กองคลัง"),
    ("๒", "อบรมพัสดุ", "ร้อยละ ๘๐", "๒๐,๐๐๐", "กองคลัง"),
    ("ยุทธศาสตร์ที่ ๒ พัฒนาคุณธรรม",),
    ("๑", "อบรมจริยธรรม", "ร้อยละ ๘๐", "๓๐,๐๐๐", "กองคลัง"),
]
OTHER = [(row[0], f"{row[1]}แบบใหม่", *row[2:]) if len(row) > 1 and row is not HEADS else row for row in PLAN]


def workbook(*sheets: Rows) -> bytes:
    book = openpyxl.Workbook()
    del book[book.sheetnames[0]]
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"แผ่น{number}")
        for row in rows:
            sheet.append(row)
    return saved(book)


def word(*tables: Rows) -> bytes:
    filled = [[(*row, *[""] * (len(rows[0]) - len(row))) for row in rows] for rows in tables]
    return docx(*(table([[tc(text) for text in row] for row in rows]) for rows in filled))


def told(name: str, document: bytes, *, is_known: bool = True) -> list[str]:
    """Return messages and remedies about other plans."""
    return messages(review_documents([(name, document)], DiskTree(PUBLISHED), TARGET if is_known else None, {}))


def messages(review: Review) -> list[str]:
    assert all(one.is_open for one in review.doubts if one.code == "INTAKE-013")
    return [f"{one.message} {one.note().remedy}" for one in review.doubts if one.code == "INTAKE-013"]


@pytest.mark.parametrize("second", [PLAN, OTHER], ids=["copy", "other names"])
@pytest.mark.parametrize(
    ("name", "make", "places"),
    [("ก.xlsx", workbook, ("แผ่น1!A3", "แผ่น2!A3")), ("ก.docx", word, ("ตารางที่ 1 แถว 3", "ตารางที่ 2 แถว 3"))],
    ids=["sheets", "Word tables"],
)
def test_second_plan_is_told_with_both_places_what_was_taken_and_the_remedy(
    name: str, make: Callable[..., bytes], places: tuple[str, str], second: Rows
) -> None:
    (said,) = told(name, make(PLAN, second))
    assert all(part in said for part in (*places, "3 แถว", "นำมาทั้งสองแห่ง", "แยกเป็นไฟล์ละแผน")), said


def test_second_copy_on_the_same_sheet_is_told() -> None:
    (said,) = told("ก.xlsx", workbook([*PLAN, *PLAN]))
    assert "แผ่น1!A9" in said and "แผ่น1!A3" in said


def test_second_copy_in_another_file_of_the_same_import_is_told() -> None:
    both = [("ก.docx", word(PLAN)), ("ข.docx", word(PLAN))]
    (said,) = messages(review_documents(both, DiskTree(PUBLISHED), TARGET, {}))
    assert "ก.docx ตารางที่ 1" in said and "ข.docx ตารางที่ 1" in said


def test_second_copy_of_individual_plans_is_told() -> None:
    rows = [("ตำแหน่ง", "ทักษะที่ต้องพัฒนา", "วิธีการพัฒนา"), ("นิติกร", "กฎหมาย", "อบรม"), ("ปลัดเทศบาล", "บริหาร", "อบรม")]
    (said,) = told("ก.xlsx", workbook(rows, rows))
    assert "แผ่น1!A2" in said and "แผ่น2!A2" in said


def test_years_of_another_cycle_over_individual_plans_are_told() -> None:
    def rows(*years: str) -> Rows:
        heads = ("ตำแหน่ง", "ทักษะที่ต้องพัฒนา", "วิธีการพัฒนา", "ช่วงเวลาพัฒนา", "")
        return [heads, ("", "", "", *years), ("นิติกร", "กฎหมาย", "อบรม", "✓", "✓")]

    (said,) = told("ก.xlsx", workbook(rows("๒๕๖๗", "๒๕๖๘"), rows("๒๕๗๐", "๒๕๗๑")))
    assert "แผ่น1!A1" in said and "ใช้ปีของตารางแรก" in said


def test_totals_of_a_second_matrix_are_told_and_the_first_kept() -> None:
    def rows(amount: str) -> Rows:
        heads = ("ยุทธศาสตร์", "กลยุทธ์", "งบประมาณ", "รวม")
        return [heads, ("ยุทธศาสตร์ที่ ๑ พัฒนาความรู้", "", amount, amount), ("รวม", "", amount, amount)]

    review = review_documents([("ก.xlsx", workbook(rows("๑๐,๐๐๐"), rows("๒๐,๐๐๐")))], DiskTree(PUBLISHED), TARGET, {})
    assert review.content.of("plan")["budget_matrix"]["stated_grand_total"] == "๑๐,๐๐๐"
    assert [one for one in messages(review) if "๒๐,๐๐๐" in one and "แผ่น1!" in one] != []


NOT_TWO = {
    "numbers that restart where tactics were not recognised": [
        *PLAN[:4],
        ("๑", "อบรมดิจิทัล", "ร้อยละ ๘๐", "๑๐,๐๐๐", "กองคลัง"),
        ("๒", "อบรมภาษา", "ร้อยละ ๘๐", "๒๐,๐๐๐", "กองคลัง"),
    ],
    "one project printed twice": [*PLAN, ("๒", "อบรมกฎหมาย", "ร้อยละ ๘๐", "๑๐,๐๐๐", "กองคลัง")],
    "a plan": PLAN,
}


@pytest.mark.parametrize("name", NOT_TWO)
def test_one_plan_is_not_taken_for_two(name: str) -> None:
    assert told("ก.xlsx", workbook(NOT_TWO[name])) == []


def test_same_positions_in_two_schools_are_not_taken_for_two_plans() -> None:
    names = ["ผู้ดูแลเด็ก", "ครู", "ผู้ดูแลเด็ก", "ครู", *(f"นักวิชาการ{letter}" for letter in "กขคงจฉชซ")]
    rows = [("ตำแหน่ง", "ทักษะที่ต้องพัฒนา", "วิธีการพัฒนา"), *((name, "กฎหมาย", "อบรม") for name in names)]
    assert told("ก.xlsx", workbook(rows)) == []


TITLE = "แผนพัฒนาบุคลากร ๓ ปี พ.ศ. ๒๕๖๗ - ๒๕๖๙"


@pytest.mark.parametrize("is_known", [True, False], ids=["known LAO", "unknown LAO"])
def test_titles_of_two_offices_are_told_with_both_places(is_known: bool) -> None:
    titles = [f"{TITLE} เทศบาลตำบลโพนทอง", "ข้อความ", f"{TITLE} เทศบาลตำบลอื่น"]
    (said,) = told("ก.docx", docx(*(paragraph(run(text)) for text in titles)), is_known=is_known)
    assert all(part in said for part in ("“โพนทอง” (ก.docx ย่อหน้าที่ 1)", "“อื่น” (ก.docx ย่อหน้าที่ 3)", "อ่านรวม"))


def test_title_of_another_cycle_far_down_a_sheet_is_told_with_both_places() -> None:
    rows = [(TITLE,), *PLAN, ("แผนพัฒนาบุคลากร ๓ ปี พ.ศ. ๒๕๗๐ - ๒๕๗๒",)]
    (said,) = told("ก.xlsx", workbook([*rows[:4], *rows[4:-1], ("",), ("",), rows[-1]]))
    assert all(part in said for part in ("2567-2569 (แผ่น1!A1)", "2570-2572 (แผ่น1!A10)", "อ่านรวม")), said


@pytest.mark.usefixtures("content")
def test_second_plan_stops_the_import() -> None:
    assert review(workbook(PLAN, PLAN), "ก.xlsx").exit_code == 0
    result = call("import", "review.xlsx", "--into", f"{CODE}/{CYCLE}")
    assert (result.exit_code, "นำมาทั้งสองแห่ง" in result.output) == (2, True)
