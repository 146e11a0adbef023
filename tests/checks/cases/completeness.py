"""Cases of the completeness rules."""

from tests.checks.case import Case, Change

MONITORING = "monitoring: {section: บทที่ ๔, summary: ติดตามทุกหกเดือน และรายงานผลต่อนายกเทศมนตรี}\n"
NO_MONITORING = [
    Change("plan", MONITORING, ""),
    Change("plan", "  - {topic: monitoring, section: บทที่ ๔}\n", ""),
]
PARTIAL = Change("plan", "extent: full", "extent: partial, sections: [๓.๘]")
SHORT = Change("plan", "  - {ref: method-3, number: ๓, name: การศึกษา หรือดูงาน, section: บทที่ ๓}\n", "")
LINE = Change("idp", "competencies: [line-4, line-5, line-6]", "competencies: [line-4, line-5]")
FINANCE = "    responsible: {departments: [finance], printed: กองคลัง}\n  - id: s1t2-1"


WITH_PERCENTAGE = "indicator: ร้อยละของผู้เข้าร่วม\n    targets: {quantity: บุคลากร ๑๒ คน"
ONE_GROUP = Change("idp", "competencies: [line-4, line-5, line-6]", "competencies: [line]")
BOTH_GROUPS = [ONE_GROUP, Change("idp", "competencies: [line-1, line-2, line-3]", "competencies: [line]")]
FOLLOWED = "summary: ติดตามทุกหกเดือน และรายงานผลต่อนายกเทศมนตรี"
PARTLY = Change("plan", "{topic: monitoring, section: บทที่ ๔}", "{topic: monitoring, section: บทที่ ๔, coverage: partial}")
RATIONALE = "## rationale"
DEPARTMENTS = Change(
    "lao",
    "    name: กองคลัง\n",
    "    name: กองคลัง\n"
    + "".join(
        f"  - {{id: d{n}, name: {name}}}\n" for n, name in enumerate(("กองช่าง", "กองการศึกษา", "หน่วยตรวจสอบภายใน"))
    ),
)


def positions(*rows: str) -> Change:
    """Add positions to the IDP table."""
    made = "".join(f"  - {{id: idp-{number}, {row}}}\n" for number, row in enumerate(rows, start=10))
    return Change("idp", "rows:\n", f"rows:\n{made}")


def goals(last: str) -> Change:
    """Add nine positions with the others' goal, and one with another."""
    usual = "ผ่านการประเมินสมรรถนะทุกปี"
    return positions(*(f"position: ตำแหน่งที่ {n}, goals: [{{text: {usual if n else last}}}]" for n in range(9)))


HEADS = positions(
    "department: clerk-office, position: หน.สำนักปลัด",
    "department: d0, position: ผู้อำนวยการกองช่าง",
    "department: d1, position: ผอ. กองการศึกษา",
    "department: d2, position: นักวิชาการตรวจสอบภายใน",
)


def committee(role: str) -> Change:
    """Remove a seat from the plan committee."""
    line = {"chair": "position: นายกเทศมนตรีตำบลตัวอย่าง, role: ประธานกรรมการ", "clerk": "position: ปลัดเทศบาลตำบลตัวอย่าง,"}[
        role
    ]
    return Change(
        "plan", line, line.replace("นายกเทศมนตรีตำบลตัวอย่าง", "ผู้แทนชุมชน").replace("ปลัดเทศบาลตำบลตัวอย่าง", "ผู้แทนชุมชน")
    )


EVALUATED = """evaluation_forms:
  - name: ประเมินประจำปี
    groups:
      - {{name: {}, competencies: [{{name: ความรู้ในงาน}}]}}
monitoring: {{"""
LAST_ROW = "    methods: [๑]\n    years: [๒๕๖๗, ๒๕๖๘, ๒๕๖๙]\n"
SAME = Change("idp", "    methods: [๑, ๒]\n", "    methods: [๑]\n")
ROW_LIKE_IT = """  - id: idp-0{0}
    department: finance
    staff_category: พนักงานเทศบาล
    position: ตำแหน่งที่ {0}
    skills: [{{number: ๑, text: สมรรถนะหลัก, competencies: [core]}}]
    goals: [{{number: ๑, text: ผ่านการประเมินสมรรถนะทุกปี}}]
    methods: [{1}]
    years: [๒๕๖๗, ๒๕๖๘, ๒๕๖๙]
"""
CASES = [
    Case(
        "COMPLETE-001", NO_MONITORING, "การติดตามและประเมินผล", line="topic: rationale", silent=[*NO_MONITORING, PARTIAL]
    ),
    Case("COMPLETE-002", [Change("plan", "  meeting: ๙/๒๕๖๖\n", "")], "ครั้งที่ประชุม", line="committee"),
    Case("COMPLETE-003", [Change("plan", "  effective_date: 1 ตุลาคม 2566\n", "")], "วันที่มีผลใช้บังคับ", line="title"),
    Case(
        "COMPLETE-004", [Change("idp", "", "")], "แผนพัฒนารายบุคคล", line="cycle", silent=[Change("idp", "", ""), PARTIAL]
    ),
    Case(
        "COMPLETE-005",
        [Change("plan", "committee: คณะกรรมการพนักงานเทศบาลจังหวัด", "committee: คณะกรรมการพนักงานส่วนตำบลจังหวัด")],
        "คณะกรรมการพนักงานเทศบาล",
        line="ส่วนตำบล",
        silent=[Change("plan", "committee: คณะกรรมการพนักงานเทศบาลจังหวัด", "committee: ก.ท.จ.")],
    ),
    Case(
        "COMPLETE-006",
        [Change("plan", "พนักงานเทศบาลจังหวัดมหาสารคาม", "พนักงานเทศบาลจังหวัดขอนแก่น")],
        "ขอนแก่น",
        line="ขอนแก่น",
    ),
    Case("COMPLETE-007", [committee("chair")], "เป็นประธาน", line="number: ๑"),
    Case("COMPLETE-007", [committee("clerk")], "ปลัด"),
    Case(
        "COMPLETE-007",
        [Change("plan", "role: กรรมการและเลขานุการ}", "role: กรรมการ}")],
        "ไม่มีกรรมการและเลขานุการ",
        line="number: ๑",
    ),
    Case(
        "COMPLETE-007",
        [Change("idp", "position: นักวิชาการพัสดุ", "position: รองปลัดเทศบาล")],
        "ไม่มีรองปลัด ซึ่งมีในแผนพัฒนารายบุคคล",
        silent=[
            Change("idp", "position: นักวิชาการพัสดุ", "position: รองปลัดเทศบาล"),
            Change("plan", "position: หัวหน้าส่วนราชการทุกส่วนราชการ", "position: รองปลัด/หัวหน้าส่วนราชการทุกส่วนราชการ"),
        ],
    ),
    Case(
        "COMPLETE-008",
        [Change("projects", "    indicator: จำนวนบทเรียนที่เรียนจบ\n", "")],
        "1 จาก 5 โครงการ",
        line="สื่ออิเล็กทรอนิกส์",
    ),
    Case(
        "COMPLETE-009",
        [
            Change(
                "projects",
                "{quantity: คนละ ๒ บทเรียน, quality: สอบผ่านร้อยละ ๘๐, benefit: มีทักษะดิจิทัล}",
                "{quantity: มากขึ้น, quality: ดีขึ้น, benefit: มีทักษะ}",
            )
        ],
        "วัดได้",
        silent=[Change("projects", "quality: สอบผ่านร้อยละ ๘๐", "quality: สอบผ่านทุกคน")],
    ),
    Case(
        "COMPLETE-009",
        [
            Change(
                "projects",
                "{quantity: คนละ ๒ บทเรียน, quality: สอบผ่านร้อยละ ๘๐, benefit: มีทักษะดิจิทัล}",
                "บุคลากรมีทักษะมากขึ้น",
            )
        ],
        "วัดได้",
        silent=[
            Change(
                "projects",
                "{quantity: คนละ ๒ บทเรียน, quality: สอบผ่านร้อยละ ๘๐, benefit: มีทักษะดิจิทัล}",
                "บุคลากร ๒๐ คน สอบผ่านร้อยละ ๘๐",
            )
        ],
    ),
    Case(
        "COMPLETE-010",
        [Change("projects", ", benefit: มีทักษะดิจิทัล", "")],
        "เชิงประโยชน์",
        silent=[
            Change(
                "projects",
                "targets: {quantity: คนละ ๒ บทเรียน, quality: สอบผ่านร้อยละ ๘๐, benefit: มีทักษะดิจิทัล}",
                "targets: เชิงปริมาณ - คนละ ๒ บทเรียน เชิงคุณภาพ - สอบผ่านร้อยละ ๘๐ เชิงประโยชน์ - มีทักษะดิจิทัล",
            )
        ],
    ),
    Case("COMPLETE-011", [Change("projects", "    budget: ไม่ใช้งบประมาณ\n", "")], "ไม่ระบุงบประมาณ", line="สื่ออิเล็กทรอนิกส์"),
    Case(
        "COMPLETE-012",
        [Change("projects", "    periods: {2567: ไตรมาสที่ ๓, 2568: ไตรมาสที่ ๓, 2569: ไตรมาสที่ ๓}\n", "")],
        "โครงการส่งเสริมจริยธรรม",
    ),
    Case("COMPLETE-013", [Change("projects", FINANCE, "  - id: s1t2-1")], "ด้านการเงิน"),
    Case(
        "COMPLETE-014",
        [Change("projects", FINANCE, FINANCE.replace("[finance], printed: กองคลัง", "[], printed: LPA ด้านที่ ๒"))],
        "LPA",
        line="departments: []",
    ),
    Case(
        "COMPLETE-015",
        [
            Change(
                "plan",
                "    values: [value-2]\n    tactics:\n      - {id: s2t1, number: ๑, name: ปลูกฝังจริยธรรมในการทำงาน}\n",
                "    values: [value-2]\n",
            ),
            Change(
                "projects",
                "    strategy: s2\n    tactic: s2t1\n    number: ๑",
                "    strategy: s1\n    tactic: s1t2\n    number: ๒",
            ),
            Change(
                "projects",
                "    strategy: s2\n    tactic: s2t1\n    number: ๒",
                "    strategy: s1\n    tactic: s1t2\n    number: ๓",
            ),
        ],
        "เสริมสร้างคุณธรรม",
    ),
    Case("COMPLETE-032", [Change("projects", "", ""), Change("results", "", "")], "แต่แผนนี้ไม่มีโครงการใด"),
    Case("COMPLETE-016", [Change("projects", "tactic: s1t2\n", "tactic: s1t1\n")], "เรียนรู้ด้วยตนเอง", line="s1t2"),
    Case(
        "COMPLETE-017",
        [Change("plan", "    - {local_strategy: local-2, values: [value-1]}\n", "")],
        "การพัฒนาคุณภาพชีวิต",
        line="local-2",
    ),
    Case("COMPLETE-018", [SHORT], "การศึกษา หรือดูงาน", line="method-1", silent=[SHORT, PARTIAL]),
    Case("COMPLETE-019", [Change("plan", "cells: [ระเบียบพัสดุ, ระบบบัญชี]", 'cells: [ระเบียบพัสดุ, ""]')], "1 จาก 4 ช่อง"),
    Case("COMPLETE-020", [Change("idp", "    methods: [๑]\n", "")], "นักวิชาการพัสดุ", line="นักวิชาการพัสดุ"),
    Case(
        "COMPLETE-021",
        [Change("idp", "    department: finance\n", "")],
        "1 ตำแหน่งไม่พิมพ์ส่วนราชการ ได้แก่ “นักวิชาการพัสดุ”",
        # A chief administrator ranks above all departments, and so does a deputy.
        silent=[
            Change("idp", "    department: clerk-office\n", ""),
            positions("position: รอง ปลัด เทศบาล", "position: ปลัด อบต."),
        ],
    ),
    Case(
        "COMPLETE-022",
        [LINE],
        "นักวิชาการพัสดุ",
        silent=[Change("idp", "competencies: [line-4, line-5, line-6]", "competencies: [line]")],
    ),
    Case(
        "COMPLETE-023",
        [Change("plan", "  - {ref: core-5, kind: core, number: ๕, name: การทำงานเป็นทีม, section: บทที่ ๓}\n", "")],
        "การทำงานเป็นทีม",
    ),
    Case(
        "COMPLETE-024",
        [
            Change(
                "results",
                '  - {project: s2t1-2, status: done, spent: "๓,๐๐๐", people: ๔, indicator_result: จัด ๑ ครั้ง, '
                "problems: ไม่มี, suggestions: ไม่มี}\n",
                "",
            )
        ],
        "ความโปร่งใสด้านการคลัง",
    ),
    Case("COMPLETE-025", [Change("results", "indicator_result: จัด ๑ ครั้ง, ", "")], "ผลตามตัวชี้วัด", line="s2t1-2"),
    Case(
        "COMPLETE-026",
        [Change("projects", WITH_PERCENTAGE, WITH_PERCENTAGE.replace("บุคลากร ๑๒ คน", "จัดกิจกรรมให้บุคลากร"))],
        "1 จาก 5 โครงการมีตัวชี้วัดเป็นร้อยละ แต่เป้าหมายเชิงปริมาณไม่มีจำนวนหรือร้อยละ",
        line="จัดกิจกรรมให้บุคลากร",
        silent=[Change("projects", WITH_PERCENTAGE, WITH_PERCENTAGE.replace("บุคลากร ๑๒ คน", "บุคลากรทุกส่วนราชการ"))],
    ),
    Case(
        "COMPLETE-027",
        [Change("projects", "quantity: บุคลากร ๔ คน", 'quantity: "- ร้อยละ ๙๐"')],
        "เป้าหมายเชิงปริมาณของ 1 จาก 5 โครงการมีแต่ตัวเลข เช่น “ร้อยละ ๙๐” ได้แก่ “โครงการฝึกอบรมด้านการเงิน”",
        line="ร้อยละ ๙๐",
        silent=[Change("projects", "quantity: บุคลากร ๔ คน", 'quantity: "- ร้อยละ ๙๐ ของบุคลากร"')],
    ),
    Case(
        "COMPLETE-028",
        BOTH_GROUPS,
        "2 ตำแหน่งระบุสมรรถนะประจำสายงานเป็นทั้งกลุ่ม",
        line="competencies: [line]",
        silent=[ONE_GROUP],
    ),
    Case("COMPLETE-028", BOTH_GROUPS, "อย่างน้อย 3 รายการ", silent=[*BOTH_GROUPS, PARTIAL]),
    Case(
        "COMPLETE-029",
        [goals("เข้าร่วมกิจกรรมของเทศบาล")],
        "10 จาก 11 ตำแหน่งมีเป้าหมาย “ผ่านการประเมินสมรรถนะทุกปี” แต่ตำแหน่ง “ตำแหน่งที่ 0” ไม่มี",
        line="ตำแหน่งที่ 0",
        silent=[goals("ผ่านการประเมินสมรรถะทุกปี")],
    ),
    Case(
        "COMPLETE-030",
        [DEPARTMENTS, HEADS],
        "“กองคลัง” มีตำแหน่งในแผนรายบุคคล แต่ไม่มีตำแหน่งหัวหน้าส่วนราชการ ขณะที่ส่วนราชการอื่นอีก 3 แห่งมี",
        line="นักวิชาการพัสดุ",
        silent=[DEPARTMENTS, HEADS, PARTIAL],
    ),
    Case(
        "COMPLETE-030",
        [DEPARTMENTS, HEADS],
        "กองคลัง",
        silent=[DEPARTMENTS, HEADS, Change("idp", "position: นักวิชาการพัสดุ", "position: ผอ.กองคลัง")],
    ),
    Case(
        "COMPLETE-031",
        [Change("plan", FOLLOWED, "summary: ติดตามตลอดสามปี คู่กับการประเมินผลการปฏิบัติงานประจำปี")],
        "ไม่บอกว่าติดตามแผนเมื่อใด",
        line="ติดตามตลอดสามปี",
        silent=[Change("plan", FOLLOWED, "summary: ติดตามปีละ ๒ ครั้ง")],
    ),
    Case(
        "COMPLETE-031",
        [
            Change("plan", MONITORING, ""),
            Change("narrative", RATIONALE, f"## monitoring\nคณะกรรมการติดตามแผน\n\n{RATIONALE}"),
        ],
        "ไม่บอกว่าติดตามแผนเมื่อใด",
        line="## monitoring",
        silent=[Change("plan", FOLLOWED, "summary: มีคณะกรรมการติดตาม"), PARTLY, PARTIAL],
    ),
    Case(
        "COMPLETE-033",
        [Change("plan", "monitoring: {", EVALUATED.format("สมรรถนะตามภาระงาน"))],
        "“ประเมินประจำปี” ประเมิน “สมรรถนะตามภาระงาน” ขณะที่แผนพัฒนา สมรรถนะหลัก",
        line="สมรรถนะตามภาระงาน",
        silent=[Change("plan", "monitoring: {", EVALUATED.format("สมรรถนะประจำสายงาน"))],
    ),
    Case(
        "COMPLETE-034",
        [Change("idp", LAST_ROW, LAST_ROW + "".join(ROW_LIKE_IT.format(n, "๑") for n in range(3, 8))), SAME],
        "ทั้ง 7 ตำแหน่งเลือกวิธีการพัฒนาเดียวกัน คือ ๑ จาก 2 วิธี",
        line="methods",
        silent=[Change("idp", LAST_ROW, LAST_ROW + "".join(ROW_LIKE_IT.format(n, "๑") for n in range(3, 8)))],
    ),
]
