"""The document page: what was received, official facts, text, lists, amendments, corrections and answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator import addresses
from generator.checks.explained import all_rules
from generator.facts.named_documents import NamedDocument, plan_documents
from generator.findings import Location
from generator.model.lao import NameVariant
from generator.model.official import (
    Amendment,
    Announcement,
    AppointmentOrder,
    Approval,
    Cover,
    DraftingStamp,
    SourceDocument,
)
from generator.model.plan import NarrativeSection, Plan
from generator.model.plan_parts import (
    Committee,
    FrameworkChoice,
    IdpRoles,
    OtherTable,
    Quotation,
    RequestSteps,
    Survey,
    Topic,
)
from generator.reading.names import BUDGET_MATRIX
from generator.thai.dates import Cycle
from generator.views.amended import items_by_id
from generator.views.document_tables import (
    AcknowledgementLine,
    AmendedThing,
    AmendmentLine,
    ChoiceGroup,
    ChoiceList,
    CorrectionLine,
    SurveyLine,
    SurveyTable,
    Touched,
    amendments_table,
    answers_table,
    committee_table,
    corrections_table,
    documents_table,
    other_table,
    roles_table,
    stamps_table,
    survey_table,
)
from generator.views.downloads import document_saved_as
from generator.views.lao_tables import names_table
from generator.views.page_findings import PageFindings
from generator.views.plan_context import PlanContext
from generator.views.quoted_tables import quotations_table
from generator.views.table_cells import count, phrase
from generator.views.tables import Table
from generator.words import parts

MATRIX_NAME = parts.BUDGET_MATRIX
"""Word for what an amendment of `budget_matrix` changes."""

LEADING_PARTS = ("rationale", "objectives", "targets")
"""Narrative parts shown first, even if empty: a plan must have them (master plan, 4.3.3)."""

OTHER_PARTS = (
    "curricula",
    "methods",
    "budget",
    "strategy",
    "projects",
    "idp",
    "survey",
    "request",
    "committee",
    "monitoring",
    "evaluation",
    "amendment",
    "other",
)
"""The other fixed narrative ids, in reading order."""


@dataclass(frozen=True, slots=True)
class NarrativePart:
    """One part of the plan's text under a fixed id."""

    id: str
    anchor: str
    points: tuple[str, ...]
    """The plan's points, as summarised when the data was entered."""
    text: NarrativeSection | None
    """Prose, unsanitised."""
    topic: Topic | None
    """Where the document has this mandatory topic, as stated when the data was entered."""


@dataclass(frozen=True, slots=True)
class OriginalPlace:
    """Where the signed document can be seen, as far as the data says."""

    lao_name: str
    unit: str | None
    address: str | None
    """Postal address of the office."""
    website: str | None
    published: tuple[str, ...]
    """Where the source documents are published."""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Everything on the document except money, projects, positions and results."""

    lao_name: str
    title: str | None
    is_partial: bool
    sources: tuple[SourceDocument, ...]
    sections: int
    """Sections that the sources name as received in part."""
    cover: Cover | None
    order: AppointmentOrder | None
    approval: Approval | None
    announcement: Announcement | None
    stamps: tuple[DraftingStamp, ...]
    name_variants: tuple[NameVariant, ...]
    leading: tuple[NarrativePart, ...]
    narrative: tuple[NarrativePart, ...]
    choices: tuple[ChoiceList, ...]
    committee: Committee | None
    survey: SurveyTable | None
    request_steps: RequestSteps | None
    idp_roles: IdpRoles | None
    others: tuple[OtherTable, ...]
    """Tables for which the format has no fields."""
    quotations: tuple[Quotation, ...]
    amendments: tuple[AmendmentLine, ...]
    corrections: tuple[CorrectionLine, ...]
    acknowledged: tuple[AcknowledgementLine, ...]
    documents: tuple[NamedDocument, ...]
    """Documents beside the plan, and evidence of its results."""
    saved_names: tuple[str | None, ...]
    """Names for saved copies of the documents; None for those that are not on this site."""
    code: str
    """Code of the LAO."""
    cycle: Cycle
    original: OriginalPlace
    findings: PageFindings
    location: Location

    @property
    def stamps_table(self) -> Table:
        """Stamps."""
        return stamps_table(self.stamps)

    @property
    def names_table(self) -> Table:
        """Variant names."""
        return names_table(
            phrase("ชื่อที่พิมพ์ต่างจากทะเบียน {} แบบ", count(len(self.name_variants))), "ตามที่พิมพ์", "แห่ง", self.name_variants
        )

    @property
    def committee_table(self) -> Table | None:
        """The committee."""
        return committee_table(self.committee) if self.committee else None

    @property
    def survey_table(self) -> Table | None:
        """The survey."""
        return survey_table(self.survey) if self.survey else None

    @property
    def roles_table(self) -> Table | None:
        """Who makes individual plans."""
        return roles_table(self.idp_roles) if self.idp_roles else None

    @property
    def other_tables(self) -> tuple[Table, ...]:
        """Tables for which the format has no fields, as printed."""
        return tuple(map(other_table, self.others, range(1, len(self.others) + 1)))

    @property
    def quotations_table(self) -> Table:
        """Excerpts."""
        return quotations_table("quotations", self.quotations)

    @property
    def amendments_table(self) -> Table:
        """Amendments."""
        return amendments_table(self.amendments)

    @property
    def corrections_table(self) -> Table:
        """Corrections."""
        return corrections_table(self.corrections)

    @property
    def answers_table(self) -> Table:
        """Answers to findings."""
        return answers_table(self.acknowledged)

    @property
    def documents_table(self) -> Table:
        """Documents beside the plan."""
        return documents_table(self.documents, self.code, self.cycle, self.saved_names)


def _original(context: PlanContext) -> OriginalPlace:
    lao, contact = context.lao, context.lao.contact
    published = [one.address for one in context.plan.sources if one.address]
    unit, address = (contact.unit, contact.address) if contact else (None, None)
    return OriginalPlace(lao.full_name, unit, address, lao.website, tuple(dict.fromkeys(published)))


def document_view(context: PlanContext) -> DocumentView:
    """Return the document: as received, as printed, and as summarised when entered."""
    plan = context.plan
    things = _things(context)
    documents = plan_documents(context.files)
    return DocumentView(
        lao_name=context.lao.full_name,
        title=plan.title,
        is_partial=plan.is_partial,
        sources=plan.sources,
        sections=sum(len(source.sections) for source in plan.sources),
        cover=plan.cover,
        order=plan.appointment_order,
        approval=plan.approval,
        announcement=plan.announcement,
        stamps=plan.drafting_stamps,
        name_variants=context.lao.name_variants,
        leading=tuple(_part(context, part) for part in LEADING_PARTS),
        narrative=tuple(
            _part(context, section) for section in OTHER_PARTS if any(section == p.id for p in context.files.narrative)
        ),
        choices=_choices(plan),
        committee=plan.committee,
        survey=_survey(context, plan.survey) if plan.survey else None,
        request_steps=plan.request_steps,
        idp_roles=plan.idp_roles,
        others=plan.other_tables,
        quotations=plan.quotations,
        amendments=tuple(_amendment(index, entry, things) for index, entry in enumerate(plan.amendments)),
        corrections=tuple(CorrectionLine(entry, _touched(entry.ids, things)) for entry in plan.corrections),
        acknowledged=tuple(
            AcknowledgementLine(entry, all_rules().get(entry.code), _touched(entry.ids, things))
            for entry in plan.acknowledged
        ),
        documents=documents,
        saved_names=tuple(document_saved_as(context, one) for one in documents),
        code=context.lao.code,
        cycle=plan.cycle,
        original=_original(context),
        findings=context.findings_of("document"),
        location=context.location("plan.yml"),
    )


def _part(context: PlanContext, section_id: str) -> NarrativePart:
    plan = context.plan
    points = {"rationale": plan.rationale, "objectives": plan.objectives, "targets": plan.targets}
    return NarrativePart(
        id=section_id,
        anchor=addresses.narrative_anchor(section_id),
        points=points.get(section_id, ()),
        text=next((section for section in context.files.narrative if section.id == section_id), None),
        topic=next((topic for topic in plan.topics if topic.topic == section_id), None),
    )


def _choices(plan: Plan) -> tuple[ChoiceList, ...]:
    lists = (
        ("curricula", plan.curricula),
        ("methods", plan.methods),
        ("target_groups", plan.target_groups),
        ("competencies", plan.competencies),
    )
    return tuple(ChoiceList(name, name.replace("_", "-"), len(chosen), _groups(chosen)) for name, chosen in lists)


def _groups(choices: tuple[FrameworkChoice, ...]) -> tuple[ChoiceGroup, ...]:
    by_kind: dict[str | None, list[FrameworkChoice]] = {}
    for choice in choices:
        by_kind.setdefault(choice.kind, []).append(choice)
    return tuple(ChoiceGroup(kind, f"competencies-{kind or 'other'}", tuple(below)) for kind, below in by_kind.items())


def _survey(context: PlanContext, survey: Survey) -> SurveyTable:
    width = len(survey.columns)
    return SurveyTable(
        section=survey.section,
        title=survey.title,
        columns=survey.columns,
        lines=tuple(
            SurveyLine(
                row.printed,
                tuple(cell if cell and cell.strip() else None for cell in row.cells)
                + (None,) * (width - len(row.cells)),
            )
            for row in survey.rows
        ),
        is_empty=survey.is_empty,
        location=context.location("plan.yml", "survey"),
    )


def _things(context: PlanContext) -> dict[str, Touched]:
    """Return the things that the ids of this plan refer to, with the place of each."""
    code, cycle, files = context.lao.code, context.plan.cycle, context.files
    strategy_page = addresses.plan_part(code, cycle, "strategy")
    idp_page = addresses.plan_part(code, cycle, "idp")
    things = [Touched(BUDGET_MATRIX, MATRIX_NAME, f"{strategy_page}#budget")]
    for strategy in context.plan.strategies:
        things.append(Touched(strategy.id, strategy.name, f"{strategy_page}#{addresses.strategy_anchor(strategy.id)}"))
        things += [
            Touched(tactic.id, tactic.name, f"{strategy_page}#{addresses.tactic_anchor(tactic.id)}")
            for tactic in strategy.tactics
        ]
    for project in context.projects:
        things.append(Touched(project.id, project.name, addresses.project(code, cycle, project.id)))
    for row in files.idp.rows if files.idp else ():
        things.append(Touched(row.id, row.position, f"{idp_page}#{addresses.idp_anchor(row.id)}"))
    for document in context.plan.documents:
        things.append(Touched(document.id, document.title, f"{addresses.plan_part(code, cycle, 'document')}#documents"))
    return {thing.id: thing for thing in things}


def _amendment(index: int, amendment: Amendment, things: dict[str, Touched]) -> AmendmentLine:
    items = items_by_id(amendment)
    touched = _touched(amendment.touched, things)
    changed = tuple(AmendedThing(thing, items.get(thing.id, ())) for thing in touched)
    return AmendmentLine(addresses.amendment_anchor(index), amendment, changed)


def _touched(ids: Iterable[str], things: dict[str, Touched]) -> tuple[Touched, ...]:
    return tuple(things.get(id, Touched(id, None, None)) for id in ids)
