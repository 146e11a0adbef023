"""An LAO's own page: the cycle in force first, then all plans, guidelines, identity. Never about another LAO."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import addresses
from generator.facts.comparable import compared_plan
from generator.facts.finding_counts import cycle_folder
from generator.facts.summary import PlanSummary, Standing, lead_plan, summarise_lao
from generator.findings import Finding, Location, Severity
from generator.history.withdrawn_plans import WithdrawnPlan
from generator.model.contact_links import LinkedPiece, mail_pieces, phone_pieces
from generator.model.content import LaoFolder, UnreadablePlan
from generator.model.guidelines import Guidelines
from generator.model.lao import Contact, Department, Fiction, FormerCode, Lao, NameVariant, StaffCount
from generator.model.plan import Plan
from generator.reading.lao_reader import ReadLao
from generator.thai.dates import Cycle
from generator.views.finding_places import PagePlace, place_in_lao
from generator.views.lao_tables import PlanLine, departments_table, names_table, plans_table, staff_table
from generator.views.page_findings import PageFindings, page_findings
from generator.views.quoted_tables import cited_table, quotations_table
from generator.views.table_cells import words
from generator.views.tables import Table
from generator.views.withdrawn import WithdrawnPlanLine, withdrawn_line

_LISTS = ("contact", "departments", "staff_counts", "name_variants")


@dataclass(frozen=True, slots=True)
class GuidelinesBlock:
    """One document's guidelines."""

    anchor: str
    record: Guidelines
    location: Location

    @property
    def cited_table(self) -> Table:
        """The sources they cite."""
        return cited_table(f"{self.anchor}-cited", self.record.cited)

    @property
    def quotations_table(self) -> Table:
        """Excerpts."""
        return quotations_table(f"{self.anchor}-quotations", self.record.quotations)


@dataclass(frozen=True, slots=True)
class LaoView:
    """One LAO."""

    full_name: str
    code: str
    type: str
    district: str | None
    province: str
    province_address: str | None
    """None if the name is not one of the 77."""
    compare_address: str | None
    """Where to compare it with others; None if it has only drafts."""
    former_codes: tuple[FormerCode, ...]
    standing: Standing
    lead: PlanLine | None
    """The newest plan in force, else the newest readable one."""
    plans: tuple[PlanLine, ...]
    """All, the newest first."""
    withdrawn: tuple[WithdrawnPlanLine, ...]
    """Published plans that were withdrawn; their addresses stay."""
    guidelines: tuple[GuidelinesBlock, ...]
    guidelines_errors: tuple[Finding, ...]
    """Why guidelines.yml could not be read."""
    name_variants: tuple[NameVariant, ...]
    departments: tuple[Department, ...]
    contact: Contact | None
    staff_counts: tuple[StaffCount, ...]
    website: str | None
    ita_path: tuple[str, ...]
    location: Location
    locations: Mapping[str, Location]
    """Where each list of lao.yml begins: departments, contact, staff_counts, name_variants."""
    fiction: Fiction
    findings: PageFindings
    """Findings that belong to none of its plans."""

    @property
    def phone(self) -> tuple[LinkedPiece, ...]:
        """The office's telephone, numbers as links."""
        return phone_pieces(self.contact.phone or "") if self.contact else ()

    @property
    def mail(self) -> tuple[LinkedPiece, ...]:
        """The office's mail address as a link."""
        subject = f"สอบถามเรื่องแผนพัฒนาบุคลากรของ{self.full_name}"
        return mail_pieces(self.contact.email or "", subject) if self.contact else ()

    @property
    def plans_table(self) -> Table:
        """All plans."""
        return plans_table(self.plans)

    @property
    def departments_table(self) -> Table:
        """Departments with their other names."""
        return departments_table(self.departments)

    @property
    def staff_table(self) -> Table:
        """Staff by position type."""
        return staff_table(self.staff_counts)

    @property
    def names_table(self) -> Table:
        """Variant names."""
        return names_table(words("ชื่อ อปท. และชื่ออำเภอที่พิมพ์ต่างจากทะเบียน"), "ข้อความตามเอกสาร", "ครั้ง", self.name_variants)


def lao_view(
    read: ReadLao,
    lao: Lao,
    today: datetime.date,
    found: tuple[Finding, ...] = (),
    withdrawn: tuple[WithdrawnPlan, ...] = (),
) -> LaoView:
    """Return the page of an LAO whose lao.yml could be read.

    `found` are all findings in its data; `withdrawn` are its withdrawn plans.
    """
    folder = read.lao_folder
    summary = summarise_lao(read, today, found)
    lead = lead_plan(summary.plans)
    figures = {plan.cycle: plan for plan in summary.plans}
    lines = tuple(
        _line(lao, plan.cycle, None, None)
        if isinstance(plan, UnreadablePlan)
        else _line(lao, plan.plan.cycle, plan.plan, figures[plan.plan.cycle])
        for plan in reversed(folder.plans)
    )
    lao_file, guidelines_file = f"{folder.path}/lao.yml", f"{folder.path}/guidelines.yml"
    return LaoView(
        full_name=lao.full_name,
        code=lao.code,
        type=lao.type,
        district=lao.district,
        province=lao.province,
        compare_address=addresses.compare_with(lao.code) if compared_plan(summary) else None,
        province_address=addresses.province(summary.province.slug) if summary.province else None,
        former_codes=lao.former_codes,
        standing=summary.standing,
        fiction=folder.fiction,
        lead=next((line for line in lines if lead and line.cycle == lead.cycle), None),
        plans=lines,
        withdrawn=tuple(map(withdrawn_line, withdrawn)),
        guidelines=tuple(
            GuidelinesBlock(addresses.guidelines_anchor(record.id), record, read.location(guidelines_file, index))
            for index, record in enumerate(folder.guidelines)
        ),
        guidelines_errors=_guidelines_errors(folder),
        name_variants=lao.name_variants,
        departments=lao.departments,
        contact=lao.contact,
        staff_counts=lao.staff_counts,
        website=lao.website,
        ita_path=lao.ita_path,
        location=read.location(lao_file),
        locations={key: read.location(lao_file, key) for key in _LISTS},
        findings=lao_findings(folder, found),
    )


def lao_findings(lao_folder: LaoFolder, found: Iterable[Finding]) -> PageFindings:
    """Return the findings for an LAO's own page; errors of guidelines.yml are shown in place of its content instead."""
    of_guidelines = _guidelines_errors(lao_folder)

    def place(location: Location) -> PagePlace:
        return place_in_lao(lao_folder, location)

    own = (finding for finding in found if not cycle_folder(finding) and finding not in of_guidelines)
    return page_findings(((finding, place(finding.location)) for finding in own), place)


def _guidelines_errors(lao_folder: LaoFolder) -> tuple[Finding, ...]:
    file = f"{lao_folder.path}/guidelines.yml"
    return tuple(one for one in lao_folder.findings if one.location.file == file and one.severity is Severity.ERROR)


def _line(lao: Lao, cycle: Cycle, plan: Plan | None, figures: PlanSummary | None) -> PlanLine:
    announcement = plan.announcement if plan else None
    effective_date = announcement.effective_day if announcement else None
    return PlanLine(
        cycle=cycle,
        address=addresses.plan(lao.code, cycle),
        title=plan.title if plan else None,
        first_day=effective_date or cycle.first_day,
        last_day=cycle.last_day,
        figures=figures,
    )
