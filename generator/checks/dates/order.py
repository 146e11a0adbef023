"""The order of days: committee appointed, draft submitted, approved, announced, in force, amended.

A day after the build's day has its own finding (DATE-011) and is not compared with other days.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.items import PlanItem
from generator.checks.master_plan import MASTER_PLAN, PERIOD_CLAUSE
from generator.checks.printed_years import thai_day
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.cells import is_stated
from generator.model.official import Amendment, DocumentState
from generator.thai.dates import is_late
from generator.thai.text import quoted

_CHECK_DAYS = (
    "ตรวจวันที่กับเอกสารที่ลงนามแล้ว ถ้าบันทึกผิด ให้แก้ข้อมูลและแจ้งไว้ใน corrections: ถ้าเอกสารพิมพ์ไว้อย่างนั้นจริง ให้ชี้แจงใน acknowledged:"
)
_HALF_A_YEAR = datetime.timedelta(days=182)


@dataclass(frozen=True, slots=True)
class Days:
    """The official days of a plan that have passed; None if a day is not stated or in the future."""

    ordered: datetime.date | None
    submitted: datetime.date | None
    returned: datetime.date | None
    approved: datetime.date | None
    announced: datetime.date | None
    effective: datetime.date | None
    """Also if in the future: a plan may be announced in advance. None if far from the cycle: DATE-003 reports that."""


def days_of(item: PlanItem) -> Days:
    """Return the official days of a plan."""
    plan, today, cycle = item.plan, item.reference.today, item.plan.cycle
    effective = plan.announcement.effective_day if plan.announcement else None
    near = effective and cycle.first_day - _HALF_A_YEAR <= effective <= cycle.last_day

    def come(day: datetime.date | None) -> datetime.date | None:
        return day if day and day <= today else None

    return Days(
        ordered=come(plan.appointment_order.day if plan.appointment_order else None),
        submitted=come(plan.submitted_day),
        returned=come(plan.returned_day),
        approved=come(plan.approval.day if plan.approval else None),
        announced=come(plan.announcement.day if plan.announcement else None),
        effective=effective if near else None,
    )


@rule(
    "DATE-001",
    Severity.WARNING,
    title="ประกาศใช้หรือเริ่มใช้แผนก่อนวันที่คณะกรรมการมีมติเห็นชอบ",
    why="แผนประกาศใช้ได้เมื่อคณะกรรมการเห็นชอบแล้ว "
    "ถ้าวันประกาศหรือวันเริ่มใช้มาก่อน อาจมีวันใดวันหนึ่งบันทึกผิด และผู้อ่านบอกไม่ได้ว่าแผนมีผลตั้งแต่วันใด",
    remedy=_CHECK_DAYS,
    clause=PERIOD_CLAUSE,
)
def announced_or_in_force_before_approval(item: PlanItem) -> Iterator[Hit]:
    """A plan announced or in force before its approval."""
    days = days_of(item)
    if not days.approved:
        return
    early = [
        (words, day, ("announcement", key))
        for words, day, key in (
            ("ประกาศใช้แผน", days.announced, "date"),
            ("เริ่มใช้แผน", days.effective, "effective_date"),
        )
        if day and day < days.approved
    ]
    if early:
        named = " และ".join(f"{words}วันที่ {thai_day(day)}" for words, day, _ in early)
        paths = [path for _, _, path in early]
        yield Hit(
            f"{named} ก่อนวันที่คณะกรรมการมีมติเห็นชอบ คือ {thai_day(days.approved)}",
            paths[0],
            also=(*paths[1:], ("approval", "date")),
        )


@rule(
    "DATE-002",
    Severity.NOTICE,
    title="ประกาศใช้แผนหลังวันที่แผนเริ่มใช้",
    why="แผนควรประกาศให้ทราบก่อนหรือในวันที่เริ่มใช้ ประกาศที่ออกภายหลังทำให้มีช่วงที่ใช้แผนโดยยังไม่ประกาศ",
    remedy="ตรวจวันที่กับประกาศที่ลงนามแล้ว ถ้าตรงตามประกาศ ให้ชี้แจงใน acknowledged: และประกาศแผนรอบถัดไปให้ทันวันเริ่มใช้",
    clause=PERIOD_CLAUSE,
)
def announced_after_effect(item: PlanItem) -> Iterator[Hit]:
    """An announcement after the first day; if the approval was later too, DATE-001 reports it."""
    days, first_day = days_of(item), item.plan.cycle.first_day
    if not days.announced or (days.effective and days.approved and days.effective < days.approved):
        return
    if days.effective and is_late(days.announced, days.effective):
        yield Hit(
            f"ประกาศใช้แผนวันที่ {thai_day(days.announced)} หลังวันที่แผนเริ่มใช้ คือ {thai_day(days.effective)}",
            ("announcement", "date"),
            also=(("announcement", "effective_date"),),
        )
    elif (
        is_late(days.announced, first_day)
        and item.plan.announcement
        and not is_stated(item.plan.announcement.effective_date)
    ):
        yield Hit(
            f"ประกาศใช้แผนวันที่ {thai_day(days.announced)} หลังวันแรกของรอบแผน คือ {thai_day(first_day)} "
            "และข้อมูลไม่ได้ระบุวันเริ่มใช้",
            ("announcement", "date"),
        )


@rule(
    "DATE-003",
    Severity.WARNING,
    title="วันเริ่มใช้แผนไม่ใช่วันที่ 1 ตุลาคมซึ่งเป็นวันแรกของรอบแผน",
    why="แผนต้องใช้ได้ตั้งแต่วันแรกของปีงบประมาณแรก วันที่ต่างไปทำให้ไม่แน่ว่าแผนครอบคลุมปีใดบ้าง ทั้งเรื่องเงินและการประเมิน",
    remedy=_CHECK_DAYS,
    clause=PERIOD_CLAUSE,
)
def not_in_force_from_the_first_day(item: PlanItem) -> Iterator[Hit]:
    """A plan not in force from 1 October of its first fiscal year."""
    announcement, cycle = item.plan.announcement, item.plan.cycle
    effective = announcement.effective_day if announcement else None
    on_time = effective and cycle.first_day <= effective and not is_late(effective, cycle.first_day)
    if effective and not on_time:
        how = "ช้ากว่า" if effective > cycle.first_day else "ก่อน"
        if effective > cycle.last_day:
            how = "หลังสิ้นรอบแผน ทั้งที่ควรเป็น"
        yield Hit(
            f"แผนเริ่มใช้วันที่ {thai_day(effective)} {how}วันแรกของรอบแผน {cycle.slug} คือ {thai_day(cycle.first_day)}",
            ("announcement", "effective_date"),
        )


@rule(
    "DATE-004",
    Severity.WARNING,
    title="แต่งตั้งคณะกรรมการจัดทำแผนหลังแผนทำเสร็จแล้ว",
    why="คณะกรรมการจัดทำแผนต้องได้รับแต่งตั้งก่อนลงมือทำแผน คำสั่งที่ลงวันที่ภายหลังอาจเป็นวันที่ที่บันทึกผิด และทำให้บอกไม่ได้ว่าใครเป็นผู้จัดทำ",
    remedy=_CHECK_DAYS,
    clause=f"{MASTER_PLAN} ข้อ 14.1",
)
def committee_appointed_after_the_plan(item: PlanItem) -> Iterator[Hit]:
    """A committee appointed after the plan was submitted, approved or announced."""
    days = days_of(item)
    later = [
        (day, words)
        for day, words in (
            (days.submitted, "วันที่เสนอขอความเห็นชอบ"),
            (days.approved, "วันที่คณะกรรมการมีมติเห็นชอบ"),
            (days.announced, "วันที่ประกาศใช้แผน"),
        )
        if days.ordered and day and day < days.ordered
    ]
    if later and days.ordered:
        day, words = min(later)
        yield Hit(
            f"คำสั่งแต่งตั้งคณะกรรมการจัดทำแผนลงวันที่ {thai_day(days.ordered)} หลัง{words} คือ {thai_day(day)}",
            ("appointment_order", "date"),
        )


@rule(
    "DATE-005",
    Severity.WARNING,
    title="ลำดับวันที่เสนอแผน ส่งกลับแก้ไข และมีมติเห็นชอบขัดกัน",
    why="ลำดับที่ขัดกันอาจมีวันใดวันหนึ่งบันทึกผิด และทำให้ตรวจย้อนขั้นตอนการให้ความเห็นชอบไม่ได้",
    remedy="ตรวจวันที่กับหนังสือนำส่งและรายงานการประชุม แล้วแก้วันที่ที่บันทึกผิด",
    clause=PERIOD_CLAUSE,
)
def submitted_or_returned_out_of_order(item: PlanItem) -> Iterator[Hit]:
    """Days out of the order: submitted, perhaps returned and submitted again, approved, announced."""
    days, state = days_of(item), item.plan.state
    end, words = (days.approved, "มีมติเห็นชอบ") if days.approved else (days.announced, "ประกาศใช้แผน")
    if days.submitted and end and days.submitted > end:
        yield Hit(f"เสนอขอความเห็นชอบวันที่ {thai_day(days.submitted)} หลังวันที่{words} คือ {thai_day(end)}", ("submitted",))
    if days.returned and end and days.returned > end:
        yield Hit(f"ส่งกลับแก้ไขวันที่ {thai_day(days.returned)} หลังวันที่{words} คือ {thai_day(end)}", ("returned",))
    if state is DocumentState.RETURNED and days.submitted and days.returned and days.returned < days.submitted:
        yield Hit(
            f"ส่งกลับแก้ไขวันที่ {thai_day(days.returned)} ก่อนวันที่เสนอขอความเห็นชอบ คือ {thai_day(days.submitted)}",
            ("returned",),
        )


@rule(
    "DATE-006",
    Severity.NOTICE,
    title="เสนอร่างแผนให้คณะกรรมการเมื่อรอบแผนเริ่มไปแล้ว",
    why="ร่างแผนต้องเสนอภายในเดือนกันยายนก่อนเริ่มรอบแผน จึงจะเห็นชอบและประกาศใช้ได้ทันวันที่ 1 ตุลาคม",
    remedy="ตรวจวันที่กับหนังสือนำส่ง ถ้าตรงตามนั้น ให้ชี้แจงใน acknowledged: และเสนอร่างแผนรอบถัดไปให้เร็วขึ้น",
    clause=PERIOD_CLAUSE,
)
def submitted_after_the_cycle_began(item: PlanItem) -> Iterator[Hit]:
    """A draft submitted after the cycle began; it is due in September before."""
    submitted, first_day = days_of(item).submitted, item.plan.cycle.first_day
    if submitted and is_late(submitted, first_day - datetime.timedelta(days=1)):
        yield Hit(f"เสนอร่างแผนวันที่ {thai_day(submitted)} ซึ่งรอบแผนเริ่มไปแล้วตั้งแต่วันที่ {thai_day(first_day)}", ("submitted",))


@rule(
    "DATE-007",
    Severity.WARNING,
    title="วันที่ในตราร่าง พิมพ์ ทวน อยู่หลังวันที่ประกาศ",
    why="ประกาศต้องร่างและทวนก่อนลงนาม วันที่ในตราที่อยู่หลังวันประกาศทำให้บอกไม่ได้ว่าวันใดคือวันที่ออกประกาศ",
    remedy=_CHECK_DAYS,
)
def drafted_after_the_announcement(item: PlanItem) -> Iterator[Hit]:
    """A drafting stamp later than the announcement that it is on."""
    announced = days_of(item).announced
    for index, stamp in enumerate(item.plan.drafting_stamps):
        if announced and stamp.date and stamp.date > announced:
            printed = f"{quoted(stamp.printed)} คือ " if stamp.printed else ""
            yield Hit(
                f"ช่อง {quoted(stamp.label)} ในตราท้ายประกาศเป็นวันที่ {printed}{thai_day(stamp.date)} "
                f"หลังวันที่ประกาศซึ่งพิมพ์ว่า {thai_day(announced)}",
                ("drafting_stamps", index, "date"),
                also=(("announcement", "date"),),
            )


@rule(
    "DATE-008",
    Severity.WARNING,
    title="ลำดับวันที่ของการปรับปรุงแผนขัดกัน",
    why="การปรับปรุงแผนต้องได้รับความเห็นชอบก่อนประกาศ และทำได้เฉพาะเมื่อแผนใช้บังคับอยู่ วันที่ที่ขัดกันทำให้ตรวจย้อนไม่ได้",
    remedy="ตรวจวันที่กับรายงานการประชุมและประกาศปรับปรุงแผน แล้วแก้วันที่ที่บันทึกผิด",
    clause=f"{MASTER_PLAN} ข้อ 19",
)
def amended_out_of_order(item: PlanItem) -> Iterator[Hit]:
    """An amendment before the plan's approval, announced before its resolution, or after the cycle's end."""
    for index, amendment in enumerate(item.plan.amendments):
        for what in _out_of_order(amendment, days_of(item).approved, item.plan.cycle.last_day):
            message, key = what
            yield Hit(f"การปรับปรุงแผนครั้งที่ {quoted(amendment.number)} {message}", ("amendments", index, key))


def _out_of_order(
    amendment: Amendment, approved: datetime.date | None, last_day: datetime.date
) -> Iterator[tuple[str, str]]:
    resolved, announced, effective = amendment.resolution_day, amendment.announcement_day, amendment.effective_day
    if resolved and announced and announced < resolved:
        yield f"ประกาศวันที่ {thai_day(announced)} ก่อนวันที่มีมติ คือ {thai_day(resolved)}", "announcement_date"
    elif resolved and effective and effective < resolved:
        yield f"เริ่มใช้วันที่ {thai_day(effective)} ก่อนวันที่มีมติ คือ {thai_day(resolved)}", "effective_date"
    if resolved and approved and resolved < approved:
        yield f"มีมติวันที่ {thai_day(resolved)} ก่อนวันที่แผนได้รับความเห็นชอบ คือ {thai_day(approved)}", "resolution_date"
    elif resolved and resolved > last_day:
        yield f"มีมติวันที่ {thai_day(resolved)} หลังสิ้นรอบแผน คือ {thai_day(last_day)}", "resolution_date"
