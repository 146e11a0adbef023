"""The tables of a plan's history: all versions, and the projects and positions of one version with its changes.

Begins with the record of a version; the view fills it in.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checks.shown_history import shown_text
from generator.facts.money_sums import MoneySummary
from generator.history.commits import SignatureKind
from generator.history.plan_change import PlanChange, PlanChangeKind
from generator.history.redactions import Tombstone
from generator.history.revisions import OfficialDays
from generator.views.budget_cells import budget_cell, sum_cell
from generator.views.table_cells import (
    NOT_STATED,
    count,
    day,
    empty,
    figure,
    lines,
    numbered,
    phrase,
    small,
    text,
    words,
)
from generator.views.tables import Cell, Column, Look, Row, RowKind, Table, head
from generator.words import interface

if TYPE_CHECKING:
    from generator.facts.plan_in_lao import PlanInLao
    from generator.model.idp import IdpRow
    from generator.model.project import Project

_WRONG_CLOCK = empty("วันที่ในระบบผิดปกติ")
_UNKNOWN = empty("อ่านไม่ได้")
Changes = Mapping[str, list[PlanChange]]
"""Changes by the id of the changed thing."""


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version in the list."""

    number: int
    address: str
    published: datetime.date | None
    days: OfficialDays
    author: str
    message: str
    redactions: tuple[Tombstone, ...]
    """Declared redactions that rewrote this version."""
    commit: str
    signature: SignatureKind
    is_last: bool
    is_readable: bool
    is_removal: bool
    compared_with: int | None
    """Number of the version that the summary compares with; None for the first."""
    summary: str
    money: MoneySummary | None
    """Projects and their money; None if the version is unreadable or has no projects."""


def versions_table(versions: tuple[VersionLine, ...]) -> Table:
    """Return all versions, the newest first."""
    return Table(
        "versions",
        phrase("ทุกรุ่นของแผน {} รุ่น รุ่นใหม่อยู่บน", count(len(versions))),
        (
            head("รุ่น"),
            Column("เผยแพร่เมื่อ"),
            Column("มีมติเมื่อ"),
            Column("มีผลเมื่อ"),
            Column("สิ่งที่เปลี่ยน", look=Look.SENTENCES),
            Column("โครงการ", look=Look.NUMBER),
            Column("งบประมาณ", "บาท", Look.NUMBER),
        ),
        tuple(_version(version) for version in versions),
        note=words("วันที่เผยแพร่คือวันที่บันทึกเข้าระบบ วันที่มีมติและวันที่มีผลมาจากข้อมูลในแผนของรุ่นนั้น"),
    )


def _version(version: VersionLine) -> Row:
    return Row(
        (
            phrase("รุ่นที่ {}", count(version.number))._replace(address=version.address),
            day(version.published, _WRONG_CLOCK),
            day(version.days.decided),
            day(version.days.in_force),
            lines(figure(version.summary), small(version.author), small(version.message.partition("\n")[0])),
            count(version.money.projects if version.money else None, _UNKNOWN),
            sum_cell(version.money) if version.money else _UNKNOWN,
        )
    )


def revision_projects_table(plan: PlanInLao, changes: tuple[PlanChange, ...]) -> Table:
    """Return the projects of a version under their strategies, with its changes to each."""
    by_id = _by_id(changes, "projects")
    rows: list[Row] = []
    placed = defaultdict(list)
    for project in plan.projects:
        placed[project.strategy or ""].append(project)
    for strategy, projects in sorted(placed.items(), key=lambda item: _order(plan, item[0])):
        known = plan.strategies.get(strategy)
        name = numbered(known.number, known.name) if known else text(strategy, words(interface.NO_STRATEGY))
        rows.append(Row((name,), RowKind.GROUP))
        rows += [_project(plan, project, by_id) for project in projects]
    rows += [_gone(change) for change in _removed(changes, "projects")]
    return Table(
        "revision-projects",
        phrase("โครงการ {} รายการตามรุ่นนี้", count(len(plan.projects))),
        (
            head("โครงการหรือกิจกรรม"),
            Column("งบประมาณ", "บาท", Look.NUMBER),
            Column("ระยะเวลา"),
            Column("ผู้รับผิดชอบ", look=Look.NAMES),
            Column("เปลี่ยนในรุ่นนี้", look=Look.SENTENCES),
        ),
        tuple(rows),
    )


def _order(plan: PlanInLao, strategy: str) -> int:
    return list(plan.strategies).index(strategy) if strategy in plan.strategies else len(plan.strategies)


def _project(plan: PlanInLao, project: Project, changes: Changes) -> Row:
    responsible = project.responsible
    departments = [plan.department_name(one) for one in responsible.departments] if responsible else []
    return Row(
        (
            numbered(project.number, shown_text(project.name)),
            budget_cell(project.budget),
            _periods(project),
            text(shown_text(", ".join(departments) or (responsible.printed if responsible else "") or ""), NOT_STATED),
            _marks(changes.get(project.id, [])),
        )
    )


def _periods(project: Project) -> Cell:
    periods = project.periods
    if periods.printed:
        return text(shown_text(periods.printed))
    cells = [f"{cell.heading.printed}: {cell.printed}" for cell in periods.columns if cell.printed]
    return lines(*map(words, cells)) if cells else NOT_STATED


def revision_idp_table(plan: PlanInLao, changes: tuple[PlanChange, ...]) -> Table:
    """Return the positions of a version, with its changes to each."""
    by_id = _by_id(changes, "idp")
    rows = plan.files.idp.rows if plan.files.idp else ()
    return Table(
        "revision-idp",
        phrase("ตำแหน่งในแผนรายบุคคล {} ตำแหน่งตามรุ่นนี้", count(len(rows))),
        (
            head("ตำแหน่ง"),
            Column("ส่วนราชการ", look=Look.NAMES),
            Column("วิธีการพัฒนา"),
            Column("ปีงบประมาณ"),
            Column("เปลี่ยนในรุ่นนี้", look=Look.SENTENCES),
        ),
        (*(_position(plan, row, by_id) for row in rows), *(_gone(change) for change in _removed(changes, "idp"))),
    )


def _position(plan: PlanInLao, row: IdpRow, changes: Changes) -> Row:
    return Row(
        (
            text(shown_text(row.position)),
            text(plan.department_name(row.department) if row.department else None, NOT_STATED),
            text(", ".join(use.number or use.printed or "" for use in row.methods), NOT_STATED),
            lines(*(figure(cell.printed) for cell in row.years)) if row.years else NOT_STATED,
            _marks(changes.get(row.id, [])),
        )
    )


def _marks(changes: list[PlanChange]) -> Cell:
    """Return the changes in a row, with the values before."""
    said = []
    for change in changes:
        if change.kind is PlanChangeKind.ADDED and not change.field:
            said.append(words("เพิ่มในรุ่นนี้"))
        else:
            said.append(phrase("{} เดิม {}", words(change.label), text(change.before, NOT_STATED)))
    return lines(*said) if said else words("")


def _gone(change: PlanChange) -> Row:
    return Row((phrase("นำออกในรุ่นนี้: {}", text(change.name, NOT_STATED)),))


def _removed(changes: Iterable[PlanChange], part: str) -> list[PlanChange]:
    return [one for one in changes if one.part == part and one.kind is PlanChangeKind.REMOVED and not one.field]


def _by_id(changes: Iterable[PlanChange], part: str) -> dict[str, list[PlanChange]]:
    found: dict[str, list[PlanChange]] = {}
    for change in changes:
        if change.part == part and change.id:
            found.setdefault(change.id, []).append(change)
    return found
