"""The strategy page: alignment, values and tactics, and the department x strategy budget, stated beside computed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from generator import addresses
from generator.model.money import NOTHING, WITHOUT_AMOUNT, Budget, MoneyCell, sum_baht
from generator.model.strategy import BudgetMatrix, LocalStrategy, Value, Wording
from generator.reading.names import BUDGET_MATRIX
from generator.views.amended import ThingAmended
from generator.views.charts import bar_chart
from generator.views.downloads import Downloads, downloads
from generator.views.page_findings import PageFindings
from generator.views.plan_context import PlanContext
from generator.views.strategy_tables import MatrixLine, MatrixView, Total
from generator.views.two_totals import TwoTotals, two_totals


@dataclass(frozen=True, slots=True)
class AlignmentLine:
    """One local development strategy and its values."""

    number: str | None
    name: str
    wordings: tuple[Wording, ...]
    values: tuple[str, ...]
    printed: str | None


@dataclass(frozen=True, slots=True)
class TacticLine:
    """One tactic, with the wordings of sections that differ."""

    anchor: str
    number: str | None
    name: str
    wordings: tuple[Wording, ...]
    amended: tuple[ThingAmended, ...]
    projects: int


@dataclass(frozen=True, slots=True)
class StrategyLine:
    """One strategy with its values and tactics."""

    anchor: str
    number: str | None
    name: str
    values: tuple[str, ...]
    wordings: tuple[Wording, ...]
    amended: tuple[ThingAmended, ...]
    tactics: tuple[TacticLine, ...]


@dataclass(frozen=True, slots=True)
class StrategyView:
    """Everything above the projects."""

    downloads: Downloads
    alignment_section: str | None
    alignment_title: str | None
    alignment: tuple[AlignmentLine, ...]
    """Rows of the table; then local development strategies without a row."""
    values: tuple[Value, ...]
    """Shared values, in printed order."""
    strategies: tuple[StrategyLine, ...]
    matrix: MatrixView | None
    totals: TwoTotals | None
    """The matrix beside the projects; None if they cannot be compared."""
    matrix_amended: tuple[ThingAmended, ...]
    """Changes of the matrix by amendments."""
    findings: PageFindings


def strategy_view(context: PlanContext) -> StrategyView:
    """Return strategies and tactics in printed order, with the matrix as stated and as computed."""
    plan = context.plan
    values = {value.id: value.name for value in plan.values}
    local = {strategy.id: strategy for strategy in plan.local_strategies}
    projects = context.projects
    below = Counter(project.tactic for project in projects)
    rows = plan.alignment.rows if plan.alignment else ()
    aligned = {row.local_strategy for row in rows}
    return StrategyView(
        downloads=downloads(context, "strategy"),
        alignment_section=plan.alignment.section if plan.alignment else None,
        alignment_title=plan.alignment.title if plan.alignment else None,
        alignment=(
            *(
                _alignment_line(
                    local.get(row.local_strategy),
                    row.local_strategy,
                    tuple(values.get(value, value) for value in row.values),
                    row.printed,
                )
                for row in rows
            ),
            *(_alignment_line(one, one.name) for one in plan.local_strategies if one.id not in aligned),
        ),
        values=plan.values,
        strategies=tuple(
            StrategyLine(
                anchor=addresses.strategy_anchor(strategy.id),
                number=strategy.number,
                name=strategy.name,
                values=tuple(values.get(value, value) for value in strategy.values),
                wordings=strategy.wordings,
                amended=context.amended.get(strategy.id, ()),
                tactics=tuple(
                    TacticLine(
                        addresses.tactic_anchor(tactic.id),
                        tactic.number,
                        tactic.name,
                        tactic.wordings,
                        context.amended.get(tactic.id, ()),
                        below[tactic.id],
                    )
                    for tactic in strategy.tactics
                ),
            )
            for strategy in plan.strategies
        ),
        matrix=_matrix(context, plan.budget_matrix) if plan.budget_matrix else None,
        totals=two_totals(context),
        matrix_amended=context.amended.get(BUDGET_MATRIX, ()),
        findings=context.findings_of("strategy"),
    )


def _alignment_line(
    strategy: LocalStrategy | None, written: str, values: tuple[str, ...] = (), printed: str | None = None
) -> AlignmentLine:
    """Return the line of a local development strategy; under its written name if the plan does not have it."""
    if strategy is None:
        return AlignmentLine(None, written, (), values, printed)
    return AlignmentLine(strategy.number, strategy.name, strategy.wordings, values, printed)


def _matrix(context: PlanContext, matrix: BudgetMatrix) -> MatrixView:
    table = context.files.projects
    found = context.findings_of("strategy")
    width = matrix.width
    stated = _filled(matrix.stated_column_totals, width)
    budgets: dict[str, list[Budget]] = {}
    for project in table.projects if table else ():
        budgets.setdefault(project.strategy or "", []).append(project.budget)
    below = {strategy: sum_baht(stated_below) for strategy, stated_below in budgets.items()}

    def total(computed: Decimal, cell: MoneyCell | None, *path: str | int) -> Total:
        baht = cell.counted_baht if cell else None
        if baht is None:
            return Total(computed, None, (cell.printed if cell else "") or None)
        finding = found.anchor_at("budget_matrix", *path) if baht != computed else None
        return Total(computed, baht, finding=finding)

    named = [column.printed or context.department_name(column.department) for column in matrix.columns]
    registered = [
        known.name if (known := context.departments.get(column.department)) else printed
        for column, printed in zip(matrix.columns, named, strict=True)
    ]
    unnamed = ["ไม่มีหัวคอลัมน์"] * (width - len(named))
    columns = (*named, *unnamed)
    return MatrixView(
        title=matrix.title,
        section=matrix.section,
        basis=matrix.basis,
        columns=columns,
        department_chart=bar_chart(zip((*registered, *unnamed), matrix.computed_column_totals, strict=True)),
        lines=tuple(
            MatrixLine(
                number=context.strategies[row.strategy].number if row.strategy in context.strategies else None,
                name=context.strategies[row.strategy].name if row.strategy in context.strategies else row.strategy,
                amounts=_filled(row.amounts, width),
                total=total(row.computed_total_baht, row.stated_total, "rows", index, "stated_total"),
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
        left_out=sum(cell.state in WITHOUT_AMOUNT for row in matrix.rows for cell in row.amounts),
        location=context.location("plan.yml", "budget_matrix"),
    )


def _filled(cells: tuple[MoneyCell, ...], width: int) -> tuple[MoneyCell, ...]:
    """Return the cells of a row, padded with empty ones to the width of the table."""
    return cells + (NOTHING,) * (width - len(cells))
