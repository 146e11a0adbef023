"""SAMPLE: stand-ins (placeholder texts) that were not replaced."""

from __future__ import annotations

from generator.model.to_fill_in import FORMER_STAND_INS, STAND_INS
from tests.checks.case import Case, Change

_NAME = "name: โครงการฝึกอบรมตามตำแหน่ง"


def _project(name: str) -> Change:
    return Change("projects", _NAME, f"name: {name}")


_DRAFT = Change("plan", "state: announced", "state: draft")
_DEPARTMENT = Change("lao", "name: สำนักปลัด", f"name: {STAND_INS['department']}")

CASES = [
    Case(
        "SAMPLE-001",
        [_project(STAND_INS["project"])],
        STAND_INS["project"],
        "name:",
        # Similar words that a document may print are not placeholders.
        silent=[_project("โครงการกรอกข้อมูล (กรอกตามแบบ)")],
    ),
    Case("SAMPLE-001", [_project(f"{STAND_INS['project']} ปี ๒๕๖๗")], STAND_INS["project"], "name:"),
    Case("SAMPLE-001", [_project(FORMER_STAND_INS[3])], FORMER_STAND_INS[3], "name:"),
    Case("SAMPLE-002", [_project(STAND_INS["project"]), _DRAFT], STAND_INS["project"], "name:", silent=[_DRAFT]),
    Case("SAMPLE-003", [_DEPARTMENT], STAND_INS["department"], "name:"),
    Case("SAMPLE-004", [_DEPARTMENT, _DRAFT], STAND_INS["department"], "name:", silent=[_DRAFT]),
]
