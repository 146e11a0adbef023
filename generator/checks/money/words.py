"""Amounts as findings name them, and what findings about money have in common."""

from __future__ import annotations

from decimal import Decimal

from generator.model.money import BudgetBasis
from generator.thai.numerals import format_baht

SOURCE_REMEDY = (
    "เทียบกับเอกสารต้นทางอีกครั้ง ถ้าคัดลอกผิด ให้แก้และประกาศไว้ใน corrections: ถ้าเอกสารพิมพ์ไว้เช่นนั้น "
    "ให้คงค่าตามเอกสารและชี้แจงใน acknowledged: หรือปรับปรุงแผนตามขั้นตอน"
)
"""What to do about a contradiction that the document itself may hold."""

BUDGET_CLAUSE = "แผนแม่บทการพัฒนาบุคลากรท้องถิ่น ข้อ 16 (จัดสรรงบประมาณตามแผนอย่างชัดเจน แน่นอน)"
"""What the master plan asks of the money of a plan."""

BASES = {BudgetBasis.PER_YEAR: "ต่อปี", BudgetBasis.WHOLE_CYCLE: "รวมทั้งรอบแผน"}
"""What amounts are amounts of, where it is stated."""


def baht(amount: Decimal) -> str:
    """Return `12,000 บาท`."""
    return f"{format_baht(amount, 'arabic')} บาท"


def difference(one: Decimal, other: Decimal) -> str:
    """Return `ต่างกัน 1,000 บาท`."""
    return f"ต่างกัน {baht(abs(one - other))}"
