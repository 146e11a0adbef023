"""The table of the home page: stated money by cycle and basis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.views.table_cells import baht, count, cycle, empty, figure, words
from generator.views.tables import Column, Look, Row, Table, head
from generator.words import interface

if TYPE_CHECKING:
    from generator.views.home import MoneyLine


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
