"""Contradictory or incomplete results. Exceeding a target is a notice at most."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.items import ResultsItem
from generator.checks.rule import Hit, rule
from generator.facts.planned_people import planned_people
from generator.findings import Severity
from generator.model.results import ResultStatus
from generator.thai.text import quoted


@rule(
    "RESULT-001",
    Severity.WARNING,
    title="ผู้ได้รับการพัฒนามากกว่าบุคลากรทั้งหมด",
    why="จำนวนผู้ได้รับการพัฒนานับจากบุคลากรทั้งหมด จึงมากกว่าไม่ได้ ตัวเลขใดตัวเลขหนึ่งน่าจะนับคนละอย่าง เช่น นับเป็นครั้ง",
    remedy="ตรวจว่าไม่ได้สลับ total กับ trained และนับผู้ที่อบรมหลายครั้งเป็นหนึ่งคน ถ้ามีผู้พ้นตำแหน่งระหว่างปี ให้ชี้แจงใน acknowledged:",
)
def more_trained_than_there_are(item: ResultsItem) -> Iterator[Hit]:
    """More trained people of a position type than there are."""
    for index, one in enumerate(item.results.staff):
        total, trained = one.total_people, one.trained_people
        if total is not None and trained is not None and trained > total:
            yield Hit(
                f"{quoted(one.position_type)} ได้รับการพัฒนา {trained:,} คน มากกว่าทั้งหมด {total:,} คน",
                ("staff", index, "trained"),
                also=(("staff", index, "total"),),
            )


@rule(
    "RESULT-002",
    Severity.NOTICE,
    title="ผู้เข้าร่วมมากกว่ากลุ่มเป้าหมายของโครงการ",
    why="ผู้เข้าร่วมเกินเป้าหมายอาจเป็นผลดี แต่ถ้านับเป็นครั้งหรือนับคนนอกกลุ่มเป้าหมาย ผู้อ่านควรรู้ก่อนนำไปเทียบ",
    remedy="ตรวจจำนวนผู้เข้าร่วมกับใบลงทะเบียน ถ้าถูกต้อง ให้บอกเหตุผลในช่อง problems หรือ suggestions หรือชี้แจงใน acknowledged:",
)
def more_people_than_the_target(item: ResultsItem) -> Iterator[Hit]:
    """More participants in one year than the target, whether it is per year or per cycle."""
    projects = {one.id: one for one in item.of.projects}
    for index, one in enumerate(item.results.projects):
        project, people = projects.get(one.project), one.people_count
        planned = planned_people(project) if project else None
        if project and people is not None and planned is not None and people > planned:
            yield Hit(
                f"โครงการ {quoted(project.name)} มีผู้เข้าร่วม {people:,} คน มากกว่าเป้าหมาย {planned:,} คน",
                ("projects", index, "people"),
            )


@rule(
    "RESULT-003",
    Severity.WARNING,
    title="ผลของโครงการที่ไม่บอกสถานะ",
    why="มีตัวเลขหรือข้อความ แต่ผู้อ่านไม่รู้ว่าโครงการทำแล้วหรือยัง",
    remedy="เติม status: เป็น ยังไม่ดำเนินการ อยู่ระหว่างดำเนินการ ดำเนินการแล้ว หรือ ยกเลิก",
)
def without_a_status(item: ResultsItem) -> Iterator[Hit]:
    """An entry about a project without its status."""
    names = {one.id: one.name for one in item.of.projects}
    for index, one in enumerate(item.results.projects):
        if one.status is ResultStatus.NOT_STATED and not one.is_blank:
            yield Hit(f"ผลของโครงการ {quoted(names.get(one.project, one.project))} ไม่บอกสถานะ", ("projects", index))


@rule(
    "RESULT-004",
    Severity.NOTICE,
    title="หลักฐานที่ไม่มีไฟล์และไม่มีที่อยู่",
    why="ผู้อ่านและผู้ประเมินเปิดหลักฐานที่มีแต่ชื่อไม่ได้",
    remedy="ใส่ address: ของหลักฐานที่เผยแพร่แล้ว หรือวางไฟล์ใน documents/ แล้วใส่ file: พร้อม sha256:",
)
def evidence_that_nobody_can_open(item: ResultsItem) -> Iterator[Hit]:
    """Evidence named without a file or an address."""
    for index, result in enumerate(item.results.projects):
        for place, one in enumerate(result.evidence):
            if not one.file and not one.address:
                yield Hit(f"หลักฐาน {quoted(one.title)} ไม่มีไฟล์และไม่มีที่อยู่", ("projects", index, "evidence", place))
