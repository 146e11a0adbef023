"""Check that plans are in time: drafts past their dates, cycles without a next one, overdue results.

Data missing on this website may be elsewhere: no message says that an LAO has not done something. No message contains
the build's day or a number of days: a page changes only when a state does.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.checks.items import PlanItem
from generator.checks.master_plan import MASTER_PLAN, PERIOD_CLAUSE
from generator.checks.printed_years import listed, thai_day
from generator.checks.rule import Hit, Reader, figures, rule
from generator.facts.project_years import unread_results
from generator.findings import Severity
from generator.model.content import UnreadablePlan
from generator.model.official import DocumentState
from generator.model.plan import Plan
from generator.thai.dates import Cycle, FiscalYear

_LONG = datetime.timedelta(days=60)
"""Time allowed for the next step before a finding."""
_LAST_MONTHS = 6
"""Months before the end of a cycle in which the next draft should be on its way."""
_A_YEAR = datetime.timedelta(days=365)
_WORDS = {
    DocumentState.DRAFT: "ร่าง",
    DocumentState.SUBMITTED: "เสนอขอความเห็นชอบ",
    DocumentState.RETURNED: "ส่งกลับแก้ไข",
    DocumentState.APPROVED: "เห็นชอบแล้ว",
    DocumentState.ANNOUNCED: "ประกาศใช้",
    DocumentState.UNREAD: "อ่านไม่ได้",
}
_UPDATE = "ถ้าแผนก้าวหน้าไปแล้ว ให้แก้ state: และเติมวันที่กับเอกสาร ถ้ายังไม่คืบหน้า ให้เร่งดำเนินการ หรือชี้แจงใน acknowledged:"


@rule(
    "STATE-001",
    Severity.WARNING,
    title="รอบแผนเริ่มแล้ว แต่แผนยังเป็นร่างหรือรอความเห็นชอบ",
    why="ตั้งแต่วันแรกของรอบแผน บุคลากรต้องได้รับการพัฒนาตามแผนที่ประกาศใช้แล้ว ร่างใช้อ้างอิงและใช้ประเมินไม่ได้",
    remedy=_UPDATE,
    clause=PERIOD_CLAUSE,
    reader=Reader(5, "รอบแผนเริ่มแล้ว แต่แผนในเว็บไซต์นี้ยังเป็นร่างหรือรอความเห็นชอบ"),
)
def draft_past_the_first_day(item: PlanItem) -> Iterator[Hit]:
    """A draft or submitted plan whose cycle has begun; if dates show a later state, STATE-004 reports it."""
    plan = item.plan
    waiting = plan.state in (DocumentState.DRAFT, DocumentState.SUBMITTED)
    if waiting and item.reference.today >= plan.cycle.first_day and not _dates_say_more(item):
        yield Hit(
            f"รอบแผน {plan.cycle.slug} เริ่มแล้วตั้งแต่วันที่ {thai_day(plan.cycle.first_day)} "
            f"แต่แผนในเว็บไซต์นี้ยังมีสถานะ “{_WORDS[plan.state]}”{_perhaps_elsewhere(plan)}",
            ("state",),
            figures=figures(count=1),
        )


@rule(
    "STATE-002",
    Severity.WARNING,
    title="คณะกรรมการส่งแผนกลับแก้ไขแล้ว ยังไม่มีความคืบหน้า",
    why="แผนที่ส่งกลับต้องแก้และเสนอใหม่จึงจะเห็นชอบได้ จึงต้องมีเวลาพอก่อนวันแรกของรอบ",
    remedy=_UPDATE,
    clause=PERIOD_CLAUSE,
)
def returned_and_left(item: PlanItem) -> Iterator[Hit]:
    """A plan returned long ago, or whose cycle has begun since."""
    plan, today = item.plan, item.reference.today
    if plan.state is not DocumentState.RETURNED or _dates_say_more(item):
        return
    if today >= plan.cycle.first_day:
        yield Hit(
            f"รอบแผน {plan.cycle.slug} เริ่มแล้วตั้งแต่วันที่ {thai_day(plan.cycle.first_day)} "
            f"แต่แผนในเว็บไซต์นี้ยังมีสถานะ “ส่งกลับแก้ไข”{_perhaps_elsewhere(plan)}",
            ("state",),
        )
    elif plan.returned_day and today > plan.returned_day + _LONG:
        yield Hit(
            f"คณะกรรมการส่งแผนกลับแก้ไขวันที่ {thai_day(plan.returned_day)} "
            f"และยังไม่มีสถานะใหม่ในเว็บไซต์นี้{_perhaps_elsewhere(plan)}",
            ("state",),
        )


@rule(
    "STATE-003",
    Severity.WARNING,
    title="แผนได้รับความเห็นชอบแล้ว แต่ยังไม่มีประกาศใช้",
    why="แผนมีผลเมื่อ อปท. ประกาศใช้ ความเห็นชอบอย่างเดียวยังไม่ทำให้แผนใช้บังคับได้",
    remedy="ถ้าประกาศแล้ว ให้เติม announcement: และแก้ state: เป็น announced ถ้ายังไม่ประกาศ ให้ดำเนินการโดยเร็ว",
    clause=PERIOD_CLAUSE,
    reader=Reader(6, "คณะกรรมการเห็นชอบแผนแล้ว แต่ยังไม่มีประกาศใช้แผนในเว็บไซต์นี้"),
)
def approved_and_not_announced(item: PlanItem) -> Iterator[Hit]:
    """A plan approved long ago, or on an unknown day with the cycle begun."""
    plan, today = item.plan, item.reference.today
    if plan.state is not DocumentState.APPROVED or _dates_say_more(item):
        return
    approved = plan.approval.day if plan.approval else None
    if today > (approved + _LONG if approved else plan.cycle.first_day):
        when = f"วันที่ {thai_day(approved)}" if approved else "แล้ว"
        yield Hit(
            f"คณะกรรมการเห็นชอบแผน{when} แต่ในเว็บไซต์นี้ยังไม่มีประกาศใช้แผน{_perhaps_elsewhere(plan)}",
            ("state",),
            figures=figures(count=1),
        )


@rule(
    "STATE-004",
    Severity.WARNING,
    title="สถานะของแผนไม่ตรงกับวันที่ที่ระบุไว้",
    why="สถานะเป็นตัวกำหนดว่าเว็บไซต์แสดงแผนเป็นร่างหรือเป็นแผนที่ใช้บังคับ ถ้าไม่ตรงกับวันที่ ประชาชนจะเข้าใจผิด",
    remedy="แก้ state: ให้ตรงกับขั้นที่แผนไปถึงจริง หรือลบวันที่ที่ใส่ไว้โดยยังไม่เกิดขึ้น",
)
def state_behind_the_dates(item: PlanItem) -> Iterator[Hit]:
    """A past day of approval or announcement, in an earlier state."""
    if item.plan.state is not DocumentState.UNREAD and (said := _dates_say_more(item)):
        what, day, key = said
        yield Hit(
            f"สถานะแผนคือ “{_WORDS[item.plan.state]}” แต่ระบุวันที่{what}ไว้แล้ว คือ {thai_day(day)}",
            ("state",),
            also=((key, "date"),),
        )


@rule(
    "STATE-005",
    Severity.NOTICE,
    title="รอบแผนสิ้นสุดแล้ว และยังไม่มีแผนรอบถัดไปในเว็บไซต์นี้",
    why="เมื่อแผนสิ้นสุด ต้องมีแผนรอบใหม่ใช้ต่อทันที ผู้ประเมินและประชาชนจะหาแผนที่ใช้อยู่ในเว็บไซต์นี้ไม่พบ",
    remedy="ถ้ามีแผนรอบถัดไปแล้ว ให้เผยแพร่ที่นี่ (phaen new เริ่มรอบใหม่จากแผนเดิมได้) ถ้าอยู่ระหว่างจัดทำ ให้เผยแพร่เป็นร่าง",
    clause=PERIOD_CLAUSE,
)
def expired_without_a_next(item: PlanItem) -> Iterator[Hit]:
    """The last announced plan has ended, and there is no next one here, not even a draft."""
    cycle = item.plan.cycle
    if _is_the_last_announced(item) and item.reference.today > cycle.last_day:
        yield Hit(
            f"รอบแผน {cycle.slug} สิ้นสุดแล้วเมื่อวันที่ {thai_day(cycle.last_day)} และยังไม่มีแผนรอบถัดไปในเว็บไซต์นี้"
            f"{_perhaps_elsewhere(item.plan)}",
            ("cycle",),
        )


@rule(
    "STATE-006",
    Severity.NOTICE,
    title="รอบแผนใกล้สิ้นสุด และยังไม่มีร่างแผนรอบถัดไปในเว็บไซต์นี้",
    why="ร่างแผนรอบถัดไปต้องเริ่มทำล่วงหน้า เพื่อให้เห็นชอบและประกาศใช้ได้ทันวันแรกของรอบใหม่โดยไม่ขาดช่วง",
    remedy="เริ่มร่างแผนรอบถัดไป (phaen new เริ่มรอบใหม่จากแผนเดิมได้) และเผยแพร่เป็นร่าง",
    clause=PERIOD_CLAUSE,
)
def ending_without_a_next(item: PlanItem) -> Iterator[Hit]:
    """The last half-year of the last announced plan, without a draft of the next one here."""
    cycle, today = item.plan.cycle, item.reference.today
    if _is_the_last_announced(item) and _last_months_begin(cycle) <= today <= cycle.last_day:
        yield Hit(
            f"รอบแผน {cycle.slug} จะสิ้นสุดในวันที่ {thai_day(cycle.last_day)} และยังไม่มีร่างแผนรอบถัดไปในเว็บไซต์นี้"
            f"{_perhaps_elsewhere(item.plan)}",
            ("cycle",),
        )


@rule(
    "STATE-007",
    Severity.NOTICE,
    title="รอบรายงานสิ้นสุดแล้ว ยังไม่มีผลการดำเนินงานในเว็บไซต์นี้",
    why="เมื่อสิ้นรอบรายงาน ประชาชนและผู้ประเมินจะถามหาผลของโครงการและเงินที่ใช้ แผนที่ไม่มีผลแสดงไว้ตอบคำถามนั้นไม่ได้",
    remedy="เพิ่มไฟล์ results/<ปี>.yml พร้อม round: และ as_of: ถ้ารายงานไว้ที่อื่นแล้ว ให้นำตัวเลขมาใส่พร้อมที่อยู่ของรายงาน",
    clause=f"{MASTER_PLAN} ข้อ 15 (4)",
    reader=Reader(45, "ยังไม่มีผลการดำเนินงานของรอบที่สิ้นสุดแล้วในเว็บไซต์นี้"),
)
def results_overdue(item: PlanItem) -> Iterator[Hit]:
    """Overdue rounds of a plan in force; one finding for all of them."""
    plan, today = item.plan, item.reference.today
    if plan.state is not DocumentState.ANNOUNCED or today > plan.cycle.last_day + _A_YEAR:
        return
    began = (plan.announcement.effective_day if plan.announcement else None) or plan.cycle.first_day
    rounds = {results.fiscal_year: int(results.round) for results in item.files.results if not results.is_blank}
    rounds |= {year: 12 for year in plan.cycle.years if unread_results(item.files, year)}
    overdue: dict[int, list[FiscalYear]] = {12: [], 6: []}
    for year in plan.cycle.years:
        months = _months_due(year, today)
        if year.last_day >= began and months > rounds.get(year, 0):
            overdue[months].append(year)
    missing_rounds = " และ".join(
        f"รอบ {months} เดือนของปีงบประมาณ {listed(years)}" for months, years in overdue.items() if years
    )
    if missing_rounds:
        yield Hit(
            f"ในเว็บไซต์นี้ยังไม่มีผลการดำเนินงาน{missing_rounds}{_perhaps_elsewhere(plan)}",
            ("cycle",),
            figures=figures(count=1),
        )


@rule(
    "STATE-008",
    Severity.WARNING,
    title="แผนไม่ต่อเนื่องกับรอบแผนที่ระบุว่าต่อจาก",
    why="แผนรอบใหม่ต้องเริ่มในปีถัดจากปีสุดท้ายของรอบเดิม ช่วงที่ขาดหรือซ้อนแสดงว่าปีของรอบใดรอบหนึ่งผิด",
    remedy="ตรวจ continues: กับชื่อแผนรอบก่อน ถ้าไม่ได้ต่อจากรอบนั้น ให้แก้หรือลบ continues:",
    clause=PERIOD_CLAUSE,
)
def continues_another_end(item: PlanItem) -> Iterator[Hit]:
    """A previous cycle that does not end where this one begins."""
    before, cycle = item.plan.continues, item.plan.cycle
    if before and before.last.be + 1 != cycle.first.be:
        yield Hit(
            f"แผนรอบ {cycle.slug} ระบุว่าต่อจากรอบ {before.slug} แต่รอบนั้นสิ้นสุดปี {before.last} ส่วนรอบนี้เริ่มปี {cycle.first}",
            ("continues",),
        )


@rule(
    "STATE-009",
    Severity.WARNING,
    title="รอบแผนซ้อนกับแผนอีกรอบหนึ่งของ อปท. เดียวกัน",
    why="ในปีหนึ่งย่อมใช้แผนเดียว ถ้ามีสองแผนในปีเดียวกัน ไม่มีใครบอกได้ว่าโครงการและเงินของปีนั้นอยู่ในแผนใด",
    remedy="ตรวจปีของทั้งสองแผนกับชื่อแผน ถ้าเป็นการปรับปรุงแผนเดิม ให้บันทึกใน amendments: ของแผนเดิม ไม่ตั้งเป็นรอบใหม่",
    clause=PERIOD_CLAUSE,
)
def overlaps_another_plan(item: PlanItem) -> Iterator[Hit]:
    """Overlapping plans; reported at the later one."""
    own = item.plan.cycle
    for other in _cycles(item):
        shared = [year for year in own.years if year in other.years]
        if shared and (other.first, other.last) < (own.first, own.last):
            yield Hit(f"รอบแผน {own.slug} ซ้อนกับรอบแผน {other.slug} ในปี {listed(shared)}", ("cycle",))


def _dates_say_more(item: PlanItem) -> tuple[str, datetime.date, str] | None:
    """Return the event that the dates show and the state does not: words, day, key; None if both agree."""
    plan, today = item.plan, item.reference.today
    announced = plan.announcement.day if plan.announcement else None
    approved = plan.approval.day if plan.approval else None
    if announced and announced <= today and plan.state is not DocumentState.ANNOUNCED:
        return "ประกาศใช้แผน", announced, "announcement"
    if approved and approved <= today and plan.state not in (DocumentState.APPROVED, DocumentState.ANNOUNCED):
        return "คณะกรรมการมีมติเห็นชอบ", approved, "approval"
    return None


def _perhaps_elsewhere(plan: Plan) -> str:
    """Return the note for plans entered by others: the LAO may have continued elsewhere."""
    return " ข้อมูลของแผนนี้บันทึกโดยบุคคลภายนอก อปท. อาจเผยแพร่ไว้ที่อื่นแล้ว" if plan.entered_by_third_party else ""


def _cycles(item: PlanItem) -> list[Cycle]:
    """Return the cycles of all the LAO's plans here, unreadable ones included."""
    return [one.cycle if isinstance(one, UnreadablePlan) else one.plan.cycle for one in item.lao_folder.plans]


def _is_the_last_announced(item: PlanItem) -> bool:
    last = max(_cycles(item), key=lambda cycle: (cycle.last, cycle.first))
    return item.plan.state is DocumentState.ANNOUNCED and item.plan.cycle == last


def _last_months_begin(cycle: Cycle) -> datetime.date:
    return cycle.last.quarter_range(_LAST_MONTHS // 3 + 1)[0]


def _months_due(year: FiscalYear, today: datetime.date) -> int:
    """Return the round of a year that is due by now, in months; 0 for none."""
    if today > year.last_day + _LONG:
        return 12
    return 6 if today > year.quarter_range(2)[1] + _LONG else 0
