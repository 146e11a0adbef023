"""Check that every department has one name, and that lao.yml lists it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.items import PlanItem
from generator.checks.memos import IdentityMemo, folded
from generator.checks.rule import Hit, Path, rule
from generator.findings import Severity
from generator.model.lao import Department
from generator.thai.text import quoted

_CLERK_OFFICE = ("สำนักปลัด", "สำนักปลัดเทศบาล", "สำนักปลัดอบต", "สำนักงานปลัด", "สำนักงานปลัดเทศบาล", "สำนักงานปลัดอบต")
_A_DEPARTMENT = re.compile(r"(?:กอง(?!ทุน)|สำนัก(?!งานเทศบาล|งานองค์การ|งานอบ|งาน$)|หน่วยตรวจสอบภายใน)[ก-ฮะ-์]*")


@dataclass(frozen=True, slots=True)
class PrintedDepartment:
    """A printed name of a department."""

    department: str
    """Id of the department."""
    words: str
    """As printed."""
    where: str
    """The section or table, for a message."""
    file: str
    path: Path


@rule(
    "NAME-019",
    Severity.WARNING,
    title="ชื่อส่วนราชการเดียวกันเขียนต่างกันในแต่ละส่วนของแผน",
    why="ชื่อที่ต่างกันทำให้ไม่แน่ใจว่าเงินและโครงการเป็นของส่วนราชการเดียวกันหรือไม่ ชื่อควรตรงกับประกาศแบ่งส่วนราชการ",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้ ใส่ใน aliases ของ "
    "lao.yml และใช้ชื่อเดียวกันในการปรับปรุงแผนครั้งต่อไป",
)
def department_named_otherwise(item: PlanItem) -> Iterator[Hit]:
    """Names of one department that are more than a short form of each other."""
    for department, places in _by_department(item):
        if _differing(department, places) and not _only_shortened(department, places):
            yield _hit(department, places, "เรียกต่างกัน")


@rule(
    "NAME-020",
    Severity.NOTICE,
    title="ชื่อส่วนราชการย่อหรือตัดคำในบางส่วนของแผน",
    why="ชื่อเต็มในทุกตารางช่วยให้ประชาชนค้นโครงการของส่วนราชการได้ครบ",
    remedy="ตรวจกับเอกสาร ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้และใส่ใน aliases ของ lao.yml",
)
def department_shortened(item: PlanItem) -> Iterator[Hit]:
    """Names of one department where one is a part of the other; the registered name is not shown."""
    for department, places in _by_department(item):
        if _differing(department, places) and _only_shortened(department, places):
            own = plain_name(department.name)
            other = [one for one in places if plain_name(one.words) != own]
            longer = any(len(plain_name(one.words)) > len(own) for one in other)
            yield _hit(department, other, "เรียกสั้นยาวต่างกันในบางส่วน" if longer else "เรียกด้วยชื่อย่อในบางส่วน")


@rule(
    "NAME-021",
    Severity.WARNING,
    title="แผนระบุส่วนราชการที่ไม่อยู่ในรายชื่อของ อปท. นี้",
    why="ผู้รับผิดชอบต้องเป็นส่วนราชการที่ อปท. มีจริง และเว็บไซต์จัดโครงการเข้าส่วนราชการตามรายชื่อในข้อมูล อปท.",
    remedy="ถ้าเป็นส่วนราชการของ อปท. ให้เพิ่มใน departments ของ lao.yml ถ้าเป็นชื่อเรียกอื่น ให้ใส่ใน aliases ถ้าเอกสารพิมพ์ผิด "
    "ให้คงไว้และชี้แจงใน acknowledged",
)
def unknown_department(item: PlanItem) -> Iterator[Hit]:
    """A cell of the projects' table that names a department missing in lao.yml, once per name."""
    if not item.lao.departments:
        return
    names = _known_names(item)
    found: dict[str, list[Path]] = defaultdict(list)
    for index, project in enumerate(item.projects):
        cell = project.responsible.printed if project.responsible else None
        if cell and (unknown := _unknown_in(cell, names)):
            found[unknown].append(("projects", index, "responsible", "printed"))
    for name, paths in found.items():
        yield Hit(
            f"ช่องผู้รับผิดชอบของ {len(paths):,} โครงการระบุ {quoted(name)} ซึ่งไม่มีในรายชื่อส่วนราชการของ{item.lao.full_name}",
            paths[0],
            file="projects.yml",
            also=tuple(paths[1:]),
        )


def names_unknown_department(item: PlanItem, cell: str) -> bool:
    """Return whether a cell names a department that is missing in lao.yml."""
    return bool(item.lao.departments) and _unknown_in(cell, _known_names(item)) is not None


def _find_known_names(item: PlanItem) -> list[str]:
    names = {plain_name(name) for one in item.lao.departments for name in (one.name, *one.aliases)}
    if any(name.startswith(("สำนักปลัด", "สำนักงานปลัด")) for name in names):
        names.update(_CLERK_OFFICE)  # every LAO has one only, and reading takes these forms for it
    return sorted(names, key=lambda name: (-len(name), name))


_known_names: IdentityMemo[PlanItem, list[str]] = IdentityMemo(_find_known_names)


def printed_departments(item: PlanItem) -> list[PrintedDepartment]:
    """Return every table cell that prints the name of one department."""
    return _PRINTED(item)


def _find_printed(item: PlanItem) -> list[PrintedDepartment]:
    plan, found = item.plan, []
    if plan.budget_matrix:
        for index, column in enumerate(plan.budget_matrix.columns):
            if column.printed:
                path: Path = ("budget_matrix", "columns", index, "printed")
                where = plan.budget_matrix.section or "ตารางงบประมาณ"
                found.append(PrintedDepartment(column.department, column.printed, where, "plan.yml", path))
    if plan.survey:
        for index, row in enumerate(plan.survey.rows):
            if row.department and row.printed:
                path = ("survey", "rows", index, "printed")
                found.append(
                    PrintedDepartment(
                        row.department, row.printed, plan.survey.section or "ตารางสำรวจ", "plan.yml", path
                    )
                )
    section = (item.files.projects and item.files.projects.section) or "ตารางโครงการ"
    for index, project in enumerate(item.projects):
        responsible = project.responsible
        if responsible and responsible.printed and len(responsible.departments) == 1:
            path = ("projects", index, "responsible", "printed")
            one = PrintedDepartment(responsible.departments[0], responsible.printed, section, "projects.yml", path)
            found.append(one)
    return found


_PRINTED: IdentityMemo[PlanItem, list[PrintedDepartment]] = IdentityMemo(_find_printed)


def plain_names(department: Department) -> set[str]:
    """Return the department's name and aliases, folded and without suffixes."""
    return {plain_name(name) for name in (department.name, *department.aliases)}


def plain_name(name: str) -> str:
    """Return the name folded, without what may follow it in a cell."""
    return folded(name.rstrip(".,ฯ "))


def _by_department(item: PlanItem) -> Iterator[tuple[Department, list[PrintedDepartment]]]:
    places: dict[str, list[PrintedDepartment]] = defaultdict(list)
    for one in printed_departments(item):
        places[one.department].append(one)
    for department in item.lao.departments:
        if department.id in places and not department.covers_all:
            known = plain_names(department)
            # Words that are not a name of it at all are left to other rules.
            named = [
                one for one in places[department.id] if plain_name(one.words) in known or _is_part(one.words, known)
            ]
            yield department, named


def _is_part(words: str, names: set[str]) -> bool:
    plain = plain_name(words)
    return any(plain in name or name in plain for name in names) and len(plain) >= 3


def _differing(department: Department, places: list[PrintedDepartment]) -> set[str]:
    """Return the plain forms if there are two or more, the registered name included."""
    forms = {plain_name(one.words) for one in places}
    return forms | {plain_name(department.name)} if forms - {plain_name(department.name)} else set()


def _only_shortened(department: Department, places: list[PrintedDepartment]) -> bool:
    forms = sorted(_differing(department, places), key=len)
    return all(short in long for position, short in enumerate(forms) for long in forms[position + 1 :])


def _hit(department: Department, places: list[PrintedDepartment], how: str) -> Hit:
    forms: dict[str, list[PrintedDepartment]] = {}
    for one in places:
        forms.setdefault(plain_name(one.words), []).append(one)
    own = plain_name(department.name)
    other = [one for one in places if plain_name(one.words) != own]
    shown = " ".join(f"{quoted(of_form[0].words)} ({_where(of_form)})" for of_form in forms.values())
    first = other[0]
    return Hit(
        f"{quoted(department.name)} {how}: {shown}",
        first.path,
        file=first.file,
        also=tuple(one.path for one in other[1:] if one.file == first.file),
    )


def _where(places: list[PrintedDepartment]) -> str:
    where = " ".join(dict.fromkeys(one.where for one in places))
    return f"{where} รวม {len(places):,} แห่ง" if len(places) > 1 else where


def _unknown_in(cell: str, names: list[str]) -> str | None:
    rest = plain_name(cell)
    for name in names:
        rest = rest.replace(name, "\n") if name else rest
    found = _A_DEPARTMENT.search(rest)
    return found[0] if found else None
