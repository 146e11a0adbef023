"""Cases of the money rules."""

from tests.checks.case import Case, Change

ROW = 'amounts: ["๖๐,๐๐๐", "๓๐,๐๐๐"], stated_total: "๙๐,๐๐๐"'
SECOND_ROW = '["๒๐,๐๐๐", "๑๐,๐๐๐"], stated_total: "๓๐,๐๐๐"'
COLUMNS = 'stated_column_totals: ["๘๐,๐๐๐", "๔๐,๐๐๐"]'
GRAND = 'stated_grand_total: "๑๒๐,๐๐๐"'
NO_GRAND = Change("plan", f"  {GRAND}\n", "")
DEARER = Change("projects", "budget: ๓๐,๐๐๐", "budget: ๓๕,๐๐๐")
DEARER_TOO = Change("projects", "budget: ๒๐,๐๐๐", "budget: ๒๖,๐๐๐")
FREE = "budget: ไม่ใช้งบประมาณ"
FREE_COSTS = Change("projects", FREE, "budget: ๑๐,๐๐๐")
IN_WORDS = Change("projects", "budget: ๓๐,๐๐๐", "budget: ตามที่จ่ายจริง")
CUT_OFF = Change("plan", "extent: full", "extent: partial, sections: [บทที่ ๑]")
RECEIVED = Change("plan", "extent: full", "extent: partial, sections: [๓.๑๐, ๓.๑๑]")
CUT_TOPIC = Change("plan", "{topic: budget, section: ๓.๑๐}", "{topic: budget, section: ๓.๑๐, coverage: partial}")
NO_TOPIC = Change("plan", "  - {topic: budget, section: ๓.๑๐}\n", "")
OVER = Change("results", 'spent: "๑๙,๐๐๐"', 'spent: "๖๑,๐๐๐"')
NO_BASIS = [
    Change("plan", "budget_basis: whole_cycle", "budget_basis: not_stated"),
    Change("plan", "  basis: whole_cycle\n", ""),
]
MORE_PROJECTS = "".join(
    f"  - {{id: s1t2-{n}, strategy: s1, tactic: s1t2, number: {n}, name: กิจกรรมที่ {n}, budget: 5000}}\n" for n in (2, 3)
)
LONGER = Change("projects", "projects:\n", f"projects:\n{MORE_PROJECTS}")
ONE_YEAR = "budget: ๓๐,๐๐๐\n    periods: {2567: ไตรมาสที่ ๒, "
LATER = """fiscal_year: 2568
round: 6
as_of: 31 มี.ค. 2568
projects: [{project: s1t1-1, status: done, spent: "%s"}]
"""
TEXT = "quality: ผ่านการอบรมร้อยละ ๘๐, benefit: ลดข้อผิดพลาดทางการเงิน"


def given_to(department: str, quarter: str) -> Change:
    """Change the responsible department of the project in one quarter."""
    before = f"2569: ไตรมาสที่ {quarter}}}\n    responsible: {{departments: [finance], printed: กองคลัง}}"
    return Change("projects", before, before.replace("finance", department).replace("กองคลัง", "สำนักปลัดเทศบาล"))


def of_nobody(quarter: str) -> Change:
    """Remove the responsible department of the project in one quarter."""
    before = f"2569: ไตรมาสที่ {quarter}}}\n    responsible: {{departments: [finance], printed: กองคลัง}}"
    return Change("projects", before, before.partition("\n")[0])


def says(words: str) -> Change:
    """Add a text about its money to the second project."""
    return Change("projects", TEXT, TEXT.replace("ผ่านการอบรมร้อยละ ๘๐", f'"ผ่านการอบรม {words}"'))


SHARED = Change(
    "projects",
    "budget: ๖๐,๐๐๐\n    periods: {2567: ไตรมาสที่ ๑-๔, 2568: ไตรมาสที่ ๑-๔, 2569: ไตรมาสที่ ๑-๔}\n"
    "    responsible: {departments: [clerk-office]",
    "budget: ๖๐,๐๐๐\n    periods: {2567: ไตรมาสที่ ๑-๔, 2568: ไตรมาสที่ ๑-๔, 2569: ไตรมาสที่ ๑-๔}\n"
    "    responsible: {departments: [clerk-office, finance]",
)

CASES = [
    # One wrong total, and one cell that makes two totals wrong.
    Case(
        "MONEY-001",
        [Change("plan", ROW, ROW.replace("๙๐", "๙๙"))],
        "99,000 บาท แต่รายการในแถวรวมได้ 90,000 บาท",
        line="๙๙,๐๐๐",
        silent=[Change("plan", ROW, ROW.replace("๙๐", "๙๙")), CUT_TOPIC, CUT_OFF],
    ),
    Case(
        "MONEY-001",
        [Change("plan", ROW, ROW.replace("๓๐", "๓๑"))],
        "อาจผิดที่ช่องของส่วนราชการนี้ในแถวนี้ ซึ่งพิมพ์ 31,000 บาท",
        line="๓๑,๐๐๐",
    ),
    Case(
        "MONEY-002",
        [Change("plan", COLUMNS, COLUMNS.replace("๔๐", "๔๑"))],
        "กองคลัง",
        line="๔๑,๐๐๐",
        silent=[Change("plan", ROW, ROW.replace("๓๐", "๓๑"))],
    ),
    Case(
        "MONEY-003",
        [Change("plan", GRAND, GRAND.replace("๑๒๐", "๑๒๑"))],
        "121,000 บาท",
        line="๑๒๑,๐๐๐",
        # The grand total adds up a wrong total: one cause.
        silent=[
            Change("plan", COLUMNS, COLUMNS.replace("๔๐", "๔๑")),
            Change("plan", GRAND, GRAND.replace("๑๒๐", "๑๒๑")),
        ],
    ),
    Case(
        "MONEY-004",
        [DEARER, DEARER_TOO],
        "120,000 บาท แต่ตารางโครงการรวมได้ 131,000 บาท ต่างกัน 11,000 บาท",
        line="stated_grand_total",
        silent=[DEARER, DEARER_TOO, Change("plan", "  basis: whole_cycle", "  basis: per_year")],
    ),
    Case("MONEY-004", [DEARER, DEARER_TOO, *NO_BASIS], "เอกสารไม่ระบุว่าเป็นเงินต่อปีหรือรวมทั้งรอบแผน", silent=[DEARER]),
    Case(
        "MONEY-004", [DEARER, DEARER_TOO, RECEIVED, NO_TOPIC], "131,000", silent=[DEARER, DEARER_TOO, CUT_OFF, NO_TOPIC]
    ),
    Case(
        "MONEY-004",
        [
            *NO_BASIS,
            *(
                Change("projects", f"budget: {year}๐,๐๐๐", f"budget: {cycle}๐,๐๐๐")
                for year, cycle in (("๖", "๑๘"), ("๓", "๙"), ("๒", "๖"), ("๑", "๓"))
            ),
        ],
        "ยอดหนึ่งเป็น 3 เท่าของอีกยอดพอดี",
    ),
    Case(
        "MONEY-005",
        [DEARER],
        "แต่โครงการรวมได้ 95,000 บาท ต่างกัน 5,000 บาท ตรงกับที่ “กองคลัง” ต่างกันในสองตาราง",
        line="strategy: s1",
        # The amount paid as incurred may be the difference.
        silent=[IN_WORDS],
    ),
    Case(
        "MONEY-006",
        [DEARER, DEARER_TOO],
        "“กองคลัง” มีเงินในตารางงบประมาณรวม 40,000 บาท แต่โครงการที่รับผิดชอบรวมได้ 45,000 บาท",
        line="finance",
        count=2,
        silent=[DEARER],
    ),
    # Without a stated basis, the message must express the doubt.
    Case("MONEY-005", [DEARER, *NO_BASIS], "ต่างกันในสองตาราง เอกสารไม่ระบุว่าเป็นเงินต่อปีหรือรวมทั้งรอบแผน"),
    Case("MONEY-006", [DEARER, DEARER_TOO, *NO_BASIS], "5,000 บาท เอกสารไม่ระบุว่าเป็นเงินต่อปีหรือรวมทั้งรอบแผน", count=2),
    Case(
        "MONEY-007",
        [given_to("clerk-office", "๒"), of_nobody("๔"), *NO_BASIS],
        "รวมได้เพียง 10,000 บาท เอกสารไม่ระบุว่าเป็นเงินต่อปีหรือรวมทั้งรอบแผน",
    ),
    Case(
        "MONEY-006",
        [SHARED, DEARER, Change("projects", "budget: ๑๐,๐๐๐", "budget: ๑๖,๐๐๐")],
        "ที่ระบุส่วนราชการนี้แห่งเดียวเป็นผู้รับผิดชอบรวมได้ 51,000 บาท ต่างกันอย่างน้อย 11,000 บาท",
        silent=[SHARED, DEARER_TOO],
    ),
    Case(
        "MONEY-007",
        [given_to("clerk-office", "๒"), given_to("clerk-office", "๔")],
        "“กองคลัง” 40,000 บาท",
        line="finance",
        silent=[of_nobody("๒"), of_nobody("๔")],
    ),
    Case(
        "MONEY-007",
        [given_to("clerk-office", "๒"), of_nobody("๔")],
        "โครงการที่ไม่ระบุส่วนราชการรวมได้เพียง 10,000 บาท",
        silent=[IN_WORDS, of_nobody("๒"), of_nobody("๔")],
    ),
    Case(
        "MONEY-008",
        [
            Change("plan", ROW, 'amounts: ["๖๐,๐๐๐", ""], stated_total: "๖๐,๐๐๐"'),
            Change("plan", SECOND_ROW, '["๒๐,๐๐๐", ""], stated_total: "๒๐,๐๐๐"'),
            Change("plan", COLUMNS, COLUMNS.replace("๔๐,๐๐๐", "")),
        ],
        "กองคลัง",
        line="finance",
    ),
    Case(
        "MONEY-009",
        [Change("plan", SECOND_ROW, '["", ""]')],
        "รวมได้ 30,000 บาท แต่ตารางงบประมาณรายส่วนราชการแถวของยุทธศาสตร์นี้ว่าง",
        line="strategy: s2",
    ),
    Case(
        "MONEY-009",
        [Change("projects", "budget: ๒๐,๐๐๐", FREE), Change("projects", "budget: ๑๐,๐๐๐", FREE)],
        "ไม่มีโครงการใดของยุทธศาสตร์นี้ที่ใช้เงิน",
        silent=[Change("projects", "budget: ๒๐,๐๐๐", "budget:"), Change("projects", "budget: ๑๐,๐๐๐", FREE)],
    ),
    Case("MONEY-010", [NO_GRAND], "120,000 บาท", silent=[NO_GRAND, CUT_OFF, CUT_TOPIC]),
    Case(
        "MONEY-011",
        [Change("projects", "budget: ๖๐,๐๐๐", "budget: ๖๐๐,๐๐๐"), FREE_COSTS],
        "600,000 บาท คิดเป็นร้อยละ 90",
        line="๖๐๐,๐๐๐",
        silent=[Change("projects", "budget: ๖๐,๐๐๐", "budget: ๑๙๐,๐๐๐"), FREE_COSTS],
    ),
    Case(
        "MONEY-012",
        [LONGER, Change("projects", "budget: ๓๐,๐๐๐", "budget: ๓๐,๐๐๗")],
        "30,007 บาท",
        line="๓๐,๐๐๗",
        silent=[LONGER, Change("projects", "budget: ๓๐,๐๐๐", "budget: ๓๒,๕๐๐")],
    ),
    Case("MONEY-013", [Change("projects", FREE, "budget: ๐")], "สื่ออิเล็กทรอนิกส์", line="๐"),
    Case(
        "MONEY-013",
        [
            Change("projects", "budget: ๓๐,๐๐๐", "budget: ๐"),
            Change("projects", "budget: ๒๐,๐๐๐", 'budget: {2567: "๐"}'),
        ],
        "2 โครงการ เช่น โครงการ “โครงการฝึกอบรมด้านการเงิน” ระบุงบประมาณเป็น 0 บาท ขณะที่อีก 1 โครงการ",
    ),
    Case(
        "MONEY-014",
        [Change("projects", ONE_YEAR, "budget: {2567: 30000}\n    periods: {")],
        "ปี 2567 30,000 บาท",
        # A year outside the cycle is left to the date rules.
        silent=[Change("projects", "budget: ๓๐,๐๐๐", "budget: {2567: 20000, 2570: 10000}")],
    ),
    Case(
        "MONEY-015",
        [says("งบประมาณรวมทั้งสิ้น ๕๐,๐๐๐ บาท")],
        "“งบประมาณรวมทั้งสิ้น ๕๐,๐๐๐ บาท” แต่ช่องงบประมาณเป็น 30,000 บาท",
        line="๕๐,๐๐๐",
        silent=[says("ประหยัดงบประมาณ ๕๐,๐๐๐ บาท")],
    ),
    Case(
        "MONEY-015",
        [says("ไม่ใช้งบประมาณ")],
        "พิมพ์ “ไม่ใช้งบประมาณ” แต่ช่องงบประมาณเป็น 30,000 บาท",
        silent=[says("งบประมาณ ๑๐,๐๐๐ บาท/ปี และงบประมาณ 30,000 บาท")],
    ),
    Case(
        "MONEY-015",
        [Change("projects", "name: กิจกรรมเรียนรู้", "name: งบประมาณ ๒,๐๐๐ บาท เรียนรู้")],
        "แต่ช่องงบประมาณเป็น ไม่ใช้งบประมาณ",
        silent=[Change("projects", "name: กิจกรรมเรียนรู้", "name: ค่าวิทยากร ๒,๐๐๐ บาท เรียนรู้")],
    ),
    Case("MONEY-016", NO_BASIS, "ตารางโครงการและตารางงบประมาณรายส่วนราชการ", line="budget_basis"),
    Case("MONEY-017", [Change("plan", "  basis: whole_cycle", "  basis: per_year")], "ต่อปี", line="per_year"),
    Case("MONEY-018", [OVER], "61,000 บาท เกินงบประมาณของทั้งรอบแผน 60,000", line="๖๑,๐๐๐", silent=[OVER, *NO_BASIS]),
    Case(
        "MONEY-018",
        [Change("2567-2569/results/2568.yml", "", LATER % "๔๒,๐๐๐")],
        "รวมถึงปี 2568 61,000 บาท",
        silent=[Change("2567-2569/results/2568.yml", "", LATER % "๔๑,๐๐๐")],
    ),
    Case(
        "MONEY-018",
        [Change("plan", "budget_basis: whole_cycle", "budget_basis: per_year"), OVER],
        "ในปี 2567 61,000 บาท เกินงบประมาณของปีนั้น 60,000 บาท",
    ),
    Case(
        "MONEY-019", [Change("results", 'spent: "๐"', 'spent: "๕๐๐"')], "500 บาท แต่แผนระบุว่า “ไม่ใช้งบประมาณ”", line="๕๐๐"
    ),
    Case(
        "MONEY-019",
        [Change("projects", "budget: ๓๐,๐๐๐", "budget: {2568: 30000}")],
        "แผนตั้งเงินไว้เฉพาะปี 2568",
        silent=[Change("projects", "budget: ๓๐,๐๐๐", "budget:")],
    ),
    Case(
        "MONEY-020",
        [Change("results", 'status: done, spent: "๙,๐๐๐"', 'status: not_started, spent: "๙,๐๐๐"')],
        "9,000 บาท",
        line="not_started",
        silent=[Change("results", 'status: done, spent: "๙,๐๐๐"', 'status: cancelled, spent: "๙,๐๐๐"')],
    ),
    Case(
        "MONEY-021",
        [Change("projects", ONE_YEAR, "budget: ๓๐,๐๐๐\n    periods: {")],
        "แต่แผนกำหนดให้ดำเนินการในปี 2568 และ 2569",
    ),
    Case(
        "MONEY-022",
        [
            Change("plan", 'amounts: ["๖๐,๐๐๐", "๓๐,๐๐๐"]', 'amounts: ["๕๐,๐๐๐", "๔๐,๐๐๐"]'),
            Change("plan", 'amounts: ["๒๐,๐๐๐", "๑๐,๐๐๐"]', 'amounts: ["๓๐,๐๐๐", "-"]'),
        ],
        "ช่องของ “สำนักปลัดเทศบาล” ในยุทธศาสตร์ “พัฒนาความรู้และทักษะของบุคลากร” พิมพ์ 50,000 บาท "
        "แต่โครงการของส่วนราชการนี้ในยุทธศาสตร์นี้รวมได้อย่างน้อย 60,000 บาท (มี 3 ช่องที่ไม่ตรงกัน)",
        line="๕๐,๐๐๐",
        silent=[SHARED],
    ),
]
