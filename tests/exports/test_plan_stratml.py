"""StratML of any plan is valid for the documented subset of the standard."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree

from generator.exports.data_tables.plan_data import PlanData
from generator.exports.plan_files import publishable_plans
from generator.exports.plan_stratml import NAMESPACE, plan_stratml
from tests.checks.random_plans import lao_files, write_files
from tests.exports.some_plans import read_and_checked, real_plan, valid_plan

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "stratml-part2-subset.xsd"))


def valid(plan: PlanData) -> etree._Element:
    root = etree.fromstring(plan_stratml(plan))
    SCHEMA.assertValid(root)
    return root


def texts(root: etree._Element, path: str) -> list[str]:
    return [found.text or "" for found in root.iterfind(path, {"s": NAMESPACE})]


def test_the_real_plan_has_its_strategies_projects_and_amounts() -> None:
    root = valid(real_plan())
    assert len(texts(root, ".//s:Goal/s:Name")) == 4
    assert len(texts(root, ".//s:Objective/s:Name")) == 22
    assert sum(map(int, texts(root, ".//s:TargetResult/s:NumberOfUnits"))) == 664_000


def test_results_become_actual_results(tmp_path: Path) -> None:
    assert texts(valid(valid_plan(tmp_path)), ".//s:ActualResult/s:NumberOfUnits")


def test_a_draft_says_so(tmp_path: Path) -> None:
    root = valid(valid_plan(tmp_path, plan=("state: announced", "state: draft")))
    assert "ร่างแผน" in texts(root, "s:OtherInformation")[0]


@settings(max_examples=8, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate))
@given(lao_files())
def test_any_plan_is_valid(files: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        read, found = read_and_checked(Path(name), write_files(Path(name), files))
        for plan in publishable_plans(read.lao_folder, found):
            valid(plan)
