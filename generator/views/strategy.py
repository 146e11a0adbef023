"""The strategy page: alignment, values and tactics, and the department x strategy budget, stated beside computed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from generator.findings import Location
from generator.model.money import Budget, BudgetBasis, sum_baht
from generator.model.strategy import BudgetMatrix, Wording, computed_row_total
from generator.views import urls
from generator.views.charts import BarChart, bar_chart
from generator.views.findings import PageFindings
from generator.views.plan_context import PlanContext


@dataclass(frozen=True, slots=True)
class AlignmentLine:
    """One local development strategy and the values that go with it."""

    number: str | None
    name: str
    values: tuple[str, ...]
    printed: str | None


@dataclass(frozen=True, slots=True)
class TacticLine:
    """One tactic with the wordings of the sections that differ."""

    anchor: str
    number: str | None
    name: str
    wordings: tuple[Wording, ...]
    projects: int


@dataclass(frozen=True, slots=True)
class StrategyLine:
    """One strategy with its values and tactics."""

    anchor: str
    number: str | None
    name: str
    values: tuple[str, ...]
    wordings: tuple[Wording, ...]
    tactics: tuple[TacticLine, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A total as computed, and as stated where the document prints one."""

    computed_baht: Decimal
    stated_baht: Decimal | None
    finding: str | None = None
    """Anchor of what was found in the stated one."""

    @property
    def disagrees(self) -> bool:
        """Whether the stated total is not the computed one."""
        return self.stated_baht is not None and self.stated_baht != self.computed_baht


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """One strategy of the matrix."""

    number: str | None
    name: str
    amounts: tuple[Decimal | None, ...]
    total: Total
    projects_baht: Decimal | None
    """Sum of the strategy's projects, for comparison; None where the plan has no project table."""
    finding: str | None
    """Anchor of what was found in the line as a whole."""


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The department x strategy budget."""

    title: str | None
    section: str
    basis: BudgetBasis
    columns: tuple[str, ...]
    lines: tuple[MatrixLine, ...]
    column_totals: tuple[Total, ...]
    grand_total: Total
    department_chart: BarChart | None
    """Computed money of each department; None where fewer than two can be compared."""
    projects_baht: Decimal | None
    location: Location

    @property
    def has_stated_row_totals(self) -> bool:
        """Whether the document prints a total for any row."""
        return any(line.total.stated_baht is not None for line in self.lines)


@dataclass(frozen=True, slots=True)
class StrategyView:
    """Everything above the projects."""

    alignment_section: str | None
    alignment: tuple[AlignmentLine, ...]
    strategies: tuple[StrategyLine, ...]
    matrix: MatrixView | None
    findings: PageFindings


def strategy_view(context: PlanContext) -> StrategyView:
    """Return strategies and tactics in printed order, with the matrix as stated and as computed."""
    plan = context.plan
    values = {value.id: value.name for value in plan.values}
    local = {strategy.id: strategy for strategy in plan.local_strategies}
    projects = context.files.projects.projects if context.files.projects else ()
    below = Counter(project.tactic for project in projects)
    rows = plan.alignment.rows if plan.alignment else ()
    return StrategyView(
        alignment_section=plan.alignment.section if plan.alignment else None,
        alignment=tuple(
            AlignmentLine(
                local[row.local_strategy].number,
                local[row.local_strategy].name,
                tuple(values[value] for value in row.values),
                row.printed,
            )
            for row in rows
        ),
        strategies=tuple(
            StrategyLine(
                anchor=urls.strategy_anchor(strategy.id),
                number=strategy.number,
                name=strategy.name,
                values=tuple(values[value] for value in strategy.values),
                wordings=strategy.wordings,
                tactics=tuple(
                    TacticLine(
                        urls.tactic_anchor(tactic.id),
                        tactic.number,
                        tactic.name,
                        tactic.wordings,
                        below[tactic.id],
                    )
                    for tactic in strategy.tactics
                ),
            )
            for strategy in plan.strategies
        ),
        matrix=_matrix(context, plan.budget_matrix) if plan.budget_matrix else None,
        findings=context.findings_of("strategy"),
    )


def _matrix(context: PlanContext, matrix: BudgetMatrix) -> MatrixView:
    table = context.files.projects
    found = context.findings_of("strategy")
    stated = matrix.stated_column_totals or (None,) * len(matrix.columns)
    budgets: dict[str, list[Budget]] = {}
    for project in table.projects if table else ():
        budgets.setdefault(project.strategy, []).append(project.budget)
    below = {strategy: sum_baht(stated_below) for strategy, stated_below in budgets.items()}

    def total(computed: Decimal, stated: Decimal | None, *path: str | int) -> Total:
        if stated is None or stated == computed:
            return Total(computed, stated)
        return Total(computed, stated, found.anchor_at("budget_matrix", *path))

    columns = tuple(column.printed or context.departments[column.department].name for column in matrix.columns)
    return MatrixView(
        title=matrix.title,
        section=matrix.section,
        basis=matrix.basis,
        columns=columns,
        department_chart=bar_chart(zip(columns, matrix.computed_column_totals, strict=True)),
        lines=tuple(
            MatrixLine(
                number=context.strategies[row.strategy].number,
                name=context.strategies[row.strategy].name,
                amounts=row.amounts,
                total=total(computed_row_total(row), row.stated_total, "rows", index, "stated_total"),
                projects_baht=below.get(row.strategy, Decimal(0)) if table else None,
                finding=found.anchor_at("budget_matrix", "rows", index),
            )
            for index, row in enumerate(matrix.rows)
        ),
        column_totals=tuple(
            total(computed, printed, "stated_column_totals", index)
            for index, (computed, printed) in enumerate(zip(matrix.computed_column_totals, stated, strict=True))
        ),
        grand_total=total(matrix.computed_grand_total, matrix.stated_grand_total, "stated_grand_total"),
        projects_baht=sum_baht(project.budget for project in table.projects) if table else None,
        location=context.location("plan.yml", "budget_matrix"),
    )
