"""The workbook of each plan of an LAO, and of each of its evidence sheets."""

from __future__ import annotations

from generator.building.outputs.work import Files, LaoWork
from generator.exports.evidence_workbook import evidence_workbooks
from generator.exports.plan_files import workbook_files


def make(work: LaoWork) -> Files:
    """Return the files."""
    return workbook_files(work.read.lao_folder, work.found) | evidence_workbooks(work.plan_contexts, work.found)
