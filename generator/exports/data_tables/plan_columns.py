"""The table `plans`: one row per plan of the nation, unreadable plans included.

Only in national files: the workbook's sheet and `plan.json` have the same values for one plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator import addresses
from generator.exports.data_tables.data_table import DataColumn, DataTable, DataType, choices
from generator.exports.data_tables.plain_values import joined
from generator.exports.data_tables.plan_data import PlanData
from generator.facts.money_sums import MoneySummary, summarise_money
from generator.model.lao import Fiction, Lao
from generator.model.official import DocumentState
from generator.model.plan import Plan, PlanFolder
from generator.thai.dates import Cycle
from generator.words import interface


@dataclass(frozen=True)
class UnreadPlanData(PlanData):
    """Represents an unreadable plan: its LAO, as far as known, and its cycle."""


def unread_plan(code: str, lao: Lao | None, cycle: Cycle, fiction: Fiction) -> UnreadPlanData:
    """Return the row data of an unreadable plan; only the code of its LAO if `lao` is None."""
    known = lao or Lao.model_construct(code=code, type="", name="", province="")
    plan = Plan.model_construct(cycle=cycle, state=DocumentState.UNREAD)
    return UnreadPlanData(known, PlanFolder(plan, None, None, (), (), frozenset({"plan.yml"})), fiction)


def _received(plan: PlanData) -> str | None:
    if not plan.plan.sources:
        return None
    return "partial" if plan.plan.is_partial else "full"


_MIXED = "mixed"
"""The basis of a sum of amounts with different bases."""


def _money(plan: PlanData) -> MoneySummary:
    return summarise_money(plan.projects, plan.plan.budget_basis)


def _stated_sum(plan: PlanData) -> Decimal | None:
    money = _money(plan)
    return money.total_baht if money.with_amount and money.basis else None


def _basis_of_sum(plan: PlanData) -> str | None:
    money = _money(plan)
    return str(money.basis or _MIXED) if money.with_amount else None


_Column = DataColumn[PlanData]
_NUMBER = DataType.INTEGER

_COLUMNS: tuple[_Column, ...] = (
    _Column(
        "plan_id",
        "รหัสแผน",
        "รหัส อปท. และรอบแผน ไม่ซ้ำทั้งประเทศ",
        lambda plan: f"{plan.lao.code}/{plan.plan.cycle.slug}",
    ),
    _Column(
        "is_readable",
        "อ่านข้อมูลได้",
        "false เมื่อไฟล์ของแผนมีข้อผิดพลาดจนอ่านไม่ได้ แถวนั้นจึงมีเพียงว่าเป็นแผนของใครและรอบใด",
        lambda plan: not isinstance(plan, UnreadPlanData),
        DataType.TRUTH,
    ),
    _Column(
        "unread_files",
        "ไฟล์ที่อ่านได้ไม่ครบ",
        "ชื่อไฟล์ที่บางส่วนอ่านไม่ได้ คั่นด้วย ; แถวในตารางอื่นของแผนนี้อาจไม่ครบ",
        lambda plan: joined(sorted(plan.files.unread)),
    ),
    _Column("title", "ชื่อแผน", "ตามที่พิมพ์", lambda plan: plan.plan.title),
    _Column(
        "received",
        "เอกสารที่ได้รับ",
        "ได้รับเอกสารทั้งฉบับหรือบางส่วน เมื่อได้รับบางส่วน สิ่งที่ไม่มีในข้อมูลไม่ได้แปลว่าขาด",
        _received,
        DataType.WORD,
        choices=(("full", "ทั้งฉบับ"), ("partial", "บางส่วน")),
    ),
    _Column(
        "entered_by_third_party",
        "บันทึกโดยผู้อื่น",
        "true เมื่อผู้บันทึกข้อมูลไม่ใช่ อปท. เจ้าของแผน",
        lambda plan: plan.plan.entered_by_third_party,
        DataType.TRUTH,
    ),
    _Column(
        "approved_on",
        "วันที่เห็นชอบ",
        "วันที่คณะกรรมการมีมติเห็นชอบ ว่างเมื่อเอกสารไม่ระบุหรือตีความไม่ได้แน่ชัด",
        lambda plan: plan.plan.approval.day if plan.plan.approval else None,
        DataType.DATE,
    ),
    _Column(
        "announced_on",
        "วันที่ประกาศ",
        "วันที่ในประกาศใช้แผน",
        lambda plan: plan.plan.announcement.day if plan.plan.announcement else None,
        DataType.DATE,
    ),
    _Column(
        "effective_on",
        "วันที่มีผลใช้บังคับ",
        "วันแรกที่แผนมีผลใช้บังคับตามประกาศ",
        lambda plan: plan.plan.announcement.effective_day if plan.plan.announcement else None,
        DataType.DATE,
    ),
    _Column(
        "budget_basis",
        "ฐานของจำนวนเงิน",
        "ฐานของจำนวนเงินที่เอกสารระบุไว้สำหรับทั้งตารางโครงการ โครงการที่ระบุเป็นรายปีหรือระบุฐานไว้ในช่องของตนเองใช้ฐานนั้นแทน "
        "ฐานของผลรวมอยู่ในคอลัมน์ stated_budget_basis",
        lambda plan: str(plan.plan.budget_basis),
        DataType.WORD,
        choices=choices(interface.BUDGET_BASIS),
    ),
    _Column("projects", "โครงการ", "จำนวนโครงการและกิจกรรม", lambda plan: len(plan.projects), _NUMBER, "โครงการ"),
    _Column(
        "projects_with_amount",
        "โครงการที่ระบุจำนวนเงิน",
        "โครงการที่เอกสารระบุเป็นจำนวนเงิน",
        lambda plan: _money(plan).with_amount,
        _NUMBER,
        "โครงการ",
    ),
    _Column(
        "projects_no_budget",
        interface.PROJECTS_WITHOUT_BUDGET,
        "โครงการที่เอกสารระบุว่าไม่ใช้งบประมาณ",
        lambda plan: _money(plan).no_budget,
        _NUMBER,
        "โครงการ",
    ),
    _Column(
        "stated_budget_baht",
        "ผลรวมจำนวนเงินที่ระบุ",
        "ผลรวมของจำนวนเงินที่โครงการระบุ ว่างเมื่อไม่มีโครงการใดระบุ หรือเมื่อฐานปนกันจนรวมไม่ได้ อ่านคู่กับฐานของผลรวมเสมอ",
        _stated_sum,
        DataType.BAHT,
        "บาท",
    ),
    _Column(
        "stated_budget_basis",
        "ฐานของผลรวม",
        "ผลรวมจำนวนเงินที่ระบุเป็นของหนึ่งปีหรือทั้งรอบ ว่างเมื่อไม่มีโครงการใดระบุจำนวนเงิน เมื่อเอกสารไม่ระบุ ห้ามเทียบกับแผนอื่น",
        _basis_of_sum,
        DataType.WORD,
        choices=(*choices(interface.BUDGET_BASIS), (_MIXED, interface.BUDGET_BASIS[None])),
    ),
    _Column(
        "idp_rows",
        interface.IDP_POSITIONS,
        "จำนวนแถวของตาราง IDP",
        lambda plan: len(plan.files.idp.rows) if plan.files.idp else 0,
        _NUMBER,
        "ตำแหน่ง",
    ),
    _Column(
        "reports",
        "รายงานผล",
        "จำนวนรายงานผลที่เผยแพร่ในเว็บไซต์นี้",
        lambda plan: len(plan.files.results),
        _NUMBER,
        "ฉบับ",
    ),
    _Column(
        "amendments",
        "การปรับปรุงแผน",
        "จำนวนครั้งที่แผนได้รับการปรับปรุงตามที่ประกาศไว้",
        lambda plan: len(plan.plan.amendments),
        _NUMBER,
        "ครั้ง",
    ),
    _Column(
        "texts_withheld",
        "ข้อความที่ไม่เผยแพร่",
        "จำนวนข้อความที่ไม่เผยแพร่ในไฟล์เพราะอาจเป็นข้อมูลส่วนบุคคล",
        lambda plan: plan.withheld,
        _NUMBER,
        "ข้อความ",
    ),
    _Column(
        "page",
        "ที่อยู่หน้าแผน",
        "ที่อยู่ของหน้าแผนต่อจากที่อยู่ของเว็บไซต์นี้",
        lambda plan: addresses.plan(plan.lao.code, plan.plan.cycle),
    ),
)


def _itself(plan: PlanData) -> Iterator[PlanData]:
    yield plan


PLANS: DataTable[Any] = DataTable(
    "plans",
    "แผน",
    "หนึ่งแถวคือหนึ่งแผนของ อปท. หนึ่งแห่ง รวมร่าง แผนที่อ่านข้อมูลไม่ได้ และข้อมูลสมมุติ ซึ่งแต่ละแถวบอกไว้ ให้กรองออกก่อนรวมยอด",
    _COLUMNS,
    _itself,
)
