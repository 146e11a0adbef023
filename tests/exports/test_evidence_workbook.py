"""An evidence sheet as a workbook has the content of its page."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from generator.exports.evidence_workbook import evidence_workbook, evidence_workbooks
from generator.findings import Finding, Location, Severity
from generator.model.content import Frameworks
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.thai.dates import FiscalYear
from generator.views.evidence_sheet import evidence_sheet_view
from generator.views.plan_context import PlanContext
from tests.building_blocks import PUBLISHED
from tests.views.one_plan import one_plan

SITE = "https://plan.example.go.th/"
YEAR = FiscalYear(2568)


@pytest.fixture(scope="module")
def frameworks() -> Frameworks:
    return read_frameworks(DiskTree(PUBLISHED))


@pytest.fixture
def context(frameworks: Frameworks) -> PlanContext:
    return replace(one_plan(), assessments=frameworks.assessments, site_url=SITE)


def rows_of(book: bytes, sheet: str) -> list[tuple[object, ...]]:
    return list(load_workbook(io.BytesIO(book))[sheet].iter_rows(values_only=True))


def test_every_element_of_the_page_has_a_row_with_its_result(context: PlanContext) -> None:
    view = evidence_sheet_view(context, YEAR)
    heading, *rows = rows_of(evidence_workbook(view), "องค์ประกอบ")
    assert heading[:5] == ("ข้อ", "ชื่อข้อ", "ปีที่ดู", "องค์ประกอบ", "ผล")
    shown = [one.fact.element.name for item in view.items for one in item.shown]
    assert [row[3] for row in rows] == shown
    assert len(shown) > 5


def test_the_text_for_the_form_equals_the_pages(context: PlanContext) -> None:
    view = evidence_sheet_view(context, YEAR)
    _, *rows = rows_of(evidence_workbook(view), "ข้อความลงแบบ")
    assert [row[2] for row in rows] == [item.copied or item.not_yet for item in view.items]
    assert SITE in str(rows[0][2])
    assert str(rows[1][2]).startswith("ยังไม่มีผลของปีงบประมาณ 2567")


def test_the_same_sheet_gives_the_same_bytes(context: PlanContext) -> None:
    view = evidence_sheet_view(context, YEAR)
    assert evidence_workbook(view) == evidence_workbook(view)


def test_each_year_with_known_items_has_a_workbook(context: PlanContext) -> None:
    names = sorted(path.rpartition("/")[2] for path in evidence_workbooks([context], ()))
    assert names == ["evidence-2567.xlsx", "evidence-2568.xlsx", "evidence-2569.xlsx"]


def test_a_text_like_a_formula_stays_a_text(context: PlanContext) -> None:
    view = replace(evidence_sheet_view(context, YEAR), lao_name="=1+1")
    sheet = load_workbook(io.BytesIO(evidence_workbook(view)))["เกี่ยวกับแบบนี้"]
    assert (sheet["B2"].value, sheet["B2"].data_type, sheet["B2"].quotePrefix) == ("=1+1", "s", True)


def test_possible_personal_data_is_left_out(context: PlanContext) -> None:
    found = (Finding("PDPA-002", Severity.ERROR, "", Location("plans/x"), ""),)
    lao = context.lao.model_copy(update={"ita_path": ("ติดต่อ ๐๘๑-๒๓๔-๕๖๗๘",)})
    (first, *_) = evidence_workbooks([replace(context, lao=lao)], found).values()
    assert "๐๘๑" not in str(rows_of(first, "เกี่ยวกับแบบนี้"))
