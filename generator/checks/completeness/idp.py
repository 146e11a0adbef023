"""Individual development plans: what each position lacks, and competencies that the master plan asks for in full."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.completeness.words import FILL_IN, MASTER_PLAN, listed
from generator.checks.items import PlanItem
from generator.checks.rule import Hit, rule
from generator.findings import Severity

_KEYS = (("skills", "ทักษะ"), ("goals", "เป้าหมาย"), ("methods", "วิธีการพัฒนา"), ("years", "ปีที่พัฒนา"))
_LEAST = 3
"""Line competencies of a position (master plan, 10 (3))."""
_CLAUSE = f"{MASTER_PLAN} ข้อ 10"


@rule(
    "COMPLETE-020",
    Severity.WARNING,
    title="ตำแหน่งในแผนรายบุคคลที่ข้อมูลไม่ครบ",
    why="แผนรายบุคคลที่ไม่บอกทักษะ เป้าหมาย วิธี หรือปี ใช้ติดตามการพัฒนาไม่ได้",
    remedy=FILL_IN,
)
def incomplete_row(item: PlanItem) -> Iterator[Hit]:
    """Positions without skills, goals, methods or years; one finding for each kind of lack."""
    rows = item.files.idp.rows if item.files.idp else ()
    for key, what in _KEYS:
        lacking = [(index, row) for index, row in enumerate(rows) if not getattr(row, key)]
        if lacking:
            paths = [("rows", index, "position") for index, _ in lacking]
            yield Hit(
                f"{len(lacking)} จาก {len(rows)} ตำแหน่งไม่มี{what} ได้แก่ {listed(row.position for _, row in lacking)}",
                paths[0],
                "idp.yml",
                also=tuple(paths[1:]),
            )


@rule(
    "COMPLETE-021",
    Severity.NOTICE,
    title="ตำแหน่งในแผนรายบุคคลที่ไม่บอกส่วนราชการ",
    why="ผู้อ่านหาตำแหน่งของตนไม่พบ และรวมจำนวนรายส่วนราชการไม่ได้",
    remedy=FILL_IN,
)
def row_without_department(item: PlanItem) -> Iterator[Hit]:
    """Positions above which no department is printed, where others have one."""
    rows = item.files.idp.rows if item.files.idp else ()
    lacking = [(index, row) for index, row in enumerate(rows) if row.department is None]
    if lacking and len(lacking) < len(rows):
        paths = [("rows", index, "position") for index, _ in lacking]
        yield Hit(
            f"{len(lacking)} ตำแหน่งไม่พิมพ์ส่วนราชการ ได้แก่ {listed(row.position for _, row in lacking)}",
            paths[0],
            "idp.yml",
            also=tuple(paths[1:]),
        )


@rule(
    "COMPLETE-022",
    Severity.WARNING,
    title="สมรรถนะประจำสายงานน้อยกว่าสามรายการ",
    why="แผนแม่บทให้กำหนดสมรรถนะประจำสายงานอย่างน้อยสามรายการต่อตำแหน่ง",
    remedy=FILL_IN,
    clause=f"{MASTER_PLAN} ข้อ 10 (3)",
)
def few_line_competencies(item: PlanItem) -> Iterator[Hit]:
    """Positions that name line competencies one by one, and fewer than three."""
    rows = item.files.idp.rows if item.files.idp else ()
    found = []
    for index, row in enumerate(rows):
        named = {ref for skill in row.skills for ref in skill.competencies}
        own = [ref for ref in named if ref.startswith("line-")]
        if own and "line" not in named and len(own) < _LEAST:
            found.append((index, row.position))
    if found:
        paths = [("rows", index, "skills") for index, _ in found]
        yield Hit(
            f"{len(found)} ตำแหน่งระบุสมรรถนะประจำสายงานไม่ถึงสามรายการ ได้แก่ {listed(name for _, name in found)}",
            paths[0],
            "idp.yml",
            also=tuple(paths[1:]),
        )


@rule(
    "COMPLETE-023",
    Severity.WARNING,
    title="สมรรถนะหลักหรือสมรรถนะผู้บริหารที่แผนระบุไม่ครบ",
    why="บุคลากรทุกคนต้องมีสมรรถนะหลักครบทุกรายการ และผู้บริหารต้องมีสมรรถนะประจำผู้บริหารครบ",
    remedy=FILL_IN,
    clause=_CLAUSE,
)
def whole_groups(item: PlanItem) -> Iterator[Hit]:
    """The plan lists core or executive competencies one by one, and leaves some out."""
    chosen = {choice.ref for choice in item.plan.competencies}
    for group, what in (("competencies-core", "สมรรถนะหลัก"), ("competencies-executive", "สมรรถนะประจำผู้บริหาร")):
        entries = item.reference.groups.get(group, ())
        left = [entry.name for entry in entries if entry.id not in chosen]
        if left and len(left) < len(entries):
            yield Hit(
                f"{what}ในแผนมี {len(entries) - len(left)} จาก {len(entries)} รายการ ไม่มี {listed(left)}",
                ("competencies",),
            )
