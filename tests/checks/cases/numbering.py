"""Cases of the rules for printed numbers."""

from tests.checks.case import Case, Change

SECOND = "    number: ๒\n    name: โครงการฝึกอบรมด้านการเงิน"
LAST_SEAT = "{number: ๕, position: นักทรัพยากรบุคคล"
THIRD_SKILL = "{number: ๓, text: สมรรถนะประจำสายงาน,"
LINE_SKILL = "{number: ๒, text: สมรรถนะประจำสายงาน,"
TACTIC = "{id: s1t2, number: ๒, name: ส่งเสริมการเรียนรู้ด้วยตนเอง"
ROW = "    methods: [๑]\n"
STARTS_LATE = Change("projects", "tactic: s1t2\n    number: ๑", "tactic: s1t2\n    number: ๕")
RUNS_ON = Change("projects", "tactic: s1t2\n    number: ๑", "tactic: s1t2\n    number: ๓")
PARTIAL = Change("plan", "extent: full", "extent: partial, sections: [๓.๑๑]")
GUIDELINES = """- id: g1
  title: แนวทางการพัฒนา
  source: {document: แผนอัตรากำลัง ๓ ปี, extent: full, entered_by: lao}
  items:
    - {number: "1", name: การปฐมนิเทศ}
    - {number: "%s", name: การสอนงาน}
"""
FORMS = """evaluation_forms:
  - number: ๑
    name: การประเมินประจำปี
    groups:
      - {number: ๑, name: ด้านงาน, competencies: [{number: ๑.๑, name: ปริมาณ}, {number: ๑.๒, name: คุณภาพ}]}
      - {number: ๒, name: ด้านคน, competencies: [{number: %s, name: ความร่วมมือ}]}
committee:
"""
NAME = Change("projects", "name: โครงการฝึกอบรมด้านการเงิน", "name: โครงการฝึกอบรมตามตำแหน่ง")
FREE_AND_ALIKE = [
    Change("projects", "name: กิจกรรมเรียนรู้ผ่านสื่ออิเล็กทรอนิกส์", "name: กิจกรรมเสียงตามสาย"),
    Change("projects", "name: โครงการส่งเสริมจริยธรรม", "name: กิจกรรมเสียงตามสาย"),
]
LEGEND = "{number: ๒, name: การสอนงาน}"


def headings(*texts: str) -> Change:
    """Print the first strategy's heading in section 3.11 once per text."""
    wordings = ", ".join(f"{{section: ๓.๑๑, text: {text}}}" for text in texts)
    old = "    values: [value-1]\n    tactics:"
    return Change("plan", old, old.replace("tactics", f"wordings: [{wordings}]\n    tactics"))


def forms(number: str) -> Change:
    """Add evaluation forms; the competency of the second group has this number."""
    return Change("plan", "\ncommittee:\n", "\n" + FORMS % number)


def uses(printed: str) -> Change:
    """Print a wording beside the number of a method in a row."""
    return Change("idp", ROW, f"    methods: [{{number: ๑, printed: {printed}}}]\n")


CASES = [
    Case("NUMBER-001", [Change("projects", SECOND, SECOND.replace("๒", "๔"))], "“๑” ไป “๔”", line="number: ๔"),
    Case(
        "NUMBER-001",
        [Change("plan", LAST_SEAT, LAST_SEAT.replace("๕", "๗"))],
        "ลำดับที่ของกรรมการ ข้ามจาก “๔” ไป “๗”",
        silent=[Change("plan", "{number: ๔, position: หัวหน้าสำนัก", "{position: หัวหน้าสำนัก")],
    ),
    Case(
        "NUMBER-001",
        [Change("plan", LAST_SEAT, LAST_SEAT.replace("๕", "๖"))],
        "ลำดับที่ของกรรมการ ข้ามจาก “๔” ไป “๖”",
        # Out of order, but nothing is missing: NUMBER-002 reports it.
        silent=[
            Change("plan", LAST_SEAT, LAST_SEAT.replace("๕", "๔")),
            Change("plan", "{number: ๔, position: หัวหน้าสำนัก", "{number: ๕, position: หัวหน้าสำนัก"),
        ],
    ),
    Case("NUMBER-001", [STARTS_LATE], "เริ่มที่ “๕” ขณะที่รายการก่อนหน้าจบที่ “๒”", line="number: ๕", silent=[RUNS_ON]),
    Case(
        "NUMBER-001",
        [Change("plan", TACTIC, TACTIC.replace("๒", '"(4)"'))],
        "“๑” ไป “(4)”",
        silent=[Change("plan", TACTIC, TACTIC.replace("๒", '"(2)"'))],
    ),
    Case(
        "NUMBER-001",
        [
            Change("plan", "{id: s1t1, number: ๑", "{id: s1t1, number: ๒"),
            Change("plan", TACTIC, TACTIC.replace("๒", "๓")),
        ],
        "เริ่มที่ “๒” ไม่มีลำดับก่อนหน้า",
        silent=[
            PARTIAL,
            Change("plan", "{id: s1t1, number: ๑", "{id: s1t1, number: ๒"),
            Change("plan", TACTIC, TACTIC.replace("๒", "๓")),
        ],
    ),
    Case(
        "NUMBER-001",
        [Change("idp", THIRD_SKILL, THIRD_SKILL.replace("๓", "๔"))],
        "ลำดับที่ของทักษะของตำแหน่ง “ปลัดเทศบาล”",
        line="number: ๔",
    ),
    Case(
        "NUMBER-001",
        [
            Change(
                "plan", "{ref: core-2, kind: core, number: ๒, name: การยึดมั่นในความถูกต้องและจริยธรรม, section: บทที่ ๓}\n", ""
            ),
            Change("plan", "  - {ref: core-3, kind: core, number: ๓", "{ref: core-3, kind: core, number: ๔"),
        ],
        "ลำดับที่ของสมรรถนะหลัก",
        # The numbers of the national list: two of its five were chosen.
        silent=[
            Change(
                "plan", "{ref: core-2, kind: core, number: ๒, name: การยึดมั่นในความถูกต้องและจริยธรรม, section: บทที่ ๓}\n", ""
            ),
            Change("plan", "  - {ref: core-3,", "{ref: core-3,"),
        ],
    ),
    Case(
        "NUMBER-002",
        [Change("projects", SECOND, SECOND.replace("๒", "๑"))],
        "“๑” ซ้ำกันสองรายการ",
        line="number: ๑",
        silent=[Change("projects", SECOND, SECOND.replace("๒", "๑.๑"))],
    ),
    Case("NUMBER-002", [Change("plan", LAST_SEAT, LAST_SEAT.replace("๕", "๓"))], "“๔” แล้วตามด้วย “๓”"),
    Case(
        "NUMBER-003",
        [Change("projects", SECOND, SECOND.replace("๒", "กองคลัง"))],
        "“กองคลัง”",
        line="number: กองคลัง",
        silent=[Change("projects", SECOND, SECOND.replace("๒", "๒-๓"))],
    ),
    Case("NUMBER-003", [Change("projects", SECOND, SECOND.replace("๒", "๓๐,๐๐๐"))], "“๓๐,๐๐๐”"),
    Case(
        "NUMBER-004",
        [Change("plan", LAST_SEAT, "{position: นักทรัพยากรบุคคล")],
        "กรรมการ ไม่มีเลขลำดับที่รายการที่ 5",
        line="นักทรัพยากรบุคคล",
        silent=[Change("plan", LAST_SEAT, LAST_SEAT.replace("๕", "ข้อ ๕"))],
    ),
    Case(
        "NUMBER-005",
        [Change("guidelines.yml", "", GUIDELINES % "3")],
        "“1” ไป “3”",
        line='number: "3"',
        silent=[Change("guidelines.yml", "", GUIDELINES % "2")],
    ),
    Case("NUMBER-006", [forms("๑.๓")], "“ความร่วมมือ” พิมพ์ลำดับ “๑.๓” แต่อยู่ใต้กลุ่มลำดับ “๒”", silent=[forms("๒.๑")]),
    Case(
        "NUMBER-007",
        [Change("plan", TACTIC, f"{TACTIC}, wordings: [{{section: ๓.๑๐, text: กลยุทธ์ที่ ๓ เรียนรู้ด้วยตนเอง}}]")],
        "ส่วน ๓.๑๐ พิมพ์ว่า “กลยุทธ์ที่ ๓”",
        line="กลยุทธ์ที่ ๓",
        silent=[Change("plan", TACTIC, f"{TACTIC}, wordings: [{{section: ๓.๑๐, text: กลยุทธ์ที่ 2 เรียนรู้ด้วยตนเอง}}]")],
    ),
    Case("NUMBER-008", [uses("การสอนงาน")], "หมายเลข “๒”", line="printed: การสอนงาน", silent=[uses("ฝึก อบรม")]),
    Case("NUMBER-008", [uses("ศึกษาต่อ")], "“ศึกษาต่อ” แต่", silent=[uses("การฝึกอบรม เช่น ดูงาน")]),
    Case("NUMBER-009", [uses("ฝึกรม")], "“ฝึกรม”", line="ฝึกรม", silent=[uses("ฝึกรอบรม")]),
    Case("NUMBER-010", [Change("idp", ROW, "    methods: [๑, 1]\n")], "นักวิชาการพัสดุ", line="๑, 1"),
    Case("NUMBER-011", [Change("idp", LEGEND, "{number: ๒, name: ฝึกอบรม}")], "“๑” และ “๒”", line="๒"),
    Case(
        "NUMBER-011",
        [
            Change(
                "idp",
                LINE_SKILL + " competencies: [line-4, line-5, line-6]}\n",
                LINE_SKILL + " competencies: [line-4, line-5, line-6]}\n      - {number: ๓, text: สมรรถนะ หลัก}\n",
            )
        ],
        "ทักษะ “สมรรถนะ หลัก” ใน “นักวิชาการพัสดุ”",
    ),
    Case(
        "NUMBER-012",
        [NAME],
        "60,000 บาท กับ 30,000 บาท",
        line="name: โครงการฝึกอบรมตามตำแหน่ง",
        silent=[
            *FREE_AND_ALIKE,
            Change("projects", "budget: ๒๐,๐๐๐", "budget: ไม่ใช้งบประมาณ"),
        ],
    ),
    Case("NUMBER-012", FREE_AND_ALIKE, "ในคนละกลยุทธ์ งบประมาณ ไม่ใช้งบประมาณ กับ 20,000 บาท"),
    Case(
        "NUMBER-013",
        [headings(*["ยุทธศาสตร์ที่ ๑ พัฒนาความรู้และทักษะของบุคลากร"] * 3, "พัฒนาความรู้และทักษะของบุคลากร")],
        "ส่วน ๓.๑๑ พิมพ์หัวข้อยุทธศาสตร์ “พัฒนาความรู้และทักษะของบุคลากร” โดยไม่มีลำดับ ขณะที่หัวข้อยุทธศาสตร์อีก 3 แห่ง",
        line="พัฒนาความรู้และทักษะของบุคลากร",
        silent=[headings(*["พัฒนาความรู้และทักษะของบุคลากร"] * 3, "ยุทธศาสตร์ที่ ๑ พัฒนาความรู้และทักษะของบุคลากร")],
    ),
]
