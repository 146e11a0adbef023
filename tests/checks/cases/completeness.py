"""Cases of the rules over completeness."""

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


def committee(role: str) -> Change:
    """Take a seat away from the plan committee."""
    line = {"chair": "position: นายกเทศมนตรีตำบลตัวอย่าง, role: ประธานกรรมการ", "clerk": "position: ปลัดเทศบาลตำบลตัวอย่าง,"}[
        role
    ]
    return Change(
        "plan", line, line.replace("นายกเทศมนตรีตำบลตัวอย่าง", "ผู้แทนชุมชน").replace("ปลัดเทศบาลตำบลตัวอย่าง", "ผู้แทนชุมชน")
    )


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
    Case("COMPLETE-010", [Change("projects", ", benefit: มีทักษะดิจิทัล", "")], "เชิงประโยชน์"),
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
    Case("COMPLETE-021", [Change("idp", "    department: finance\n", "")], "นักวิชาการพัสดุ"),
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
]
