"""Splits an LAO as read into sections: the text of its pages and of its plans, part by part.

Drafts are left out, as on all national pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator import addresses
from generator.facts.ita_evidence import assessment_years
from generator.facts.plan_in_lao import PlanInLao
from generator.facts.project_years import latest_reports
from generator.facts.summary import lao_province
from generator.model.content import Frameworks, LaoFolder
from generator.model.idp import IdpRow
from generator.model.lao import Fiction, Lao
from generator.model.plan import PlanFolder
from generator.model.plan_parts import CHOICE_LIST
from generator.model.project import Project
from generator.model.strategy import Tactic
from generator.search.sections import Part, SearchedLao, Section, plain, said
from generator.thai.dates import FiscalYear
from generator.thai.numerals import format_baht
from generator.words.parts import NARRATIVE
from generator.words.plan_files import FILES

_ALL_FILES = tuple(f"{file.format} {file.part}" for file in FILES.values())

Names = Mapping[str, str]
"""Names of the national frameworks' entries by id."""


def entry_names(frameworks: Frameworks) -> Names:
    """Return the names of all entries: plans reference entries by id, and search finds them by name."""
    return {entry.id: entry.name for framework in frameworks.documents for _, entry in framework.walk()}


def searched_lao(lao_folder: LaoFolder, names: Names) -> SearchedLao | None:
    """Return an LAO with its sections; None if lao.yml is unreadable."""
    lao = lao_folder.lao
    if not lao:
        return None
    province = lao_province(lao_folder)
    mark = "" if lao_folder.fiction is Fiction.NO else " (ข้อมูลสมมุติ)"
    sections = tuple(lao_sections(lao_folder, names))
    return SearchedLao(lao.code, f"{lao.full_name}{mark}", lao.type, province.name if province else "", sections)


def lao_sections(lao_folder: LaoFolder, names: Names) -> Iterator[Section]:
    """Yield the sections of an LAO's pages, in page order; none if lao.yml is unreadable."""
    lao = lao_folder.lao
    if not lao:
        return
    for files in reversed(lao_folder.plans):
        if isinstance(files, PlanFolder) and not files.plan.is_draft:
            yield from _PlanSections(lao, files, names).all()
    yield from _own_page(lao, lao_folder)


def _own_page(lao: Lao, lao_folder: LaoFolder) -> Iterator[Section]:
    address = addresses.lao(lao.code)
    for guidelines in lao_folder.guidelines:
        anchored = f"{address}#{addresses.guidelines_anchor(guidelines.id)}"
        years = guidelines.fiscal_years.years if guidelines.fiscal_years else ()
        rest = guidelines.model_copy(update={"items": (), "title": ""})
        yield Section(Part.GUIDELINES, guidelines.title, said(rest), anchored, years)
        for item in guidelines.items:
            yield Section(Part.GUIDELINES, item.name, said(item.summary, guidelines.title), anchored, years)
    for anchor, heading, values in (
        ("identity", "ข้อมูล อปท.", (lao.full_name, lao.short_name, lao.district, lao.province, lao.ita_path)),
        ("contact", "ช่องทางติดต่อ", lao.contact),
        ("departments", "ส่วนราชการ", lao.departments),
        ("staff", "จำนวนบุคลากร", lao.staff_counts),
        ("names", "ชื่อที่พิมพ์ต่างออกไปในเอกสาร", lao.name_variants),
    ):
        if values:
            yield Section(Part.IDENTITY, heading, said(values), f"{address}#{anchor}")


@dataclass(frozen=True)
class _PlanSections(PlanInLao):
    """One plan with its LAO."""

    names: Names

    @cached_property
    def _tactics_in(self) -> dict[tuple[str, str], Tactic]:
        """Tactics by the ids of strategy and tactic."""
        return {(strategy.id, tactic.id): tactic for strategy, tactic in self.plan.tactics()}

    @cached_property
    def _legend(self) -> dict[str, str]:
        """Names of the IDP table's methods by number."""
        return {one.number: one.name for one in self.files.idp.methods if one.number} if self.files.idp else {}

    @cached_property
    def _chosen(self) -> dict[str, dict[int, tuple[str, str]]]:
        """Id and name of the plan's competencies by position, per id and per kind."""
        chosen: dict[str, dict[int, tuple[str, str]]] = {}
        for place, choice in enumerate(self.plan.competencies):
            if choice.ref:
                named = choice.ref, self.names.get(choice.ref, choice.name)
                chosen.setdefault(choice.ref, {})[place] = named
                chosen.setdefault(choice.kind or choice.ref, {})[place] = named
        return chosen

    def all(self) -> Iterator[Section]:
        """Yield the sections of every page of the plan."""
        plan, code = self.plan, self.lao.code
        overview = addresses.plan(code, plan.cycle)
        title = plan.title or f"แผนพัฒนาบุคลากร {plan.cycle}"
        yield self._section(Part.DOCUMENT, title, said(plan.topics, plan.submitted, plan.returned), overview)
        yield from self._strategy_page(addresses.plan_part(code, plan.cycle, "strategy"))
        yield from self._projects_page(addresses.plan_part(code, plan.cycle, "projects"))
        yield from self._idp_page(addresses.plan_part(code, plan.cycle, "idp"))
        yield from self._monitoring_page(addresses.plan_part(code, plan.cycle, "monitoring"))
        yield from self._document_page(addresses.plan_part(code, plan.cycle, "document"))
        yield from self._pages_of_years()
        yield self._section(Part.FILES, "ดาวน์โหลดแผน", said(self.lao.full_name, _ALL_FILES), overview)

    def _pages_of_years(self) -> Iterator[Section]:
        """Yield the pages that people search by year: of a fiscal year, and of an assessment year."""
        code, cycle, name = self.lao.code, self.plan.cycle, self.lao.full_name
        for year in cycle.years:
            text = said(name, "โครงการและงบประมาณตามไตรมาส", year.first_day, year.last_day)
            yield Section(Part.YEAR, f"ปีงบประมาณ {year}", text, addresses.plan_year(code, cycle, year), (year,))
        for year in assessment_years(cycle):
            text = said(name, "แบบแสดงหลักฐานสำหรับการประเมิน ITA", "การเปิดเผยข้อมูลสาธารณะ OIT")
            address = addresses.evidence_sheet(code, cycle, year)
            yield Section(Part.EVIDENCE, f"หลักฐาน ITA {year}", text, address, (year,))

    def _section(self, part: Part, title: str, text: str, address: str, years: tuple[FiscalYear, ...] = ()) -> Section:
        return Section(part, title, text, address, years or self.plan.cycle.years)

    def _strategy_page(self, address: str) -> Iterator[Section]:
        plan = self.plan
        for strategy in plan.strategies:
            values = (value.name for value in plan.values if value.id in strategy.values)
            text = said(strategy.tactics, strategy.wordings, values)
            anchored = f"{address}#{addresses.strategy_anchor(strategy.id)}"
            years = plan.cycle.years
            yield Section(Part.STRATEGY, strategy.name, text, anchored, years, strategy=strategy.name)
        if plan.alignment:
            text = said(plan.alignment, plan.local_strategies, plan.values)
            heading = "ความสอดคล้องกับยุทธศาสตร์การพัฒนาท้องถิ่น"
            yield self._section(Part.STRATEGY, heading, text, f"{address}#alignment")
        if plan.budget_matrix:
            text = said(plan.budget_matrix, (strategy.name for strategy in plan.strategies))
            yield self._section(Part.STRATEGY, "งบประมาณรายส่วนราชการ", text, f"{address}#budget")

    def _projects_page(self, address: str) -> Iterator[Section]:
        yield from map(self._project, self.projects)
        table = self.files.projects
        if table and (table.title or table.section):
            yield self._section(Part.DOCUMENT, "ตารางโครงการและกิจกรรม", said(table.title, table.section), address)

    def _project(self, project: Project) -> Section:
        plan = self.plan
        strategy = self.strategies.get(project.strategy or "")
        tactic = self._tactics_in.get((project.strategy or "", project.tactic or ""))
        responsible = project.responsible
        departments = self._departments(responsible.departments if responsible else ())
        budget = project.budget
        money = [f"{format_baht(budget.total_baht, 'arabic')} บาท"] if budget.total_baht is not None else []
        money += [cell.printed for cell in budget.cells if cell.counted_baht is None or cell.says_more]
        periods = [
            project.periods.printed,
            *(cell.printed for cell in project.periods.columns if not cell.read.quarters),
        ]
        text = said(
            *(
                project.objective,
                project.indicator,
                project.targets,
                project.expected_result,
                project.place,
                money,
                periods,
                departments,
                responsible,
                project.evidence,
                project.note,
            ),
            (self.names.get(id) for id in (*project.curricula, *project.methods, *project.target_groups)),
            self._competencies(project.competencies),
            (strategy.name if strategy else None, tactic.name if tactic else None),
        )
        return Section(
            part=Part.PROJECT,
            title=project.name,
            text=text,
            address=addresses.project(self.lao.code, plan.cycle, project.id),
            years=project.periods.years or plan.cycle.years,
            departments=departments,
            strategy=strategy.name if strategy else None,
            competencies=self._competencies(project.competencies),
            baht=budget.total_baht,
        )

    def _idp_page(self, address: str) -> Iterator[Section]:
        table = self.files.idp
        if not table:
            return
        for row in table.rows:
            yield self._position(row, f"{address}#{addresses.idp_anchor(row.id)}")
        text = said(table.title, table.section, table.methods, table.years)
        yield self._section(Part.DOCUMENT, "ตำแหน่ง วิธีการพัฒนา และปี", text, f"{address}#matrix")

    def _position(self, row: IdpRow, address: str) -> Section:
        departments = self._departments((row.department,) if row.department else ())
        competencies = self._competencies(id for skill in row.skills for id in skill.competencies)
        methods = (method.printed or self._legend.get(method.number or "") for method in row.methods)
        text = said(row.staff_category, departments, row.skills, row.goals, methods, row.years, row.note)
        years = row.fiscal_years or self.plan.cycle.years
        return Section(Part.POSITION, row.position, text, address, years, departments, competencies=competencies)

    def _monitoring_page(self, address: str) -> Iterator[Section]:
        plan = self.plan
        if plan.monitoring:
            text = said(plan.monitoring)
            yield self._section(Part.DOCUMENT, "การติดตามตามเอกสาร", text, f"{address}#monitoring")
        for number, form in enumerate(plan.evaluation_forms, start=1):
            yield self._section(Part.DOCUMENT, form.name, said(form), f"{address}#evaluation-{number}")
        projects = self.projects
        titles = {project.id: project.name for project in projects}
        latest = latest_reports(self.files)
        for report in self.files.results:
            reported = ((titles.get(one.project), one) for one in report.projects)
            heading = f"ผลการดำเนินงาน ปีงบประมาณ พ.ศ. {report.fiscal_year}"
            anchored = f"{address}#{addresses.results_anchor(report.fiscal_year)}"
            if latest.get(report.fiscal_year) not in (report, None):  # an earlier round is only on its year's page
                page = addresses.year_report(self.lao.code, plan.cycle, report.fiscal_year)
                anchored = f"{page}#{addresses.round_anchor(report.round)}"
            yield self._section(Part.RESULTS, heading, said(reported, report.staff), anchored, (report.fiscal_year,))

    def _document_page(self, address: str) -> Iterator[Section]:
        for anchor, heading, text in self._document_parts():
            if text:
                yield self._section(Part.DOCUMENT, heading, text, f"{address}#{anchor}")

    def _document_parts(self) -> Iterator[tuple[str, str, str]]:
        plan = self.plan
        simple: tuple[tuple[str, str, Any], ...] = (
            ("sources", "เอกสารต้นทางที่ได้รับ", plan.sources),
            ("cover", "หน้าปก", plan.cover),
            ("order", "คำสั่งแต่งตั้งคณะกรรมการจัดทำแผน", plan.appointment_order),
            ("approval", "การให้ความเห็นชอบ", plan.approval),
            ("announcement", "ประกาศใช้แผน", plan.announcement),
            ("stamps", "ตราร่าง พิมพ์ ทวน", plan.drafting_stamps),
            *((name.replace("_", "-"), heading, getattr(plan, name)) for name, heading in CHOICE_LIST.items()),
            ("committee-duties", "หน้าที่ของคณะกรรมการ", plan.committee.duties if plan.committee else ()),
            ("survey", "การสำรวจความต้องการพัฒนา", plan.survey),
            ("request-steps", "ขั้นตอนการขอรับการฝึกอบรม", plan.request_steps),
            ("idp-roles", "บทบาทหน้าที่ในการจัดทำแผนพัฒนารายบุคคล", plan.idp_roles),
            ("other-tables", "ตารางอื่นตามเอกสาร", plan.other_tables),
            ("quotations", "ถ้อยคำในเอกสารที่ควรทราบ", plan.quotations),
            ("amendments", "การปรับปรุงแผน", plan.amendments),
            ("corrections", "การแก้ไขข้อมูลที่แจ้งไว้", plan.corrections),
            ("acknowledged", "คำชี้แจงของ อปท.", plan.acknowledged),
            ("documents", "เอกสารแนบ", plan.documents),
        )
        for anchor, heading, values in simple:
            yield anchor, heading, said(values)
        if plan.committee:
            rest = plan.committee.model_copy(update={"duties": ()})
            yield "committee", "คณะกรรมการจัดทำแผน", said(rest)
        prose = {section.id: section for section in self.files.narrative}
        points = {"rationale": plan.rationale, "objectives": plan.objectives, "targets": plan.targets}
        for id, heading in NARRATIVE.items():
            text = prose.get(id)
            yield (
                addresses.narrative_anchor(id),
                heading,
                said(points.get(id, ()), plain(text.markdown) if text else None, text.source if text else None),
            )

    def _departments(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.departments[id].name for id in ids if id in self.departments)

    def _competencies(self, ids: Any) -> tuple[str, ...]:
        """Return names: the framework's, else the plan's; for a whole kind, all of it that the plan chose."""
        wanted = tuple(dict.fromkeys(ids))
        places = {place: named for id in wanted for place, named in self._chosen.get(id, {}).items()}
        chosen = dict(places[place] for place in sorted(places))
        return tuple({**chosen, **{id: self.names[id] for id in wanted if id in self.names}}.values())
