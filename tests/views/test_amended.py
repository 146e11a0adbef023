"""Changes by amendments are shown on their own line, beside the changed thing, and on the results of a removed one."""

from __future__ import annotations

from generator.addresses import amendment_anchor
from generator.pages.lao_pages import LaoPages
from generator.views.amended import amended_things, former_name
from generator.views.monitoring import monitoring_view
from generator.views.plan_context import PlanContext
from tests.shown import words_of
from tests.views.one_plan import FY2567, RESULTS, TODAY, one_plan, results

AMENDMENT = {
    "number": "๑",
    "effective_date": "1 มี.ค. 2567",
    "reason": "เงินไม่พอ",
    "items": [
        {"id": "p1", "what": "budget", "before": "๕,๐๐๐", "after": "๑๐,๐๐๐"},
        {"id": "budget_matrix", "before": "ยอดรวมเดิม", "after": "ยอดรวมใหม่"},
        {"id": "p9", "what": "removed", "before": "อบรมภาษาอังกฤษ"},
        {"id": "idp-1", "what": "text", "after": "เป้าหมายที่เพิ่ม"},
    ],
}
GONE = {"project": "p9", "status": "done", "spent": "๗,๐๐๐"}


def amended(**changes: object) -> PlanContext:
    return one_plan(
        plan={"amendments": [AMENDMENT | changes]}, results=[results(projects=[*RESULTS["projects"], GONE])]
    )


def text_of(context: PlanContext, part: str) -> str:
    """Return the words of one page of the plan."""
    pages = LaoPages("thai", TODAY).pages(context.read, ())
    (page,) = (page for page in pages if page.address.endswith(f"/{part}/"))
    return words_of(page)


def test_a_card_shows_the_change_and_its_reason() -> None:
    said = "ปรับปรุงครั้งที่ ๑ มีผล ๑ มีนาคม ๒๕๖๗: งบประมาณ เดิม ๕,๐๐๐ ใหม่ ๑๐,๐๐๐ เหตุผล: เงินไม่พอ"
    assert said in text_of(amended(), "projects")


def test_a_position_and_the_matrix_show_their_changes() -> None:
    assert "ข้อความ ใหม่ เป้าหมายที่เพิ่ม" in text_of(amended(), "idp")
    assert "เดิม ยอดรวมเดิม ใหม่ ยอดรวมใหม่" in text_of(amended(), "strategy")


def test_the_table_of_amendments_lists_every_item() -> None:
    page = text_of(amended(), "document")
    assert "งบประมาณ เดิม ๕,๐๐๐ ใหม่ ๑๐,๐๐๐" in page
    assert "ตารางงบประมาณรายส่วนราชการ รายการที่ปรับปรุง เดิม ยอดรวมเดิม" in page
    assert "รหัส p9 (ไม่มีในแผนฉบับนี้แล้ว) ยกเลิกรายการ เดิม อบรมภาษาอังกฤษ" in page


def test_an_amendment_that_only_names_a_project_is_on_its_card() -> None:
    assert "ปรับปรุงครั้งที่ ๑ เหตุผล: เงินไม่พอ" in text_of(amended(items=[], ids=["p1"], effective_date=None), "projects")


def test_a_mention_links_to_the_amendment() -> None:
    context = amended()
    (change,) = amended_things(context.lao, context.plan)["p1"]
    assert change.address.endswith(f"/document/#{amendment_anchor(0)}")


def test_results_of_a_removed_project_stay_under_its_name() -> None:
    (year, *_) = monitoring_view(amended()).years
    assert year.fiscal_year == FY2567 and year.report
    line = year.report.lines[-1]
    assert (line.name, line.address, line.spent_baht) == ("อบรมภาษาอังกฤษ", None, 7_000)
    assert (year.report.reported, year.report.elsewhere) == (2, 1)
    assert "อบรมภาษาอังกฤษ ไม่มีในแผนแล้ว ปรับปรุงครั้งที่ ๑" in text_of(amended(), "monitoring")


def test_results_of_an_unknown_project_are_shown_by_id() -> None:
    context = one_plan(results=[results(projects=[GONE])])
    assert "p9 ไม่มีโครงการนี้ในแผน" in text_of(context, "monitoring")


def test_a_project_that_is_reported_twice_is_shown_twice() -> None:
    twice = [*RESULTS["projects"], {"project": "p1", "status": "cancelled"}]
    (year, *_) = monitoring_view(one_plan(results=[results(projects=twice)])).years
    assert year.report
    assert [line.status for line in year.report.lines] == ["done", "cancelled"]
    assert year.report.reported == 1


def test_the_former_name_comes_from_the_amendment() -> None:
    renamed = [{"id": "p9", "what": "name", "before": "ชื่อแรก", "after": "ชื่อหลัง"}]
    context = amended(items=renamed)
    assert former_name(amended_things(context.lao, context.plan)["p9"]) == "ชื่อหลัง"
