"""LINK: references to the frameworks, departments and values, and competencies that suit a position."""

from __future__ import annotations

from tests.checks.case import Case, Change

_CORE_5 = "- {ref: core-5, kind: core, number: ๕, name: การทำงานเป็นทีม, section: บทที่ ๓}"
_CURRICULUM_4 = "{ref: curriculum-4, number: ๔, name: หลักสูตรด้านการบริหาร, section: บทที่ ๓}"
_LINE_SKILL = "{number: ๒, text: สมรรถนะประจำสายงาน, competencies: [line-4, line-5, line-6]}"
_EXECUTIVE_SKILL = "{number: ๒, text: สมรรถนะประจำผู้บริหาร, competencies: [executive]}"
_SECOND_ROW = "- id: idp-02\n    department: finance\n    staff_category: พนักงานเทศบาล\n    position: นักวิชาการพัสดุ"
_OF_E_LEARNING = "สอบผ่านร้อยละ ๘๐, benefit: มีทักษะดิจิทัล}"


def second_row(position: str, *, department: str = "finance", category: str = "พนักงานเทศบาล") -> Change:
    """Rename the second position of the IDP table."""
    new = f"- id: idp-02\n    department: {department}\n    staff_category: {category}\n    position: {position}"
    return Change("idp", _SECOND_ROW, new)


def second_skill(text: str) -> Change:
    """Change the second skill of that position."""
    return Change("idp", _LINE_SKILL, text)


def curriculum(text: str) -> Change:
    """Change the fourth curriculum of the plan."""
    return Change("plan", _CURRICULUM_4, text)


def project_with(key: str) -> Change:
    """Add a key to a project."""
    return Change("projects", _OF_E_LEARNING, f"{_OF_E_LEARNING}\n    {key}")


def responsible(text: str) -> Change:
    """Change the responsible cell of the project without money."""
    periods = "{2567: ไตรมาสที่ ๑-๔, 2568: ไตรมาสที่ ๑-๔, 2569: ไตรมาสที่ ๑-๔}"
    rest = f"\n    budget: ไม่ใช้งบประมาณ\n    periods: {periods}\n    responsible: "
    old = f"{_OF_E_LEARNING}{rest}{{departments: [clerk-office], printed: สำนักปลัดเทศบาล}}"
    return Change("projects", old, f"{_OF_E_LEARNING}{rest}{text}")


def alignment(old: str, new: str) -> Change:
    """Return a change to the alignment table."""
    return Change("plan", f"    - {{local_strategy: {old}}}", f"    - {{local_strategy: {new}}}")


CASES = [
    Case(
        "LINK-001",
        [curriculum("{ref: core-4, number: ๔, name: หลักสูตรด้านการบริหาร, section: บทที่ ๓}")],
        "“core-4” (การบริการเป็นเลิศ) ซึ่งไม่ใช่หลักสูตร",
        "หลักสูตรด้านการบริหาร",
    ),
    Case(
        "LINK-001",
        [Change("plan", _CORE_5, _CORE_5.replace("kind: core", "kind: line"))],
        "ระบุเป็นสมรรถนะประจำสายงาน",
        "การทำงานเป็นทีม",
        silent=[Change("plan", _CORE_5, _CORE_5.replace("kind: core, ", ""))],
    ),
    Case(
        "LINK-002",
        [project_with("curricula: [line-1]")],
        "“line-1” (การกำกับติดตามอย่างสม่ำเสมอ) อยู่ใต้หลักสูตร",
        "curricula:",
        silent=[project_with("curricula: [curriculum-1]")],
    ),
    Case(
        "LINK-003",
        [curriculum("{number: ๔, name: หลักสูตรด้านการบริหาร, section: บทที่ ๓}")],
        "“curriculum-4”",
        "หลักสูตรด้านการบริหาร",
        silent=[curriculum("{number: ๔, name: หลักสูตรภาษามือ, section: บทที่ ๓}")],
    ),
    Case(
        "LINK-004",
        [curriculum("{ref: curriculum-5, number: ๔, name: หลักสูตรด้านการบริหาร, section: บทที่ ๓}")],
        "ซ้ำกับ “หลักสูตรด้านการบริหาร”",
        "curriculum-5",
    ),
    Case(
        "LINK-005",
        [second_skill(f"{_LINE_SKILL}\n      - {{number: ๓}}")],
        "ทักษะข้อ ๓ ของตำแหน่ง “นักวิชาการพัสดุ”",
        "number: ๓",
        silent=[second_skill(f"{_LINE_SKILL}\n      - {{number: ๓, text: ทักษะด้านดิจิทัล}}")],
    ),
    Case(
        "LINK-006",
        [second_skill(_LINE_SKILL.replace("line-5", "core-1"))],
        "“core-1” ซึ่งเป็นสมรรถนะหลัก",
        "core-1",
        silent=[second_skill(_LINE_SKILL.replace("สมรรถนะประจำสายงาน", "สมรรถนะ"))],
    ),
    Case("LINK-006", [second_skill(_LINE_SKILL.replace("line-5", "method-2"))], "“method-2” (การฝึกอบรม)", "method-2"),
    Case(
        "LINK-007",
        [
            Change("plan", _CORE_5, f"{_CORE_5}\n  - {{ref: line-1, kind: line, name: การกำกับติดตามอย่างสม่ำเสมอ}}"),
            Change("idp", "competencies: [line-1, line-2, line-3]", "competencies: [line-1]"),
            second_skill(_LINE_SKILL.replace("line-4, line-5, line-6", "line-1, line-6")),
        ],
        "1 แห่งใช้สมรรถนะ “การคิดวิเคราะห์” (“line-6”)",
        "line-6",
    ),
    Case(
        "LINK-008",
        [second_row("เจ้าพนักงานธุรการ", category="ลูกจ้างประจำ"), second_skill(_EXECUTIVE_SKILL)],
        "“ลูกจ้างประจำ” ตำแหน่ง “เจ้าพนักงานธุรการ” ต้องพัฒนา “สมรรถนะประจำผู้บริหาร”",
        "สมรรถนะประจำผู้บริหาร",
        silent=[second_row("เจ้าพนักงานธุรการ", category="ลูกจ้างประจำ")],
    ),
    Case(
        "LINK-009",
        [second_skill(_EXECUTIVE_SKILL)],
        "“นักวิชาการพัสดุ”",
        "สมรรถนะประจำผู้บริหาร",
        silent=[second_row("ผอ.กองคลัง"), second_skill(_EXECUTIVE_SKILL)],
    ),
    Case(
        "LINK-010",
        [second_row("ผู้อำนวยการกองคลัง")],
        "“ผู้อำนวยการกองคลัง”",
        "position:",
        silent=[second_row("ผู้อำนวยการศูนย์พัฒนาเด็กเล็ก")],
    ),
    Case(
        "LINK-011",
        [
            Change(
                "plan",
                "{department: finance, printed: กองคลัง, cells",
                "{department: clerk-office, printed: กองคลัง, cells",
            )
        ],
        "“กองคลัง” ซึ่งเป็นของรหัส “finance” แต่อ้างถึง “clerk-office”",
        "printed: กองคลัง, cells",
    ),
    Case(
        "LINK-012",
        [responsible("{departments: [], printed: กองคลัง}")],
        "“กองคลัง” ซึ่งเป็นรหัส “finance”",
        "printed: กองคลัง",
        silent=[responsible("{departments: [], printed: คณะทำงานจัดการความรู้}")],
    ),
    Case(
        "LINK-013",
        [second_row("ผู้อำนวยการกองคลัง", department="clerk-office")],
        "อยู่ใต้ “สำนักปลัดเทศบาล” ไม่ใช่ “กองคลัง”",
        "department: clerk-office",
        silent=[second_row("หัวหน้าฝ่ายบริหารงานทั่วไป", department="clerk-office")],
    ),
    Case(
        "LINK-014",
        [Change("plan", "- {department: finance, printed: กองคลัง}", "- {department: clerk-office, printed: กองคลัง}")],
        "ตารางงบประมาณมีส่วนราชการ “clerk-office” 2 แห่ง",
        "printed: กองคลัง",
    ),
    Case(
        "LINK-014",
        [Change("plan", "- {strategy: s2, amounts", "- {strategy: s1, amounts")],
        "ตารางงบประมาณมียุทธศาสตร์ “s1” 2 แห่ง",
        "๒๐,๐๐๐",
    ),
    Case(
        "LINK-015",
        [alignment("local-1, values: [value-1, value-2]", "local-1, values: [value-1]")],
        "“เสริมสร้างคุณธรรมและความโปร่งใส” ใช้ค่านิยม “โปร่งใส”",
        "values: [value-2]",
    ),
    Case(
        "LINK-015",
        [Change("plan", "    values: [value-2]\n    tactics:", "    values: [value-1]\n    tactics:")],
        "ผูกค่านิยม “โปร่งใส”",
        "local-1",
        silent=[Change("plan", "    values: [value-2]\n    tactics:", "    values: [value-1, value-2]\n    tactics:")],
    ),
    Case(
        "LINK-016",
        [alignment("local-2, values: [value-1]", 'local-2, values: [], printed: "-"')],
        "1 จาก 2 ข้อ (ที่ ๒)",
        "local-2",
    ),
    Case(
        "LINK-017",
        [alignment("local-2, values: [value-1]", "local-1, values: [value-1]")],
        "“การบริหารกิจการบ้านเมืองที่ดี” มีสองแถว",
        "local-1, values: [value-1]}",
        silent=[alignment("local-2, values: [value-1]", "local-1, values: [value-1, value-2]")],
    ),
    Case(
        "LINK-017",
        [alignment("local-2, values: [value-1]", 'local-2, values: [value-1], printed: "-"')],
        "พิมพ์ขีด แต่ระบุค่านิยม 1 ข้อ",
        "local-2",
    ),
]
