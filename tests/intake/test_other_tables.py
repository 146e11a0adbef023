"""Alignment, survey, steps, evaluation forms and prose in a Word file; and files of another plan or none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.exports.workbook import workbook
from generator.intake.prose import prose_headings
from generator.intake.reviewing import Review, review_documents
from generator.reading.content_tree import DiskTree
from generator.thai.years import Cycle
from generator.words.parts import NARRATIVE
from tests.building_blocks import PUBLISHED
from tests.exports.some_plans import real_plan
from tests.intake.some_books import read_back, real_content
from tests.intake.word_files import docx, paragraph, run, table, tc

TARGET = ("5440502", Cycle.parse("2567-2569"))


def said(text: str) -> str:
    return paragraph(run(text))


def grid(*rows: tuple[str, ...]) -> str:
    return table([[tc(text) for text in row] for row in rows])


def reviewed(*blocks: str) -> Review:
    return review_documents([("แผน.docx", docx(*blocks))], DiskTree(PUBLISHED), TARGET, {})


def plan_of(review: Review) -> dict[str, Any]:
    return review.content.of("plan")


def open_doubts(review: Review) -> list[str]:
    return [one.message for one in review.doubts if one.is_open]


def test_real_alignment_is_read_unchanged() -> None:
    wanted = real_content().of("plan")
    names = {one["id"]: f"{one['number']}. {one['name']}" for one in wanted["values"]}
    rows = [
        (
            f"ยุทธศาสตร์ที่ {one['number']} {one['name']}",
            "\n".join(names[value] for value in row["values"]) or row["printed"],
        )
        for one, row in zip(wanted["local_strategies"], wanted["alignment"]["rows"], strict=True)
    ]
    title = f"{wanted['alignment']['section']} {wanted['alignment']['title']}"
    plan = plan_of(reviewed(said(title), grid(("ยุทธศาสตร์การพัฒนาท้องถิ่น", "ค่านิยมร่วม"), *rows)))
    assert plan["local_strategies"] == wanted["local_strategies"]
    assert plan["values"] == wanted["values"]
    assert plan["alignment"] == wanted["alignment"]


def test_two_values_with_the_same_number_get_different_ids() -> None:
    rows = [("ยุทธศาสตร์ที่ ๑ ก", "๑. สามัคคี"), ("ยุทธศาสตร์ที่ ๒ ข", "๑. โปร่งใส")]
    plan = plan_of(reviewed(grid(("ยุทธศาสตร์การพัฒนาท้องถิ่น", "ค่านิยมร่วม"), *rows)))
    assert [one["id"] for one in plan["values"]] == ["value-1", "value-1-2"]


def test_real_survey_is_read_with_its_empty_cells() -> None:
    wanted = real_content().of("plan")["survey"]
    rows = [(one["printed"], *one["cells"]) for one in wanted["rows"]]
    title = f"{wanted['section']} {wanted['title']}"
    review = reviewed(said(title), grid(("ส่วนราชการ", *wanted["columns"]), *rows))
    survey = plan_of(review)["survey"]
    assert {key: survey[key] for key in ("section", "title", "columns")} == {
        key: wanted[key] for key in ("section", "title", "columns")
    }
    assert [(one["printed"], one["cells"]) for one in survey["rows"]] == [
        (one["printed"], one["cells"]) for one in wanted["rows"]
    ]
    assert open_doubts(review) == []


def test_real_steps_are_read_unchanged() -> None:
    wanted = real_content().of("plan")["request_steps"]
    rows = [(one["number"], one["text"]) for one in wanted["steps"]]
    plan = plan_of(reviewed(said(f"{wanted['section']} {wanted['title']}"), grid(("ลำดับ", "ขั้นตอน"), *rows)))
    assert plan["request_steps"] == wanted


def test_steps_of_another_subject_stay_unknown() -> None:
    review = reviewed(grid(("ลำดับ", "ขั้นตอน"), ("๑", "ตั้งคณะกรรมการ")))
    assert "request_steps" not in plan_of(review)
    assert [one.code for one in review.doubts if one.is_open] == ["INTAKE-002"]


def test_evaluation_form_keeps_groups_and_competencies_and_reports_explanations() -> None:
    heads = (("ที่", "สมรรถนะที่ประเมิน", "คำอธิบาย"),)
    band = [tc("๑ สมรรถนะหลัก", 3)]
    made = table([[tc(text) for text in heads[0]], band, [tc("๑.๑"), tc("การทำงานเป็นทีม"), tc("ร่วมงานกับผู้อื่น")]])
    review = reviewed(said("๔.๒ การประเมินผลการปฏิบัติงานประจำปี"), made)
    (form,) = plan_of(review)["evaluation_forms"]
    assert form == {
        "name": "การประเมินผลการปฏิบัติงานประจำปี",
        "section": "๔.๒",
        "groups": [
            {
                "number": "๑",
                "name": "สมรรถนะหลัก",
                "competencies": [{"number": "๑.๑", "name": "การทำงานเป็นทีม"}],
            }
        ],
    }
    assert any("ร่วมงานกับผู้อื่น" in text for one in review.kept_tables for row in one.rows for text in row)


LONG = "การพัฒนาบุคลากรทำให้งานบริการประชาชนดีขึ้นอย่างต่อเนื่องทุกปี"


def test_prose_under_a_known_heading_becomes_a_section() -> None:
    review = reviewed(said("๑.๑ หลักการและเหตุผล"), said(LONG), said(LONG), said("๑.๒ เรื่องอื่น"), said("ข้อความ"))
    (section,) = review.content.of("narrative")["sections"]
    assert section == {"id": "rationale", "source": "๑.๑", "is_summary": "no", "text": f"{LONG}\n\n{LONG}"}
    assert [text for one in review.kept_tables for row in one.rows for text in row[1:]] == ["๑.๒ เรื่องอื่น", "ข้อความ"]
    assert read_back(review.book).content.files == review.content.files


def test_paragraph_that_named_a_person_is_not_in_the_section() -> None:
    review = reviewed(said("หลักการและเหตุผล"), said(LONG), said(f"นายสมชาย ใจดี {LONG}"))
    (section,) = review.content.of("narrative")["sections"]
    assert section["text"] == LONG


@pytest.mark.parametrize("sign", ["## ", "> ", "- ", "| "])
def test_markdown_sign_at_the_start_of_a_paragraph_is_escaped(sign: str) -> None:
    review = reviewed(said("หลักการและเหตุผล"), said(sign + LONG))
    (section,) = review.content.of("narrative")["sections"]
    assert section["text"].startswith("\\")
    assert read_back(review.book).content.files == review.content.files


def test_every_prose_heading_has_an_existing_section() -> None:
    assert set(prose_headings().values()) <= set(NARRATIVE)


@pytest.mark.parametrize(
    ("titles", "parts"),
    [
        (["แผนพัฒนาบุคลากร ๓ ปี พ.ศ. ๒๕๖๗ - ๒๕๖๙"], []),
        (["แผนพัฒนาบุคลากร พ.ศ. ๒๕๖๔ - ๒๕๖๖", "แผนพัฒนาบุคลากร พ.ศ. ๒๕๖๗ - ๒๕๖๙"], ["พบชื่อแผนของ 2 รอบ"]),
        (["แผนพัฒนาบุคลากร ๓ ปี พ.ศ. ๒๕๗๐ - ๒๕๗๒"], ["เป็นรอบ 2570-2572 แต่กำลังอ่านเข้ารอบ 2567-2569"]),
        (["แผนพัฒนาบุคลากร เทศบาลตำบลโพนทอง"], []),
        (["แผนพัฒนาบุคลากร เทศบาลตำบลอื่น"], ["เป็นของ “อื่น”"]),
        (["แผนพัฒนาบุคลากร ๓ ปี", "พ.ศ. ๒๕๖๗ - ๒๕๖๙", "ทต.อื่น"], ["เป็นของ “อื่น”"]),
        (["แผนพัฒนาบุคลากร ๓ ปี", "เสนอต่อเทศบาลตำบลอื่น"], []),
        (["ยึดตามแผนพัฒนาบุคลากร พ.ศ. ๒๕๖๔ - ๒๕๖๖ ที่ผ่านมา"], []),
    ],
)
def test_title_lines_of_another_plan_are_reported(titles: list[str], parts: list[str]) -> None:
    found = [one.message for one in reviewed(*map(said, titles)).doubts if one.code == "INTAKE-013"]
    assert len(found) == len(parts)
    assert all(part in message for part, message in zip(parts, found, strict=True))


def test_published_data_file_is_refused_as_a_document(tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(workbook(real_plan()))
    result = CliRunner().invoke(main, ["import", str(file), "--out", str(tmp_path / "review.xlsx")])
    assert (result.exit_code, "phaen template" in result.output) == (2, True)
