"""PDFs of the plan and the year are complete, and an LAO's texts are never more than text."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.exports.pdf_blocks import side_by_side
from generator.exports.pdf_frame import PrintedPlan, publishable
from generator.exports.plan_pdf import plan_document
from generator.exports.typesetting import set_pdf
from generator.exports.year_pdf import year_document
from generator.findings import Finding, Severity
from generator.model.official import DocumentState
from generator.model.plan import NarrativeSection
from generator.reading.content_tree import DiskTree
from generator.reading.lao_reader import read_lao
from generator.thai.numerals import format_baht, to_thai
from generator.views.plan_context import PlanContext, plan_contexts
from generator.views.projects import projects_view
from generator.views.table_cells import text
from generator.views.tables import Column, Row, RowKind, Table
from tests.building_blocks import CODE, PUBLISHED, SLUG
from tests.exports.pdf_reading import pages_of, root_of, squeezed, text_of
from tests.site.hostile_lao import hostile_lao
from tests.site.test_hostile_lao import NARRATIVE, TRICKS
from tests.views.one_plan import one_plan, project, row

HASH = "5e" * 32
FOLDER = "plans/5440502-phon-thong"


def plan_pdf(context: PlanContext) -> bytes:
    return set_pdf(plan_document(PrintedPlan(context, HASH, "https://plan.example.go.th/sub/")))


def year_pdf(context: PlanContext) -> bytes:
    return set_pdf(year_document(PrintedPlan(context, HASH), context.plan.cycle.years[0]))


@pytest.fixture(scope="module")
def real() -> PlanContext:
    read = read_lao("5440502", [FOLDER], DiskTree(Path(PUBLISHED)), None)
    return next(plan_contexts(read, read.lao_folder.findings, datetime.date(2024, 6, 1)))


@pytest.fixture(scope="module")
def real_pdf(real: PlanContext) -> bytes:
    return plan_pdf(real)


def test_every_project_and_position_of_the_real_plan_is_found_in_its_text(real: PlanContext, real_pdf: bytes) -> None:
    text = text_of(real_pdf)
    names = [one.name for one in real.projects] + [one.indicator or "" for one in real.projects]
    names += [one.position for one in (real.files.idp.rows if real.files.idp else ())]
    assert [name for name in names if squeezed(name) not in text] == []


def test_every_total_of_the_real_plan_is_found_in_thai_digits(real: PlanContext, real_pdf: bytes) -> None:
    text = text_of(real_pdf)
    view = projects_view(real)
    sums = [view.money, *(one.money for one in view.strategies), *(t.money for s in view.strategies for t in s.tactics)]
    totals = [format_baht(money.total_baht, "thai") for money in sums if money.with_amount]
    assert "๖๖๔,๐๐๐" in totals
    assert [total for total in totals if total not in text] == []
    assert "๖๐๖,๐๐๐" in text  # from the matrix, which differs; both are shown


def test_every_page_has_number_hash_and_a_note_that_it_is_not_the_original(real_pdf: bytes) -> None:
    pages = list(map(squeezed, pages_of(real_pdf)))
    assert len(pages) > 10
    for number, page in enumerate(pages, 1):
        assert "มิใช่ต้นฉบับที่ลงนาม" in page
        assert HASH[:16] in page
        assert number == 1 or to_thai(f"หน้า{number}จาก{len(pages)}") in page
    assert HASH in pages[0]


def test_table_headings_repeat_on_every_page(real_pdf: bytes) -> None:
    pages = list(map(squeezed, pages_of(real_pdf)))
    assert sum("ทักษะที่ต้องพัฒนา" in page and "(หมายเลข)" in page for page in pages) > 2


def test_a_pdf_is_tagged_and_has_no_date_script_or_file(real_pdf: bytes) -> None:
    root = root_of(real_pdf)
    assert (root["language"], root["marked"], root["standard"], root["dates"]) == ("th-TH", "True", "1", "")
    for key in ("/OpenAction", "/AA", "/Names", "/AcroForm"):
        assert key not in root["keys"]


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert plan_pdf(one_plan()) == plan_pdf(one_plan())


def test_another_content_hash_gives_other_bytes() -> None:
    assert year_pdf(one_plan()) != set_pdf(
        year_document(PrintedPlan(one_plan(), "0" * 64), one_plan().plan.cycle.years[0])
    )


@pytest.mark.parametrize("make", [plan_pdf, year_pdf])
def test_a_draft_has_a_watermark_and_signature_lines(make: Any) -> None:
    pages = pages_of(make(one_plan(plan={"state": "draft"})))
    assert all("ร่าง" in page for page in pages)
    assert "ลงชื่อ" in squeezed("".join(pages))


@pytest.mark.parametrize("make", [plan_pdf, year_pdf])
def test_an_announced_plan_has_no_watermark_and_no_signature_line(make: Any) -> None:
    text = text_of(make(one_plan()))
    assert "ลงชื่อ" not in text
    assert "ร่างแผน" not in text


def test_a_plan_with_unreadable_state_is_not_called_a_draft() -> None:
    context = one_plan()
    plan = context.plan.model_copy(update={"state": DocumentState.UNREAD})
    text = text_of(plan_pdf(replace(context, files=replace(context.files, plan=plan))))
    assert "ไม่ทราบสถานะ" in text
    assert "ร่างแผน" not in text


HOSTILE = (
    '#panic("x")',
    '#import "@preview/cetz:0.1.0"',
    '#read("/etc/passwd")',
    "$ sum_1^2 $ *ก* _ข_ `ค` = ง <label> @ref // หมาย /* เหตุ */",
    '"], #sys.inputs, ["',
    "\\u{41} \\ # ~ --- \u202eกลับ\u2066 \x00 \u0e48\u0e48\u0e48 \U0001d54f 漢",
    "ก" * 3000,
    "x" * 3000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_of_an_lao_is_set_as_text(text: str) -> None:
    prose = f"# {text}\n\n- {text}\n\n1. {text}\n\n| {text} |\n|---|\n| x |"
    hostile = one_plan(
        lao={"name": text[:60]},
        plan={"title": text, "rationale": [text], "state": "draft"},
        projects=[project(name=text, indicator=text, note=text)],
        idp={"rows": [row(position=text)]},
        narrative=[NarrativeSection("idp", text, True, prose)],
    )
    for pdf in (plan_pdf(hostile), year_pdf(hostile)):
        read = text_of(pdf)
        if text.isascii():
            assert squeezed(text[:200]) in read.replace("\\r", "")


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
def test_a_plan_with_only_hostile_fields_is_set_as_text(trick: str, tmp_path: Path) -> None:
    texts = hostile_lao(tmp_path, lambda name, _: f"{name} {trick}", lambda *_: "https://evil.example/x", NARRATIVE)
    read = read_lao(CODE, [f"plans/{CODE}-{SLUG}"], DiskTree(tmp_path), None)
    [context] = plan_contexts(read, read.lao_folder.findings, datetime.date(2024, 6, 1))
    pdf = plan_pdf(context)
    read_again = text_of(pdf)
    for name in ("Project.name", "IdpRow.position", "Strategy.name", "Announcement.title"):
        assert name in texts
        assert name in read_again
    assert root_of(pdf)["keys"] == root_of(plan_pdf(one_plan()))["keys"]
    assert b"/URI" not in pdf
    assert b"/JavaScript" not in pdf


def test_a_character_missing_from_the_font_is_written_as_its_code() -> None:
    text = text_of(plan_pdf(one_plan(projects=[project(name="โครงการ 漢 ✓")])))
    assert "โครงการ[U+6F22]✓" in text


def test_personal_data_found_by_a_rule_is_left_out() -> None:
    context = one_plan(projects=[project(note="โทร 081-234-5678 นายสมชาย ใจดี")])
    found = Finding("PDPA-001", Severity.ERROR, "x", context.location("projects.yml"), "x")
    assert "081-234-5678" not in text_of(plan_pdf(publishable(context, [found])))
    assert "081-234-5678" in text_of(plan_pdf(publishable(context, [])))


def test_the_pdf_of_a_year_says_that_it_is_an_extract() -> None:
    text = text_of(year_pdf(one_plan()))
    assert "แผนพัฒนาบุคลากรประจำปีงบประมาณพ.ศ." in text
    assert "ไม่ใช่เอกสารที่ประกาศแยกต่างหาก" in text


@pytest.mark.parametrize(("departments", "tables"), [(2, 1), (7, 1), (8, 2), (24, 4)])
def test_a_wide_budget_matrix_is_split_with_the_first_column_repeated(departments: int, tables: int) -> None:
    columns = (Column("ยุทธศาสตร์"), *(Column(f"กอง {place}") for place in range(departments)))
    cells = (text("ก"), *(text(str(place)) for place in range(departments)))
    data = Table("m", text("ตาราง"), columns, (Row((text("กลุ่ม"),), RowKind.GROUP), Row(cells)), (Row(cells),))
    parts = side_by_side(data, 7)
    assert len(parts) == tables
    assert [one for part in parts for one in part.columns[1:]] == list(columns[1:])
    assert all(len(part.columns) <= 8 and part.columns[0] == columns[0] for part in parts)
    for rows in ([part.rows[1] for part in parts], [part.totals[0] for part in parts]):
        assert [cell for row in rows for cell in row.cells[1:]] == list(cells[1:])
    assert all(part.rows[0].cells == (text("กลุ่ม"),) for part in parts)
