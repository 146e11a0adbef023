"""The workbook of each of an LAO's plans."""

from __future__ import annotations

from generator.building.outputs.work import Files, LaoWork
from generator.exports.plan_files import workbook_files


def make(work: LaoWork) -> Files:
    """Return the files."""
    return workbook_files(work.read.folder, work.found)
