"""A roll-over copies the structure, clears decisions and money, and moves years; it covers every field."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.drafting.drafts import Draft, roll_over
from generator.drafting.rollover import (
    CLEARED_OF_IDP_ROW,
    CLEARED_OF_PLAN,
    CLEARED_OF_PROJECT,
    KEPT_OF_IDP_ROW,
    KEPT_OF_PLAN,
    KEPT_OF_PROJECT,
    SET_OF_PLAN,
    rolled_projects,
)
from generator.drafting.skeleton import plan_files
from generator.errors import UsageError
from generator.model.idp import IdpRow
from generator.model.money import BudgetState
from generator.model.official import DocumentState
from generator.model.plan import Plan, PlanFolder
from generator.model.project import Project
from generator.model.to_fill_in import stand_in_of
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.thai.years import Cycle
from tests.building_blocks import CODE, PUBLISHED, SLUG, Change, make_lao
from tests.on_disk import read_on_disk

OLD = Cycle.parse("2567-2569")
NEW = Cycle.parse("2570-2572")
REAL = PUBLISHED / "plans" / "5440502-phon-thong"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder without plans, with the project's frameworks, to which plans refer."""
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def rolled(
    content: Path, cycle: Cycle = NEW, *, keep_budget: bool = False, **changes: Change
) -> tuple[PlanFolder, Draft]:
    folder = make_lao(content, CODE, SLUG, **changes)
    draft = roll_over(CODE, folder, OLD, cycle, content, keep_budget=keep_budget)
    return read_plan(content, CODE, folder, cycle), draft


def read_plan(content: Path, code: str, folder: Path, cycle: Cycle) -> PlanFolder:
    read = read_on_disk(code, folder, content, read_frameworks(DiskTree(content)).entry_ids())
    assert read.lao_folder.findings == ()
    (plan,) = (plan for plan in read.lao_folder.plans if isinstance(plan, PlanFolder) and plan.plan.cycle == cycle)
    return plan


@pytest.mark.parametrize(
    ("record", "parts"),
    [
        (Plan, (KEPT_OF_PLAN, tuple(CLEARED_OF_PLAN), SET_OF_PLAN)),
        (Project, (KEPT_OF_PROJECT, CLEARED_OF_PROJECT)),
        (IdpRow, (KEPT_OF_IDP_ROW, CLEARED_OF_IDP_ROW)),
    ],
)
def test_every_field_is_kept_cleared_or_set(
    record: type[Plan | Project | IdpRow], parts: tuple[tuple[str, ...], ...]
) -> None:
    named = [name for part in parts for name in part]
    undecided = record.model_fields.keys() - set(named)
    assert undecided == set(), "add it to KEPT_OF_... or CLEARED_OF_... in generator/drafting/rollover.py"
    assert sorted(named) == sorted(record.model_fields)


def test_decisions_and_dates_are_cleared(content: Path) -> None:
    new, draft = rolled(content)
    plan = new.plan
    assert plan.state is DocumentState.DRAFT
    assert (plan.cycle, plan.continues) == (NEW, OLD)
    assert plan.title == "แผนพัฒนาบุคลากร ๓ ปี ประจำปีงบประมาณ พ.ศ. ๒๕๗๐ - ๒๕๗๒"
    (source,) = plan.sources
    assert (source.extent, source.entered_by) == ("full", "lao")
    for key in CLEARED_OF_PLAN:
        assert not getattr(plan, key), key
    assert new.results == ()
    assert not (draft.folder / "results").exists() and not (draft.folder / "documents").exists()
    assert all("2566" not in (draft.folder / name).read_text("utf-8") for name in ("projects.yml", "idp.yml"))
    cleared = " ".join(draft.cleared)
    for word in (*CLEARED_OF_PLAN.values(), "จำนวนเงิน", "ผลการดำเนินงาน", "คำบรรยาย", "คำตอบในตารางสำรวจ"):
        if word not in ("วันที่ส่งกลับ",):  # the old plan has no amendment
            assert word in cleared


def test_structure_is_copied(content: Path) -> None:
    plan = rolled(content)[0].plan
    (strategy,) = plan.strategies
    assert (strategy.id, strategy.name, strategy.values) == ("s1", "พัฒนาความรู้", ("value-1",))
    assert [tactic.id for tactic in strategy.tactics] == ["s1t1"]
    assert not strategy.wordings and not strategy.tactics[0].wordings
    assert plan.alignment is not None and plan.alignment.rows[0].values == ("value-1",)
    assert plan.objectives == ("บุคลากรมีความรู้ตามแผนปี ๒๕๗๐-๒๕๗๒",)
    assert plan.committee is not None and plan.committee.years_printed is None
    assert plan.committee.duties[0].text == "จัดทำแผนสามปี (๒๕๗๐ - ๒๕๗๒)"
    assert plan.monitoring is not None


def test_money_and_answers_are_cleared(content: Path) -> None:
    new, _ = rolled(content)
    assert new.projects is not None
    assert {project.budget.state for project in new.projects.projects} == {BudgetState.NOT_STATED}
    matrix = new.plan.budget_matrix
    assert matrix is not None
    assert [column.department for column in matrix.columns] == ["clerk-office", "finance"]
    assert [row.amounts_baht for row in matrix.rows] == [(None, None)]
    assert matrix.rows[0].stated_total is None and matrix.stated_grand_total is None
    assert matrix.stated_column_totals == ()
    assert (new.plan.budget_basis, matrix.basis) == ("not_stated", "not_stated")
    assert new.plan.survey is not None and new.plan.survey.is_empty
    assert new.plan.survey.columns == ("ด้านบริหาร", "ด้านเทคโนโลยี")


BY_YEAR = ("budget: ๑๐,๐๐๐", "budget: {2567: '๑,๐๐๐', 2569: '๓,๐๐๐'}")


def test_with_keep_budget_every_amount_stays_as_printed(content: Path) -> None:
    new, draft = rolled(content, keep_budget=True)
    assert "budget: ๑๐,๐๐๐\n" in (draft.folder / "projects.yml").read_text("utf-8")
    assert "budget: ไม่ใช้งบประมาณ\n" in (draft.folder / "projects.yml").read_text("utf-8")
    matrix = new.plan.budget_matrix
    assert matrix is not None and [row.amounts_baht for row in matrix.rows] == [(10_000, None)]
    assert (new.plan.budget_basis, matrix.basis) == ("per_year", "per_year")
    assert "จำนวนเงิน" not in draft.cleared


def test_amounts_by_year_move_to_the_new_years_by_position(content: Path) -> None:
    _, draft = rolled(content, keep_budget=True, projects=BY_YEAR)
    text = (draft.folder / "projects.yml").read_text("utf-8")
    assert "budget:\n      2570: ๑,๐๐๐\n      2572: ๓,๐๐๐\n" in text


def test_amounts_beside_a_printed_text_move_too() -> None:
    cell = {"printed": "ปีละ ๕๐,๐๐๐", "by_year": {"2567": "๕๐,๐๐๐", "๒๕๖๘": "๕๐,๐๐๐"}}
    old = {"projects": [{"id": "p1", "name": "ก", "budget": cell}]}
    (project,) = rolled_projects(old, OLD, NEW, keep_budget=True)["projects"]
    assert project["budget"] == {"printed": "ปีละ ๕๐,๐๐๐", "by_year": {"2570": "๕๐,๐๐๐", "2571": "๕๐,๐๐๐"}}


def test_hints_and_commented_parts_equal_the_skeletons(content: Path) -> None:
    _, draft = rolled(content)
    plan, projects = ((draft.folder / name).read_text("utf-8") for name in ("plan.yml", "projects.yml"))
    assert "\n# approval:\n#   committee: (กรอก" in plan and "\n# announcement:\n" in plan
    assert plan.index("# approval:") < plan.index("\nstrategies:")
    # Stated once, above the first row.
    assert projects.count("\n    ## เช่น ๑๐๐,๐๐๐") == 1 and projects.index("## เช่น") < projects.index("s1t1-2")
    for file, form in plan_files(NEW).items():
        hints = re.findall("^ *(## .*)$", form.split("\n\n", 1)[0], re.MULTILINE)
        assert all(hint in (draft.folder / file).read_text("utf-8") for hint in hints)


def test_projects_keep_ids_and_relative_years(content: Path) -> None:
    table = rolled(content)[0].projects
    assert table is not None and table.title == "โครงการ ปี ๒๕๗๐ - ๒๕๗๒"
    first, second = table.projects
    assert (first.id, first.name, first.indicator) == ("s1t1-1", "โครงการฝึกอบรม", "ร้อยละของผู้ผ่านการอบรม")
    assert {str(year): first.periods.quarters(year) for year in first.periods.years} == {
        "2570": (1, 2, 3, 4),
        "2571": (2,),
    }
    assert first.targets is not None and first.responsible is not None
    assert first.responsible.departments == ("clerk-office",)
    assert first.note is None
    # A cell with an assessment's tag instead of a department.
    assert second.responsible is None and second.evidence == ()


def test_idp_years_move_by_position_in_the_old_heading(content: Path) -> None:
    table = rolled(content)[0].idp
    assert table is not None
    assert table.title == "แผนรายบุคคล ประจำปีงบประมาณ ๒๕๗๐ – ๒๕๗๒"
    assert [str(year) for year in table.fiscal_years] == ["2570", "2571", "2572"]
    first, second = table.rows
    assert [str(year) for year in first.fiscal_years] == ["2570", "2572"]
    assert [str(year) for year in second.fiscal_years] == ["2570", "2571", "2572"]
    assert first.skills[0].competencies == ("core",)
    assert second.note is None


@pytest.mark.parametrize(
    ("cycle", "periods", "ticked"),
    [
        ("2570-2571", {"2570": (1, 2, 3, 4), "2571": (2,)}, [["2570"], ["2570", "2571"]]),
        (
            "2570-2573",
            {"2570": (1, 2, 3, 4), "2571": (2,)},
            [["2570", "2572"], ["2570", "2571", "2572", "2573"]],
        ),
        ("2568-2570", {"2568": (1, 2, 3, 4), "2569": (2,)}, [["2568", "2570"], ["2568", "2569", "2570"]]),
    ],
)
def test_a_longer_shorter_or_overlapping_cycle_gets_its_years(
    content: Path, cycle: str, periods: dict[str, tuple[int, ...]], ticked: list[list[str]]
) -> None:
    new, _ = rolled(content, Cycle.parse(cycle))
    assert new.projects is not None and new.idp is not None
    first = new.projects.projects[0].periods
    assert {str(year): first.quarters(year) for year in first.years} == periods
    assert [[str(year) for year in row.fiscal_years] for row in new.idp.rows] == ticked


def test_the_same_quarters_in_all_years_stay_so_in_a_longer_cycle(content: Path) -> None:
    periods = ("      2568: ไตรมาสที่ ๒\n", "      2568: ไตรมาสที่ ๑-๔\n      2569: ไตรมาสที่ ๑-๔\n")
    table = rolled(content, Cycle.parse("2570-2573"), projects=periods)[0].projects
    assert table is not None and len(table.projects[0].periods.years) == 4


def test_a_plan_without_projects_or_idp_gets_the_skeletons(content: Path) -> None:
    new, draft = rolled(content, projects=None, idp=None, narrative=None, results=None)
    assert set(draft.files) == {"plan.yml", "projects.yml", "idp.yml"}
    assert new.projects is not None and [stand_in_of(one.name) for one in new.projects.projects] != [""]
    assert "ผลการดำเนินงาน" not in draft.cleared and "คำบรรยาย" not in draft.cleared


def test_the_draft_is_deterministic_and_the_old_plan_unchanged(content: Path) -> None:
    folder = make_lao(content)
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    texts = []
    for _ in range(2):
        draft = roll_over(CODE, folder, OLD, NEW, content)
        texts.append({name: (draft.folder / name).read_bytes() for name in draft.files})
        for name in draft.files:
            (draft.folder / name).unlink()
        draft.folder.rmdir()
    assert texts[0] == texts[1]
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def test_keys_come_in_the_order_of_the_format(content: Path) -> None:
    _, draft = rolled(content)
    lines = (draft.folder / "plan.yml").read_text("utf-8").split("\n")
    keys = [line.split(":")[0] for line in lines if line and line[0].isalpha()]
    assert keys == [name for name in Plan.model_fields if name in keys]
    project = (draft.folder / "projects.yml").read_text("utf-8").split("  - id:")[1]
    keys = [line.split(":")[0].strip() for line in project.split("\n") if line[:4] == "    " and line[4:5].isalpha()]
    assert keys == [name for name in Project.model_fields if name in keys] and "budget" in keys


def test_the_real_plan_rolls_over(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(PUBLISHED / "frameworks", content / "frameworks")
    folder = content / "plans" / REAL.name
    shutil.copytree(REAL, folder)
    old = read_plan(content, "5440502", folder, OLD)
    draft = roll_over("5440502", folder, OLD, NEW, content)
    new = read_plan(content, "5440502", folder, NEW)
    assert old.projects and new.projects and old.idp and new.idp
    assert [(p.id, p.name, p.indicator, p.targets) for p in new.projects.projects] == [
        (p.id, p.name, p.indicator, p.targets) for p in old.projects.projects
    ]
    assert all(set(p.periods.years) <= set(NEW.years) for p in new.projects.projects)
    assert [(row.id, row.position, row.skills, row.goals, row.methods) for row in new.idp.rows] == [
        (row.id, row.position, row.skills, row.goals, row.methods) for row in old.idp.rows
    ]
    assert all(row.fiscal_years == NEW.years for row in new.idp.rows if row.years)
    assert [strategy.id for strategy in new.plan.strategies] == [strategy.id for strategy in old.plan.strategies]
    for file in ("plan.yml", "projects.yml", "idp.yml"):
        text = (draft.folder / file).read_text("utf-8").replace("continues: 2567-2569", "")
        text = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
        assert not any(year in text for year in ("๒๕๖๗", "๒๕๖๘", "๒๕๖๙", "2567", "2568", "2569")), file


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2564-2566", "2570-2572", "ไม่มีรอบแผน 2564-2566 รอบแผนที่มี: 2567-2569"),
        ("2567-2569", "2567-2569", "ต้องเริ่มหลังรอบแผนเดิม"),
        ("2567-2569", "2564-2566", "ต้องเริ่มหลังรอบแผนเดิม"),
    ],
)
def test_an_unsuitable_cycle_is_refused(content: Path, old: str, new: str, said: str) -> None:
    folder = make_lao(content)
    with pytest.raises(UsageError, match=said):
        roll_over(CODE, folder, Cycle.parse(old), Cycle.parse(new), content)


def test_a_plan_with_errors_is_not_rolled_over(content: Path) -> None:
    folder = make_lao(content, projects=("tactic: s1t1\n    number: ๑", "tactic: nothing\n    number: ๑"))
    with pytest.raises(UsageError, match=f"phaen check {CODE}"):
        roll_over(CODE, folder, OLD, NEW, content)
    assert not (folder / NEW.slug).exists()
