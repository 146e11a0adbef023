"""Numbered headings and captions above tables of a Word file entitle the tables and do not become prose."""

from __future__ import annotations

from typing import Any

import pytest

from generator.intake.reviewing import Review, review_documents
from generator.reading.content_tree import DiskTree
from generator.thai.years import Cycle
from tests.building_blocks import PUBLISHED
from tests.intake.word_files import docx, paragraph, run, table, tc

LONG = "การบริหารราชการในปัจจุบันต้องปรับตัวให้ทันต่อการเปลี่ยนแปลงของเศรษฐกิจและสังคมอยู่เสมอ"
HEADING = "๒ ผลการวิเคราะห์ความจำเป็นในการพัฒนาบุคลากรของเทศบาลตำบลโพนทอง"
FORM = [("ที่", "สมรรถนะ", "ระดับ"), ("๑", "การมุ่งผลสัมฤทธิ์", "๓")]
CALENDAR = [("สี", "ขนาด", "เดือน", "ห้อง"), ("แดง", "ใหญ่", "ตุลาคม", "หนึ่ง")]
PROJECTS = [("ที่", "โครงการ", "ตัวชี้วัด", "งบประมาณ"), ("๑", "อบรม", "ร้อยละ ๘๐", "๑๐,๐๐๐")]
MORE = [("๒", "อบรมอีก", "ร้อยละ ๙๐", "๒๐,๐๐๐")]
Rows = list[tuple[str, ...]]


def reviewed(*blocks: str | Rows, mapping: dict[str, dict[str, str]] | None = None) -> Review:
    made = [
        paragraph(run(one)) if isinstance(one, str) else table([[tc(text) for text in row] for row in one])
        for one in blocks
    ]
    target = ("5440502", Cycle.parse("2567-2569"))
    return review_documents([("ก.docx", docx(*made))], DiskTree(PUBLISHED), target, mapping or {})


def sections(review: Review) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = review.content.of("narrative").get("sections", [])
    return found


def unused(review: Review) -> list[str]:
    return [row[1] for one in review.kept_tables if one.name.startswith("ย่อหน้า") for row in one.rows]


def test_heading_and_captions_above_tables_are_not_prose_and_not_lost() -> None:
    captions = ["ตารางที่ ๑ ปฏิทินการพัฒนาบุคลากรของเทศบาลตำบลโพนทอง", "ตารางที่ ๒ โครงการพัฒนาบุคลากรของเทศบาลตำบลโพนทอง"]
    review = reviewed("๑ หลักการและเหตุผล", LONG, HEADING, captions[0], CALENDAR, captions[1], PROJECTS, f"{LONG} ท้าย")
    assert [one["text"] for one in sections(review)] == [LONG]
    assert unused(review) == [HEADING, *captions, f"{LONG} ท้าย"]


def test_table_has_the_section_of_its_heading_and_its_caption() -> None:
    projects = reviewed(HEADING, "ตารางที่ ๒ โครงการพัฒนาบุคลากร", "(หน่วย : บาท)", PROJECTS).content.of("projects")
    assert (projects["section"], projects["title"]) == ("๒", "ตารางที่ ๒ โครงการพัฒนาบุคลากร")


def test_title_on_the_line_below_the_number_of_a_table_belongs_to_its_caption() -> None:
    projects = reviewed(HEADING, "ตารางที่ ๒", "โครงการพัฒนาบุคลากร", PROJECTS).content.of("projects")
    assert projects["title"] == "ตารางที่ ๒ โครงการพัฒนาบุคลากร"


def test_caption_tells_the_kind_of_a_table_that_its_columns_do_not() -> None:
    review = reviewed(HEADING, "ตารางที่ ๑ แบบประเมินสมรรถนะหลัก", FORM, "ตารางที่ ๒ แบบประเมินสมรรถนะประจำสายงาน", FORM)
    names = [one["name"] for one in review.content.of("plan")["evaluation_forms"]]
    assert names == ["ตารางที่ ๑ แบบประเมินสมรรถนะหลัก", "ตารางที่ ๒ แบบประเมินสมรรถนะประจำสายงาน"]


def test_kept_tables_under_one_heading_have_their_own_captions() -> None:
    mapping = {"other": dict.fromkeys(CALENDAR[0], "column")}
    other = [("สี", "ขนาด"), ("แดง", "ใหญ่")]
    review = reviewed(HEADING, "ตารางที่ ๑ ปฏิทิน", CALENDAR, "ตารางที่ ๒ สีประจำห้อง", other, mapping=mapping)
    titles = [(one["section"], one["title"]) for one in review.content.of("plan")["other_tables"]]
    assert titles == [("๒", "ตารางที่ ๑ ปฏิทิน"), ("๒", "ตารางที่ ๒ สีประจำห้อง")]


def test_unknown_table_is_told_and_kept_with_its_caption() -> None:
    review = reviewed("ตารางที่ ๑ ปฏิทินห้อง", CALENDAR)
    assert any("“ตารางที่ ๑ ปฏิทินห้อง”" in one.message for one in review.doubts if one.code == "INTAKE-002")
    assert any("ตารางที่ ๑ ปฏิทินห้อง" in one.name for one in review.kept_tables)


def test_unknown_table_under_its_own_caption_does_not_continue_the_projects() -> None:
    review = reviewed("ตารางที่ ๑ โครงการ", PROJECTS, "ตารางที่ ๒ ปฏิทินห้อง", CALENDAR)
    assert [one["name"] for one in review.content.of("projects")["projects"]] == ["อบรม"]


@pytest.mark.parametrize("caption", ["ตารางที่ ๑ โครงการ (ต่อ)", "ตารางที่ ๑ โครงการ"])
def test_repeated_caption_continues_the_table(caption: str) -> None:
    review = reviewed("ตารางที่ ๑ โครงการ", PROJECTS, caption, MORE)
    assert [one["name"] for one in review.content.of("projects")["projects"]] == ["อบรม", "อบรมอีก"]


def test_last_item_of_a_list_above_a_table_stays_prose() -> None:
    items = [f"{number} เพื่อพัฒนาบุคลากรของเทศบาลให้มีความรู้ความสามารถ" for number in ("๑.", "๒.")]
    review = reviewed("วัตถุประสงค์", *items, PROJECTS)
    assert [one["text"] for one in sections(review)] == ["\n\n".join(items)]


def test_long_heading_of_the_next_subject_ends_the_section() -> None:
    review = reviewed("๑ หลักการและเหตุผล", LONG, HEADING, f"{LONG} อื่น")
    assert [one["text"] for one in sections(review)] == [LONG]
    assert unused(review) == [HEADING, f"{LONG} อื่น"]


def test_items_of_a_numbered_section_are_not_its_next_heading() -> None:
    items = [f"{number} เพื่อพัฒนาบุคลากรของเทศบาลให้มีความรู้ความสามารถ" for number in ("๑.", "๒.", "๓.")]
    review = reviewed("๑. วัตถุประสงค์", *items)
    assert [one["text"] for one in sections(review)] == ["\n\n".join(items)]


def test_prose_goes_on_below_a_captioned_table() -> None:
    review = reviewed("๑ หลักการและเหตุผล", LONG, "ตารางที่ ๑ ปฏิทินห้อง", CALENDAR, f"{LONG} ต่อมา")
    assert [one["text"] for one in sections(review)] == [f"{LONG}\n\n{LONG} ต่อมา"]
