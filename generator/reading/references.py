"""Checks that the ids used in a plan's files exist: records with positions in, findings out. Repairs nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from generator.findings import Finding, Severity, one_for_all
from generator.model.idp import use_key
from generator.model.lao import Lao
from generator.model.plan import PlanFolder
from generator.model.plan_parts import CHOICE_LIST, COMPETENCY_KIND_NAMES
from generator.reading.yaml_text import YamlSource
from generator.reading.yaml_text.special_characters import shorten
from generator.thai.text import closest

Path = tuple[str | int, ...]
Make = Callable[[], Finding]
"""Creates a finding on demand."""
MOST_FINDINGS = 100
"""Findings per plan, or per file's records; others are only counted, because each costs a search for a suggestion."""
_MOST_LISTED = 12
_SEPARATOR = re.compile(r"\s*[;/,、|+]\s*|\s+และ\s*|\s+")


@dataclass(frozen=True, slots=True)
class PlanSources:
    """The sources of one cycle's files, for locations; None for missing files."""

    plan: YamlSource
    projects: YamlSource | None
    idp: YamlSource | None
    results: tuple[YamlSource, ...]


def check_references(
    lao: Lao,
    plan_folder: PlanFolder,
    sources: PlanSources,
    framework_ids: Collection[str] | None,
    *,
    projects_are_known: bool = True,
) -> list[Finding]:
    """Return a finding per duplicate id, and per reference to a missing record.

    Returns the first MOST_FINDINGS, and one with the number of the others. References to the frameworks are not checked
    if `framework_ids` is None (a framework is unreadable), those to projects if `projects_are_known` is False
    (projects.yml is).
    """
    return _first(_all_references(lao, plan_folder, sources, framework_ids, projects_are_known))


def _first(found: Iterator[Make]) -> list[Finding]:
    """Return the first findings, and one that counts the others without creating them."""
    findings = [make() for make in islice(found, MOST_FINDINGS)]
    if other := next(found, None):
        findings.append(one_for_all([other()._replace(more=1 + sum(1 for _ in found))]))
    return findings


def _all_references(
    lao: Lao,
    plan_folder: PlanFolder,
    sources: PlanSources,
    framework_ids: Collection[str] | None,
    projects_are_known: bool,
) -> Iterator[Make]:
    departments = {department.id for department in lao.departments}
    yield from _plan_references(plan_folder, sources.plan, departments, framework_ids)
    if plan_folder.projects and sources.projects:
        yield from _project_references(plan_folder, sources.projects, departments, framework_ids)
    if plan_folder.idp and sources.idp:
        yield from _idp_references(plan_folder, sources.idp, departments, framework_ids)
    if not projects_are_known:
        return
    projects = {project.id for project in plan_folder.projects.projects} if plan_folder.projects else set()
    projects |= {item for amendment in plan_folder.plan.amendments for item in amendment.touched}
    for result, source in zip(plan_folder.results, sources.results, strict=True):
        for index, entry in enumerate(result.projects):
            yield from _exists(
                source, ("projects", index, "project"), "โครงการ", entry.project, projects, "projects.yml"
            )
        yield from _reported_twice(source, (entry.project for entry in result.projects))


def check_lao_ids(lao: Lao, source: YamlSource) -> list[Finding]:
    """Return a finding per duplicate department id in lao.yml."""
    twice = _unique(source, "departments", "ส่วนราชการ", (department.id for department in lao.departments))
    return _first(twice)


def _plan_references(
    plan_folder: PlanFolder, source: YamlSource, departments: set[str], framework_ids: Collection[str] | None
) -> Iterator[Make]:
    plan = plan_folder.plan
    strategies = {strategy.id for strategy in plan.strategies}
    values = {value.id for value in plan.values}
    local = {strategy.id for strategy in plan.local_strategies}
    yield from _unique(source, "strategies", "ยุทธศาสตร์", (strategy.id for strategy in plan.strategies))
    yield from _unique(source, "values", "ค่านิยม", (value.id for value in plan.values))
    yield from _unique(source, "local_strategies", "ยุทธศาสตร์การพัฒนาท้องถิ่น", (item.id for item in plan.local_strategies))
    yield from _unique(source, "documents", "เอกสารแนบ", (document.id for document in plan.documents))
    yield from _unique_tactics(source, plan_folder)
    for index, strategy in enumerate(plan.strategies):
        for place, value in enumerate(strategy.values):
            yield from _exists(source, ("strategies", index, "values", place), "ค่านิยม", value, values, "values:")
    if plan.alignment:
        for index, row in enumerate(plan.alignment.rows):
            path: Path = ("alignment", "rows", index)
            yield from _exists(
                source,
                (*path, "local_strategy"),
                "ยุทธศาสตร์การพัฒนาท้องถิ่น",
                row.local_strategy,
                local,
                "local_strategies:",
            )
            for place, value in enumerate(row.values):
                yield from _exists(source, (*path, "values", place), "ค่านิยม", value, values, "values:")
    if plan.budget_matrix:
        for index, column in enumerate(plan.budget_matrix.columns):
            yield from _department(
                source, ("budget_matrix", "columns", index, "department"), column.department, departments
            )
        for index, matrix_row in enumerate(plan.budget_matrix.rows):
            yield from _exists(
                source,
                ("budget_matrix", "rows", index, "strategy"),
                "ยุทธศาสตร์",
                matrix_row.strategy,
                strategies,
                "strategies:",
            )
    if plan.survey:
        for index, survey_row in enumerate(plan.survey.rows):
            yield from _department(source, ("survey", "rows", index, "department"), survey_row.department, departments)
    for key in CHOICE_LIST:
        for index, entry in enumerate(getattr(plan, key)):
            yield from _framework(source, (key, index, "ref"), entry.ref, framework_ids)


def _unique_tactics(source: YamlSource, plan_folder: PlanFolder) -> Iterator[Make]:
    seen: dict[str, Path] = {}
    for s, strategy in enumerate(plan_folder.plan.strategies):
        for t, tactic in enumerate(strategy.tactics):
            path: Path = ("strategies", s, "tactics", t, "id")
            if tactic.id in seen:
                yield partial(_twice, source, path, "กลยุทธ์", tactic.id, seen[tactic.id])
            seen.setdefault(tactic.id, path)


def _project_references(
    plan_folder: PlanFolder, source: YamlSource, departments: set[str], framework_ids: Collection[str] | None
) -> Iterator[Make]:
    table = plan_folder.projects
    if table is None:
        return
    strategy_of = {tactic.id: strategy.id for strategy, tactic in plan_folder.plan.tactics()}
    strategies = {strategy.id for strategy in plan_folder.plan.strategies}
    yield from _unique(source, "projects", "โครงการ", (project.id for project in table.projects))
    for index, project in enumerate(table.projects):
        path: Path = ("projects", index)
        strategy, tactic = project.strategy or "", project.tactic or ""
        yield from _exists(source, (*path, "strategy"), "ยุทธศาสตร์", strategy, strategies, "strategies: ใน plan.yml")
        yield from _exists(source, (*path, "tactic"), "กลยุทธ์", tactic, strategy_of, "tactics: ใน plan.yml")
        if strategy in strategies and strategy_of.get(tactic, strategy) != strategy:
            yield (
                partial(
                    _finding,
                    source,
                    "REF-003",
                    (*path, "tactic"),
                    f"กลยุทธ์ “{tactic}” อยู่ใต้ยุทธศาสตร์ “{strategy_of[tactic]}” ไม่ใช่ “{strategy}”",
                    "แก้ strategy หรือ tactic ของโครงการให้ตรงกับ plan.yml",
                )
            )
        if project.responsible:
            for place, department in enumerate(project.responsible.departments):
                yield from _department(source, (*path, "responsible", "departments", place), department, departments)
        for key in CHOICE_LIST:
            for place, reference in enumerate(getattr(project, key)):
                yield from _framework(source, (*path, key, place), reference, framework_ids)


def _idp_references(
    plan_folder: PlanFolder, source: YamlSource, departments: set[str], framework_ids: Collection[str] | None
) -> Iterator[Make]:
    if plan_folder.idp is None:
        return
    legend, keys = {method.key for method in plan_folder.idp.methods}, plan_folder.idp.method_keys
    yield from _unique(source, "rows", "แถวของ IDP", (row.id for row in plan_folder.idp.rows))
    for index, row in enumerate(plan_folder.idp.rows):
        path: Path = ("rows", index)
        yield from _department(source, (*path, "department"), row.department, departments)
        for place, use in enumerate(row.methods):
            # A method in words needs no entry in the legend.
            if use.number is not None and use_key(use, keys) not in legend:
                yield (
                    partial(
                        _finding,
                        source,
                        "REF-004",
                        (*path, "methods", place),
                        f"วิธีการพัฒนาหมายเลข “{use.number}” ไม่มีในคำอธิบายของตาราง",
                        "เพิ่มหมายเลขนี้ใน methods: ตอนต้นของ idp.yml หรือแก้หมายเลขให้ถูก",
                    )
                )
        for place, skill in enumerate(row.skills):
            for position, reference in enumerate(skill.competencies):
                if reference not in COMPETENCY_KIND_NAMES:
                    yield from _framework(
                        source, (*path, "skills", place, "competencies", position), reference, framework_ids
                    )
    for index, method in enumerate(plan_folder.idp.methods):
        yield from _framework(source, ("methods", index, "ref"), method.ref, framework_ids)


def _department(source: YamlSource, path: Path, department: str | None, departments: Collection[str]) -> Iterator[Make]:
    if department is not None:
        yield from _exists(source, path, "ส่วนราชการ", department, departments, "departments: ใน lao.yml")


def _framework(
    source: YamlSource, path: Path, reference: str | None, framework_ids: Collection[str] | None
) -> Iterator[Make]:
    if reference is not None and framework_ids is not None:
        yield from _exists(source, path, "รายการในกรอบระดับชาติ", reference, framework_ids, "content/frameworks")


def _exists(
    source: YamlSource, path: Path, kind: str, reference: str, known: Collection[str], where: str
) -> Iterator[Make]:
    if reference and reference not in known:
        yield partial(_missing, source, path, kind, reference, known, where)


def _missing(source: YamlSource, path: Path, kind: str, reference: str, known: Collection[str], where: str) -> Finding:
    shown, near = shorten(reference), closest(reference, sorted(known))
    several = [part for part in _SEPARATOR.split(reference) if part]
    if len(several) > 1 and all(part in known for part in several):
        remedy = f"แยกเป็นรายการละหนึ่งรหัส คั่นด้วยเครื่องหมาย , เช่น [{', '.join(several[:_MOST_LISTED])}]"
    elif near:
        remedy = f"หมายถึง “{near}” หรือไม่ หรือเพิ่ม “{shown}” ใน {where}"
    else:
        there_are = f" ที่มีคือ {_listed(known)}" if known else f" ขณะนี้ยังไม่มี{kind}ใด"
        remedy = f"เพิ่ม “{shown}” ใน {where} หรือแก้ให้ตรงกับที่มี{there_are}"
    return _finding(source, "REF-001", path, f"ไม่มี{kind}รหัสหรือชื่อ “{shown}”", remedy)


def _listed(known: Collection[str]) -> str:
    """Return the first known ids, and the number of the others."""
    shown = sorted(known)[:_MOST_LISTED]
    more = len(known) - len(shown)
    return ", ".join(shown) + (f" และอีก {more:,} รายการ" if more > 0 else "")


def _unique(source: YamlSource, table: str, kind: str, ids: Iterable[str], *, key: str = "id") -> Iterator[Make]:
    seen: dict[str, Path] = {}
    for index, identifier in enumerate(ids):
        path: Path = (table, index, key)
        if identifier in seen:
            yield partial(_twice, source, path, kind, identifier, seen[identifier])
        seen.setdefault(identifier, path)


def _reported_twice(source: YamlSource, projects: Iterable[str]) -> Iterator[Make]:
    seen: dict[str, Path] = {}
    for index, project in enumerate(projects):
        path: Path = ("projects", index, "project")
        if project in seen:
            line = source.location(seen[project]).line
            message = f"รายงานผลของโครงการ “{project}” ซ้ำ (รายงานแล้วที่บรรทัด {line})"
            remedy = "รวมเป็นรายการเดียว ถ้ารายการใดเป็นผลของโครงการอื่น ให้แก้ project ของรายการนั้น"
            yield partial(_finding, source, "REF-002", path, message, remedy)
        seen.setdefault(project, path)


def _twice(source: YamlSource, path: Path, kind: str, identifier: str, first: Path) -> Finding:
    line = source.location(first).line
    return _finding(
        source, "REF-002", path, f"รหัส “{identifier}” ของ{kind}ใช้ซ้ำ (ใช้แล้วที่บรรทัด {line})", "ตั้งรหัสใหม่ที่ไม่ซ้ำกับรายการอื่น"
    )


def _finding(source: YamlSource, code: str, path: Path, message: str, remedy: str) -> Finding:
    return Finding(code, Severity.ERROR, message, source.location(path), remedy)
