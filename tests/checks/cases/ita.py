"""Cases of the ITA rules."""

from tests.checks.case import Case, Change

CASES = [
    Case("ITA-001", [Change("projects", "    budget: ไม่ใช้งบประมาณ\n", "")], "2567 2568 2569", line="สื่ออิเล็กทรอนิกส์"),
    Case(
        "ITA-002",
        [Change("plan", "effective_date: 1 ตุลาคม 2566", "effective_date: 2 ตุลาคม 2566")],
        "2567",
        line="2 ตุลาคม",
    ),
    Case(
        "ITA-003",
        [Change("results", "indicator_result: จัด ๑ ครั้ง, problems: ไม่มี, ", "indicator_result: จัด ๑ ครั้ง, ")],
        "ปีที่ประเมิน 2568",
    ),
]
