"""Single days and numbers: the year in a number and its day, a day and its printed form, days in the future."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.checks.items import Path, PlanItem
from generator.checks.printed_years import day_in, thai_day, year_fits, year_of_number
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.official import DocumentState
from generator.thai.dates import BE_MINUS_CE
from generator.thai.text import quoted

_WENT_OUT = (DocumentState.SUBMITTED, DocumentState.RETURNED, DocumentState.APPROVED, DocumentState.ANNOUNCED)
_APPROVED = (DocumentState.APPROVED, DocumentState.ANNOUNCED)
Dated = tuple[str, datetime.date | None, Path]
"""What the day is, the day, its path."""


@rule(
    "DATE-009",
    Severity.WARNING,
    title="ปีในครั้งที่ประชุมหรือเลขที่คำสั่งไม่ตรงกับปีของวันที่",
    why="ครั้งที่ประชุมและเลขที่คำสั่งใช้ค้นเอกสารต้นเรื่อง ถ้าปีไม่ตรงกับวันที่ แสดงว่าเลขหรือวันที่ผิดไปแห่งหนึ่ง",
    remedy="ตรวจเลขและวันที่กับรายงานการประชุมหรือคำสั่ง แล้วแก้แห่งที่บันทึกผิด ถ้าเอกสารพิมพ์ไว้อย่างนั้นจริง ให้ชี้แจงใน acknowledged:",
)
def number_of_another_year(item: PlanItem) -> Iterator[Hit]:
    """A meeting numbered for another year: 9/2566 is held in 2566."""
    for what, number, day, path in _numbered(item):
        year = year_of_number(number) if number else None
        if year and day and not year_fits(year, day):
            yield Hit(
                f"{what} {quoted(number or '')} เป็นของปี {year} แต่วันที่ที่ระบุไว้คือ {thai_day(day)} "
                f"ซึ่งอยู่ในปี {day.year + BE_MINUS_CE}",
                path,
            )


def _numbered(item: PlanItem) -> Iterator[tuple[str, str | None, datetime.date | None, Path]]:
    plan = item.plan
    if plan.approval:
        yield "การประชุมครั้งที่", plan.approval.meeting, plan.approval.day, ("approval", "meeting")
    if plan.appointment_order:
        order = plan.appointment_order
        yield "คำสั่งที่", order.number, order.day, ("appointment_order", "number")
    for index, amendment in enumerate(plan.amendments):
        yield "การประชุมครั้งที่", amendment.meeting, amendment.resolution_day, ("amendments", index, "meeting")


@rule(
    "DATE-010",
    Severity.WARNING,
    title="วันที่ที่บันทึกไม่ตรงกับข้อความที่พิมพ์ในช่องเดียวกัน",
    why="เว็บไซต์นี้เรียงลำดับเหตุการณ์ตามวันที่ที่บันทึก ถ้าไม่ตรงกับข้อความที่พิมพ์ ผู้อ่านจะเห็นสองวันในที่เดียวกัน",
    remedy="แก้ date: ให้ตรงกับข้อความที่พิมพ์ใน printed: หรือแก้ printed: ถ้าคัดลอกผิด",
)
def stamp_entered_as_another_day(item: PlanItem) -> Iterator[Hit]:
    """A stamp whose `printed` and `date` are different days."""
    for index, stamp in enumerate(item.plan.drafting_stamps):
        printed = day_in(stamp.printed) if stamp.printed else None
        if printed and stamp.date and printed != stamp.date:
            yield Hit(
                f"ช่อง {quoted(stamp.label)} พิมพ์ว่า {quoted(stamp.printed or '')} ซึ่งคือ {thai_day(printed)} "
                f"แต่บันทึกเป็นวันที่ {thai_day(stamp.date)}",
                ("drafting_stamps", index, "date"),
            )


@rule(
    "DATE-011",
    Severity.WARNING,
    title="เหตุการณ์ที่เกิดขึ้นแล้วลงวันที่ในอนาคต",
    why="มติ ประกาศ หรือคำสั่งที่ออกแล้วย่อมมีวันที่ผ่านมาแล้ว วันที่ในอนาคตมักเกิดจากพิมพ์ปีผิด",
    remedy="ตรวจวัน เดือน และปี พ.ศ. กับเอกสารต้นฉบับ ถ้าเหตุการณ์ยังไม่เกิด ให้เว้นวันที่ไว้ก่อน หรือแก้ state: ให้ตรงกับความจริง",
)
def day_still_to_come(item: PlanItem) -> Iterator[Hit]:
    """A past event dated after the build's day."""
    for what, day, path in (*_official_days(item), *_later_days(item)):
        if day and day > item.reference.today:
            yield Hit(f"{what}เป็นวันที่ {thai_day(day)} ซึ่งยังมาไม่ถึง", path)
    for results in item.files.results:
        if results.as_of > item.reference.today:
            yield Hit(
                f"ผลการดำเนินงานปีงบประมาณ {results.fiscal_year} เป็นข้อมูล ณ วันที่ {thai_day(results.as_of)} ซึ่งยังมาไม่ถึง",
                ("as_of",),
                file=item.files.file_of(results),
            )


def _official_days(item: PlanItem) -> Iterator[Dated]:
    """Yield the days that must have passed in the plan's state."""
    plan = item.plan
    if plan.state in _WENT_OUT:
        yield "วันที่เสนอขอความเห็นชอบ", plan.submitted_day, ("submitted",)
        if plan.appointment_order:
            yield "วันที่ของคำสั่งแต่งตั้งคณะกรรมการ", plan.appointment_order.day, ("appointment_order", "date")
    if plan.state in _WENT_OUT[1:]:
        yield "วันที่ส่งกลับแก้ไข", plan.returned_day, ("returned",)
    if plan.state in _APPROVED and plan.approval:
        yield "วันที่คณะกรรมการมีมติเห็นชอบ", plan.approval.day, ("approval", "date")
    if plan.state is DocumentState.ANNOUNCED:
        if plan.announcement:
            yield "วันที่ประกาศใช้แผน", plan.announcement.day, ("announcement", "date")
        for index, stamp in enumerate(plan.drafting_stamps):
            yield f"วันที่ในช่อง {quoted(stamp.label)} ของตราท้ายประกาศ", stamp.date, ("drafting_stamps", index, "date")


def _later_days(item: PlanItem) -> Iterator[Dated]:
    """Yield the days of events after the plan; an effective date may be in the future."""
    plan = item.plan
    for index, amendment in enumerate(plan.amendments):
        what, path = f"การปรับปรุงแผนครั้งที่ {quoted(amendment.number)}", ("amendments", index)
        yield f"วันที่มีมติของ{what}", amendment.resolution_day, (*path, "resolution_date")
        yield f"วันที่ประกาศของ{what}", amendment.announcement_day, (*path, "announcement_date")
    for index, correction in enumerate(plan.corrections):
        yield "วันที่แก้ไขความคลาดเคลื่อนของข้อมูล", correction.date, ("corrections", index, "date")
    for index, answer in enumerate(plan.acknowledged):
        yield "วันที่ชี้แจง", answer.date, ("acknowledged", index, "date")
    for index, document in enumerate(plan.documents):
        yield f"วันที่ของเอกสาร {quoted(document.title)} ", document.day, ("documents", index, "date")
