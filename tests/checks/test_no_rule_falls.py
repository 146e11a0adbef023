"""Readable plans whose values fit nothing: every rule still completes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.checks.runner import COULD_NOT_CHECK, check_lao
from tests.checks.case import CODE, FOLDER, PLAN, TODAY, reference
from tests.checks.random_plans import as_yaml
from tests.on_disk import read_on_disk
from tests.views.test_nothing_is_lost import BLAMELESS_DATA

Files = dict[str, Any]
PLAN_FILE, RESULTS_FILE = f"{PLAN}/plan.yml", f"{PLAN}/results/2567.yml"


def more_totals(files: Files) -> None:
    files[PLAN_FILE]["budget_matrix"]["stated_column_totals"] = ["๑", "๒", "๓", "๔"]


def no_columns(files: Files) -> None:
    files[PLAN_FILE]["budget_matrix"] |= {"columns": [], "stated_column_totals": ["๑", "๒"]}


def short_rows(files: Files) -> None:
    for row in files[PLAN_FILE]["budget_matrix"]["rows"]:
        row["amounts"].pop()
    more_totals(files)


def values_of_no_one(files: Files) -> None:
    files[PLAN_FILE]["strategies"][0]["values"] = ["ไม่มี"]
    files[PLAN_FILE]["alignment"]["rows"][0]["values"] = ["ไม่มีเช่นกัน"]


def rows_of_no_one(files: Files) -> None:
    row = {"local_strategy": "ไม่มี", "values": ["ไม่มี"], "printed": "-"}
    files[PLAN_FILE]["alignment"]["rows"] = [row, row | {"values": []}]


def results_of_a_project_that_was_taken_out(files: Files) -> None:
    files[RESULTS_FILE]["projects"].append({"project": "gone", "status": "done"})


@pytest.mark.parametrize(
    "change",
    [
        more_totals,
        no_columns,
        short_rows,
        values_of_no_one,
        rows_of_no_one,
        results_of_a_project_that_was_taken_out,
    ],
)
def test_every_rule_completes(change: Callable[[Files], None], tmp_path: Path) -> None:
    files = json.loads(json.dumps(BLAMELESS_DATA))
    change(files)
    folder = tmp_path / "plans" / FOLDER
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_yaml(data), "utf-8")
    known = reference(TODAY)
    read = read_on_disk(CODE, folder, tmp_path, frozenset(known.entries))
    beginning = COULD_NOT_CHECK.partition("(")[0]
    assert [one.code for one in check_lao(read, known) if one.message.startswith(beginning)] == []
