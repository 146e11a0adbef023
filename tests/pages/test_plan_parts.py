"""The pages of a plan: hostile text stays text, empty parts are stated in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from generator import addresses
from generator.findings import Finding, Location, Severity
from generator.model.plan import NarrativeSection
from generator.pages import page_kinds
from generator.pages.as_markdown import as_markdown
from generator.pages.page import Page, PageMeta
from generator.pages.renderer import Renderer
from generator.settings import Digits
from generator.views.plan_context import PlanContext
from tests.shown import html_of
from tests.views.one_plan import FY2567, PARTIAL, one_plan, project, results, row

HOSTILE = (
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' x='",
    "[x](javascript:alert(1))",
    "![x](//evil.example/x.png)",
    "⟦b1⟧",
    "{: #x onclick=y}",
    "{#x onclick=y}",
    "</td></tr></table><p>",
    "**ก** `ข` <ค> &lt; &amp;",
    "{{ 7 * 7 }}{% raw %}",
    "# หัวเรื่อง",
    "javascript:alert(1)",
)


KINDS = {kind.name: kind for kind in (page_kinds.OVERVIEW, *page_kinds.PLAN_PARTS, page_kinds.YEAR)}
TEMPLATES = tuple(KINDS)


def rendered(name: str, context: PlanContext, digits: Digits = "arabic") -> Page:
    kind, code, cycle = KINDS[name], context.lao.code, context.plan.cycle
    if kind == page_kinds.YEAR:
        address, view = addresses.plan_year(code, cycle, FY2567), kind.view(context, FY2567)
    else:
        address, view = kind.address(code, cycle), kind.view(context)
    return Renderer(digits).render(kind, address, PageMeta("ชื่อ", ""), view)


class Reader(HTMLParser):
    """Collects elements with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id" and value]

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return every element with the names of its attributes: text must never change this."""
        return [(tag, tuple(attributes)) for tag, attributes in self.elements]


def filled(text: str, **parts: Any) -> PlanContext:
    """Return a plan whose every free text is `text`."""
    choice = [{"kind": "line", "number": text, "name": text, "section": text}]
    competency = {"number": text, "name": text, "summary": text}
    group = {"number": text, "name": text, "note": text, "competencies": [competency]}
    plan = {
        "title": text,
        "sources": [
            {
                "document": text,
                "received_as": text,
                "address": "https://example.go.th/plan",
                "extent": "partial",
                "sections": [text],
                "entered_by": "lao",
                "note": text,
            }
        ],
        "strategies": [
            {"id": "s1", "number": text, "name": text, "tactics": [{"id": "s1t1", "number": text, "name": text}]}
        ],
        "cover": {"unit": text, "office": text, "phone": text, "marks": [text], "printed_names": [text]},
        "appointment_order": {"number": text, "title": text},
        "approval": {"committee": text, "meeting": text},
        "announcement": {"title": text, "cited_laws": [text], "signatory": {"position": text, "name": text}},
        "drafting_stamps": [{"label": text, "printed": text}],
        "rationale": [text],
        "objectives": [text],
        "topics": [{"topic": "targets", "section": text, "note": text}],
        "curricula": choice,
        "methods": choice,
        "target_groups": choice,
        "competencies": [{"ref": "line-1", "kind": "line", "number": text, "name": text, "section": text}],
        "committee": {
            "section": text,
            "title": text,
            "years_printed": f"{text} ๒๕๖๗ - ๒๕๖๘",
            "members": [{"number": text, "position": text, "role": text}],
            "duties": [{"number": text, "text": text}],
        },
        "survey": {
            "section": text,
            "title": text,
            "columns": [text],
            "rows": [{"printed": text, "cells": [text]}],
        },
        "request_steps": {"section": text, "title": text, "steps": [{"number": text, "text": text}]},
        "idp_roles": {"section": text, "title": text, "roles": [{"number": text, "role": text, "duties": [text]}]},
        "quotations": [{"section": text, "text": text, "note": text}],
        "amendments": [{"number": text, "committee": text, "meeting": text, "reason": text, "ids": ["p1"]}],
        "corrections": [
            {
                "date": "1 ม.ค. 2567",
                "kind": "clerical",
                "ids": ["idp-1"],
                "reason": text,
                "source_page": text,
                "before": text,
                "after": text,
            }
        ],
        "acknowledged": [{"code": text, "reason": text, "ids": ["s1"]}],
        "documents": [{"id": "scan", "kind": text, "title": text, "file": text}],
        "evaluation_forms": [{"number": text, "name": text, "section": text, "summary": text, "groups": [group]}],
        "monitoring": {
            "section": text,
            "title": text,
            "summary": text,
            "cited_law": {"title": text, "number": text, "date": text, "section": text},
        },
    }
    idp = {
        "section": text,
        "title": text,
        "methods": [{"number": text, "name": text}],
        "rows": [
            row(
                staff_category=text,
                position=text,
                skills=[{"number": text, "text": text, "competencies": ["line", "line-1"]}],
                goals=[{"number": text, "text": text}],
                methods=[{"number": text, "printed": f"อื่น {text}"}],
                note=text,
            ),
            row(id="idp-2", department=None, methods=[]),
        ],
    }
    reported = results(
        projects=[
            {
                "project": "p1",
                "status": "done",
                "indicator_result": text,
                "problems": text,
                "suggestions": text,
                "evidence": [{"title": text, "address": "https://example.go.th/evidence"}, {"title": text}],
            }
        ],
        staff=[{"position_type": text, "total": "๒", "trained": "๑"}],
    )
    context = one_plan(
        lao={
            "name": text,
            "departments": [{"id": "office", "name": text}],
            "name_variants": [{"text": text, "section": text, "note": text}],
        },
        plan=plan,
        idp=idp,
        projects=[
            project(number=text, name=text, indicator=text, budget=f"ตามที่จ่ายจริง {text}"),
            project(id="p2", name=text, periods={}, responsible={"printed": text}),
        ],
        results=[reported],
        **parts,
    )
    return replace(context, findings=tuple(found_everywhere(text, context.folder)))


def found_everywhere(text: str, folder: str) -> Iterator[Finding]:
    """Yield findings on every page, with `text` for every word."""
    places: list[tuple[str, tuple[str | int, ...]]] = [
        ("projects.yml", ("projects", 0)),
        ("idp.yml", ("rows", 0)),
        ("results/2567.yml", ()),
        ("plan.yml", ("committee",)),
        ("plan.yml", ("strategies", 0)),
        ("plan.yml", ()),
    ]
    for file, path in places:
        place = Location(f"{folder}/{file}", 1, 1, path)
        for code in ("DATE-001", "DATE-001", "X-001"):
            yield Finding(
                code, Severity.WARNING, text, place, text, suggestion=text, also=(place,), subjects=(text,), answer=text
            )


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stays_text(template: str, hostile: str) -> None:
    harmless = Reader(html_of(rendered(template, filled("ข้อความ"))))
    page = rendered(template, filled(hostile))
    found = Reader(html_of(page))
    assert found.shape == harmless.shape
    assert " ".join(hostile.split()) in " ".join(found.text.split())


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_adds_no_part_and_no_markup_in_plain_markdown(template: str, hostile: str) -> None:
    page, harmless = rendered(template, filled(hostile)), rendered(template, filled("ข้อความ"))
    assert [type(part) for part in page.parts] == [type(part) for part in harmless.parts]
    assert "<script" not in as_markdown(page.parts)


def test_prose_of_the_narrative_is_sanitised() -> None:
    written = (
        '<script>x()</script> [a](javascript:x()) <b onmouseover="x()">ข</b> <h2 id="x">ค</h2> ⟦b1⟧\n\n{: #x onclick=y}'
    )
    text = NarrativeSection("rationale", "บทที่ ๑", True, written)
    found = Reader(html_of(rendered("document", one_plan(narrative=[text]))))
    assert "script" not in {tag for tag, _ in found.elements}
    assert not [name for _, attributes in found.elements for name in attributes if name.startswith("on")]
    assert not [a["href"] for tag, a in found.elements if tag == "a" and "javascript" in (a.get("href") or "")]
    assert "x" not in found.ids


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("context", [one_plan(), filled("ข้อความ")], ids=["bare", "filled"])
def test_a_page_begins_with_title_and_lead_and_has_unique_ids(template: str, context: PlanContext) -> None:
    page = rendered(template, context)
    found = Reader(html_of(page))
    assert page.parts[0][0] == 1, "the heading of the page"
    assert [tag for tag, _ in found.elements].count("h1") == 1
    assert next(attributes.get("class") for tag, attributes in found.elements if tag == "p") == "lead"
    assert sorted(set(found.ids)) == sorted(found.ids)
    assert not [attributes for _, attributes in found.elements if "style" in attributes]


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("context", [one_plan(), filled("ข้อความ")], ids=["bare", "filled"])
def test_every_link_inside_a_page_has_a_target(template: str, context: PlanContext) -> None:
    found = Reader(html_of(rendered(template, context)))
    inside = {attributes["href"] for tag, attributes in found.elements if tag == "a"}
    assert {link[1:] for link in inside if link and link.startswith("#")} <= set(found.ids)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_table_has_a_caption_and_is_labelled_by_it(template: str) -> None:
    found = Reader(html_of(rendered(template, filled("ข้อความ"))))
    tables = [tag for tag, _ in found.elements if tag == "table"]
    regions = [attributes for _, attributes in found.elements if attributes.get("class") == "table-scroll"]
    captions = [attributes["id"] for tag, attributes in found.elements if tag == "caption"]
    assert tables
    assert len(tables) == len(captions)
    assert [region["aria-labelledby"] for region in regions] == captions


def widths(page: Page) -> list[set[int]]:
    """Return the widths of the rows of each table without rowspan, counting spans."""
    tables = re.findall(r"<table.*?</table>", html_of(page), re.DOTALL)
    return [
        {
            sum(int(span[0]) if (span := re.findall(r'colspan="(\d+)"', cell)) else 1 for cell in cells)
            for line in re.findall(r"<tr.*?</tr>", table, re.DOTALL)
            if (cells := re.findall(r"<t[hd][^>]*>", line))
        }
        for table in tables
        if "rowspan" not in table
    ]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_row_of_a_table_is_as_wide_as_its_head(template: str) -> None:
    assert all(len(found) == 1 for found in widths(rendered(template, filled("ข้อความ"))))


@pytest.mark.parametrize("template", TEMPLATES)
def test_our_numbers_use_the_configured_digits_and_printed_ones_do_not(template: str) -> None:
    reported = one_plan(results=[results()])

    def text(digits: Digits) -> str:
        return re.sub(r"plans/\S+", "", Reader(html_of(rendered(template, reported, digits))).text)

    assert not re.search("[0-9]", text("thai"))
    assert re.search("[0-9]", text("arabic"))
    assert "๑" in text("arabic") or template in ("monitoring", "evidence", "history"), "printed numbers stay as printed"


# Empty parts are stated in words


def text_of(template: str, **parts: Any) -> str:
    return Reader(html_of(rendered(template, one_plan(**parts)))).text


def test_an_idp_without_rows_is_said_in_words() -> None:
    assert "ยังไม่มีข้อมูลแผนพัฒนารายบุคคลของแผนนี้ในเว็บไซต์นี้" in text_of("idp", has_idp=False)
    assert "อยู่นอกส่วนของเอกสารที่ได้รับ" in text_of("idp", has_idp=False, plan={"sources": PARTIAL})


def test_idp_groups_without_a_heading_are_said_in_words() -> None:
    text = text_of("idp", idp={"rows": [row(department=None)]})
    assert "เอกสารไม่พิมพ์หัวข้อส่วนราชการ" in text
    assert "เอกสารไม่ระบุประเภทบุคลากร" in text


def test_idp_years_are_shown_as_printed() -> None:
    assert "ปีที่พิมพ์ในหัวตาราง: 2564–2566" in text_of("idp", idp={"years": ["๒๕๖๔", "๒๕๖๕", "๒๕๖๖"]})
    assert "ปีที่พิมพ์ในหัวตาราง: เอกสารไม่ระบุ" in text_of("idp", idp={"years": []})


def test_a_survey_without_answers_keeps_its_table_and_says_so() -> None:
    survey = {"section": "๓.๑๓", "columns": ["บริหาร"], "rows": [{"printed": "สำนักปลัด", "cells": [""]}]}
    text = text_of("document", plan={"survey": survey})
    assert "ไม่มีคำตอบในตารางของเอกสาร" in text
    assert text.count("ไม่มีคำตอบ") == 2
    answered = survey | {"rows": [{"printed": "สำนักปลัด", "cells": ["ต้องการ"]}]}
    assert "ไม่มีคำตอบ" not in text_of("document", plan={"survey": answered})


def test_the_name_of_the_signatory_is_shown_only_if_given() -> None:
    announcement = {"announcement": {"signatory": {"position": "นายกองค์การบริหารส่วนตำบล"}}}
    text = text_of("document", plan=announcement)
    assert "นายกองค์การบริหารส่วนตำบล" in text
    assert "ชื่อผู้ลงนาม" not in text


def test_the_author_of_a_part_is_stated() -> None:
    def text(is_summary: bool) -> str:
        return text_of("document", narrative=[NarrativeSection("idp", None, is_summary, "ข้อความ")])

    assert "สรุปโดยผู้บันทึกข้อมูล" in text(True)
    assert "ข้อความของ อปท." in text(False)


def test_topics_outside_the_part_received_are_never_called_missing() -> None:
    partial = text_of("document", plan={"sources": PARTIAL})
    assert "หลักการและเหตุผลจึงอาจอยู่นอกส่วนของเอกสารที่ได้รับ" in partial
    assert "ไม่พบ" not in partial


def test_both_values_of_a_correction_are_shown() -> None:
    correction = {"date": "1 ม.ค. 2567", "kind": "transcription", "ids": ["p1"], "reason": "อ่านผิด"}
    text = text_of("document", plan={"corrections": [correction | {"before": "๑,๐๐๐", "after": "๑๐,๐๐๐"}]})
    assert "๑,๐๐๐" in text
    assert "๑๐,๐๐๐" in text


def test_years_without_a_report_say_so() -> None:
    assert text_of("monitoring").count("ยังไม่รายงานผล") == 7, "once in the lead, twice a year"
    assert "ยังไม่รายงานผล" in text_of("year")


@pytest.mark.parametrize("basis", ["per_year", "whole_cycle", "not_stated"])
def test_nobody_is_accused_of_overspending(basis: str) -> None:
    overspent = results(projects=[{"project": "p1", "status": "done", "spent": "๙๙,๐๐๐"}])
    for template in ("monitoring", "year"):
        text = text_of(template, plan={"budget_basis": basis}, results=[overspent])
        assert "99,000" in text
        assert not re.search("เกิน|เหลือ|ร้อยละ", text)


def test_spending_is_compared_with_a_budget_only_if_its_basis_allows() -> None:
    shown = {
        basis: text_of("monitoring", plan={"budget_basis": basis}, results=[results()])
        for basis in ("per_year", "whole_cycle", "not_stated")
    }
    assert "งบประมาณปีนี้ของโครงการเหล่านี้" in shown["per_year"]
    assert "งบประมาณรวมตลอดรอบแผน" in shown["whole_cycle"]
    assert "เงินที่ใช้ไปเทียบกับงบประมาณ" not in shown["not_stated"]
    assert "ตามแผน: 10,000 ไม่ระบุว่าต่อปีหรือรวม" in shown["not_stated"]
    assert {basis for basis, text in shown.items() if "จาก 10,000" in text} == {"per_year"}


def test_results_come_before_the_evaluation_and_their_tables_are_folded() -> None:
    html = html_of(rendered("monitoring", one_plan(results=[results()])))
    assert html.index('id="results"') < html.index('id="results-2567"') < html.index('id="evaluation"')
    start = html.index('<details class="more more--narrow"><summary>ดูผลของปีนี้ทั้งหมด 1')
    assert start < html.index('id="results-2567-caption"') < html.index("</details>", start)
    assert html.index("รายงานรอบ 12 เดือน") < start


def test_the_year_page_says_that_it_is_an_extract() -> None:
    text = text_of("year")
    assert "แผนพัฒนาบุคลากรประจำปีงบประมาณ พ.ศ. 2567" in text
    assert "ไม่ใช่เอกสารที่ประกาศแยกต่างหาก" in text


@pytest.mark.parametrize(
    ("basis", "summed", "said"),
    [
        ("per_year", True, "รวม 1\u00a0โครงการที่ระบุจำนวนเงินของปีนี้"),
        ("whole_cycle", False, "เป็นเงินรวมตลอดรอบแผน จึงไม่นำมารวมเป็นยอดของปีนี้"),
        ("not_stated", False, "เอกสารไม่ระบุว่าจำนวนเงินของ 1\u00a0โครงการเป็นเงินต่อปีหรือรวม 3\u00a0ปี"),
    ],
)
def test_the_year_page_sums_only_money_of_the_year(basis: str, summed: bool, said: str) -> None:
    text = text_of("year", plan={"budget_basis": basis})
    assert said in text
    assert ("ไม่รวมยอด" in text) is not summed


@pytest.mark.parametrize(
    ("budget", "said"),
    [("", "เอกสารไม่ระบุ"), ("ไม่ใช้งบประมาณ", "ไม่ใช้งบประมาณ"), ("ตามที่จ่ายจริง", "ตามที่จ่ายจริง"), ("๕๐๐", "500")],
)
@pytest.mark.parametrize("basis", ["per_year", "whole_cycle", "not_stated"])
def test_the_year_page_shows_each_state_of_a_budget_as_it_is(budget: str, said: str, basis: str) -> None:
    text = text_of("year", plan={"budget_basis": basis}, projects=[project(budget=budget)])
    assert said in text
    assert not re.search(r"(?<![\d,])0 บาท", text)


def test_a_year_without_projects_says_so() -> None:
    text = text_of("year", projects=[project(periods={"2568": "๑"})])
    assert "ไม่มีโครงการที่ระบุให้ดำเนินการในปีงบประมาณ พ.ศ. 2567" in text
