"""The data files of an LAO's plans: bytes by path below the site. Workbooks are separate, because they take longest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator import addresses
from generator.exports.csv_file import csv_file
from generator.exports.data_tables.all_tables import TABLES
from generator.exports.data_tables.plan_data import PlanData, publishable_plan
from generator.exports.plan_json import plan_json
from generator.exports.plan_stratml import plan_stratml
from generator.exports.workbook import workbook
from generator.findings import Finding
from generator.history.revisions import NO_HISTORIES, NO_HISTORY, PlanHistory
from generator.model.content import LaoFolder, UnreadablePlan


def publishable_plans(lao_folder: LaoFolder, found: Iterable[Finding]) -> Iterator[PlanData]:
    """Yield the plans of an LAO for files, without unreadable plans or for an unreadable LAO."""
    found = tuple(found)
    for plan in lao_folder.plans:
        if lao_folder.lao and not isinstance(plan, UnreadablePlan):
            yield publishable_plan(lao_folder.lao, plan, lao_folder.fiction, found)


def plan_files(
    lao_folder: LaoFolder, found: Iterable[Finding], histories: Mapping[str, PlanHistory] = NO_HISTORIES
) -> dict[str, bytes]:
    """Return JSON, CSV and StratML of each plan; a table without rows is published with its heading only."""
    files: dict[str, bytes] = {}
    for plan in publishable_plans(lao_folder, found):
        history = histories.get(plan.plan.cycle.slug, NO_HISTORY)
        files[path_of(plan, "plan.json")] = plan_json(plan, history)
        files[path_of(plan, "plan.stratml.xml")] = plan_stratml(plan)
        files |= {path_of(plan, table.file): csv_file(table, plan) for table in TABLES}
    return files


def workbook_files(lao_folder: LaoFolder, found: Iterable[Finding]) -> dict[str, bytes]:
    """Return the workbook of each plan."""
    return {path_of(plan, "plan.xlsx"): workbook(plan) for plan in publishable_plans(lao_folder, found)}


def path_of(plan: PlanData, name: str) -> str:
    """Return the path below the site of a file of a plan."""
    return addresses.plan_file(plan.lao.code, plan.plan.cycle, name).removeprefix("/")
