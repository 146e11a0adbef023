"""References as officers write them: the id in any case, the printed heading, the head of a department."""

from __future__ import annotations

import pytest

from generator.reading.names import PlanNames
from generator.thai.dates import Cycle

LAO = {
    "departments": [
        {"id": "clerk-office", "name": "สำนักปลัดเทศบาล"},
        {"id": "finance", "name": "กองคลัง"},
        {"id": "all", "name": "ส่วนราชการทั้งหมด", "covers_all": "ใช่"},
    ]
}
PLAN = {
    "strategies": [
        {"id": "s1", "number": "๑", "name": "พัฒนาความรู้", "tactics": [{"id": "s1t1", "number": "๑", "name": "ฝึกอบรม"}]},
        {"id": "s2", "number": "๒", "name": "เสริมคุณธรรม"},
    ]
}
NAMES = PlanNames(Cycle.parse("2567-2569"), LAO, PLAN)


@pytest.mark.parametrize(
    ("kind", "text", "meant"),
    [
        ("strategy", "S1", "s1"),
        ("strategy", "ยุทธศาสตร์ที่ ๑ : พัฒนาความรู้", "s1"),
        ("strategy", "1. พัฒนาความรู้", "s1"),
        ("tactic", "กลยุทธ์ที่ ๑ ฝึกอบรม", "s1t1"),
        ("department", "Clerk office", "clerk-office"),
        ("department", "สำนักปลัด ฯ", "clerk-office"),
        ("department", "สำนักงานปลัดเทศบาล", "clerk-office"),
        ("department", "หัวหน้าสำนักปลัด", "clerk-office"),
        ("department", "ผอ.กองคลัง", "finance"),
        ("department", "งานพัสดุ กองคลัง", "finance"),
        ("department", "ทุกสำนัก/กอง", "all"),
    ],
)
def test_a_reference_is_found_as_it_is_printed(kind: str, text: str, meant: str) -> None:
    assert NAMES.find(kind, text) == meant


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("strategy", "ยุทธศาสตร์ที่ ๒ พัฒนาความรู้"),  # the number of another one
        ("strategy", "พัฒนา"),
        ("department", "กอง"),
        ("department", "ปลัดเทศบาล"),
        ("department", "ทุกคน"),
        ("department", "กองช่าง"),
    ],
)
def test_a_reference_that_is_not_certain_is_not_found(kind: str, text: str) -> None:
    assert NAMES.find(kind, text) is None


def test_every_department_is_none_of_them_without_an_entry_for_all() -> None:
    names = PlanNames(None, {"departments": LAO["departments"][:2]})
    assert names.find("department", "ทุกกอง") is None
