"""The IDP page: positions by methods and years as a matrix, and one card per position.

Positions, never persons. Years and wordings stay as printed, even if they do not fit the plan or the table's legend.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from generator import addresses
from generator.findings import Location
from generator.model.cells import PrintedCell
from generator.model.idp import IdpMethodUse, IdpRow, IdpSkill, IdpTable, legend_number, use_key
from generator.model.plan_parts import COMPETENCY_KIND_NAMES
from generator.thai.dates import FiscalYear
from generator.thai.text import fold_for_comparison
from generator.views.downloads import Downloads, downloads
from generator.views.method_sets import (
    CompetencyMention,
    MethodCell,
    MethodNote,
    MethodSet,
    MethodUse,
    PositionCard,
    SkillLine,
    common_years,
    method_sets,
)
from generator.views.page_findings import PageFindings
from generator.views.plan_context import PlanContext

Legend: TypeAlias = dict[str, tuple[str, str | None]]
"""Number and name of each method by its key; no name if the table has no legend.

The number is the printed one; if none is printed, the column's position in brackets.
"""


@dataclass(frozen=True, slots=True)
class MethodColumn:
    """One method of the table's legend."""

    number: str
    """As printed; if none is printed, the column's position in brackets."""
    name: str | None
    """As printed in the legend; None if the table has none."""
    positions: int
    """Number of positions that use it."""


@dataclass(frozen=True, slots=True)
class YearColumn:
    """One year column of the table."""

    label: str
    """The year; the heading as printed if it names no certain year."""
    fiscal_year: FiscalYear | None
    in_cycle: bool
    positions: int
    """Number of positions ticked in it."""


@dataclass(frozen=True, slots=True)
class CategoryGroup:
    """The positions of one staff category inside a department."""

    name: str | None
    """As printed; None if the document prints none."""
    cards: tuple[PositionCard, ...]


@dataclass(frozen=True, slots=True)
class DepartmentGroup:
    """The positions under one department heading."""

    anchor: str
    name: str | None
    """None if the document prints no department above the rows."""
    positions: int
    categories: tuple[CategoryGroup, ...]


@dataclass(frozen=True, slots=True)
class IdpView:
    """The individual development plans of a plan."""

    downloads: Downloads
    title: str | None
    section: str | None
    positions: int
    without_department: int
    """Positions without a printed department."""
    named_departments: int
    """Departments with at least one position."""
    methods: tuple[MethodColumn, ...]
    method_sets: tuple[MethodSet, ...]
    """Positions that use the same methods; empty if the table has no methods."""
    common_years: tuple[str, ...] | None
    """Labels of the years ticked for every position; None if they differ."""
    has_own_numbers: bool
    """Whether some methods have no printed number, so that the page numbers columns itself."""
    years: tuple[YearColumn, ...]
    heading_years: str | None
    """Year span of the table's heading; None if no years are printed."""
    departments: tuple[DepartmentGroup, ...]
    """In the order of their first position."""
    notes: tuple[MethodNote, ...]
    competencies_address: str
    """Where the plan's competencies are listed."""
    roles_address: str
    """Where the duties in making the IDPs are listed."""
    is_partial: bool
    is_unread: bool
    """Whether part of a table could not be read."""
    findings: PageFindings
    location: Location


_PLAIN_CELLS = (MethodCell(False, ()), MethodCell(True, ()))
# Nearly all positions use the same methods: share each use.
_method_use = lru_cache(maxsize=1024)(MethodUse)


def idp_view(context: PlanContext) -> IdpView:
    """Return the IDP table; rows keep their printed order within department and category."""
    table = context.files.idp or IdpTable()
    plan = context.plan
    legend = _legend(table)
    years = _year_columns(table)
    notes = _notes(table, legend)
    keys = table.method_keys
    cards = [
        _card(context, index, row, legend, keys, years, notes.get(index, ())) for index, row in enumerate(table.rows)
    ]
    document = addresses.plan_part(context.lao.code, plan.cycle, "document")
    methods = tuple(
        MethodColumn(number, name, sum(card.cells[column].used for card in cards))
        for column, (number, name) in enumerate(legend.values())
    )
    return IdpView(
        downloads=downloads(context, "idp"),
        title=table.title,
        section=table.section,
        positions=len(table.rows),
        without_department=sum(row.department is None for row in table.rows),
        named_departments=len({row.department for row in table.rows if row.department}),
        methods=methods,
        method_sets=method_sets(cards, (one.number for one in methods)) if methods else (),
        common_years=common_years(cards),
        has_own_numbers=any(not method.number for method in table.methods),
        years=tuple(
            YearColumn(key, year, year is None or year in plan.cycle.years, sum(card.marked[column] for card in cards))
            for column, (key, year) in enumerate(years.items())
        ),
        heading_years=_heading(table),
        departments=_departments(table.rows, cards),
        notes=tuple(note for row in notes.values() for note in row),
        competencies_address=f"{document}#competencies",
        roles_address=f"{document}#idp-roles",
        is_partial=plan.is_partial,
        is_unread="idp.yml" in context.files.unread,
        findings=context.findings_of("idp"),
        location=context.location("idp.yml"),
    )


def year_span(years: Iterable[FiscalYear]) -> str:
    """Return `2564–2566` for consecutive years, else the years one by one."""
    listed = sorted(set(years))
    first, last = listed[0], listed[-1]
    if len(listed) > 1 and last.be - first.be == len(listed) - 1:
        return f"{first}–{last}"
    return ", ".join(map(str, listed))


def _label(cell: PrintedCell[FiscalYear]) -> str:
    return str(cell.meaning) if cell.meaning is not None else " ".join(cell.printed.split())


def _year_columns(table: IdpTable) -> dict[str, FiscalYear | None]:
    """Return label and year of every column: known years ascending, then headings that name no certain year.

    If the table has a heading, an uninterpretable year of a row gets no column; the card shows it.
    """
    of_rows = [cell for row in table.rows for cell in row.years if cell.meaning is not None or not table.years]
    cells = [cell for cell in (*table.years, *of_rows) if cell.is_stated]
    known = {str(cell.meaning): cell.meaning for cell in sorted(cells, key=_label) if cell.meaning is not None}
    return {**known, **{_label(cell): None for cell in cells if cell.meaning is None}}


def _heading(table: IdpTable) -> str | None:
    if not table.years:
        return None
    words = [_label(cell) for cell in table.years if cell.meaning is None]
    years = [year_span(table.fiscal_years)] if table.fiscal_years else []
    return ", ".join(years + words)


def _legend(table: IdpTable) -> Legend:
    """Return the legend of the table; if it has none, the numbers used in rows.

    A number that is not in the legend is a slip of one row: it stays with that row and changes no other.
    """
    legend: Legend = {}
    for method in table.methods:
        legend.setdefault(method.key, (method.number or f"({len(legend) + 1})", method.name))
    for use in () if legend else (use for row in table.rows for use in row.methods):
        if use.number is not None:
            legend.setdefault(legend_number(use.number), (use.number, None))
    return legend


def _name(legend: Legend, key: str) -> str | None:
    """Return the legend's wording for the key of a use, or None."""
    return legend[key][1] if key in legend else None


def _differs(use: IdpMethodUse, legend_name: str | None) -> bool:
    return bool(use.printed) and (
        legend_name is None or fold_for_comparison(use.printed or "") != fold_for_comparison(legend_name)
    )


def _notes(table: IdpTable, legend: Legend) -> dict[int, tuple[MethodNote, ...]]:
    """Return the notes by index of the row, numbered consecutively."""
    by_name = {fold_for_comparison(method.name): method.number for method in table.methods if method.number}
    keys = table.method_keys
    notes: dict[int, tuple[MethodNote, ...]] = {}
    count = 0
    for index, row in enumerate(table.rows):
        for use in row.methods:
            name = _name(legend, use_key(use, keys))
            if use.number is not None and use.printed and _differs(use, name):
                count += 1
                note = MethodNote(
                    index=count,
                    anchor=f"method-note-{count}",
                    position=row.position,
                    row_anchor=addresses.idp_anchor(row.id),
                    number=use.number,
                    printed=use.printed,
                    legend_name=name,
                    same_as_number=by_name.get(fold_for_comparison(use.printed)),
                )
                notes[index] = (*notes.get(index, ()), note)
    return notes


def _card(
    context: PlanContext,
    index: int,
    row: IdpRow,
    legend: Legend,
    keys: dict[str, str],
    years: dict[str, FiscalYear | None],
    notes: tuple[MethodNote, ...],
) -> PositionCard:
    used = [use_key(use, keys) for use in row.methods]
    ticked = dict.fromkeys(_label(cell) for cell in row.years if cell.is_stated)
    return PositionCard(
        anchor=addresses.idp_anchor(row.id),
        position=row.position,
        department=context.department_name(row.department) if row.department else None,
        category=row.staff_category,
        skills=tuple(_skill(context, skill) for skill in row.skills),
        goals=row.goals,
        methods=tuple(_use(use, _name(legend, key)) for use, key in zip(row.methods, used, strict=True)),
        cells=tuple(
            MethodCell(column in used, tuple(note for note in notes if legend_number(note.number) == column))
            if notes
            else _PLAIN_CELLS[column in used]
            for column in legend
        ),
        outside=tuple(
            use.number or use.printed or "" for use, key in zip(row.methods, used, strict=True) if key not in legend
        ),
        years=(*(key for key in years if key in ticked), *(key for key in ticked if key not in years)),
        marked=tuple(key in ticked for key in years),
        amended=context.amended.get(row.id, ()),
        note=row.note,
        findings=context.findings_of("idp").at.get(addresses.idp_anchor(row.id), ()),
        location=context.location("idp.yml", "rows", index),
    )


def _use(use: IdpMethodUse, legend_name: str | None) -> MethodUse:
    return _method_use(use.number, legend_name, use.printed if _differs(use, legend_name) else None)


def _skill(context: PlanContext, skill: IdpSkill) -> SkillLine:
    return SkillLine(skill.number, skill.text, tuple(_mention(context, ref) for ref in skill.competencies))


def _mention(context: PlanContext, reference: str) -> CompetencyMention:
    listed = context.plan.competencies
    if reference in COMPETENCY_KIND_NAMES:
        return CompetencyMention(reference, None, sum(entry.kind == reference for entry in listed))
    found = next((entry for entry in listed if entry.ref == reference), None)
    return CompetencyMention(None, found.name if found else None, 1)


def _departments(rows: tuple[IdpRow, ...], cards: list[PositionCard]) -> tuple[DepartmentGroup, ...]:
    by_department: dict[str | None, dict[str | None, list[PositionCard]]] = {}
    for row, card in zip(rows, cards, strict=True):
        by_department.setdefault(row.department, {}).setdefault(row.staff_category, []).append(card)
    return tuple(
        DepartmentGroup(
            anchor=f"d-{department}" if department else "no-department",
            name=next(iter(categories.values()))[0].department,
            positions=sum(map(len, categories.values())),
            categories=tuple(CategoryGroup(category, tuple(below)) for category, below in categories.items()),
        )
        for department, categories in by_department.items()
    )
