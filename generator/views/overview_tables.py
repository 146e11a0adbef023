"""The tables of a plan's overview: money by strategy, year and statement of budget; the mandatory topics."""

from __future__ import annotations

from dataclasses import dataclass

from generator.facts.money_sums import MoneySummary
from generator.facts.states import TopicState
from generator.model.money import BudgetState
from generator.views.budget_cells import sum_cell
from generator.views.charts import BarChart, ShareChart
from generator.views.table_cells import NONE, baht, count, figure, state, text, words
from generator.views.tables import Cell, Column, Form, Look, Row, RowKind, Table, head
from generator.words import interface


@dataclass(frozen=True, slots=True)
class TopicLine:
    """One of the six mandatory topics."""

    topic: str
    state: TopicState
    section: str | None
    note: str | None
    address: str
    """Page of this site that shows the topic."""


@dataclass(frozen=True, slots=True)
class StrategyMoney:
    """One strategy's share of the money."""

    address: str
    number: str | None
    name: str
    money: MoneySummary


PROJECTS = Column("โครงการ", look=Look.NUMBER)
BAHT = Column("งบประมาณ", "บาท", look=Look.NUMBER)


def strategies_table(lines: tuple[StrategyMoney, ...], unplaced: MoneySummary | None, all_: MoneySummary) -> Table:
    """Return the money of each strategy and of the projects under none, with the sum."""

    def row(head: Cell, money: MoneySummary, kind: RowKind = RowKind.PLAIN) -> Row:
        return Row((head, count(money.projects), count(money.no_budget), sum_cell(money)), kind)

    named = tuple(
        row(text(f"{line.number}. {line.name}" if line.number else line.name, address=line.address), line.money)
        for line in lines
    )
    return Table(
        "money",
        words("งบประมาณของโครงการ จำแนกตามยุทธศาสตร์"),
        (
            head("ยุทธศาสตร์"),
            PROJECTS,
            Column(interface.PROJECTS_WITHOUT_BUDGET, look=Look.NUMBER, label="ไม่ใช้งบประมาณ"),
            BAHT,
        ),
        (*named, *((row(words(interface.NO_STRATEGY), unplaced),) if unplaced else ())),
        (row(words("รวมทั้งแผน"), all_, RowKind.TOTAL),),
    )


def budgets_table(chart: ShareChart) -> Table:
    """Return the projects by what they state on money."""
    return Table(
        "budgets",
        words("โครงการ จำแนกตามสิ่งที่เอกสารระบุเรื่องเงิน"),
        (head("สิ่งที่เอกสารระบุ"), PROJECTS),
        tuple(Row((words(interface.BUDGET_STATE[BudgetState(kind)]), count(value))) for kind, value in chart.parts),
        form=Form.PLAIN,
    )


def years_table(chart: BarChart) -> Table:
    """Return the money of each fiscal year."""
    return Table(
        "years",
        words("งบประมาณของโครงการ จำแนกตามปีงบประมาณ"),
        (head("ปีงบประมาณ"), BAHT),
        tuple(Row((figure(label), baht(value))) for label, value in chart.values),
        form=Form.PLAIN,
    )


def topics_table(lines: tuple[TopicLine, ...]) -> Table:
    """Return where each mandatory topic is."""
    return Table(
        "topics",
        words("หัวข้อสำคัญและตำแหน่งที่พบในเอกสาร"),
        (head("หัวข้อ"), Column("สถานะ"), Column("ส่วนของเอกสาร"), Column("หมายเหตุ")),
        tuple(
            Row(
                (
                    words(
                        interface.TOPIC[line.topic],
                        line.address if line.state in (TopicState.FOUND, TopicState.PARTIAL) else None,
                    ),
                    state(line.state, interface.TOPIC_STATE[line.state]),
                    text(line.section, words("ไม่ได้บันทึกไว้") if line.state is TopicState.FOUND else NONE),
                    text(line.note),
                )
            )
            for line in lines
        ),
    )
