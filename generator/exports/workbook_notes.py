"""The first sheet of a workbook: the plan's identity, what may be summed, and what is missing from the file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.exports.data_tables.plan_data import PlanData
from generator.facts.money_sums import summarise_money
from generator.model.lao import Fiction
from generator.words import interface

Note = tuple[str, str | int | Decimal]


def workbook_notes(plan: PlanData) -> Iterator[Note]:
    """Yield label and value of each line; a label without a value is a heading."""
    lao, cycle = plan.lao, plan.plan.cycle
    yield f"แผนพัฒนาบุคลากร ๓ ปี {cycle.first}–{cycle.last}", ""
    yield "อปท.", lao.full_name
    yield "อำเภอ จังหวัด", " ".join(filter(None, (lao.district, lao.province)))
    yield "รหัส อปท.", lao.code
    yield "ชื่อแผนตามเอกสาร", plan.plan.title or interface.NOT_STATED
    yield "สถานะเอกสาร", interface.DOCUMENT_STATE[plan.plan.state]
    yield from _warnings(plan)
    yield "ยอดรวมจากตารางโครงการ", ""
    money = summarise_money(plan.projects, plan.plan.budget_basis)
    yield "โครงการทั้งหมด (โครงการ)", money.projects
    yield "ระบุจำนวนเงิน (โครงการ)", money.with_amount
    yield "ผลรวมที่ระบุ (บาท)", money.total_baht
    yield "เป็นจำนวนเงินของ", interface.BUDGET_BASIS[money.basis]
    for strategy in plan.plan.strategies:
        of_strategy = [project for project in plan.projects if project.strategy == strategy.id]
        yield f"ยุทธศาสตร์: {strategy.name}", summarise_money(of_strategy, plan.plan.budget_basis).total_baht
    yield "การใช้ไฟล์นี้", ""
    yield "แผ่นงาน", "แต่ละตารางอยู่คนละแผ่น ความหมายของทุกคอลัมน์อยู่ในแผ่น “คำอธิบายข้อมูล”"
    yield "ช่องว่าง", "เอกสารไม่ระบุ หรือยังไม่รายงาน ไม่ใช่ศูนย์"
    yield "ถ้าจะแก้แผน", "ใช้สมุดงานจากคำสั่ง phaen template ซึ่งนำกลับเข้าแผนได้ ไฟล์นี้มีไว้อ่านและคำนวณ"
    yield "แถวและคอลัมน์ที่ซ่อน", "รหัสสำหรับโปรแกรมที่อ่านไฟล์นี้กลับ โปรดอย่าแก้ไขหรือลบ"


def _warnings(plan: PlanData) -> Iterator[Note]:
    if plan.fiction is not Fiction.NO:
        yield "ข้อมูลสมมุติ", interface.FICTION[plan.fiction]
    if plan.plan.is_draft:
        yield "ร่างแผน", "ยังไม่ได้รับความเห็นชอบและยังไม่ประกาศใช้ ข้อมูลอาจเปลี่ยนแปลง"
    if plan.plan.is_partial:
        yield "ขอบเขตของเอกสาร", interface.RECEIVED_IN_PART
    if plan.files.unread:
        yield "ข้อมูลที่อ่านไม่ได้", f"บางส่วนของไฟล์ {', '.join(sorted(plan.files.unread))} อ่านไม่ได้ ไฟล์นี้มีเท่าที่อ่านได้"
    if plan.withheld:
        yield "ข้อความที่ไม่เผยแพร่", f"{plan.withheld} แห่ง เพราะอาจเป็นข้อมูลส่วนบุคคล"
