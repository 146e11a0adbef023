"""Amounts as findings print them, and wording shared by the money rules."""

from __future__ import annotations

from decimal import Decimal

from generator.checks.master_plan import MASTER_PLAN
from generator.model.money import BudgetBasis
from generator.thai.numerals import format_baht

SOURCE_REMEDY = (
    "เทียบกับเอกสารต้นทางอีกครั้ง ถ้าคัดลอกผิด ให้แก้และประกาศไว้ใน corrections: ถ้าเอกสารพิมพ์ไว้เช่นนั้น "
    "ให้คงค่าตามเอกสารและชี้แจงใน acknowledged: หรือปรับปรุงแผนตามขั้นตอน"
)
"""Remedy for a contradiction that may be in the document itself."""

BUDGET_CLAUSE = f"{MASTER_PLAN} ข้อ 16 (จัดสรรงบประมาณตามแผนอย่างชัดเจน แน่นอน)"
"""What the master plan requires of a plan's money."""

BASES = {BudgetBasis.PER_YEAR: "ต่อปี", BudgetBasis.WHOLE_CYCLE: "รวมทั้งรอบแผน"}
"""Bases of amounts, if stated."""


def baht(amount: Decimal) -> str:
    """Return `12,000 บาท`."""
    return f"{format_baht(amount, 'arabic')} บาท"


def difference(one: Decimal, other: Decimal) -> str:
    """Return `ต่างกัน 1,000 บาท`."""
    return f"ต่างกัน {baht(abs(one - other))}"
