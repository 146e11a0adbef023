"""The rows of an LAO's plans, for the national data files."""

from __future__ import annotations

import json

from generator.building.outputs.work import Files, LaoWork
from generator.exports.data_tables.plan_columns import unread_plan
from generator.exports.data_tables.plan_data import PlanData, publishable_plan
from generator.exports.national_rows import counts, pieces
from generator.findings import Finding
from generator.model.content import LaoFolder, UnreadablePlan
from generator.model.plan import PlanFolder

INDEX = "rows.json"
"""Rows and bytes of each table, and the LAO's part of the catalogue."""


def make(work: LaoWork) -> Files:
    """Return the files."""
    return rows_of(work.read.lao_folder, work.found)


def rows_of(lao_folder: LaoFolder, found: tuple[Finding, ...]) -> Files:
    """Return the pieces of all tables by name, and their index; `found` are all findings of the LAO."""
    plans = [_plan(lao_folder, plan, found) for plan in lao_folder.plans]
    made = pieces(plans)
    index = {
        "tables": {key: [piece.rows, piece.csv_size, piece.jsonl_size] for key, piece in made.items()},
        "counts": counts(plans),
        "fiction": str(lao_folder.fiction),
        "readable": lao_folder.lao is not None,
    }
    files = {INDEX: json.dumps(index).encode("ascii")}
    for key, piece in made.items():
        files |= {f"{key}.csv.gz": piece.csv, f"{key}.jsonl.gz": piece.jsonl}
    return files


def _plan(lao_folder: LaoFolder, plan: PlanFolder | UnreadablePlan, found: tuple[Finding, ...]) -> PlanData:
    if isinstance(plan, PlanFolder) and lao_folder.lao:
        return publishable_plan(lao_folder.lao, plan, lao_folder.fiction, found)
    cycle = plan.plan.cycle if isinstance(plan, PlanFolder) else plan.cycle
    return unread_plan(lao_folder.code, lao_folder.lao, cycle, lao_folder.fiction)
