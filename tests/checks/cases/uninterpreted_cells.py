"""Cases of the rules for printed cells that cannot be interpreted."""

from tests.checks.case import Case, Change


def budget(printed: str) -> Change:
    """Change the budget of the second project."""
    return Change("projects", "budget: ๓๐,๐๐๐", f"budget: {printed}")


def second_quarter(printed: str) -> Change:
    """Change the period of the second project in its first year."""
    return Change("projects", "{2567: ไตรมาสที่ ๒,", f"{{2567: {printed},")


def grand_total(printed: str) -> Change:
    """Change the grand total."""
    return Change("plan", 'stated_grand_total: "๑๒๐,๐๐๐"', f"stated_grand_total: {printed}")


CASES = [
    Case("CELL-001", [budget("ประมาณ ๓๐,๐๐๐")], "เป็นจำนวนโดยประมาณ", line="ประมาณ", silent=[budget("งบกลาง")]),
    Case("CELL-001", [budget("๓๐,๐๐")], "จุลภาคไม่ได้คั่นทุกสามหลัก", line="๓๐,๐๐", silent=[budget('"-"')]),
    Case("CELL-001", [budget("๕,๐๐๐ บาท/คน")], "ต่อหน่วย", line="บาท/คน", silent=[budget("ไม่ขอใช้งบประมาณ")]),
    Case(
        "CELL-001",
        [budget("{2567: ๑๐๐๐๐, 2568: มากพอ}")],
        "มากพอ",
        line="มากพอ",
        silent=[budget("{2567: ๑๐๐๐๐, 2568: ๒๐๐๐๐}")],
    ),
    Case("CELL-001", [grand_total("มากกว่าเดิม")], "มากกว่าเดิม", line="stated_grand_total"),
    Case("CELL-002", [second_quarter("เมื่อพร้อม")], "เมื่อพร้อม", line="เมื่อพร้อม", silent=[second_quarter("ม.ค.-มี.ค.")]),
    Case("CELL-002", [second_quarter("ไตรมาสที่ ๕")], "ไตรมาสที่ 5", line="ไตรมาสที่ ๕", silent=[second_quarter("✓")]),
    Case(
        "CELL-003",
        [Change("plan", "date: 22 กันยายน 2566", "date: วันพุธก่อน")],
        "วันพุธก่อน",
        line="วันพุธก่อน",
        silent=[Change("plan", "date: 22 กันยายน 2566", "date: 22 กันยายน พ.ศ 2566")],
    ),
    Case(
        "CELL-003",
        [
            Change(
                "results",
                "people: ๔, indicator_result: ผ่านการอบรมร้อยละ ๑๐๐",
                "people: ราวสิบคน, indicator_result: ผ่านการอบรมร้อยละ ๑๐๐",
            )
        ],
        "ราวสิบคน",
        line="ราวสิบคน",
        silent=[
            Change(
                "results",
                "people: ๔, indicator_result: ผ่านการอบรมร้อยละ ๑๐๐",
                "people: ๔ คน, indicator_result: ผ่านการอบรมร้อยละ ๑๐๐",
            )
        ],
    ),
    Case(
        "CELL-004",
        [Change("lao", "people: 12", "people: สิบกว่าคน")],
        "สิบกว่าคน",
        line="สิบกว่าคน",
        silent=[Change("lao", "people: 12", "people: 12 คน")],
    ),
    Case(
        "CELL-005",
        [budget("๓๐,๐๐๐ บาท (สามหมื่นห้าพันบาทถ้วน)")],
        "35,000 บาท",
        line="๓๐,๐๐๐",
        silent=[budget("๓๐,๐๐๐ บาท (สามหมื่นบาทถ้วน)")],
    ),
]
