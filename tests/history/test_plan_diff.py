"""Changes between two versions of a plan: the valid plan, with one change each."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.history.plan_change import PlanChange, PlanChangeKind
from generator.history.plan_diff import plan_changes
from tests.building_blocks import IDP, PLAN, PROJECTS, Change
from tests.history.two_versions import DEPARTMENTS, changed, version

Kind = PlanChangeKind
BUDGET = "budget: ๑๐,๐๐๐"
MATRIX = '["๑๐,๐๐๐", ""], stated_total'
RESPONSIBLE = "responsible: {departments: [clerk-office], printed: สำนักปลัด}"
SECOND_PROJECT = PROJECTS[PROJECTS.index("  - id: s1t1-2") :]


def one(folder: Path, **changes: Change) -> PlanChange:
    """Return the only change."""
    found = changed(folder, **changes)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("written", "kind", "difference"),
    [
        ("budget: ๑๕,๐๐๐", Kind.BUDGET_RAISED, 5000),
        ("budget: '9,000.50'", Kind.BUDGET_LOWERED, Decimal("-999.50")),
        ("budget: ตามที่จ่ายจริง", Kind.BUDGET_CHANGED, None),
        ("budget: ไม่ใช้งบประมาณ", Kind.BUDGET_CHANGED, None),
        ("budget: ปีละ ๑๐,๐๐๐ บาท", Kind.BUDGET_CHANGED, None),
        ("budget: ''", Kind.BUDGET_CHANGED, None),
        ("budget: 10,000 บาท", Kind.REWORDED, 0),
        ("budget: {printed: หนึ่งหมื่น, amount: '10,000'}", Kind.REWORDED, 0),
        ("budget: {printed: '๑๐,๐๐๐', amount: '20,000'}", Kind.BUDGET_RAISED, 10_000),
    ],
)
def test_another_meaning_of_money_is_a_change_of_budget(
    tmp_path: Path, written: str, kind: PlanChangeKind, difference: int | Decimal | None
) -> None:
    change = one(tmp_path, projects=(BUDGET, written))
    assert (change.kind, change.difference_baht, change.is_material) == (kind, difference, True)
    assert (change.thing, change.id, change.name, change.label) == ("โครงการ", "s1t1-1", "โครงการฝึกอบรม", "งบประมาณ")
    assert change.before_baht == 10_000
    assert change.before != change.after


def test_money_by_year_is_compared_year_by_year(tmp_path: Path) -> None:
    before = version(tmp_path, projects=(BUDGET, "budget: {2567: '10,000', 2568: '10,000', 2569: งบกลาง}"))
    raised = version(tmp_path, projects=(BUDGET, "budget: {๒๕๖๙: งบกลาง, 2568: '30,000', 2567: '10,000'}"))
    shifted = version(tmp_path, projects=(BUDGET, "budget: {2567: '20,000', 2568: '0', 2569: งบกลาง}"))
    (change,) = plan_changes(before, raised)
    assert (change.kind, change.difference_baht) == (Kind.BUDGET_RAISED, 20_000)
    (change,) = plan_changes(before, shifted)
    assert (change.kind, change.difference_baht) == (Kind.BUDGET_CHANGED, 0)


def test_a_meaning_stated_later_is_no_change(tmp_path: Path) -> None:
    before = version(tmp_path, projects=(BUDGET, "budget: ห้าหมื่นเศษ"))
    after = version(tmp_path, projects=(BUDGET, "budget: {printed: ห้าหมื่นเศษ, amount: '50,000'}"))
    (change,) = plan_changes(before, after)
    assert (change.kind, change.is_material, change.after) == (Kind.BUDGET_CHANGED, False, "ห้าหมื่นเศษ (50,000 บาท)")


def test_a_cell_of_the_matrix_is_named_by_row_and_column(tmp_path: Path) -> None:
    change = one(tmp_path, plan=(MATRIX, '["๑๐,๐๐๐", "500"], stated_total'))
    assert (change.kind, change.id, change.name) == (Kind.BUDGET_CHANGED, "budget_matrix", "พัฒนาความรู้ / กองคลัง")
    assert change.is_material


def test_reordered_matrix_columns_change_no_cell(tmp_path: Path) -> None:
    columns = "    - {department: clerk-office, printed: สำนักปลัด}\n"
    finance = "    - {department: finance, printed: กองคลัง}\n"
    change = one(
        tmp_path,
        plan=[
            (columns + finance, finance + columns),
            (MATRIX, '["", "๑๐,๐๐๐"], stated_total'),
            ('stated_column_totals: ["๑๐,๐๐๐", ""]', 'stated_column_totals: ["", "๑๐,๐๐๐"]'),
        ],
    )
    assert change.label == "ลำดับของส่วนราชการ"


@pytest.mark.parametrize(
    ("written", "kind", "after"),
    [
        ("responsible: กองคลัง", Kind.RESPONSIBLE_CHANGED, "กองคลัง"),
        ("responsible: สำนักปลัด, กองคลัง", Kind.RESPONSIBLE_CHANGED, "สำนักปลัด, กองคลัง"),
        ("responsible: {departments: [clerk-office], printed: สำนักปลัด ทต.}", Kind.REWORDED, "สำนักปลัด ทต."),
        ("responsible: {departments: [finance], printed: สำนักปลัด}", Kind.RESPONSIBLE_CHANGED, "กองคลัง"),
        ("responsible:", Kind.RESPONSIBLE_CHANGED, None),
    ],
)
def test_a_change_of_responsible_units_is_one_change(
    tmp_path: Path, written: str, kind: PlanChangeKind, after: str | None
) -> None:
    change = one(tmp_path, projects=(RESPONSIBLE, written))
    assert (change.kind, change.label, change.after) == (kind, "ผู้รับผิดชอบ", after)
    assert change.is_material


def test_a_newly_stated_target_is_material(tmp_path: Path) -> None:
    change = one(tmp_path, projects=("    targets: {quantity: ร้อยละ ๘๐, quality: ร้อยละ ๘๐}\n", ""))
    assert (change.kind, change.label, change.is_material) == (Kind.CHANGED, "เป้าหมาย", True)


def test_a_change_of_period_is_one_change(tmp_path: Path) -> None:
    change = one(tmp_path, projects=("2568: ไตรมาสที่ ๒", "2568: ไตรมาสที่ ๓"))
    assert (change.kind, change.label, change.is_material) == (Kind.PERIOD_MOVED, "ระยะเวลา", True)
    change = one(tmp_path, projects=("2568: ไตรมาสที่ ๒", "2568: ม.ค. - มี.ค."))
    assert change.kind in (Kind.REWORDED, Kind.PERIOD_MOVED)


def test_a_project_under_another_strategy_is_one_move(tmp_path: Path) -> None:
    more = (
        "  - {id: s2, name: พัฒนาระบบ, tactics: [{id: s2t1, name: ระบบสารสนเทศ}]}\nbudget_basis: per_year\nbudget_matrix"
    )
    plan: Change = ("budget_basis: per_year\nbudget_matrix", more)
    moved = SECOND_PROJECT.replace("strategy: s1", "strategy: s2").replace("tactic: s1t1", "tactic: s2t1")
    before = version(tmp_path, plan=plan)
    after = version(tmp_path, plan=plan, projects=(SECOND_PROJECT, moved))
    (change,) = plan_changes(before, after)
    assert (change.kind, change.id, change.is_material) == (Kind.MOVED, "s1t1-2", True)
    assert (change.before, change.after) == ("พัฒนาความรู้ › ส่งเสริมการฝึกอบรม", "พัฒนาระบบ › ระบบสารสนเทศ")


def test_a_position_in_another_department_is_moved(tmp_path: Path) -> None:
    change = one(tmp_path, idp=("department: finance", "department: clerk-office"))
    assert (change.kind, change.thing, change.before, change.after) == (Kind.MOVED, "ตำแหน่ง", "กองคลัง", "สำนักปลัด")
    assert change.is_material


def test_a_new_name_is_one_change(tmp_path: Path) -> None:
    change = one(tmp_path, projects=("name: โครงการฝึกอบรม", "name: โครงการสัมมนา"))
    assert (change.kind, change.name, change.before) == (Kind.RENAMED, "โครงการสัมมนา", "โครงการฝึกอบรม")


def test_added_and_removed_projects_are_changes(tmp_path: Path) -> None:
    change = one(tmp_path, projects=(SECOND_PROJECT, ""))
    assert (change.kind, change.id, change.is_material) == (Kind.REMOVED, "s1t1-2", True)
    assert (change.field, change.label, change.after) == ("", "โครงการ", None)


def test_another_id_is_another_project(tmp_path: Path) -> None:
    changes = changed(tmp_path, projects=("id: s1t1-2", "id: s1t1-9"))
    assert [change.kind for change in changes] == [Kind.ADDED, Kind.REMOVED]


@pytest.mark.parametrize(
    ("before", "after", "label"),
    [
        ("state: announced", "state: approved", "สถานะเอกสาร"),
        ("date: 25 กันยายน 2566", "date: 26 กันยายน 2566", "การให้ความเห็นชอบ วันที่มีมติ"),
        ("  - {number: ๑, reason: ปรับงบประมาณ, ids: [s1t1-1]}", "  []", "การปรับปรุงแผน"),
        ("reason: คัดผิด", "reason: พิมพ์ผิด", "การแก้ไขความคลาดเคลื่อนของข้อมูล เหตุผล"),
        ("reason: ตามเอกสาร", "reason: เอกสารเป็นเช่นนั้น", "คำชี้แจงของ อปท. คำชี้แจง"),
    ],
)
def test_official_data_is_never_material(tmp_path: Path, before: str, after: str, label: str) -> None:
    change = one(tmp_path, plan=(before, after))
    assert (change.kind, change.label, change.is_material) == (Kind.OFFICIAL_CHANGED, label, False)


def test_a_date_in_another_form_is_reworded(tmp_path: Path) -> None:
    change = one(tmp_path, plan=("date: 25 กันยายน 2566", "date: 25 ก.ย. 66"))
    assert change.kind is Kind.REWORDED


def test_a_reworded_list_item_without_id_is_one_change(tmp_path: Path) -> None:
    seat = "    - {number: ๑.๑, position: นายกเทศมนตรีตำบลตัวอย่าง, role: ประธานกรรมการ}\n"
    more = "    - {number: ๑.๒, position: ปลัดเทศบาล, role: กรรมการ}\n"
    before = version(tmp_path, plan=(seat, seat + more))
    after = version(tmp_path, plan=(seat, seat + more.replace("role: กรรมการ", "role: เลขานุการ")))
    (change,) = plan_changes(before, after)
    assert (change.kind, change.thing, change.before, change.after) == (
        Kind.REWORDED,
        "คณะกรรมการจัดทำแผน",
        "กรรมการ",
        "เลขานุการ",
    )
    (change,) = plan_changes(version(tmp_path), before)
    assert (change.kind, change.label, change.before) == (Kind.CHANGED, "กรรมการ", None)


def test_each_objective_is_a_separate_thing(tmp_path: Path) -> None:
    change = one(tmp_path, plan=("objectives:\n", "objectives:\n  - ทำงานเป็นทีม\n"))
    assert (change.kind, change.thing, change.after) == (Kind.ADDED, "วัตถุประสงค์", "ทำงานเป็นทีม")


def test_results_documents_and_remarks_are_never_material(tmp_path: Path) -> None:
    changes = changed(
        tmp_path,
        results=("people: ๓๐", "people: ๔๐"),
        plan=[("title: แผนฉบับลงนาม", "title: แผน"), ("note: ตามที่พิมพ์", "note: อื่น")],
        projects=("note: หมายเหตุเดิม", "note: หมายเหตุใหม่"),
        idp=("note: หมายเหตุเดิม", "note: หมายเหตุใหม่"),
        narrative=("ของปี", "แห่งปี"),
    )
    assert len(changes) == 6
    assert not any(change.is_material for change in changes)


def test_the_whole_idp_is_material(tmp_path: Path) -> None:
    changes = changed(
        tmp_path,
        idp=[
            ("text: ทำงานได้ตามมาตรฐาน", "text: ทำงานได้"),
            ("methods: [๑]", "methods: [๒]"),
            ("years: [๒๕๖๔, ๒๕๖๖]", "years: [๒๕๖๔]"),
        ],
    )
    assert [(change.kind, change.id, change.is_material) for change in changes] == [
        (Kind.REWORDED, "idp-01", True),
        (Kind.CHANGED, "idp-01", True),
        (Kind.PERIOD_MOVED, "idp-01", True),
    ]


def test_results_are_compared_by_year_and_project(tmp_path: Path) -> None:
    change = one(tmp_path, results=("status: done", "status: in_progress"))
    assert (change.part, change.id, change.name) == ("results/2567", "s1t1-1", "โครงการฝึกอบรม")
    assert (change.before, change.after) == ("ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ")
    assert one(tmp_path, results=None).kind is Kind.REMOVED


def test_an_added_or_removed_plan_is_one_change(tmp_path: Path) -> None:
    plan = version(tmp_path)
    ((come,), (gone,)) = plan_changes(None, plan), plan_changes(plan, None)
    assert (come.kind, gone.kind) == (Kind.ADDED, Kind.REMOVED)
    assert plan_changes(None, None) == ()


def test_unreadable_values_are_not_reported_as_removed(tmp_path: Path) -> None:
    before, after = version(tmp_path), version(tmp_path, projects="projects: [")
    assert after.unread
    assert plan_changes(before, after) == ()
    assert plan_changes(after, before) == ()


def test_two_records_with_one_id_are_compared_in_order(tmp_path: Path) -> None:
    plan = version(tmp_path)
    assert plan.projects
    first = plan.projects.projects[0]
    twice = replace(plan, projects=plan.projects.model_copy(update={"projects": (first, first)}))
    other = first.model_copy(update={"indicator": "ร้อยละ ๙๐"})
    after = replace(plan, projects=plan.projects.model_copy(update={"projects": (first, other)}))
    assert [change.field for change in plan_changes(twice, after)] == ["indicator"]


def test_a_removed_project_without_name_is_reported(tmp_path: Path) -> None:
    bare = "  - {id: s1t1-9, name: ''}\n"
    before = version(tmp_path, projects=(SECOND_PROJECT, SECOND_PROJECT + bare))
    (change,) = plan_changes(before, version(tmp_path))
    assert (change.kind, change.id, change.before) == (Kind.REMOVED, "s1t1-9", "s1t1-9")


def test_an_empty_group_equals_none(tmp_path: Path) -> None:
    assert (
        changed(tmp_path, projects=("budget: ไม่ใช้งบประมาณ", "budget: ไม่ใช้งบประมาณ\n    targets: {quantity: ''}")) == ()
    )


def test_a_reference_to_another_record_of_the_same_name_shows_the_ids(tmp_path: Path) -> None:
    names = {"clerk-office": "กอง", "finance": "กอง"}
    before, after = version(tmp_path), version(tmp_path, idp=("department: finance", "department: clerk-office"))
    (change,) = plan_changes(before, after, names)
    assert (change.before, change.after) == ("finance", "clerk-office")


def test_known_departments_are_shown_by_name(tmp_path: Path) -> None:
    before, after = version(tmp_path), version(tmp_path, idp=("department: finance", "department: clerk-office"))
    assert plan_changes(before, after)[0].after == "clerk-office"
    assert plan_changes(before, after, DEPARTMENTS)[0].after == "สำนักปลัด"


def test_the_test_covers_the_files_of_the_valid_plan() -> None:
    assert BUDGET in PROJECTS
    assert MATRIX in PLAN
    assert "department: finance" in IDP
