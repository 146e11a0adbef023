"""Plans for export tests: that of `building_blocks.py` with changes, the real one, and content rewritten as YAML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.checks.runner import check_lao
from generator.drafting.yaml_writer import yaml_text
from generator.exports.data_tables.all_tables import TABLES
from generator.exports.data_tables.data_table import DataTable
from generator.exports.data_tables.plan_data import PlanData
from generator.exports.plan_files import publishable_plans
from generator.exports.record_content import record_content
from generator.findings import Finding
from generator.model.plan import PlanFolder
from generator.reading.lao_reader import ReadLao
from tests.building_blocks import CODE, PUBLISHED, Change, make_lao
from tests.checks.case import TODAY, reference
from tests.on_disk import read_on_disk

REAL = PUBLISHED / "plans" / "5440502-phon-thong"
FRAMEWORK_IDS = frozenset(reference(TODAY).entries or ())


def table_of(key: str) -> DataTable[Any]:
    """Return the table of open data with this key."""
    return {table.key: table for table in TABLES}[key]


def read_and_checked(content: Path, folder: Path) -> tuple[ReadLao, tuple[Finding, ...]]:
    """Return an LAO as read, with all its findings."""
    read = read_on_disk(folder.name[:7], folder, content, FRAMEWORK_IDS)
    return read, (*read.lao_folder.findings, *check_lao(read, reference(TODAY)))


def plan_of(content: Path, folder: Path) -> PlanData:
    """Return the single plan of a folder in its form for files."""
    read, found = read_and_checked(content, folder)
    (plan,) = publishable_plans(read.lao_folder, found)
    return plan


def valid_plan(content: Path, **changes: Change) -> PlanData:
    """Return the valid plan with one change."""
    return plan_of(content, make_lao(content, **changes))


def real_plan() -> PlanData:
    """Return the published plan of เทศบาลตำบลโพนทอง."""
    return plan_of(PUBLISHED, REAL)


def written_again(plan: PlanData, content: Path) -> PlanFolder:
    """Write a plan's records as YAML into an empty content folder, read it, and return the result."""
    folder, cycle = content / "plans" / f"{plan.lao.code}-again", plan.plan.cycle
    files: Mapping[str, object] = {
        "lao.yml": plan.lao,
        f"{cycle.slug}/plan.yml": plan.plan,
        f"{cycle.slug}/projects.yml": plan.files.projects,
        f"{cycle.slug}/idp.yml": plan.files.idp,
        **{f"{cycle.slug}/{plan.files.file_of(one)}": one for one in plan.files.results},
    }
    for name, record in files.items():
        if record is not None:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(yaml_text(record_content(record, cycle)), "utf-8")  # type: ignore[arg-type]  # plain data, typed as object
    read = read_on_disk(plan.lao.code, folder, content, FRAMEWORK_IDS)
    assert read.lao_folder.lao == plan.lao
    (again,) = read.lao_folder.plans
    assert isinstance(again, PlanFolder)
    return again


__all__ = ["CODE", "plan_of", "read_and_checked", "real_plan", "table_of", "valid_plan", "written_again"]
