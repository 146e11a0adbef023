"""An evidence sheet of a fictional plan: steps from the LAO's website, drafts, text written by an LAO."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from generator.addresses import evidence_sheet
from generator.pages import page_kinds
from generator.pages.page import PageMeta
from generator.pages.renderer import Renderer
from generator.thai.dates import FiscalYear
from generator.views.evidence_sheet import evidence_sheet_view
from tests.shown import html_of
from tests.views.one_plan import FY2568, one_plan, project, results
from tests.views.some_evidence import assessment

YEAR = assessment(plan=("in_force", "budgets"), report=("results", "spending"))
WEBSITE: dict[str, Any] = {"website": "https://www.example.go.th", "ita_path": ["ITA", "ข้อมูล\nบุคคล"]}
HOSTILE = "<script>alert(1)</script></pre>⟦b1⟧ {{ 7*7 }}"


def sheet(year: FiscalYear = FY2568, *, site_url: str = "https://plan.example.go.th/below/", **parts: Any) -> str:
    context = dataclasses.replace(one_plan(**parts), assessments=(YEAR,), site_url=site_url)
    view = evidence_sheet_view(context, year)
    address = evidence_sheet(context.lao.code, context.plan.cycle, year)
    return html_of(Renderer("arabic").render(page_kinds.EVIDENCE_SHEET, address, PageMeta("ก", ""), view))


def test_the_steps_from_the_website_are_numbered() -> None:
    html = sheet(lao=WEBSITE)
    path = html[html.index('id="path"') :]
    assert path.index("https://www.example.go.th") < path.index("เลือก “ITA”") < path.index("เลือก “ข้อมูล<br>บุคคล”")
    own = "https://plan.example.go.th/below/lao/6990101/2567-2569/evidence/2568/"
    assert (
        f"1. เปิดเว็บไซต์ https://www.example.go.th\n2. เลือกเมนู ITA\n3. เลือกเมนู ข้อมูล บุคคล\n4. เปิดหน้าแบบแสดงหลักฐาน {own}"
        in html
    )


@pytest.mark.parametrize(
    ("lao", "said"),
    [({}, "ยังไม่ได้ระบุเว็บไซต์หลัก"), ({"website": "https://www.example.go.th"}, "ยังไม่ได้ระบุเมนูของเว็บไซต์หลัก")],
)
def test_an_unknown_place_is_stated_as_such(lao: dict[str, Any], said: str) -> None:
    assert said in sheet(lao=lao)


def test_a_site_without_url_says_so() -> None:
    html = sheet(site_url="")
    assert "สร้างโดยไม่ได้ระบุที่อยู่" in html
    assert "<code>/lao/6990101/2567-2569/evidence/2568/</code>" in html


@pytest.mark.parametrize(
    ("reported", "said"),
    [
        (None, "ยังไม่มีผลของปีงบประมาณ 2567 ครบรอบที่ข้อนี้ใช้ ยังไม่ควรส่งข้อนี้"),
        ({"round": "6"}, "ยังไม่มีผลของปีงบประมาณ 2567 ครบรอบที่ข้อนี้ใช้ ยังไม่ควรส่งข้อนี้"),
        ({"projects": [{"project": "p1", "people": "๓๐"}]}, "ยังไม่มีองค์ประกอบใดของข้อนี้ครบ ยังไม่ควรส่งข้อนี้"),
    ],
)
def test_an_item_without_any_met_element_has_no_text_to_copy(reported: dict[str, Any] | None, said: str) -> None:
    html = sheet(results=[] if reported is None else [results(**reported)])
    assert said in html
    assert "ข้อ o15 ก\nหลักฐาน" not in html


def test_an_item_with_a_met_element_has_a_text_to_copy() -> None:
    assert "ข้อ o15 ก\nหลักฐาน" in sheet(results=[results()])


def test_a_draft_is_no_evidence() -> None:
    assert "แผนนี้ยังเป็นร่าง จึงยังใช้เป็นหลักฐานไม่ได้" in sheet(plan={"state": "draft"})


def test_at_most_ten_incomplete_projects_are_named() -> None:
    listed = [project(id=f"p{number}", name=f"โครงการ {number}", budget="") for number in range(1, 13)]
    html = sheet(projects=listed)
    assert "พบ 0 จาก 12 โครงการ" in html
    assert 'href="../../projects/#p-p10"' in html
    assert 'href="../../projects/#p-p11"' not in html
    assert "และอีก 2 โครงการ" in html


def test_documents_have_their_hashes() -> None:
    document = {
        "id": "d1",
        "kind": "แผน",
        "title": "ฉบับลงนาม",
        "address": "https://x.example/a.pdf",
        "sha256": "a" * 64,
    }
    evidence = [{"title": "ภาพกิจกรรม", "sha256": "b" * 64}]
    report = results(projects=[{"project": "p1", "status": "done", "evidence": evidence}])
    html = sheet(plan={"documents": [document]}, results=[report])
    assert "a" * 64 in html
    assert "b" * 64 in html


def test_text_written_by_an_lao_stays_text() -> None:
    parts: dict[str, Any] = {"lao": {"name": HOSTILE, "ita_path": [HOSTILE], "website": "https://x.example/"}}
    html = sheet(projects=[project(name=HOSTILE, budget="")], **parts)
    assert "<script" not in html
    assert html.count("</pre>") == html.count("<pre")
