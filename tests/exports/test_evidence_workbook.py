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
from generator.views.document_lines import DocumentLine
from generator.views.evidence_sheet import evidence_sheet_view
from generator.views.plan_context import PlanContext
from tests.building_blocks import PUBLISHED
from tests.views.one_plan import PARTIAL, one_plan, results

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
    assert [row[8] for row in rows] == [view.whole(one.address) for item in view.items for one in item.shown]


def test_addresses_are_absolute_and_linked(context: PlanContext) -> None:
    book = load_workbook(io.BytesIO(evidence_workbook(evidence_sheet_view(context, YEAR))))
    place, page = book["องค์ประกอบ"]["I3"], book["ที่อยู่ที่ส่ง"]["C2"]
    assert str(place.value) == f"{SITE}lao/6990101/2567-2569/year/2568/#quarters"
    assert (place.hyperlink.target, place.hyperlink.location) == (place.value.partition("#")[0], "quarters")
    assert page.hyperlink.target == page.value == f"{SITE}lao/6990101/2567-2569/evidence/2568/"


def test_an_address_of_an_unknown_site_is_no_link(context: PlanContext) -> None:
    book = load_workbook(io.BytesIO(evidence_workbook(evidence_sheet_view(replace(context, site_url=""), YEAR))))
    cell = book["ที่อยู่ที่ส่ง"]["C2"]
    assert (cell.value, cell.hyperlink) == ("/lao/6990101/2567-2569/evidence/2568/", None)


def test_what_the_items_need_beyond_the_plan_is_as_on_the_page(context: PlanContext) -> None:
    view = evidence_sheet_view(context, YEAR)
    book = evidence_workbook(view)
    items, related = rows_of(book, "ข้อ")[1:], rows_of(book, "ข้ออื่นด้านบุคคล")[1:]
    assert [row[3] for row in items] == [one.fact.item.evidences for one in view.items]
    assert [row[4] for row in items] == ["\n".join(one.fact.item.also_needed) for one in view.items]
    assert [row[:2] for row in related] == [(one.number, one.name) for one in view.related]
    assert "ยังไม่ได้ยืนยันกับคู่มือ" in str(items[0][5]) and "ยังไม่ได้ยืนยันกับคู่มือ" in str(related[0][2])


def test_the_sheet_says_what_its_data_rests_on(frameworks: Frameworks) -> None:
    plan = one_plan(plan={"sources": PARTIAL}, results=[results()])
    view = evidence_sheet_view(replace(plan, assessments=frameworks.assessments, site_url=SITE), YEAR)
    about = dict(rows_of(evidence_workbook(view), "เกี่ยวกับแบบนี้"))
    assert about["รายงานผลล่าสุด ข้อมูล ณ วันที่"] == "2024-09-30"
    assert str(about["ผู้บันทึกข้อมูล"]).endswith("และเป็นบางส่วนของเอกสาร")
    assert view.assessment is not None
    assert str(about["ที่มาของรายการ"]).startswith(view.assessment.source)
    assert about["บัญชีไฟล์ของ อปท. พร้อมค่าแฮช"] == f"{SITE}lao/6990101/manifest.json"


def test_documents_have_whole_addresses_and_sizes(context: PlanContext) -> None:
    line = DocumentLine("แผน", "แผน", None, 1234, "/lao/6990101/2567-2569/documents/d1.pdf", "a" * 64, is_computed=True)
    view = replace(evidence_sheet_view(context, YEAR), files=(line,))
    ((_, *rest),) = rows_of(evidence_workbook(view), "เอกสารแนบ")[1:]
    assert rest == ["แผน", "", "1234", f"{SITE}lao/6990101/2567-2569/documents/d1.pdf", "a" * 64, "คำนวณจากไฟล์", ""]


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
