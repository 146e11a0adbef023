"""Years in the plan's tables: columns and ticks of the IDP table, periods and amounts of projects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.checks.dates.claims import wrong_in_heading
from generator.checks.dates.period import MEND_YEARS
from generator.checks.items import Path, PlanItem
from generator.checks.master_plan import PERIOD_CLAUSE
from generator.checks.printed_years import listed
from generator.checks.rule import Hit, Reader, figures, rule
from generator.findings import Severity
from generator.model.idp import IdpTable
from generator.model.project import Project
from generator.thai.dates import FiscalYear
from generator.thai.text import quoted


@rule(
    "DATE-015",
    Severity.WARNING,
    title="ปีในตารางแผนพัฒนารายบุคคล (IDP) ไม่ใช่ปีของรอบแผน",
    why="ตาราง IDP บอกว่าแต่ละตำแหน่งจะได้รับการพัฒนาในปีใด ถ้าเป็นปีนอกรอบแผน ก็บอกไม่ได้ว่าในรอบนี้ใครจะได้รับการพัฒนาเมื่อใด",
    remedy=MEND_YEARS,
    clause=PERIOD_CLAUSE,
    reader=Reader(40, "ตารางแผนพัฒนารายบุคคลพิมพ์ปี {years} ไม่ตรงกับรอบแผน {cycle}"),
)
def idp_of_other_years(item: PlanItem) -> Iterator[Hit]:
    """Title, columns or ticks of the IDP table with other years; one finding for years that are wrong everywhere."""
    table, cycle = item.files.idp, item.plan.cycle
    if not table:
        return
    titled = next(iter(wrong_in_heading(table.title or "", cycle)), None)
    columns = sorted(set(table.fiscal_years))
    if _are_other(columns, cycle.years):
        marked = [
            index for index, row in enumerate(table.rows) if set(row.fiscal_years) & (set(columns) - set(cycle.years))
        ]
        same = bool(titled and (titled.first, titled.last) == (columns[0].be, columns[-1].be))
        in_title = f" และชื่อตารางพิมพ์ {quoted(titled.printed)}" if titled and same else ""
        in_rows = f" มี {len(marked)} ตำแหน่งที่ทำเครื่องหมายไว้ในปีนอกรอบแผน" if marked else ""
        yield Hit(
            f"หัวตาราง IDP พิมพ์ปี {listed(columns)}{in_title} แต่รอบแผนคือ {cycle.slug}{in_rows}",
            ("years",),
            file="idp.yml",
            also=(*([("title",)] if same else []), *(("rows", index, "years") for index in marked)),
            figures=figures(years=listed(columns), cycle=cycle.slug),
        )
        titled = None if same else titled
    elif not columns:
        yield from _marked_outside(table, cycle.years, f"นอกรอบแผน {cycle.slug}", cycle.slug)
    if titled:
        yield Hit(
            f"ชื่อตาราง IDP พิมพ์ปี {quoted(titled.printed)} แต่รอบแผนคือ {cycle.slug}",
            ("title",),
            file="idp.yml",
            snippet=titled.printed,
            figures=figures(years=titled.printed, cycle=cycle.slug),
        )


def _are_other(columns: list[FiscalYear], cycle: tuple[FiscalYear, ...]) -> bool:
    """Return whether columns are not the cycle's; a table of one of its years is correct."""
    return bool(set(columns) - set(cycle)) or 1 < len(columns) < len(cycle)


@rule(
    "DATE-016",
    Severity.WARNING,
    title="ปีที่ทำเครื่องหมายในแถวของ IDP ไม่มีในหัวตาราง",
    why="เครื่องหมายของปีที่ไม่มีคอลัมน์ย่อมวางไว้ในเอกสารไม่ได้ จึงน่าจะบันทึกปีผิด",
    remedy="ตรวจแถวและหัวตารางกับเอกสารต้นฉบับ แล้วแก้ years: ของแถว หรือ years: ของตาราง",
)
def marked_in_no_column(item: PlanItem) -> Iterator[Hit]:
    """A tick in none of the table's columns."""
    table = item.files.idp
    if table and table.years and len(table.fiscal_years) == len(table.years):
        years = table.fiscal_years
        yield from _marked_outside(table, years, f"แต่หัวตารางมีเพียงปี {listed(sorted(set(years)))}", item.plan.cycle.slug)


def _marked_outside(table: IdpTable, years: Iterable[FiscalYear], words: str, cycle: str) -> Iterator[Hit]:
    known, rows = frozenset(years), defaultdict(list)
    for index, row in enumerate(table.rows):
        if outside := tuple(sorted(set(row.fiscal_years) - known)):
            rows[outside].append(index)
    for outside, indexes in rows.items():
        who = f"ตำแหน่ง {quoted(table.rows[indexes[0]].position)}" if len(indexes) == 1 else f"{len(indexes)} ตำแหน่ง"
        paths: list[Path] = [("rows", index, "years") for index in indexes]
        yield Hit(
            f"{who} ใน IDP ทำเครื่องหมายปี {listed(outside)} {words}",
            paths[0],
            file="idp.yml",
            also=tuple(paths[1:]),
            figures=figures(years=listed(outside), cycle=cycle),
        )


@rule(
    "DATE-017",
    Severity.WARNING,
    title="ระยะเวลาหรืองบประมาณของโครงการเป็นปีนอกรอบแผน",
    why="โครงการและเงินของปีนอกรอบแผนไม่อยู่ในกรอบที่คณะกรรมการเห็นชอบ และไม่ขึ้นในตารางรายปีของเว็บไซต์นี้",
    remedy=MEND_YEARS,
    clause=PERIOD_CLAUSE,
    reader=Reader(41, "{count} โครงการมีระยะเวลาหรือเงินของปีนอกรอบแผน {cycle}"),
)
def project_outside_the_cycle(item: PlanItem) -> Iterator[Hit]:
    """Periods and amounts in years outside the cycle; one finding for projects with the same years."""
    cycle, projects = item.plan.cycle, item.projects
    found: dict[tuple[FiscalYear, ...], dict[int, list[Path]]] = defaultdict(dict)
    for index, project in enumerate(projects):
        years = {*_period_years(project), *(project.budget.by_year or ())}
        if outside := tuple(sorted(years.difference(cycle.years))):
            in_periods = not _period_years(project).isdisjoint(outside)
            in_budget = bool(project.budget.by_year) and not set(project.budget.by_year or ()).isdisjoint(outside)
            keys = [key for key, shown in (("periods", in_periods), ("budget", in_budget)) if shown]
            found[outside][index] = [("projects", index, key) for key in keys]
    for outside, by_project in found.items():
        first = projects[next(iter(by_project))]
        who = f"โครงการ {quoted(first.name)}" if len(by_project) == 1 else f"{len(by_project)} โครงการ"
        paths = [path for of_project in by_project.values() for path in of_project]
        yield Hit(
            f"{who} มีระยะเวลาหรืองบประมาณของปี {listed(outside)} ซึ่งอยู่นอกรอบแผน {cycle.slug}",
            paths[0],
            file="projects.yml",
            also=tuple(paths[1:]),
            figures=figures(count=len(by_project), cycle=cycle.slug),
        )


def _period_years(project: Project) -> set[FiscalYear]:
    """Return the years that the project's cells mention."""
    return {year for cell in project.periods.columns for year in cell.heading.years if cell.printed or cell.runs}
