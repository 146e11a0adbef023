"""Rolls an old plan over: its files as plain data in, the next cycle's draft as plain data out. Texts are unchanged.

Structure is copied; what was decided, dated, counted or stated about the old document is not. Every field of the model
is listed here as one or the other, which a test checks, so that no new field is copied unnoticed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.drafting.skeleton import plan_title
from generator.drafting.yaml_writer import Blank
from generator.thai.numerals import to_arabic, to_thai
from generator.thai.years import Cycle, FiscalYear

Record = Mapping[str, Any]

KEPT_OF_PLAN = (
    "rationale",
    "objectives",
    "targets",
    "local_strategies",
    "values",
    "alignment",
    "strategies",
    "budget_matrix",
    "curricula",
    "methods",
    "target_groups",
    "competencies",
    "idp_roles",
    "survey",
    "request_steps",
    "committee",
    "evaluation_forms",
    "monitoring",
)
"""Fields of plan.yml that a new plan takes over, completely or partly."""

CLEARED_OF_PLAN = {
    "submitted": "วันที่เสนอ",
    "returned": "วันที่ส่งกลับ",
    "approval": "มติเห็นชอบ",
    "announcement": "ประกาศ",
    "appointment_order": "คำสั่งแต่งตั้ง",
    "drafting_stamps": "ตราร่าง พิมพ์ ทวน",
    "cover": "หน้าปก",
    "topics": "ตำแหน่งของหัวข้อสำคัญหกหัวข้อ",
    "other_tables": "ตารางอื่นในเอกสาร",
    "quotations": "ข้อความที่คัดจากเอกสาร",
    "amendments": "การปรับปรุงแผน",
    "corrections": "การแก้ไขข้อมูล",
    "acknowledged": "คำชี้แจง",
    "documents": "เอกสารแนบ",
}
"""Fields of plan.yml that belong to the old document only, with their Thai names."""

SET_OF_PLAN = ("cycle", "title", "continues", "state", "sources", "budget_basis")
"""Fields of plan.yml with new values."""

KEPT_OF_PROJECT = (
    "id",
    "strategy",
    "tactic",
    "number",
    "name",
    "objective",
    "indicator",
    "targets",
    "periods",
    "responsible",
    "place",
    "expected_result",
    "curricula",
    "methods",
    "target_groups",
    "competencies",
)
CLEARED_OF_PROJECT = ("budget", "evidence", "note")
"""Money is decided again; evidence tags and notes are about the old document."""

KEPT_OF_IDP_ROW = ("id", "department", "staff_category", "position", "skills", "goals", "methods", "years")
CLEARED_OF_IDP_ROW = ("note",)

_DIGIT = re.compile("[0-9๐-๙]")
_SPAN = re.compile(
    "(?P<first>[2๒][4-6๔-๖][0-9๐-๙]{2})(?P<gap> ?[-\u2010-\u2015\u2212] ?)(?P<last>[2๒][4-6๔-๖][0-9๐-๙]{2})"
)


def rolled_plan(old: Record, old_cycle: Cycle, cycle: Cycle, *, keep_budget: bool = False) -> dict[str, Any]:
    """Return plan.yml of the new cycle, with or without the amounts of its budget matrix."""
    in_part: dict[str, Callable[[Any], Any]] = {
        "strategies": lambda items: _without_wordings(items, "tactics"),
        "local_strategies": _without_wordings,
        "values": _without_wordings,
        "budget_matrix": dict if keep_budget else _matrix,
        "survey": _survey,
        "committee": lambda committee: _without(committee, "years_printed"),
    }
    title = plan_title(cycle)
    new: dict[str, Any] = {
        "cycle": cycle.slug,
        "title": title,
        "continues": old_cycle.slug,
        "state": "draft",
        "sources": [{"document": title, "extent": "full", "entered_by": "lao"}],
        "budget_basis": (keep_budget and old.get("budget_basis")) or "not_stated",
    }
    for key in KEPT_OF_PLAN:
        if old.get(key):
            value = in_part[key](old[key]) if key in in_part else old[key]
            new[key] = _retold(value, old_cycle.years, cycle)
    return new


def cleared_of(old: Record) -> list[str]:
    """Return the keys in an old plan that a new one does not take over, with their Thai names."""
    return [f"{label} ({key})" for key, label in CLEARED_OF_PLAN.items() if old.get(key)]


def rolled_projects(old: Record, old_cycle: Cycle, cycle: Cycle, *, keep_budget: bool = False) -> dict[str, Any]:
    """Return projects.yml of the new cycle: periods moved to the new years, budgets moved too or left out."""
    new = _kept(old, ("section", "title"))
    new["projects"] = [_project(project, old_cycle, cycle, keep_budget) for project in old.get("projects") or ()]
    return {key: _retold(value, old_cycle.years, cycle) for key, value in new.items()}


def rolled_idp(old: Record, old_cycle: Cycle, cycle: Cycle) -> dict[str, Any]:
    """Return idp.yml of the new cycle: years in heading and rows moved by their position in the old heading."""
    printed = old.get("years") or ()
    heading = _years(printed) or list(old_cycle.years)
    thai = _in_thai_digits("".join(str(cell) for cell in printed))
    new = {**_kept(old, ("section", "title")), "years": _written(cycle.years, thai), **_kept(old, ("methods",))}
    new["rows"] = [_idp_row(row, heading, cycle, thai) for row in old.get("rows") or ()]
    # If the heading has other years than the plan, the title has those too.
    return {key: _retold(_retold(value, heading, cycle), old_cycle.years, cycle) for key, value in new.items()}


def _idp_row(old: Record, heading: Sequence[FiscalYear], cycle: Cycle, thai: bool) -> dict[str, Any]:
    new = _kept(old, KEPT_OF_IDP_ROW)
    if "years" in new:
        new["years"] = _written(_moved(_years(new["years"]), heading, cycle), thai)
    return new


def _project(old: Record, old_cycle: Cycle, cycle: Cycle, keep_budget: bool) -> dict[str, Any]:
    new = _kept(old, KEPT_OF_PROJECT)
    if "periods" in new:
        new["periods"] = _periods(new["periods"], old_cycle, cycle)
        if not new["periods"]:
            del new["periods"]
    # A cell without a department contained something else, such as an assessment's tag: it is not taken over.
    responsible = new.get("responsible")
    if isinstance(responsible, dict) and not responsible.get("departments"):
        new.pop("responsible", None)
    budget = _budget(old.get("budget"), old_cycle, cycle) if keep_budget else None
    return {**new, "budget": budget or Blank()}


def _budget(old: Any, old_cycle: Cycle, cycle: Cycle) -> Any:
    """Return amounts by year moved to the years at the same positions; any other budget stays as printed."""
    if not isinstance(old, dict):
        return old
    moved: dict[str, Any] = {}
    for key, value in old.items():
        year = _year(key)
        if year is None:  # `printed`, and `by_year` with its own amounts
            moved[key] = _budget(value, old_cycle, cycle)
        elif new_year := _at_same_place(year, old_cycle.years, cycle):
            moved[str(new_year)] = value
    return moved


def _year(key: str) -> FiscalYear | None:
    try:
        return FiscalYear.parse(key)
    except ValueError:
        return None


def _years(cells: Iterable[Any]) -> list[FiscalYear]:
    """Return the years of printed cells; `{printed: ..., year: ...}` states its own, cells without a year give none."""
    written = (cell.get("year", cell.get("printed")) if isinstance(cell, dict) else cell for cell in cells)
    return [year for text in written if isinstance(text, str) and (year := _year(text))]


def _periods(old: Any, old_cycle: Cycle, cycle: Cycle) -> Any:
    """Return year cells moved to the years at the same positions; None for a text that names its own years."""
    if not isinstance(old, dict):
        return old if isinstance(old, str) and not _DIGIT.search(old) else None
    columns = old.get("by_year", {} if "printed" in old else old)
    cells = {heading: _period(cell) for heading, cell in columns.items()}
    by_year = {year: cell for heading, cell in cells.items() if (year := _year(heading))}
    of_cycle = [cell for year, cell in by_year.items() if year in old_cycle.years]
    if len(of_cycle) == old_cycle.length and len(set(of_cycle)) == 1:
        return {str(year): of_cycle[0] for year in cycle.years}
    moved = {_at_same_place(year, old_cycle.years, cycle): cell for year, cell in by_year.items()}
    whole = [cell for heading, cell in cells.items() if _is_cycle(heading, old_cycle)]
    spans = {cycle.slug: whole[-1]} if whole else {}
    return spans | {str(year): moved[year] for year in cycle.years if year in moved}


def _period(cell: Any) -> Any:
    """Return the text of a period cell, or its quarters if they were stated."""
    return cell.get("quarters", cell.get("printed")) if isinstance(cell, dict) else cell


def _is_cycle(heading: str, cycle: Cycle) -> bool:
    try:
        return Cycle.parse(heading) == cycle
    except ValueError:
        return False


def _moved(ticked: Iterable[FiscalYear], heading: Sequence[FiscalYear], cycle: Cycle) -> list[FiscalYear]:
    """Return the new years at the positions of the ticked ones; all of them if all were ticked."""
    marked = set(ticked)
    if marked >= set(heading):
        return list(cycle.years)
    moved = {_at_same_place(year, heading, cycle) for year in marked}
    return [year for year in cycle.years if year in moved]


def _at_same_place(year: FiscalYear, heading: Sequence[FiscalYear], cycle: Cycle) -> FiscalYear | None:
    """Return the year of the new cycle in the same column; None if there is no such column."""
    place = heading.index(year) if year in heading else cycle.length
    return cycle.years[place] if place < cycle.length else None


def _matrix(old: Record) -> dict[str, Any]:
    rows = [{"strategy": row["strategy"], "amounts": [""] * len(row["amounts"])} for row in old["rows"]]
    return {**_kept(old, ("section", "title", "columns")), "rows": rows}


def _survey(old: Record) -> dict[str, Any]:
    rows = [{**_kept(row, ("department", "printed")), "cells": [""] * len(row["cells"])} for row in old["rows"]]
    return {**_kept(old, ("section", "title", "columns")), "rows": rows}


def _without_wordings(items: Iterable[Record], nested: str = "") -> list[dict[str, Any]]:
    """Return records without the wordings of single sections of the old document."""
    new = [_without(item, "wordings") for item in items]
    for item in new:
        if item.get(nested):
            item[nested] = _without_wordings(item[nested])
    return new


def _retold(value: Any, years: Sequence[FiscalYear], cycle: Cycle) -> Any:
    """Replace the old cycle by the new one wherever a text states it as a span, in the same digits."""
    if isinstance(value, dict):
        return {key: _retold(item, years, cycle) for key, item in value.items()}
    if isinstance(value, list):
        return [_retold(item, years, cycle) for item in value]
    if not isinstance(value, str) or isinstance(value, Blank):
        return value

    def span(match: re.Match[str]) -> str:
        if [to_arabic(match["first"]), to_arabic(match["last"])] != [str(years[0]), str(years[-1])]:
            return match[0]
        first, last = _written((cycle.first, cycle.last), _in_thai_digits(match["first"]))
        return f"{first}{match['gap']}{last}"

    return _SPAN.sub(span, value)


def _written(years: Iterable[FiscalYear], thai: bool) -> list[str]:
    return [to_thai(str(year)) if thai else str(year) for year in years]


def _in_thai_digits(text: str) -> bool:
    return to_arabic(text) != text


def _kept(record: Record, keys: Sequence[str]) -> dict[str, Any]:
    return {key: record[key] for key in keys if record.get(key) is not None}


def _without(record: Record, key: str) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != key}
