"""Check that references to departments agree with the printed words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.checks.items import IdpRowItem, PlanItem
from generator.checks.names.department_names import plain_name, plain_names, printed_departments
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.lao import Lao
from generator.thai.text import quoted

_HEAD = re.compile(r"^(?:รอง)?(?:ผู้อำนวยการ|ผอ\.|หัวหน้า|หน\.)(.+)$")


@rule(
    "LINK-011",
    Severity.WARNING,
    title="รหัสส่วนราชการไม่ตรงกับชื่อที่พิมพ์ไว้ข้างกัน",
    why="เว็บไซต์จัดเงินและโครงการเข้าส่วนราชการตามรหัส ถ้ารหัสผิด ประชาชนจะเห็นว่าเป็นของส่วนราชการอื่น",
    remedy="แก้รหัสส่วนราชการให้ตรงกับชื่อในเอกสาร แล้วแจ้งใน corrections ถ้าแผนประกาศใช้แล้ว",
)
def department_of_another_name(item: PlanItem) -> Iterator[Hit]:
    """A printed name that belongs to another department of lao.yml."""
    owners = _owners(item.lao)
    for one in printed_departments(item):
        meant = owners.get(plain_name(one.words))
        # An id that stands for nothing is reported by reading.
        if meant and one.department in item.departments and meant != one.department:
            yield Hit(
                f"พิมพ์ชื่อ {quoted(one.words)} ซึ่งเป็นของรหัส “{meant}” แต่อ้างถึง “{one.department}”", one.path, file=one.file
            )


@rule(
    "LINK-012",
    Severity.NOTICE,
    title="พิมพ์ชื่อส่วนราชการไว้ แต่ไม่ได้อ้างถึง",
    why="ถ้าไม่อ้างรหัสส่วนราชการ โครงการจะไม่ปรากฏในรายการของส่วนราชการนั้น",
    remedy="ใส่รหัสของส่วนราชการใน departments หรือ department",
)
def department_without_its_reference(item: PlanItem) -> Iterator[Hit]:
    """A cell that is just the name of a department, without a reference to it."""
    owners = _owners(item.lao)
    for index, project in enumerate(item.projects):
        responsible = project.responsible
        if responsible and not responsible.departments and (meant := owners.get(plain_name(responsible.printed or ""))):
            yield Hit(
                f"ช่องผู้รับผิดชอบพิมพ์ {quoted(responsible.printed or '')} ซึ่งเป็นรหัส “{meant}” แต่ไม่ได้อ้างถึง",
                ("projects", index, "responsible"),
                file="projects.yml",
            )
    for index, row in enumerate(item.plan.survey.rows if item.plan.survey else ()):
        if row.department is None and (meant := owners.get(plain_name(row.printed))):
            yield Hit(
                f"หัวแถวพิมพ์ {quoted(row.printed)} ซึ่งเป็นรหัส “{meant}” แต่ไม่ได้อ้างถึง", ("survey", "rows", index, "printed")
            )


@rule(
    "LINK-013",
    Severity.WARNING,
    title="หัวหน้าส่วนราชการอยู่ใต้ส่วนราชการอื่นในแผนรายบุคคล",
    why="ตำแหน่งหัวหน้าส่วนราชการควรอยู่ในส่วนราชการของตน ถ้าอยู่ผิดที่ แถวหรือรหัสอาจเลื่อน",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้ department และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้และชี้แจงใน "
    "acknowledged",
)
def head_of_another_department(item: IdpRowItem) -> Iterator[Hit]:
    """The head of one department of lao.yml listed under another."""
    head = _HEAD.match(plain_name(item.row.position))
    if head is None or item.row.department is None:
        return
    meant = _owners(item.of.lao).get(head[1])
    known = item.of.departments.get(item.row.department)
    if meant and known and meant != known.id and not known.covers_all:
        own = item.of.department_name(meant)
        yield Hit(f"ตำแหน่ง {quoted(item.row.position)} อยู่ใต้ {quoted(known.name)} ไม่ใช่ {quoted(own)}", ("department",))


@rule(
    "LINK-014",
    Severity.WARNING,
    title="ส่วนราชการหรือยุทธศาสตร์ซ้ำในตารางงบประมาณหรือตารางสำรวจ",
    why="แถวหรือคอลัมน์ที่ซ้ำทำให้เงินของส่วนราชการหรือยุทธศาสตร์เดียวแยกเป็นสองยอด และมักเกิดจากรหัสผิด",
    remedy="ตรวจกับเอกสารว่ารหัสใดผิด แล้วแก้และแจ้งใน corrections ถ้าแผนประกาศใช้แล้ว",
)
def twice_in_a_table(item: PlanItem) -> Iterator[Hit]:
    """One department in two columns or rows, or one strategy in two rows."""
    matrix, survey = item.plan.budget_matrix, item.plan.survey
    lists: list[tuple[str, tuple[str, str], str, list[str | None]]] = []
    if matrix:
        columns: list[str | None] = [column.department for column in matrix.columns]
        rows: list[str | None] = [row.strategy for row in matrix.rows]
        lists.append(("ตารางงบประมาณมีส่วนราชการ", ("budget_matrix", "columns"), "department", columns))
        lists.append(("ตารางงบประมาณมียุทธศาสตร์", ("budget_matrix", "rows"), "strategy", rows))
    if survey:
        of_survey = [row.department for row in survey.rows]
        lists.append(("ตารางสำรวจมีส่วนราชการ", ("survey", "rows"), "department", of_survey))
    for words, path, key, ids in lists:
        places_of: dict[str, list[tuple[str | int, ...]]] = defaultdict(list)
        for index, one in enumerate(ids):
            if one:
                places_of[one].append((*path, index, key))
        for one, places in places_of.items():
            if len(places) == 1:
                continue
            yield Hit(f"{words} “{one}” {len(places):,} แห่ง", places[1], also=(places[0], *places[2:]))


def _owners(lao: Lao) -> dict[str, str]:
    """Return the ids of departments by name and alias; names shared by two of them are left out."""
    owners: dict[str, set[str]] = {}
    for department in lao.departments:
        for name in plain_names(department):
            owners.setdefault(name, set()).add(department.id)
    return {name: ids.pop() for name, ids in owners.items() if len(ids) == 1 and name}
