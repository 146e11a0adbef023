"""The plan overview: states, dates, key figures, money, the six mandatory topics."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator import addresses
from generator.facts.changes import PlanEvent, plan_changes
from generator.facts.legal_state import DaysInForce, LegalState, days_in_force
from generator.facts.money_sums import MoneySummary, summarise_money
from generator.facts.states import Milestone, TopicState
from generator.facts.strategy_money import strategy_money, unplaced_money
from generator.model.money import BudgetState
from generator.model.official import DocumentState, SourceDocument
from generator.model.plan_parts import TOPICS
from generator.model.project import Project
from generator.thai.dates import Cycle, FiscalYear
from generator.views.charts import BarChart, ShareChart, bar_chart, share_chart
from generator.views.downloads import Downloads, downloads
from generator.views.finding_places import OVERVIEW
from generator.views.original import Original, original
from generator.views.overview_tables import (
    StrategyMoney,
    TopicLine,
    budgets_table,
    strategies_table,
    topics_table,
    years_table,
)
from generator.views.page_findings import PageFindings
from generator.views.plan_context import PlanContext
from generator.views.plan_quality import PlanQuality, plan_quality
from generator.views.reader_sentences import ReaderSentences, reader_sentences
from generator.views.tables import Table

_PAGE_OF_TOPIC = {
    "rationale": "document",
    "targets": "projects",
    "curricula": "document",
    "methods": "idp",
    "budget": "strategy",
    "monitoring": "monitoring",
}


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """One milestone with its day."""

    milestone: Milestone
    date: datetime.date
    detail: str | None
    """Committee, meeting or number, as printed."""


@dataclass(frozen=True, slots=True)
class PartLink:
    """One of the pages below the overview."""

    word: str
    address: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    """What a reader wants to know first."""

    downloads: Downloads
    lao_name: str
    district: str | None
    province: str
    title: str | None
    cycle: Cycle
    continues: Cycle | None
    state: DocumentState
    legal: LegalState
    in_force: DaysInForce
    """First and last day in force, if the plan is announced."""
    announced: datetime.date | None
    is_draft: bool
    is_partial: bool
    """Whether only a part of the document was received."""
    events: tuple[DatedEvent, ...]
    unread_events: tuple[tuple[Milestone, str], ...]
    """Milestones without a certain day, as printed, that have no place on another page."""
    money: MoneySummary
    has_projects: bool
    positions: int
    """IDP rows."""
    has_idp: bool
    strategies: tuple[StrategyMoney, ...]
    unplaced: MoneySummary | None
    """Money of the projects under no strategy in the document; None if there are none."""
    strategy_chart: BarChart | None
    """Their money; None if fewer than two can be compared."""
    year_chart: BarChart | None
    """Money by fiscal year; None unless every amount is stated by year."""
    budget_chart: ShareChart | None
    """Projects by what they state on money, as the kinds of `BudgetState`."""
    matrix_total_baht: Decimal | None
    """Computed grand total of the budget matrix, for comparison with the projects."""
    matrix_address: str
    """Where the two are side by side."""
    topics: tuple[TopicLine, ...]
    sources: tuple[SourceDocument, ...]
    original: Original
    """Where the original document is."""
    amendments: int
    latest: PlanEvent | None
    """The plan's latest change; None if the data states no day."""
    parts: tuple[PartLink, ...]
    years: tuple[tuple[FiscalYear, str], ...]
    """The fiscal years of the cycle, each with the address of its page."""
    quality: PlanQuality
    reader: ReaderSentences
    """What matters to a citizen, from the findings."""
    findings: PageFindings
    """Findings on the plan as a whole, shown on this page."""

    @property
    def rival_baht(self) -> Decimal | None:
        """The total of the budget matrix if the document states two different totals, else None."""
        both = self.money.with_amount and self.matrix_total_baht
        return self.matrix_total_baht if both and self.matrix_total_baht != self.money.total_baht else None

    @property
    def topics_found(self) -> int:
        """Number of mandatory topics in the data, in full or in part."""
        return sum(line.state in (TopicState.FOUND, TopicState.PARTIAL) for line in self.topics)

    @property
    def strategies_table(self) -> Table:
        """The money of each strategy."""
        return strategies_table(self.strategies, self.unplaced, self.money)

    @property
    def budgets_table(self) -> Table | None:
        """Table of `budget_chart`."""
        return budgets_table(self.budget_chart) if self.budget_chart else None

    @property
    def years_table(self) -> Table | None:
        """Table of `year_chart`."""
        return years_table(self.year_chart) if self.year_chart else None

    @property
    def topics_table(self) -> Table:
        """The six topics."""
        return topics_table(self.topics)


def overview_view(context: PlanContext) -> OverviewView:
    """Return the overview; it depends on no other LAO."""
    plan, files = context.plan, context.files
    projects = context.projects
    projects_address = addresses.plan_part(context.lao.code, plan.cycle, "projects")
    money = summarise_money(projects, plan.budget_basis)
    strategies = tuple(
        StrategyMoney(f"{projects_address}#{addresses.strategy_anchor(one.id)}", one.number, one.name, money)
        for one, money in strategy_money(context)
    )
    return OverviewView(
        downloads=downloads(context, "overview"),
        lao_name=context.lao.full_name,
        district=context.lao.district,
        province=context.lao.province,
        title=plan.title,
        cycle=plan.cycle,
        continues=plan.continues,
        state=plan.state,
        legal=context.legal,
        in_force=days_in_force(plan),
        announced=plan.announcement.day if plan.announcement else None,
        is_draft=context.is_draft,
        is_partial=plan.is_partial,
        events=_events(context),
        unread_events=tuple(
            (milestone, cell.printed)
            for milestone, cell in ((Milestone.SUBMITTED, plan.submitted), (Milestone.RETURNED, plan.returned))
            if cell and cell.is_unread
        ),
        money=money,
        has_projects=bool(projects),
        positions=len(files.idp.rows) if files.idp else 0,
        has_idp=bool(files.idp and files.idp.rows),
        strategies=strategies,
        unplaced=unplaced_money(context),
        strategy_chart=bar_chart((line.name, line.money.total_baht) for line in strategies),
        year_chart=_year_chart(projects),
        budget_chart=share_chart(
            [
                (BudgetState.AMOUNT, money.with_amount),
                (BudgetState.NO_BUDGET, money.no_budget),
                (BudgetState.SOURCE, money.in_words),
                (BudgetState.UNREAD, money.unread),
                (BudgetState.DASH, money.dashes),
                (BudgetState.NOT_STATED, money.not_stated),
            ]
        ),
        matrix_total_baht=plan.budget_matrix.computed_grand_total if plan.budget_matrix else None,
        matrix_address=f"{addresses.plan_part(context.lao.code, plan.cycle, 'strategy')}#budget",
        topics=_topics(context),
        sources=plan.sources,
        original=original(context),
        amendments=len(plan.amendments),
        latest=next(iter(plan_changes(files)), None),
        parts=tuple(PartLink(page.word, context.address_of(page)) for page in context.pages if page.slug),
        years=tuple((year, addresses.plan_year(context.lao.code, plan.cycle, year)) for year in plan.cycle.years),
        quality=plan_quality(context),
        reader=reader_sentences(context),
        findings=context.findings_of(OVERVIEW),
    )


def _year_chart(projects: Sequence[Project]) -> BarChart | None:
    """Return a chart of money by fiscal year, or None if any amount is a lump sum, as that belongs to no year."""
    stated = [project.budget for project in projects if project.budget.state is BudgetState.AMOUNT]
    years: dict[FiscalYear, Decimal] = {}
    for budget in stated:
        if not budget.by_year:
            return None
        for year, amount in budget.by_year.items():
            years[year] = years.get(year, Decimal(0)) + amount
    return bar_chart((str(year), years[year]) for year in sorted(years))


def _events(context: PlanContext) -> tuple[DatedEvent, ...]:
    plan = context.plan
    order, approval, announcement = plan.appointment_order, plan.approval, plan.announcement
    candidates: list[tuple[Milestone, datetime.date | None, str | None]] = [
        (Milestone.ORDER, order.day if order else None, order.number if order else None),
        (Milestone.SUBMITTED, plan.submitted_day, None),
        (Milestone.RETURNED, plan.returned_day, None),
        (Milestone.APPROVED, approval.day if approval else None, _approval_detail(context)),
        (Milestone.EFFECTIVE, announcement.effective_day if announcement else None, None),
        (Milestone.ANNOUNCED, announcement.day if announcement else None, None),
        *((Milestone.STAMPED, stamp.date, stamp.printed) for stamp in plan.drafting_stamps),
        (Milestone.ENDS, plan.cycle.last_day, None),
    ]
    dated = [DatedEvent(milestone, date, detail) for milestone, date, detail in candidates if date]
    return tuple(sorted(dated, key=lambda event: event.date))


def _approval_detail(context: PlanContext) -> str | None:
    approval = context.plan.approval
    if not approval:
        return None
    return f"{approval.committee} ครั้งที่ {approval.meeting}" if approval.meeting else approval.committee


def _topics(context: PlanContext) -> tuple[TopicLine, ...]:
    stated = {topic.topic: topic for topic in context.plan.topics}
    held = _topics_in_data(context)
    absent = TopicState.OUTSIDE if context.plan.is_partial else TopicState.MISSING
    lines = []
    for name in dict.fromkeys(TOPICS.values()):
        address = addresses.plan_part(context.lao.code, context.plan.cycle, _PAGE_OF_TOPIC[name])
        topic = stated.get(name)
        if topic:
            state = TopicState.FOUND if topic.coverage == "full" else TopicState.PARTIAL
            lines.append(TopicLine(name, state, topic.section, topic.note, address))
        else:
            lines.append(TopicLine(name, TopicState.FOUND if name in held else absent, None, None, address))
    return tuple(lines)


def _topics_in_data(context: PlanContext) -> frozenset[str]:
    """Return the topics covered by the plan's data, whether or not their place in the document was recorded."""
    plan, files = context.plan, context.files
    projects = context.projects
    narrated = {section.id for section in files.narrative}
    held = {
        "rationale": plan.rationale or "rationale" in narrated,
        "targets": plan.targets or "targets" in narrated or any(project.targets for project in projects),
        "curricula": plan.curricula or "curricula" in narrated or any(project.curricula for project in projects),
        "methods": plan.methods or "methods" in narrated or (files.idp and any(row.methods for row in files.idp.rows)),
        "budget": plan.budget_matrix or any(project.budget.state is not BudgetState.NOT_STATED for project in projects),
        "monitoring": plan.monitoring or plan.evaluation_forms or "monitoring" in narrated,
    }
    return frozenset(name for name, evidence in held.items() if evidence)
