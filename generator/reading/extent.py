"""Limits the size of a plan to what pages can show: records in, findings out, before any page is rendered.

File size alone is no measure: a department name printed beside every project, or a table with a cell per position and
method, turns two million bytes into thousands of millions. The limits are far above any LAO's needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.findings import Finding, Location, Severity
from generator.model.base import Record
from generator.model.guidelines import Guidelines
from generator.model.idp import use_key
from generator.model.lao import Lao
from generator.model.plan import PlanFolder

MOST_PROJECTS = 500
MOST_POSITIONS = 2_000
MOST_STRATEGIES = 200
MOST_TACTICS = 1_000
MOST_CHOICES = 500
"""For each list of curricula, methods, target groups and competencies."""
MOST_METHODS = 100
"""Different numbers in an IDP table; each is a column."""
MOST_CELLS = 50_000
"""Cells of a survey or a budget matrix."""
MOST_OTHER_TABLES = 100
MOST_MARKS = 300_000
"""Cells of an IDP table: positions by methods and years."""
MOST_YEARS = 20_000
"""Years named by all projects together, for quarters and money."""
MOST_REFERENCES = 20_000
"""Ids named by all rows together; each prints a name."""
MOST_NAMED = 1_000_000
"""Characters of the names that those ids print together."""

MOST_ENTRIES = 1_000
"""Entries of any other list or group of values."""
LONGEST_TEXT = 200_000
"""Characters of one value: seventy printed pages."""

MOST_DEPARTMENTS = 500
MOST_GUIDELINES = 50
LONGEST_NAME = 1_000
"""Characters of texts that other pages print of an LAO: name, district, province, titles of guidelines."""

_REMEDY = "ตรวจว่าไม่มีรายการซ้ำหรือข้อความที่วางผิดที่ ถ้าแผนมีข้อมูลมากถึงเพียงนี้จริง โปรดแจ้งผู้ดูแลเว็บไซต์"


def check_lao_extent(lao: Lao, file: str) -> list[Finding]:
    """Return an error per part of lao.yml that is too long or too large to show; `file` is its name."""
    findings = list(_too_much(lao, file))
    for what, text in (("ชื่อ", lao.name), ("ชื่ออำเภอ", lao.district or ""), ("ชื่อจังหวัด", lao.province)):
        if len(text) > LONGEST_NAME:
            findings.append(size_finding(file, f"{what}ยาว {len(text):,} ตัวอักษร เกินกว่า {LONGEST_NAME:,} ตัวอักษร"))
    if len(lao.departments) > MOST_DEPARTMENTS:
        findings.append(
            size_finding(file, f"มีส่วนราชการ {len(lao.departments):,} รายการ เกินกว่า {MOST_DEPARTMENTS} รายการ")
        )
    return findings


def check_guidelines_extent(guidelines: tuple[Guidelines, ...], file: str) -> list[Finding]:
    """Return an error if there are too many guidelines or their titles are too long."""
    if too_much := [finding for record in guidelines for finding in _too_much(record, file)]:
        return too_much
    longest = max((len(record.title) for record in guidelines), default=0)
    if longest > LONGEST_NAME:
        return [size_finding(file, f"ชื่อหัวข้อยาว {longest:,} ตัวอักษร เกินกว่า {LONGEST_NAME:,} ตัวอักษร")]
    if len(guidelines) > MOST_GUIDELINES:
        return [size_finding(file, f"มีแนวทาง {len(guidelines):,} เรื่อง เกินกว่า {MOST_GUIDELINES} เรื่อง")]
    return []


def check_extent(lao: Lao, plan_folder: PlanFolder, name: str) -> list[Finding]:
    """Return an error per part of a plan that is too large to show; `name` is the cycle's folder."""
    findings = [
        size_finding(f"{name}/{file}", f"มี{what} {found:,} รายการ เกินกว่า {most:,} รายการที่เว็บไซต์แสดงได้")
        for file, what, found, most in _counts(plan_folder)
        if found > most
    ]
    parts: list[tuple[str, Record | None]] = [
        ("plan.yml", plan_folder.plan),
        ("projects.yml", plan_folder.projects),
        ("idp.yml", plan_folder.idp),
        *((plan_folder.file_of(results), results) for results in plan_folder.results),
    ]
    findings += [found for file, part in parts if part for found in _too_much(part, f"{name}/{file}")]
    if findings:
        return findings  # no need to count the references too
    for file, lengths in _named(lao, plan_folder):
        if len(lengths) > MOST_REFERENCES or sum(lengths) > MOST_NAMED:
            message = (
                f"รายการต่าง ๆ อ้างถึงชื่อรวม {len(lengths):,} ครั้ง เป็นข้อความ {sum(lengths):,} ตัวอักษร เกินกว่าที่เว็บไซต์แสดงได้"
            )
            findings.append(size_finding(f"{name}/{file}", message))
    return findings


def _counts(plan_folder: PlanFolder) -> Iterator[tuple[str, str, int, int]]:
    plan = plan_folder.plan
    yield "plan.yml", "ยุทธศาสตร์", len(plan.strategies), MOST_STRATEGIES
    yield "plan.yml", "กลยุทธ์", sum(len(strategy.tactics) for strategy in plan.strategies), MOST_TACTICS
    for choices in (plan.curricula, plan.methods, plan.target_groups, plan.competencies):
        yield "plan.yml", "หลักสูตร วิธีการ กลุ่มเป้าหมาย หรือสมรรถนะ", len(choices), MOST_CHOICES
    if plan.survey:
        yield "plan.yml", "ช่องในตารางสำรวจ", len(plan.survey.columns) * len(plan.survey.rows), MOST_CELLS
    others = plan.other_tables
    yield "plan.yml", "ตารางอื่น", len(others), MOST_OTHER_TABLES
    yield "plan.yml", "ช่องในตารางอื่น", sum(one.width * (len(one.rows) + 1) for one in others), MOST_CELLS
    if plan.budget_matrix:
        cells = len(plan.budget_matrix.columns) * len(plan.budget_matrix.rows)
        yield "plan.yml", "ช่องในตารางงบประมาณ", cells, MOST_CELLS
    if plan_folder.projects:
        projects = plan_folder.projects.projects
        yield "projects.yml", "โครงการ", len(projects), MOST_PROJECTS
        years = sum(len(project.periods.columns) + len(project.budget.columns) for project in projects)
        yield "projects.yml", "ปีที่โครงการระบุ", years, MOST_YEARS
    if plan_folder.idp:
        rows = plan_folder.idp.rows
        yield "idp.yml", "ตำแหน่ง", len(rows), MOST_POSITIONS
        numbers = {method.key for method in plan_folder.idp.methods}
        yield "idp.yml", "วิธีการพัฒนา", len(numbers), MOST_METHODS
        marked = {cell.printed for cell in (*plan_folder.idp.years, *(cell for row in rows for cell in row.years))}
        yield "idp.yml", "ช่องของวิธีการและปีในตาราง", len(rows) * (len(numbers) + len(marked)), MOST_MARKS


def _named(lao: Lao, plan_folder: PlanFolder) -> Iterator[tuple[str, list[int]]]:
    """Yield, file by file, the lengths of the names that the ids of rows print."""
    plan = plan_folder.plan
    departments = {department.id: len(department.name) for department in lao.departments}
    values = {value.id: len(value.name) for value in plan.values}
    local = {strategy.id: len(strategy.name) for strategy in plan.local_strategies}
    strategies = {strategy.id: len(strategy.name) for strategy in plan.strategies}
    projects = plan_folder.projects.projects if plan_folder.projects else ()
    rows = plan_folder.idp.rows if plan_folder.idp else ()
    things = strategies | {tactic.id: len(tactic.name) for _, tactic in plan.tactics()}
    things |= {project.id: len(project.name) for project in projects}
    things |= {row.id: len(row.position) for row in rows}
    things |= {document.id: len(document.title) for document in plan.documents}

    stated = [values.get(value, 0) for strategy in plan.strategies for value in strategy.values]
    for line in plan.alignment.rows if plan.alignment else ():
        stated += [local.get(line.local_strategy, 0), *(values.get(value, 0) for value in line.values)]
    for column in plan.budget_matrix.columns if plan.budget_matrix else ():
        stated.append(departments.get(column.department, 0))
    for matrix_row in plan.budget_matrix.rows if plan.budget_matrix else ():
        stated.append(strategies.get(matrix_row.strategy, 0))
    for ids in (entry.ids for entries in (plan.amendments, plan.corrections, plan.acknowledged) for entry in entries):
        stated += _lengths(ids, things)
    yield "plan.yml", stated
    yield (
        "projects.yml",
        [
            length
            for project in projects
            if project.responsible
            for length in _lengths(project.responsible.departments, departments)
        ],
    )
    if plan_folder.idp:
        competencies = {choice.ref: len(choice.name) for choice in plan.competencies if choice.ref}
        methods = {method.key: len(method.name) for method in plan_folder.idp.methods}
        keys = plan_folder.idp.method_keys
        named = [departments.get(row.department, 0) for row in rows if row.department]
        for row in rows:
            named += _lengths((use_key(use, keys) for use in row.methods), methods)
            for skill in row.skills:
                named += _lengths(skill.competencies, competencies)
        yield "idp.yml", named
    reported = [entry.project for results in plan_folder.results for entry in results.projects]
    yield "results", _lengths(reported, {project.id: len(project.name) for project in projects})


def _lengths(ids: Iterable[str], lengths: dict[str, int]) -> list[int]:
    return [lengths.get(identifier, 0) for identifier in ids]


def _too_much(record: Record, file: str) -> Iterator[Finding]:
    """Yield an error per list or text, in a record or below it, that is too long."""
    kind = type(record)
    for name in kind.model_fields:
        value = getattr(record, name)
        if type(value) is str:
            if len(value) > LONGEST_TEXT:
                yield size_finding(file, f"ข้อความใน {name}: ยาว {len(value):,} ตัวอักษร เกินกว่า {LONGEST_TEXT:,} ตัวอักษร")
        elif isinstance(value, Record):
            yield from _too_much(value, file)
        elif isinstance(value, (tuple, dict)):
            most = LISTS.get((kind.__name__, name), MOST_ENTRIES)
            if len(value) > most:
                yield size_finding(file, f"{name}: มี {len(value):,} รายการ เกินกว่า {most:,} รายการที่เว็บไซต์แสดงได้")
                continue
            for one in value:
                if isinstance(one, Record):
                    yield from _too_much(one, file)
                elif type(one) is str and len(one) > LONGEST_TEXT:
                    yield size_finding(file, f"ข้อความใน {name}: ยาว {len(one):,} ตัวอักษร เกินกว่า {LONGEST_TEXT:,} ตัวอักษร")


LISTS = {
    ("Lao", "name_variants"): 500,
    ("Lao", "former_codes"): 50,
    ("Lao", "ita_path"): 50,
    ("ProjectTable", "projects"): MOST_PROJECTS,
    ("YearResults", "projects"): MOST_PROJECTS,
    ("IdpTable", "rows"): MOST_POSITIONS,
    ("Survey", "columns"): MOST_CELLS,
    ("Survey", "rows"): MOST_CELLS,
    ("SurveyRow", "cells"): MOST_CELLS,
    ("BudgetMatrix", "columns"): MOST_CELLS,
    ("BudgetMatrix", "rows"): MOST_CELLS,
    ("MatrixRow", "amounts"): MOST_CELLS,
    ("BudgetMatrix", "stated_column_totals"): MOST_CELLS,
}
"""Lists with a limit of their own, here or on their number of cells, by model and field."""


def size_finding(file: str, message: str, remedy: str = _REMEDY) -> Finding:
    """Return the error for a file or folder with more than can be shown."""
    return Finding("SIZE-001", Severity.ERROR, message, Location(file), remedy)
