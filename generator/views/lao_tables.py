"""The tables of an LAO's own page: its plans, departments, staff and printed names.

Begins with the record of a plan; the view fills it in.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from generator.facts.legal_state import LegalState
from generator.facts.summary import PlanSummary
from generator.model.lao import Department, NameVariant, StaffCount
from generator.thai.dates import Cycle
from generator.views.table_cells import (
    NONE,
    baht,
    count,
    cycle,
    empty,
    figure,
    inside,
    lines,
    printed_count,
    small,
    state,
    text,
    together,
    words,
    year,
)
from generator.views.tables import Cell, CellKind, Column, Form, Look, Row, Table, head
from generator.words import interface


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One plan of the list."""

    cycle: Cycle
    address: str
    title: str | None
    """As printed; None if the document prints none or the plan could not be read."""
    first_day: datetime.date
    """First day in force, actual or expected: the stated effective date, else the cycle's first day."""
    last_day: datetime.date
    """Last day of the cycle."""
    figures: PlanSummary | None
    """None if the plan could not be read."""


def plans_table(plans: Iterable[PlanLine]) -> Table:
    """Return all plans of an LAO."""
    return Table(
        "plans",
        words("แผนทั้งหมด เรียงจากรอบใหม่ไปเก่า"),
        (
            head("รอบแผน"),
            Column("สถานะ"),
            Column("โครงการ", look=Look.NUMBER),
            Column("งบประมาณ", "บาท", Look.NUMBER),
            Column("ความหมายของจำนวนเงิน"),
            Column("ตำแหน่งในแผนรายบุคคล", look=Look.NUMBER),
        ),
        tuple(map(_plan, plans)),
    )


def _plan(line: PlanLine) -> Row:
    named = lines(cycle(line.cycle, line.address), small(line.title) if line.title else None)
    plan = line.figures
    if plan is None:
        unreadable = state("unreadable", interface.UNREADABLE_NOW)
        return Row((named, together(unreadable, words(" "), words("ดูสาเหตุและวิธีแก้", line.address))))
    absent = empty(interface.OUTSIDE_RECEIVED if plan.is_partial else interface.NOT_HERE)
    return Row(
        (
            named,
            _states(line, plan),
            count(plan.projects, absent),
            baht(plan.total_baht, empty("เอกสารไม่ระบุจำนวนเงิน") if plan.projects else absent),
            NONE if plan.total_baht is None else figure(interface.BUDGET_BASIS[plan.basis]),
            count(plan.positions, absent),
        )
    )


def _states(line: PlanLine, plan: PlanSummary) -> Cell:
    """Return the state; a plan in force or past has been announced, so that is not said too."""
    stated = state(plan.state, interface.DOCUMENT_STATE[plan.state])
    if plan.legal is not LegalState.NOT_ANNOUNCED:
        legal = state(plan.legal, interface.LEGAL_STATE[plan.legal])
        stated = together(stated, words(" "), legal) if plan.legal is LegalState.NOT_YET_IN_FORCE else legal
    since = inside(CellKind.SMALL, words("เมื่อ "), Cell(CellKind.SHORT_DAY, line.last_day))
    return lines(
        stated,
        since if plan.legal is LegalState.EXPIRED else None,
        small(interface.EXTENT["partial"]) if plan.is_partial else None,
    )


def departments_table(departments: Iterable[Department]) -> Table:
    """Return the departments with their other names."""
    return Table(
        "departments",
        words("ส่วนราชการและชื่อเรียกอื่นที่พบในเอกสาร"),
        (head("ส่วนราชการ"), Column("ชื่อเรียกอื่นในเอกสาร")),
        tuple(
            Row(
                (
                    lines(text(one.name), small("หมายถึงทุกส่วนราชการรวมกัน") if one.covers_all else None),
                    text(", ".join(one.aliases)),
                )
            )
            for one in departments
        ),
        form=Form.PLAIN,
    )


def staff_table(counts: Iterable[StaffCount]) -> Table:
    """Return the staff by position type."""
    return Table(
        "staff",
        words("จำนวนบุคลากรตามประเภทตำแหน่ง ตามที่เอกสารระบุ"),
        (
            Column("ปีงบประมาณ"),
            head("ประเภทตำแหน่ง"),
            Column("จำนวน", "คน", Look.NUMBER),
            Column("แหล่งข้อมูล"),
        ),
        tuple(
            Row(
                (
                    year(one.fiscal_year),
                    text(one.position_type),
                    printed_count(one.people, interface.NOT_STATED),
                    text(one.source),
                )
            )
            for one in counts
        ),
    )


def names_table(caption: Cell, first: str, unit: str, variants: Iterable[NameVariant]) -> Table:
    """Return the names printed differently than in the registry; also used by the document page."""
    return Table(
        "names",
        caption,
        (head(first), Column("จำนวน", unit, Look.NUMBER), Column("ส่วนของเอกสาร"), Column("หมายเหตุ")),
        tuple(
            Row((text(one.text), printed_count(one.count, "ไม่ได้นับ"), text(one.section), text(one.note)))
            for one in variants
        ),
    )
