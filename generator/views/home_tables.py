"""The table of the home page, stated money by cycle and basis, and the record of its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model.money import BudgetBasis
from generator.thai.dates import Cycle
from generator.views.table_cells import baht, count, cycle, empty, figure, words
from generator.views.tables import Column, Look, Row, Table, head
from generator.words import interface


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """The stated money of one cycle's plans whose amounts have the same basis."""

    cycle: Cycle
    basis: BudgetBasis | None
    plans: int
    """Plans that state an amount on this basis."""
    total_baht: Decimal | None
    """Their sum; None if it must not be computed: several plans that do not state a basis."""


def money_table(lines: Iterable[MoneyLine]) -> Table:
    """Return the sums that are allowed."""
    not_added = empty("ไม่นำมารวมกัน")
    return Table(
        "money",
        words("งบประมาณของโครงการ จำแนกตามรอบแผนและความหมายของจำนวนเงิน ไม่รวมร่าง"),
        (
            head("รอบแผน"),
            Column("ความหมายของจำนวนเงิน"),
            Column("แผน", "ฉบับ", Look.NUMBER),
            Column("ผลรวมที่คำนวณ", "บาท", Look.NUMBER, label="รวม (บาท)"),
        ),
        tuple(
            Row(
                (
                    cycle(one.cycle),
                    figure(interface.BUDGET_BASIS[one.basis]),
                    count(one.plans),
                    baht(one.total_baht, not_added),
                )
            )
            for one in lines
        ),
    )
