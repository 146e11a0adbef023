"""`plan.json` contains every record: it reads back to the same plan, also after writing that as YAML."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from generator.exports.data_tables.plan_data import PlanData
from generator.exports.plan_files import publishable_plans
from generator.exports.plan_json import SCHEMA, plan_json, read_plan_json
from tests.checks.random_plans import lao_files, write_files
from tests.exports.some_plans import read_and_checked, real_plan, valid_plan, written_again


def held_through(plan: PlanData, folder: Path) -> None:
    """Check that a plan is equal after JSON and back, and after YAML and back."""
    from_json = read_plan_json(plan_json(plan))
    assert from_json == plan
    again = written_again(from_json, folder)
    assert replace(again, narrative=plan.files.narrative, unread=plan.files.unread) == plan.files


def test_the_real_plan_is_the_same_after_json_and_yaml(tmp_path: Path) -> None:
    held_through(real_plan(), tmp_path)


def test_the_valid_plan_is_the_same_after_json_and_yaml(tmp_path: Path) -> None:
    held_through(valid_plan(tmp_path / "first"), tmp_path / "again")


BUDGETS = [
    "๒๐๐,๐๐๐.๕๐",
    "ปีละ ๕๐,๐๐๐ บาท",
    "ไม่ใช้งบประมาณ",
    "งบกลาง",
    '"-"',
    '""',
    "ห้าหมื่นเศษ",
    "๑๐,๐๐๐ บาท/คน",
    "{2567: ๑๐๐, 2568: งบกลาง}",
    "{2567-2569: ๓๐,๐๐๐}",
    "{printed: ห้าหมื่นเศษทุกปี, amount: ๕๐๐๐๐, basis: per_year}",
    "{printed: กองช่างรับไป, no_budget: yes}",
    "{printed: ปีละหมื่นเศษ, by_year: {2567: ๑๐๐, 2568: ๑๒๐}}",
    "{amount: ๕๐๐, basis: whole_cycle}",
]


@pytest.mark.parametrize("budget", BUDGETS)
def test_a_budget_is_the_same_after_json_and_yaml(budget: str, tmp_path: Path) -> None:
    held_through(valid_plan(tmp_path / "first", projects=("budget: ๑๐,๐๐๐", f"budget: {budget}")), tmp_path / "again")


PERIODS = [
    "ต.ค. 66 - ก.ย. 67",
    "ไตรมาสที่ ๑ ของทุกปี",
    '{2567: ✓, 2568: "-"}',
    "{2567-2569: ตลอดปี}",
    '{2567: {printed: ช่วงฝนแรก, quarters: "3"}}',
    "{printed: หลังฤดูเก็บเกี่ยว, by_year: {2567: ไตรมาสที่ ๒}}",
    "{ปีแรก: ไตรมาสที่ ๑}",
]


@pytest.mark.parametrize("periods", PERIODS)
def test_a_period_is_the_same_after_json_and_yaml(periods: str, tmp_path: Path) -> None:
    old = "periods:\n      2567: ไตรมาสที่ ๑-๔\n      2568: ไตรมาสที่ ๒"
    held_through(valid_plan(tmp_path / "first", projects=(old, f"periods: {periods}")), tmp_path / "again")


# Without shrinking: for plans of this size it takes minutes and shows no more.
@settings(max_examples=12, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate))
@given(lao_files())
def test_any_plan_is_the_same_after_json_and_yaml(files: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        content = Path(name)
        read, found = read_and_checked(content, write_files(content, files))
        for plan in publishable_plans(read.lao_folder, found):
            held_through(plan, content / "again")


def test_another_schema_number_is_rejected(tmp_path: Path) -> None:
    data = json.loads(plan_json(valid_plan(tmp_path)))
    assert data["schema"] == SCHEMA
    with pytest.raises(ValueError, match="schema"):
        read_plan_json(json.dumps(data | {"schema": SCHEMA + 1}).encode())


def test_a_draft_says_so(tmp_path: Path) -> None:
    plan = valid_plan(tmp_path, plan=("state: announced", "state: draft"))
    assert json.loads(plan_json(plan))["status"]["draft"] is True


def test_values_are_as_printed_with_their_meaning(tmp_path: Path) -> None:
    project = json.loads(plan_json(valid_plan(tmp_path)))["projects"]["projects"][0]
    assert project["budget"]["printed"] == "๑๐,๐๐๐"
    assert project["budget"]["amount_baht"] == 10000
    assert project["periods"]["columns"][0]["printed"] == "ไตรมาสที่ ๑-๔"
    assert project["periods"]["columns"][0]["quarters"] == [1, 2, 3, 4]
