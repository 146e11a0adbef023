"""Forms of other offices: more columns, months, methods in words or as columns, a row per person."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from xlsxwriter import Workbook

from generator.intake.reviewing import Review, review_documents
from generator.reading.content_tree import DiskTree
from generator.thai.years import Cycle
from tests.building_blocks import PUBLISHED
from tests.intake.some_books import read_back

Rows = Sequence[Sequence[str]]


def reviewed(rows: Rows, *merged: tuple[int, int, int, int, str]) -> Review:
    """Return the review of a sheet; merged areas are first row and column, last row and column, text."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("ตาราง")
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text:
                sheet.write_string(row, column, text)
    for area in merged:
        sheet.merge_range(*area)
    book.close()
    return review_documents(
        [("แผน.xlsx", out.getvalue())], DiskTree(PUBLISHED), ("5440502", Cycle.parse("2567-2569")), {}
    )


def projects_of(review: Review) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = review.content.of("projects")["projects"]
    return found


def idp_of(review: Review) -> dict[str, Any]:
    return review.content.of("idp")


def messages(review: Review) -> list[str]:
    return [one.message for one in review.doubts if one.is_open and one.code != "INTAKE-010"]


def test_objective_result_and_place_have_their_own_fields() -> None:
    heads = ("ที่", "โครงการ", "วัตถุประสงค์", "ตัวชี้วัด", "ผลที่คาดว่าจะได้รับ", "งบประมาณ", "สถานที่ดำเนินการ")
    review = reviewed([heads, ("๑", "อบรม", "เพื่อความรู้", "ร้อยละ ๘๐", "ทำงานได้ถูกต้อง", "๑๐,๐๐๐", "ห้องประชุม")])
    (project,) = projects_of(review)
    assert (project["objective"], project["expected_result"], project["place"]) == (
        "เพื่อความรู้",
        "ทำงานได้ถูกต้อง",
        "ห้องประชุม",
    )
    assert [one for one in review.kept_tables if "ช่อง" in one.name] == []
    assert read_back(review.book).content.files == review.content.files


def test_a_target_without_a_label_stays_one_text() -> None:
    (project,) = projects_of(reviewed([("ที่", "โครงการ", "เป้าหมาย", "งบประมาณ"), ("๑", "อบรม", "บุคลากร ๒๐ คน", "-")]))
    assert project["targets"] == "บุคลากร ๒๐ คน"


def test_project_without_strategy_and_tactic_is_read_and_reported() -> None:
    review = reviewed([("ที่", "โครงการ", "ตัวชี้วัด", "งบประมาณ"), ("๑", "อบรม", "ร้อยละ ๘๐", "๑๐,๐๐๐")])
    (project,) = projects_of(review)
    assert not {"strategy", "tactic"} & project.keys()
    assert messages(review) == ["ไม่พบหัวข้อยุทธศาสตร์เหนือโครงการนี้"]


MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.")


def months_form(first: str, second: str) -> Review:
    rows = [
        ("ที่", "โครงการ", "งบประมาณ", "ระยะเวลาดำเนินการ", *[""] * 5),
        ("", "", "", first, "", "", second, "", ""),
        ("", "", "", *MONTHS),
        ("๑", "อบรม", "๑๐,๐๐๐", "", "✓", "✓", "/", "", ""),
    ]
    areas = ((0, 3, 0, 8, "ระยะเวลาดำเนินการ"), (1, 3, 1, 5, first), (1, 6, 1, 8, second))
    heads = tuple((0, column, 2, column, text) for column, text in enumerate(("ที่", "โครงการ", "งบประมาณ")))
    rows[0] = rows[1] = ("",)
    return reviewed(rows, *areas, *heads)


def test_ticks_under_months_become_the_months_with_their_year() -> None:
    (project,) = projects_of(months_form("พ.ศ. ๒๕๖๖", "พ.ศ. ๒๕๖๗"))
    assert project["periods"] == "พ.ย. ๒๕๖๖, ธ.ค. ๒๕๖๖, ม.ค. ๒๕๖๗"


def test_months_under_a_year_of_unknown_kind_are_reported() -> None:
    review = months_form("๒๕๖๖", "๒๕๖๗")
    assert [one for one in messages(review) if "ดูว่าปีตรงกับเอกสาร" in one] != []


def test_unknown_mark_under_a_month_is_reported() -> None:
    rows = [
        ("ที่", "โครงการ", "งบประมาณ", "ระยะเวลา", ""),
        ("", "", "", "ต.ค.", "พ.ย."),
        ("๑", "อบรม", "๑๐,๐๐๐", "บางวัน", ""),
    ]
    review = reviewed(rows)
    assert "“บางวัน” ใต้เดือน ต.ค." in messages(review)
    assert "periods" not in projects_of(review)[0]


IDP_HEADS = ("ที่", "ตำแหน่ง", "ทักษะที่ต้องพัฒนา", "วิธีการพัฒนา", "", "")


def test_methods_in_column_headings_become_a_legend_for_the_ticks() -> None:
    rows = [IDP_HEADS, ("", "", "", "การสอนงาน", "(๒) การดูงาน", "สัมมนา"), ("๑", "นิติกร", "กฎหมาย", "✓", "✓", "-")]
    review = reviewed(rows)
    assert idp_of(review)["methods"] == [{"name": "การสอนงาน"}, {"number": "๒", "name": "การดูงาน"}, {"name": "สัมมนา"}]
    assert idp_of(review)["rows"][0]["methods"] == ["การสอนงาน", "๒"]
    assert messages(review) == []


def test_methods_beside_other_headings_are_recognised_by_name() -> None:
    rows = [("ตำแหน่ง", "ทักษะที่ต้องพัฒนา", "เป้าหมาย", "การฝึกอบรม", "การสอนงาน"), ("นิติกร", "กฎหมาย", "ร้อยละ ๘๐", "", "/")]
    assert idp_of(reviewed(rows))["rows"][0]["methods"] == ["การสอนงาน"]


def test_methods_in_words_are_kept_line_by_line() -> None:
    rows = [("ตำแหน่ง", "ทักษะที่ต้องพัฒนา", "วิธีการพัฒนา"), ("นิติกร", "กฎหมาย", "การสอนงาน\nอบรม, ดูงาน")]
    review = reviewed(rows)
    assert idp_of(review)["rows"][0]["methods"] == ["การสอนงาน", {"printed": "อบรม, ดูงาน"}]
    assert read_back(review.book).content.files == review.content.files


def test_unknown_mark_under_a_method_is_reported() -> None:
    rows = [IDP_HEADS, ("", "", "", "การสอนงาน", "การดูงาน", "สัมมนา"), ("๑", "นิติกร", "กฎหมาย", "●", "", "")]
    review = reviewed(rows)
    assert messages(review) == ["“●” ใต้ “การสอนงาน”"]
    assert "methods" not in idp_of(review)["rows"][0]


def everything(review: Review) -> str:
    kept = [text for one in review.kept_tables for row in one.rows for text in row]
    return f"{review.content.files} {kept} {[one.message for one in review.doubts]}"


def test_row_across_the_table_with_an_unknown_department_is_a_group() -> None:
    """Of an LAO whose departments are not yet listed, as in the first workbook of an office."""
    rows = [("ตำแหน่ง", "ทักษะที่ต้องพัฒนา", "วิธีการพัฒนา"), (), ("นิติกร", "กฎหมาย", "อบรม"), (), ("ครู", "การสอน", "อบรม")]
    review = reviewed(rows, (1, 0, 1, 2, "กองใหม่ของเรา"), (3, 0, 3, 2, "กองใหม่ของเรา"))
    assert [(one["department"], one["position"]) for one in idp_of(review)["rows"]] == [
        ("กองใหม่ของเรา", "นิติกร"),
        ("กองใหม่ของเรา", "ครู"),
    ]
    assert messages(review) == ["หัวข้อกลุ่ม “กองใหม่ของเรา” ไม่ตรงกับส่วนราชการใด"]


def test_row_per_person_becomes_positions_without_names() -> None:
    rows = [("ที่", "ชื่อ-สกุล", "ตำแหน่ง", "ทักษะที่ต้องพัฒนา", "วิธีการพัฒนา"), ("๑", "สมชาย ใจดี", "นิติกร", "กฎหมาย", "อบรม")]
    review = reviewed(rows)
    assert idp_of(review)["rows"][0]["position"] == "นิติกร"
    assert "สมชาย" not in everything(review) and "ใจดี" not in everything(review)
    assert messages(review) == []


def test_column_of_names_and_positions_keeps_only_the_positions() -> None:
    rows = [
        ("ชื่อ-สกุล/ตำแหน่ง", "ทักษะที่ต้องพัฒนา", "วิธีการพัฒนา"),
        ("สมชาย ใจดี\nนิติกร", "กฎหมาย", "อบรม"),
        ("นางสาวสมหญิง รักเรียน ตำแหน่ง นักทรัพยากรบุคคล", "บริหารคน", "อบรม"),
        ("สมศรี มีสุข ตำแหน่ง นักวิชาการพัสดุ", "พัสดุ", "อบรม"),
    ]
    review = reviewed(rows)
    assert [one["position"] for one in idp_of(review)["rows"]] == ["นิติกร", "นักทรัพยากรบุคคล", "นักวิชาการพัสดุ"]
    said = everything(review)
    assert [one for one in ("สมชาย", "ใจดี", "สมหญิง", "รักเรียน", "สมศรี", "มีสุข") if one in said] == []
